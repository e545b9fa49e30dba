// What is browsed on a screen: a heading and its facts on one line, the meaning below it in full.

import Tally

/// Things with a few facts and a meaning each, for a screen. Other formats have tables.
struct Listing {
  /// One thing.
  struct Entry {
    /// Its name.
    var name: String
    /// What is said beside it, in columns: texts, and whether each is a number.
    var facts: [String] = []
    /// Its meaning, in full.
    var meaning: String
  }

  /// The things.
  var entries: [Entry]
  /// Which facts are set to the right, for they are numbers.
  var numbers: Set<Int> = []

  /// The listing in lines that fit a screen.
  func text(width: Int) -> StyledText {
    var text = StyledText()
    let names = entries.map { TextWidth.of($0.name) }.max() ?? 0
    let widths = (entries.first?.facts ?? []).indices.map { column in
      entries.map { TextWidth.of($0.facts[column]) }.max() ?? 0
    }
    for entry in entries {
      var head = StyledText(entry.name, .heading)
      // Blanks are put before what follows, so that no line ends with them.
      var gap = TextWidth.fill(entry.name, to: names)
      for (column, fact) in entry.facts.enumerated() {
        let fill = TextWidth.fill(fact, to: widths[column])
        let isNumber = numbers.contains(column)
        gap += "  " + (isNumber ? fill : "")
        guard !fact.isEmpty else {
          gap += isNumber ? "" : fill
          continue
        }
        head.append(gap)
        head.append(fact, isNumber ? .number : .plain)
        gap = isNumber ? "" : fill
      }
      // Where the columns do not fit, the facts are set as words.
      if TextWidth.of(head.text) > width {
        let words = entry.facts.filter { !$0.isEmpty }.joined(separator: ", ")
        head = StyledText(entry.name, .heading).with(StyledText("  " + words))
      }
      text.append(head.lines(width: width, hanging: 4))
      text.paragraph(entry.meaning, width: width, indent: 4)
    }
    return text
  }
}
