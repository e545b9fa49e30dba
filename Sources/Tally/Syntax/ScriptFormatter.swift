// A script in its canonical form: statements laid out anew, comments and blank lines kept.

/// A script as `tally fmt` writes it, and what it could not lay out.
public struct FormattedScript: Sendable {
  /// The script in its canonical form.
  public let text: String
  /// Why statements were left as they were: what the parser found wrong with them, unless an
  /// `expect error` below says that it should.
  public let mistakes: [Diagnostic]
}

/// Lays out the statements of a script.
///
/// A statement keeps its tokens, so that it means what it meant; a statement that does not parse is
/// left byte for byte as it was. Comments keep their text and their order: one that stands behind a
/// word stays behind it, one on a line of its own stays on one.
struct ScriptFormatter {
  private let source: Source
  private let tokens: [Token]
  private let comments: [Comment]

  /// A script in its canonical form.
  /// - Complexity: O(bytes).
  static func format(_ source: Source, table: SyntaxTable) -> FormattedScript {
    let (program, diagnostics) = Parser.parse(source, table: table)
    let formatter = ScriptFormatter(source)
    let statements = formatter.statements(program)
    return FormattedScript(
      text: formatter.joined(statements), mistakes: mistakes(diagnostics, in: program))
  }

  /// The errors of statements that are not expected to have one.
  private static func mistakes(_ diagnostics: [Diagnostic], in program: Program) -> [Diagnostic] {
    let expected = zip(program.statements, program.statements.dropFirst()).filter { _, next in
      if case .expect(.error) = next.body { true } else { false }
    }
    let spans = expected.map { Span($0.span.start, $1.span.start) }
    return diagnostics.filter { diagnostic in
      diagnostic.severity == .error
        && !spans.contains { $0.start <= diagnostic.span.start && diagnostic.span.start < $0.end }
    }
  }

  private init(_ source: Source) {
    self.source = source
    tokens = Lexer.tokens(of: source).tokens
    comments = Comment.all(in: source, between: tokens)
  }

  /// A statement or a comment between statements.
  private struct Item {
    var text: String
    var span: Span
    var isComment = false
  }

  // MARK: Statements

  /// The statements in their new form. They are the stretches between the tokens that end one.
  private func statements(_ program: Program) -> [Item] {
    let runs = tokens.split { $0.kind == .newline || $0.kind == .end }
    var items: [Item] = []
    var inner = comments[...]
    for (index, run) in runs.enumerated() {
      guard let first = run.first, let last = run.last else { continue }
      let span = first.span.joined(last.span)
      inner = inner.drop { $0.span.start < span.start }
      let statement = index < program.statements.count ? program.statements[index] : nil
      let comments = inner.prefix { $0.span.start < span.end }
      let written = statement.flatMap { laidOut($0, run, comments) } ?? source.text(span)
      let isLast = index == runs.count - 1
      items.append(Item(text: written + (isLast ? "" : separator(after: written)), span: span))
    }
    return items
  }

  /// A statement in its new form; nil where it does not parse, or would be longer than one may be.
  private func laidOut(
    _ statement: Statement, _ run: ArraySlice<Token>, _ comments: ArraySlice<Comment>
  ) -> String? {
    guard !statement.isBroken else { return nil }
    var pieces = StatementSpelling.pieces(of: statement, tokens: Array(run), in: source)
    var index = 0
    for comment in comments {
      while index + 1 < pieces.count, pieces[index + 1].span.start < comment.span.start {
        index += 1
      }
      if line(endOf: pieces[index].span) == source.line(at: comment.span.start) {
        pieces[index].trailing = comment.text
      } else if index + 1 < pieces.count {
        pieces[index + 1].comments.append(comment.text)
      }
    }
    let text = StatementLayout.lines(of: pieces).joined(separator: "\n")
    return text.utf8.count > Parser.maximumStatement ? nil : text
  }

  /// `;` where a line end would not end the statement, for its last word or mark asks for more.
  private func separator(after statement: String) -> String {
    Lexer.isOpen(statement) ? ";" : ""
  }

  // MARK: Lines

  /// The statements and the comments between them, with at most one blank line where there were
  /// any.
  private func joined(_ statements: [Item]) -> String {
    var text = ""
    var before: Item?
    for item in merged(statements) {
      if let before {
        let isTrailing =
          item.isComment && !before.isComment
          && line(endOf: before.span) == source.line(at: item.span.start)
        text += isTrailing ? " " : hasBlankLine(between: before, item) ? "\n\n" : "\n"
      }
      text += item.text
      before = item
    }
    return text.isEmpty ? "" : text + "\n"
  }

  /// Statements and the comments that stand in none, in their order.
  private func merged(_ statements: [Item]) -> [Item] {
    var items: [Item] = []
    var outer = comments[...]
    for statement in statements {
      let before = outer.prefix { $0.span.start < statement.span.start }
      items += before.map { Item(text: $0.text, span: $0.span, isComment: true) }
      items.append(statement)
      outer = outer.drop { $0.span.start < statement.span.end }
    }
    return items + outer.map { Item(text: $0.text, span: $0.span, isComment: true) }
  }

  private func hasBlankLine(between first: Item, _ second: Item) -> Bool {
    guard first.span.end <= second.span.start else { return false }
    return source.bytes[first.span.end..<second.span.start]
      .count { $0 == UInt8(ascii: "\n") } > 1
  }

  /// The line on which a stretch ends.
  private func line(endOf span: Span) -> Int { source.line(at: max(span.start, span.end - 1)) }
}
