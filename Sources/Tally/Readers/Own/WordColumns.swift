// Columns of words to typed columns: each distinct cell is looked at once, each row by its code.

/// Makes a column of merged words.
struct WordColumns {
  let words: MergedWords
  /// Which codes are unknown.
  private let isUnknown: [Bool]
  /// How often each code stands in a row; empty where nobody needs it.
  private let counts: [Int]

  /// The rows whose value is not known.
  private let unknown: Bitmap
  private let hasDropped: Bool

  /// - Parameter hasDropped: whether rows were left out, so that some codes may stand nowhere.
  init(_ words: MergedWords, hasDropped: Bool, isUnknown: (ArraySlice<UInt8>) -> Bool) {
    self.init(
      words, hasDropped, (0..<words.texts.count).map { isUnknown(words.texts.bytes($0)) })
  }

  private init(_ words: MergedWords, _ hasDropped: Bool, _ isUnknown: [Bool]) {
    self.words = words
    self.hasDropped = hasDropped
    self.isUnknown = isUnknown
    // Where one word is unknown, which is usual, all unknown rows have it: nothing is counted.
    let several = isUnknown.count { $0 } > 1
    counts = hasDropped || several ? words.histogram() : []
    unknown = words.bitmap(isUnknown)
  }

  /// The same words, of which others are unknown.
  func with(isUnknown: (ArraySlice<UInt8>) -> Bool) -> WordColumns {
    let others = (0..<words.texts.count).map { isUnknown(words.texts.bytes($0)) }
    return others == self.isUnknown ? self : WordColumns(words, hasDropped, others)
  }

  /// How many cells are empty.
  var emptyCells: Int { unknownCodes.filter { isEmpty($0) }.reduce(0) { $0 + count($1) } }

  /// The words that stand for unknown, most often first.
  var unknownWords: [(word: String, count: Int)] {
    unknownCodes.filter { !isEmpty($0) && count($0) > 0 }
      .map { (words.texts[$0], count($0)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The distinct cells that are known, in the order of the file.
  var known: [ArraySlice<UInt8>] { codes.map { words.texts.bytes($0) } }

  private var unknownCodes: [Int] { isUnknown.indices.filter { isUnknown[$0] } }
  private var codes: [Int] {
    isUnknown.indices.filter { !isUnknown[$0] && (counts.isEmpty || counts[$0] > 0) }
  }

  /// How often a word for unknown stands in a row.
  private func count(_ code: Int) -> Int { counts.isEmpty ? unknown.population : counts[code] }

  private func isEmpty(_ code: Int) -> Bool {
    UnknownWords.trimmed(words.texts.bytes(code)).isEmpty
  }

  private func column(_ values: Column.Values) -> Column {
    Column(values, unknown: unknown, none: Bitmap(count: words.rows))
  }

  /// The column as texts.
  func texts() -> Column {
    let kept = codes
    var places = [UInt32](repeating: 0, count: isUnknown.count)
    var arena: [UInt8] = []
    var ends: [UInt32] = []
    for (place, code) in kept.enumerated() {
      places[code] = UInt32(place)
      arena.append(contentsOf: words.texts.bytes(code))
      ends.append(UInt32(clamping: arena.count))
    }
    let pool = kept.isEmpty ? [""] : TextPool(arena: arena, ends: ends) ?? [""]
    return column(.text(codes: coded(places, most: kept.count), texts: pool))
  }

  /// How many rows have each text of the column of texts, how many have one that is not known, and
  /// that none is without one; nil where there are too many texts.
  func textCounts() -> [Int]? {
    guard isUnknown.count <= RowCounts.mostTexts else { return nil }
    let all = counts.isEmpty ? words.histogram() : counts
    return codes.map { all[$0] } + [unknownCodes.reduce(0) { $0 + all[$1] }, 0]
  }

  /// The column as one of a closed list.
  func category(_ list: [String]) -> Column {
    let numbers = Dictionary(list.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let places = isUnknown.indices.map { code in
      UInt32(isUnknown[code] ? 0 : numbers[words.texts[code]] ?? 0)
    }
    return column(.text(codes: coded(places, most: list.count), texts: TextPool(list)))
  }

  private func coded(_ places: [UInt32], most: Int) -> Codes {
    if most <= 1 << 8 {
      return Codes(.bytes(words.mapped(places.map { UInt8(truncatingIfNeeded: $0) })))
    }
    if most <= 1 << 16 {
      return Codes(.shorts(words.mapped(places.map { UInt16(truncatingIfNeeded: $0) })))
    }
    return Codes(.words(words.mapped(places)))
  }

  /// The column as answers.
  func answers(_ answers: AnswerWords) -> Column {
    let values = isUnknown.indices.map { code in
      isUnknown[code] ? nil : answers.value(words.texts.bytes(code))
    }
    let (yes, no) = (
      words.bitmap(values.map { $0 == .yes }), words.bitmap(values.map { $0 == .no })
    )
    let grounds = [Ground(value: .yes), Ground(value: .no), Ground(value: .unknown)]
    return Column(
      .answer(codes: Codes(yes: yes, no: no), grounds: grounds), unknown: ~(yes | no),
      none: Bitmap(count: words.rows))
  }

  /// The column as dates.
  func dates(_ period: (ArraySlice<UInt8>) -> Period?) -> Column {
    let periods = isUnknown.indices.map { code -> Period in
      let cell = UnknownWords.trimmed(words.texts.bytes(code))
      return (isUnknown[code] ? nil : period(cell)) ?? Period(Day(number: 0))
    }
    let first = words.mapped(periods.map(\.first.number))
    let isPrecise = periods.allSatisfy { $0.first == $0.last }
    return column(
      .date(first: first, last: isPrecise ? first : words.mapped(periods.map(\.last.number))))
  }

  /// The column as numbers.
  func numbers(_ marks: NumberMarks) -> Column {
    let values = isUnknown.indices.map { code in
      isUnknown[code] ? 0 : CellNumber.value(words.texts.bytes(code), marks) ?? 0
    }
    return column(.numbers(words.mapped(values)))
  }
}

extension TextPool {
  /// The bytes of a text.
  func bytes(_ code: Int) -> ArraySlice<UInt8> { arena[range(code)] }
}

extension CellNumber {
  /// The number of a cell with blanks around it or none.
  static func value(_ cell: ArraySlice<UInt8>, _ marks: NumberMarks) -> Double? {
    UnknownWords.trimmed(cell).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { value($0, bytes.count, marks) }
    }
  }
}
