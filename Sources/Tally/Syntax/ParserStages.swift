// What the stages are made of, and the small rules that all of the grammar shares.

extension Parser {
  /// column ::= sum ( "named" name )?
  mutating func column() -> ShownColumn {
    let start = current.span
    var column = ShownColumn(value: sum(), name: nil, span: start)
    if take("named") { column.name = name(nil, "a name for the column") }
    column.span = start.joined(previousSpan)
    return column
  }

  /// key ::= sum ( "up" | "down" )?
  mutating func sortKey() -> SortKey {
    let start = current.span
    let value = sum()
    let isDown = take("down")
    if !isDown { _ = take("up") }
    return SortKey(value: value, isDown: isDown, span: start.joined(previousSpan))
  }

  /// name ::= WORD
  mutating func name(_ role: NameRole?, _ wanted: String) -> Name {
    if let role { wish(.name(role)) }
    let token = current
    guard token.kind == .word, !Reserved.contains(token.text) else {
      unexpected(wanted: wanted)
      return Name(text: "", span: token.span)
    }
    _ = takeCurrent()
    return Name(text: token.text, span: token.span)
  }

  /// A whole number, for `top`, `take` and the like.
  mutating func integer(_ wanted: String) -> Count {
    let token = current
    guard token.kind == .number, let value = Int(token.text) else {
      if token.kind == .number {
        fail(.notWhole(token.span, wanted))
      } else {
        unexpected(wanted: "a whole number (\(wanted))")
      }
      return Count(value: 0, span: token.span)
    }
    _ = takeCurrent()
    return Count(value: value, span: token.span)
  }

  /// One or more of a rule, with commas between.
  mutating func commaSeparated<T>(_ rule: (inout Parser) -> T) -> [T] {
    var parts = [rule(&self)]
    while !failed, take(.comma) { parts.append(rule(&self)) }
    return parts
  }
}
