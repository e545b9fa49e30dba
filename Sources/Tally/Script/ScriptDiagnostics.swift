// What is said of names that a script gives, of files that it reads, of what it expects.

extension Diagnostic {
  /// T301: `top 3 counties by density` where a script defines density.
  static func computedFieldHere(_ span: Span, _ name: String, of relation: String) -> Diagnostic {
    Diagnostic(
      "T301", at: span, "\(name) is a computed field: only a field of the record can stand here",
      help: [
        "it can stand in a condition, as a column, or after by",
        "for example: list \(relation) | show name, \(name) | sort by \(name) down | take 3",
      ])
  }

  /// T321: `_7` of three.
  static func noSuchResult(_ name: Name, count: Int) -> Diagnostic {
    Diagnostic(
      "T321", at: name.span, "there is no result \(name.text): the last is _\(count)",
      fixes: [Fix(name.span, "_")])
  }

  /// T322: `list _` where `_` is a share.
  static func resultIsNoSet(_ name: Name, _ question: String) -> Diagnostic {
    Diagnostic(
      "T322", at: name.span, "\(name.text) is no set of things: it answers \(question)",
      help: ["a result is a set where it lists or counts things, and cuts none off"])
  }

  /// T323: a definition whose name means something already.
  static func nameTaken(_ name: Name, _ meaning: String) -> Diagnostic {
    Diagnostic(
      "T323", at: name.span, "\(name.text) is \(meaning) already",
      fixes: [Fix(name.span, "my_\(name.text)")])
  }

  /// T324: a definition with more or fewer values than it has names for.
  static func wantsValues(_ span: Span, _ definition: Definition, given: Int) -> Diagnostic {
    let names = definition.parameters
    let form =
      names.isEmpty ? definition.name : "\(definition.name)(\(names.joined(separator: ", ")))"
    return Diagnostic(
      "T324", at: span,
      "\(definition.name) takes \(values(names.count)), and here are \(given)",
      help: ["write \(form)"])
  }

  /// T324: `define a(n) as counties …`.
  static func setTakesNoValues(_ name: Name) -> Diagnostic {
    Diagnostic(
      "T324", at: name.span, "a named set takes no values; a condition of its things can",
      help: ["give the value a name with param, or define a condition: define … of counties as …"])
  }

  private static func values(_ count: Int) -> String {
    switch count {
    case 0: "no values"
    case 1: "one value"
    default: "\(count) values"
    }
  }

  /// T325: `count big` where big is a condition.
  static func fieldIsNoSet(_ name: Name, of relation: String) -> Diagnostic {
    Diagnostic(
      "T325", at: name.span,
      "\(name.text) is a condition or a value of \(relation), not a list of things",
      fixes: [Fix(name.span, "\(relation) where \(name.text)")])
  }

  /// T326: a file that cannot be included.
  static func cannotInclude(_ name: Quoted, because reason: String) -> Diagnostic {
    Diagnostic("T326", at: name.span, "\(name.text) cannot be included: \(reason)")
  }

  /// T326: a mistake in an included file, said of the line that includes it.
  static func inIncluded(_ name: Quoted, _ file: Source, _ error: Diagnostic) -> Diagnostic {
    let line = file.line(at: error.span.start)
    let column = error.span.start - file.lineSpan(line).start + 1
    return cannotInclude(
      name, because: "\(file.name):\(line + 1):\(column): \(error.code): \(error.message)")
  }

  /// T327: a file that includes itself, or too many within each other.
  static func includesItself(_ name: Quoted, _ way: [String]) -> Diagnostic {
    Diagnostic(
      "T327", at: name.span, "\(name.text) includes itself",
      help: ["the way round: " + (way + [way[0]]).joined(separator: " > ")])
  }

  /// T327: files within files.
  static func includeTooDeep(_ name: Quoted, limit: Int) -> Diagnostic {
    Diagnostic(
      "T327", at: name.span, "more than \(limit) files include each other, one within the other")
  }

  /// T328: a question in an included file.
  static func onlyDefinitions(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T328", at: span, "a file that is included holds definitions, and asks nothing",
      help: ["define, param and include may stand in it"])
  }

  /// T329: a name whose meaning does not fit where it stands.
  static func unreadableExpansion(_ span: Span) -> Diagnostic {
    Diagnostic("T329", at: span, "with its names written out, this is no question")
  }

  /// T329: definitions of definitions that double.
  static func expansionTooLong(_ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      "T329", at: span, "with its names written out, this is longer than \(limit) bytes",
      help: ["definitions that use others twice double in length each time"])
  }

  /// N301: a name that had another meaning.
  static func nameHasNewMeaning(_ name: Name) -> Diagnostic {
    Diagnostic("N301", .note, at: name.span, "\(name.text) had another meaning until here")
  }

  /// T214: `expect` with nothing above it.
  static func nothingToExpect(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T214", at: span, "there is no answer above to hold to this",
      help: ["a question comes first: count counties, and expect 3143 below it"])
  }
}
