// The canonical form of scripts, for embedding.

extension Session {
  /// A script in its canonical form: what `tally fmt` writes.
  ///
  /// Statements mean what they meant, and comments and blank lines stay; a statement that does not
  /// parse is left byte for byte as it was. Formatting twice changes nothing more.
  ///
  ///     Session.format("COUNT counties  where detainers;count states")
  ///     // count counties where detainers
  ///     // count states
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - language: with verbs of one's own, where the script uses them.
  /// - Complexity: O(bytes).
  public static func format(_ text: String, language: Language = .standard) -> String {
    formatted(Source(text), language: language).text
  }

  /// A script in its canonical form, and why statements of it were left as they were.
  /// - Complexity: O(bytes).
  public static func formatted(
    _ source: Source, language: Language = .standard
  ) -> FormattedScript {
    ScriptFormatter.format(source, table: language.table)
  }
}
