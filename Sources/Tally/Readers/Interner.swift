// Distinct cells and their codes: a hash table over bytes.

/// Gives each distinct cell of a column a code, in the order of first use.
public struct Interner: Sendable {
  /// The bytes that the cells lie in.
  private let arena: [UInt8]
  private var cells: [Range<Int>] = []
  private var hashes: [UInt64] = []
  /// Open addressing: a code, or -1; the length is a power of two, at least twice the cells.
  private var slots = [Int32](repeating: -1, count: 64)

  /// An interner of cells that lie in an arena.
  init(_ arena: [UInt8]) { self.arena = arena }

  /// The distinct cells as texts.
  var texts: [String] { cells.map { String(decoding: arena[$0], as: UTF8.self) } }

  /// The code of a cell of the arena, which is given one if it has none.
  /// - Complexity: O(bytes of the cell).
  mutating func intern(_ cell: Range<Int>) -> Int {
    let hash = Interner.hash(arena, cell)
    let (found, slot) = find(hash, arena, cell)
    if let found { return found }
    let code = cells.count
    slots[slot] = Int32(code)
    cells.append(cell)
    hashes.append(hash)
    if cells.count * 2 > slots.count { grow() }
    return code
  }

  /// The code of a cell that lies in another arena; nil where it has none.
  func code(of cell: Range<Int>, in other: [UInt8]) -> Int? {
    find(Interner.hash(other, cell), other, cell).code
  }

  private func find(
    _ hash: UInt64, _ bytes: [UInt8], _ cell: Range<Int>
  ) -> (code: Int?, slot: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, isSame(cells[code], bytes, cell) { return (code, slot) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return (nil, slot)
  }

  private func isSame(_ own: Range<Int>, _ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    guard own.count == cell.count else { return false }
    for offset in 0..<own.count
    where arena[own.lowerBound &+ offset] != bytes[cell.lowerBound &+ offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
      while slots[slot] >= 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = Int32(code)
    }
  }

  /// FNV-1a, folded so that the low bits depend on every byte.
  private static func hash(_ bytes: [UInt8], _ cell: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in cell { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
