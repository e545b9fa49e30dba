// Readers for the tests: CSV as RFC 4180 has it, and the part of JSON Schema that ours uses.

import Foundation

/// Reads CSV; nil where it is not well formed.
func readCSV(_ text: String) -> [[String]]? {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    if isQuoted {
      if scalar != "\"" {
        field.unicodeScalars.append(scalar)
      } else if scalars.first == "\"" {
        scalars.removeFirst()
        field += "\""
      } else {
        isQuoted = false
        guard [",", "\r"].contains(scalars.first) else { return nil }
      }
    } else if scalar == "\"" {
      guard field.isEmpty else { return nil }
      isQuoted = true
    } else if scalar == "," {
      row.append(field)
      field = ""
    } else if scalar == "\r" {
      guard scalars.popFirst() == "\n" else { return nil }
      rows.append(row + [field])
      (row, field) = ([], "")
    } else {
      guard scalar != "\n" else { return nil }
      field.unicodeScalars.append(scalar)
    }
  }
  return isQuoted || !row.isEmpty || !field.isEmpty ? nil : rows
}

/// Holds JSON against a schema: `$ref` within the file, `oneOf`, `const`, `enum`, `type`,
/// `required`, `properties`, `additionalProperties`, `items`, `minimum`, `pattern`.
struct SchemaJudge {
  private let root: [String: Any]

  init(_ text: Data) throws {
    root = try JSONSerialization.jsonObject(with: text) as? [String: Any] ?? [:]
  }

  /// What is wrong with a value; empty where all is well.
  func complaints(_ value: Any) -> [String] { complaints(value, root, "$") }

  private func complaints(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let name = schema["$ref"] as? String {
      let definitions = root["$defs"] as? [String: Any]
      let target = definitions?[String(name.dropFirst("#/$defs/".count))] as? [String: Any]
      return target.map { complaints(value, $0, path) } ?? ["\(path): no \(name)"]
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let found = choices.map { complaints(value, $0, path) }
      if found.count(where: \.isEmpty) == 1 { return [] }
      return ["\(path): not one of \(choices.count)"] + found.joined()
    }
    return plainComplaints(value, schema, path) + partComplaints(value, schema, path)
  }

  private func plainComplaints(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var complaints: [String] = []
    if let constant = schema["const"], !isEqual(constant, value) { complaints.append("const") }
    if let words = schema["enum"] as? [Any], !words.contains(where: { isEqual($0, value) }) {
      complaints.append("enum")
    }
    if let type = schema["type"] {
      let names = type as? [String] ?? [type as? String ?? ""]
      if !names.contains(where: { isType(value, $0) }) { complaints.append("type") }
    }
    if let minimum = schema["minimum"] as? Double, let number = value as? Double, number < minimum {
      complaints.append("minimum")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      complaints.append("pattern")
    }
    return complaints.map { "\(path): \($0) of \(value)" }
  }

  private func partComplaints(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let values = value as? [Any], let items = schema["items"] as? [String: Any] {
      return values.enumerated().flatMap { complaints($1, items, "\(path)[\($0)]") }
    }
    guard let object = value as? [String: Any] else { return [] }
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let required = schema["required"] as? [String] ?? []
    var found = required.filter { object[$0] == nil }.map { "\(path): no \($0)" }
    for (key, part) in object {
      if let rule = known[key] ?? schema["additionalProperties"] as? [String: Any] {
        found += complaints(part, rule, "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): \(key) is too much")
      }
    }
    return found
  }

  private func isEqual(_ one: Any, _ other: Any) -> Bool {
    (one as? NSObject)?.isEqual(other as? NSObject) ?? false
  }

  private func isType(_ value: Any, _ name: String) -> Bool {
    switch name {
    case "null": value is NSNull
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    case "number": value is Double
    default: false
    }
  }
}
