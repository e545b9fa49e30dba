// The manual holds: its code is compiled, and its first article is the sample package.

import Foundation
import Testing

@Suite struct ManualTests {
  /// Files that are compiled and run: here, and in the sample package.
  private static let compiled = [
    "Tests/TallyTests/Docs/ManualExamples.swift", "Samples/Importer/Package.swift",
    "Samples/Importer/Sources/Importer/Importer.swift",
    "Samples/Importer/Tests/ImporterTests/ImportTests.swift",
  ]

  /// Code as the compiler reads it: no comments, no white space. In the sample the package of tally
  /// is at another place.
  private static func plain(_ code: some StringProtocol) -> String {
    code.split(separator: "\n").map { line in
      let code = String(line).replacing(#/(^|\s)//(?!/).*$/#, with: "")
      return code.filter { !$0.isWhitespace }
    }.joined().replacing("\"../..\"", with: "\"../tally\"")
  }

  private static func articles() throws -> [ProjectFile] {
    try PackageRoot.files(under: "Sources", suffix: ".md")
  }

  @Test func `each block of code in the articles is compiled`() throws {
    let files = try Self.compiled.map { Self.plain(try PackageRoot.text($0)) }
    var blocks = 0
    for article in try Self.articles() {
      for block in article.blocks("swift") {
        blocks += 1
        let code = Self.plain(block)
        #expect(files.contains { $0.contains(code) }, "\(article.path):\n\(block)")
      }
    }
    #expect(blocks >= 10)
  }

  @Test func `each block of code in doc comments is compiled`() throws {
    let files = try (Self.compiled + ["Tests/TallyTests/Docs/ManualComments.swift"])
      .filter(PackageRoot.has).map { Self.plain(try PackageRoot.text($0)) }
    var blocks = 0
    for folder in ["Sources/Tally", "Sources/EnforcementData", "Sources/TallyTesting"] {
      for file in try PackageRoot.files(under: folder) {
        for block in file.commentBlocks {
          let code = Self.plain(block)
          guard !code.isEmpty, !code.contains("::=") else { continue }
          blocks += 1
          #expect(files.contains { $0.contains(code) }, "\(file.path):\n\(block)")
        }
      }
    }
    #expect(blocks >= 20)
  }

  @Test func `the five minutes are the sample package`() throws {
    let article = try #require(
      try Self.articles().first { $0.path.hasSuffix("/FiveMinutes.md") })
    let files = [
      "Package.swift", "Sources/Importer/Importer.swift",
      "Tests/ImporterTests/ImportTests.swift",
    ]
    let swift = try files.map { try PackageRoot.text("Samples/Importer/" + $0) }
    #expect(
      article.blocks("swift") == swift.map { $0.replacing("\"../..\"", with: "\"../tally\"") })
    let script = try PackageRoot.text("Samples/Importer/Tests/ImporterTests/Scripts/beds.tally")
    #expect(article.blocks("tally") == [script])
    for file in files.dropFirst() { #expect(article.text.contains("`\(file)`")) }
  }
}

extension ProjectFile {
  /// The fenced blocks of a language.
  fileprivate func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first.map { $0 + "\n" }
    }
  }

  /// The code in doc comments: lines after a blank one that stand in by four columns more.
  fileprivate var commentBlocks: [String] {
    var blocks: [String] = []
    var isInside = false
    var isAfterBlank = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.drop { $0 == " " }
      guard bare.hasPrefix("///") else {
        (isInside, isAfterBlank) = (false, false)
        continue
      }
      let comment = bare.dropFirst(3)
      if comment.hasPrefix("     "), isInside || isAfterBlank {
        if isInside {
          blocks[blocks.count - 1] += comment + "\n"
        } else {
          blocks.append(comment + "\n")
        }
        isInside = true
      } else {
        isInside = false
      }
      isAfterBlank = comment.allSatisfy { $0 == " " }
    }
    return blocks
  }
}
