// What is wise to mend in a script that keeps, for embedding.

extension Session {
  /// The warnings that a script earns which is to be run again: what `tally lint` says.
  ///
  /// Each has a code of `Lint.all`. Mistakes are no warnings: `check` says them, and a statement
  /// that has one is passed over here.
  ///
  /// - Parameters:
  ///   - source: the script.
  ///   - host: what reads included files.
  /// - Complexity: O(bytes), and no row is read.
  public func lint(_ source: Source, host: Host = Host()) -> [Diagnostic] {
    let (program, _) = Parser.parse(source, table: state.language.table)
    return Lint.warnings(
      of: LintedScript(source, program, dataset, notes: check(source, host: host)))
  }
}
