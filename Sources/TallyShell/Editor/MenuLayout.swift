// The list of candidates on the screen: with their meanings where there is room, else words alone.

import Tally

/// Lays out candidates in cells. A pure function of the candidates and the size.
struct MenuLayout {
  /// The cells and lines that there are.
  private let size: ScreenSize
  /// The cells before each line, and between columns.
  private static let margin = 2
  /// A meaning of fewer cells says nothing.
  private static let shortestMeaning = 12
  /// What stands where something was cut.
  private let cut: String

  /// A layout for a size.
  init(_ size: ScreenSize, cut: String = "…") { (self.size, self.cut) = (size, cut) }

  /// The lines for some candidates.
  /// - Parameter more: how many there are beside these.
  func lines(_ candidates: [Completion], more: Int) -> [StyledText] {
    let fits = candidates.count + (more > 0 ? 1 : 0) <= size.height
    return fits ? explained(candidates, more) : columns(candidates, more)
  }

  /// The cells of a line: the last one stays free, for some terminals break the line there.
  private var width: Int { max(1, size.width - 1) }

  // MARK: A line each

  private func explained(_ candidates: [Completion], _ more: Int) -> [StyledText] {
    let word = min(
      candidates.map { CellWidth.of($0.text) }.max() ?? 0, width - MenuLayout.margin)
    let kind = candidates.map { $0.kind.rawValue.count }.max() ?? 0
    let besides = width - 2 * MenuLayout.margin - word
    let hasKind = besides >= kind
    let meaning = besides - kind - MenuLayout.margin
    let lines = candidates.map { candidate in
      var line = StyledText(MenuLayout.blanks(MenuLayout.margin))
      append(candidate, width: word, to: &line)
      guard hasKind else { return line }
      line.append(MenuLayout.blanks(word - shown(candidate, word) + MenuLayout.margin))
      line.append(candidate.kind.rawValue, .muted)
      guard meaning >= MenuLayout.shortestMeaning, !candidate.meaning.isEmpty else { return line }
      line.append(
        MenuLayout.blanks(kind - candidate.kind.rawValue.count + MenuLayout.margin))
      line.append(shortened(candidate.meaning, to: meaning))
      return line
    }
    return lines + rest(more)
  }

  // MARK: Words alone

  private func columns(_ candidates: [Completion], _ more: Int) -> [StyledText] {
    let column = min(
      candidates.map { CellWidth.of($0.text) }.max() ?? 0, width - MenuLayout.margin)
    let across = max(1, width / (column + MenuLayout.margin))
    let isCut = more > 0 || candidates.count > across * size.height
    let rows = max(1, isCut ? size.height - 1 : size.height)
    let shown = Array(candidates.prefix(across * rows))
    // Words go down a column before they go on in the next, and fill the columns evenly.
    let high = max(1, (shown.count + across - 1) / across)
    let lines = (0..<high).map { row in
      var line = StyledText()
      for (place, index) in stride(from: row, to: shown.count, by: high).enumerated() {
        if place > 0 {
          line.append(MenuLayout.blanks(column - self.shown(shown[index - high], column)))
        }
        line.append(MenuLayout.blanks(MenuLayout.margin))
        append(shown[index], width: column, to: &line)
      }
      return line
    }
    return lines + rest(more + candidates.count - shown.count)
  }

  private func rest(_ count: Int) -> [StyledText] {
    guard count > 0 else { return [] }
    let text = MenuLayout.blanks(MenuLayout.margin) + "and \(count) more"
    return [StyledText(text, .muted)]
  }

  // MARK: Cells

  private func append(_ candidate: Completion, width: Int, to line: inout StyledText) {
    line.append(clipped(candidate.text, to: width), MenuLayout.role(candidate.kind))
  }

  private func shown(_ candidate: Completion, _ width: Int) -> Int {
    CellWidth.of(clipped(candidate.text, to: width))
  }

  /// A meaning that ends with a whole word.
  func shortened(_ text: String, to width: Int) -> String {
    guard CellWidth.of(text) > width else { return text }
    var kept = ""
    for word in text.split(separator: " ") {
      let longer = kept.isEmpty ? String(word) : kept + " " + word
      guard CellWidth.of(longer) + CellWidth.of(cut) <= width else { break }
      kept = longer
    }
    let bare = kept.reversed().drop { ",;:(".contains($0) }.reversed()
    return kept.isEmpty ? clipped(text, to: width) : String(bare) + cut
  }

  /// A word that is too long for its column, without its end.
  func clipped(_ text: String, to width: Int) -> String {
    guard CellWidth.of(text) > width else { return text }
    var kept = ""
    for character in text {
      guard CellWidth.of(kept + String(character)) + CellWidth.of(cut) <= width else { break }
      kept.append(character)
    }
    return kept + cut
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func role(_ kind: Completion.Kind) -> Role {
    switch kind {
    case .keyword, .function, .command, .mark: .keyword
    case .relation, .link, .definition, .result: .relation
    case .field, .column: .field
    case .value, .place, .file, .folder, .code: .value
    }
  }
}
