// Evidence of one's own: what a document says of one answer of one place, from which day.

/// One fact of the user's own.
public struct OwnFact: Sendable, Equatable {
  /// The row of the file, from 1 after the titles.
  public var row: Int
  /// The place: its code, or its name as in `Cook, IL`.
  public var place: String
  /// The answer field that it is about.
  public var field: String
  /// What it says: yes or no.
  public var value: Truth
  /// From when it holds: from the last day that is meant.
  public var since: Period
  /// When it ends: the last day on which it certainly holds is the first that is meant. Nil where
  /// it holds still.
  public var until: Period?
  /// What it rests on: one of the dataset's bases.
  public var basis: String
  /// The document, in words.
  public var source: String
  /// What else is said; may be empty.
  public var note: String

  /// A fact.
  public init(
    row: Int, place: String, field: String, value: Truth, since: Period, until: Period? = nil,
    basis: String, source: String, note: String = ""
  ) {
    self.row = row
    self.place = place
    self.field = field
    self.value = value
    self.since = since
    self.until = until
    self.basis = basis
    self.source = source
    self.note = note
  }

  /// The first day on which it holds without doubt.
  var firstDay: Day { since.last }

  /// The last such day; nil where it holds still. An announcement speaks for a year, as those of
  /// the record do.
  var lastDay: Day? {
    if let until { return until.first }
    return basis == OwnFact.announced ? Day(number: firstDay.number + OwnFact.yearOfDays) : nil
  }

  /// The basis whose facts lapse.
  private static let announced = "announced"
  private static let yearOfDays: Int32 = 365

  /// Whether it holds on a day.
  func holds(on day: Day) -> Bool {
    firstDay <= day && (lastDay.map { day <= $0 } ?? true)
  }
}

/// The facts of one file.
public struct OwnFacts: Sendable {
  /// The facts, in the order of the file.
  public var facts: [OwnFact]
  /// What people know the file by.
  public var file: String
  /// What tells this state of the file from another.
  public var fingerprint: String
  /// What `--facts` is told of it.
  public var option: String
  /// How many rows of the file name a place and an answer, and say nothing of them yet.
  public var open: Int

  /// The facts of a file.
  public init(
    facts: [OwnFact], file: String, fingerprint: String, option: String? = nil, open: Int = 0
  ) {
    self.facts = facts
    self.open = open
    self.file = file
    self.fingerprint = fingerprint
    self.option = option ?? file
  }
}

/// A fact that another one contradicts: there the answer is unknown.
public struct FactConflict: Sendable, Equatable {
  /// The user's fact.
  public var fact: OwnFact
  /// The file that it stands in.
  public var file: String
  /// What the place is called.
  public var place: String
  /// What it disagrees with: the record's words for its evidence, or the user's other fact.
  public var other: String
  /// The first day of the conflict.
  public var since: Day
  /// The last day of it; nil where it lasts.
  public var until: Day?
}

/// What became of the user's facts.
public struct FactsOutcome: Sendable, Equatable {
  /// How many there are.
  public var count = 0
  /// How many rows of the files say nothing yet.
  public var open = 0
  /// How many answers that were unknown on the dataset's latest day are known by them.
  public var settled = 0
  /// How many answers that were known on it they confirm.
  public var confirmed = 0
  /// How many say something where the record says that the question does not arise, or that its
  /// own rules differ: they change nothing there.
  public var without = 0
  /// The conflicts, in the order of the files.
  public var conflicts: [FactConflict] = []
}
