// How a column writes its numbers: which mark stands before a fraction and which between thousands.

/// The marks of a column's numbers.
struct NumberMarks: Sendable, Equatable {
  /// The mark before a fraction.
  var decimal = UInt8(ascii: ".")
  /// The mark between thousands; nil for none.
  var group: UInt8?

  /// `1234.5`
  static let plain = NumberMarks()
  /// `1,234.5`
  static let american = NumberMarks(group: UInt8(ascii: ","))
  /// `1.234,5`
  static let european = NumberMarks(decimal: UInt8(ascii: ","), group: UInt8(ascii: "."))
}

/// What the cells of a column say about its marks. `1,234` is open: a thousand and more, or one and
/// a fraction.
struct NumberEvidence: OptionSet, Sendable, Equatable {
  let rawValue: UInt8

  /// `12.5`: a point before a fraction.
  static let point = NumberEvidence(rawValue: 1)
  /// `1.234`
  static let openPoint = NumberEvidence(rawValue: 2)
  /// `12,5`: a comma before a fraction.
  static let comma = NumberEvidence(rawValue: 4)
  /// `1,234`
  static let openComma = NumberEvidence(rawValue: 8)
  /// `1,234,567` or `1,234.5`
  static let groupedByComma = NumberEvidence(rawValue: 16)
  /// `1.234.567` or `1.234,5`
  static let groupedByPoint = NumberEvidence(rawValue: 32)
  /// A cell that is a code, not a number: `007`, or more digits than a number holds.
  static let code = NumberEvidence(rawValue: 64)
  /// A cell that is neither number nor a word for unknown.
  static let other = NumberEvidence(rawValue: 128)

  /// What one cell says; nothing for a plain whole number.
  init(of cell: some Sequence<UInt8>) { self = NumberShape(cell).evidence }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// The parts of a cell that looks like a number, whatever its marks.
private struct NumberShape {
  private var groups: [Int] = [0]
  private var marks: [UInt8] = []
  private var first: UInt8?
  private var isOther = false
  private var hasExponent = false

  init(_ cell: some Sequence<UInt8>) {
    var isStart = true
    var afterExponent = false
    for byte in cell {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if first == nil { first = byte }
        groups[groups.count - 1] += 1
        afterExponent = false
      case UInt8(ascii: ".") where !hasExponent, UInt8(ascii: ",") where !hasExponent:
        marks.append(byte)
        groups.append(0)
      case UInt8(ascii: "-") where isStart || afterExponent,
        UInt8(ascii: "+") where isStart || afterExponent:
        afterExponent = false
      case UInt8(ascii: "e") where !hasExponent, UInt8(ascii: "E") where !hasExponent:
        hasExponent = true
        afterExponent = true
        isOther = isOther || groups.allSatisfy { $0 == 0 }
        groups.append(0)
      default: isOther = true
      }
      isStart = false
    }
    if hasExponent, groups.last == 0 || marks.count > 1 { isOther = true }
    if hasExponent { groups.removeLast() }
    if groups.allSatisfy({ $0 == 0 }) { isOther = true }
  }

  /// Whether the parts after the first have three digits each.
  private func isGrouped(_ parts: ArraySlice<Int>) -> Bool {
    (1...3).contains(groups[0]) && parts.allSatisfy { $0 == 3 }
  }

  var evidence: NumberEvidence {
    if isOther { return .other }
    if first == UInt8(ascii: "0"), groups[0] > 1 { return .code }
    guard let mark = marks.first, let last = marks.last else {
      return groups[0] > 15 && !hasExponent ? .code : []
    }
    let isComma = mark == UInt8(ascii: ",")
    if marks.count == 1 {
      let isOpen = isGrouped(groups[1...]) && first != UInt8(ascii: "0") && !hasExponent
      return isComma ? (isOpen ? .openComma : .comma) : (isOpen ? .openPoint : .point)
    }
    guard marks.dropLast().allSatisfy({ $0 == mark }) else { return .other }
    let whole = last == mark ? groups[1...] : groups[1..<(groups.count - 1)]
    guard isGrouped(whole) else { return .other }
    return isComma ? .groupedByComma : .groupedByPoint
  }
}

/// What a column's numbers are, by all that its cells say.
enum NumberDecision: Equatable {
  case numbers(NumberMarks)
  /// The column is text, for a reason in a full sentence's end.
  case text(String)

  /// Decides.
  /// - Parameters:
  ///   - declared: whether the user says that `,` stands before a fraction.
  ///   - delimiter: the file's; `;` is used where `,` stands before fractions.
  ///   - hasDecimalComma: whether another column of the file surely has decimal commas.
  static func of(
    _ evidence: NumberEvidence, declared: Bool?, delimiter: UInt8, hasDecimalComma: Bool
  ) -> NumberDecision {
    if evidence.contains(.other) { return .text("some cells are no numbers") }
    if evidence.contains(.code) {
      return .text("some cells are codes: they begin with a zero or have more than 15 digits")
    }
    let american = !evidence.isDisjoint(with: [.point, .groupedByComma])
    let european = !evidence.isDisjoint(with: [.comma, .groupedByPoint])
    if american && european { return .text(mixed) }
    let grouped: NumberMarks =
      evidence.isDisjoint(with: [.openComma, .groupedByComma]) ? .plain : .american
    if european || declared == true {
      return american || declared == false ? .text(mixed) : .numbers(.european)
    }
    if american || declared == false { return .numbers(grouped) }
    let isEuropeanFile = hasDecimalComma || delimiter == UInt8(ascii: ";")
    if evidence.contains(.openComma), evidence.contains(.openPoint) || isEuropeanFile {
      return .text(open("1,234"))
    }
    if evidence.contains(.openPoint), hasDecimalComma { return .text(open("1.234")) }
    return .numbers(grouped)
  }

  private static let mixed = "points and commas stand before fractions in different cells"

  private static func open(_ example: String) -> String {
    "cells such as \(example) can mean thousands or a fraction: say which by a schema"
  }
}
