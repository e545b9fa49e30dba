// A file in stripes: a thread that is free reads the next one and finds its records.

internal import Synchronization

/// How a file is cut into pieces of work. Answers do not depend on it.
struct RoundSize: Sendable {
  /// The bytes of a stripe: they and their index stay in a near cache while each column is read.
  var stripe = 1 << 19
  /// The bytes after which the caller is told how far the reading has come, and may end it.
  var round = 1 << 24
}

/// Some bytes of a file and the records that end in them. A class, for it is filled anew for each
/// stripe; one thread has it at a time.
final class Stripe: @unchecked Sendable {
  /// Which stripe of the file it is.
  fileprivate(set) var number = 0
  /// Where its first byte lies in the file: a record starts there.
  fileprivate(set) var origin = 0
  let rows = StripeRows()
  private var buffer = PaddedBuffer(capacity: 0)

  /// Its bytes.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(buffer.bytes) }

  /// Its bytes, to be filled.
  fileprivate func room(for count: Int) -> UnsafeMutablePointer<UInt8> {
    if buffer.capacity < count { buffer = PaddedBuffer(capacity: count + count / 4) }
    return buffer.bytes
  }
}

/// Reads the records of a source, a stripe at a time.
///
/// Reading a stripe and finding where its records end takes little time beside reading its cells,
/// so that one thread after another does it, under a lock. Each stripe begins with what was left of
/// the one before, which is where a record starts, and outside of quotes.
final class RecordFeed: @unchecked Sendable {
  private let source: ByteSource
  private let delimiter: UInt8
  private let size: RoundSize
  private let lock = Mutex(())
  /// How many stripes have been read.
  private var count = 0
  /// The bytes of the record that has not ended yet.
  private let tail = RawList<UInt8>()
  /// Where the next bytes lie in the file.
  private(set) var position: Int
  /// Where the round ends in the file.
  private var roundEnd: Int
  /// Of all bytes so far: they are near while they are read.
  private(set) var hasher = ContentHasher()
  /// Why no more can be read.
  private(set) var failure: DatasetError?

  /// A feed from a byte of the source on, at which a record starts.
  init(
    _ source: ByteSource, from byte: Int, delimiter: UInt8, size: RoundSize
  ) throws(DatasetError) {
    self.source = source
    self.delimiter = delimiter
    self.size = size
    position = byte
    roundEnd = byte
    let before = byte > 0 ? try source.chunk(0..<byte) : []
    hasher.add(before.span.bytes)
  }

  /// Whether all records have been read.
  var isAtEnd: Bool { position >= source.count }

  /// Begins the next round, while no thread reads.
  func startRound() { roundEnd = min(source.count, position + size.round) }

  /// Reads the next stripe.
  /// - Returns: whether there was one in the round.
  func next(into stripe: Stripe) -> Bool {
    lock.withLock { _ in
      guard failure == nil, position < roundEnd else { return false }
      do throws(DatasetError) {
        try read(stripe)
        return true
      } catch {
        failure = error
        return false
      }
    }
  }

  private func read(_ stripe: Stripe) throws(DatasetError) {
    let left = tail.count
    let filled = left + min(size.stripe, source.count - position)
    let bytes = stripe.room(for: filled)
    bytes.update(from: tail.elements, count: left)
    // The memory lies within the stripe's room, and no other thread has it.
    let memory = UnsafeMutableRawBufferPointer(start: bytes + left, count: filled - left)
    var span = memory.mutableBytes
    guard try source.read(position, &span) == filled - left else {
      throw DatasetError(faults: ["\(source.name): the file became shorter while it was read"])
    }
    hasher.add(memory.bytes)
    (stripe.origin, stripe.number) = (position - left, count)
    position += filled - left
    count += 1
    let index = stripe.rows.index
    let end = scan(stripe.bytes, filled, index) ?? split(stripe.bytes, filled, index)
    guard !index.isHopeless else {
      let byte = stripe.origin + (index.bad.last?.start ?? 0)
      let what = "\(source.name): the line at byte \(byte) has more than 4 MB: this is no table"
      throw DatasetError(faults: [what])
    }
    tail.count = 0
    tail.reserve(filled - end)
    tail.elements.update(from: stripe.bytes + end, count: filled - end)
    tail.count = filled - end
  }

  /// Finds the records by masks. The last record of a file may lack its line end: that one is split
  /// by the letter.
  /// - Returns: where the first record starts that has not ended; nil where the masks cannot judge.
  private func scan(_ bytes: UnsafePointer<UInt8>, _ filled: Int, _ index: RecordIndex) -> Int? {
    index.reset(at: 0)
    var limit = filled
    if !isAtEnd, filled > 0, bytes[filled - 1] == UInt8(ascii: "\r") { limit -= 1 }
    RecordScanner(bytes: bytes, delimiter: delimiter, limit: limit).scan(into: index)
    guard !index.needsExactSplit, index.cells.count > 0 else { return nil }
    var end = index.range.upperBound
    if isAtEnd, end < filled {
      let splitter = RecordSplitter(bytes: bytes, delimiter: delimiter, end: filled, isLast: true)
      end = splitter.split(from: end, into: index)
    }
    return end
  }

  /// Finds the records by the letter.
  private func split(_ bytes: UnsafePointer<UInt8>, _ filled: Int, _ index: RecordIndex) -> Int {
    index.reset(at: 0)
    let splitter = RecordSplitter(
      bytes: bytes, delimiter: delimiter, end: filled, isLast: isAtEnd)
    return splitter.split(from: 0, into: index)
  }
}

/// Results of parts that run side by side, each written once by its own part.
final class PartResults<Result: Sendable>: @unchecked Sendable {
  private let results: UnsafeMutablePointer<Result>
  private let count: Int

  init(_ count: Int, _ empty: Result) {
    self.count = count
    results = .allocate(capacity: count)
    results.initialize(repeating: empty, count: count)
  }

  deinit {
    results.deinitialize(count: count)
    results.deallocate()
  }

  /// The result of a part.
  subscript(part: Int) -> Result {
    get { results[part] }
    set { results[part] = newValue }
  }

  /// All results in order.
  var all: [Result] { (0..<count).map { results[$0] } }
}
