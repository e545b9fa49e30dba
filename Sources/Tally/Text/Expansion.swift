// What a text was before names in it were replaced by what they stand for.

/// A text to put in the place of a name.
struct Replacement: Equatable {
  var span: Span
  var text: String
}

/// How a text came about from another: which stretches were put there, and for what.
struct Expansion: Sendable, Equatable {
  /// A stretch that replaced another.
  struct Piece: Sendable, Equatable {
    /// Where it stands now.
    var span: Span
    /// What it replaced.
    var original: Span
  }

  /// The text before.
  let original: [UInt8]
  /// In order, without overlap.
  let pieces: [Piece]
  /// Where the text began in the one before.
  let start: Int

  /// Where a stretch of the new text stood in the one before: a stretch within a piece stands for
  /// all that the piece replaced.
  func original(of span: Span) -> Span {
    let start = original(span.start) { $0.start <= span.start && span.start < $0.end }
    let end = original(span.end) { $0.start < span.end && span.end <= $0.end }
    return Span(start?.start ?? moved(span.start), max(end?.end ?? moved(span.end), 0))
  }

  /// Whether both ends of a stretch stand in text that was there before.
  func isOriginal(_ span: Span) -> Bool {
    !pieces.contains {
      $0.span.start < span.start && span.start < $0.span.end
        || $0.span.start < span.end && span.end < $0.span.end
        || $0.span.start <= span.start && span.end <= $0.span.end && span.start < span.end
    }
  }

  private func original(_ offset: Int, _ holds: (Span) -> Bool) -> Span? {
    pieces.first { holds($0.span) }.map { Span($0.original.start, $0.original.end) }
  }

  /// An offset outside of all pieces.
  private func moved(_ offset: Int) -> Int {
    guard let before = pieces.last(where: { $0.span.end <= offset }) else { return offset + start }
    return offset - before.span.end + before.original.end
  }
}

extension Source {
  /// A stretch of the text with some of it replaced; it remembers what it was.
  /// - Parameter replacements: within the stretch, in order, without overlap.
  func expanding(_ span: Span, _ replacements: [Replacement]) -> Source {
    var text: [UInt8] = []
    var pieces: [Expansion.Piece] = []
    var at = span.start
    for replacement in replacements {
      text += bytes[at..<replacement.span.start]
      let start = text.count
      text += Array(replacement.text.utf8)
      pieces.append(
        Expansion.Piece(span: Span(start, text.count), original: replacement.span))
      at = replacement.span.end
    }
    text += bytes[at..<span.end]
    let layer = Expansion(original: bytes, pieces: pieces, start: span.start)
    return Source(name: name, bytes: text, expansions: expansions + [layer])
  }

  /// Where a stretch stood in the text as it was typed.
  func typed(_ span: Span) -> Span {
    expansions.reversed().reduce(span) { $1.original(of: $0) }
  }

  /// A stretch as it was typed, before names were replaced. What stands for an earlier result,
  /// such as `_`, is no heading for anybody: there it is the text of that result.
  func written(_ span: Span) -> String {
    guard let first = expansions.first else { return text(span) }
    let typed = typed(span)
    let end = min(max(0, typed.end), first.original.count)
    let written = String(
      decoding: first.original[min(max(0, typed.start), end)..<end], as: UTF8.self)
    let isResult = written.first == "_" && written.dropFirst().allSatisfy(\.isWholeNumber)
    return isResult ? text(span) : written
  }

  /// A message about the text as it was typed. Rewrites of what nobody typed are left out.
  func typed(_ diagnostic: Diagnostic) -> Diagnostic {
    expansions.reversed().reduce(diagnostic) { diagnostic, layer in
      let fixes = diagnostic.fixes.filter { layer.isOriginal($0.span) }
      return Diagnostic(
        diagnostic.code, diagnostic.severity, at: layer.original(of: diagnostic.span),
        diagnostic.message, help: diagnostic.help,
        fixes: fixes.map { Fix(layer.original(of: $0.span), $0.replacement, for: $0.purpose) })
    }
  }
}
