// What can be done with a question beside asking it: check, explain, translate.

extension Session {
  /// Every diagnostic of a text, without asking anything: see `check(_:host:)`.
  public func check(_ text: String) -> [Diagnostic] { check(Source(text)) }

  /// The operators that a question becomes, a line each.
  /// - Throws: `TallyError.mistaken`.
  public func explain(_ question: String) throws(TallyError) -> String {
    try code("plan ", question)
  }

  /// A question in SQL, for the tables of the exported data package.
  /// - Parameters:
  ///   - question: in the language.
  ///   - engine: `sqlite`, `duckdb` or `postgres`.
  /// - Throws: `TallyError.mistaken`, also where SQL cannot say it.
  public func sql(_ question: String, for engine: String = "sqlite") throws(TallyError) -> String {
    try code("sql \(engine) ", question)
  }

  /// How the number of a question came about, condition by condition.
  /// - Throws: `TallyError.mistaken`, `TallyError.shape` for a question without one number.
  public func why(
    _ question: String, limits: Limits = .none
  ) throws(TallyError) -> Found<Funnel> {
    let answer = try answer("why " + question, limits: limits)
    guard case .funnel(let funnel) = answer.content else {
      throw .shape(wanted: "one number", found: "something else", query: question)
    }
    return Found(content: funnel, answer: answer)
  }

  private func code(_ preface: String, _ question: String) throws(TallyError) -> String {
    // The question is read by itself first: its mistakes are told of its own text.
    _ = try prepare(question)
    guard case .code(let code) = try answer(preface + question).content else {
      throw .shape(
        wanted: "a question without sql, plan, why or cite", found: "one", query: question)
    }
    return code.text
  }
}

extension Source {
  /// A stretch of the text in UTF-16 units, as editors count.
  ///
  /// A stretch that begins or ends within a character counts that character as a whole.
  /// - Complexity: O(bytes up to the end of the stretch).
  public func utf16Range(_ span: Span) -> Range<Int> {
    let end = min(max(0, span.end), bytes.count)
    let start = min(max(0, span.start), end)
    let before = units(0..<start)
    return before..<before + units(start..<end)
  }

  /// The UTF-16 units of the characters that begin in a stretch of bytes: two for those of four
  /// bytes, and one for all others.
  private func units(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { count, byte in
      switch byte {
      case 0x80...0xBF: count
      case 0xF0...: count + 2
      default: count + 1
      }
    }
  }
}

extension Answer {
  /// The answer in an output format, as the program writes it into a file.
  ///
  ///     print(try session.answer("count counties where detainers").text(.plain))
  ///
  /// A format that cannot write the answer gives the reason, in brackets.
  public func text(
    _ format: OutputFormat, _ context: OutputContext = OutputContext()
  ) -> String {
    if let reason = format.refusal(self) { return "(\(reason))\n" }
    return format.write(self, context).text
  }
}
