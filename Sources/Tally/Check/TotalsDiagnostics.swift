// What is said where published totals have no answer: codes T511 to T514.

extension Diagnostic {
  /// T511: rows, or what is done with rows, of an edition that has none.
  static func totalsWithoutRows(
    _ span: Span, _ name: String, published: [String], fixes: [Fix]
  ) -> Diagnostic {
    Diagnostic(
      "T511", at: span, "\(name) was published as totals, not row by row", help: published,
      fixes: fixes)
  }

  /// T512: a number that was not published and that no published one bounds.
  static func totalsNotPublished(
    _ span: Span, _ name: String, _ what: String, published: [String], fixes: [Fix]
  ) -> Diagnostic {
    Diagnostic(
      "T512", at: span, "\(name) published no totals \(what)", help: published, fixes: fixes)
  }

  /// T513: totals beside another date or set, which they are never mixed with.
  static func totalsBesideOthers(
    _ span: Span, _ name: String, _ other: String, published: [String], fixes: [Fix]
  ) -> Diagnostic {
    Diagnostic(
      "T513", at: span, "the totals of \(name) cannot be mixed with \(other)",
      help: ["it asked of other rows, by definitions of its own"] + published, fixes: fixes)
  }

  /// T514: a share of a part whose size was not published.
  static func shareOfPartOfTotals(
    _ span: Span, _ name: String, published: [String], fixes: [Fix]
  ) -> Diagnostic {
    Diagnostic(
      "T514", at: span, "\(name) has shares of all that it asked of, not of a part",
      help: ["a part and those in it that meet a condition would both be bounds"] + published,
      fixes: fixes)
  }
}

extension TotalsEdition {
  /// What was published, for messages.
  var published: [String] {
    let sides = [
      ("yes and no", fields.filter { $0.yes != nil && $0.no != nil }),
      ("yes", fields.filter { $0.yes != nil && $0.no == nil }),
      ("no", fields.filter { $0.yes == nil && $0.no != nil }),
    ]
    return ["published of \(NumberText.grouped(base.count)) \(unit.plural):"]
      + sides.filter { !$0.1.isEmpty }.map { side, fields in
        "  how many \(side): " + fields.map(\.field).joined(separator: ", ")
      }
  }
}
