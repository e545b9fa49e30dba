// The names that a session has given, as completion offers them.

/// Names that are not the record's.
struct GivenNames: Sendable {
  /// A name with what it stands for.
  struct Entry: Sendable {
    var name: String
    var meaning: String
    /// The relation whose rows a set has; empty where that is not known.
    var relation = ""
    /// Whether values follow it in brackets.
    var takesValues = false
  }

  var sets: [Entry] = []
  /// Computed fields by the relation that they are of.
  var fields: [String: [Entry]] = [:]
  /// Parameters, each with its `$`.
  var parameters: [Entry] = []
  /// Questions that were answered, the last first: `_`, `_7`.
  var results: [Entry] = []

  /// The relation that a set's name or a result leads to.
  func relation(of name: String) -> String? {
    (sets + results).first { $0.name == name }.map(\.relation)
  }
}
