// Verbs of one's own: each stands for a question that is written with the verbs of tally.

/// What a verb of one's own asks: a question around the set that follows the verb.
struct VerbTemplate: Sendable {
  /// The parameter that stands for the set.
  static let place = "set"

  let text: String
  /// What stands before the set, and behind it.
  let opening: String
  let closing: String
  /// Whether there is one place for the set.
  let isWhole: Bool
  /// A parameter of another name, which nothing would give a value; nil for none.
  let otherParameter: String?

  init(_ text: String) {
    self.text = text
    let source = Source(text)
    let parameters = Lexer.tokens(of: source).tokens.filter { $0.kind == .parameter }
    let places = parameters.filter { $0.text == VerbTemplate.place }
    isWhole = places.count == 1
    otherParameter = parameters.first { $0.text != VerbTemplate.place }?.text
    let place = places.first?.span ?? Span(source.bytes.count, source.bytes.count)
    opening = source.text(Span(0, place.start))
    closing = source.text(Span(place.end, source.bytes.count))
  }
}

extension Verb {
  /// A verb of one's own, to be added to a language. A set follows the word, and after it stages.
  ///
  ///     let coverage = Verb(
  ///       "coverage", summary: "how many in each state",
  ///       asking: "count $set by state | sort by count down")
  ///
  /// `coverage counties where detainers` asks `count (counties where detainers) by state | …`, and
  /// its answer says so. Messages point at what was typed.
  ///
  /// - Parameters:
  ///   - name: the word, in small letters, digits and underscores.
  ///   - summary: what it does, in a few words.
  ///   - question: what is asked; `$set` stands for the set.
  ///   - examples: sentences with it.
  public init(
    _ name: String, summary: String, asking question: String, examples: [String] = []
  ) {
    self.init(
      name: name, summary: summary, grammar: "\(name) ::= \"\(name)\" set", examples: examples,
      parse: { parser, core in core.set = parser.set() },
      lower: { core, _ throws(Diagnostic) in throw .wantsWord(core.span) })
    template = VerbTemplate(question)
  }
}
