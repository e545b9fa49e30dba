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
  /// The keys of the sources of all rows, in the order of their first use.
  package let sources: [String]

  /// Answers; each code is below the count of `numbers`, and these below that of `said`.
  package init(codes: Codes, numbers: [Int], said: [Ground], sources: [String]) {
    (self.codes, self.numbers, self.said, self.sources) = (codes, numbers, said, sources)
  }
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
    (self.name, codes) = (name, stated.codes)
    let own = stated.said.map { numbering.number(of: $0) }
    numbers = stated.numbers.map { own[$0] }
    said = numbering.said
  }
}
