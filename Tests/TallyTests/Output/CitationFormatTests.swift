// BibTeX and CSL-JSON: what others must be able to read, and that an answer can be told again.

import EnforcementData
import Foundation
import Testing

@testable import Tally

@Suite struct CitationFormatTests {
  @Test func theHashIsOfWhatNDJSONWrites() throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    let query = "count counties in IL where detainers"
    let text = OutputFormat.ndjson.write(try asker.answer(query), OutputContext()).text
    guard case .citation(let citation) = try asker.answer("cite  " + query).content else {
      throw MadeAskError.isNoFigure
    }
    #expect(citation.question == query)
    #expect(citation.hash == SHA256.hex(Array(text.utf8)))
    let plain = Citation(of: try asker.answer(query))
    #expect(plain == citation)
  }

  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func theHashIsTheStandardOne(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func cslIsAnArrayOfItemsWithTitlesAndDates() throws {
    for (name, answer) in Example.all {
      let text = Example.text(.csl, answer)
      let items = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
      #expect(items.count == answer.provenance.sources.count + 1, "\(name)")
      #expect(items.allSatisfy { $0["id"] is String && $0["type"] is String }, "\(name)")
      #expect(items.allSatisfy { ($0["title"] as? String)?.isEmpty == false }, "\(name)")
    }
    let items = try #require(
      try JSONSerialization.jsonObject(
        with: Data(Example.text(.csl, Example.exact).utf8)) as? [[String: Any]])
    let issued = try #require(items[0]["issued"] as? [String: Any])
    #expect(issued["date-parts"] as? [[Int]] == [[2025, 1]])
    #expect(items[0]["URL"] as? String == "https://example.org/1")
  }

  @Test func bibtexHasAnEntryForEachSourceAndOneForTheAnswer() {
    for (name, answer) in Example.all {
      let text = Example.text(.bibtex, answer)
      let entries = text.split(separator: "\n").filter { $0.hasPrefix("@misc{") }
      #expect(entries.count == answer.provenance.sources.count + 1, "\(name)")
      let (open, close) = (text.count { $0 == "{" }, text.count { $0 == "}" })
      #expect(open == close, "\(name)")
    }
  }

  @Test func bibtexMakesTheMarksOfTeXPlain() {
    var answer = Example.exact
    answer.provenance.sources = [
      SourceReference(
        id: "S 1{}", title: "50 % of A & B_C {#1} ~ \\x^2", publisher: "Office", published: "2017",
        place: "https://example.org/a_b%20{c}")
    ]
    let text = Example.text(.bibtex, answer)
    #expect(text.hasPrefix("@misc{S1,\n"))
    #expect(
      text.contains(
        "title = {50 \\% of A \\& B\\_C \\{\\#1\\} \\textasciitilde{} "
          + "\\textbackslash{}x\\textasciicircum{}2}"))
    #expect(text.contains("url = {https://example.org/a_b%20%7Bc%7D}"))
    #expect(text.contains("year = {2017}") && !text.contains("month"))
  }

  @Test func whatIsNoAddressIsNoURL() throws {
    var answer = Example.exact
    answer.provenance.sources[0].place = "package example 0.1"
    #expect(Example.text(.bibtex, answer).contains("howpublished = {package example 0.1}"))
    #expect(!Example.text(.csl, answer).contains("\"URL\""))
  }
}
