// The stages of the language: a list of descriptors, one file each.

/// A stage: how it is said, what it does to rows. One file and one word in `all`.
public struct Stage: Sendable {
  /// The word after the bar.
  public let word: String
  /// What it does, in a few words.
  public let summary: String
  /// Its line of the grammar.
  public let grammar: String
  /// A sentence that works on the embedded dataset.
  public let example: String
  /// Parses what follows the word.
  let parse: @Sendable (inout Parser, inout StageNode) -> Void
  /// Adds the stage to a plan.
  let lower: @Sendable (StageNode, inout StageChecker) throws(Diagnostic) -> Void

  /// Every stage, in the order that help shows them.
  public static let all: [Stage] = [.show, .sort, .take, .skip, .keep, .add, .total, .known]
}
