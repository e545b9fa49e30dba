// The threads that scans run on: every part once, whatever their number.

import Synchronization
import Tally
import Testing

@testable import TallyShell

@Suite struct ThreadsTests {
  @Test(arguments: [0, 1, 2, 3, 7, 64, 1000])
  func everyPartRunsOnce(_ parts: Int) {
    let runs = (0..<parts).map { _ in Counter() }
    Threads.workers.run(parts) { runs[$0].value.wrappingAdd(1, ordering: .relaxed) }
    #expect(runs.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
  }

  @Test func oneThreadRunsInOrder() {
    let seen = Mutex<[Int]>([])
    Workers.alone.run(5) { part in seen.withLock { $0.append(part) } }
    #expect(seen.withLock { $0 } == [0, 1, 2, 3, 4])
  }

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }
}
