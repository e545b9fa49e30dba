// Memory that pieces lie in until they are joined: few large stretches instead of many arrays.

/// Values of a piece.
///
/// Unsafe, for they lie in the memory of the column's reader, which is given back when the pieces
/// have been joined; until then they do not change.
struct PieceValues<Value: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafePointer<Value>
  let count: Int

  var buffer: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: start, count: count) }
}

/// Memory that is given out from one end to the other, and back all at once. A class, for it owns
/// what pointers lead to; one thread has it at a time.
final class PieceMemory: @unchecked Sendable {
  /// The least and the most bytes of a stretch: each is twice the one before, so that a small file
  /// takes little, and a large one asks the system rarely.
  private static let sizes = (least: 1 << 14, most: 1 << 22)
  /// Where values may begin: at a line of a cache.
  private static let alignment = 64

  private var stretches: [UnsafeMutableRawPointer] = []
  private var size = PieceMemory.sizes.least / 2
  private var used = 0
  private var room = 0

  deinit { giveBack() }

  /// Gives all memory back: its values are no more.
  func giveBack() {
    for stretch in stretches { stretch.deallocate() }
    (stretches, size, used, room) = ([], PieceMemory.sizes.least / 2, 0, 0)
  }

  /// Memory for some values, which nobody has written yet.
  func room<Value: BitwiseCopyable>(for count: Int) -> UnsafeMutablePointer<Value> {
    let wanted = count * MemoryLayout<Value>.stride
    if stretches.isEmpty || used + wanted > room { grow(wanted) }
    let start = stretches[stretches.count - 1] + used
    used = (used + wanted + PieceMemory.alignment - 1) & ~(PieceMemory.alignment - 1)
    return start.bindMemory(to: Value.self, capacity: count)
  }

  private func grow(_ wanted: Int) {
    size = min(size * 2, PieceMemory.sizes.most)
    room = max(size, wanted)
    used = 0
    let stretch = UnsafeMutableRawPointer.allocate(
      byteCount: room, alignment: PieceMemory.alignment)
    stretches.append(stretch)
  }

  /// The values of a list.
  func keep<Value: BitwiseCopyable>(_ list: RawList<Value>) -> PieceValues<Value> {
    keep(list.count) { $0.update(from: list.elements, count: list.count) }
  }

  /// Values that a body writes, all of them.
  func keep<Value: BitwiseCopyable>(
    _ count: Int, _ body: (UnsafeMutablePointer<Value>) -> Void
  ) -> PieceValues<Value> {
    let start: UnsafeMutablePointer<Value> = room(for: count)
    body(start)
    return PieceValues(start: UnsafePointer(start), count: count)
  }
}

/// Values as another type of number, which holds them all.
enum Widths {
  /// Writes them one by one.
  @inline(__always)
  static func copy<From: BinaryInteger & BitwiseCopyable, To: BinaryInteger & BitwiseCopyable>(
    _ from: UnsafePointer<From>, _ count: Int, to into: UnsafeMutablePointer<To>
  ) {
    for place in 0..<count { into[place] = To(truncatingIfNeeded: from[place]) }
  }
}
