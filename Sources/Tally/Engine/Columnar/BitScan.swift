// A program of bits over all rows, block by block, on as many threads as the host lends.

import Synchronization

extension BitProgram {
  /// Fewer rows than this are not worth a second thread: they take less than half a millisecond.
  static let rowsWorthThreads = 1 << 20

  /// Goes through all blocks and returns what each stretch of them gave, in the order of the rows.
  ///
  /// What is added up must not depend on where stretches end, so that any number of workers gives
  /// the same answer.
  /// - Parameters:
  ///   - shouldStop: asked before each block; the blocks after a yes are left out.
  ///   - start: what a stretch begins with.
  ///   - visit: takes one block.
  func scan<Part: Sendable>(
    _ workers: Workers, _ shouldStop: @escaping @Sendable () -> Bool, from start: Part,
    _ visit: @escaping @Sendable (inout BitMachine, inout Part) -> Void
  ) -> [Part] {
    let blocks = BitMachine.blocks(of: count)
    let parts = count < BitProgram.rowsWorthThreads ? 1 : min(workers.count, blocks)
    guard parts > 1 else { return [stretch(0..<blocks, shouldStop, start, visit)] }
    let found = Mutex<[Int: Part]>([:])
    workers.run(parts) { part in
      let own = blocks * part / parts..<blocks * (part + 1) / parts
      let result = stretch(own, shouldStop, start, visit)
      found.withLock { $0[part] = result }
    }
    return found.withLock { results in (0..<parts).compactMap { results[$0] } }
  }

  private func stretch<Part>(
    _ blocks: Range<Int>, _ shouldStop: () -> Bool, _ start: Part,
    _ visit: (inout BitMachine, inout Part) -> Void
  ) -> Part {
    var machine = BitMachine(self)
    var part = start
    for block in blocks {
      guard !shouldStop() else { break }
      machine.start(block: block)
      visit(&machine, &part)
    }
    return part
  }

  /// Sets as bitmaps. Sets that are one share their memory.
  func bitmaps(
    _ wanted: [Bits], _ workers: Workers, _ shouldStop: @escaping @Sendable () -> Bool
  ) -> [Bitmap] {
    var each: [Bits] = []
    for bits in wanted where isMade(bits) && !each.contains(bits) { each.append(bits) }
    let made = each.sorted()
    let none = [[UInt64]](repeating: [], count: made.count)
    let parts =
      made.isEmpty
      ? []
      : scan(workers, shouldStop, from: none) { machine, words in
        for (at, bits) in made.enumerated() {
          machine.with(bits) { span in
            if words[at].isEmpty { words[at].reserveCapacity(span.count) }
            for index in 0..<span.count { words[at].append(span[index]) }
          }
        }
      }
    return wanted.map { bits in
      switch steps[bits] {
      case .bitmap(let bitmap): return bitmap
      case .constant(let isAll): return Bitmap(count: count, filled: isAll)
      case .test, .both, .either, .minus:
        guard let at = made.firstIndex(of: bits) else { return Bitmap(count: count) }
        // A scan that was stopped has fewer words; nothing is made of them.
        let words = parts.count == 1 ? parts[0][at] : parts.flatMap { $0[at] }
        return Bitmap(count: count, words: words) ?? Bitmap(count: count)
      }
    }
  }

  private func isMade(_ bits: Bits) -> Bool {
    switch steps[bits] {
    case .bitmap, .constant: false
    case .test, .both, .either, .minus: true
    }
  }
}
