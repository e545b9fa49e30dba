// Codes of columns of words: each way to hold, count and mark them equals the plain codes.

import Testing

@testable import Tally

@Suite("Codes of the loader") struct LoaderCodeTests {
  @Test func `codes are held as narrow as they allow`() {
    var generator = SplitMix64(seed: 9)
    for mosts in [[3], [4], [5], [256, 257], [256, 65_536, 65_537], [3, 70_000], [65_537]] {
      let (codes, memory) = (NarrowCodes(), PieceMemory())
      var plain: [UInt32] = []
      for most in mosts {
        for count in [0, 1, 7, 511, 512] {
          for row in 0..<count {
            codes.block[row] = UInt32(truncatingIfNeeded: generator.next() % UInt64(most))
            plain.append(codes.block[row])
          }
          codes.append(count, below: most)
        }
      }
      let most = mosts.last ?? 0
      func take(_ dropped: Set<Int>) -> CodePiece {
        codes.take(dropping: dropped, below: most, into: memory)
      }
      #expect(mapped(take([]), most) == plain)
      codes.append(5, below: 3)
      let rest = [0, 2, 4].map { codes.block[$0] }
      #expect(mapped(take([1, 3]), most) == rest)
      #expect(mapped(take([]), most).isEmpty)
    }
  }

  /// The codes of a piece, by a table in which each code has itself.
  private func mapped(_ piece: CodePiece, _ most: Int) -> [UInt32] {
    let table = (0..<max(most, 4)).map { UInt32($0) }
    return [UInt32](unsafeUninitializedCapacity: 10_000) { into, count in
      table.withUnsafeBufferPointer { piece.map($0, into, &count) }
    }
  }

  @Test func `codes of two bits are the codes`() {
    var generator = SplitMix64(seed: 15)
    for length in LoaderKernelTests.lengths {
      for most in 1...4 {
        let codes = (0..<length).map { _ in UInt8(generator.next() % UInt64(most)) }
        let memory = PieceMemory()
        let piece = codes.withUnsafeBufferPointer { CodePiece.bits(TwoBitCodes($0, memory)) }
        #expect(mapped(piece, most) == codes.map { UInt32($0) })
        var counts = [Int](repeating: 1, count: most)
        piece.count(&counts)
        #expect(counts == (0..<most).map { code in 1 + codes.count { Int($0) == code } })
        for marks in 0..<(1 << most) {
          let isMarked = (0..<most).map { marks >> $0 & 1 == 1 }
          var bits = MarkBits(rows: 2 * length)
          piece.append(to: &bits, CodeMarks(isMarked))
          piece.append(to: &bits, CodeMarks(isMarked))
          let all = codes + codes
          #expect(
            Bitmap(count: all.count, padding: bits.words)
              == Bitmap(count: all.count) { isMarked[Int(all[$0])] })
        }
      }
    }
  }

  @Test func `marked codes are bits wherever a stretch begins`() {
    var generator = SplitMix64(seed: 10)
    for length in LoaderKernelTests.lengths {
      for distinct in [1, 4, 300, 70_000] {
        let isMarked = (0..<distinct).map { _ in generator.next() % 3 == 0 }
        let one = (0..<distinct).map { $0 == distinct / 2 }
        for marks in [isMarked, one] {
          var bits = MarkBits(rows: 3 * length)
          var plain: [Bool] = []
          for _ in 0..<3 {
            let codes = (0..<length).map { _ in Int(generator.next() % UInt64(distinct)) }
            plain += codes.map { marks[$0] }
            switch Codes(codes).storage {
            case .bytes(let codes): bits.append(codes.span, CodeMarks(marks))
            case .shorts(let codes): bits.append(codes.span, CodeMarks(marks))
            case .words(let codes): bits.append(codes.span, CodeMarks(marks))
            case .truth: break
            }
          }
          #expect(
            Bitmap(count: plain.count, padding: bits.words)
              == Bitmap(count: plain.count) { plain[$0] })
        }
      }
    }
  }

  /// A reader's first rows may be narrow, and a cell that it meets later be the marked one.
  @Test func `narrow codes are not taken for the last byte of a wide mark`() {
    for (distinct, most, marked) in [(300, 256, 260), (70_000, 65_536, 65_540), (300, 256, 255)] {
      let marks = CodeMarks((0..<distinct).map { $0 == marked })
      let codes = (0..<1000).map { $0 * 7 % most }
      var bits = MarkBits(rows: codes.count)
      let (bytes, shorts) = (codes.map { UInt8(truncatingIfNeeded: $0) }, codes.map { UInt16($0) })
      if most <= 256 { bits.append(bytes.span, marks) } else { bits.append(shorts.span, marks) }
      #expect(
        Bitmap(count: codes.count, padding: bits.words)
          == Bitmap(count: codes.count) { codes[$0] == marked })
    }
  }
}
