// Breaks styled text into lines at spaces, keeping the role of every word.

extension StyledText {
  /// The text in lines of at most `width` columns, each with its line end.
  ///
  /// Lines break at spaces only: a word or a number that is wider than the screen stays whole, for
  /// half a number is a wrong number. Without a width there is one line.
  ///
  /// - Parameters:
  ///   - width: the columns of the screen.
  ///   - indent: spaces before the first line.
  ///   - hanging: spaces before the others.
  package func lines(width: Int?, indent: Int = 0, hanging: Int = 0) -> StyledText {
    var result = StyledText(TextWidth.spaces(indent))
    guard let width, indent + TextWidth.of(text) > width else {
      result.append(self)
      result.append("\n")
      return result
    }
    var column = indent
    var isFirst = true
    for word in words() {
      if !isFirst, column + 1 + word.width > width {
        result.append("\n" + TextWidth.spaces(hanging))
        column = hanging
      } else if !isFirst {
        result.append(" ", word.leading)
        column += 1
      }
      result.append(word.text)
      column += word.width
      isFirst = false
    }
    result.append("\n")
    return result
  }

  /// The text with another after it.
  package func with(_ other: StyledText) -> StyledText {
    var text = self
    text.append(other)
    return text
  }

  /// A stretch without a space; it may change its role within.
  private struct Word {
    var text = StyledText()
    var leading = Role.plain
    var width: Int { TextWidth.of(text.text) }
  }

  /// The words; a percent sign stays with its number.
  private func words() -> [Word] {
    var words: [Word] = []
    var word = Word()
    for run in runs {
      for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0, piece.hasPrefix("%") {
          word.text.append(" ", run.role)
        } else if index > 0 {
          if !word.text.isEmpty { words.append(word) }
          word = Word(leading: run.role)
        }
        word.text.append(String(piece), run.role)
      }
    }
    if !word.text.isEmpty { words.append(word) }
    return words
  }
}
