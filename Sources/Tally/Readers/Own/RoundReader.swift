// A file in rounds: each fills the buffer, finds its records on all threads and hands them on.

internal import CBlockMasks

/// How a file is cut into pieces of work. Answers do not depend on it.
struct RoundSize: Sendable {
  /// The bytes of one thread in one round.
  var stripe = 1 << 22
  /// The most bytes asked of the source at once: what stays in a cache while it is copied.
  var chunk = 1 << 19
}

/// Reads the records of a source, a round at a time.
final class RoundReader {
  private let source: ByteSource
  private let workers: Workers
  private let delimiter: UInt8
  private let size: RoundSize
  private var buffer: PaddedBuffer
  /// How many bytes of the buffer are filled.
  private var filled = 0
  /// Where the buffer's first byte lies in the file.
  private(set) var origin: Int
  /// Where the next bytes lie in the file.
  private(set) var position: Int
  /// Where the first record of the round starts in the buffer.
  private var start = 0
  /// How many bytes were there before the round was filled, and how many each thread added.
  private var left = 0
  private var part = 0
  /// Whether what each thread added has an odd number of quotes.
  private var isOdd: [Bool] = []

  /// A reader from a byte of the source on, at which a record starts.
  init(
    _ source: ByteSource, from byte: Int, delimiter: UInt8, workers: Workers, size: RoundSize
  ) {
    self.source = source
    self.workers = workers
    self.delimiter = delimiter
    self.size = size
    origin = byte
    position = byte
    let whole = min(size.stripe * workers.count, max(0, source.count - byte))
    buffer = PaddedBuffer(capacity: whole + size.stripe)
  }

  /// The buffer's bytes.
  var bytes: UnsafePointer<UInt8> { UnsafePointer(buffer.bytes) }

  /// Whether all records have been read.
  var isAtEnd: Bool { position >= source.count && start >= filled }

  /// Reads the next stretch and finds its records.
  /// - Returns: whether the masks could not judge the round, so that all its records are in the
  ///   first stripe's index.
  func next(_ readers: [StripeRows]) throws(DatasetError) -> Bool {
    discard()
    try fill()
    let isLast = position >= source.count
    if scan(stripes, readers, isLast) { return false }
    try split(readers, isLast)
    return true
  }

  /// Moves what is left of the round before to the buffer's beginning.
  private func discard() {
    guard start > 0 else { return }
    let rest = filled - start
    buffer.bytes.update(from: buffer.bytes + start, count: rest)
    origin += start
    (filled, start) = (rest, 0)
  }

  /// Fills the buffer, each thread a part of it.
  private func fill() throws(DatasetError) {
    let wanted = min(size.stripe * workers.count, source.count - position)
    if filled + wanted > buffer.capacity {
      let wider = PaddedBuffer(capacity: (filled + wanted) * 2)
      wider.bytes.update(from: buffer.bytes, count: filled)
      buffer = wider
    }
    let part = (wanted + workers.count - 1) / workers.count
    (left, self.part) = (filled, part)
    let odd = PartResults<Bool>(workers.count, false)
    let results = PartResults<DatasetError?>(workers.count, nil)
    let (into, from, target) = (UncheckedBytes(buffer.bytes + filled), position, source)
    let chunk = size.chunk
    workers.run(workers.count) { number in
      let range = min(wanted, part * number)..<min(wanted, part * (number + 1))
      (results[number], odd[number]) = RoundReader.copy(target, from, range, into, chunk)
    }
    for result in results.all { if let result { throw result } }
    isOdd = odd.all
    filled += wanted
    position += wanted
  }

  /// Copies some bytes, and says whether they have an odd number of quotes: they are counted while
  /// they are near.
  private static func copy(
    _ source: ByteSource, _ from: Int, _ range: Range<Int>, _ into: UncheckedBytes, _ chunk: Int
  ) -> (error: DatasetError?, isOdd: Bool) {
    var isOdd = false
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(range.upperBound, at + chunk)
      do throws(DatasetError) {
        // The chunk lies within the buffer, and no other thread has it.
        let memory = UnsafeMutableRawBufferPointer(start: into.base + at, count: end - at)
        var bytes = memory.mutableBytes
        guard try source.read(from + at, &bytes) == end - at else {
          let what = "\(source.name): the file became shorter while it was read"
          return (DatasetError(faults: [what]), isOdd)
        }
      } catch {
        return (error, isOdd)
      }
      isOdd = isOdd != QuoteCounter.isOdd(UnsafePointer(into.base), at..<end)
      at = end
    }
    return (nil, isOdd)
  }

  /// What each thread added; the first one also has what was there before.
  private var stripes: [Range<Int>] {
    isOdd.indices.map { number in
      let start = number == 0 ? 0 : min(filled, left + part * number)
      return start..<min(filled, left + part * (number + 1))
    }
  }

  /// Finds the records by masks.
  /// - Returns: whether the masks could judge all of them.
  private func scan(_ bounds: [Range<Int>], _ readers: [StripeRows], _ isLast: Bool) -> Bool {
    let bytes = UncheckedBytes(buffer.bytes)
    var inside = [false]
    for (number, odd) in isOdd.enumerated() {
      let before = number == 0 && QuoteCounter.isOdd(UnsafePointer(bytes.base), 0..<left)
      inside.append((inside.last ?? false) != (odd != before))
    }
    var limit = filled
    if !isLast, limit > 0, bytes.base[limit - 1] == UInt8(ascii: "\r") { limit -= 1 }
    let scanner = UncheckedScanner(
      RecordScanner(bytes: UnsafePointer(bytes.base), delimiter: delimiter, limit: limit))
    let states = inside
    workers.run(bounds.count) { number in
      let index = readers[number].index
      index.reset(at: bounds[number].lowerBound)
      scanner.scanner.scan(
        bounds[number], isFirst: number == 0, isInside: states[number], into: index)
    }
    return join(readers, isLast)
  }

  /// Whether the stripes' records follow one another and none needs the exact splitter. The last
  /// record of a file may lack its line end: that one is split by the letter too.
  private func join(_ readers: [StripeRows], _ isLast: Bool) -> Bool {
    var end = 0
    for reader in readers {
      let index = reader.index
      if index.needsExactSplit { return false }
      guard index.cells.count > 0 else { continue }
      guard index.range.lowerBound == end else { return false }
      end = index.range.upperBound
    }
    if isLast, end < filled, let last = readers.last(where: { $0.index.cells.count > 0 }) {
      let splitter = RecordSplitter(bytes: bytes, delimiter: delimiter, end: filled, isLast: true)
      end = splitter.split(from: end, into: last.index)
    }
    start = end
    if end == 0, filled > 0 { return false }
    return !isLast || end == filled
  }

  /// Finds the records by the letter.
  private func split(_ readers: [StripeRows], _ isLast: Bool) throws(DatasetError) {
    let index = readers[0].index
    for reader in readers { reader.index.reset(at: 0) }
    let splitter = RecordSplitter(bytes: bytes, delimiter: delimiter, end: filled, isLast: isLast)
    start = splitter.split(from: 0, into: index)
    guard !index.isHopeless else {
      throw DatasetError(
        faults: [
          "\(source.name): the line at byte \(origin + start) has more than 4 MB: this is no table"
        ])
    }
  }
}

/// Bytes that several threads use, each in its own range.
struct UncheckedBytes: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt8>
  init(_ base: UnsafeMutablePointer<UInt8>) { self.base = base }
}

/// A scanner whose bytes several threads read.
private struct UncheckedScanner: @unchecked Sendable {
  let scanner: RecordScanner
  init(_ scanner: RecordScanner) { self.scanner = scanner }
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

/// Counts quotes.
enum QuoteCounter {
  /// Whether a range has an odd number of quotes. Unsafe, for the bytes of a round are: the shim
  /// reads those of the range.
  static func isOdd(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    tally_is_odd(bytes + range.lowerBound, Int64(range.count), UInt8(ascii: "\"")) != 0
  }
}
