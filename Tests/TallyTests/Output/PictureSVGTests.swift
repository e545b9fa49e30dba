// SVG: well-formed, self-contained, with the numbers, base, date and sources of its answer.

import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Tally

@Suite struct PictureSVGTests {
  @Test(arguments: PictureTextTests.queries)
  func saysWhatItsAnswerSays(query: String) throws {
    let answer = try PictureTextTests.answer(query)
    let text = OutputFormat.svg.write(answer, OutputContext()).text
    #expect(text == OutputFormat.svg.write(try PictureTextTests.answer(query), .init()).text)
    let page = try SVGReader(text)
    let title = try #require(answer.picture?.title)
    #expect(page.texts["title", default: []].contains(title))
    let words = page.texts["text", default: []].joined(separator: " ")
    #expect(words.contains("as of \(answer.provenance.asOf)"))
    #expect(words.contains(answer.provenance.version) && words.contains(query))
    let first = try #require(answer.provenance.sources.first)
    #expect(words.contains(String(first.title.prefix(30))))
    let metadata = page.texts["metadata", default: []].joined()
    for source in answer.provenance.sources {
      #expect(metadata.contains(CleanText.line(source.title)), "\(source.id)")
    }
    for note in answer.notes { #expect(squeezed(words).contains(squeezed(note)), "\(note)") }
    numbers(answer, page, words)
  }

  /// Each number stands beside its mark, or in the title of its tile.
  private func numbers(_ answer: Answer, _ page: SVGReader, _ words: String) {
    let description = page.texts["desc", default: []].joined()
    if let layers = answer.picture?.layers, !layers.isEmpty {
      for layer in layers {
        #expect(words.contains(PlaceText.title(layer, isLong: true)))
        #expect(page.circles[layer.side.rawValue, default: 0] == layer.positions.count)
      }
      return
    }
    let chart = ChartData(answer, marks: .drawn)
    let tiles = page.texts["title", default: []].joined(separator: "; ")
    let drawn = answer.picture?.form == .tiles ? tiles + words : words
    for column in chart.columns {
      for case let mark? in column.marks {
        #expect(description.contains(mark.text), "\(mark.text)")
        #expect(drawn.contains(mark.text), "\(mark.text)")
      }
    }
  }

  private func squeezed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  @Test func escapesWhatXMLForbids() throws {
    #expect(SVGCanvas.escaped("a<b>&\"\u{0}\u{1B}\n\u{FFFE}") == "a&lt;b&gt;&amp;&quot;�� �")
    for (name, answer) in Example.pictures + Odd.pictures {
      let text = OutputFormat.svg.write(answer, OutputContext()).text
      #expect(try SVGReader(text).endless == [], "\(name)")
    }
  }

  /// Nothing is loaded from elsewhere, and no mark leaves the page.
  @Test(arguments: PictureTextTests.queries)
  func standsAlone(query: String) throws {
    let text = OutputFormat.svg.write(try PictureTextTests.answer(query), OutputContext()).text
    let page = try SVGReader(text)
    #expect(!text.contains("href") && !text.contains("<script") && !text.contains("<image"))
    #expect(page.outside == [])
    for pattern in page.fills where pattern.hasPrefix("url(") {
      #expect(page.identifiers.contains(String(pattern.dropFirst(5).dropLast())))
    }
  }
}

/// The parts of an SVG file that the tests ask of, read by the system's own XML parser.
private final class SVGReader: NSObject, XMLParserDelegate {
  /// The texts of each kind of element.
  private(set) var texts: [String: [String]] = [:]
  /// How many circles each group has.
  private(set) var circles: [String: Int] = [:]
  private(set) var fills: Set<String> = []
  private(set) var identifiers: Set<String> = []
  /// Elements that reach over the page's borders.
  private(set) var outside: [String] = []
  /// Elements at places that are no numbers.
  private(set) var endless: [String] = []
  private var height = 0.0
  private var open: [(name: String, text: String)] = []
  private var group = ""

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append((name, ""))
    if name == "svg" { height = attributes["height"].flatMap(Double.init) ?? 0 }
    if name == "g" { group = attributes["class"] ?? "" }
    if name == "circle" { circles[group, default: 0] += 1 }
    let isEndless = attributes.values.contains { $0.contains("nan") || $0.contains("inf") }
    if isEndless { endless.append("\(name) \(attributes)") }
    if let fill = attributes["fill"] { fills.insert(fill) }
    if let id = attributes["id"] { identifiers.insert(id) }
    let number = { (key: String) in attributes[key].flatMap(Double.init) }
    let reach = [
      (number("x") ?? number("cx") ?? number("x1") ?? 0) + (number("width") ?? 0),
      number("x2") ?? 0,
    ]
    let depth = [(number("y") ?? number("cy") ?? 0) + (number("height") ?? 0), number("y2") ?? 0]
    let isOutside = reach.contains { $0 < 0 || $0 > 800.01 } || depth.contains { $0 > height }
    if name != "svg", name != "pattern", isOutside { outside.append("\(name) \(attributes)") }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.indices.last { open[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if let (name, text) = open.popLast() { texts[name, default: []].append(text) }
    if name == "g" { group = "" }
  }
}
