// What is said about types and stages: codes T210 and T404 to T499, N403. Sorted by name.

extension Diagnostic {
  /// T424: an answer compared with something else. The rewrite keeps what is unknown: no form of
  /// `is yes`, which counts it as no.
  /// - Parameter isNot: whether the comparison is negated; nil where it is one of several.
  static func answerIsYesOrNo(
    _ span: Span, _ field: Span, in source: Source, isNot: Bool?
  ) -> Diagnostic {
    let name = source.text(field)
    let typed = source.text(span).filter { $0 != "\"" }.lowercased()
    var fixes: [Fix] = []
    if let isNot, let word = SQLTerms.answers[typed], word != "unknown" {
      let isYes = (word == "yes") != isNot
      fixes = [Fix(field.joined(span), isYes ? name : "not \(name)")]
    } else if typed == "unknown" || isNot == nil, let word = SQLTerms.answers[typed] {
      fixes = [Fix(span, word)]
    }
    return Diagnostic(
      "T424", at: span, "\(name) is yes, no or unknown", fixes: fixes)
  }

  /// T425: a comparison that begins with a value.
  static func fieldFirst(_ span: Span) -> Diagnostic {
    Diagnostic("T425", at: span, "a comparison begins with a field")
  }

  /// N404: a share whose base asks the same field.
  static func fieldInBaseAndCondition(_ span: Span, _ field: String) -> Diagnostic {
    Diagnostic(
      "N404", .note, at: span,
      "\(field) is asked of the base too, so the bounds may be wider than necessary")
  }

  /// T210: `known only` after another stage.
  static func knownOnlyFirst(_ span: Span) -> Diagnostic {
    Diagnostic("T210", at: span, "\"known only\" comes first after the query")
  }

  /// T412: a link used as a condition.
  static func linkIsNoCondition(_ path: Path) -> Diagnostic {
    Diagnostic(
      "T412", at: path.span, "\(path.text) is a list of things, not a yes/no field",
      fixes: [Fix(path.span, "has \(path.text)")])
  }

  /// T442: `why` before what is not one number.
  static func whyFollowsOneNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T442", at: span, "why follows one number: a count, a list or a share of one set",
      help: [
        "without by, keep, total and known only, and without union, intersect and minus;",
        "for example: why count counties where detainers and not notify",
      ])
  }

  /// T441: a reason, basis or confidence of what is no answer.
  static func onlyAnswersRest(
    _ span: Span, _ text: String, _ type: String, on aspect: String
  ) -> Diagnostic {
    Diagnostic(
      "T441", at: span, "\(text) is \(type): only a yes/no field has a \(aspect)",
      fixes: [Fix(Span(span.start - aspect.utf8.count - 1, span.start), "")])
  }

  /// T404: a number is wanted.
  static func notANumber(_ span: Span, _ text: String, _ field: Field? = nil) -> Diagnostic {
    guard let field else {
      return Diagnostic(
        "T404", at: span, "\(text) is no number", help: ["for example: population > 100_000"])
    }
    let why = whyOfType(field)
    return Diagnostic(
      "T404", at: span, "\(text) is \(field.type.word), not a number",
      help: why.isEmpty ? ["for example: population > 100_000"] : why)
  }

  /// What made a column of the user's own what it is, and how to say otherwise.
  static func whyOfType(_ field: Field) -> [String] {
    if field.type == .date {
      return ["for the last date sort the rows, as in: list agreements | sort by signed down"]
    }
    guard !field.judged.isEmpty else { return [] }
    return [
      "it was read so, for \(field.judged);",
      "a schema beside the file can say its type, and which cells stand for unknown",
    ]
  }

  /// T411: a field or value that is no condition.
  static func notACondition(
    _ span: Span, _ text: String, _ type: String, example: String?, fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      "T411", at: span, "\(text) is \(type), not a yes/no field",
      help: fixes.isEmpty ? example.map { ["compare it, for example: \($0)"] } ?? [] : [],
      fixes: fixes)
  }

  /// T406: `contains` of what is no text.
  static func notText(_ span: Span, _ text: String) -> Diagnostic {
    Diagnostic("T406", at: span, "\(text) is no text to look into")
  }

  /// T426: `is none` of an answer.
  static func neverNone(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T426", at: span, "a yes/no value always applies, so it is never none",
      help: ["to find those with no value say: is unknown"])
  }

  /// T407: a date compared with something else.
  static func needsPeriod(_ span: Span, _ field: String) -> Diagnostic {
    Diagnostic(
      "T407", at: span, "\(field) is a date: compare it with a year, a month or a day",
      help: ["for example: signed > 2025-01-01"])
  }

  /// T413: `has` where rows are groups.
  static func noLinksHere(_ span: Span) -> Diagnostic {
    Diagnostic("T413", at: span, "groups have no links", help: ["put it before the grouping"])
  }

  /// T446: a number of linked things where there is one of them.
  static func oneIsNoList(
    _ span: Span, _ singular: String, _ field: String, _ path: Path?, at link: Span
  ) -> Diagnostic {
    Diagnostic(
      "T446", at: link, "each \(singular) has one \(field), not a list of them",
      help: path == nil ? ["to ask whether it has one say: \(field) is known"] : [],
      fixes: path.map { [Fix(span, "\(field).\($0.text)")] } ?? [])
  }

  /// T414: a rank of things that are not linked one to many.
  static func rankNeedsMany(_ span: Span, _ outer: String, _ inner: String) -> Diagnostic {
    Diagnostic(
      "T414", at: span, "one \(outer) does not have several \(inner) to rank by")
  }

  /// N403: a field that a condition asks twice.
  static func repeatedField(_ span: Span, _ field: String) -> Diagnostic {
    Diagnostic(
      "N403", .note, at: span,
      "\(field) appears twice, so the bounds may be wider than necessary")
  }

  /// T411: a field in quotes, which make it a text.
  static func quotedField(_ span: Span, _ field: String) -> Diagnostic {
    Diagnostic(
      "T411", at: span, "this is a text, not a yes/no field", fixes: [Fix(span, field)])
  }

  /// T408: digits of a share, which is a fraction that is shown in percent.
  static func shareOfFunction(
    _ span: Span, _ function: ScalarFunction, _ text: String
  ) -> Diagnostic {
    Diagnostic(
      "T408", at: span,
      "\(text) is a fraction, shown in percent: \(function.name) would leave 0 or 1 of it",
      fixes: [Fix(span, "\(text) * 100", for: "the number of percent")])
  }

  /// T427: a share compared with a number above 1.
  static func shareIsPercent(_ span: Span, _ field: String, _ typed: String) -> Diagnostic {
    Diagnostic(
      "T427", at: span, "\(field) is a share: compare it with a percentage",
      fixes: [Fix(span, "\(typed)%")])
  }

  /// T405: a stage that does not fit the answer.
  static func stageNeedsRows(_ stage: Name, _ needs: String) -> Diagnostic {
    Diagnostic(
      "T405", at: stage.span, "\"\(stage.text)\" needs \(needs)",
      help: ["group with by, or say list to see rows"])
  }

  /// T604: more than a value was typed where one was wanted.
  static func notOneValue(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T604", at: span, "one value was wanted here, and nothing else",
      help: ["write a number, a date, yes, no or a text in double quotes"])
  }

  /// T604: no question, or several, where one was wanted.
  static func notOneQuestion(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T604", at: span, "one question was wanted here, and nothing else",
      help: ["definitions, parameters and files are run by a session before it is asked"])
  }

  /// The code of `tooLong`, by which an embedder knows it.
  static let tooLongCode = "T603"

  /// T603: more rows than the host allows.
  static func tooLong(_ span: Span, _ most: Int) -> Diagnostic {
    Diagnostic(
      tooLongCode, at: span, "the answer has more than \(most) rows, which is the limit here",
      help: ["ask for fewer with | take, or raise the limit"])
  }

  /// T601: the host ended the query.
  static func stopped(_ span: Span) -> Diagnostic {
    Diagnostic("T601", at: span, "the query was stopped before its answer was found")
  }

  /// T415: `take 0` and the like.
  static func tooFew(_ count: Count) -> Diagnostic {
    Diagnostic("T415", at: count.span, "ask for at least 1")
  }

  /// T409: a word or text is wanted.
  static func wantsWord(_ span: Span) -> Diagnostic {
    Diagnostic("T409", at: span, "a word or a text in quotes belongs here")
  }

  /// T408: a function with the wrong number of values.
  static func wrongArguments(_ span: Span, _ function: ScalarFunction) -> Diagnostic {
    Diagnostic(
      "T408", at: span, "\(function.name) is written \(function.form)",
      help: ["for example: \(function.example)"])
  }

  /// T408: a function of the wrong kind of value.
  static func wrongArgument(
    _ span: Span, _ function: ScalarFunction, given: Field? = nil
  ) -> Diagnostic {
    let found = given.map { ", and \($0.name) is \($0.type.word)" } ?? ""
    return Diagnostic(
      "T408", at: span, "\(function.name) is \(function.meaning)\(found)",
      help: (given.map(whyOfType) ?? []) + ["for example: \(function.example)"])
  }
}
