// What is open beside the record: the tables, their reports, the links between them.

import Tally

/// Tables of one's own, as they were opened in this run.
struct OwnShelf {
  /// The tables, in the order in which they were opened.
  private(set) var opened: [OpenedTable] = []
  /// The links that were declared, by schemas or by the user.
  private(set) var links: [OwnLink] = []
  /// The evidence, file by file.
  private(set) var facts: [OwnFacts] = []

  /// What was made of a table.
  struct Opened {
    /// The tables.
    var tables: [OpenedTable]
    /// What became of the links that their schemas declare, or that were there before.
    var outcomes: [LinkOutcome]
    /// Links that could not be made, in a sentence each.
    var notes: [String]
  }

  /// Whether nothing is open.
  var isEmpty: Bool { opened.isEmpty }

  /// The open table of a name.
  func table(_ name: String) -> OpenedTable? { opened.first { $0.table.name == name } }

  /// Opens a path and puts its tables into a session. What fails leaves both as they were.
  mutating func open(
    _ path: OwnPath, in session: inout Session, _ reading: OwnReading
  ) throws(OwnProblem) -> Opened {
    let tables = try reading.open(path)
    var next = self
    for table in tables { try next.take(table) }
    let wanted = links + tables.flatMap(\.links).filter { !links.contains($0) }
    next.links = []
    var trial = session
    try next.extend(&trial)
    var notes: [String] = []
    for link in wanted {
      var more = next
      more.links.append(link)
      do throws(OwnProblem) {
        try more.extend(&trial)
        next = more
      } catch {
        notes += error.faults
      }
    }
    (self, session) = (next, trial)
    let names = Set(tables.map(\.table.name))
    return Opened(
      tables: tables, outcomes: session.dataset.ownLinks.filter { names.contains($0.link.table) },
      notes: notes)
  }

  /// Declares a link. What fails leaves all as it was.
  mutating func add(
    _ link: OwnLink, in session: inout Session
  ) throws(OwnProblem) -> LinkOutcome? {
    var next = self
    // The same columns again: said anew, perhaps with another name or as complete.
    next.links.removeAll {
      $0.table == link.table && $0.field == link.field && $0.target == link.target
    }
    next.links.append(link)
    try next.extend(&session)
    self = next
    return session.dataset.ownLinks.last
  }

  /// Adds evidence, in place of what the same file gave. What fails leaves all as it was.
  mutating func add(
    _ file: OwnFacts, in session: inout Session
  ) throws(OwnProblem) -> FactsOutcome {
    var next = self
    next.facts.removeAll { $0.option == file.option }
    next.facts.append(file)
    try next.extend(&session)
    self = next
    return session.dataset.ownFacts
  }

  private mutating func take(_ table: OpenedTable) throws(OwnProblem) {
    let name = table.table.name
    if let place = opened.firstIndex(where: { $0.table.name == name }) {
      let before = opened[place].path.path
      guard before == table.path.path else {
        throw OwnProblem([
          "\(name) is open already, from \(before); give this one another name: "
            + "\(name)2=\(table.path.path)"
        ])
      }
      opened[place] = table
    } else {
      opened.append(table)
    }
  }

  private func extend(_ session: inout Session) throws(OwnProblem) {
    do throws(DatasetError) { try session.extend(by: data) } catch { throw OwnProblem(error) }
  }

  /// All of it, as a session takes it.
  private var data: OwnData { OwnData(tables: opened.map(\.table), links: links, facts: facts) }

  /// What a script over these tables needs, as its comment says it; empty for nothing.
  var needs: [String] {
    guard !data.isEmpty else { return [] }
    return ["It asks tables or evidence of your own: give" + data.options]
      + opened.map { "\($0.table.name): \($0.table.file), \($0.table.fingerprint)" }
      + facts.map { "facts: \($0.file), \($0.fingerprint)" }
  }
}
