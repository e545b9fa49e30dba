// What a session is between two statements.

/// A dataset, what a query means that says no date, and what was learnt so far.
struct SessionState: Sendable {
  var dataset: Dataset
  /// The verbs and functions.
  var language = Language.standard
  /// The threads that scans of long tables may use.
  var workers = Workers.alone
  /// The day of questions that name none; nil for the record's latest.
  var usual: Day?
  /// The year of totals that questions ask of which name no date.
  var edition: Int?
  var vocabulary = Vocabulary()
  /// What the last question came to, for `expect`.
  var above: Above?

  /// Lets go of what was learnt, which a run holds and gives back: held twice, it would be copied
  /// for each statement.
  mutating func lend() -> SessionState {
    var lent = SessionState(
      dataset: dataset, language: language, workers: workers, usual: usual, edition: edition)
    swap(&lent, &self)
    return lent
  }

  /// Whether a word without a mark may have been given a meaning.
  var givesNames: Bool { !vocabulary.definitions.isEmpty || language.hasOwnVerbs }

  /// What asks questions of it.
  func runner(_ shouldStop: @escaping @Sendable () -> Bool) -> QueryRunner {
    QueryRunner(
      dataset: dataset, usual: usual, edition: edition, workers: workers, shouldStop: shouldStop)
  }

  /// The columns of a query that stands alone in a source, its names replaced; nil where it has
  /// none, or something is wrong with it.
  func scope(ofQuery source: Source) -> Scope? {
    let (program, _) = Parser.parse(source, table: language.table, mendsSQL: false)
    guard let statement = program.statements.first, !statement.isBroken,
      let query = statement.query
    else { return nil }
    let expander = Expander(
      vocabulary: vocabulary, dataset: dataset, usual: usual, edition: edition,
      language: language)
    do throws(Diagnostic) {
      let written = try expander.expanded(query, source, statement.span)
      return try Binder.scope(written.query, dataset, written.source)
    } catch {
      return nil
    }
  }
}

/// What the last question came to.
enum Above: Sendable {
  /// Whether its rows stand in an order that was asked for.
  case answered(Answer, isOrdered: Bool)
  /// It failed, with these codes.
  case failed([String])
}
