// Where a table of one's own is and what it is to be called: `visits.csv`, `calls=log.tsv`.

import Glibc
import Tally

/// A file, as `--data` and `:open` are told of it.
struct OwnPath: Equatable {
  /// Where it is, as it was typed; `-` is standard input.
  let path: String
  /// The name of the table in the language.
  let name: String
  /// Whether the name was given, and not made of the file's.
  let isNamed: Bool

  /// Reads `PATH` or `NAME=PATH`. A file whose name holds `=` is found as it stands.
  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isFile = access(HomeFolder.expanded(text), F_OK) == 0
    if parts.count == 2, !isFile, OwnPath.isName(parts[0].lowercased()), !parts[1].isEmpty {
      name = parts[0].lowercased()
      path = String(parts[1])
      isNamed = true
    } else {
      path = text
      name = OwnPath.name(of: text)
      isNamed = false
    }
  }

  /// Whether there is such a file, or standard input is meant.
  var isThere: Bool { path == "-" || access(HomeFolder.expanded(path), F_OK) == 0 }

  /// What the path is written as again.
  var text: String { isNamed ? "\(name)=\(path)" : path }

  /// Where a schema of the file may stand: `visits.schema.json` beside `visits.csv`.
  var schemaPath: String? {
    guard path != "-", !path.hasPrefix("/dev/") else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return folder + OwnPath.stem(path) + ".schema.json"
  }

  /// A name in the language, made of the name of a file.
  static func name(of path: String) -> String {
    if path == "-" { return "input" }
    var name = ""
    for byte in stem(path).lowercased().utf8 {
      let isPlain = isLetter(byte) || isDigit(byte)
      if isPlain {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else if name.last != "_" {
        name += "_"
      }
    }
    while name.last == "_" { name.removeLast() }
    while name.first == "_" { name.removeFirst() }
    guard let first = name.utf8.first else { return "data" }
    return isLetter(first) ? name : "t_" + name
  }

  /// The file's name without folder and ending.
  private static func stem(_ path: String) -> String {
    let last = OpenFile.lastPart(path)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
