// A session as a script that proves its own figures: `tally test` on it passes.

import Tally

/// The script of a session. Each statement is run again while the script is made, in a session that
/// knows what the script says above it and no more; so whoever runs it gets the same answers.
struct SessionScript {
  /// Where the script will be, for what it includes.
  enum Place: Equatable {
    /// The folder that tally runs in, or nowhere.
    case here
    /// Another folder.
    case elsewhere
  }

  /// The script.
  private(set) var text = ""
  /// How many questions it asks.
  private(set) var questions = 0
  /// How many questions had answers that could not be had again, and are comments.
  private(set) var leftOut = 0
  /// Whether Ctrl-C ended the work: then there is no script.
  private(set) var wasStopped = false

  private var replay: Session
  private let usual: Session
  private let place: Place
  private let shouldStop: @Sendable () -> Bool
  private var parts: [String] = []
  /// Those of the parts that give names meanings.
  private var learned: [String] = []

  /// What stands where no expectation can.
  static let unexpected = "-- no expect: the answer has no number, or more rows than a script holds"
  /// The lint of a question whose answer changes with the record, and that names no date.
  private static let unpinnedDate = "L101"
  /// Rows of an answer that stand in a script; of a longer one, how many there are.
  static let mostRows = 200

  /// Makes the script of a journal.
  /// - Parameters:
  ///   - kept: the definitions that the session began with; those that are used stand first.
  ///   - heading: what the script says of itself, without comment marks.
  init(
    _ journal: Journal, kept: [Definition] = [], dataset: Dataset, heading: [String],
    place: Place = .here, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    replay = Session(dataset: dataset)
    usual = replay
    self.place = place
    self.shouldStop = shouldStop
    let entries = journal.entries.filter { $0.succeeded && !$0.isExpectation }
    for definition in SessionScript.used(kept, by: entries) {
      learn(definition.statement, or: nil)
    }
    for entry in entries where !wasStopped {
      if let asked = entry.asked { ask(entry, asked) } else { learn(entry) }
      wasStopped = shouldStop()
    }
    let lines = heading.map { "-- " + $0 }.joined(separator: "\n")
    let whole = ([lines] + parts).joined(separator: "\n\n") + "\n"
    text = Session.formatted(Source(whole)).text
  }

  /// The kept definitions whose names some entries say before they define them themselves.
  private static func used(_ kept: [Definition], by entries: [Journal.Entry]) -> [Definition] {
    kept.filter { definition in
      let first = entries.first { entry in
        entry.text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
          .contains { $0 == definition.name }
      }
      return first.map { $0.defined?.name != definition.name } ?? false
    }
  }

  // MARK: Names

  private mutating func learn(_ entry: Journal.Entry) {
    learn(included(entry), or: entry.defined?.statement)
  }

  /// Adds a statement that gives names meanings, or the same with all names written out.
  private mutating func learn(_ statement: String, or other: String?) {
    for text in [statement, other].compactMap(\.self) {
      var trial = replay
      guard run(text, in: &trial)?.failed == false else { continue }
      replay = trial
      parts.append(text)
      learned.append(text)
      return
    }
    parts.append(SessionScript.comment("left out, for it cannot be run again:", statement))
  }

  /// What an entry says, with the path of an included file such that the script finds it.
  private func included(_ entry: Journal.Entry) -> String {
    let notes = entry.defined.map { $0.note.isEmpty ? "" : "--- \($0.note)\n" } ?? ""
    let words = entry.text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0].lowercased() == "include",
      place == .elsewhere || !entry.script.isEmpty
    else { return notes + entry.text }
    let name = String(words[1]).trimmed.trimming("\"")
    let found = Host.path(of: name, from: entry.script)
    return "include \"\(FilePath.whole(found))\""
  }

  // MARK: Questions

  private mutating func ask(_ entry: Journal.Entry, _ asked: Journal.Asked) {
    for text in candidates(entry, asked) {
      var trial = replay
      guard let answer = run(text, in: &trial)?.answer, isSame(answer, entry, asked) else {
        continue
      }
      let expectation = expectation(of: answer, in: &trial)
      replay = trial
      questions += 1
      parts.append(text + "\n" + (expectation ?? SessionScript.unexpected))
      return
    }
    leftOut += 1
    parts.append(
      SessionScript.comment("left out, for its answer cannot be had again:", entry.text))
  }

  /// The texts that may stand for a question, the best first: as it was typed, with its date said,
  /// with all names written out.
  private func candidates(_ entry: Journal.Entry, _ asked: Journal.Asked) -> [String] {
    wordings(entry, asked).flatMap { [ended($0), $0].compactMap(\.self) }
  }

  /// A text with the record's last day in the place of each period that the record does not reach
  /// the end of; nil where there is none.
  private func ended(_ text: String) -> String? {
    let day = usual.dataset.latest.description
    let fixes = usual.lint(Source(text)).filter { $0.code == SessionScript.unpinnedDate }
      .compactMap(\.fixes.first).filter { $0.replacement == day }
    guard !fixes.isEmpty else { return nil }
    return fixes.reversed().reduce(text) { $1.applied(to: Source($0)) }
  }

  private func wordings(_ entry: Journal.Entry, _ asked: Journal.Asked) -> [String] {
    let period = asked.asOf.edition ?? asked.asOf.days.first?.description
    guard let period, asked.asOf.edition != nil || asked.asOf.days.count == 1 else {
      return [entry.text, asked.query]
    }
    let pinned = Session.pinned(entry.text, to: period)
    let written = Session.pinned(asked.query, to: period)
    let isAsTyped = !dependsOnDate(entry, pinned)
    let typed = isAsTyped ? [entry.text, pinned] : [pinned, entry.text]
    return (typed + [written, asked.query]).compactMap(\.self)
  }

  /// Whether another record could answer otherwise: what `tally lint` would warn of, and what was
  /// asked of a day that the question does not say.
  private func dependsOnDate(_ entry: Journal.Entry, _ pinned: String?) -> Bool {
    guard pinned != nil else { return false }
    if entry.usual != nil { return true }
    let script = Source((learned + [entry.text]).joined(separator: "\n\n"))
    let start = script.bytes.count - entry.text.utf8.count
    return usual.lint(script, host: .files()).contains {
      $0.code == SessionScript.unpinnedDate && $0.span.start >= start
    }
  }

  /// Whether an answer is the one that the session gave: asked again, as it was asked then.
  private func isSame(
    _ answer: Answer, _ entry: Journal.Entry, _ asked: Journal.Asked
  ) -> Bool {
    let isOfItsDate = answer.provenance.asOf == asked.asOf
    if isOfItsDate, answer.provenance.query == asked.query, entry.usual == nil { return true }
    var before = usual
    let day = asked.asOf.edition ?? asked.asOf.days.first?.description ?? "latest"
    _ = before.setAsOf(asked.asOf.days.count > 1 ? "latest" : day)
    guard let first = run(asked.query, in: &before)?.answer else { return false }
    // What no date can be said of has the same answer on every day, or none that lasts.
    return isOfItsDate
      ? SessionScript.isSame(first.content, answer.content) : first.content == answer.content
  }

  /// Whether two answers say the same. What they say of their own question is not compared: it says
  /// its date in one of them, and not in the other.
  private static func isSame(_ first: Answer.Content, _ second: Answer.Content) -> Bool {
    switch (first, second) {
    case (.funnel(let first), .funnel(let second)): first.figure == second.figure
    case (.citation, .citation), (.code, .code): true
    case (.groups(let first), .groups(let second)), (.rows(let first), .rows(let second)):
      first.rows == second.rows && first.total == second.total && first.matched == second.matched
        && first.possibleMore == second.possibleMore && first.base == second.base
        && first.baseLow == second.baseLow && first.unit == second.unit
        && first.columns.map(\.type) == second.columns.map(\.type)
    case (.transitions(let first), .transitions(let second)):
      // Not how the two days are called: `2026` and the record's last day are one day.
      first.field == second.field && first.rows == second.rows && first.moves == second.moves
        && first.onlyFrom == second.onlyFrom && first.onlyTo == second.onlyTo
    case (let first, let second): first == second
    }
  }

  // MARK: Expectations

  /// An expectation that the last answer of a session meets; nil where there is none.
  private func expectation(of answer: Answer, in session: inout Session) -> String? {
    let rows = "expect rows 0"
    let block = "expect <<\n>>"
    let drafts =
      switch answer.content {
      case .figure, .funnel: ["expect 0", block]
      case .groups(let table), .rows(let table):
        table.rows.count > SessionScript.mostRows ? [rows, block] : [block]
      case .card, .verdicts, .transitions, .citation, .code: [block, rows]
      }
    for draft in drafts {
      guard let renewed = run(draft, in: &session)?.expectation?.renewed,
        run(renewed, in: &session)?.expectation?.isMet == true
      else { continue }
      return renewed
    }
    return nil
  }

  /// What comes of the one statement of a text.
  private func run(_ text: String, in session: inout Session) -> Outcome? {
    var last: Outcome?
    var count = 0
    session.run(Source(text), host: .files(shouldStop: shouldStop)) { outcome in
      last = outcome
      count += 1
      return true
    }
    return count == 1 ? last : nil
  }

  private static func comment(_ reason: String, _ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    return (["-- " + reason] + lines.map { "--   " + $0 }).joined(separator: "\n")
  }
}

extension Definition {
  /// The statement that makes it, without any other name that a script gave.
  var statement: String {
    let values = parameters.isEmpty ? "" : "(\(parameters.joined(separator: ", ")))"
    let owner = relation.map { " of \($0)" } ?? ""
    return (note.isEmpty ? "" : "--- \(note)\n") + "define \(name)\(values)\(owner) as \(meaning)"
  }
}

extension String {
  /// The text without some marks at its ends.
  fileprivate func trimming(_ mark: Character) -> String {
    let start = drop { $0 == mark }
    return String(start.reversed().drop { $0 == mark }.reversed())
  }
}
