// The documents of a dataset, each found by its key.

/// Where the documents that a dataset rests on are found. An answer names some fifty of them: a
/// dataset that has them at hand elsewhere makes no list of all.
package struct Documents: Sendable {
  /// The document of a key.
  package let find: @Sendable (String) -> SourceReference?
  /// All documents by their keys.
  package let all: @Sendable () -> [String: SourceReference]

  /// Documents that are found elsewhere.
  package init(
    find: @escaping @Sendable (String) -> SourceReference?,
    all: @escaping @Sendable () -> [String: SourceReference]
  ) {
    self.find = find
    self.all = all
  }

  /// Documents that are there.
  init(_ documents: [String: SourceReference]) {
    self.init(find: { documents[$0] }, all: { documents })
  }
}
