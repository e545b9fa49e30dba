// The end of every answer that people read: its base, date, sources, notes and dataset.

/// What stands under an answer.
struct Footer {
  /// Where the answer comes from.
  let provenance: Provenance
  /// What a reader must know beside the numbers.
  let notes: [String]
  /// The marks to use.
  let marks: Marks

  /// The footer of an answer.
  init(_ answer: Answer, marks: Marks) {
    provenance = answer.provenance
    notes = answer.notes
    self.marks = marks
  }

  /// `of 3,143 counties, as of 2026-05-18`.
  func base(_ base: String) -> String { "of \(base), as of \(provenance.asOf)" }

  /// The marks of all sources: `[1]`, `[1][2]`, `[1]…[9]`; empty for none.
  var references: String {
    switch provenance.sources.count {
    case 0: ""
    case 1: "[1]"
    case 2: "[1][2]"
    case let count: "[1]\(marks.ellipsis)[\(count)]"
    }
  }

  /// The marks of some sources: `[1][4]`.
  func references(_ indices: [Int]) -> String {
    indices.filter(provenance.sources.indices.contains).map { "[\($0 + 1)]" }.joined()
  }

  /// One source after its number: title, publisher, date, place; what is not known is left out.
  static func source(_ source: SourceReference) -> String { line(source, after: "") }

  /// A source after a mark, put together as bytes: an answer names some fifty.
  private static func line(_ source: SourceReference, after mark: String) -> String {
    let title = CleanText.line(source.title)
    let publisher = CleanText.line(source.publisher)
    let published = CleanText.line(source.published)
    let place = CleanText.line(source.place)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      mark.utf8.count + title.utf8.count + publisher.utf8.count + published.utf8.count
        + place.utf8.count + 6)
    bytes.append(contentsOf: mark.utf8)
    func add(_ part: String) {
      guard !part.isEmpty else { return }
      if bytes.count > mark.utf8.count {
        bytes.append(UInt8(ascii: ","))
        bytes.append(UInt8(ascii: " "))
      }
      bytes.append(contentsOf: part.utf8)
    }
    add(title)
    add(publisher)
    add(published)
    add(place)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `enforcement 0.1`.
  var dataset: String { CleanText.line(provenance.dataset + " " + provenance.version) }

  /// `dataset enforcement 0.1, sha256 4f1c0a2b9d3e`: twelve digits are enough to
  /// tell versions apart, and JSON has all.
  var fullDataset: String {
    let hash = CleanText.line(String(provenance.hash.prefix(12)))
    return "dataset " + dataset + (hash.isEmpty ? "" : ", sha256 " + hash)
  }

  /// A line with the sources' marks at its right end where a screen has room for them.
  func referenced(_ line: StyledText, indent: Int, width: Int?) -> StyledText {
    var line = line
    guard !references.isEmpty else { return line.lines(width: width, indent: indent, hanging: 4) }
    let used = indent + TextWidth.of(line.text) + TextWidth.of(references)
    let column = min(width ?? 0, Footer.referenceColumn)
    line.append(TextWidth.spaces(max(2, column - used)))
    line.append(references, .source)
    return line.lines(width: width, indent: indent, hanging: 4)
  }

  /// Where marks end on a wide screen: not so far right that the eye loses the line.
  private static let referenceColumn = 76

  /// The numbered sources, the notes and the dataset.
  ///
  /// On a screen (a width) each source has one line and there are at most three; in a pipe all are
  /// there in full. Below 20 columns a screen breaks lines itself: no title is cut to nothing.
  func ending(width: Int?, dataset showsDataset: Bool = true) -> StyledText {
    var text = StyledText()
    let most = width == nil ? provenance.sources.count : 3
    for (index, source) in provenance.sources.prefix(most).enumerated() {
      var line = Footer.line(source, after: "[" + String(index + 1) + "] ")
      if let width { line = TextWidth.cut(line, to: max(18, width - 2), ellipsis: marks.ellipsis) }
      text.append("  ")
      text.line(line, .source)
    }
    if let rest = left(most) {
      text.append(StyledText(rest, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    text.append(notes(width: width))
    guard showsDataset else { return text }
    text.append(StyledText(fullDataset, .muted).lines(width: width, indent: 2, hanging: 4))
    return text
  }

  /// The notes, one below the other.
  func notes(width: Int?) -> StyledText {
    var text = StyledText()
    for note in notes {
      var line = StyledText("note: ", .note)
      line.append(CleanText.line(note))
      text.append(line.lines(width: width, indent: 2, hanging: 4))
    }
    return text
  }

  /// `… and 6 more: [4]–[9] in --format json`; nil where all sources are listed.
  private func left(_ most: Int) -> String? {
    let count = provenance.sources.count
    guard count > most else { return nil }
    let range = count == most + 1 ? "[\(count)]" : "[\(most + 1)]\(marks.dash)[\(count)]"
    return "\(marks.ellipsis) and \(count - most) more: \(range) in the format json"
  }
}
