// The names that a session has given, as completion offers them.

/// Names that are not the record's.
struct GivenNames: Sendable {
  /// A name with what it stands for.
  struct Entry: Sendable {
    var name: String
    var meaning: String
  }

  var sets: [Entry] = []
  /// Computed fields by the relation that they are of.
  var fields: [String: [Entry]] = [:]
  /// Parameters, each with its `$`.
  var parameters: [Entry] = []
}
