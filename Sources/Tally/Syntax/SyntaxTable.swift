// The verbs and stages that a parser knows: given to it, so that it need not know every one.

/// How one verb is parsed once its word is seen.
struct VerbRule: Sendable {
  /// The word that begins the sentence.
  let word: String
  /// What it means, for completion.
  let meaning: String
  /// Parses what follows the word. The core comes with verb and span set.
  let parse: @Sendable (inout Parser, inout Core) -> Void
}

/// How one stage is parsed once its word is seen.
struct StageRule: Sendable {
  /// The word after `|`.
  let word: String
  /// What it means, for completion.
  let meaning: String
  /// Parses what follows the word. The stage comes with its name and span set.
  let parse: @Sendable (inout Parser, inout StageNode) -> Void
}

/// A word that may stand before a verb.
struct PrefaceRule: Sendable {
  /// The word.
  let word: String
  /// What it means, for completion.
  let meaning: String
}

/// The open part of the grammar.
struct SyntaxTable: Sendable {
  let prefaces: [PrefaceRule]
  let verbs: [VerbRule]
  let stages: [StageRule]

  func verb(_ word: String) -> VerbRule? { verbs.first { $0.word == word } }
  func isPreface(_ word: String) -> Bool { prefaces.contains { $0.word == word } }
  func stage(_ word: String) -> StageRule? { stages.first { $0.word == word } }
}
