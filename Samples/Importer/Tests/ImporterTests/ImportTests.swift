// What must hold after each import.

import Importer
import Tally
import TallyTesting
import Testing

@Suite struct ImportTests {
  static let export = """
    name,opened,beds,detainers
    North Exampleton,1998,120,Y
    South Exampleton,2004-06-01,80,N
    Sampleville,2011,40,
    Fakeburg,,15,Y
    """
  let session: Session

  init() throws {
    let day = try #require(Day(2026, 1, 31))
    session = Session(dataset: try Importer.dataset(Self.export, asOf: day))
  }

  @Test func everyStationIsThere() {
    session.expect("count stations", .exactly(4))
    session.expect("list stations where beds is unknown", .noRows)
    session.expect("sum beds of stations", .exactly(255))
  }

  @Test func unknownAnswersStayFew() {
    session.expect("count stations where detainers is unknown", .atMost(1))
    session.expect("count stations where detainers", .interval(2...3))
  }

  @Test func stationsReadAsBefore() {
    session.expectRecorded("list stations | show name, beds, detainers", "stations")
  }

  @Test(arguments: Script.all(in: "Scripts"))
  func script(_ script: Script) {
    script.run(in: session)
  }

  @Test func rowsBecomeValues() throws {
    struct Station: Decodable {
      var name: String
      var beds: Int
      var detainers: YesNo
    }
    let query = try session.prepare("list stations where beds < $most | show name, beds, detainers")
    let small = try query.rows(["most": 41], as: Station.self)
    #expect(small.map(\.name) == ["Sampleville", "Fakeburg"])
    #expect(small[0].detainers == .unknown(reason: "not stated"))
  }
}
