// A message as JSON, for editors and other programs.

/// Writes diagnostics for programs.
public enum DiagnosticJSON {
  /// One object in one line: file, code, severity, message, where it stands, help and rewrites.
  ///
  /// Offsets are bytes of the source, from 0, half-open; line and column count from 1, columns in
  /// characters. A rewrite puts its `replacement` for the bytes from `start` to `end`.
  public static func line(_ diagnostic: Diagnostic, in source: Source) -> String {
    let span = diagnostic.span
    let start = position(span.start, in: source)
    let end = position(span.end, in: source)
    return JSONValue.object([
      ("file", .string(source.name)), ("code", .string(diagnostic.code)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
      ("start", .integer(span.start)), ("end", .integer(span.end)),
      ("line", .integer(start.line)), ("column", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
      ("help", .array(diagnostic.help.map(JSONValue.string))),
      ("fixes", .array(diagnostic.fixes.map(value))),
    ]).compact
  }

  private static func value(_ fix: Fix) -> JSONValue {
    .object([
      ("start", .integer(fix.span.start)), ("end", .integer(fix.span.end)),
      ("replacement", .string(fix.replacement)), ("purpose", .string(fix.purpose)),
    ])
  }

  private static func position(_ offset: Int, in source: Source) -> (line: Int, column: Int) {
    let offset = min(max(0, offset), source.bytes.count)
    let line = source.line(at: offset)
    let start = source.lineSpan(line).start
    return (line + 1, source.text(Span(start, max(start, offset))).count + 1)
  }
}
