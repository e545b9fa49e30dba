// Names and their numbers, found by their bytes: a question looks up each word several times.

/// The number of each of some names, which are found without regard to how long the list is.
struct NameTable: Sendable {
  private let names: [String]
  /// For each place the number of a name; -1 for none. Twice as many as names, a power of two.
  private let places: [Int32]
  /// Whether all names are ASCII.
  private let isPlain: Bool

  /// A table of names; of two that are the same the first counts.
  /// - Complexity: O(names).
  init(_ names: [String]) {
    self.names = names
    let isPlain = names.allSatisfy(NameTable.isPlain)
    self.isPlain = isPlain
    var size = 4
    while size < names.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    for (number, name) in names.enumerated() {
      var place = NameTable.hash(name, isPlain: isPlain) & (size - 1)
      while places[place] >= 0, names[Int(places[place])] != name {
        place = (place + 1) & (size - 1)
      }
      if places[place] < 0 { places[place] = Int32(number) }
    }
    self.places = places
  }

  /// The number of a name.
  /// - Complexity: O(bytes of the name).
  subscript(name: String) -> Int? {
    let mask = places.count - 1
    var place = NameTable.hash(name, isPlain: isPlain) & mask
    while places[place] >= 0 {
      let number = Int(places[place])
      if names[number] == name { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Whether a name is ASCII.
  private static func isPlain(_ name: String) -> Bool {
    let isPlain = name.utf8.withContiguousStorageIfAvailable { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      return all < 0x80
    }
    return isPlain ?? name.utf8.allSatisfy { $0 < 0x80 }
  }

  /// A number that differs for most names: made of their length and of three letters. What is
  /// beyond ASCII has several spellings that are equal; a table with such names has one number.
  private static func hash(_ name: String, isPlain: Bool) -> Int {
    let bytes = name.utf8
    let count = bytes.count
    guard isPlain, count > 0 else { return 0 }
    let first = Int(bytes[bytes.startIndex])
    let middle = Int(bytes[bytes.index(bytes.startIndex, offsetBy: count / 2)])
    let last = Int(bytes[bytes.index(bytes.startIndex, offsetBy: count - 1)])
    return count &* 7 &+ first &* 61 &+ middle &* 293 &+ last &* 1117
  }
}
