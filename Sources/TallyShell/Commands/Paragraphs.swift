// Text of commands in lines that fit the screen.

import Tally

extension Report {
  /// The columns of the screen; 80 where there is none.
  var width: Int { Terminal.size(output.descriptor).width }

  /// Writes a paragraph, broken between words.
  func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    write(text.lines(width: width, indent: indent, hanging: hanging ?? indent))
  }

  /// Writes a paragraph of one role.
  func paragraph(_ text: String, _ role: Role = .plain, indent: Int = 0, hanging: Int? = nil) {
    paragraph(StyledText(text, role), indent: indent, hanging: hanging)
  }

  /// Writes an entry as the prompt would show it.
  func entry(_ text: String) {
    line("tally> " + text.replacing("\n", with: "\n  ...> "), .muted)
  }
}

extension StyledText {
  /// Adds a paragraph, broken between words.
  mutating func paragraph(
    _ text: String, _ role: Role = .plain, width: Int, indent: Int = 0, hanging: Int? = nil
  ) {
    append(
      StyledText(text, role).lines(width: width, indent: indent, hanging: hanging ?? indent))
  }

  /// Adds a paragraph behind a title in a margin; a title that is wider has a line of its own.
  mutating func paragraph(
    _ body: StyledText, behind title: StyledText, margin: Int, width: Int
  ) {
    let room = margin - TextWidth.of(title.text)
    append(title)
    if room < 1 { append("\n") }
    // The margin of the first line is the title's.
    var isFirst = room >= 1
    for run in body.lines(width: width, indent: margin, hanging: margin).runs {
      append(isFirst ? String(run.text.dropFirst(margin - room)) : run.text, run.role)
      isFirst = false
    }
  }

  /// The text with those lines broken between words that are wider than the screen; what goes on
  /// is set in by two more blanks.
  func wrapped(width: Int) -> StyledText {
    var result = StyledText()
    var line = StyledText()
    func end(_ line: StyledText) {
      let text = line.text
      guard TextWidth.of(text) > width else {
        result.append(line)
        return result.append("\n")
      }
      let indent = text.prefix { $0 == " " }.count
      result.append(line.lines(width: width, indent: indent, hanging: indent + 2))
    }
    for run in runs {
      for (number, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 {
          end(line)
          line = StyledText()
        }
        line.append(String(part), run.role)
      }
    }
    if !line.isEmpty { result.append(line) }
    return result
  }
}
