// What an answer rests on, in words: a law or a signed agreement, never what is done.

/// Words for the bases of evidence: `law`, `agreement`, `announced`, `listed`, joined by `+`.
///
/// A basis without words here is named as the dataset names it, so that none is ever dropped.
enum BasisText {
  /// After a number of rows: `by state law`.
  static func by(_ basis: String) -> String {
    guard !basis.isEmpty else { return "because it is unknown" }
    return "by " + WordList.joined(parts(basis).map { words($0).one })
  }

  /// After `under`, for rows that rest on any of the bases: `state law or a signed agreement`.
  static func under(_ bases: [String]) -> String {
    WordList.joined(WordList.distinct(bases.flatMap(parts).map { words($0).signed }), "or")
  }

  /// What "settled" means, on a day: the line that keeps law apart from practice.
  static func scope(_ bases: [String], asOf: AnswerDate) -> String {
    let kinds = WordList.distinct(bases.flatMap(parts))
    let inForce = kinds.allSatisfy { $0 == "law" || $0 == "agreement" }
    return "by " + WordList.joined(kinds.map { words($0).many })
      + (inForce ? " in force on \(asOf)" : " as of \(asOf)") + ", not by observed practice"
  }

  private static func parts(_ basis: String) -> [String] {
    basis.parts(at: UInt8(ascii: "+"))
  }

  private static func words(_ basis: String) -> (one: String, many: String, signed: String) {
    switch basis {
    case "law": ("state law", "state law", "state law")
    case "agreement": ("287(g) agreement", "287(g) agreements", "a signed 287(g) agreement")
    case "announced": ("announcement", "announcements", "an announcement")
    case "yours": ("your own evidence", "your own evidence", "your own evidence")
    case "listed": ("federal list", "federal lists", "a federal list")
    default: (CleanText.line(basis), CleanText.line(basis), CleanText.line(basis))
    }
  }
}

/// Numbers of rows with their labels.
enum EvidenceText {
  /// `978 by state law, 169 by 287(g) agreement; 308 of them on medium evidence`; nil for none.
  static func basis(_ evidence: Evidence) -> String? {
    let counts = evidence.basis.filter { $0.count > 0 }
    guard !counts.isEmpty else { return nil }
    let members = counts.reduce(0) { $0 + $1.count }
    let text = counts.map { NumberText.grouped($0.count) + " " + BasisText.by($0.label) }
      .joined(separator: ", ")
    return text + medium(evidence.medium, of: members)
  }

  private static func medium(_ medium: Int, of members: Int) -> String {
    switch medium {
    case ...0: ""
    case members...: members == 1 ? "; on medium evidence" : "; all on medium evidence"
    default: "; \(NumberText.grouped(medium)) of them on medium evidence"
    }
  }

  /// `1,426 no rule found; 119 no county jail`.
  static func list(_ counts: [LabelledCount]) -> String {
    var text = ""
    for count in counts where count.count > 0 {
      if !text.isEmpty { text += "; " }
      text += NumberText.grouped(count.count)
      text += " "
      text += CleanText.line(count.label)
    }
    return text
  }
}
