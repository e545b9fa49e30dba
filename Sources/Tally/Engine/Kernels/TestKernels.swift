// A test of each row's value, as bits: one bit a row, lowest row in the lowest bit.

internal import CBlockMasks

/// Loops that test the values of rows. The output has a word for each 64 rows; the bits behind the
/// last row are zero. Where `among` has words, only its rows are looked at, which all values of a
/// word are where one of them is in it.
enum TestKernels {
  /// The rows whose value lies between two ends, both included.
  static func within(
    _ values: Swift.Span<Int8>, _ low: Int8, _ high: Int8, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    words(values, among, &out) { block in
      #if arch(x86_64)
        tally_mask_within_8(block, low, high)
      #else
        bits(64) { low <= block[$0] && block[$0] <= high }
      #endif
    } test: {
      low <= $0 && $0 <= high
    }
  }

  /// The same of wider values.
  static func within(
    _ values: Swift.Span<Int16>, _ low: Int16, _ high: Int16, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    words(values, among, &out) { block in
      #if arch(x86_64)
        tally_mask_within_16(block, low, high)
      #else
        bits(64) { low <= block[$0] && block[$0] <= high }
      #endif
    } test: {
      low <= $0 && $0 <= high
    }
  }

  /// The same of wider values.
  static func within(
    _ values: Swift.Span<Int32>, _ low: Int32, _ high: Int32, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    words(values, among, &out) { block in
      #if arch(x86_64)
        tally_mask_within_32(block, low, high)
      #else
        bits(64) { low <= block[$0] && block[$0] <= high }
      #endif
    } test: {
      low <= $0 && $0 <= high
    }
  }

  /// The rows whose number lies between two ends, both included.
  static func within(
    _ values: Swift.Span<Double>, _ low: Double, _ high: Double, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    words(values, among, &out) { block in
      #if arch(x86_64)
        tally_mask_within_double(block, low, high)
      #else
        bits(64) { low <= block[$0] && block[$0] <= high }
      #endif
    } test: {
      low <= $0 && $0 <= high
    }
  }

  /// The rows whose code is accepted: `accepted` has 1 or 0 for each code, and 0 at its end, which
  /// stands for every code that there is not.
  static func accepted(
    _ codes: Swift.Span<UInt8>, _ accepted: Swift.Span<UInt8>,
    _ among: Swift.Span<UInt64>, _ out: inout [UInt64]
  ) {
    table(accepted, &out) { table, last, out in
      words(codes, among, &out) {
        tally_mask_accepted_8($0, table, last)
      } test: {
        table[Int(min(UInt32($0), last))] != 0
      }
    }
  }

  /// How many words of bits stand for the codes that fit into the processor's registers.
  static let lookedWords = Int(tally_looked_words)

  /// The same of wider codes. Pointers, for the shim reads 64 codes for each word that it writes;
  /// there are as many of both.
  /// - Parameter bits: the table once more, a bit for each code; empty where it is too long.
  static func accepted(
    _ codes: Swift.Span<UInt16>, _ accepted: Swift.Span<UInt8>, bits: [UInt16] = [],
    _ among: Swift.Span<UInt64>, _ out: inout [UInt64]
  ) {
    var made = 0
    if bits.count == lookedWords, among.isEmpty {
      let whole = min(codes.count / 64, out.count)
      let isMade = codes.withUnsafeBufferPointer { codes in
        out.withUnsafeMutableBufferPointer { out in
          tally_accepted_16(codes.baseAddress, bits, out.baseAddress, Int64(whole)) != 0
        }
      }
      if isMade { made = whole }
    }
    table(accepted, &out) { table, last, out in
      words(codes, among, behind: made, &out) {
        tally_mask_accepted_16($0, table, last)
      } test: {
        table[Int(min(UInt32($0), last))] != 0
      }
    }
  }

  /// The same of wider codes.
  static func accepted(
    _ codes: Swift.Span<UInt32>, _ accepted: Swift.Span<UInt8>,
    _ among: Swift.Span<UInt64>, _ out: inout [UInt64]
  ) {
    table(accepted, &out) { table, last, out in
      words(codes, among, &out) {
        tally_mask_accepted_32($0, table, last)
      } test: {
        table[Int(min($0, last))] != 0
      }
    }
  }

  /// The same of rows that links lead to; one below zero is above all others without its sign.
  static func accepted(
    _ links: Swift.Span<Int32>, _ accepted: Swift.Span<UInt8>,
    _ among: Swift.Span<UInt64>, _ out: inout [UInt64]
  ) {
    table(accepted, &out) { table, last, out in
      words(links, among, &out) { block in
        block.withMemoryRebound(to: UInt32.self, capacity: 64) {
          tally_mask_accepted_32($0, table, last)
        }
      } test: {
        table[Int(min(UInt32(bitPattern: $0), last))] != 0
      }
    }
  }

  /// The rows whose code is in a run: the first code, and up to so many above it.
  static func run(
    _ codes: Swift.Span<UInt8>, _ first: UInt32, _ more: UInt32, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    guard let least = UInt8(exactly: first) else { return clear(&out) }
    let most = UInt8(clamping: more)
    words(codes, among, &out) { block in
      #if arch(x86_64)
        tally_mask_run_8(block, least, min(most, .max - least))
      #else
        bits(64) { isInRun(UInt32(block[$0]), first, more) }
      #endif
    } test: {
      isInRun(UInt32($0), first, more)
    }
  }

  /// The same of wider codes.
  static func run(
    _ codes: Swift.Span<UInt16>, _ first: UInt32, _ more: UInt32, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    guard let least = UInt16(exactly: first) else { return clear(&out) }
    let most = UInt16(clamping: more)
    words(codes, among, &out) { block in
      #if arch(x86_64)
        tally_mask_run_16(block, least, min(most, .max - least))
      #else
        bits(64) { isInRun(UInt32(block[$0]), first, more) }
      #endif
    } test: {
      isInRun(UInt32($0), first, more)
    }
  }

  /// The same of wider codes.
  static func run(
    _ codes: Swift.Span<UInt32>, _ first: UInt32, _ more: UInt32, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    words(codes, among, &out) { block in
      #if arch(x86_64)
        tally_mask_run_32(block, first, more)
      #else
        bits(64) { isInRun(block[$0], first, more) }
      #endif
    } test: {
      isInRun($0, first, more)
    }
  }

  /// The same of rows that links lead to; one below zero is above all others without its sign.
  static func run(
    _ links: Swift.Span<Int32>, _ first: UInt32, _ more: UInt32, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    words(links, among, &out) { block in
      #if arch(x86_64)
        block.withMemoryRebound(to: UInt32.self, capacity: 64) {
          tally_mask_run_32($0, first, more)
        }
      #else
        bits(64) { isInRun(UInt32(bitPattern: block[$0]), first, more) }
      #endif
    } test: {
      isInRun(UInt32(bitPattern: $0), first, more)
    }
  }

  @inline(__always)
  private static func isInRun(_ code: UInt32, _ first: UInt32, _ more: UInt32) -> Bool {
    code &- first <= more
  }

  private static func clear(_ out: inout [UInt64]) {
    for index in out.indices { out[index] = 0 }
  }

  /// Calls a body with a table and its last place. A pointer, for the shim looks codes up in it,
  /// and never beyond that place.
  @inline(__always)
  private static func table(
    _ accepted: Swift.Span<UInt8>, _ out: inout [UInt64],
    _ body: (UnsafePointer<UInt8>, UInt32, inout [UInt64]) -> Void
  ) {
    accepted.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress, !table.isEmpty else {
        return clear(&out)
      }
      body(base, UInt32(truncatingIfNeeded: table.count - 1), &out)
    }
  }

  /// A word of bits for each 64 rows, the first of which may be made already. A pointer, for the
  /// shim loads 64 values at once: there are as many behind the address of every block; the rows
  /// behind the last block are tested one by one.
  @inline(__always)
  private static func words<Value: BitwiseCopyable>(
    _ values: Swift.Span<Value>, _ among: Swift.Span<UInt64>, behind made: Int = 0,
    _ out: inout [UInt64], block: (UnsafePointer<Value>) -> UInt64, test: (Value) -> Bool
  ) {
    var words = out.mutableSpan
    let whole = min(values.count / 64, words.count)
    values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      guard !among.isEmpty else {
        for word in made..<max(made, whole) { words[word] = block(base + word &* 64) }
        return
      }
      for word in 0..<whole {
        let wanted = among[word]
        words[word] = wanted == 0 ? 0 : wanted & block(base + word &* 64)
      }
    }
    guard whole < words.count else { return }
    let first = whole * 64
    var last = bits(min(64, values.count - first)) { test(values[first + $0]) }
    if whole < among.count { last &= among[whole] }
    words[whole] = last
    for index in (whole + 1)..<max(words.count, whole + 1) { words[index] = 0 }
  }

  @inline(__always)
  private static func bits(_ count: Int, _ test: (Int) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for row in 0..<max(0, count) where test(row) { bits |= 1 << UInt64(row) }
    return bits
  }
}
