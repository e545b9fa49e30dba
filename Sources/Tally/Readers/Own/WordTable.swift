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

  /// The key of a cell that is known to have at most seven bytes.
  @inline(__always)
  init(short cell: UnsafePointer<UInt8>, _ length: Int) {
    let bits = UInt64(truncatingIfNeeded: length &* 8)
    first = CellKey.word(UnsafeRawPointer(cell), 0) & ((1 &<< bits) &- 1)
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
  /// A distinct cell.
  private struct Entry {
    var key: CellKey
    /// Where its bytes begin in the arena.
    var offset: Int
  }

  /// How many distinct cells there are.
  private(set) var count = 0
  /// The bytes of all cells.
  private(set) var arena: [UInt8] = []
  /// Where the row of each cell's first use begins in the file.
  private(set) var firstRows: [Int] = []
  private var entries: UnsafeMutablePointer<Entry>
  private var room = 64
  /// Codes and one, or zero, by the high bits of the hash; at least twice the cells.
  private var slots: UnsafeMutablePointer<UInt32>
  private var shift: UInt64 = 64 - 8
  private let masks = CellMasks()

  init() {
    entries = .allocate(capacity: 64)
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
  }

  /// The bytes of a code's cell.
  func bytes(_ code: Int) -> ArraySlice<UInt8> {
    let entry = entries[code]
    return arena[entry.offset..<(entry.offset + entry.key.length)]
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
      if entries[code &- 1].key == key { return code &- 1 }
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
      if entries[code &- 1].key == key, isSame(code &- 1, cell, length) { return code &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The codes of cells of at most seven bytes each: one word is the whole key.
  ///
  /// The memory is taken into constants before the loop, for the compiler cannot know that a new
  /// cell is rare.
  func shortCodes(
    _ block: CellBlock, into codes: UnsafeMutablePointer<UInt32>, at byte: (Int) -> Int
  ) {
    let (cells, lengths) = (block.cells, block.lengths)
    var row = 0
    while row < block.count {
      let (slots, entries, shift, known) = (slots, entries, shift, count)
      let mask = (1 &<< (64 &- shift)) &- 1 as UInt64
      while row < block.count, count == known {
        let key = CellKey(short: cells[row], lengths[row])
        var slot = key.hash &>> shift
        var code = Int(slots[Int(truncatingIfNeeded: slot)])
        while code != 0 {
          let entry = entries + (code &- 1)
          if entry.pointee.key.first == key.first, entry.pointee.key.length == key.length { break }
          slot = (slot &+ 1) & mask
          code = Int(slots[Int(truncatingIfNeeded: slot)])
        }
        if code == 0 { code = add(key, slot, cells[row], row: byte(row)) &+ 1 }
        codes[row] = UInt32(truncatingIfNeeded: code &- 1)
        row &+= 1
      }
    }
  }

  /// The codes of cells of any length.
  func codes(
    _ block: CellBlock, into codes: UnsafeMutablePointer<UInt32>, at byte: (Int) -> Int
  ) {
    masks.with { masks in
      var row = 0
      while row < block.count { row = self.codes(block, from: row, masks, codes, byte) }
    }
  }

  /// The same from a row on, up to a cell that is new.
  /// - Returns: the first row that has no code yet.
  @inline(__always)
  private func codes(
    _ block: CellBlock, from start: Int, _ masks: UnsafePointer<UInt64>,
    _ codes: UnsafeMutablePointer<UInt32>, _ byte: (Int) -> Int
  ) -> Int {
    let (cells, lengths, rows) = (block.cells, block.lengths, block.count)
    let (slots, entries, shift, known) = (slots, entries, shift, count)
    let mask = (1 &<< (64 &- shift)) &- 1 as UInt64
    var row = start
    while row < rows, count == known {
      let length = lengths[row]
      guard length <= 24 else {
        codes[row] = UInt32(truncatingIfNeeded: code(cells[row], length, row: byte(row)))
        row &+= 1
        continue
      }
      let key = CellKey(cells[row], length, masks)
      var slot = key.hash &>> shift
      var code = Int(slots[Int(truncatingIfNeeded: slot)])
      while code != 0, entries[code &- 1].key != key {
        slot = (slot &+ 1) & mask
        code = Int(slots[Int(truncatingIfNeeded: slot)])
      }
      if code == 0 { code = add(key, slot, cells[row], row: byte(row)) &+ 1 }
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
    let offset = entries[code].offset
    for at in 24..<length where arena[offset &+ at] != cell[at] { return false }
    return true
  }

  @inline(never)
  private func add(
    _ key: CellKey, _ slot: UInt64, _ cell: UnsafePointer<UInt8>, row: Int
  ) -> Int {
    if count == room { widen() }
    let code = count
    (entries + code).initialize(to: Entry(key: key, offset: arena.count))
    arena.append(contentsOf: UnsafeBufferPointer(start: cell, count: key.length))
    firstRows.append(row)
    count += 1
    slots[Int(slot)] = UInt32(truncatingIfNeeded: count)
    if UInt64(count) &* 2 > 1 &<< (64 &- shift) { rehash() }
    return code
  }

  private func widen() {
    let wider = UnsafeMutablePointer<Entry>.allocate(capacity: room * 2)
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
    let key = entries[code].key
    guard key.length > 24 else { return key.hash }
    // Room for the words that are loaded beyond the cell's end.
    return (Array(bytes(code)) + [UInt8](repeating: 0, count: 24)).withUnsafeBufferPointer {
      $0.baseAddress.map { WordTable.hash($0, key.length) } ?? 0
    }
  }
}
