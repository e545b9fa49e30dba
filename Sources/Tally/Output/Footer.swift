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
    var line = ""
    add(source, to: &line)
    return line
  }

  /// Adds the line of a source.
  private static func add(_ source: SourceReference, to line: inout String) {
    let source = source.made
    let bytes = source.text.utf8.dropFirst(source.ends.id)
    if bytes.withContiguousStorageIfAvailable(CleanText.isPlain) ?? false {
      line += Substring(bytes)
      return
    }
    let parts = [source.title, source.publisher, source.published, source.place]
    line += parts.map(CleanText.line).filter { !$0.isEmpty }.joined(separator: ", ")
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
    addSources(most, width, to: &text)
    if let rest = left(most) {
      text.append(StyledText(rest, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    text.append(notes(width: width))
    guard showsDataset else { return }
    text.append(StyledText(fullDataset, .muted).lines(width: width, indent: 2, hanging: 4))
  }

  /// Adds the numbered sources, a line each, to one text with room for all.
  private func addSources(_ most: Int, _ width: Int?, to text: inout StyledText) {
    let sources = provenance.sources.prefix(most)
    text.reserve(bytes: sources.count * Footer.usualBytes, runs: sources.count * 2)
    for (index, source) in sources.enumerated() {
      text.append("  ")
      text.append(.source) { line in
        if let width {
          line += TextWidth.cut(
            "[\(index + 1)] " + Footer.source(source), to: max(18, width - 2),
            ellipsis: marks.ellipsis)
        } else {
          line += "["
          line += String(index + 1)
          line += "] "
          Footer.add(source, to: &line)
        }
        line += "\n"
      }
    }
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
