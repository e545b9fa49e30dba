// A figure in words: its number with its interval, what is open, and of what it is.

/// The words of a figure, for every format that people read.
///
/// The first line alone is a true statement: a number never stands without its interval, and where
/// most is open the settled rows lead, so that "nothing is proven" never reads as "0".
struct FigureText {
  /// The figure.
  let figure: Figure
  /// The day that it speaks of.
  let asOf: AnswerDate
  /// The marks to use.
  let marks: Marks

  /// Whether so much is open that the settled rows lead.
  var leadsWithSettled: Bool {
    guard figure.unknown > 0, !figure.isExact, figure.unit.kind != .measure,
      !figure.unit.kind.isDifference, figure.totals == nil
    else { return false }
    guard settlesBothWays else { return false }
    return (figure.low ?? 0) == 0 || figure.unknown > figure.settled
  }

  /// Whether what is settled goes both ways, or nothing is a member for certain. Where all that is
  /// settled are members, a share of it says nothing: it could not be other than all.
  private var settlesBothWays: Bool {
    guard let low = figure.low, low > 0 else { return true }
    switch figure.unit.kind {
    case .count: return low < Double(figure.settled)
    case .share: return figure.ofKnown.map { $0 < 1 } ?? true
    case .measure, .difference, .points, .change: return false
    }
  }

  /// Whether there is no more to say than number, base and date.
  var isPlain: Bool {
    figure.isExact && figure.unknown == 0 && details().isEmpty
  }

  /// The first line: `1,147 counties, up to 2,692`.
  func headline() -> StyledText {
    if leadsWithSettled { return settledHeadline() }
    if figure.totals != nil, !figure.isExact { return totalsHeadline() }
    var text = StyledText(value(), figure.low == nil ? .unknown : .number)
    if figure.unit.kind == .share, figure.base > 0 { text.append(" of " + base()) }
    if let upper = upper() { text.append(", up to " + upper, .unknown) }
    if figure.existence == .possible { text.append(", if there is any", .unknown) }
    return text
  }

  /// The number at its low end, in its unit: `1,147 counties`, `at least 12,345 people`.
  private func value() -> String {
    if figure.existence == .none {
      return figure.base == 0
        ? "no value: the base is \(base())"
        : "no value: no \(figure.baseUnit.singular) of the set has one"
    }
    guard let low = figure.low else {
      if figure.base == 0 { return "no value: the base is \(base())" }
      if figure.lacksValues, figure.high == nil { return openValue() }
      let most = bounds().high.map { "at most " + inUnit($0, figure.high == 1) }
      return most ?? "not known"
    }
    let number = inUnit(bounds().low ?? "", low == 1)
    guard let high = figure.high else {
      if let open = figure.openHigh, open != low {
        return "at least \(number), or at least \(digits(open)) with what is not settled"
      }
      return low == 0 ? "not known: \(number) or more" : "at least " + number
    }
    return low == 0 && high != 0 && figure.unit.kind != .share
      ? "from " + (bounds().low ?? "") + " to " + inUnit(bounds().high ?? "", high == 1) : number
  }

  /// A number of which no end is proven, with what its known values make:
  /// `not known: 40 over the 2 of 3 visits whose value is known`.
  private func openValue() -> String {
    guard figure.known != 0 else {
      let all = figure.baseUnit.counted(figure.knownOf ?? figure.base)
      return "not known: of \(all) no value is known"
    }
    guard let low = figure.openLow, let high = figure.openHigh else { return "not known" }
    let ends = [digits(low, .down), digits(high, .up)]
    let number = inUnit(
      low == high ? digits(low) : "from " + ends.joined(separator: " to "), low == 1 && high == 1)
    return "not known: \(number) " + (known() ?? "over the values that are known")
  }

  /// The high end, where the number says only the low one.
  private func upper() -> String? {
    guard let low = figure.low, let high = figure.high, low != high else { return nil }
    if low == 0, figure.unit.kind != .share { return nil }
    return bounds().high.map { figure.unit.kind == .share ? $0 + " %" : $0 }
  }

  private func inUnit(_ number: String, _ isOne: Bool) -> String {
    figure.unit.kind == .share ? number + " %" : figure.unit.withWord(number, isOne)
  }

  /// The first line where most is open.
  private func settledHeadline() -> StyledText {
    let isShare = figure.unit.kind == .share
    let settled = isShare ? figure.known ?? figure.settled : figure.settled
    guard settled > 0 else {
      return StyledText("not settled for any of the " + base(), .unknown)
    }
    var text = StyledText()
    if isShare {
      guard let ofKnown = figure.ofKnown else { return shareInterval("from ") }
      text.append(NumberText.percent(ofKnown), .number)
    } else {
      text.append(bounds().low ?? "0", .number)
    }
    // Rows that may yet be of the base can be settled not to be: those are not counted here.
    let whose =
      isShare && figure.baseLow < figure.base
      ? "that belong and are settled" : "that the record settles"
    text.append(" of the \(figure.baseUnit.counted(settled)) \(whose)")
    text.append("; \(NumberText.grouped(figure.unknown)) \(areOpen)", .unknown)
    return text
  }

  private var areOpen: String { figure.unknown == 1 ? "is not settled" : "are not settled" }

  /// `from 35.5 to 88.3 % of all 254 counties`.
  private func shareInterval(_ opening: String) -> StyledText {
    let bounds = bounds()
    let base = figure.baseLow < figure.base ? base() : "all " + base()
    return StyledText("\(opening)\(bounds.low ?? "0.0") to \(bounds.high ?? "100.0") % of \(base)")
  }

  /// The lines below the first, without the base: what it rests on, what is open and why.
  func details() -> [StyledText] {
    if let totals = figure.totals { return [StyledText(totals.words)] }
    var lines: [StyledText] = []
    if leadsWithSettled, figure.unit.kind == .share {
      lines.append(shareInterval("from "))
    } else if figure.low != nil || figure.high != nil, let known = known() {
      lines.append(StyledText(known))
    }
    if let evidence = figure.evidence { lines += basis(evidence) }
    lines += open()
    return lines
  }

  private func basis(_ evidence: Evidence) -> [StyledText] {
    var lines: [StyledText] = []
    let basis = EvidenceText.basis(evidence)
    // What settles the members is counted in them, whatever is summed.
    let members = figure.unit.kind == .measure ? figure.baseUnit.plural + ": " : ""
    if let basis { lines.append(StyledText(members + basis)) }
    if leadsWithSettled || basis == nil, !evidence.settledBy.isEmpty {
      lines.append(StyledText(BasisText.scope(evidence.settledBy, asOf: asOf)))
    }
    return lines
  }

  /// `of the 212 known: 75.2 %`; for a measure `42 of 50 facilities known`.
  private func known() -> String? {
    guard let known = figure.known else { return nil }
    switch figure.unit.kind {
    case .count, .difference, .points, .change: return nil
    case .share:
      guard figure.unknown > 0, let ofKnown = figure.ofKnown else { return nil }
      return "of the \(NumberText.grouped(known)) known: \(NumberText.percent(ofKnown))"
    case .measure:
      let most = figure.knownOf ?? figure.base
      guard known < most else { return nil }
      if known == 0 { return "of no \(figure.baseUnit.singular) is the whole value known" }
      return "over the \(NumberText.grouped(known)) of \(figure.baseUnit.counted(most)) "
        + "whose value is known"
    }
  }

  /// What is not settled, and why.
  private func open() -> [StyledText] {
    let split = figure.evidence?.unsettled.filter { $0.count > 0 } ?? []
    let reasons = EvidenceText.list(figure.evidence?.reasons ?? [])
    guard figure.unknown > 0 else {
      return reasons.isEmpty ? [] : [labelled("reasons", reasons)]
    }
    if split.count > 1 {
      let parts = EvidenceText.list(split)
      let open = labelled("not settled", parts)
      return reasons.isEmpty || reasons == parts
        ? [open]
        : [
          open,
          labelled(
            isWhole(figure.evidence?.reasons ?? [])
              ? "reasons" : "reasons, one row may have several", reasons),
        ]
    }
    if !reasons.isEmpty, isWhole(figure.evidence?.reasons ?? []) {
      return [labelled("not settled", reasons)]
    }
    if !reasons.isEmpty { return [openCount, labelled("reasons", reasons)] }
    if !split.isEmpty { return [labelled("not settled", EvidenceText.list(split))] }
    return isOpenSaid ? [] : [openCount]
  }

  /// Whether reasons are of each open row once: then they add up to the open rows.
  private func isWhole(_ reasons: [LabelledCount]) -> Bool {
    reasons.reduce(0) { $0 + $1.count } == figure.unknown
  }

  /// How many rows are not settled, where no more is known of them.
  var openCount: StyledText { labelled("not settled", figure.baseUnit.counted(figure.unknown)) }

  /// Whether other lines already say how many are not settled.
  private var isOpenSaid: Bool {
    leadsWithSettled
      || figure.unit.kind == .measure && (figure.known ?? 0) + figure.unknown == figure.base
  }

  private func labelled(_ label: String, _ text: String) -> StyledText {
    var line = StyledText(label + ": ", .unknown)
    line.append(text)
    return line
  }

  /// `3,143 counties`, or `3,100 to 3,143 counties` where the base itself is not settled.
  func base() -> String {
    let most = figure.baseUnit.counted(figure.base)
    return figure.baseLow < figure.base
      ? NumberText.grouped(figure.baseLow) + " to " + most : most
  }

  /// What a measure is over: the rows of the base that are in the set and have the field,
  /// `149 of 1,685 facilities`.
  func measured() -> String {
    guard let most = figure.knownOf, most < figure.base, figure.unknown == 0 else { return base() }
    return "\(NumberText.grouped(most)) of \(base())"
  }

  /// Both ends without their unit. Ends that differ never read alike: rounding then goes outward.
  func bounds() -> (low: String?, high: String?) {
    let near = (figure.low.map { digits($0) }, figure.high.map { digits($0) })
    guard let low = figure.low, let high = figure.high, low != high else { return near }
    return (digits(low, .down), digits(high, .up))
  }

  private func digits(
    _ value: Double, _ rounding: FloatingPointRoundingRule = NumberText.nearest
  ) -> String {
    switch figure.unit.kind {
    case .share: NumberText.percentDigits(value, rounding)
    case .measure where figure.unit.isName && value == value.rounded(): NumberText.exact(value)
    case .count, .measure: NumberText.number(value, decimals: 2, rounding)
    case .difference: signed(value, NumberText.number(value, decimals: 2, rounding))
    case .points, .change: signed(value, NumberText.percentDigits(value, rounding))
    }
  }

  /// A difference says which way it goes: `+30`.
  private func signed(_ value: Double, _ digits: String) -> String {
    value > 0 && digits.first?.isNumber == true ? "+" + digits : digits
  }

  /// What follows the digits of a figure in a cell.
  private var sign: String {
    switch figure.unit.kind {
    case .share, .change: " %"
    case .points: " pp"
    case .count, .measure, .difference: ""
    }
  }

  /// The figure in one cell: `97–120`, `97`, `47.6–63.1 %`, `-5 to +30`, `at least 97`, `unknown`.
  func cell() -> String {
    let dash = figure.unit.kind.isDifference ? " to " : marks.dash
    switch bounds() {
    case (nil, nil): return "unknown"
    case (nil, let high?): return "at most " + high + sign
    case (let low?, nil): return "at least " + low + sign
    case (let low?, let high?):
      let ifAny = figure.existence == .possible ? " if any" : ""
      return (figure.low == figure.high ? low : low + dash + high) + sign + ifAny
    }
  }

  /// What the known values make, behind a cell whose number is not known: ` (10 of the known)`.
  var ofKnown: String {
    guard figure.low == nil, figure.high == nil, let low = figure.openLow,
      let high = figure.openHigh, figure.known != 0
    else { return "" }
    let ends = low == high ? digits(low) : digits(low, .down) + marks.dash + digits(high, .up)
    return " (\(ends) of the known)"
  }

  /// The figure in a sentence: `97 to 120 of 254 counties`, `47.6 to 63.1 % of 254 counties`.
  func clause() -> String {
    guard figure.low != nil || figure.high != nil, !figure.isOfNothing else { return value() }
    let words = FigureText(figure: figure, asOf: asOf, marks: spelled)
    switch figure.unit.kind {
    case .count where figure.isExact && figure.low == Double(figure.base): return base()
    case .count, .share: return words.cell() + " of " + base()
    case .measure where figure.existence == .possible:
      var sure = figure
      sure.existence = .certain
      let number = FigureText(figure: sure, asOf: asOf, marks: marks).clause()
      return number + ", if there is any"
    case .measure, .difference:
      return figure.unit.withWord(words.cell(), figure.isExact && figure.low == 1)
    case .points: return words.cell().replacing(" pp", with: " percentage points")
    case .change: return words.cell()
    }
  }

  /// The marks of a sentence: an interval in words.
  private var spelled: Marks {
    var marks = marks
    marks.dash = " to "
    return marks
  }
}
