// How a number came about: what each condition kept, dropped and set aside.

/// The way from the rows of a base to an answer, condition by condition.
///
/// Every row is counted once at each step: what a step keeps, drops and sets aside adds up to what
/// the step before it kept. A row that was set aside stays aside; at the end it either leaves the
/// answer open or is answered no by another condition: `open + answeredNo` is all that was set
/// aside.
public struct Funnel: Sendable, Equatable {
  /// One condition.
  public struct Step: Sendable, Equatable {
    /// The condition as it was typed.
    public var condition: String
    /// What a row that is kept is: `detainers is yes`, `notify is no`.
    public var words: String
    /// The word for the rows that are dropped: `no`, or `yes` after `notify is no`.
    public var otherwise: String
    /// How many rows meet it.
    public var kept: Int
    /// How many rows do not.
    public var dropped: Int
    /// How many rows are set aside, for it is unknown of them.
    public var aside: Int
    /// Why the rows are set aside, where the condition asks answers.
    public var reasons: [LabelledCount]
    /// Indices into the provenance's sources, from 0.
    public var sources: [Int]

    /// A step.
    public init(
      condition: String, words: String, otherwise: String, kept: Int, dropped: Int, aside: Int,
      reasons: [LabelledCount] = [], sources: [Int] = []
    ) {
      self.condition = condition
      self.words = words
      self.otherwise = otherwise
      self.kept = kept
      self.dropped = dropped
      self.aside = aside
      self.reasons = reasons
      self.sources = sources
    }
  }

  /// The question, without `why`.
  public var question: String
  /// The answer itself.
  public var figure: Figure
  /// How many rows the base has for certain.
  public var base: Int
  /// How many more rows may be of the base: they are set aside before the first condition.
  public var baseAside: Int
  /// What a row is.
  public var unit: Unit
  /// Where the rows are from: indices into the provenance's sources.
  public var baseSources: [Int]
  /// The conditions, in the order of the question.
  public var steps: [Step]
  /// The query that lists the rows that are counted; empty for none.
  public var rowsQuery: String
  /// The query that lists the rows that leave the answer open; empty for none.
  public var openQuery: String
  /// The day of the question where its words do not say it; nil where they do.
  public var unsaidDay: Day?
  /// The options that put tables of the user's own beside the record, a blank before each.
  public var options = ""

  /// A funnel.
  public init(
    question: String, figure: Figure, base: Int, baseAside: Int = 0, unit: Unit,
    baseSources: [Int] = [], steps: [Step] = [], rowsQuery: String = "", openQuery: String = "",
    unsaidDay: Day? = nil
  ) {
    self.question = question
    self.figure = figure
    self.base = base
    self.baseAside = baseAside
    self.unit = unit
    self.baseSources = baseSources
    self.steps = steps
    self.rowsQuery = rowsQuery
    self.openQuery = openQuery
    self.unsaidDay = unsaidDay
  }

  /// How many rows were set aside in all.
  public var aside: Int { steps.reduce(baseAside) { $0 + $1.aside } }

  /// How many rows leave the answer open: the whole condition is unknown for them.
  public var open: Int { figure.unknown }

  /// How many of those that were set aside another condition answers no.
  public var answeredNo: Int { aside - open }

  /// The line that asks the question again from a shell.
  public var repeatLine: String {
    "tally" + options + (unsaidDay.map { " --as-of \($0)" } ?? "") + " -e '"
      + question.replacing("'", with: "'\\''") + "'"
  }
}

/// The words of a funnel, for every format that people read.
struct FunnelText {
  let funnel: Funnel
  let asOf: AnswerDate

  /// The answer and its question: `1,077 counties, up to 2,692 = count counties where …`.
  var title: String { funnel.figure.oneLine(asOf: asOf) + " = " + funnel.question }

  /// What the answer rests on, so that law is never read as practice.
  var basis: [String] {
    guard let evidence = funnel.figure.evidence else { return [] }
    return (EvidenceText.basis(evidence).map { [$0] } ?? [])
      + (evidence.settledBy.isEmpty ? [] : [BasisText.scope(evidence.settledBy, asOf: asOf)])
  }

  /// `3,143 counties, as of 2026-05-18`.
  var base: String { "\(funnel.unit.word(funnel.base)) to begin with, as of \(asOf)" }

  /// `5 more may be of them, set aside`; nil for none.
  var baseAside: String? {
    funnel.baseAside == 0
      ? nil : "\(NumberText.grouped(funnel.baseAside)) more may be among them, set aside"
  }

  /// `(451 no; 1,615 unknown, set aside)`.
  static func rest(_ step: Funnel.Step) -> String {
    let dropped = NumberText.grouped(step.dropped) + " " + step.otherwise
    guard step.aside > 0 else { return "(\(dropped))" }
    return "(\(dropped); \(NumberText.grouped(step.aside)) unknown, set aside)"
  }

  /// Why rows of a step are set aside; nil where nothing is known of that.
  static func reasons(_ step: Funnel.Step) -> String? {
    let text = EvidenceText.list(step.reasons)
    return step.aside == 0 || text.isEmpty ? nil : "unknown: " + text
  }

  /// Where the upper bound comes from, line by line, without the queries.
  var open: [String] {
    guard funnel.open > 0 else {
      return funnel.aside == 0
        ? ["nothing is set aside: the answer is exact"]
        : [
          "all \(NumberText.grouped(funnel.aside)) set aside are \(elsewhere): "
            + "the answer is exact"
        ]
    }
    var lines = [opening]
    let split = EvidenceText.list(funnel.figure.evidence?.unsettled ?? [])
    if !split.isEmpty { lines.append(split) }
    let reasons = EvidenceText.list(funnel.figure.evidence?.reasons ?? [])
    if !reasons.isEmpty, reasons != split {
      lines.append("reasons, one row may have several: " + reasons)
    }
    if funnel.answeredNo > 0 {
      let verb = funnel.answeredNo == 1 ? "is" : "are"
      lines.append(
        "the other \(NumberText.grouped(funnel.answeredNo)) of the "
          + "\(NumberText.grouped(funnel.aside)) set aside \(verb) \(elsewhere)")
    }
    return lines
  }

  private var elsewhere: String { "answered no by another condition" }

  private var opening: String {
    if funnel.figure.unit.kind == .share {
      return "both bounds: \(funnel.unit.counted(funnel.open)) for which the share is not settled"
    }
    return "upper bound: \(NumberText.grouped(funnel.open)) more \(funnel.unit.word(funnel.open)),"
      + " for which the whole condition is unknown"
  }
}
