// Statements that are no questions: include, param, define, expect.

/// A statement that begins with a word of its own.
struct StatementRule: Sendable {
  let word: String
  let meaning: String
  let parse: @Sendable (inout Parser) -> Statement.Body

  /// Every such statement, in the order that help shows them.
  static let all: [StatementRule] = [
    StatementRule(word: "define", meaning: "gives a set or a condition a name") { $0.define() },
    StatementRule(word: "param", meaning: "gives a value a name") { $0.param() },
    StatementRule(word: "include", meaning: "reads the definitions of another file") {
      $0.include()
    },
    StatementRule(word: "expect", meaning: "says what the answer above must be") { $0.expect() },
  ]
}

extension Parser {
  /// include ::= "include" STRING
  fileprivate mutating func include() -> Statement.Body {
    advance(1)
    wish(.name(.file))
    return .include(quoted("the file in double quotes, as in: include \"policies.tally\""))
  }

  /// param ::= "param" name "=" literal
  fileprivate mutating func param() -> Statement.Body {
    let start = current.span
    advance(1)
    let name = name(nil, "a name for the value, as in: param year = 2019")
    expect(.equals, "= and a value, as in: param year = 2019")
    let place = current.span
    let value = requiredLiteral()
    return .param(
      ParameterNode(name: name, value: value, span: failed ? start : place))
  }

  /// define ::= "define" name ( "(" name ( "," name )* ")" )? ( "as" set | "of" name "as" expr )
  fileprivate mutating func define() -> Statement.Body {
    advance(1)
    let name = name(nil, "a name, as in: define neither as counties where …")
    var node = DefinitionNode(
      name: name, meaning: .field(of: name, .broken(name.span)), span: name.span)
    if take(.open) {
      node.parameters = commaSeparated { $0.name(nil, "a name that the definition uses as $name") }
      expect(.close, "a closing bracket")
    }
    if take("as") {
      let start = current.span
      node.meaning = .set(set())
      node.span = start.joined(previousSpan)
      return .define(node)
    }
    expect("of", "\"as\" and a set, or \"of\" things \"as\" a condition")
    let relation = self.name(.relation, "things, such as counties")
    expect("as", "\"as\" and a condition or a value")
    let start = current.span
    heads.append(relation.text)
    node.meaning = .field(of: relation, expr())
    heads.removeLast()
    node.span = start.joined(previousSpan)
    return .define(node)
  }

  /// expect ::= "expect" ( signed ( "to" signed )? | "between" signed "and" signed
  ///            | "rows" INT | "error" name | BLOCK )
  fileprivate mutating func expect() -> Statement.Body {
    advance(1)
    if current.kind == .block {
      let token = takeCurrent()
      return .expect(.block(Quoted(text: token.text, span: token.span)))
    }
    if take("rows") { return .expect(.rows(integer("how many rows"))) }
    if take("error") {
      wish(.name(.code))
      return .expect(.error(name(nil, "a code, as in: expect error T301")))
    }
    if take("between") {
      let low = signed()
      expect("and", "\"and\" and the upper end")
      return .expect(.between(low, signed()))
    }
    let value = signed()
    guard take("to") else { return .expect(.value(value)) }
    return .expect(.interval(value, signed()))
  }

  /// signed ::= "-"? literal
  private mutating func signed() -> ExpectationNode.Number {
    let start = current.span
    let isNegative = take(.minus)
    let literal = requiredLiteral()
    return ExpectationNode.Number(
      isNegative: isNegative, literal: literal, span: start.joined(previousSpan))
  }

  private mutating func requiredLiteral() -> Literal {
    if case .literal(let value, _)? = literal() { return value }
    unexpected(wanted: "a value, such as 1_922, 75.2%, 2019 or \"Cook, IL\"")
    return .latest
  }

  /// A text in double quotes.
  mutating func quoted(_ wanted: String) -> Quoted {
    let token = current
    guard token.kind == .string else {
      unexpected(wanted: wanted)
      return Quoted(text: "", span: token.span)
    }
    _ = takeCurrent()
    return Quoted(text: token.text, span: token.span)
  }
}
