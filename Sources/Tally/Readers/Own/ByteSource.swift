// Where the bytes of a table come from: the host reads files, the library asks for stretches.

/// Bytes that can be read in any order, a stretch at a time.
///
/// A host gives one over an open file, so that a file of any size is read without being held. The
/// closures may be called from several threads at once.
public struct ByteSource: Sendable {
  /// What messages call it: the file's name.
  public var name: String
  /// How many bytes there are.
  public var count: Int
  /// The bytes of a range within `0..<count`; fewer where the file was cut in the meantime.
  public let chunk: @Sendable (Range<Int>) throws(DatasetError) -> [UInt8]
  /// Writes the bytes from a place on into memory, and says how many there were: as many as the
  /// memory has, or fewer where the file was cut in the meantime.
  public let read: @Sendable (_ from: Int, _ into: inout MutableRawSpan) throws(DatasetError) -> Int

  /// A source of a known length.
  public init(
    name: String, count: Int,
    chunk: @escaping @Sendable (Range<Int>) throws(DatasetError) -> [UInt8]
  ) {
    self.name = name
    self.count = count
    self.chunk = chunk
    read = { (from, into) throws(DatasetError) -> Int in
      let bytes = try chunk(from..<(from + into.byteCount))
      let count = min(bytes.count, into.byteCount)
      into.withUnsafeMutableBytes { $0.copyBytes(from: bytes.prefix(count)) }
      return count
    }
  }

  /// A source of a known length that is written into memory of the library, without arrays between:
  /// the faster way for files.
  public init(
    name: String, count: Int,
    read:
      @escaping @Sendable (_ from: Int, _ into: inout MutableRawSpan) throws(DatasetError) -> Int
  ) {
    self.name = name
    self.count = count
    self.read = read
    chunk = { (range) throws(DatasetError) -> [UInt8] in
      var bytes = [UInt8](repeating: 0, count: range.count)
      var memory = bytes.mutableSpan
      var raw = memory.mutableBytes
      let filled = try read(range.lowerBound, &raw)
      bytes.removeLast(range.count - min(filled, range.count))
      return bytes
    }
  }

  /// A source of bytes that are there.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, count: bytes.count) { (range) throws(DatasetError) -> [UInt8] in
      Array(bytes[range.clamped(to: bytes.indices)])
    }
  }
}
