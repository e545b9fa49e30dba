// What Tab does: extends the word as far as all candidates agree, and lists them.

import Tally

/// The effect of Tab at one place.
struct CompletionMenu {
  /// The bytes that are replaced.
  let replaces: Span
  /// What is put there; nil where the word cannot grow.
  let insertion: String?
  /// The list of candidates; empty where the choice was clear.
  let lines: [StyledText]

  /// What Tab does for some completions of a text.
  /// - Parameter room: how many lines the list may have.
  init(_ completions: Completions, in text: String, room: Int) {
    replaces = completions.replaces
    let candidates = completions.candidates
    let typed = String(
      decoding: Array(text.utf8)[clamped: completions.replaces.start..<completions.replaces.end],
      as: UTF8.self)
    if candidates.count == 1, let only = candidates.first {
      insertion = only.text.hasSuffix(" ") ? only.text : only.text + " "
      lines = []
      return
    }
    let common = CompletionMenu.commonPrefix(candidates.map(\.text))
    let grows = common.count > typed.count && common.lowercased().hasPrefix(typed.lowercased())
    insertion = grows ? common : nil
    lines = CompletionMenu.list(candidates, room: room)
  }

  /// The longest beginning that all texts share, letter case aside; in the first text's case.
  static func commonPrefix(_ texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    var length = first.count
    for text in texts.dropFirst() {
      let shared = zip(first, text).prefix { $0.lowercased() == $1.lowercased() }.count
      length = min(length, shared)
    }
    return String(first.prefix(length))
  }

  /// One line a candidate: the word, what it is, what it means; the last line says how many had
  /// no room.
  private static func list(_ candidates: [Completion], room: Int) -> [StyledText] {
    let shown = candidates.prefix(candidates.count > room ? max(0, room - 1) : room)
    let widest = shown.map { CellWidth.of($0.text) }.max() ?? 0
    let widestKind = shown.map { $0.kind.rawValue.count }.max() ?? 0
    var lines = shown.map { candidate in
      var line = StyledText("  ")
      line.append(candidate.text, role(candidate.kind))
      line.append(blanks(widest - CellWidth.of(candidate.text) + 2))
      line.append(candidate.kind.rawValue, .muted)
      if !candidate.meaning.isEmpty {
        line.append(blanks(widestKind - candidate.kind.rawValue.count + 2))
        line.append(candidate.meaning)
      }
      return line
    }
    if candidates.count > shown.count {
      lines.append(StyledText("  and \(candidates.count - shown.count) more", .muted))
    }
    return lines
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func role(_ kind: Completion.Kind) -> Role {
    switch kind {
    case .keyword: .keyword
    case .relation, .link, .definition: .relation
    case .field, .column: .field
    case .value, .place: .value
    case .function: .keyword
    }
  }
}

extension Array {
  /// The elements of a range, as far as there are any.
  fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<Element> {
    self[range.clamped(to: 0..<count)]
  }
}
