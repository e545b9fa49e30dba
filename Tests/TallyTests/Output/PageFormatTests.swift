// Records and HTML: one field a line, and a figure for a web page.

import Testing

@testable import Tally

@Suite struct OutputPageTests {
  private func records(_ answer: Answer, width: Int? = nil) -> String {
    OutputFormat.records.write(answer, OutputContext(width: width)).text
  }

  private func html(_ answer: Answer) -> String {
    OutputFormat.html.write(answer, OutputContext()).text
  }

  @Test func recordsHaveOneFieldALineAndABlankLineBetweenRows() {
    #expect(
      records(Example.groups).hasPrefix(
        """
        state: YY
        count: 4
        unknown: 0
        base: 33

        state: ZZ
        count: 97 to 120
        unknown: 23
        base: 254

        """))
    #expect(records(Example.groups).contains("\n\nof 1,288 counties, as of 2026-05-18\n"))
  }

  @Test func recordsSayWhatIsUnknownNoneAndEmpty() {
    let text = records(Example.rows)
    #expect(text.contains("state: empty\npopulation: unknown\n"))
    #expect(text.contains("detainers: unknown (no rule found)\nsigned: unknown (not published)\n"))
    #expect(text.contains("signed: none\n"))
    #expect(text.contains("12 more may belong: list counties where detainers is unknown\n"))
  }

  @Test func recordsOfACardPutEachValueBesideItsName() {
    #expect(
      records(Example.card).contains(
        """
        Keeps people past release for ICE: no
        basis: by state law
        evidence: Example Code 12.3, in force since 2017-08-28
        source: [2][3]

        Tells ICE when a person will be released: unknown (no rule found)

        Part of: none

        """))
  }

  @Test(arguments: [20, 40]) func recordsFitNarrowScreens(width: Int) {
    for line in records(Example.groups, width: width).split(separator: "\n") {
      // An address is one word, and no word is broken.
      #expect(TextWidth.of(String(line)) <= width || line.contains("https:"), "\(line)")
    }
  }

  @Test func htmlIsAFigureWithATableThatHasHeaders() {
    let text = html(Example.groups)
    #expect(text.hasPrefix("<figure>\n<table>\n<caption>count counties where detainers by state"))
    #expect(text.contains("<th scope=\"col\">state</th>"))
    // An en dash is U+2013, which is 8211: the page holds ASCII alone, whatever its charset.
    #expect(
      text.contains("<th scope=\"row\">ZZ</th><td style=\"text-align:right\">97&#8211;120</td>"))
    #expect(text.contains("<tfoot>\n<tr><th scope=\"row\">total</th>"))
    #expect(text.contains("<li>of 1,288 counties, as of 2026-05-18</li>"))
    let address = "https://example.org/1"
    #expect(
      text.contains(
        "<li>Record 1, Example Office, 2025-01, <a href=\"\(address)\">\(address)</a></li>"))
    #expect(text.hasSuffix("</figcaption>\n</figure>\n"))
  }

  /// Text of the record or of a question can never become markup.
  @Test func htmlEscapesWhatItIsGiven() {
    let table = Table(
      columns: [AnswerColumn("a<b", .text)], rows: [[.text("<script>x</script> & \"'")]],
      unit: Example.counties, matched: 1, base: 1)
    let text = html(Example.answer(.rows(table), query: "list \"</figure>\""))
    #expect(text.contains("a&lt;b"))
    #expect(text.contains("&lt;script&gt;x&lt;/script&gt; &amp; &quot;&#39;"))
    #expect(text.contains("list &quot;&lt;/figure&gt;&quot;"))
    #expect(!text.contains("<script"))
  }

  /// Every element that is opened is closed, in order.
  @Test func htmlIsWellFormed() {
    for (name, answer) in Example.all + Odd.all {
      var open: [String] = []
      for piece in html(answer).split(separator: "<") {
        let tag = piece.prefix { $0 != ">" }
        let word = String(tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" })
        if word == "br" || tag.hasSuffix("/") || tag.hasPrefix("!") { continue }
        if word.hasPrefix("/") {
          #expect(open.popLast() == String(word.dropFirst()), "\(name)")
        } else {
          open.append(word)
        }
      }
      #expect(open.isEmpty, "\(name)")
    }
  }
}
