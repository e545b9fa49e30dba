// What stands before an entry: the number of the answer to come, and the day that is asked of.

import Tally

/// The prompts of an entry's first line and of its further lines.
struct EditorPrompt: Equatable {
  /// Before the first line: `tally 7> `, or `tally 7 as of 2019-12-31> `.
  let first: StyledText
  /// Before each further line, as wide as the first: `    ...> `.
  let further: StyledText

  /// The prompts of an entry.
  /// - Parameters:
  ///   - number: the number of the answer to come: 7, where `_7` will name it.
  ///   - date: the day, or the year of published totals, that a question is asked of where it names
  ///     none; nil for the latest.
  init(number: Int, asOf date: String? = nil) {
    var first = StyledText("tally ", .muted)
    first.append(String(number), .number)
    if let date { first.append(" as of " + date, .note) }
    first.append("> ", .muted)
    self.first = first
    let marks = "...> "
    let blanks = String(repeating: " ", count: max(0, CellWidth.of(first.text) - marks.count))
    further = StyledText(blanks + marks, .muted)
  }

  /// The prompts of a session.
  init(_ session: Session) {
    let day = session.asOf.flatMap { $0 == session.dataset.latest ? nil : $0.description }
    self.init(number: session.resultCount + 1, asOf: session.edition.map(String.init) ?? day)
  }

  /// A line without the prompt that it begins with, such as a copied session has; nil where it
  /// begins with none.
  static func stripped(_ line: Substring) -> Substring? {
    let text = line.drop { $0 == " " }
    if text.hasPrefix("...>") {
      // What follows the one blank of the prompt is the line's own, its indent included.
      return text.dropFirst(4).dropOneBlank
    }
    guard text.hasPrefix("tally"), let end = text.firstIndex(of: ">"),
      isPrompt(text[..<end].dropFirst(5))
    else { return nil }
    return text[text.index(after: end)...].dropOneBlank
  }

  /// Whether a text is what may stand between `tally` and `>`: nothing, or a number and perhaps a
  /// date.
  private static func isPrompt(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    switch words.count {
    case 0: return text.isEmpty
    case 1: return isNumber(words[0])
    case 4:
      return isNumber(words[0]) && words[1] == "as" && words[2] == "of"
        && words[3].split(separator: "-").allSatisfy(isNumber)
    default: return false
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension Substring {
  fileprivate var dropOneBlank: Substring { first == " " ? dropFirst() : self }
}
