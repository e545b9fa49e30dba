// An answer cut into pages: which lines come next, and what the line below them says.

import Tally

/// The way through an answer that is longer than the screen. Knows no terminal.
struct Pages {
  private let parts: AnswerParts
  private var width: Int
  private var height: Int
  /// How many rows have been shown.
  private(set) var shown = 0
  private var isFirst = true

  /// The pages of an answer on a screen.
  init(_ parts: AnswerParts, width: Int, height: Int) {
    self.parts = parts
    self.width = width
    self.height = height
  }

  /// Takes up a screen of another size.
  mutating func fit(_ size: ScreenSize) { (width, height) = (size.width, size.height) }

  /// Whether the answer is longer than the screen, with a line left for the next prompt.
  var areNeeded: Bool {
    lines(parts.opening + parts.heading + parts.rows + parts.footer) >= height
  }

  /// Whether all rows have been shown.
  var isDone: Bool { shown >= parts.rows.count }

  /// The next page: the headings, and as many rows as fit above the status line.
  mutating func page() -> StyledText {
    let heading = isFirst || lines(parts.heading) <= height / 2 ? parts.heading : []
    let above = (isFirst ? parts.opening : []) + heading
    isFirst = false
    var text = above.joined
    // However much stands above, rows get half of the screen.
    var room = max(height - 1 - lines(above), height / 2)
    repeat {
      guard let row = next() else { break }
      room -= lines([row])
      text.append(row)
    } while !isDone && room >= lines([parts.rows[shown]])
    return text
  }

  /// One more row.
  mutating func row() -> StyledText { next() ?? StyledText() }

  /// All that is left.
  mutating func rest() -> StyledText {
    defer { shown = parts.rows.count }
    return Array(parts.rows.dropFirst(shown)).joined
  }

  /// What is said in the end, also where the reader stopped: base, date and sources.
  func ending() -> StyledText {
    var text = StyledText()
    if !isDone {
      text.line("  stopped after \(NumberText.grouped(shown)) of \(total) \(unit)", .muted)
    }
    text.append(parts.footer.joined)
    return text
  }

  /// `rows 1–17 of 254 · Space more · a all · q stop`, or a shorter form that fits.
  func status(unicode: Bool) -> String {
    let dash = unicode ? "–" : "-"
    let dot = unicode ? " · " : ", "
    let place = "1\(dash)\(NumberText.grouped(shown)) of \(total)"
    let forms = [
      ["\(unit) \(place)", "Space more", "a all", "q stop"],
      [place, "Space more", "a all", "q stop"],
      [place, "Space", "a", "q"], [place],
    ]
    let texts = forms.map { $0.joined(separator: dot) }
    return texts.first { $0.count < width } ?? ":"
  }

  private var total: String { NumberText.grouped(parts.rows.count) }

  private var unit: String { parts.rowsAreLines ? "lines" : "rows" }

  private mutating func next() -> StyledText? {
    guard !isDone else { return nil }
    shown += 1
    return parts.rows[shown - 1]
  }

  /// How many lines of the screen some texts take.
  private func lines(_ texts: [StyledText]) -> Int {
    texts.reduce(0) { count, text in
      var text = text.text
      if text.last == "\n" { text.removeLast() }
      return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(count) {
        $0 + max(1, (CellWidth.of($1) + width - 1) / width)
      }
    }
  }
}

extension [StyledText] {
  /// One text after the other.
  var joined: StyledText { reduce(into: StyledText()) { $0.append($1) } }
}
