// The bytes of a stripe, with room around them so that whole words can be loaded.

/// Bytes that kernels read by eight or sixty-four, at any place, without leaving the allocation.
///
/// A class, for it owns memory that pointers lead to; unchecked, since while several threads run,
/// each writes a stretch of its own or all of them only read.
final class PaddedBuffer: @unchecked Sendable {
  /// Readable bytes before the first one and after the last: a word that ends at the first byte,
  /// a block that begins at the last, three words of a cell's beginning.
  private static let margin = 64

  /// How many bytes it can hold.
  let capacity: Int
  private let memory: UnsafeMutableRawPointer

  /// A buffer of zeros.
  init(capacity: Int) {
    self.capacity = capacity
    let size = capacity + 2 * PaddedBuffer.margin
    memory = .allocate(byteCount: size, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
  }

  deinit { memory.deallocate() }

  /// The first byte. Unsafe, since the loops over it are what the time of a load goes to; their
  /// positions are within `capacity`, and loads of words stay within the margins.
  var bytes: UnsafeMutablePointer<UInt8> {
    memory.advanced(by: PaddedBuffer.margin).assumingMemoryBound(to: UInt8.self)
  }
}
