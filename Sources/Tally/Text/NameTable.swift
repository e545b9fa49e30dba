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
    let plain = NameTable.places(names, arePlain: true)
    isPlain = plain != nil
    places = plain ?? NameTable.places(names, arePlain: false) ?? [-1]
  }

  /// The numbers of names by their places; nil where they were taken to be ASCII and one is not.
  private static func places(_ names: [String], arePlain: Bool) -> [Int32]? {
    var size = 4
    while size < names.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    for (number, name) in names.enumerated() {
      let look = look(name)
      if arePlain, !look.isPlain { return nil }
      var place = (arePlain ? look.hash : 0) & (size - 1)
      while places[place] >= 0, names[Int(places[place])] != name {
        place = (place + 1) & (size - 1)
      }
      if places[place] < 0 { places[place] = Int32(number) }
    }
    return places
  }

  /// The number of a name.
  /// - Complexity: O(bytes of the name).
  subscript(name: String) -> Int? {
    let mask = places.count - 1
    var place = (isPlain ? NameTable.look(name).hash : 0) & mask
    while places[place] >= 0 {
      let number = Int(places[place])
      if names[number] == name { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Whether a name is ASCII, and a number that differs for most names: made of their length and
  /// of three letters. What is beyond ASCII has several spellings that are equal; in a table with
  /// such names all have one number.
  private static func look(_ name: String) -> (isPlain: Bool, hash: Int) {
    name.utf8.withContiguousStorageIfAvailable { look(in: $0) } ?? look(in: Array(name.utf8))
  }

  private static func look(in bytes: some RandomAccessCollection<UInt8>) -> (Bool, Int) {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    let count = bytes.count
    guard count > 0 else { return (true, 0) }
    func letter(_ offset: Int) -> Int {
      Int(bytes[bytes.index(bytes.startIndex, offsetBy: offset)])
    }
    let ends = letter(0) &* 61 &+ letter(count - 1) &* 1117
    return (all < 0x80, count &* 7 &+ ends &+ letter(count / 2) &* 293)
  }
}
