// The formats an answer can be written in: a list of descriptors, one file each.

/// What a format needs to know of where it writes.
public struct OutputContext: Sendable {
  /// Columns of the screen; nil where there is none (a file, a pipe): no row is cut or left out.
  public var width: Int?
  /// The most rows that are shown on a screen before an ellipsis; nil for all.
  public var maxRows: Int?
  /// How the reader gets all rows where some are left out: `:maxrows all`. Empty where there is no
  /// way to name.
  public var wayToAllRows = ""
  /// Whether lines may be drawn with characters outside ASCII.
  public var unicode: Bool

  /// A context; the default is a pipe: no width, all rows.
  public init(width: Int? = nil, maxRows: Int? = nil, unicode: Bool = true) {
    self.width = width
    self.maxRows = maxRows
    self.unicode = unicode
  }
}

/// A way to write an answer. One file in `Formats/` and one word in `all`.
public struct OutputFormat: Sendable {
  /// The word after `--format`.
  public let name: String
  /// One line for help.
  public let summary: String
  /// Whether what may belong is said even where there is no row: a table of cells has no place for
  /// it then, and the host must say it elsewhere.
  public let saysPossible: Bool
  /// Why an answer cannot be written so, for a format that is not for all; nil where it can. The
  /// host asks before it writes.
  public let refusal: @Sendable (Answer) -> String?
  /// The same answer in parts, with all its rows, for a screen that shows it by pages; nil for a
  /// format that is written whole.
  public let parts: (@Sendable (Answer, OutputContext) -> AnswerParts)?
  /// Writes an answer; the text ends with a line end.
  public let write: @Sendable (Answer, OutputContext) -> StyledText

  /// A format.
  public init(
    name: String, summary: String, saysPossible: Bool = true,
    refusal: @escaping @Sendable (Answer) -> String? = { _ in nil },
    parts: (@Sendable (Answer, OutputContext) -> AnswerParts)? = nil,
    write: @escaping @Sendable (Answer, OutputContext) -> StyledText
  ) {
    self.name = name
    self.summary = summary
    self.saysPossible = saysPossible
    self.refusal = refusal
    self.parts = parts
    self.write = write
  }

  /// Every format, in the order that help shows them.
  public static let all: [OutputFormat] = [
    .table, .plain, .records, .csv, .tsv, .json, .ndjson, .markdown, .html, .sentence, .svg,
    .bibtex, .csl,
  ]

  /// The format of a name.
  public static func named(_ name: String) -> OutputFormat? { all.first { $0.name == name } }
}
