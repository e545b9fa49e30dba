// What the answers of a column say on a day, in short: what evidence counts, and the sources.

/// The answers of a column on a day, without the grounds of all rows: the few things that these
/// say, and the sources of all of them. A source that knows this beforehand saves the first
/// question the work of finding it out.
package struct StatedAnswers: Sendable {
  /// A code for each row.
  package let codes: Codes
  /// For each code the number of what it says.
  package let numbers: [Int]
  /// What is said: value, reason, basis and confidence, without details and sources.
  package let said: [Ground]
  /// The documents of all rows, by their numbers in the record, in the order of their first use.
  package let documents: [UInt16]
  private let key: @Sendable (Int) -> String

  /// Answers; each code is below the count of `numbers`, and these below that of `said`. The keys
  /// of documents are asked for where their numbers are not known.
  package init(
    codes: Codes, numbers: [Int], said: [Ground], documents: [UInt16],
    key: @escaping @Sendable (Int) -> String
  ) {
    (self.codes, self.numbers, self.said) = (codes, numbers, said)
    (self.documents, self.key) = (documents, key)
  }

  /// The keys of the documents.
  package var sources: [String] { documents.map { key(Int($0)) } }
}

/// What an answer field says of the rows of a relation.
struct SaidColumn {
  /// How the field is named.
  let name: String
  /// A code for each row.
  let codes: Codes
  /// For each code the number of what it says.
  let numbers: [Int]
  /// What is said, each once.
  let said: [GroundClasses.Said]

  /// - Parameters:
  ///   - grounds: the ground of each code.
  ///   - bases: the dataset's words for what answers rest on.
  init(_ name: String, _ codes: Codes, _ grounds: [Ground], bases: [String]) {
    var numbering = SaidNumbers(bases)
    (self.name, self.codes) = (name, codes)
    numbers = grounds.map { numbering.number(of: $0) }
    said = numbering.said
  }

  /// The same of answers of which is known what they say.
  init(_ name: String, _ stated: StatedAnswers, bases: [String]) {
    var numbering = SaidNumbers(bases)
    (self.name, codes, numbers) = (name, stated.codes, stated.numbers)
    // Each is there once: they are not compared again. What reads alike is counted as one by its
    // label.
    said = stated.said.map { numbering.said($0) }
  }
}
