// The README holds: its sessions answer what it shows, its Swift is a file that is compiled.

import Testing

@testable import Tally

@Suite("README")
struct ReadmeTests {
  private let readme = WrittenPage("README.md")

  @Test("every tally-session block is what the prompt shows at 80 columns")
  func sessions() throws {
    let text = try readme.text()
    #expect(text.contains("\n```tally-session\n"))
    try readme.expect(try ShownSession.answered(text))
  }

  @Test("the Swift example is the one that is compiled")
  func example() throws {
    let file = try WrittenPage("Tests/TallyTests/Docs/EmbeddingExample.swift").text()
    let code = file.drop { $0 != "\n" }.drop { $0 == "\n" }
    #expect(try readme.text().contains("\n```swift\n\(code)```\n"))
    let (low, high) = try countiesHolding(in: "TX")
    #expect(low == 254 && high == 254)
  }

  @Test("the two commands stand in it")
  func commands() throws {
    let install = "sudo apt-get update && sudo apt-get install -y libedit-dev && "
    let text = try readme.text()
    #expect(text.contains("\n\(install)swift run -c release tally\n"))
    #expect(text.contains("\n\(install)swift test\n"))
  }
}

/// Sessions in a page: lines that begin with the prompt, each with what tally answers below it.
private enum ShownSession {
  private static let prompt = "tally> "
  private static let more = "  ...> "

  /// The page with the answers of its sessions as they are today.
  static func answered(_ page: String) throws -> String {
    var lines: [Substring] = []
    var block: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let asked = block {
        if line == "```" {
          lines += try answered(block: asked)
          lines.append(line)
          block = nil
        } else if line.hasPrefix(prompt) || line.hasPrefix(more) {
          block = asked + [line]
        }
      } else {
        lines.append(line)
        if line == "```tally-session" { block = [] }
      }
    }
    #expect(block == nil, "a tally-session block is not closed")
    return lines.joined(separator: "\n")
  }

  /// The lines of a block: each entry, then what the prompt prints before the next one.
  private static func answered(block: [Substring]) throws -> [Substring] {
    var session = try WrittenPage.session()
    var lines: [Substring] = []
    for (number, line) in block.enumerated() {
      lines.append(line)
      if number + 1 < block.count, block[number + 1].hasPrefix(more) { continue }
      let first = block[...number].lastIndex { $0.hasPrefix(prompt) } ?? number
      let entry = block[first...number].map { $0.dropFirst(prompt.count) }.joined(separator: "\n")
      let output = session.run(Source(entry)).map(shown).joined()
      lines += output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    return lines
  }

  /// What the prompt prints of one outcome on a terminal of 80 columns and 24 rows.
  private static func shown(_ outcome: Outcome) -> String {
    let messages = outcome.diagnostics.map {
      DiagnosticRenderer.render($0, in: outcome.source, width: 80).text
    }
    let screen = OutputContext(width: 80, maxRows: 16)
    let answer = outcome.answer.map { OutputFormat.table.write($0, screen).text }
    return messages.joined() + (answer ?? "")
  }
}
