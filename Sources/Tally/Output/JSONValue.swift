// A JSON value with ordered members, and its text: pretty or in one line.

/// A JSON value; the members of an object keep their order, so that output can be compared.
indirect enum JSONValue {
  case null
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// A value that stays on one line in pretty text: a row of a table.
  case line(JSONValue)

  /// A whole number.
  static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// A number that may be missing.
  static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// The value in one line, without spaces.
  var compact: String {
    var text = ""
    write(to: &text, .compact)
    return text
  }

  /// The value over lines, two spaces for each level; rows and lists of plain values keep to one.
  var pretty: String {
    var text = ""
    write(to: &text, .lines(0))
    return text
  }

  /// Where the parts of a value stand.
  fileprivate enum Style {
    /// In one line without spaces.
    case compact
    /// In one line, a space after each comma and colon.
    case spaced
    /// Each on its own line, at this level.
    case lines(Int)
  }

  private func write(to text: inout String, _ style: Style) {
    switch self {
    case .null: text += "null"
    case .number(let value): text += value.isFinite ? NumberText.exact(value) : "null"
    case .string(let value): JSONValue.quote(value, to: &text)
    case .array(let values):
      let inner = values.allSatisfy(\.isPlain) ? style.oneLine : style
      JSONValue.list(values, "[", "]", to: &text, inner) { value, text, style in
        value.write(to: &text, style)
      }
    case .object(let members):
      JSONValue.list(members, "{", "}", to: &text, style) { member, text, style in
        JSONValue.quote(member.0, to: &text)
        text += style.colon
        member.1.write(to: &text, style)
      }
    case .line(let value): value.write(to: &text, style.oneLine)
    }
  }

  /// Whether the value has no parts.
  private var isPlain: Bool {
    switch self {
    case .null, .number, .string: true
    case .array, .object, .line: false
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ style: Style,
    _ write: (Element, inout String, Style) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += style.comma }
      text += style.inner.lineStart
      write(element, &text, style.inner)
    }
    if !elements.isEmpty { text += style.lineStart }
    text += close
  }

  /// A string with the escapes that RFC 8259 asks for, section 7, and no others.
  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue.Style {
  /// The style of what must not break.
  fileprivate var oneLine: JSONValue.Style {
    switch self {
    case .compact: .compact
    case .spaced, .lines: .spaced
    }
  }

  /// The style of the parts of a value of this style.
  fileprivate var inner: JSONValue.Style {
    switch self {
    case .compact: .compact
    case .spaced: .spaced
    case .lines(let level): .lines(level + 1)
    }
  }

  /// What begins a line.
  fileprivate var lineStart: String {
    switch self {
    case .compact, .spaced: ""
    case .lines(let level): "\n" + TextWidth.spaces(2 * level)
    }
  }

  /// Between two parts.
  fileprivate var comma: String {
    switch self {
    case .compact, .lines: ","
    case .spaced: ", "
    }
  }

  /// Between a key and its value.
  fileprivate var colon: String {
    switch self {
    case .compact: ":"
    case .spaced, .lines: ": "
    }
  }
}
