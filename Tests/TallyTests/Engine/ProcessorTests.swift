// What the processor is found to have is what the system says that it has.

import CBlockMasks
import Foundation
import Testing

@testable import Tally

@Suite("What the processor has") struct ProcessorTests {
  #if os(Linux) && arch(x86_64)
    @Test func `the system says the same`() throws {
      let text = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("flags") })
      let flags = Set(line.split(separator: " ").map(String.init))
      let wanted: [(tally_instructions, [String])] = [
        (tally_popcnt, ["popcnt"]),
        (tally_avx2, ["avx2", "bmi1", "bmi2"]),
        (tally_avx512, ["avx512f", "avx512bw", "avx512_vbmi2"]),
        (tally_avx512_popcnt, ["avx512f", "avx512_vpopcntdq"]),
      ]
      for (instructions, names) in wanted {
        let has = tally_processor() & Int32(instructions.rawValue) != 0
        #expect(has == names.allSatisfy(flags.contains), "\(names)")
      }
    }
  #endif

  /// The first words of a process are counted without asking the processor, later ones by what it
  /// has: both ways are taken here, whatever ran before.
  @Test func `bits are counted alike before and after the processor is asked`() {
    var random = SplitMix64(seed: 7)
    for words in Array(0...70) + [1_000, 4_095, 4_096, 4_097, 5_000] {
      let a = (0..<words).map { _ in random.next() }
      let b = (0..<words).map { _ in random.next() }
      let plain = zip(a, b).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
      #expect(Int(tally_population(tally_minus, a, b, Int64(words))) == plain, "\(words) words")
    }
  }
}
