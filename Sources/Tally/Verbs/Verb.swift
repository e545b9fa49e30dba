// The verbs of the language: a list of descriptors, one file each.

/// A verb: how it is said, what it means, how it becomes a plan. One file and one word in `all`.
public struct Verb: Sendable {
  /// The word that begins the sentence.
  public let name: String
  /// What it does, in a few words.
  public let summary: String
  /// Its line of the grammar.
  public let grammar: String
  /// Sentences that work on the embedded dataset.
  public let examples: [String]
  /// Parses what follows the word.
  let parse: @Sendable (inout Parser, inout Core) -> Void
  /// The plan of a parsed sentence.
  let lower: @Sendable (Core, inout Checker) throws(Diagnostic) -> LogicalPlan
  /// What it draws of the answer to the question within it; nil for a verb that answers itself.
  var draws: Drawing?
  /// What it asks in the words of others; nil for a verb of tally.
  var template: VerbTemplate?

  /// Every verb, in the order that help shows them.
  public static let all: [Verb] = [
    .count, .list, .share, .sum, .average, .median, .min, .max, .top, .bottom, .table, .compare,
    .changes, .chart, .map, .show, .check,
  ]
}

extension SyntaxTable {
  /// The verbs and stages of the language.
  static let language = SyntaxTable(verbs: Verb.all)

  /// The stages of the language, and some verbs.
  init(verbs: [Verb]) {
    self.init(
      prefaces: Preface.all.map { PrefaceRule(word: $0.name, meaning: $0.summary) },
      verbs: verbs.map { VerbRule(word: $0.name, meaning: $0.summary, parse: $0.parse) },
      stages: Stage.all.map {
        StageRule(word: $0.word, meaning: $0.summary, parse: $0.parse)
      })
  }
}
