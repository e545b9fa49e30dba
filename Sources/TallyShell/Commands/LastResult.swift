// What is asked about the last answer: `_`, which keeps the day that it was of.

import Tally

extension Shell {
  /// Puts words before the last answer's question and shows what comes of it. The last answer
  /// stays what it was.
  func askAboutLast(_ words: String, format: OutputFormat? = nil) {
    guard lastAnswered != nil, session.resultCount > 0 else {
      return report.complain(
        "no question has been answered yet: ask one first, such as count counties with agreements")
    }
    aside(words + " _", format: format)
  }

  /// Takes one of a few words as an argument, or says which there are.
  func choice(_ argument: String, of words: [String], for command: String) -> String? {
    let word = argument.lowercased()
    if word.isEmpty || words.contains(word) { return word }
    let guess = Spelling.nearest(word, in: words).first.map { "; did you mean \($0)?" } ?? ""
    report.complain(
      ":\(command) takes \(words.joined(separator: ", ")), not \"\(argument)\"\(guess)")
    return nil
  }
}
