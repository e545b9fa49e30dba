// An answer: what a query says, with its date, base, unknowns and sources, before any format.

/// What one query answers.
public struct Answer: Sendable, Equatable {
  /// The numbers, rows or card.
  public indirect enum Content: Sendable, Equatable {
    /// One number, perhaps an interval.
    case figure(Figure)
    /// One row for each group, each with a figure.
    case groups(Table)
    /// Rows of a relation.
    case rows(Table)
    /// What is known of one thing, entry by entry.
    case card(Card)
    /// How a number came about, condition by condition.
    case funnel(Funnel)
    /// Published figures against what the dataset gives.
    case verdicts(Verdicts)
    /// How the answers of rows changed between two days.
    case transitions(Transitions)
    /// What an answer is, to be cited with its sources.
    case citation(Citation)
    /// A statement for a database, or a plan in words.
    case code(CodeText)
  }

  /// What was found.
  public var content: Content {
    get { shared.content.content }
    set { shared.content.content = newValue }
  }
  /// As of when, from what.
  public var provenance: Provenance {
    get { shared.content.provenance }
    set { shared.content.provenance = newValue }
  }
  /// What a reader must know beside the numbers. Every format but CSV and TSV shows it.
  public var notes: [String] {
    get { shared.content.notes }
    set { shared.content.notes = newValue }
  }
  /// How it is to be drawn; nil where no picture was asked for. `content` has the numbers.
  public var picture: Picture? {
    get { shared.content.picture }
    set { shared.content.picture = newValue }
  }

  private struct Parts: Sendable, Equatable {
    var content: Content
    var provenance: Provenance
    var notes: [String]
    var picture: Picture?
  }
  /// Held once: the session, the outcome and who asked have the same answer.
  private var shared: Shared<Parts>

  /// An answer.
  public init(
    _ content: Content, provenance: Provenance, notes: [String] = [], picture: Picture? = nil
  ) {
    shared = Shared(
      Parts(content: content, provenance: provenance, notes: notes, picture: picture))
  }
}

/// Where an answer comes from.
public struct Provenance: Sendable, Equatable {
  /// The query, as it was asked.
  public var query: String
  /// The date that the answer speaks of.
  public var asOf: AnswerDate
  /// The name of the dataset.
  public var dataset: String
  /// The dataset's version.
  public var version: String
  /// The dataset's sha256, in hexadecimal.
  public var hash: String
  /// The sources that the answer rests on, in the order of their first use.
  public var sources: [SourceReference]

  /// A provenance; sources are added as they are met.
  public init(
    query: String, asOf: AnswerDate, dataset: String, version: String, hash: String,
    sources: [SourceReference] = []
  ) {
    self.query = query
    self.asOf = asOf
    self.dataset = dataset
    self.version = version
    self.hash = hash
    self.sources = sources
  }
}

/// What a number counts or measures.
public struct Unit: Sendable, Hashable {
  /// How the number is written.
  public enum Kind: Sendable, Hashable {
    /// A number of rows.
    case count
    /// A fraction, shown in percent.
    case share
    /// A measured amount: the sum, mean or median of a field.
    case measure
    /// How much one number is more than another, with its sign.
    case difference
    /// How much one share is more than another: a fraction, shown in percentage points.
    case points
    /// A difference as a part of the first number: a fraction, shown in percent with its sign.
    case change

    /// Whether it says how two numbers differ, so that it has a sign and no base of its own.
    public var isDifference: Bool {
      switch self {
      case .count, .share, .measure: false
      case .difference, .points, .change: true
      }
    }
  }

  /// How the number is written.
  public var kind: Kind
  /// One of them: `county`, `person`, or the thing that a share is of.
  public var singular: String
  /// Several of them: `counties`, `people`.
  public var plural: String

  /// A unit.
  public init(_ kind: Kind, singular: String, plural: String) {
    self.kind = kind
    self.singular = singular
    self.plural = plural
  }
}

/// A number that says what it does not know.
///
/// `low` is proven and `high` cannot be passed: the true number lies between them whatever the
/// unknown answers are. A measure of a field whose values are not all known is over the known ones,
/// `known` of `knownOf`, and says so. Both are fractions (0 to 1) where the unit is a share.
public struct Figure: Sendable, Equatable {
  /// The least that it can be; nil where nothing can be said (a mean over no known value).
  public var low: Double?
  /// The most that it can be; nil where no bound can be proven.
  public var high: Double?
  /// How many rows are not settled: neither certainly in the set nor certainly out of it.
  public var unknown: Int
  /// How many rows the question was asked of, at most.
  public var base: Int
  /// How many rows the question was asked of, at least.
  public var baseLow: Int
  /// What is counted.
  public var unit: Unit
  /// What the rows of the base are: `counties`, also where `unit` is people or percent.
  public var baseUnit: Unit
  /// Of the rows with known values only: a share's `yy / (yy + yn)`.
  public var ofKnown: Double?
  /// How many rows `ofKnown`, or a measure, rests on.
  public var known: Int?
  /// Where `low` is nil: the least that the known values make. The true number may be below it, as
  /// for a sum of values of either sign that are not all known.
  public var openLow: Double?
  /// Where `high` is nil: the most that the known values make, which the true number may pass.
  public var openHigh: Double?
  /// How many rows there are that a measure could rest on: the possible members to which its field
  /// applies. Where it is more than `known`, some values are not known.
  public var knownOf: Int?
  /// Whether there is such a number: a mean of members that may all be none may not be.
  public var existence = Existence.certain
  /// What settles the members and what leaves others open; nil where no answer field is asked.
  public var evidence: Evidence?
  /// How it comes from published totals; nil for a figure of rows.
  public var totals: TotalsBasis?

  /// A figure.
  public init(
    low: Double?, high: Double?, unknown: Int, base: Int, baseLow: Int, unit: Unit, baseUnit: Unit,
    ofKnown: Double? = nil, known: Int? = nil, knownOf: Int? = nil,
    evidence: Evidence? = nil
  ) {
    self.low = low
    self.high = high
    self.unknown = unknown
    self.base = base
    self.baseLow = baseLow
    self.unit = unit
    self.baseUnit = baseUnit
    self.ofKnown = ofKnown
    self.known = known
    self.knownOf = knownOf
    self.evidence = evidence
  }

  /// How many rows of the base are settled: none where no row was published.
  public var settled: Int { totals == nil ? base - unknown : 0 }

  /// Whether it rests on the known values alone, while some are not known.
  public var lacksValues: Bool { (knownOf ?? 0) > (known ?? 0) && unit.kind == .measure }

  /// Whether there is nothing that it could be of: a share of no rows is no number, and not an
  /// unknown one.
  public var isOfNothing: Bool {
    low == nil && high == nil && base == 0 && existence == .certain || existence == .none
  }

  /// Whether it is a measure that fewer rows have than the question was asked of.
  public var isOfFewer: Bool { unit.kind == .measure && (known ?? base) < base }

  /// Whether there is one number and no interval.
  public var isExact: Bool { low != nil && low == high && existence == .certain }

  /// Whether there is a number at all.
  public enum Existence: Sendable, Equatable {
    /// There is: a member that has a value is certain, or none is needed, as for a count.
    case certain
    /// There may be: only rows that may be members have values. The bounds hold if it is.
    case possible
    /// There is none: the field applies to no member.
    case none
  }
}

/// A number of rows with a word for what they share.
public struct LabelledCount: Sendable, Equatable {
  /// `law`, `no county jail`, …
  public var label: String
  /// How many.
  public var count: Int

  /// A labelled count.
  public init(_ label: String, _ count: Int) {
    self.label = label
    self.count = count
  }
}

/// What a figure over answer fields rests on.
public struct Evidence: Sendable, Equatable {
  /// The certain members by what settles them: `law`, `agreement`, `law+agreement`. Adds up to
  /// the certain members.
  public var basis: [LabelledCount]
  /// The bases of all settled rows, members or not: what "settled" means here.
  public var settledBy: [String]
  /// How many certain members rest on evidence of medium confidence.
  public var medium: Int
  /// The rows that are not settled, by what is known of the fields asked:
  /// `detainers yes, notify unknown`.
  public var unsettled: [LabelledCount]
  /// Why values are unknown, over the rows asked: `no rule found`, `no county jail`.
  public var reasons: [LabelledCount]

  /// Leaves out what cannot be said of each member: by what it is settled.
  mutating func dropBasis() {
    basis = []
    medium = 0
  }

  /// Evidence.
  public init(
    basis: [LabelledCount], settledBy: [String], medium: Int, unsettled: [LabelledCount],
    reasons: [LabelledCount]
  ) {
    self.basis = basis
    self.settledBy = settledBy
    self.medium = medium
    self.unsettled = unsettled
    self.reasons = reasons
  }
}
