// The documents of a dataset, each found by its key.

/// Where the documents that a dataset rests on are found. An answer names some fifty of them: a
/// dataset that has them at hand elsewhere makes no list of all.
package struct Documents: Sendable {
  /// The document of a key.
  package let find: @Sendable (String) -> SourceReference?
  /// All documents by their keys.
  package let all: @Sendable () -> [String: SourceReference]
  /// The same by numbers, where they have some.
  package let numbered: Numbered?

  /// Documents that are numbered from 0, as answers may name them.
  package struct Numbered: Sendable {
    /// How many there are.
    package let count: Int
    /// The number of a key.
    package let number: @Sendable (String) -> Int?
    /// The document of a number.
    package let reference: @Sendable (Int) -> SourceReference

    /// Numbered documents.
    package init(
      count: Int, number: @escaping @Sendable (String) -> Int?,
      reference: @escaping @Sendable (Int) -> SourceReference
    ) {
      (self.count, self.number, self.reference) = (count, number, reference)
    }
  }

  /// Documents that are found elsewhere.
  package init(
    find: @escaping @Sendable (String) -> SourceReference?,
    all: @escaping @Sendable () -> [String: SourceReference], numbered: Numbered? = nil
  ) {
    self.find = find
    self.all = all
    self.numbered = numbered
  }

  /// Documents that are there.
  init(_ documents: [String: SourceReference]) {
    self.init(find: { documents[$0] }, all: { documents })
  }
}
