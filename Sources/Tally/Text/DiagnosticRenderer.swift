// A diagnostic as lines: what is wrong, where, and what would work.

/// Writes diagnostics for people.
public enum DiagnosticRenderer {
  /// The lines of a diagnostic: its head, the line of the source with a caret below, help, and
  /// rewrites.
  /// - Parameters:
  ///   - diagnostic: what is wrong.
  ///   - source: the text that its span points into.
  ///   - offersFix: whether the reader can answer `:fix`; otherwise rewrites are only shown.
  ///   - width: columns of the screen; a longer line is cut to a window around the caret.
  /// - Returns: text that ends with a line end.
  public static func render(
    _ diagnostic: Diagnostic, in source: Source, offersFix: Bool = true, width: Int = 100
  ) -> StyledText {
    let line = source.line(at: min(max(0, diagnostic.span.start), source.bytes.count))
    let excerpt = Excerpt(source, diagnostic.span, line: line, width: width)
    var text = head(of: diagnostic, in: source, line: line)
    let number = String(line + 1)
    text.append("  \(number) | ", .border)
    text.line(excerpt.text)
    text.append("  " + blanks(number.count) + " | ", .border)
    text.line(
      blanks(excerpt.before) + String(repeating: "^", count: excerpt.marked), mark(diagnostic))
    text.append(advice(of: diagnostic, in: source, offersFix: offersFix, width: width))
    return text
  }

  private static func head(of diagnostic: Diagnostic, in source: Source, line: Int) -> StyledText {
    var text = StyledText()
    if !source.name.isEmpty {
      let start = source.lineSpan(line).start
      let column = source.text(Span(start, max(start, diagnostic.span.start))).count + 1
      text.append("\(source.name):\(line + 1):\(column): ", .heading)
    }
    text.append("\(diagnostic.severity.rawValue) \(diagnostic.code)", mark(diagnostic))
    text.line(": " + printable(diagnostic.message))
    return text
  }

  /// Help lines and rewrites. A single rewrite that the last help line asks for, and nothing else,
  /// is offered at that line's end; any other is shown, so that nobody applies it unseen.
  private static func advice(
    of diagnostic: Diagnostic, in source: Source, offersFix: Bool, width: Int
  ) -> StyledText {
    var text = StyledText()
    let help = diagnostic.help.map(printable)
    let fixes = diagnostic.fixes
    let isNamed = fixes.count == 1 && help.last == "did you mean \(fixes[0].replacement)?"
    for line in help.dropLast() { text.line("  " + line) }
    if let last = help.last {
      text.append("  " + last)
      if isNamed, offersFix {
        text.append(blanks(max(2, 56 - last.count)))
        text.append(":fix applies it", .suggestion)
      }
      text.line()
    }
    guard !isNamed || !offersFix else { return text }
    let purposes = fixes.map { $0.purpose.isEmpty ? "" : printable($0.purpose) + ":  " }
    let widest = purposes.map(\.count).max() ?? 0
    let indent = help.isEmpty ? "  " : "    "
    for (number, fix) in fixes.enumerated() {
      text.append(indent + purposes[number] + blanks(widest - purposes[number].count))
      let ordinal = fixes.count > 1 ? " \(number + 1)" : ""
      let name = offersFix ? ":fix\(ordinal)   " : "rewrite\(ordinal): "
      text.append(name, .muted)
      let room = width - indent.count - widest - name.count
      text.line(shown(fix, in: source, room: room), .suggestion)
    }
    return text
  }

  /// A rewrite as it is shown: the line that it makes, or, where that has no room, what is put in.
  /// Where something is only taken out, the text that is left.
  private static func shown(_ fix: Fix, in source: Source, room: Int) -> String {
    let line = source.lineSpan(source.line(at: min(fix.span.start, source.bytes.count)))
    let isOneLine = fix.span.end <= line.end && !fix.replacement.contains(where: \.isNewline)
    let whole =
      source.text(Span(line.start, fix.span.start)) + fix.replacement
      + source.text(Span(min(fix.span.end, line.end), line.end))
    if isOneLine, whole.count <= room { return trimmed(printable(whole)) }
    return printable(fix.replacement.isEmpty ? fix.applied(to: source) : fix.replacement)
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private static func mark(_ diagnostic: Diagnostic) -> Role {
    switch diagnostic.severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  /// A text on one line that no terminal takes for a command.
  private static func printable(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : Excerpt.printable($0) })
  }
}

/// The part of a source's line that is shown, in cells.
private struct Excerpt {
  /// The characters.
  private(set) var text = ""
  /// Cells before the caret.
  private(set) var before = 0
  /// Cells that are marked; at least one.
  private(set) var marked = 1

  /// One character as it is shown, with its place in the line.
  private struct Cell {
    let text: String
    let width: Int
    let isMarked: Bool
    let isBefore: Bool
  }

  /// The excerpt of the line where a span begins. A span that goes on is marked to the line's end.
  init(_ source: Source, _ span: Span, line: Int, width: Int) {
    let whole = source.lineSpan(line)
    var offset = whole.start
    var cells: [Cell] = []
    for character in source.text(whole) {
      let length = Excerpt.length(of: character, in: source, at: offset)
      let shown = character == "\t" ? "  " : String(Excerpt.printable(character))
      cells.append(
        Cell(
          text: shown, width: character == "\t" ? 2 : Excerpt.width(character),
          isMarked: offset < span.end && offset + length > span.start,
          isBefore: offset + length <= span.start))
      offset += length
    }
    let gutter = String(line + 1).count + 5
    cut(cells, to: max(16, width - gutter - 1))
  }

  /// Keeps the cells around the first marked one, with an ellipsis for what is left out.
  private mutating func cut(_ cells: [Cell], to room: Int) {
    let total = cells.reduce(0) { $0 + $1.width }
    var kept = cells[...]
    if total > room {
      let caret = cells.firstIndex { !$0.isBefore } ?? cells.count
      var used = 2
      var first = caret
      // A third of the room for what stands before the mistake, the rest for what follows.
      while first > 0, used + cells[first - 1].width <= room / 3 {
        first -= 1
        used += cells[first].width
      }
      var last = caret
      while last < cells.count, used + cells[last].width <= room {
        used += cells[last].width
        last += 1
      }
      kept = cells[first..<last]
    }
    if kept.startIndex > 0 {
      text = "…"
      before = 1
    }
    text += kept.map(\.text).joined()
    if kept.endIndex < cells.count { text += "…" }
    before += kept.filter(\.isBefore).reduce(0) { $0 + $1.width }
    marked = max(1, kept.filter(\.isMarked).reduce(0) { $0 + $1.width })
  }

  /// How many bytes of the source a decoded character stands for: a replacement character may
  /// stand for bytes that are no text.
  private static func length(of character: Character, in source: Source, at offset: Int) -> Int {
    let length = String(character).utf8.count
    let end = min(offset + length, source.bytes.count)
    return source.bytes[offset..<end].elementsEqual(String(character).utf8) ? length : 1
  }

  /// The character itself, or a mark in place of one that would move a terminal's cursor.
  static func printable(_ character: Character) -> Character {
    let isControl = character.unicodeScalars.contains {
      $0.value < 32 || (127..<160).contains($0.value)
    }
    return isControl ? "\u{FFFD}" : character
  }

  /// How many cells a character takes: two for the scripts that are written in full squares.
  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}
