// Finds the productions that sources claim: in doc comments and in `grammar:` strings.

/// A line of the grammar as a source file states it.
struct GrammarClaim: Equatable {
  /// The rule that it is for.
  var rule: String
  /// The production in the notation, one blank between tokens.
  var text: String
  /// Where: `Sources/Tally/Syntax/Parser.swift:54`.
  var place: String
}

/// Reads claims out of Swift sources.
enum GrammarComments {
  /// The productions of a file's doc comments. A production goes on over the lines that begin with
  /// `|` or stand further right than it begins.
  static func inDocComments(_ file: ProjectFile) -> [GrammarClaim] {
    var found: [GrammarClaim] = []
    var open: (text: String, indent: Int, line: Int)?
    func close() {
      if let open { found += claims(open.text, "\(file.path):\(open.line)") }
      open = nil
    }
    for (number, line) in lines(file.text) {
      let trimmed = line.drop { $0 == " " }
      guard trimmed.hasPrefix("///") else {
        close()
        continue
      }
      let comment = trimmed.dropFirst(3)
      let body = comment.drop { $0 == " " }
      let indent = comment.count - body.count
      if body.contains(/^[a-z]+ *::=/) {
        close()
        open = (String(body), indent, number)
      } else if let current = open, !body.isEmpty, body.first == "|" || indent > current.indent {
        open?.text += " " + body
      } else {
        close()
      }
    }
    close()
    return found
  }

  /// The productions in the strings after `grammar:`, plain, raw or of several lines.
  static func inDescriptors(_ file: ProjectFile) -> [GrammarClaim] {
    var found: [GrammarClaim] = []
    var rest = Substring(file.text)
    while let start = rest.firstRange(of: "grammar:") {
      let line = file.text[..<start.lowerBound].split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      rest = rest[start.upperBound...]
      guard let text = literal(rest.drop { $0.isWhitespace }) else { continue }
      found += claims(text, "\(file.path):\(line)")
    }
    return found
  }

  /// The content of the string literal that a text begins with; nil if it begins with none.
  private static func literal(_ text: Substring) -> String? {
    let hashes = String(text.prefix { $0 == "#" })
    let rest = text.dropFirst(hashes.count)
    guard rest.first == "\"" else { return nil }
    let quotes = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    var inner = rest.dropFirst(quotes.count)
    var content = ""
    while let character = inner.first {
      if inner.hasPrefix(quotes + hashes) { return content }
      if character == "\\", hashes.isEmpty {
        content += inner.dropFirst().prefix(1)
        inner = inner.dropFirst(2)
      } else {
        content.append(character)
        inner = inner.dropFirst()
      }
    }
    return nil
  }

  /// A text may hold several productions: each begins with `name ::=`.
  private static func claims(_ text: String, _ place: String) -> [GrammarClaim] {
    let starts = text.ranges(of: /[a-z]+\s*::=/).map(\.lowerBound)
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : text.endIndex
      let production = String(text[start..<end])
      let rule = String(production.prefix { $0.isLetter })
      return GrammarClaim(
        rule: rule, text: EBNF.normalised(claim: production) ?? production, place: place)
    }
  }

  private static func lines(_ text: String) -> [(Int, Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      ($0.offset + 1, $0.element)
    }
  }
}

/// Compares a grammar with what sources claim of it.
enum GrammarClaims {
  /// Rules that no source states, and claims that the grammar does not have word for word. A rule
  /// that only gives a token class a name needs no function, so it may go unstated.
  static func faults(_ grammar: EBNF, _ claims: [GrammarClaim]) -> [String] {
    var faults: [String] = []
    for claim in claims {
      guard let rule = grammar[claim.rule] else {
        faults.append("\(claim.place): the grammar has no rule \(claim.rule)")
        continue
      }
      if rule.text != claim.text {
        faults.append("\(claim.place): says \(claim.text)\n  the grammar says \(rule.text)")
      }
    }
    let stated = Set(claims.map(\.rule))
    for rule in grammar.rules where !stated.contains(rule.name) {
      if case .token = rule.body { continue }
      faults.append("no source states the rule \(rule.name)")
    }
    return faults
  }
}
