// Names of tables of one's own that the language or the session has a use for.

/// Says which names a table of one's own cannot have.
enum OwnNames {
  /// Why a table cannot have its name; nil where it can.
  static func fault(_ table: OwnTable, _ definitions: [Definition]) -> String? {
    let name = table.name
    let table = "\(table.file) cannot be called \(name)"
    let way = "; give it another name: my_\(name)=PATH"
    if isWord(name) { return "\(table), a word of the language" + way }
    if definitions.contains(where: { $0.name == name }) {
      return "\(table): this session has a definition of that name" + way
    }
    return nil
  }

  /// Whether a sentence, a stage or a statement may begin with a name.
  private static func isWord(_ name: String) -> Bool {
    let table = SyntaxTable.language
    return table.verb(name) != nil || table.stage(name) != nil || table.isPreface(name)
      || StatementRule.all.contains { $0.word == name } || ScalarFunction.named(name) != nil
      || ["fields", "relations"].contains(name)
  }
}
