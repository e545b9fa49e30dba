// A fault in a raw file that the builder will not guess its way around.

/// A fault in a raw file that the builder will not guess its way around.
struct BuildError: Error, CustomStringConvertible {
  let file: String
  let line: Int
  let reason: String

  var description: String { "\(file):\(line): refused: \(reason)" }
}

/// One thing that the builder noticed in a raw file, with the place where it stands.
struct Finding: Equatable {
  /// What the builder did about it.
  enum Kind: String {
    /// A named rule changed the value.
    case repair
    /// Two statements of the raw file differ; the one that outranks the other was used.
    case contradiction
    /// Nothing could settle the value; it ships as unknown.
    case unsettled
    /// The row cannot be used, and nothing is written.
    case refusal
  }

  let kind: Kind
  let file: String
  let line: Int
  let rule: String
  let detail: String

  /// The line that goes to standard error.
  var text: String { "\(file):\(line): \(kind.rawValue) [\(rule)]: \(detail)" }
}

/// The findings of one build.
final class Report {
  private(set) var findings: [Finding] = []

  /// Records that a named repair changed `old` into `new`.
  func repaired(_ rule: Repair, at place: Place, from old: String, to new: String) {
    add(.repair, rule.rawValue, at: place, "\(quoted(old)) -> \(quoted(new))")
  }

  /// Records two statements that differ.
  func contradiction(_ rule: String, at place: Place, _ detail: String) {
    add(.contradiction, rule, at: place, detail)
  }

  /// Records a value that ships as unknown.
  func unsettled(_ rule: String, at place: Place, _ detail: String) {
    add(.unsettled, rule, at: place, detail)
  }

  /// Records a row that cannot be used.
  func refused(_ rule: String, at place: Place, _ detail: String) {
    add(.refusal, rule, at: place, detail)
  }

  /// The findings by file and line, those of one line in the order in which they were made.
  var sorted: [Finding] {
    findings.enumerated().sorted {
      ($0.element.file, $0.element.line, $0.offset) < ($1.element.file, $1.element.line, $1.offset)
    }.map(\.element)
  }

  /// How often each rule found something, file by file.
  var summary: [String] {
    let groups = Dictionary(
      grouping: findings, by: { "\($0.file): \($0.kind.rawValue) [\($0.rule)]" })
    return groups.map { "\($0.key): \($0.value.count)" }.sorted()
  }

  /// The findings of one kind.
  func of(_ kind: Finding.Kind) -> [Finding] { findings.filter { $0.kind == kind } }

  private func add(_ kind: Finding.Kind, _ rule: String, at place: Place, _ detail: String) {
    findings.append(
      Finding(kind: kind, file: place.file, line: place.line, rule: rule, detail: detail))
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\n", with: "\\n") + "'"
  }
}

/// A line of a raw file.
struct Place: Equatable {
  let file: String
  let line: Int
}
