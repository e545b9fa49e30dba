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
  static func source(_ source: SourceReference) -> String {
    var bytes: [UInt8] = []
    add(source, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a source as bytes: an answer names some fifty.
  private static func add(_ source: SourceReference, to bytes: inout [UInt8]) {
    let start = bytes.count
    source.addLine(to: &bytes)
    guard !bytes[start...].withUnsafeBufferPointer(CleanText.isPlain) else { return }
    bytes.removeSubrange(start...)
    let source = source.made
    let parts = [source.title, source.publisher, source.published, source.place]
    bytes.append(
      contentsOf: parts.map(CleanText.line).filter { !$0.isEmpty }.joined(separator: ", ").utf8)
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
    let references = references
    guard !references.isEmpty else { return line.lines(width: width, indent: indent, hanging: 4) }
    let used = indent + TextWidth.of(line.text) + TextWidth.of(references)
    let column = min(width ?? 0, Footer.referenceColumn)
    line.append(TextWidth.spaces(max(2, column - used)))
    line.append(references, .source)
    return line.lines(width: width, indent: indent, hanging: 4)
  }

  /// Where marks end on a wide screen: not so far right that the eye loses the line.
  private static let referenceColumn = 76

  /// Adds the numbered sources, the notes and the dataset to the lines of an answer.
  ///
  /// On a screen (a width) each source has one line and there are at most three; in a pipe all are
  /// there in full. Below 20 columns a screen breaks lines itself: no title is cut to nothing.
  func end(_ text: inout StyledText, width: Int?, dataset showsDataset: Bool = true) {
    let most = width == nil ? provenance.sources.count : 3
    let sources = provenance.sources.prefix(most)
    var bytes = StyledText.Bytes(
      text, room: sources.count * Footer.usualBytes, runs: sources.count * 2)
    for (index, source) in sources.enumerated() { add(source, index + 1, width, to: &bytes) }
    if let rest = left(most) {
      bytes.append(StyledText(rest, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    bytes.append(notes(width: width))
    if showsDataset {
      bytes.append(StyledText(fullDataset, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    text = bytes.text
  }

  /// Adds the line of a source.
  private func add(
    _ source: SourceReference, _ number: Int, _ width: Int?, to text: inout StyledText.Bytes
  ) {
    text.append(.plain) { bytes in
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
    text.append(.source) { bytes in
      if let width {
        let line = TextWidth.cut(
          "[\(number)] " + Footer.source(source), to: max(18, width - 2), ellipsis: marks.ellipsis)
        bytes.append(contentsOf: line.utf8)
      } else {
        bytes.append(UInt8(ascii: "["))
        Footer.add(number: number, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
        bytes.append(UInt8(ascii: " "))
        Footer.add(source, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Adds the digits of a number above 0.
  private static func add(number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { add(number: number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Room for a source and what follows: most lines are shorter.
  private static let usualBytes = 224

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
