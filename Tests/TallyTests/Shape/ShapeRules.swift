// The rules of CONTRIBUTING.md that a program can check: sizes, first lines, words not to use.

/// A place where a file breaks a rule.
struct Fault: Equatable, CustomStringConvertible {
  var path: String
  var line: Int
  var what: String

  var description: String { "\(path):\(line): \(what)" }
}

/// Rules on one file at a time.
enum ShapeRules {
  static let longestFile = 400
  static let longestFunction = 50
  static let widestLine = 100

  /// Files and lines that are too long: nobody reads them.
  static func sizes(_ file: ProjectFile) -> [Fault] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.last == "" ? lines.count - 1 : lines.count
    var faults = lines.enumerated().filter { $0.element.count > widestLine }.map {
      Fault(path: file.path, line: $0.offset + 1, what: "\($0.element.count) columns")
    }
    if count > longestFile {
      faults.append(Fault(path: file.path, line: count, what: "a file of \(count) lines"))
    }
    return faults
  }

  /// Each file opens with one line that says what it is for, and then a blank line. The package's
  /// manifest must open with its tools version; a file of imports only is a place kept free.
  static func opening(_ file: ProjectFile) -> [Fault] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.allSatisfy({ $0.isEmpty || $0.hasPrefix("import ") }) { return [] }
    let opens = lines.first.map { $0.hasPrefix("// ") && $0.count > 10 } ?? false
    guard opens else {
      return [Fault(path: file.path, line: 1, what: "does not open with what it is for")]
    }
    guard lines.count > 1, lines[1].isEmpty else {
      return [Fault(path: file.path, line: 2, what: "the opening is more than one line")]
    }
    return []
  }

  /// What the library must not say: each can end the program or writes where it must not.
  static func forbidden(_ file: ProjectFile) -> [Fault] {
    let words = SwiftText(file.text).words
    return words.indices.compactMap { index in
      let next = index + 1 < words.count ? words[index + 1].text : ""
      let before = index > 0 ? words[index - 1].text : ""
      let found: String? =
        switch words[index].text {
        case "try" where next == "!": "try!"
        case "as" where next == "!": "as!"
        case "fatalError", "preconditionFailure", "precondition", "assertionFailure":
          String(words[index].text)
        case "print" where next == "(" && before != "." && before != "func": "print("
        default: nil
        }
      return found.map { Fault(path: file.path, line: words[index].line, what: $0) }
    }
  }

  /// Imports of Foundation: 58 MB and 5 ms that the program does not need.
  static func foundation(_ file: ProjectFile, orItsEssentials: Bool) -> [Fault] {
    let names = orItsEssentials ? ["Foundation", "FoundationEssentials"] : ["Foundation"]
    let words = SwiftText(file.text).words
    return words.indices.dropLast().compactMap { index in
      guard words[index].text == "import", names.contains(String(words[index + 1].text)) else {
        return nil
      }
      return Fault(
        path: file.path, line: words[index].line, what: "import \(words[index + 1].text)")
    }
  }

  /// Functions, computed properties and closures with too many lines, from the line that declares
  /// them to the one that closes them. The bodies of types may be as long as the file.
  static func functions(_ file: ProjectFile) -> [Fault] {
    var open: [(isType: Bool, line: Int, name: String)] = []
    var declaration: (isType: Bool, line: Int, name: String)?
    var faults: [Fault] = []
    let words = SwiftText(file.text).words
    for (index, word) in words.enumerated() {
      switch word.text {
      case "{":
        open.append(declaration ?? (false, word.line, "a block"))
        declaration = nil
      case "}":
        declaration = nil
        guard let block = open.popLast(), !block.isType else { continue }
        let length = word.line - block.line + 1
        guard length > longestFunction else { continue }
        faults.append(
          Fault(path: file.path, line: block.line, what: "\(block.name) has \(length) lines"))
      default:
        if let found = declares(words, index, after: declaration?.isType) { declaration = found }
      }
    }
    return faults
  }

  private static let types: Set<Substring> = [
    "struct", "enum", "class", "actor", "protocol", "extension",
  ]
  private static let functionWords: Set<Substring> = ["func", "init", "deinit", "subscript", "var"]

  /// What a word starts to declare, if it does: `init` behind a dot is a call.
  private static func declares(
    _ words: [SwiftWord], _ index: Int, after earlierIsType: Bool?
  ) -> (isType: Bool, line: Int, name: String)? {
    let word = words[index]
    guard index == 0 || words[index - 1].text != "." else { return nil }
    let name = index + 1 < words.count ? String(words[index + 1].text) : ""
    if functionWords.contains(word.text) {
      return (false, word.line, word.text == "func" || word.text == "var" ? name : "\(word.text)")
    }
    return types.contains(word.text) && earlierIsType != false ? (true, word.line, name) : nil
  }
}
