// JSON to values: what a schema or a package is written in.

/// A value of JSON.
indirect enum JSONText: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([(name: String, value: JSONText)])

  /// The value of a member; nil where there is none or this is no object.
  subscript(name: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The names of an object's members; none for other values.
  var names: [String] {
    if case .object(let members) = self { members.map(\.name) } else { [] }
  }

  /// The text of a string; nil for other values.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The members of an array; nil for other values.
  var list: [JSONText]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The texts of an array of strings, or of one string; nil for other values.
  var texts: [String]? {
    if let text { return [text] }
    guard let list else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }

  /// Whether two values are the same.
  static func == (a: JSONText, b: JSONText) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.elementsEqual(b) { $0.name == $1.name && $0.value == $1.value }
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }
}

/// Reads JSON.
struct JSONTextReader {
  /// The deepest nesting: a schema has five levels.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  /// The value of a text.
  /// - Throws: `DatasetError` with the first byte that is wrong.
  static func value(_ bytes: [UInt8], name: String) throws(DatasetError) -> JSONText {
    var reader = JSONTextReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    guard let value = reader.value(0), reader.skipBlanks(), reader.position == bytes.count else {
      throw DatasetError(faults: ["\(name): byte \(reader.position) is not what JSON has there"])
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() -> Bool {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    return true
  }

  private mutating func take(_ byte: Character) -> Bool {
    _ = skipBlanks()
    guard next == byte.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value(_ depth: Int) -> JSONText? {
    guard depth < JSONTextReader.deepest, skipBlanks(), let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONText) -> JSONText? {
    guard bytes[position...].starts(with: word.utf8) else { return nil }
    position += word.utf8.count
    return value
  }

  private mutating func number() -> JSONText? {
    let start = position
    while let byte = next, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let value = Double(String(decoding: bytes[start..<position], as: UTF8.self))
    guard let value, value.isFinite else { return nil }
    return .number(value)
  }

  private mutating func array(_ depth: Int) -> JSONText? {
    position += 1
    var values: [JSONText] = []
    if take("]") { return .array(values) }
    while let value = value(depth + 1) {
      values.append(value)
      if take("]") { return .array(values) }
      guard take(",") else { return nil }
    }
    return nil
  }

  private mutating func object(_ depth: Int) -> JSONText? {
    position += 1
    var members: [(name: String, value: JSONText)] = []
    if take("}") { return .object(members) }
    while skipBlanks(), next == UInt8(ascii: "\""), let name = string(), take(":"),
      let value = value(depth + 1)
    {
      members.append((name, value))
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
    }
    return nil
  }

  private mutating func string() -> String? {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let letter = escaped() else { return nil }
        text.append(contentsOf: letter)
      case ..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> [UInt8]? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return unicode()
    default: return nil
    }
  }

  private mutating func unicode() -> [UInt8]? {
    guard let first = unit() else { return nil }
    var code = first
    if (0xD800..<0xDC00).contains(first) {
      guard next == UInt8(ascii: "\\") else { return nil }
      position += 1
      guard next == UInt8(ascii: "u") else { return nil }
      position += 1
      guard let second = unit(), (0xDC00..<0xE000).contains(second) else { return nil }
      code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    return Unicode.Scalar(code).flatMap { UTF8.encode($0) }.map { Array($0) }
  }

  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = bytes[position..<(position + 4)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
