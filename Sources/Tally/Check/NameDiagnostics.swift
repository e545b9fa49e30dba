// What is said about names, places and dates: codes T301 to T399, T501 and T502. Sorted by name.

extension Diagnostic {
  /// T320: `$yaer`.
  static func unknownParameter(_ name: Name, near: [String]) -> Diagnostic {
    Diagnostic(
      "T320", at: name.span, "no parameter is named \(name.text)",
      help: near.isEmpty ? ["give it a value first: param \(name.text) = 2019"] : [],
      fixes: near.prefix(2).map { Fix(name.span, "$\($0)") })
  }

  /// T321: `_` before anything was answered.
  static func noResultYet(_ span: Span) -> Diagnostic {
    Diagnostic("T321", at: span, "nothing has been answered yet, so there is no last result")
  }

  /// T443: a relation without published figures.
  static func cannotBeChecked(_ name: Name, known: [String]) -> Diagnostic {
    Diagnostic(
      "T443", at: name.span, "\(name.text) holds no published figures to check",
      fixes: known.prefix(2).map { Fix(name.span, $0) })
  }

  /// T444: a document that published no figure.
  static func noSuchDocument(_ span: Span, _ text: String, near: [String]) -> Diagnostic {
    Diagnostic(
      "T444", at: span, "no figure is from a document called \"\(text)\"",
      help: near.isEmpty ? ["list figures shows the documents"] : [],
      fixes: near.prefix(2).map { Fix(span, "\"" + $0.replacing("\"", with: "\"\"") + "\"") })
  }

  /// T310: a place of which there are several.
  static func ambiguousPlace(
    _ span: Span, _ text: String, _ things: String, labels: [String], codes: [String],
    outer: String?
  ) -> Diagnostic {
    let isOne = labels.count == 1
    let message =
      isOne
      ? "\"\(text)\" needs its state" : "\(labels.count) \(things) are named \"\(text)\""
    let named = zip(labels, codes).prefix(2).map { label, code in
      Fix(span, isOne ? "\"\(label)\"" : "#\(code)", for: isOne ? "" : label)
    }
    let others = labels.dropFirst(2).prefix(6).joined(separator: "; ")
    let more = labels.count > 8 ? " and \(labels.count - 8) more" : ""
    return Diagnostic(
      "T310", at: span, message,
      help: (others.isEmpty ? [] : ["also \(others)\(more)"]) + (outer.map { [$0] } ?? []),
      fixes: named
    )
  }

  /// T310: a name of which several things have.
  static func ambiguousThing(
    _ span: Span, _ text: String, _ things: String, keys: [String]
  ) -> Diagnostic {
    Diagnostic(
      "T310", at: span, "\(keys.count) \(things) are named \"\(text)\": use a key",
      help: keys.count > 2 ? ["also " + keys.dropFirst(2).prefix(6).joined(separator: "; ")] : [],
      fixes: keys.prefix(2).map { Fix(span, "\"\($0)\"") })
  }

  /// T307: two sets of different things.
  static func differentThings(_ span: Span, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      "T307", at: span, "\(first) and \(second) are different things and cannot be joined",
      help: ["to follow a link between them say: \(first) of \(second), or \(first) with \(second)"]
    )
  }

  /// T302: a field where things are wanted.
  static func fieldIsNoRelation(
    _ name: Name, type: String, owner: String, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      "T302", at: name.span, "\(name.text) is \(type) of \(owner), not a list of things",
      fixes: fix.map { [$0] } ?? [])
  }

  /// T305: a field of a linked relation.
  static func fieldOfLinked(
    _ name: Name, _ relation: String, owner: String, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      "T305", at: name.span, "\(relation) has no field \"\(name.text)\", but \(owner) has",
      help: fix == nil ? ["say: has (\(owner) where \(name.text) …)"] : [],
      fixes: fix.map { [$0] } ?? [])
  }

  /// T316: a place that is linked, but is not where the rows are.
  static func linkIsNoPlace(
    _ span: Span, _ relation: String, _ field: Field, _ place: String
  ) -> Diagnostic {
    Diagnostic(
      "T316", at: span,
      "\(relation) are not looked up by \(field.name): its \(field.name) is "
        + field.meaning,
      help: ["to ask that say: where \(field.name) is \(place)"])
  }

  /// T317: a list of things where a value of each row is wanted.
  static func linkIsNoValue(
    _ name: Name, _ singular: String, at path: Span, written: String, isCompared: Bool
  ) -> Diagnostic {
    Diagnostic(
      "T317", at: name.span, "\(name.text) is a list of things, not a value of a \(singular)",
      help: isCompared ? [] : ["in a condition say: has \(written)"],
      fixes: isCompared
        ? [Fix(path, "count of \(written)")]
        : [Fix(path, "(count of \(written))", for: "for how many there are")])
  }

  /// T308: two relations that no link joins.
  static func noLink(
    _ span: Span, _ from: String, _ to: String, help: [String]
  ) -> Diagnostic {
    Diagnostic("T308", at: span, "no link leads from \(from) to \(to)", help: help)
  }

  /// T309: a place where the things have none.
  static func noPlaceHere(
    _ span: Span, _ relation: String, _ place: String, help: [String]
  ) -> Diagnostic {
    Diagnostic("T309", at: span, "\(relation) have no \(place) to look in", help: help)
  }

  /// T309: a place where the things lead to several.
  static func severalWays(_ span: Span, _ relation: String, _ ways: [String]) -> Diagnostic {
    Diagnostic(
      "T309", at: span,
      "\(relation) lead to places by several links: \(ways.joined(separator: ", "))",
      help: ["say which, as in: \(relation) where \(ways[0]).state is TX"])
  }

  /// T312: a link other than a to-one link inside a path.
  static func noStep(
    _ name: Name, _ type: String, link: String?, help: [String]
  ) -> Diagnostic {
    let usual = help.isEmpty ? ["a dot walks to one linked thing, as in county.state.region"] : help
    return Diagnostic(
      "T312", at: name.span, "\(name.text) is \(type), so nothing follows its dot",
      help: link == nil ? usual : [], fixes: link.map { [Fix(name.span, $0)] } ?? [])
  }

  /// W304: a text that no row has.
  static func noSuchText(_ span: Span, _ word: String, _ field: String, _ near: [String])
    -> Diagnostic
  {
    Diagnostic(
      "W304", .warning, at: span, "no row has the \(field) \"\(word)\"",
      help: near.isEmpty
        ? ["to look inside the text say: \(field) contains \"\(word)\""] : meant(near),
      fixes: near.prefix(2).map { Fix(span, "\"\($0)\"") })
  }

  /// T306: a place that nobody knows.
  static func unknownPlace(_ span: Span, _ text: String, near: [String]) -> Diagnostic {
    let fixes = near.prefix(2).map { name in
      Fix(span, name.allSatisfy(\.isLetter) ? name : "\"\(name)\"")
    }
    return Diagnostic(
      "T306", at: span, "no place is named \"\(text)\"",
      help: ["a state is TX or Texas, a county \"Cook, IL\" or #17031"], fixes: fixes)
  }

  /// T306: a row of other things that nobody knows.
  static func unknownRow(_ span: Span, _ text: String, _ schema: RelationSchema) -> Diagnostic {
    Diagnostic(
      "T306", at: span, "none of the \(schema.name) is called \"\(text)\"",
      help: ["see what they are called: list \(schema.name) | show \(schema.key)"])
  }

  /// T306: a FIPS code that no county has.
  static func unknownFIPS(_ span: Span, _ digits: String) -> Diagnostic {
    Diagnostic(
      "T306", at: span, "no county has the FIPS code \(digits)",
      help: ["the list is the Census list of 2020"])
  }

  /// T301: a field that is not there.
  static func unknownField(
    _ name: Name, _ relation: String, near: [String], help: [String]
  ) -> Diagnostic {
    Diagnostic(
      "T301", at: name.span, "\(relation) has no field \"\(name.text)\"",
      help: help + meant(near),
      fixes: near.prefix(2).map { Fix(name.span, $0) })
  }

  /// T301: a field of a linked row.
  static func fieldOfLinkedRow(_ name: Name, _ relation: String, _ ways: [String]) -> Diagnostic {
    Diagnostic(
      "T301", at: name.span,
      "\(relation) has no field \"\(name.text)\", but a linked row has",
      fixes: ways.prefix(2).map { Fix(name.span, $0) })
  }

  /// T313: a function that is not there.
  static func unknownFunction(_ name: Name, _ known: [String]) -> Diagnostic {
    guard !SQLHabits.fillers.contains(name.text) else {
      return Diagnostic(
        "T313", at: name.span, "nothing puts a value for an unknown one: an answer would hide it",
        help: ["ask for them with is unknown, or count them in with possibly"])
    }
    let near = Spelling.nearest(name.text, in: known)
    return Diagnostic(
      "T313", at: name.span, "there is no function \"\(name.text)\"",
      help: ["functions: " + known.joined(separator: " ")] + meant(Array(near.prefix(1))),
      fixes: near.prefix(1).map { Fix(name.span, $0) })
  }

  /// T308: a link that is not there.
  static func unknownLink(
    _ name: Name, _ relation: String, links: [String], isField: Bool
  ) -> Diagnostic {
    let near = Spelling.nearest(name.text, in: links)
    let fix = isField ? "say: where \(name.text)" : "links of \(relation): "
    let help = isField ? fix : fix + (links.isEmpty ? "none" : links.joined(separator: " "))
    return Diagnostic(
      "T308", at: name.span,
      isField
        ? "\(name.text) is a field of \(relation), not a list of things"
        : "\(relation) has no link \"\(name.text)\"", help: [help] + meant(near),
      fixes: near.prefix(2).map { Fix(name.span, $0) })
  }

  /// T303: things that the record does not have.
  static func unknownRelation(_ name: Name, known: [String]) -> Diagnostic {
    let near = Spelling.nearest(name.text, in: known)
    return Diagnostic(
      "T303", at: name.span, "there are no \"\(name.text)\" in the record",
      help: ["there are: " + known.joined(separator: " ")] + meant(near),
      fixes: near.prefix(2).map { Fix(name.span, $0) })
  }

  /// T303: a place where things are wanted.
  static func placeIsNoThing(
    _ name: Name, typed: String, kind: String, _ things: String?
  ) -> Diagnostic {
    Diagnostic(
      "T303", at: name.span, "\(typed) is a \(kind): say what to look at there",
      fixes: things.map { [Fix(name.span, "\($0) in \(typed)")] } ?? [])
  }

  /// T311: `in Cook, IL` without its quotes; where the first word is a place too, both are offered.
  static func placeOrTwo(_ span: Span, _ text: String, isTwo: Bool, two: String) -> Diagnostic {
    let one = Fix(span, "\"\(text)\"", for: isTwo ? "one place" : "")
    return Diagnostic(
      "T311", at: span, "a place with a comma stands in quotes",
      fixes: isTwo ? [one, Fix(span, two, for: "two places")] : [one])
  }

  /// T315: a place without the word for what it is.
  static func placeNeedsKind(_ name: Name, typed: String, kind: String) -> Diagnostic {
    Diagnostic(
      "T315", at: name.span, "\(typed) is a \(kind): say so before its name",
      fixes: [Fix(name.span, "\(kind) \(typed)")])
  }

  /// T303: one thing where several are asked for.
  static func singularThing(_ name: Name, _ plural: String) -> Diagnostic {
    Diagnostic(
      "T303", at: name.span, "things are named in the plural: \(plural)",
      fixes: [Fix(name.span, plural)])
  }

  /// T315: a field after a word for what it is.
  static func subjectAfterKind(_ span: Span, _ field: String) -> Diagnostic {
    Diagnostic(
      "T315", at: span, "a field is shown by its name alone", fixes: [Fix(span, field)])
  }

  /// T315: something that `show` cannot show.
  static func unknownSubject(_ name: Name, near: [String]) -> Diagnostic {
    Diagnostic(
      "T315", at: name.span, "there is no \"\(name.text)\" to show",
      help: ["for example: show county \"Cook, IL\", show detainers, show fields of counties"]
        + meant(near),
      fixes: near.prefix(2).map { Fix(name.span, $0) })
  }

  /// T304: a word that is not one of a category's values.
  static func unknownValue(
    _ span: Span, _ word: String, _ field: String, _ values: [String]
  ) -> Diagnostic {
    var near = Spelling.nearest(word, in: values)
    if near.isEmpty {
      // `jail` for `jail_enforcement`: a word of the value's name.
      near = values.filter { $0.split(separator: "_").contains { $0 == word.lowercased() } }
    }
    return Diagnostic(
      "T304", at: span, "\"\(word)\" is not a value of \(field)",
      help: ["values: " + values.joined(separator: ", ")] + meant(near),
      fixes: near.prefix(2).map { Fix(span, $0) })
  }

  /// T314: a state where a county is wanted, or the other way.
  static func wrongPlace(_ span: Span, _ wanted: String) -> Diagnostic {
    Diagnostic("T314", at: span, "a \(wanted) belongs here")
  }
}
