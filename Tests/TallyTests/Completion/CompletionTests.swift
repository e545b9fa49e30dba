// What Tab offers: words of the grammar, names of the record, values and places where they belong.

import EnforcementData
import Testing

@testable import Tally

@Suite struct CompletionTests {
  private func texts(_ text: String) throws -> [String] {
    let session = Session(dataset: try EnforcementData.dataset())
    return session.complete(text, at: text.utf8.count).candidates.map(\.text)
  }

  @Test(arguments: [
    ("", "count"), ("count cou", "counties"), ("count counties wh", "where"),
    ("count counties where det", "detainers"), ("count agreements where model is ta", "task_force"),
    ("count counties in Tex", "Texas"), ("show county \"Coo", "\"Cook County, IL\""),
    ("count counties in \"Denv", "\"Denver County, CO\""),
    ("count counties with agr", "agreements"),
    ("count counties by state | so", "sort"), ("count counties by state | keep cou", "count"),
    ("count counties by state | add p = perc", "percent_of_total"),
    ("count counties by state | add n = 1 | sort by n", "n"),
    ("list counties | show name named title | sort by tit", "title"),
    ("list states where count", "count of"), ("list counties where count of agr", "agreements"),
    ("share where no", "notify"), ("show det", "detainers"),
    ("count agreements where county.pop", "county.population"),
    ("count counties as of ", "latest"), ("count counties as of ", "2026-05-18"),
    ("count counties as of ", "2016"), ("count counties as of 201", "2016"),
    ("count counties as of lat", "latest"), ("show county \"Cook, IL\" as of 2026", "2026-05-18"),
    ("count counties where detainers across years ", "2016"),
    ("count counties across years 2019, ", "latest"), ("count counties by ban", "bands"),
    ("count counties by state across ", "detainers"),
    ("count counties by state across ye", "years"),
    ("count counties by state as ", "percent"), ("table counties by region wi", "with"),
    ("count counties by state as percent of sta", "state"),
    ("table counties by state with sh", "share"),
    ("table counties by region with count named n | sort by ", "n"),
    ("count counties by region across detainers | keep ", "count"),
    ("count counties across years 2019, ", "latest"),
    ("comp", "compare"), ("compare cou", "count"), ("compare sh", "share"),
    ("compare count counties where det", "detainers"),
    ("compare count counties where detainers fr", "from"),
    ("compare count counties from 2019 t", "to"), ("compare count counties from ", "latest"),
    ("compare count counties in TX ag", "against"),
    ("compare count counties in TX against cou", "counties"), ("chan", "changes"),
    ("changes in det", "detainers"), ("changes in detainers of cou", "counties"),
    ("changes in detainers of counties in Tex", "Texas"),
    ("changes in detainers of counties from 2019 to ", "latest"),
    ("count counties across years 2019, 2026-0", "2026-05-18"),
  ])
  func offers(_ typed: String, _ wanted: String) throws {
    let offered = try texts(typed)
    let last = wanted.split(separator: ".").last.map(String.init) ?? wanted
    #expect(offered.contains(wanted) || offered.contains(last), "\(typed): \(offered.prefix(5))")
  }

  @Test func replacesTheWordAtTheCursor() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let text = "count counties where det"
    #expect(session.complete(text, at: text.utf8.count).replaces == Span(21, 24))
  }

  // MARK: Places and values as people type them

  /// The completions at the mark `‸` of a text.
  private func at(_ marked: String, in session: Session? = nil) throws -> Completions {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let session = try session ?? Session(dataset: try EnforcementData.dataset())
    return session.complete(parts.joined(), at: parts[0].utf8.count)
  }

  /// The text with the first candidate put in.
  private func taken(_ marked: String, in session: Session? = nil) throws -> String {
    let found = try at(marked, in: session)
    let bytes = Array(marked.replacing("‸", with: "").utf8)
    let first = try #require(found.candidates.first, "\(marked)")
    return String(decoding: bytes[..<found.replaces.start], as: UTF8.self) + first.text
      + String(decoding: bytes[found.replaces.end...], as: UTF8.self)
  }

  @Test(arguments: [
    ("show county Doñ‸", "show county \"Doña Ana County, NM\""),
    ("show county dona‸", "show county \"Doña Ana County, NM\""),
    ("show county Don\u{303}a‸", "show county \"Doña Ana County, NM\""),
    ("show county \"doña a‸", "show county \"Doña Ana County, NM\""),
    ("show county \"doña a‸\"", "show county \"Doña Ana County, NM\""),
    ("show county doña an‸", "show county \"Doña Ana County, NM\""),
    ("show county \"Cook, I‸", "show county \"Cook, IL\""),
    ("show county \"Cook, I‸\" as of 2019", "show county \"Cook, IL\" as of 2019"),
    ("show county \"Cook, IL\"‸", "show county \"Cook, IL\""),
    ("show county \"Cook, IL‸\"", "show county \"Cook, IL\""),
    ("show county #1703‸", "show county #17031"),
    ("show county \u{201C}Cook, I‸", "show county \"Cook, IL\""),
    ("count counties in new yo‸", "count counties in \"New York\""),
    ("count counties in \"new yo‸", "count counties in \"New York\""),
    ("count counties in tx‸ where notify", "count counties in TX where notify"),
    ("count counties in OR‸", "count counties in OR"),
    ("count counties where state is OR‸", "count counties where state is \"OR\""),
    (
      "count agreements where county is \"cook, i‸", "count agreements where county is \"Cook, IL\""
    ),
    ("count agreements where model is force‸", "count agreements where model is task_force"),
    (
      "count agreements where model is \"jail‸",
      "count agreements where model is \"jail_enforcement\""
    ),
    ("check figures from \"ilrc 20‸", "check figures from \"ILRC 2016\""),
    ("expect error T30‸", "expect error T301"),
  ])
  func writesValuesAsTheyMustBe(_ marked: String, _ wanted: String) throws {
    let text = try taken(marked)
    #expect(text == wanted, "\(text)")
  }

  @Test(arguments: [
    "list counties where name contains \"Co‸", "list counties where name starts with \"San‸\"",
    "count counties -- by st‸", "count counties by state | add n‸", "param ye‸", "define x‸",
    "count counties where population > 10‸", "list counties | take 1‸", "count counties where 'a‸",
    "table counties by state with count named n‸", "count counties in Texas as of 2019 ? by st‸",
  ])
  func keepsOutOfWhatIsFree(_ marked: String) throws {
    #expect(try at(marked).candidates.map(\.text) == [])
  }

  // MARK: The middle of a line

  @Test(arguments: [
    ("count count‸xyz where detainers", "count counties where detainers"),
    ("share where acc‸ among counties", "share where access_limited among counties"),
    ("sum cap‸ of facilities by type", "sum capacity of facilities by type"),
    ("show county \"Coo‸ as of 2019 where name is \"x\"", nil),
    ("count counties\n  whe‸\n  by state", "count counties\n  where\n  by state"),
    ("count counties\nlis‸", "count counties\nlist"),
  ])
  func replacesTheWordAroundTheCursor(_ marked: String, _ wanted: String?) throws {
    if let wanted {
      let text = try taken(marked)
      #expect(text == wanted, "\(text)")
    } else {
      let text = try taken(marked)
      #expect(text.hasSuffix(" as of 2019 where name is \"x\""), "\(text)")
    }
  }

  @Test func asksForFieldsOfWhatStandsBehind() throws {
    let offered = try at("sum ‸ of facilities").candidates.map(\.text)
    #expect(offered.contains("capacity"))
    #expect(!offered.contains("latitude") || offered.contains("capacity"))
    #expect(!offered.contains("detainers"))
  }

  // MARK: Names that a session has learnt

  @Test func knowsDefinitionsParametersAndResults() throws {
    var session = Session(dataset: try EnforcementData.dataset())
    #expect(try at("_‸", in: session).candidates.isEmpty)
    _ = session.run(
      Source(
        """
        define neither as counties where not detainers and not notify
        define big(n) of counties as population > $n
        param year = 2019
        list agreements where model is task_force
        """))
    for (marked, wanted) in [
      ("count nei‸", "neither"), ("count neither where det‸", "detainers"),
      ("list neither | show pop‸", "population"), ("count counties where bi‸", "big"),
      ("count counties as of $‸", "$year"), ("count counties as of ‸", "$year"),
      ("_‸", "_"), ("cite ‸", "_"), ("count _ where mod‸", "model"), ("_1 | show mod‸", "model"),
      ("define wide(size) of counties as population > $s‸", "$size"),
      ("list states | show count of counties named n | sort by ‸", "n"),
      ("list facts | show source.tit‸", "title"), ("list facts | show reason.‸", ""),
      ("list counties | show reason.det‸", "detainers"),
      ("list counties | keep state is Tex‸", "Texas"),
    ] {
      let offered = try at(marked, in: session).candidates.map(\.text)
      #expect(wanted.isEmpty ? offered.isEmpty : offered.contains(wanted), "\(marked): \(offered)")
    }
    let big = try at("count counties where big‸", in: session).candidates.first
    #expect(big?.follow == "(")
  }

  @Test func asksTheHostForFiles() throws {
    let found = try at("include \"policies/te‸\"")
    #expect(found.wantsFile == "policies/te")
    #expect(found.replaces == Span(8, 21))
    #expect(try at("count ‸").wantsFile == nil)
  }

  // MARK: Order

  @Test func whatBeginsSoComesFirstAndGuessesLast() throws {
    let begun = try at("count counties where det‸").candidates.map(\.text)
    #expect(Set(begun) == ["detainers", "detention_contract"])
    #expect(try at("count counties where dtn‸").candidates.map(\.text).contains("detainers"))
    #expect(try at("count counties where detaners‸").candidates.map(\.text) == ["detainers"])
    #expect(try at("count cuonties‸").candidates.map(\.text) == ["counties"])
    let start = try at("‸").candidates
    #expect(start.first?.text == "count")
    let condition = try at("count counties where ‸").candidates
    let kinds = condition.map(\.kind)
    #expect(kinds.lastIndex(of: .field) ?? .max < kinds.firstIndex(of: .function) ?? 0)
    #expect(kinds.lastIndex(of: .function) ?? .max < kinds.firstIndex(of: .keyword) ?? 0)
  }

  @Test func everyCandidateSaysWhatItMeans() throws {
    for marked in [
      "‸", "count ‸", "count counties ‸", "count counties where ‸", "count counties where name ‸",
      "count counties by ‸", "list counties | ‸", "count counties where state is ‸", "sql ‸",
      "top 5 counties by ‸", "compare count counties ‸", "expect ‸", "changes ‸",
      "chart count counties by state as ‸", "table counties by state with ‸",
    ] {
      let silent = try at(marked).candidates.filter { $0.meaning.isEmpty }.map(\.text)
      #expect(silent.isEmpty, "\(marked): \(silent)")
    }
  }

  @Test func whatHasNoRoomIsCounted() throws {
    // 3,143 counties, 51 states by name and by code: what is not shown is counted.
    let session = Session(dataset: try EnforcementData.dataset())
    let found = try at("count counties in ‸", in: session)
    let states = try #require(
      session.dataset.relation("states").map { session.dataset.relations[$0] })
    #expect(found.candidates.count <= 200)
    #expect(found.candidates.count + found.more == 3_143 + 2 * states.count)
  }

  @Test func listsAreMadeOnce() {
    let cache = CompletionCache()
    var made = 0
    for _ in 1...3 {
      let list = cache.list("x") {
        made += 1
        return CandidateList([Completion(text: "a", kind: .value, meaning: "")])
      }
      #expect(list.completions.count == 1)
    }
    #expect(made == 1)
  }

  @Test func lettersAreAlikeWithoutCaseAndMarks() {
    for (text, plain) in [
      ("Doña", "dona"), ("Don\u{303}a", "dona"), ("ÅÉÎÕÜ", "aeiou"), ("Čç", "cc"), ("COOK", "cook"),
      ("東京", "東京"), ("", ""),
    ] {
      #expect(String(decoding: PlainLetters.of(text), as: UTF8.self) == plain)
    }
  }
}
