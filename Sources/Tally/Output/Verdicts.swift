// What came of checking published figures: one finding each, with both numbers.

/// What comes of a check, the graver first.
public enum Verdict: String, Sendable, CaseIterable {
  /// Numbers of one document that do not fit together.
  case doesNotClose = "does not close"
  /// No number that the rows allow agrees with the published one.
  case contradicted
  /// Some numbers that the rows allow agree, others do not.
  case inside = "inside the bounds"
  /// Every number that the rows allow agrees, and they are other rows than the figure's own.
  case confirmed
  /// It agrees, but the answer rests on the figure itself or on nothing but its document.
  case restated
  /// There is no query, or it gives no number.
  case unchecked = "cannot be checked"
}

/// Published figures against what the dataset gives.
public struct Verdicts: Sendable, Equatable {
  /// One figure, or several of one document that must fit together.
  public struct Finding: Sendable, Equatable {
    /// What came of it.
    public var verdict: Verdict
    /// The keys of the figures: `F27`, `F27 + F28`.
    public var figure: String
    /// The document that published it.
    public var document: String
    /// How it is qualified: `exact`, `more_than`.
    public var qualifier: String
    /// The published number; in percent where `isPercent`.
    public var published: Double
    /// The least that it can be by the query, or by the other figures; nil where it was not
    /// recomputed.
    public var low: Double?
    /// The most that it can be; nil also where no bound can be proven.
    public var high: Double?
    /// Whether the numbers are percentages.
    public var isPercent: Bool
    /// The query or the arithmetic, and what came out.
    public var because: String
    /// Indices into the provenance's sources, from 0.
    public var sources: [Int]

    /// A finding.
    public init(
      _ verdict: Verdict, figure: String, document: String, qualifier: String, published: Double,
      low: Double? = nil, high: Double? = nil, isPercent: Bool = false, because: String,
      sources: [Int] = []
    ) {
      self.verdict = verdict
      self.figure = figure
      self.document = document
      self.qualifier = qualifier
      self.published = published
      self.low = low
      self.high = high
      self.isPercent = isPercent
      self.because = because
      self.sources = sources
    }
  }

  /// What was checked: a figure, figures.
  public var unit: Unit
  /// The findings, the graver first.
  public var findings: [Finding]
  /// How many sums and percentages within one document were checked.
  public var sums: Int

  /// Verdicts.
  public init(unit: Unit, findings: [Finding], sums: Int) {
    self.unit = unit
    self.findings = findings
    self.sums = sums
  }

  /// How many findings have a verdict.
  public func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }

  /// How many figures were checked one by one.
  public var figures: Int { findings.count - count(.doesNotClose) }

  /// `37 figures: 0 contradicted, 12 restated, 25 cannot be checked`.
  package var summary: String {
    let counts = Verdict.allCases.dropFirst().compactMap { verdict -> String? in
      let number = count(verdict)
      guard number > 0 || verdict == .contradicted else { return nil }
      return "\(NumberText.grouped(number)) \(verdict.rawValue)"
    }
    return unit.counted(figures) + ": " + counts.joined(separator: ", ")
  }

  /// `3 of 8 sums and percentages within one document do not close`; nil where there are none.
  package var closing: String? {
    guard sums > 0 else { return nil }
    let faults = count(.doesNotClose)
    return "\(NumberText.grouped(faults)) of \(NumberText.grouped(sums)) sums and percentages "
      + "within one document \(faults == 1 ? "does" : "do") not close"
  }

  /// The findings of a verdict, those with the same reason together.
  /// - Parameter most: the most figures that are named; the others are counted.
  func groups(
    _ verdict: Verdict, most: Int = .max
  ) -> [(figures: String, because: String)] {
    var groups: [(figures: [Finding], because: String)] = []
    for finding in findings where finding.verdict == verdict {
      if let at = groups.firstIndex(where: { $0.because == finding.because }) {
        groups[at].figures.append(finding)
      } else {
        groups.append(([finding], finding.because))
      }
    }
    return groups.map { group in
      let documents = WordList.distinct(group.figures.map(\.document))
      let whose = documents.count == 1 && !documents[0].isEmpty ? " (\(documents[0]))" : ""
      let left = group.figures.count - most
      let names = group.figures.prefix(left > 0 ? most : .max).map(\.figure)
        .joined(separator: ", ")
      let more = left > 0 ? " and \(NumberText.grouped(left)) more" : ""
      return (names + more + whose, group.because)
    }
  }
}

extension AnswerLayout {
  /// The findings by verdict, one line each; figures with the same reason share one.
  func write(_ verdicts: Verdicts, _ footer: Footer) -> StyledText {
    var text = StyledText(CleanText.line(verdicts.summary), .heading)
      .lines(width: width, hanging: 2)
    if let closing = verdicts.closing { text.append(StyledText(closing).lines(width: width)) }
    for verdict in Verdict.allCases where verdicts.count(verdict) > 0 {
      text.append("\n")
      text.append(StyledText(verdict.rawValue, role(verdict)).lines(width: width))
      for (figures, because) in verdicts.groups(verdict, most: width == nil ? .max : 12) {
        var line = StyledText(CleanText.line(figures) + ": ", .value)
        line.append(CleanText.line(because))
        text.append(line.lines(width: width, indent: 2, hanging: 4))
      }
    }
    text.append("\n")
    let date = StyledText("as of \(footer.provenance.asOf)", .muted)
    text.append(footer.referenced(date, indent: 2, width: width))
    footer.end(&text, width: width)
    return text
  }

  private func role(_ verdict: Verdict) -> Role {
    switch verdict {
    case .doesNotClose, .contradicted: .error
    case .inside, .unchecked: .unknown
    case .confirmed, .restated: .heading
    }
  }
}

extension Answer {
  /// The members of verdicts in JSON.
  func members(of verdicts: Verdicts) -> [(String, JSONValue)] {
    let findings = verdicts.findings.map { finding in
      JSONValue.object([
        ("verdict", .string(finding.verdict.rawValue)),
        ("figure", .string(finding.figure)),
        ("document", .known(finding.document)),
        ("qualifier", .string(finding.qualifier)),
        ("published", .number(finding.published)),
        ("low", .number(finding.low)),
        ("high", .number(finding.high)),
        ("unit_kind", .string(finding.isPercent ? "percent" : "number")),
        ("because", .string(finding.because)),
        ("sources", .array(sourceIdentifiers(finding.sources).map { .string($0) })),
      ])
    }
    return [
      ("kind", .string("verdicts")),
      (
        "counts",
        .object(Verdict.allCases.map { ($0.rawValue, .integer(verdicts.count($0))) })
      ),
      ("sums_checked", .integer(verdicts.sums)),
      ("findings", .array(findings)),
      ("as_of", provenance.asOf.json),
    ]
  }
}
