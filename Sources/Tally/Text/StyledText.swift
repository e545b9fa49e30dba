// Text with roles instead of colours: what the library says, before anyone knows the screen.

/// What a stretch of text is, so that a terminal, a page or nothing at all can colour it.
public enum Role: String, Sendable, CaseIterable {
  case plain, heading, number, keyword, relation, field, value, string, comment
  case unknown, muted, error, warning, note, suggestion, source, border
  /// A word that can be nothing where it stands.
  case misfit
}

/// A text in runs, each with one role. Output never names a colour.
public struct StyledText: Sendable, Equatable {
  /// A stretch of text with one role.
  public struct Run: Sendable, Equatable {
    /// The characters, line ends included.
    public var text: String
    /// What they are.
    public var role: Role
  }

  /// The runs, in order.
  public private(set) var runs: [Run] = []

  /// An empty text.
  public init() {}

  /// A text of one run.
  public init(_ text: String, _ role: Role = .plain) { append(text, role) }

  /// Adds characters at the end; a run of the same role grows.
  public mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].role == role {
      runs[last].text += text
    } else {
      runs.append(Run(text: text, role: role))
    }
  }

  /// Adds another text at the end.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.role) }
  }

  /// Adds characters and a line end.
  public mutating func line(_ text: String = "", _ role: Role = .plain) {
    append(text, role)
    append("\n", role)
  }

  /// The characters alone.
  public var text: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { runs.isEmpty }
}

/// A stretch of a source with a role: what a painter needs to colour a line that is being typed.
public struct Highlight: Sendable, Equatable {
  /// Where, in bytes.
  public var span: Span
  /// What.
  public var role: Role

  /// The role of a span.
  public init(span: Span, role: Role) {
    self.span = span
    self.role = role
  }
}
