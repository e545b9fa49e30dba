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

  /// Where a run ends, in bytes, and its role.
  struct Mark: Sendable, Equatable {
    var end: Int
    var role: Role
  }

  /// The characters alone.
  public private(set) var text = ""
  /// The runs, in order. One text for all of them, for an answer has some hundred and is mostly
  /// written as it stands.
  private var marks: [Mark] = []

  /// The runs, in order; two neighbours have different roles.
  /// - Complexity: O(characters).
  public var runs: [Run] {
    var runs: [Run] = []
    runs.reserveCapacity(marks.count)
    var start = text.utf8.startIndex
    var passed = 0
    for mark in marks {
      let end = text.utf8.index(start, offsetBy: mark.end - passed)
      runs.append(Run(text: String(text[start..<end]), role: mark.role))
      (start, passed) = (end, mark.end)
    }
    return runs
  }

  /// An empty text.
  public init() {}

  /// A text of one run.
  public init(_ text: String, _ role: Role = .plain) { append(text, role) }

  /// Adds characters at the end; a run of the same role grows.
  public mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    self.text += text
    mark(role)
  }

  /// Adds another text at the end.
  public mutating func append(_ other: StyledText) {
    guard !marks.isEmpty else {
      self = other
      return
    }
    let before = text.utf8.count
    text += other.text
    var rest = other.marks[...]
    if let first = rest.first, marks.last?.role == first.role {
      marks[marks.count - 1].end = before + first.end
      rest.removeFirst()
    }
    // Room for all at once where they are many; of few the list grows as it does by itself.
    if rest.count > marks.count { marks.reserveCapacity(marks.count + rest.count) }
    for mark in rest { marks.append(Mark(end: before + mark.end, role: mark.role)) }
  }

  /// Adds characters and a line end.
  public mutating func line(_ text: String = "", _ role: Role = .plain) {
    self.text += text
    self.text += "\n"
    mark(role)
  }

  /// Says of what role the characters are that were added.
  private mutating func mark(_ role: Role) {
    let end = text.utf8.count
    if let last = marks.indices.last, marks[last].role == role {
      marks[last].end = end
    } else {
      marks.append(Mark(end: end, role: role))
    }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { marks.isEmpty }
}

extension StyledText {
  /// A long text in the making, as bytes: each piece is put where it stays, and the whole is made a
  /// text once.
  struct Bytes {
    private var bytes: [UInt8] = []
    private var marks: [Mark]

    /// What is there, with room for more.
    init(_ text: StyledText, room: Int, runs: Int) {
      bytes.reserveCapacity(text.text.utf8.count + room)
      bytes.append(contentsOf: text.text.utf8)
      marks = text.marks
      marks.reserveCapacity(marks.count + runs)
    }

    /// Adds the bytes of characters that a closure puts behind those that are there.
    mutating func append(_ role: Role, _ add: (inout [UInt8]) -> Void) {
      add(&bytes)
      guard bytes.count > marks.last?.end ?? 0 else { return }
      if let last = marks.indices.last, marks[last].role == role {
        marks[last].end = bytes.count
      } else {
        marks.append(Mark(end: bytes.count, role: role))
      }
    }

    /// Adds another text.
    mutating func append(_ other: StyledText) {
      var start = other.text.utf8.startIndex
      var passed = 0
      for mark in other.marks {
        let end = other.text.utf8.index(start, offsetBy: mark.end - passed)
        append(mark.role) { $0.append(contentsOf: other.text.utf8[start..<end]) }
        (start, passed) = (end, mark.end)
      }
    }

    /// The whole.
    var text: StyledText {
      var text = StyledText()
      text.text = String(decoding: bytes, as: UTF8.self)
      text.marks = marks
      return text
    }
  }
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
