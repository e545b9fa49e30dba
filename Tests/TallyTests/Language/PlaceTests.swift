// How places are named: states, counties with their state, FIPS codes.

import EnforcementData
import Testing

@testable import Tally

@Suite struct LanguagePlaceTests {
  private let made: MadeAsker
  init() throws { made = try MadeAsker(MadeSmall.world) }

  private func rows(_ place: String) throws -> [Int] {
    try made.members("counties in \(place)").certain.rows
  }

  @Test func statesAndCountiesAreFound() throws {
    for place in ["ZZ", "zz", "\"ZZ\"", "Zedland", "\"zedland\"", "ZEDLAND"] {
      #expect(try rows(place) == [0, 1], "\(place)")
    }
    for place in [
      "\"Sample, ZZ\"", "\"Sample County, ZZ\"", "\"sample,zz\"", "\"Sample, Zedland\"",
      "\" Sample , ZZ \"", "#90001",
    ] {
      #expect(try rows(place) == [1], "\(place)")
    }
    #expect(try rows("\"Example, YY\"") == [2])
    #expect(try rows("#90003") == [3])
    #expect(try rows("\"Example, YY\", #90003, ZZ") == [0, 1, 2, 3])
  }

  @Test func whatIsNotClearIsRefused() {
    #expect(made.codes("count counties in Example") == ["T310"])
    #expect(made.codes("count counties in \"Sample\"") == ["T310"])
    #expect(made.codes("count counties in \"Sample, YY\"") == ["T306"])
    #expect(made.codes("count counties in Nowhere") == ["T306"])
    #expect(made.codes("count counties in #99999") == ["T306"])
    #expect(made.codes("count counties in \"Zedland, ZZ\"") == ["T306"])
    #expect(made.codes("count counties in \"Sample,\"") == ["T306"])
    #expect(made.codes("count counties in \",\"") == ["T306"])
    #expect(made.codes("count counties in \"\"") == ["T306"])
    #expect(made.codes("count counties in Zed Land") == ["T311"])
    #expect(made.codes("count notices in ZZ") == ["T309"])
    #expect(made.codes("count offices where county is ZZ") == ["T314"])
  }

  @Test func theFixesOfAmbiguousPlacesWork() throws {
    let source = Source("count counties in Example")
    let session = Session(dataset: made.dataset)
    let error = try #require(session.check(source).first)
    #expect(error.fixes.count == 2)
    for fix in error.fixes { #expect(session.check(Source(fix.applied(to: source))).isEmpty) }
  }

  @Test func endingsOfEmbeddedNamesMayBeLeftOut() throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    for (place, fips) in [
      ("Cook, IL", "17031"), ("Cook County, Illinois", "17031"), ("Juneau, AK", "02110"),
      ("Orleans, LA", "22071"), ("Carson City, NV", "32510"), ("Charles City, VA", "51036"),
      ("Baltimore County, MD", "24005"), ("Baltimore city, MD", "24510"),
      ("Anchorage, AK", "02020"), ("Aleutians West, AK", "02016"),
      ("District of Columbia, DC", "11001"), ("Doña Ana, NM", "35013"),
    ] {
      let table = try asker.table("list counties in \"\(place)\" | show fips")
      #expect(table.rows == [[.text(fips)]], "\(place)")
    }
    #expect(asker.codes("count counties in \"Baltimore, MD\"") == ["T310"])
    #expect(asker.codes("count counties in Cook") == ["T310"])
    #expect(asker.codes("count counties in New York") == ["T311"])
  }

  /// Every county can be named by its own label.
  @Test func everyEmbeddedCountyIsFoundByItsFullName() throws {
    let dataset = try EnforcementData.dataset()
    let number = try #require(dataset.relation("counties"))
    let names = dataset.placeNames(number)
    for row in stride(from: 0, to: dataset.relations[number].count, by: 37) {
      let found = names.rows(named: String(names.label(row).split(separator: ",")[0]))
      #expect(found.contains(row), "\(names.label(row))")
      #expect(names.row(code: names.code(row)) == row)
    }
  }
}
