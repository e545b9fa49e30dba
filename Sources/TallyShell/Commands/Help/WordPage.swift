// Examples of the words of the grammar that have no descriptor of their own.

import Tally

/// A word of the grammar with its examples; what it means is mostly said where completion reads it.
struct WordPage: Sendable {
  /// The word, or several that belong together.
  let word: String
  /// What it is.
  var kind = "word"
  /// What it means, where completion does not say so.
  var meaning: String?
  /// How it is written.
  var form = ""
  /// Entries that show it at work.
  let examples: [String]

  /// A word that completion explains.
  init(_ word: String, _ examples: String...) {
    self.word = word
    self.examples = examples
  }

  /// A word that only help explains.
  init(
    _ word: String, _ kind: String = "word", means meaning: String, form: String = "",
    _ examples: String...
  ) {
    self.word = word
    self.kind = kind
    self.meaning = meaning
    self.form = form
    self.examples = examples
  }

  /// Every page.
  static let all = sets + conditions + values + dates + groups + scripts + results + details
}
