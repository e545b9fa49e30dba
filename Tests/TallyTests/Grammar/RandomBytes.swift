// Makes input that nobody would type on purpose: noise, damaged sentences, bad UTF-8.

/// A maker of byte strings for lexer and parser.
struct RandomBytes {
  private var maker: SentenceMaker
  private let vocabulary: Vocabulary
  private var random: SplitMix64

  init(_ grammar: EBNF, seed: UInt64) {
    maker = SentenceMaker(grammar, seed: seed)
    vocabulary = Vocabulary(grammar)
    random = SplitMix64(seed: ~seed)
  }

  /// The next input: a third noise, a third words in any order, a third damaged sentences.
  mutating func next() -> [UInt8] {
    switch random.below(6) {
    case 0: return (0..<random.below(120)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    case 1: return (0..<random.below(120)).map { _ in random.pick(RandomBytes.signs) }
    case 2, 3: return salad()
    default: return damaged()
    }
  }

  private mutating func salad() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.below(40) {
      bytes += Array(vocabulary.anything(by: &random).text.utf8)
      if random.percent(80) { bytes.append(random.pick(Array(" \n;".utf8))) }
    }
    return bytes
  }

  private mutating func damaged() -> [UInt8] {
    var bytes = Array(Rendering.typed(maker.sentence().made.lexemes, by: &random).utf8)
    for _ in 0...random.below(6) {
      let place = random.below(bytes.count + 1)
      let end = min(bytes.count, place + random.below(8))
      switch random.below(5) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      case 2: bytes.insert(random.pick(RandomBytes.signs), at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count + 1))
      default: bytes.insert(contentsOf: random.pick(RandomBytes.pieces), at: place)
      }
    }
    return bytes
  }

  /// Bytes that mean something, the ends of lines and of texts among them.
  private static let signs = Array("\"\"\"''##--;;|(),.<>=!&%$_+*/0123456789fyaeT \n\r\t\0".utf8)

  /// Pieces of text that are treated apart: signs from documents, and UTF-8 that is none.
  private static let pieces: [[UInt8]] = [
    Array("“".utf8), Array("\u{A0}".utf8), Array("≥".utf8), Array("≠".utf8), Array("–".utf8),
    Array("e\u{301}".utf8), Array("\u{FEFF}".utf8), Array("\u{2028}".utf8), Array("😀".utf8),
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF], [0],
    Array("99999999999999999999".utf8), Array("0000-00-00".utf8), Array("fy99999".utf8),
    Array("1e9".utf8), Array("-- ".utf8), Array("\"\"\"".utf8), Array("\r\n".utf8),
  ]
}
