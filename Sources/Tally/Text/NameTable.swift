// Names and their numbers, found by their bytes: a question looks up each word several times.

/// The number of each of some names, which are found without regard to how long the list is.
struct NameTable: Sendable {
  private let names: [String]
  /// For each place the number of a name; -1 for none. Twice as many as names, a power of two.
  private let places: [Int32]

  /// A table of names; of two that are the same the first counts.
  /// - Complexity: O(names).
  init(_ names: [String]) {
    self.names = names
    var size = 4
    while size < names.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    for (number, name) in names.enumerated() {
      var place = NameTable.hash(name) & (size - 1)
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
    var place = NameTable.hash(name) & mask
    while places[place] >= 0 {
      let number = Int(places[place])
      if names[number] == name { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  /// A number that differs for most names. What is beyond ASCII has several spellings that are
  /// equal, so all such names have one.
  private static func hash(_ name: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      if byte >= 0x80 { return 0 }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}
