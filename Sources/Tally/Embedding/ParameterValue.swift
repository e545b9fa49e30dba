// Values for the parameters of a question: typed, and never text of the language.

/// A value that takes the place of `$name` in a question.
///
/// It stands there as one value whatever is in it: quotes, brackets and words of the language in a
/// text stay parts of that text.
public enum ParameterValue: Sendable, Equatable {
  /// A text: a name, a word of a category, or a place such as `TX` or `Cook, IL`.
  case text(String)
  /// A number.
  case number(Double)
  /// A day, month or year.
  case period(Period)
  /// A place by its code of two or five digits, without `#`.
  case fips(String)
  /// Yes or no.
  case answer(Bool)

  /// The literal of the language that stands for it.
  /// - Throws: the reason why there is none, in words that follow the parameter's name.
  func literal() throws(UnwritableValue) -> String {
    switch self {
    case .text(let text): return try ParameterValue.quoted(text)
    case .number(let number): return try ParameterValue.digits(number)
    case .period(let period): return Period.text(period.first, period.last)
    case .fips(let code):
      guard code.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), !code.isEmpty
      else { throw UnwritableValue("is no code: \"\(code)\" is not of digits alone") }
      return "#" + code
    case .answer(let value): return value ? "yes" : "no"
    }
  }

  private static func quoted(_ text: String) throws(UnwritableValue) -> String {
    let literal = "\"" + text.replacing("\"", with: "\"\"") + "\""
    let (tokens, diagnostics) = Lexer.tokens(of: Source(literal))
    // What the lexer does not give back whole is not put into a question.
    guard diagnostics.isEmpty, tokens.count == 2, tokens[0].kind == .string, tokens[0].text == text
    else {
      throw UnwritableValue(
        "has a line break, a control character or a typographic quotation mark, "
          + "which no text of the language can hold")
    }
    return literal
  }

  private static func digits(_ number: Double) throws(UnwritableValue) -> String {
    guard number.isFinite else { throw UnwritableValue("is \(number), which is no number") }
    let size = number.magnitude
    let isWhole = size < 9_007_199_254_740_992 && size == size.rounded(.towardZero)
    let text = isWhole ? String(Int64(size)) : size.description
    guard !text.contains("e") else {
      throw UnwritableValue("is \(number), which the language has no way to write")
    }
    return number < 0 ? "(-\(text))" : text
  }
}

/// Why a value cannot stand in a question.
struct UnwritableValue: Error {
  let problem: String
  init(_ problem: String) { self.problem = problem }
}

extension ParameterValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  /// A text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A number.
  public init(integerLiteral number: Int) { self = .number(Double(number)) }
  /// A number.
  public init(floatLiteral number: Double) { self = .number(number) }

  /// A text.
  public init(_ text: some StringProtocol) { self = .text(String(text)) }
  /// A whole number.
  public init(_ number: Int) { self = .number(Double(number)) }
  /// A day.
  public init(_ day: Day) { self = .period(Period(day)) }
}
