// The codes of the cells that one thread reads, held as narrow as they all allow.

/// Codes of a stripe, appended block by block. A class over raw memory; one thread has it.
final class NarrowCodes: @unchecked Sendable {
  /// The codes of one block, before they are appended. Unsafe, so that the loop that finds them
  /// writes without a check for each: it has room for a block of cells.
  let block: UnsafeMutablePointer<UInt32>
  private let bytes = RawList<UInt8>()
  private let shorts = RawList<UInt16>()
  private let words = RawList<UInt32>()
  /// How many bytes a code takes.
  private var width = 1

  init() {
    block = .allocate(capacity: CellBlock.rows)
    block.initialize(repeating: 0, count: CellBlock.rows)
  }

  deinit { block.deallocate() }

  /// Appends the first codes of the block.
  /// - Parameter most: what all codes so far are below.
  func append(_ count: Int, below most: Int) {
    let needed = most <= 1 << 8 ? 1 : most <= 1 << 16 ? 2 : 4
    if needed > width { widen(to: needed) }
    switch width {
    case 1: NarrowCodes.copy(block, count, to: bytes)
    case 2: NarrowCodes.copy(block, count, to: shorts)
    default: NarrowCodes.copy(block, count, to: words)
    }
  }

  private func widen(to wider: Int) {
    if width == 1 {
      for index in 0..<bytes.count {
        if wider == 2 {
          shorts.append(UInt16(bytes[index]))
        } else {
          words.append(UInt32(bytes[index]))
        }
      }
      bytes.count = 0
    } else {
      for index in 0..<shorts.count { words.append(UInt32(shorts[index])) }
      shorts.count = 0
    }
    width = wider
  }

  @inline(__always)
  private static func copy<Code: FixedWidthInteger>(
    _ codes: UnsafeMutablePointer<UInt32>, _ count: Int, to list: RawList<Code>
  ) {
    list.reserve(count)
    Widths.copy(UnsafePointer(codes), count, to: list.elements + list.count)
    list.count &+= count
  }

  /// All codes but those of some rows, put into memory; none are left.
  /// - Parameter most: what all codes so far are below.
  func take(dropping dropped: Set<Int>, below most: Int, into memory: PieceMemory) -> CodePiece {
    defer { (bytes.count, shorts.count, words.count) = (0, 0, 0) }
    switch width {
    case 1:
      bytes.drop(dropped)
      guard most <= TwoBitCodes.most else { return .bytes(memory.keep(bytes)) }
      let codes = UnsafeBufferPointer(start: bytes.elements, count: bytes.count)
      return .bits(TwoBitCodes(codes, memory))
    case 2:
      shorts.drop(dropped)
      return .shorts(memory.keep(shorts))
    default:
      words.drop(dropped)
      return .words(memory.keep(words))
    }
  }
}
