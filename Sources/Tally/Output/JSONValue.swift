// A JSON value with ordered members, and its text: pretty or in one line.

/// A JSON value; the members of an object keep their order, so that output can be compared.
enum JSONValue {
  case null
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A whole number.
  static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// A number that may be missing.
  static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// The value in one line, without spaces.
  var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The value over lines, two spaces for each level; a list of plain values stays on its line.
  var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .number(let value): text += value.isFinite ? NumberText.exact(value) : "null"
    case .string(let value): JSONValue.quote(value, to: &text)
    case .array(let values):
      let level = values.allSatisfy(\.isPlain) ? nil : indent
      let comma = indent != nil && level == nil ? ", " : ","
      JSONValue.list(values, "[", "]", comma, to: &text, indent: level) { value, text, inner in
        value.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSONValue.list(members, "{", "}", ",", to: &text, indent: indent) { member, text, inner in
        JSONValue.quote(member.0, to: &text)
        text += inner == nil ? ":" : ": "
        member.1.write(to: &text, indent: inner)
      }
    }
  }

  /// Whether the value has no parts.
  private var isPlain: Bool {
    switch self {
    case .null, .number, .string: true
    case .array, .object: false
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ comma: String,
    to text: inout String, indent: Int?, _ write: (Element, inout String, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += comma }
      if let indent { text += "\n" + TextWidth.spaces(2 * indent + 2) }
      write(element, &text, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { text += "\n" + TextWidth.spaces(2 * indent) }
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
