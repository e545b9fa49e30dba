// Answers by their shape: a figure, a share, groups, rows.

extension PreparedQuery {
  /// The answer as one figure: its least, its most, and how many rows are not settled.
  ///
  ///     let held = try session.prepare("count counties where detainers").figure()
  ///     // held.low 1077, held.high 2692, held.unknown 1615, held.base 3143
  ///
  /// - Throws: `TallyError.shape` where the answer is rows or groups; else as `answer`.
  public func figure(
    _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Figure> {
    try shaped(values, limits, wanted: "one number") {
      if case .figure(let figure) = $0 { figure } else { nil }
    }
  }

  /// The answer as one share: fractions from 0 to 1.
  /// - Throws: `TallyError.shape` where the answer is something else; else as `answer`.
  public func share(
    _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Figure> {
    try shaped(values, limits, wanted: "one share") {
      if case .figure(let figure) = $0, figure.unit.kind == .share { figure } else { nil }
    }
  }

  /// The answer as groups, each with its keys and figures.
  ///
  ///     for group in try session.prepare("count counties where detainers by region").groups() {
  ///       print(group["region"] ?? .none, group.figure?.isExact ?? false)
  ///     }
  ///
  /// - Throws: `TallyError.shape` where the answer is something else; else as `answer`.
  public func groups(
    _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Rows> {
    try shaped(values, limits, wanted: "groups") {
      if case .groups(let table) = $0 { Rows(table) } else { nil }
    }
  }

  /// The answer as rows.
  /// - Throws: `TallyError.shape` where the answer is something else; else as `answer`.
  public func rows(
    _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Rows> {
    try shaped(values, limits, wanted: "rows") {
      if case .rows(let table) = $0 { Rows(table) } else { nil }
    }
  }

  /// The rows or groups of the answer, each as a value of the caller's own type.
  ///
  ///     struct County: Decodable {
  ///       var name: String
  ///       var population: Known<Int>
  ///     }
  ///     let query = try session.prepare("list counties in $place | show name, population")
  ///     let counties = try query.rows(["place": "DE"], as: County.self)  // 3 of them
  ///
  /// Columns are found by the names of coding keys. A cell that is not known does not become nil or
  /// nothing: it decodes into `Known` or `YesNo`, which say so, and into no other type.
  ///
  /// - Throws: `TallyError.decoding` with the row and the column; else as `answer`.
  public func rows<Value: Decodable & Sendable>(
    _ values: [String: ParameterValue] = [:], as type: Value.Type, limits: Limits = .none
  ) throws(TallyError) -> Found<[Value]> {
    let found = try shaped(values, limits, wanted: "rows or groups") {
      switch $0 {
      case .groups(let table), .rows(let table): Rows(table)
      case .figure, .card, .funnel, .verdicts, .transitions, .citation, .code: nil
      }
    }
    return Found(content: try found.content.decoded(as: type), answer: found.answer)
  }

  private func shaped<Content>(
    _ values: [String: ParameterValue], _ limits: Limits, wanted: String,
    _ shape: (Answer.Content) -> Content?
  ) throws(TallyError) -> Found<Content> {
    let answer = try answer(values, limits: limits)
    guard let content = shape(answer.content) else {
      throw .shape(wanted: wanted, found: answer.content.kind, query: text)
    }
    return Found(content: content, answer: answer)
  }
}

extension Answer.Content {
  /// What it is, in words for somebody who wanted something else.
  fileprivate var kind: String {
    switch self {
    case .figure(let figure) where figure.unit.kind == .share: "one share"
    case .figure: "one number"
    case .groups: "groups"
    case .rows: "rows"
    case .card: "a card"
    case .funnel: "the steps to a number"
    case .verdicts: "checks of figures"
    case .transitions: "changes between two days"
    case .citation: "a citation"
    case .code: "a text"
    }
  }
}

extension Session {
  /// Asks one question: see `PreparedQuery.answer`.
  public func answer(
    _ text: String, _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Answer {
    let limits = limits.begun()
    return try prepare(text).answer(values, limits: limits)
  }

  /// Asks for one figure: see `PreparedQuery.figure`.
  public func figure(
    _ text: String, _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Figure> {
    let limits = limits.begun()
    return try prepare(text).figure(values, limits: limits)
  }

  /// Asks for one share: see `PreparedQuery.share`.
  public func share(
    _ text: String, _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Figure> {
    let limits = limits.begun()
    return try prepare(text).share(values, limits: limits)
  }

  /// Asks for groups: see `PreparedQuery.groups`.
  public func groups(
    _ text: String, _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Rows> {
    let limits = limits.begun()
    return try prepare(text).groups(values, limits: limits)
  }

  /// Asks for rows: see `PreparedQuery.rows`.
  public func rows(
    _ text: String, _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Found<Rows> {
    let limits = limits.begun()
    return try prepare(text).rows(values, limits: limits)
  }

  /// Asks for rows of the caller's own type: see `PreparedQuery.rows(_:as:limits:)`.
  public func rows<Value: Decodable & Sendable>(
    _ text: String, _ values: [String: ParameterValue] = [:], as type: Value.Type,
    limits: Limits = .none
  ) throws(TallyError) -> Found<[Value]> {
    let limits = limits.begun()
    return try prepare(text).rows(values, as: type, limits: limits)
  }
}
