// Distinct cells of a column and their codes: hashing that looks at whole words of eight bytes.

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

  /// A hash of it, good in its high bits. Cells that differ in length alone are rare.
  @inline(__always)
  var hash: UInt64 {
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
  /// The key of each cell; one lies within one line of a cache.
  private var entries: UnsafeMutablePointer<CellKey>
  private var room = 64
  /// Codes and one, or zero, by the high bits of the hash; at least twice the cells.
  private var slots: UnsafeMutablePointer<UInt32>
  private var shift: UInt64 = 64 - 8
  private let masks = CellMasks()
  private let short = ShortWords()

  init() {
    entries = WordTable.keys(64)
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  /// The bytes of a code's cell.
  func bytes(_ code: Int) -> ArraySlice<UInt8> {
    arena[offsets[code]..<(offsets[code] + entries[code].length)]
  }

  /// The code of a cell of up to 24 bytes, which is given one if it has none.
  private func code(
    _ key: CellKey, _ hash: UInt64, _ cell: UnsafePointer<UInt8>, row: Int, at byte: (Int) -> Int
  ) -> Int {
    let mask = (1 &<< (64 &- shift)) &- 1 as UInt64
    var slot = hash &>> shift
    while true {
      let code = Int(slots[Int(truncatingIfNeeded: slot)])
      if code == 0 { return add(key, slot, cell, row: byte(row)) }
      if entries[code &- 1] == key { return code &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The code of a cell of any length.
  func code(_ cell: UnsafePointer<UInt8>, _ length: Int, row: Int) -> Int {
    let key = CellKey(cell, length)
    guard length > 24 else { return code(key, key.hash, cell, row: row) { $0 } }
    let mask = (1 &<< (64 &- shift)) &- 1 as UInt64
    var slot = WordTable.hash(cell, length) &>> shift
    while true {
      let code = Int(slots[Int(truncatingIfNeeded: slot)])
      if code == 0 { return add(key, slot, cell, row: row) }
      if entries[code &- 1] == key, isSame(code &- 1, cell, length) { return code &- 1 }
      slot = (slot &+ 1) & mask
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
        let found = known[Int(truncatingIfNeeded: ShortWords.hash(word) &>> shift)]
        guard found.word == word else { break }
        codes[row] = found.code
        row &+= 1
      }
      guard row < cells.count else { break }
      let (start, length) = (cells.start(row), cells.length(row))
      let code = code(start, length, row: row, at: byte)
      short.add(ShortWords.word(start, length), code)
      codes[row] = code
      row &+= 1
    }
    return row
  }

  /// The code of a short cell by the table of all cells.
  @inline(never)
  private func code(
    _ start: UnsafePointer<UInt8>, _ length: Int, row: Int, at byte: (Int) -> Int
  ) -> UInt32 {
    let key = CellKey(start, length)
    return UInt32(truncatingIfNeeded: code(key, key.hash, start, row: row, at: byte))
  }

  /// The codes of cells of any length, from one of them on.
  func codes(
    _ cells: some CellList, from start: Int, into codes: UnsafeMutablePointer<UInt32>,
    at byte: (Int) -> Int
  ) {
    masks.with { masks in
      var row = start
      while row < cells.count { row = self.codes(cells, from: row, masks, codes, byte) }
    }
  }

  /// The same from a row on, up to a cell that is new.
  /// - Returns: the first row that has no code yet.
  @inline(__always)
  private func codes(
    _ cells: some CellList, from start: Int, _ masks: UnsafePointer<UInt64>,
    _ codes: UnsafeMutablePointer<UInt32>, _ byte: (Int) -> Int
  ) -> Int {
    let rows = cells.count
    let (slots, entries, shift, known) = (slots, entries, shift, count)
    let mask = (1 &<< (64 &- shift)) &- 1 as UInt64
    var row = start
    while row < rows, count == known {
      let (begin, length) = (cells.start(row), cells.length(row))
      guard length <= 24 else {
        codes[row] = UInt32(truncatingIfNeeded: code(begin, length, row: byte(row)))
        row &+= 1
        continue
      }
      let key = CellKey(begin, length, masks)
      var slot = key.hash &>> shift
      var code = Int(slots[Int(truncatingIfNeeded: slot)])
      while code != 0, entries[code &- 1] != key {
        slot = (slot &+ 1) & mask
        code = Int(slots[Int(truncatingIfNeeded: slot)])
      }
      if code == 0 { code = add(key, slot, begin, row: byte(row)) &+ 1 }
      codes[row] = UInt32(truncatingIfNeeded: code &- 1)
      row &+= 1
    }
    return row
  }

  private static func hash(_ cell: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    guard length > 24 else { return CellKey(cell, length).hash }
    var hash: UInt64 = 0
    var position = 0
    while position < length {
      let part = CellKey(cell + position, min(24, length - position))
      hash = (hash ^ part.hash) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 31
      position += 24
    }
    return hash &* 0xBF58_476D_1CE4_E5B9
  }

  private func isSame(_ code: Int, _ cell: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let offset = offsets[code]
    for at in 24..<length where arena[offset &+ at] != cell[at] { return false }
    return true
  }

  @inline(never)
  private func add(
    _ key: CellKey, _ slot: UInt64, _ cell: UnsafePointer<UInt8>, row: Int
  ) -> Int {
    if count == room { widen() }
    let code = count
    (entries + code).initialize(to: key)
    offsets.append(arena.count)
    arena.append(contentsOf: UnsafeBufferPointer(start: cell, count: key.length))
    firstRows.append(row)
    count += 1
    slots[Int(slot)] = UInt32(truncatingIfNeeded: count)
    if UInt64(count) &* 2 > 1 &<< (64 &- shift) { rehash() }
    return code
  }

  private static func keys(_ count: Int) -> UnsafeMutablePointer<CellKey> {
    let size = MemoryLayout<CellKey>.stride
    return UnsafeMutableRawPointer.allocate(byteCount: count * size, alignment: size)
      .bindMemory(to: CellKey.self, capacity: count)
  }

  private func widen() {
    let wider = WordTable.keys(room * 2)
    wider.moveInitialize(from: entries, count: count)
    entries.deallocate()
    (entries, room) = (wider, room * 2)
  }

  private func rehash() {
    shift -= 2
    let size = Int(1 &<< (64 &- shift) as UInt64)
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    for code in 0..<count {
      var slot = Int(truncatingIfNeeded: hash(of: code) &>> shift)
      while slots[slot] != 0 { slot = (slot &+ 1) & (size &- 1) }
      slots[slot] = UInt32(truncatingIfNeeded: code + 1)
    }
  }

  private func hash(of code: Int) -> UInt64 {
    let key = entries[code]
    guard key.length > 24 else { return key.hash }
    // Room for the words that are loaded beyond the cell's end.
    return (Array(bytes(code)) + [UInt8](repeating: 0, count: 24)).withUnsafeBufferPointer {
      $0.baseAddress.map { WordTable.hash($0, key.length) } ?? 0
    }
  }
}
