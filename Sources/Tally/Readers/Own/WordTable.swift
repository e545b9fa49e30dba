// Distinct cells of a column and their codes: hashing that looks at whole words of eight bytes.

internal import CBlockMasks

/// The beginning of a cell as three words, zeros behind its end, and its length. Two cells of up to
/// 24 bytes are the same where these are.
struct CellKey: Equatable {
  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0
  var length = 0

  /// The key of the bytes at an address, of which 24 must be readable whatever the length.
  @inline(__always)
  init(_ cell: UnsafePointer<UInt8>, _ length: Int) {
    let raw = UnsafeRawPointer(cell)
    first = CellKey.word(raw, 0) & CellKey.mask(length)
    second = CellKey.word(raw, 8) & CellKey.mask(length &- 8)
    third = CellKey.word(raw, 16) & CellKey.mask(length &- 16)
    self.length = length
  }

  /// The same with the masks of a table: see `CellMasks`.
  @inline(__always)
  init(_ cell: UnsafePointer<UInt8>, _ length: Int, _ masks: UnsafePointer<UInt64>) {
    let raw = UnsafeRawPointer(cell)
    first = CellKey.word(raw, 0) & masks[length &+ 16]
    second = CellKey.word(raw, 8) & masks[length &+ 8]
    third = CellKey.word(raw, 16) & masks[length]
    self.length = length
  }

  @inline(__always)
  private static func word(_ raw: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// The lowest bytes of a word, as many as the number says, within none and eight.
  @inline(__always)
  fileprivate static func mask(_ bytes: Int) -> UInt64 {
    let some = bytes < 0 ? 0 : bytes
    return some >= 8 ? .max : (1 &<< UInt64(truncatingIfNeeded: some &* 8)) &- 1
  }

  /// The key that no cell has.
  static let ofNone = CellKey(first: 0, second: 0, third: 0, length: -1)

  private init(first: UInt64, second: UInt64, third: UInt64, length: Int) {
    (self.first, self.second, self.third, self.length) = (first, second, third, length)
  }

  /// Whether two are equal, all at once: a branch for each word would wait for each.
  @inline(__always)
  func isSame(as other: CellKey) -> Bool {
    let words = (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
    return words | UInt64(bitPattern: Int64(length ^ other.length)) == 0
  }

  /// A hash of it, good in its high bits. Cells that differ in length alone are rare.
  @inline(__always)
  var hash: UInt32 { UInt32(truncatingIfNeeded: mixed &>> 32) }

  /// The same with the bits below.
  @inline(__always)
  fileprivate var mixed: UInt64 {
    var hash = first &* 0x9E37_79B9_7F4A_7C15
    hash ^= second &* 0xC2B2_AE3D_27D4_EB4F
    hash ^= third &* 0x1656_67B1_9E37_79F9
    hash ^= hash &>> 29
    return hash &* 0xBF58_476D_1CE4_E5B9
  }
}

/// The masks of the words of a cell by its length, up to 24 bytes: the third word's stands at the
/// length, the second's eight places on, the first's sixteen.
final class CellMasks: Sendable {
  private let masks: [UInt64]

  init() { masks = (0...40).map { CellKey.mask($0 - 16) } }

  /// Calls a body with the masks. Unsafe, so that a loop looks up one without a check: lengths up
  /// to 24 lead to places up to 40.
  @inline(__always)
  func with(_ body: (UnsafePointer<UInt64>) -> Void) {
    masks.withUnsafeBufferPointer { if let base = $0.baseAddress { body(base) } }
  }
}

/// Gives each distinct cell a code in the order of first use.
///
/// A class over raw memory: its look-up is the dearest part of reading a table, and one thread has
/// it at a time.
final class WordTable: @unchecked Sendable {
  /// How many distinct cells there are.
  private(set) var count = 0
  /// The bytes of all cells.
  private(set) var arena: [UInt8] = []
  /// Where the row of each cell's first use begins in the file.
  private(set) var firstRows: [Int] = []
  /// Where each cell's bytes begin in the arena.
  private var offsets: [Int] = []
  /// The key of each cell at its code and one; one lies within one line of a cache. The first is
  /// that of no cell.
  private var entries: UnsafeMutablePointer<CellKey>
  private var room = 64
  /// For each place a code and one in the low bits, as many as a place has, and above them the
  /// bits of the hash behind those of the place; zero where nothing is. There are at least three
  /// places for a cell, so that a code fits and most cells have their first place.
  private var slots: UnsafeMutablePointer<UInt32>
  /// How many bits a place has.
  private var bits: UInt32 = 8
  /// The most bits of a place. A pass ends where the texts of a column have more than 4 GB
  /// (`TablePass`), so that there are always fewer of them than places.
  private static let mostBits: UInt32 = 31
  private let masks = CellMasks()
  private let short = ShortWords()

  init() {
    entries = WordTable.keys(64)
    entries.initialize(to: CellKey.ofNone)
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  /// The bytes of a code's cell.
  func bytes(_ code: Int) -> ArraySlice<UInt8> {
    arena[offsets[code]..<(offsets[code] + entries[code &+ 1].length)]
  }

  /// The code of a cell of any length, which is given one if it has none.
  func code(_ cell: UnsafePointer<UInt8>, _ length: Int, row: Int) -> Int {
    code(cell, length, row: row) { $0 }
  }

  /// The same. From its first place on all places are looked at, those of a line of a cache first.
  private func code(
    _ cell: UnsafePointer<UInt8>, _ length: Int, row: Int, at byte: (Int) -> Int
  ) -> Int {
    let key = CellKey(cell, length)
    let hash = WordTable.hash(cell, length, key)
    let (first, most) = (hash &>> (32 &- bits), (1 &<< bits) &- 1 as UInt32)
    var step: UInt32 = 0
    while true {
      let slot = slots[Int(first ^ step)]
      if slot == 0 { return add(key, first ^ step, hash, cell, row: byte(row)) }
      let code = Int(slot & most)
      if slot &>> bits == hash & (.max &>> bits), entries[code] == key,
        length <= 24 || isSame(code &- 1, cell, length)
      {
        return code &- 1
      }
      step &+= 1
    }
  }

  /// The codes of the first cells, as long as they have at most seven bytes: their bytes and their
  /// length are one word, by which a code that was used before is found at once.
  ///
  /// The memory is taken into constants before the loop, for the compiler cannot know that a cell
  /// that is not found is rare.
  /// - Returns: the first cell that is longer.
  func shortCodes(
    _ cells: some CellList, into codes: UnsafeMutablePointer<UInt32>, at byte: (Int) -> Int
  ) -> Int {
    var row = 0
    while row < cells.count {
      let (known, shift) = (short.entries, short.shift)
      while row < cells.count {
        let length = cells.length(row)
        guard length < 8 else { return row }
        let word = ShortWords.word(cells.start(row), length)
        let place = Int(truncatingIfNeeded: ShortWords.hash(word) &>> shift)
        var found = known[place]
        if found.word != word {
          found = known[place ^ 1]
          guard found.word == word else { break }
        }
        codes[row] = found.code
        row &+= 1
      }
      guard row < cells.count else { break }
      let (start, length) = (cells.start(row), cells.length(row))
      let code = other(start, length, row: row, at: byte)
      short.add(ShortWords.word(start, length), code)
      codes[row] = code
      row &+= 1
    }
    return row
  }

  /// The code of a cell that another way has not found.
  @inline(never)
  private func other(
    _ start: UnsafePointer<UInt8>, _ length: Int, row: Int, at byte: (Int) -> Int
  ) -> UInt32 {
    UInt32(truncatingIfNeeded: code(start, length, row: row, at: byte))
  }

  /// The codes of cells of any length, from one of them on.
  ///
  /// In three loops, so that none waits for memory: the first hashes all cells, the second takes
  /// what the table has at their places, the third compares it with them. What is something else
  /// is looked up by itself.
  func codes(
    _ cells: some CellList, from start: Int, into codes: UnsafeMutablePointer<UInt32>,
    at byte: (Int) -> Int
  ) {
    guard start < cells.count else { return }
    masks.with { masks in
      hash(cells, from: start, masks, into: codes)
      guess(start..<cells.count, codes)
      var row = start
      while true {
        row = check(cells, from: row, masks, codes)
        guard row < cells.count else { return }
        codes[row] = other(cells.start(row), cells.length(row), row: row, at: byte)
        row &+= 1
      }
    }
  }

  /// Writes the hash of each cell.
  @inline(__always)
  private func hash(
    _ cells: some CellList, from start: Int, _ masks: UnsafePointer<UInt64>,
    into codes: UnsafeMutablePointer<UInt32>
  ) {
    let (slots, shift) = (slots, 32 &- bits)
    for row in start..<cells.count {
      let (begin, length) = (cells.start(row), cells.length(row))
      let hash =
        length > 24
        ? WordTable.hash(begin, length, CellKey(begin, length))
        : CellKey(begin, length, masks).hash
      codes[row] = hash
      tally_fetch(slots + Int(hash &>> shift))
    }
  }

  /// Replaces hashes by what stands at their first place, or at the next one where that has the
  /// same bits of a hash: a code and one, or zero.
  @inline(__always)
  private func guess(_ rows: Range<Int>, _ codes: UnsafeMutablePointer<UInt32>) {
    let (slots, entries, bits) = (slots, entries, bits)
    let most = (1 &<< bits) &- 1 as UInt32
    for row in rows {
      let hash = codes[row]
      let place = hash &>> (32 &- bits)
      let (first, next) = (slots[Int(place)], slots[Int(place ^ 1)])
      let found = (next ^ hash &<< bits) &>> bits == 0 ? next : first
      codes[row] = found & most
      tally_fetch(entries + Int(found & most))
    }
  }

  /// Takes one off the codes of the cells that they are of, up to a cell that is another.
  /// - Returns: the first row that has no code yet.
  @inline(__always)
  private func check(
    _ cells: some CellList, from start: Int, _ masks: UnsafePointer<UInt64>,
    _ codes: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let entries = entries
    for row in start..<cells.count {
      let (begin, length) = (cells.start(row), cells.length(row))
      let found = codes[row]
      if length > 24 {
        let code = Int(found) &- 1
        guard entries[Int(found)] == CellKey(begin, length), isSame(code, begin, length) else {
          return row
        }
      } else {
        guard entries[Int(found)].isSame(as: CellKey(begin, length, masks)) else { return row }
      }
      codes[row] = found &- 1
    }
    return cells.count
  }

  /// The hash of a cell with its key.
  private static func hash(
    _ cell: UnsafePointer<UInt8>, _ length: Int, _ key: CellKey
  ) -> UInt32 {
    guard length > 24 else { return key.hash }
    var hash: UInt64 = 0
    var position = 0
    while position < length {
      let part = CellKey(cell + position, min(24, length - position))
      hash = (hash ^ part.mixed) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 31
      position += 24
    }
    return UInt32(truncatingIfNeeded: (hash &* 0xBF58_476D_1CE4_E5B9) &>> 32)
  }

  private func isSame(_ code: Int, _ cell: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let offset = offsets[code]
    for at in 24..<length where arena[offset &+ at] != cell[at] { return false }
    return true
  }

  @inline(never)
  private func add(
    _ key: CellKey, _ place: UInt32, _ hash: UInt32, _ cell: UnsafePointer<UInt8>, row: Int
  ) -> Int {
    if count &+ 1 == room { widen() }
    let code = count
    (entries + code + 1).initialize(to: key)
    offsets.append(arena.count)
    arena.append(contentsOf: UnsafeBufferPointer(start: cell, count: key.length))
    firstRows.append(row)
    count += 1
    slots[Int(place)] = hash &<< bits | UInt32(truncatingIfNeeded: count)
    if count &* 3 > 1 &<< Int(bits), bits < WordTable.mostBits { rehash() }
    return code
  }

  private static func keys(_ count: Int) -> UnsafeMutablePointer<CellKey> {
    let size = MemoryLayout<CellKey>.stride
    return UnsafeMutableRawPointer.allocate(byteCount: count * size, alignment: size)
      .bindMemory(to: CellKey.self, capacity: count)
  }

  private func widen() {
    let wider = WordTable.keys(room * 2)
    wider.moveInitialize(from: entries, count: count + 1)
    entries.deallocate()
    (entries, room) = (wider, room * 2)
  }

  private func rehash() {
    bits += 1
    let size = 1 << Int(bits)
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    for code in 0..<count {
      let hash = hash(of: code)
      var (place, step) = (hash &>> (32 &- bits), 0 as UInt32)
      while slots[Int(place ^ step)] != 0 { step &+= 1 }
      slots[Int(place ^ step)] = hash &<< bits | UInt32(truncatingIfNeeded: code + 1)
    }
  }

  private func hash(of code: Int) -> UInt32 {
    let key = entries[code + 1]
    guard key.length > 24 else { return key.hash }
    // Room for the words that are loaded beyond the cell's end.
    return (Array(bytes(code)) + [UInt8](repeating: 0, count: 24)).withUnsafeBufferPointer {
      $0.baseAddress.map { WordTable.hash($0, key.length, key) } ?? 0
    }
  }
}
