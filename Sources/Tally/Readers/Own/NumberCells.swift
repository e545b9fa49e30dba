// A column of numbers as a pass over the file makes it, for the rows that one thread reads.

/// The numbers of some rows in the order of the file.
struct NumberPiece: Sendable {
  enum Values: Sendable {
    case bytes(PieceValues<Int8>)
    case shorts(PieceValues<Int16>)
    case ints(PieceValues<Int32>)
    case doubles(PieceValues<Double>)
  }
  var values: Values
  /// The rows without a value, by their places in the piece.
  var unknown: PieceValues<UInt32>
  /// How often each word for unknown stands there, by its code.
  var wordCounts: [Int]
  /// How the numbers were written, if they are not whole ones.
  var digits = DigitsSeen()
}

/// How numbers were written.
struct DigitsSeen: Sendable, Equatable {
  /// The most digits after the point.
  private(set) var places = 0
  /// No number is further from zero.
  private(set) var greatest = 0.0
  /// Whether none has more than fifteen digits.
  private var areAll = true

  /// What is known of their decimals.
  var decimals: Decimals? { Decimals(places: places, greatest: greatest, areAll: areAll) }

  /// Takes a number with so many digits after the point.
  @inline(__always)
  mutating func add(_ number: Double, _ places: Int) {
    if places > self.places { self.places = places }
    if number.magnitude > greatest { greatest = number.magnitude }
  }

  /// Takes a number whatever it was written as.
  mutating func add(_ number: Double) {
    let written = Written(number)
    areAll = areAll && written != nil
    add(number, written?.places ?? 0)
  }

  /// Takes what is known of others.
  mutating func add(_ other: DigitsSeen) {
    add(other.greatest, other.places)
    areAll = areAll && other.areAll
  }
}

/// Reads cells as numbers.
final class NumberCells: @unchecked Sendable {
  /// What the cells say of their marks.
  private(set) var evidence: NumberEvidence = []
  /// The cell that made the column one of text, and where its row begins.
  private(set) var misfit: (text: String, byte: Int)?
  /// The cells that are no numbers.
  let words = WordTable()
  private let marks: NumberMarks
  private let unknownWords: UnknownWords
  private let isDeclared: Bool
  private let isRequired: Bool
  /// Whether words that look like numbers mean unknown.
  private let checksFirst: Bool
  /// What a fraction says of the marks, and what one that can be grouped does.
  private let sure: NumberEvidence
  private let open: NumberEvidence
  private let isWholeOnly: Bool
  private var isUnknownWord: [Bool] = []
  private var isWhole = true
  /// What the pieces lie in.
  let memory = PieceMemory()
  private let ints = RawList<Int32>()
  private let doubles = RawList<Double>()
  private var digits = DigitsSeen()
  /// Rows without a value: the row in the high half, the code of its word and one in the low.
  private let unknown = RawList<UInt64>()

  init(_ task: ColumnTask, _ marks: NumberMarks) {
    self.marks = marks
    unknownWords = task.unknown
    isDeclared = task.rule != nil
    checksFirst = task.unknown.declared.contains {
      !$0.isEmpty && !NumberEvidence(of: $0).contains(.other)
    }
    let isComma = marks.decimal == UInt8(ascii: ",")
    sure = isComma ? .comma : .point
    open = isComma ? .openComma : .openPoint
    isRequired = task.rule?.isRequired == true
    isWholeOnly = task.rule?.isWholeOnly == true
  }

  /// Whether the column turned out not to be one of numbers.
  var isOver: Bool { !isDeclared && !evidence.isDisjoint(with: [.other, .code]) }

  /// How many rows the stripe has so far.
  private var count: Int { isWhole ? ints.count : doubles.count }

  /// Adds cells, at most as many as a block has.
  /// - Parameter fault: told the number of a cell that does not fit a declared type.
  func add(_ cells: some CellList, rowBytes: (Int) -> Int, fault: (Int, RecordFault) -> Void) {
    var row = 0
    while row < cells.count {
      if !checksFirst { row = addPlain(cells, from: row) }
      guard row < cells.count else { return }
      let (cell, length, at) = (cells.start(row), cells.length(row), row)
      if length == 0 {
        addUnknown(0)
        if isRequired { fault(row, .value(CellRule.isMissing)) }
      } else {
        other(cell, length, byte: rowBytes(row)) { fault(at, .value($0)) }
      }
      row += 1
    }
  }

  /// Adds cells as long as they are short whole numbers, plain fractions or empty, which most are.
  /// - Returns: the first that was not added.
  private func addPlain(_ cells: some CellList, from start: Int) -> Int {
    isWhole ? addWhole(cells, from: start) : addFractions(cells, from: start)
  }

  private func addWhole(_ cells: some CellList, from start: Int) -> Int {
    let (count, had) = (cells.count, ints.count)
    ints.reserve(count)
    let into = ints.elements + (had &- start)
    var row = start
    while row < count {
      let (cell, length) = (cells.start(row), cells.length(row))
      let value = short(cell, length)
      if value >= 0 {
        into[row] = Int32(truncatingIfNeeded: value)
      } else if length == 0, !isRequired {
        into[row] = 0
        unknown.append(UInt64(truncatingIfNeeded: had &+ row &- start) &<< 32)
      } else {
        break
      }
      row &+= 1
    }
    ints.count = had &+ row &- start
    return row
  }

  private func addFractions(_ cells: some CellList, from start: Int) -> Int {
    let (count, had) = (cells.count, doubles.count)
    doubles.reserve(count)
    let into = doubles.elements + (had &- start)
    var said: NumberEvidence = []
    var seen = digits
    var row = start
    while row < count {
      let (cell, length) = (cells.start(row), cells.length(row))
      let value = short(cell, length)
      if value >= 0 {
        into[row] = Double(value)
        seen.add(into[row], 0)
      } else if length == 0, !isRequired {
        into[row] = 0
        unknown.append(UInt64(truncatingIfNeeded: had &+ row &- start) &<< 32)
      } else {
        let (value, places, isOpen) = fraction(cell, length)
        guard value == value else { break }
        said.formUnion(isOpen ? open : sure)
        into[row] = value
        seen.add(value, places)
      }
      row &+= 1
    }
    evidence.formUnion(said)
    digits = seen
    doubles.count = had &+ row &- start
    return row
  }

  /// The number of a cell of one to eight digits that is no code; below zero for others.
  @inline(__always)
  private func short(_ cell: UnsafePointer<UInt8>, _ length: Int) -> Int {
    guard length &- 1 < 8, length > 0, length == 1 || cell[0] != UInt8(ascii: "0") else {
      return -1
    }
    return CellNumber.digits(cell, length)
  }

  @inline(__always)
  private func fraction(
    _ cell: UnsafePointer<UInt8>, _ length: Int
  ) -> (value: Double, places: Int, isOpen: Bool) {
    guard !isWholeOnly, length > 0 else { return (.nan, 0, false) }
    return CellNumber.fraction(cell, length, mark: marks.decimal)
  }

  @inline(__always)
  private func addUnknown(_ code: Int) {
    unknown.append(UInt64(truncatingIfNeeded: count) &<< 32 | UInt64(truncatingIfNeeded: code))
    add(0)
  }

  @inline(__always)
  private func add(_ value: Double) {
    if isWhole {
      // A fraction is no whole number, and what is beyond 32 bits is none here.
      if value == value.rounded(.towardZero), abs(value) <= Double(Int32.max) {
        ints.append(Int32(value))
        return
      }
      turn()
    }
    doubles.append(value)
    digits.add(value)
  }

  /// From now on the column has fractions.
  private func turn() {
    isWhole = false
    doubles.reserve(ints.count + CellBlock.rows)
    for row in 0..<ints.count {
      doubles.append(Double(ints[row]))
      digits.add(doubles[row], 0)
    }
    ints.count = 0
  }

  @inline(never)
  private func other(
    _ cell: UnsafePointer<UInt8>, _ length: Int, byte: Int, fault: (String) -> Void
  ) {
    var (start, end) = (0, length)
    while start < end, cell[start] == 0x20 || cell[start] == 0x09 { start += 1 }
    while end > start, cell[end - 1] == 0x20 || cell[end - 1] == 0x09 { end -= 1 }
    let inner = UnsafeBufferPointer(start: cell + start, count: end - start)
    guard !inner.isEmpty else {
      if isRequired { fault(CellRule.isMissing) }
      return addUnknown(0)
    }
    let said = NumberEvidence(of: inner)
    let isWord = checksFirst && unknownWords.hasDeclared(Array(inner)[...])
    if !said.contains(.other), !isWord {
      if let value = CellNumber.value(cell + start, end - start, marks) {
        if isDeclared || !said.contains(.code) {
          evidence.formUnion(said)
          if isWholeOnly, value != value.rounded(.towardZero) {
            fault("\"\(String(decoding: inner, as: UTF8.self))\" is no whole number.")
          }
          return add(value)
        }
      }
    }
    let code = words.code(cell, length, row: byte)
    if code == isUnknownWord.count {
      isUnknownWord.append(unknownWords.has(words.bytes(code)))
    }
    if isUnknownWord[code] {
      if isRequired { fault(CellRule.isMissing) }
      return addUnknown(code + 1)
    }
    evidence.formUnion(said)
    if misfit == nil { misfit = (String(decoding: words.bytes(code), as: UTF8.self), byte) }
    if isDeclared {
      fault("\"\(String(decoding: words.bytes(code), as: UTF8.self))\" is no number.")
    }
    add(0)
  }

  /// The rows since the last piece, without those that are dropped.
  func piece(dropping dropped: Set<Int>) -> NumberPiece {
    defer { (ints.count, doubles.count, unknown.count) = (0, 0, 0) }
    if !dropped.isEmpty { drop(dropped) }
    var wordCounts = [Int](repeating: 0, count: isUnknownWord.count)
    let (found, rows) = (unknown.elements, unknown.count)
    let places = memory.keep(rows) { into in
      for index in 0..<rows {
        into[index] = UInt32(truncatingIfNeeded: found[index] &>> 32)
        let code = Int(found[index] & 0xFFFF_FFFF)
        if code > 0 { wordCounts[code - 1] += 1 }
      }
    }
    return NumberPiece(
      values: values, unknown: places, wordCounts: wordCounts, digits: digits)
  }

  private func drop(_ dropped: Set<Int>) {
    var next = 0
    var seen = 0
    var kept = 0
    for row in 0..<count {
      let isMissing = seen < unknown.count && Int(unknown[seen] &>> 32) == row
      defer { seen += isMissing ? 1 : 0 }
      guard !dropped.contains(row) else { continue }
      if isMissing {
        unknown.elements[kept] =
          UInt64(truncatingIfNeeded: next) &<< 32 | (unknown[seen] & 0xFFFF_FFFF)
        kept += 1
      }
      if isWhole { ints.elements[next] = ints[row] } else { doubles.elements[next] = doubles[row] }
      next += 1
    }
    unknown.count = kept
    if isWhole { ints.count = next } else { doubles.count = next }
  }

  /// The numbers in the narrowest type that holds them.
  private var values: NumberPiece.Values {
    guard isWhole else { return .doubles(memory.keep(doubles)) }
    let (numbers, count) = (UnsafePointer(ints.elements), ints.count)
    var (least, most): (Int32, Int32) = (0, 0)
    for row in 0..<count {
      least = min(least, numbers[row])
      most = max(most, numbers[row])
    }
    if least >= -128, most <= 127 {
      return .bytes(memory.keep(count) { Widths.copy(numbers, count, to: $0) })
    }
    if least >= -32768, most <= 32767 {
      return .shorts(memory.keep(count) { Widths.copy(numbers, count, to: $0) })
    }
    return .ints(memory.keep(ints))
  }
}
