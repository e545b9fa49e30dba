// The documents of a dataset, each found by its key.

/// Where the documents that a dataset rests on are found. An answer names some fifty of them: a
/// dataset that has them at hand elsewhere makes no list of all.
package struct Documents: Sendable {
  /// The document of a key.
  package let find: @Sendable (String) -> SourceReference?
  /// All documents by their keys.
  package let all: @Sendable () -> [String: SourceReference]
  /// The same by numbers, where they have some.
  package let numbered: (any NumberedDocuments)?

  /// Documents that are found elsewhere.
  package init(
    find: @escaping @Sendable (String) -> SourceReference?,
    all: @escaping @Sendable () -> [String: SourceReference],
    numbered: (any NumberedDocuments)? = nil
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

/// Documents that are numbered from 0, as answers may name them.
package protocol NumberedDocuments: Sendable {
  /// How many there are.
  var count: Int { get }
  /// The number of a key; nil where there is none.
  func number(_ key: String) -> Int?
  /// The key of the document of a number below `count`.
  func key(_ number: Int) -> String
  /// The document of a number below `count`.
  subscript(number: Int) -> SourceReference { get }
  /// Adds a document's line to bytes: no document is made for it.
  func addLine(of number: Int, to bytes: inout [UInt8])
}
