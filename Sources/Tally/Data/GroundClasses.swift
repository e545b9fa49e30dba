// Rows by what their answers rest on: worked out once for the answer fields that questions ask.

/// The rows of a relation in classes: in one class each asked field has the same value, basis,
/// confidence and reason. Three thousand counties have some hundred grounds and a dozen classes, so
/// evidence is counted by class, and its words are made once. A class, for the parts of a question
/// hand it on.
final class GroundClasses: Sendable {
  /// One class of rows.
  struct Class: Sendable {
    /// The label of what settles its members: `law+agreement`.
    var basis: Int
    /// Where the bases of its known values stand in `known`.
    var known: Range<Int>
    /// Whether a known value is of medium confidence.
    var isMedium: Bool
    /// The label of what is known of each field: `detainers yes, notify unknown`.
    var pattern: Int
    /// Where the labels of why values are unknown stand in `reasons`.
    var reasons: Range<Int>
    /// A row of it, and how many there are.
    var first: Int
    var count: Int
  }

  /// The columns of the fields, where they are a relation's own.
  let columns: [Int]
  /// For each field a bit for each class: where its value is yes, and where it is no.
  let answers: [(yes: Bitmap, no: Bitmap)]
  /// The labels, in the order of their letters.
  let labels: [String]
  /// The class of each row.
  let codes: [UInt32]
  let classes: [Class]
  /// For one class after the other, the bases of its known values by their places in the dataset's
  /// list, and the labels of its reasons, each once. Ranges, for classes then hold no arrays.
  let known: [Int]
  let reasons: [Int]

  /// The classes of rows.
  /// - Parameters:
  ///   - fields: what each field says of each row.
  ///   - bases: the dataset's words for what answers rest on.
  ///   - columns: the fields' columns, where they are a relation's own.
  /// - Complexity: O(rows × fields).
  init(_ fields: [SaidColumn], count: Int, bases: [String], columns: [Int] = []) {
    self.columns = columns
    let numbering = RowNumbering(rows: count, fields)
    let words = ClassWords(fields, bases, numbering)
    labels = words.labels
    codes = numbering.codes
    (known, reasons) = (words.known, words.reasons)
    classes = words.classes
    answers = fields.indices.map { field in
      (
        Bitmap(count: numbering.count) { words.says(.yes, $0, field) },
        Bitmap(count: numbering.count) { words.says(.no, $0, field) }
      )
    }
  }

  /// The same from how each field is named, its ground's number for each row, and its grounds.
  convenience init(
    _ fields: [(name: String, codes: [Int], grounds: [Ground])], count: Int, bases: [String]
  ) {
    self.init(
      fields.map { SaidColumn($0.name, Codes($0.codes), $0.grounds, bases: bases) }, count: count,
      bases: bases)
  }

  /// What one ground says, as far as evidence counts it.
  struct Said: Hashable {
    var value: Truth
    /// The places of what it rests on; empty for one that is not known.
    var bases: [Int]
    var isMedium: Bool
    var reason: String?

    /// - Parameter bases: places of what the ground rests on.
    init(_ ground: Ground, _ bases: [Int]) {
      value = ground.value
      guard value == .unknown else {
        self.bases = bases
        isMedium = ground.confidence == "medium"
        return
      }
      self.bases = []
      isMedium = false
      reason = ground.reason ?? "no reason given"
    }
  }
}
