// ARCHITECTURE.md tells the truth: it names only what is there, and has the table of stages.

/// Checks of the document against the tree.
enum ArchitectureRules {
  /// The paths that the document names and the project does not have: words in backticks that look
  /// like paths, and every `Folder/File` of a table. Fenced blocks are not read.
  ///
  /// A path may leave out `Sources/`, `Sources/Tally/` and `.swift`, and end in `*`.
  static func missingPaths(_ document: ProjectFile, has: (String) -> Bool) -> [Fault] {
    var faults: [Fault] = []
    var isFenced = false
    let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced else { continue }
      for path in quotedPaths(line) + (line.hasPrefix("|") ? tablePaths(line) : [])
      where !candidates(path).contains(where: has) {
        faults.append(Fault(path: document.path, line: number + 1, what: "there is no \(path)"))
      }
    }
    return faults
  }

  /// Whether there is a table with a column for the file and one for what comes out of each stage.
  static func hasStageTable(_ document: ProjectFile) -> Bool {
    let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let head = lines.firstIndex(where: {
        $0.hasPrefix("|") && $0.lowercased().contains("file")
          && $0.lowercased().contains("comes out")
      })
    else { return false }
    return lines[head...].prefix { $0.hasPrefix("|") }.count >= 2 + 7
  }

  private static func quotedPaths(_ line: Substring) -> [String] {
    line.matches(of: /`([^` ]+)`/).map { String($0.output.1) }.filter(looksLikePath)
  }

  private static func tablePaths(_ line: Substring) -> [String] {
    line.replacing("`", with: " ").matches(of: /[A-Z][A-Za-z]*(?:\/[A-Za-z*+.]+)+/).map {
      String($0.output).trimmed(of: ".")
    }
  }

  private static let endings = [
    ".swift", ".md", ".tally", ".ebnf", ".txt", ".csv", ".json", ".c", ".h", ".py",
  ]

  private static func looksLikePath(_ word: String) -> Bool {
    guard word.allSatisfy({ $0.isLetter || $0.isNumber || "/._*+-".contains($0) }) else {
      return false
    }
    let first = word.first
    let hasFolder = word.contains("/") && (first?.isUppercase == true || first == ".")
    return hasFolder || (first != "." && endings.contains { word.hasSuffix($0) })
  }

  private static func candidates(_ path: String) -> [String] {
    var plain = path
    while let last = plain.last, last == "*" || last == "/" || last == "+" { plain.removeLast() }
    return ["", "Sources/", "Sources/Tally/"].flatMap { [$0 + plain, $0 + plain + ".swift"] }
  }
}

extension String {
  fileprivate func trimmed(of character: Character) -> String {
    var copy = self
    while copy.last == character { copy.removeLast() }
    return copy
  }
}
