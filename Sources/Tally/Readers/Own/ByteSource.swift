// Where the bytes of a table come from: the host reads files, the library asks for stretches.

/// Bytes that can be read in any order, a stretch at a time.
///
/// A host gives one over an open file, so that a file of any size is read without being held. The
/// closure may be called from several threads at once.
public struct ByteSource: Sendable {
  /// What messages call it: the file's name.
  public var name: String
  /// How many bytes there are.
  public var count: Int
  /// The bytes of a range within `0..<count`; fewer where the file was cut in the meantime.
  public var chunk: @Sendable (Range<Int>) throws(DatasetError) -> [UInt8]

  /// A source of a known length.
  public init(
    name: String, count: Int,
    chunk: @escaping @Sendable (Range<Int>) throws(DatasetError) -> [UInt8]
  ) {
    self.name = name
    self.count = count
    self.chunk = chunk
  }

  /// A source of bytes that are there.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, count: bytes.count) { (range) throws(DatasetError) -> [UInt8] in
      Array(bytes[range.clamped(to: bytes.indices)])
    }
  }
}
