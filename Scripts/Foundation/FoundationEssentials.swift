// What the argument parser uses of Foundation, in place of it: JSON, and what errors say.
//
// The released program is compiled with this module in place of Foundation's own, which would be a
// sixth of it. Only the names that the argument parser uses are here, and they do the same.

/// An error that has words for people.
public protocol LocalizedError: Error {
  /// What happened.
  var errorDescription: String? { get }
}

extension LocalizedError {
  /// No words.
  public var errorDescription: String? { nil }
}

/// The bytes of a text.
public struct Data {
  fileprivate let bytes: [UInt8]
}

extension String {
  /// How a text is made of bytes.
  public enum Encoding {
    /// As UTF-8.
    case utf8
  }

  /// The text of some bytes.
  public init?(data: Data, encoding: Encoding) { self.init(validating: data.bytes, as: UTF8.self) }
}

/// Writes values as JSON: each member of an object on a line, by its name.
public final class JSONEncoder {
  /// How JSON is laid out. What is written here is both, for nothing else is asked for.
  public struct OutputFormatting: OptionSet, Sendable {
    /// The options as bits.
    public let rawValue: Int
    /// Options of some bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Each member on a line.
    public static let prettyPrinted = OutputFormatting(rawValue: 1)
    /// Members by their names.
    public static let sortedKeys = OutputFormatting(rawValue: 2)
  }

  /// How JSON is laid out.
  public var outputFormatting: OutputFormatting = []

  /// An encoder.
  public init() {}

  /// A value as JSON.
  public func encode<Value: Encodable>(_ value: Value) throws -> Data {
    let node = Node()
    try node.take(value)
    return Data(bytes: Array(node.text(indent: "").utf8))
  }
}

/// A value of JSON while it is written. A class, for its parts are handed out before they are done.
private final class Node {
  private enum Content {
    case plain(String)
    case list([Node])
    case object([String: Node])
  }

  private var content = Content.plain("null")

  /// Takes a value: a text, a number and the like as they are, others by what they write.
  func take<Value: Encodable>(_ value: Value) throws {
    switch value {
    case let text as String: content = .plain(Node.quoted(text))
    case let truth as Bool: content = .plain(truth ? "true" : "false")
    case let number as any BinaryInteger: content = .plain(String(describing: number))
    case let number as any BinaryFloatingPoint: content = .plain(String(describing: number))
    default: try value.encode(to: Writer(node: self))
    }
  }

  /// Becomes an object unless it is one.
  func becomeObject() {
    if case .object = content { return }
    content = .object([:])
  }

  /// Becomes a list unless it is one.
  func becomeList() {
    if case .list = content { return }
    content = .list([])
  }

  /// How many elements a list has.
  var count: Int {
    if case .list(let nodes) = content { nodes.count } else { 0 }
  }

  /// The node of a new member.
  func member(_ name: String) -> Node {
    let node = Node()
    guard case .object(var members) = content else { return node }
    members[name] = node
    content = .object(members)
    return node
  }

  /// The node of a new element.
  func element() -> Node {
    let node = Node()
    guard case .list(let nodes) = content else { return node }
    content = .list(nodes + [node])
    return node
  }

  /// The value as JSON.
  func text(indent: String) -> String {
    let inner = indent + "  "
    switch content {
    case .plain(let text): return text
    case .list(let nodes):
      return Node.block("[", nodes.map { inner + $0.text(indent: inner) }, indent + "]")
    case .object(let members):
      let lines = members.sorted { $0.key < $1.key }.map { name, node in
        inner + Node.quoted(name) + " : " + node.text(indent: inner)
      }
      return Node.block("{", lines, indent + "}")
    }
  }

  private static func block(_ start: String, _ lines: [String], _ end: String) -> String {
    start + "\n" + lines.joined(separator: ",\n") + "\n" + end
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "/": result += "\\/"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{c}": result += "\\f"
      case "\0"..."\u{1f}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Hands a value's parts to its node.
private struct Writer: Encoder, SingleValueEncodingContainer {
  let node: Node
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(Members<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeList()
    return Elements(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() {}
  func encode<Value: Encodable>(_ value: Value) throws { try node.take(value) }
}

/// Writes the members of an object.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: Node
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try node.member(key.stringValue).take(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    Writer(node: node.member(key.stringValue)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    Writer(node: node.member(key.stringValue)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { Writer(node: node.member("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { Writer(node: node.member(key.stringValue)) }
}

/// Writes the elements of a list.
private struct Elements: UnkeyedEncodingContainer {
  let node: Node
  var codingPath: [any CodingKey] { [] }
  var count: Int { node.count }

  func encodeNil() { _ = node.element() }
  func encode<Value: Encodable>(_ value: Value) throws { try node.element().take(value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    Writer(node: node.element()).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    Writer(node: node.element()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { Writer(node: node.element()) }
}
