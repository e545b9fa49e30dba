// What the parser would take at a place: for completion, and for what messages propose.

/// Something that could stand at a place in a text.
enum Wish: Sendable, Equatable {
  /// This word or mark.
  case word(String)
  /// This verb or stage, with its meaning.
  case verb(String, String)
  /// Words that stand together, as completion offers them; messages name the first alone.
  case phrase(String)
  /// A name that plays a role.
  case name(NameRole)

  /// The word itself, where it is one.
  var word: String? {
    switch self {
    case .word(let word), .verb(let word, _): word
    case .phrase, .name: nil
    }
  }
}

/// What a name may mean where it stands.
enum NameRole: Sendable, Equatable {
  /// A relation, or a set that has a name.
  case relation
  /// A field of the relation, or a step along a path from it.
  case field(of: String, after: [String])
  /// A function, or a condition with values that is of the relation.
  case function(of: String)
  /// The bracket that opens the values of a function.
  case values(of: String)
  /// A number of what the relation's rows are linked to: `count of`.
  case linkNumber(of: String)
  /// A number of what the relation's links lead to: `sum capacity of facilities`.
  case linkedField(of: String)
  /// A link of the relation.
  case link(of: String, after: [String])
  /// A place.
  case place
  /// A row of the kind that `show` was given: `show county "Cook, IL"`.
  case row(of: String)
  /// A period.
  case period
  /// A value of a field of the relation.
  case value(of: String, path: [String])
  /// A column of the result, or a step along a path from it.
  case column(after: [String])
  /// A value of a column of the result.
  case columnValue(path: [String])
  /// What `show` can show.
  case subject
  /// A relation of published figures.
  case checkable
  /// A document that published figures of the relation.
  case document(of: String)
  /// A value that has a name: `$year`.
  case parameter
  /// An earlier question: `_`.
  case result
  /// The code of a message.
  case code
  /// A file of definitions.
  case file
}
