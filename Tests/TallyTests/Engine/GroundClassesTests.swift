// Evidence by classes of rows, held to a count of each row by itself.

import EnforcementData
import Testing

@testable import Tally

@Suite struct GroundClassesTests {
  static let bases = ["law", "agreement", "listed"]

  /// Grounds of every kind that differ in what evidence counts, and some that differ in nothing.
  static let grounds: [Ground] = [
    Ground(value: .yes, basis: "law", confidence: "high", detail: "one"),
    Ground(value: .yes, basis: "law", confidence: "high", detail: "another"),
    Ground(value: .yes, basis: "agreement+law", confidence: "medium"),
    Ground(value: .no, basis: "listed", confidence: "high"),
    Ground(value: .no, basis: "hearsay"),
    Ground(value: .unknown, reason: "no rule found"),
    Ground(value: .unknown),
  ]

  @Test("rows of a class share what evidence counts, at every length", arguments: 0...66)
  func classes(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let fields = ["detainers", "notify"].map { name in
      let codes = (0..<count).map { _ in
        Int.random(in: Self.grounds.indices, using: &random)
      }
      return (name: name, codes: codes, grounds: Self.grounds)
    }
    let classes = GroundClasses(fields, count: count, bases: Self.bases)
    #expect(classes.codes.count == count)
    #expect(classes.classes.reduce(0) { $0 + $1.count } == count)
    #expect(classes.labels == classes.labels.sorted())
    for row in 0..<count {
      let one = classes.classes[Int(classes.codes[row])]
      let (a, b) = (Self.grounds[fields[0].codes[row]], Self.grounds[fields[1].codes[row]])
      #expect(one.first <= row)
      #expect(Int(classes.codes[one.first]) == Int(classes.codes[row]))
      #expect(classes.labels[one.basis] == Self.basis([a, b]))
      #expect(
        one.isMedium == [a, b].contains { $0.value != .unknown && $0.confidence == "medium" })
      #expect(Set(one.reasons.map { classes.labels[classes.reasons[$0]] }) == Self.reasons([a, b]))
      #expect(classes.labels[one.pattern] == Self.pattern(a, b))
    }
  }

  /// The bases of the known values, in the dataset's order.
  private static func basis(_ values: [Ground]) -> String {
    let words = values.filter { $0.value != .unknown }.map(\.basis).joined(separator: "+")
    return bases.filter { words.contains($0) }.joined(separator: "+")
  }

  private static func reasons(_ values: [Ground]) -> Set<String> {
    Set(values.filter { $0.value == .unknown }.map { $0.reason ?? "no reason given" })
  }

  /// The known fields first, then those that are not, in one phrase.
  private static func pattern(_ a: Ground, _ b: Ground) -> String {
    switch (a.value, b.value) {
    case (.unknown, .unknown): "detainers and notify unknown"
    case (.unknown, _): "notify \(b.value.rawValue), detainers unknown"
    case (_, .unknown): "detainers \(a.value.rawValue), notify unknown"
    default: "detainers \(a.value.rawValue), notify \(b.value.rawValue)"
    }
  }

  /// A question of answers alone is counted by class; with a condition that all rows meet beside
  /// it, the same question is counted by row. Both say the same of what they rest on.
  @Test(
    "counting by class and counting by row say the same",
    arguments: [
      "detainers", "not detainers", "detainers and not notify", "detainers or notify",
      "detainers is unknown", "possibly (detainers and notify)", "certainly not detainers",
    ])
  func byClassAndByRow(_ condition: String) throws {
    let dataset = try EnforcementData.dataset()
    var session = Session(dataset: dataset)
    func evidence(_ text: String) throws -> Evidence {
      let answer = try #require(session.run(Source(text)).first?.answer)
      guard case .figure(let figure) = answer.content else { throw NoFigure() }
      return try #require(figure.evidence)
    }
    let byClass = try evidence("count counties where \(condition)")
    let byRow = try evidence("count counties where (\(condition)) and name is known")
    #expect(byRow.settledBy == byClass.settledBy)
    #expect(byRow.medium == byClass.medium)
    #expect(byRow.unsettled == byClass.unsettled)
    #expect(byRow.reasons == byClass.reasons)
  }

  /// Figures of answers alone, each with `$` where a condition that all rows meet makes it a
  /// question that is counted row by row.
  @Test(
    "figures by class and by row are the same",
    arguments: [
      "count counties where $(detainers and not notify)",
      "count counties where $(inquiry or resources)",
      "count counties where $(agreement_287g) | known only",
      "count counties where $(detainers is unknown)",
      "count (counties where $(detainers)) minus (counties where $(notify))",
      "share where detainers among counties where $(notify)",
      "share where detainers or notify among counties where $(not inquiry)",
      "share where detainers among counties where $(notify) | known only",
      "share where possibly notify among counties where $(certainly (detainers or inquiry))",
    ])
  func figuresByClassAndByRow(_ question: String) throws {
    var session = Session(dataset: try EnforcementData.dataset())
    func figure(_ text: String) throws -> Figure {
      let answer = try #require(session.run(Source(text)).first?.answer, "\(text)")
      guard case .figure(let figure) = answer.content else { throw NoFigure() }
      return figure
    }
    let byClass = try figure(question.replacing("$", with: ""))
    let byRow = try figure(question.replacing("$", with: "name is known and "))
    #expect(byRow.low == byClass.low && byRow.high == byClass.high)
    #expect(byRow.unknown == byClass.unknown)
    #expect(byRow.base == byClass.base && byRow.baseLow == byClass.baseLow)
    #expect(byRow.known == byClass.known && byRow.ofKnown == byClass.ofKnown)
  }

  private struct NoFigure: Error {}
}
