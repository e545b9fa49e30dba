// `reason.FIELD`, `basis.FIELD`, `confidence.FIELD`: against the grounds, row by row.

import EnforcementData
import Testing

@testable import Tally

@Suite struct GroundAspectTests {
  private func asker() throws -> MadeAsker { MadeAsker(try EnforcementData.dataset()) }

  /// The groups of an aspect are the grounds of the column, counted one by one.
  @Test(arguments: GroundAspect.allCases, ["detainers", "notify", "agreement_287g"])
  func groupsAreTheGrounds(_ aspect: GroundAspect, _ field: String) throws {
    let asker = try asker()
    let number = try #require(asker.dataset.relation("counties"))
    let column = try #require(asker.dataset.relations[number].column(field))
    guard case .answer(let codes, let grounds) = column.values else {
      throw MadeAskError.isNoFigure
    }
    var wanted: [String: Double] = [:]
    for code in codes {
      let ground = grounds[Int(code)]
      let word =
        switch aspect {
        case .reason: ground.value == .unknown ? ground.reason ?? "no reason given" : "none"
        case .basis: ground.basis.isEmpty ? "none" : ground.basis
        case .confidence: ground.confidence.isEmpty ? "none" : ground.confidence
        }
      wanted[word, default: 0] += 1
    }
    let groups = try asker.groups("count counties by \(aspect.rawValue).\(field)")
    let found = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.figure.low ?? -1) })
    #expect(found == wanted)
    for (word, count) in wanted where word != "none" {
      let figure = try asker.figure(
        "count counties where \(aspect.rawValue).\(field) is \"\(word)\"")
      #expect(figure.low == count && figure.high == count, "\(word)")
    }
    let none = try asker.figure("count counties where \(aspect.rawValue).\(field) is none")
    #expect(none.low == wanted["none"] ?? 0)
  }

  @Test func aKnownValueHasNoReason() throws {
    let asker = try asker()
    let settled = "detainers is known and not (reason.detainers is none)"
    #expect(try asker.figure("count counties where \(settled)").high == 0)
    let open = try asker.figure("count counties where detainers is unknown").low
    #expect(try asker.figure("count counties where not (reason.detainers is none)").low == open)
  }

  /// Through a link, a row has what the linked row has; where there is none, none.
  @Test func throughLinks() throws {
    let asker = try asker()
    let reason = "no county jail"
    let without = Set(
      try asker.table("list counties where reason.detainers is \"\(reason)\" | show fips").rows
        .map { MadeAsker.text($0[0]) })
    #expect(!without.isEmpty)
    let rows = try asker.table("list agencies | show county.fips, reason.county.detainers").rows
    var wanted = 0.0
    for row in rows {
      #expect((row[1] == .text(reason)) == without.contains(MadeAsker.text(row[0])))
      if row[1] == .text(reason) { wanted += 1 }
      if row[0] == .none { #expect(row[1] == .none) }
    }
    let asked = "count agencies where reason.county.detainers is \"\(reason)\""
    #expect(try asker.figure(asked).low == wanted)
  }

  @Test func theSourcesOfTheGroundsAreNamed() throws {
    let asker = try asker()
    let plain = try asker.answer("count counties where detainers").provenance.sources.map(\.id)
    let basis = try asker.answer("count counties by basis.detainers").provenance.sources.map(\.id)
    #expect(Set(plain) == Set(basis))
  }

  @Test func mistakesAreSaid() throws {
    let asker = try asker()
    #expect(asker.codes("count counties by reason.population") == ["T441"])
    #expect(asker.codes("count counties by reason.nothing") == ["T301"])
    #expect(asker.codes("count counties where basis.detainers is \"lore\"") == ["W304"])
    #expect(asker.codes("count counties by detainers | keep reason.detainers is none") == ["T301"])
  }

  @Test func completionKnowsFieldsAndWords() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    func candidates(_ text: String) -> [String] {
      session.complete(text, at: text.utf8.count).candidates.map(\.text)
    }
    let fields = candidates("count counties where reason.")
    #expect(fields.contains("detainers") && !fields.contains("population"))
    #expect(candidates("count agencies by basis.").contains("county"))
    #expect(candidates("count agencies by basis.county.").contains("notify"))
    #expect(candidates("count counties where confidence.notify is ").contains("medium"))
    #expect(candidates("count counties where basis.notify is ").contains("law"))
    #expect(candidates("count counties by ").contains("reason"))
    #expect(candidates("wh").contains("why") && candidates("why co").contains("count"))
    #expect(candidates("check fi") == ["figures"])
    #expect(candidates("check figures from ").contains("\"ILRC 2016\""))
  }
}
