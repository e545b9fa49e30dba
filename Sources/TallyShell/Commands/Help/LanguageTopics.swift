// The pages on the language: verbs, stages, functions and every other word of the grammar.

import Tally

extension HelpTopic {
  /// The pages on the words of the language.
  static let language = sentences + functions + words

  private static let sentences =
    Verb.all.map {
      HelpTopic(
        $0.name, "verb", meaning: $0.summary, form: $0.grammar,
        examples: $0.examples + more($0.name, beyond: $0.examples))
    }
    + Preface.all.map {
      HelpTopic(
        $0.name, "before a verb", meaning: $0.summary, form: $0.grammar,
        examples: $0.examples + more($0.name, beyond: $0.examples))
    }
    + Stage.all.map {
      HelpTopic(
        $0.word, "stage", meaning: $0.summary, form: $0.grammar,
        examples: [$0.example] + more("| " + $0.word, beyond: [$0.example]))
    }

  private static let functions =
    ScalarFunction.all.map {
      HelpTopic(
        $0.name, "function", meaning: $0.meaning, form: $0.form,
        examples: [$0.example] + more($0.name, beyond: [$0.example]))
    }
    + WindowFunction.all.map {
      HelpTopic(
        $0.name, "function over all rows, in add", meaning: $0.meaning, form: $0.form,
        examples: [$0.example] + more($0.name, beyond: [$0.example]))
    }
    + LinkNumber.all.map {
      HelpTopic(
        $0.name, "number of linked things", meaning: $0.meaning, form: $0.grammar,
        examples: [$0.example] + more("linked " + $0.name, beyond: [$0.example]))
    }

  private static let words: [HelpTopic] = {
    let own = WordPage.all.map { page in
      HelpTopic(
        page.word, page.kind, meaning: page.meaning ?? Keywords.meanings[page.word] ?? "",
        form: page.form, examples: page.examples)
    }
    // A word that the grammar has and no page of its own is still explained.
    let named = Set(own.map(\.name))
    return own
      + Keywords.meanings.sorted { $0.key < $1.key }.filter { !named.contains($0.key) }.map {
        HelpTopic($0.key, "word", meaning: $0.value, examples: [])
      }
  }()

  /// Further examples of a word whose descriptor has fewer than two.
  private static func more(_ word: String, beyond examples: [String]) -> [String] {
    examples.count < 2 ? WordPage.further[word] ?? [] : []
  }
}
