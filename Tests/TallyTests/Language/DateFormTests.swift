// Dates as people write them elsewhere: each is refused with the one rewrite that works.

import EnforcementData
import Testing

@testable import Tally

@Suite struct DateFormTests {
  private func outcome(_ query: String) throws -> Outcome {
    var session = Session(dataset: try EnforcementData.dataset())
    return try #require(session.run(Source(query)).first)
  }

  /// The mended question, worked out by hand; empty where none is obvious.
  @Test(arguments: [
    ("count counties in 2019", "count counties as of 2019"),
    ("count counties in TX in 2019-05", "count counties in TX as of 2019-05"),
    ("count counties in May 2019", "count counties as of 2019-05"),
    ("count counties in 6 May 2019", "count counties as of 2019-05-06"),
    ("count counties as of May 2019", "count counties as of 2019-05"),
    ("count counties as of Sept 2019 by state", "count counties as of 2019-09 by state"),
    ("count counties as of May 6, 2019", "count counties as of 2019-05-06"),
    ("count counties as of 6 May 2019", "count counties as of 2019-05-06"),
    ("count counties as of 2019-5-6", "count counties as of 2019-05-06"),
    ("count counties as of 2019-05-6", "count counties as of 2019-05-06"),
    ("count counties as of 2019/05/06", "count counties as of 2019-05-06"),
    ("count counties as of 5/2019", "count counties as of 2019-05"),
    ("count counties as of 5/6/2019", ""),
    ("count counties as of 20190506", "count counties as of 2019-05-06"),
    ("count counties as of today", "count counties as of latest"),
    ("count counties as of \"2019\"", "count counties as of 2019"),
    ("count counties as of \"May 2019\"", "count counties as of 2019-05"),
    ("count counties as of FY 2019", "count counties as of fy2019"),
    ("count counties as of fiscal year 2019", "count counties as of fy2019"),
    ("count counties across years 2017 2019", "count counties across years 2017, 2019"),
    (
      "count counties across years 2017, 2019 latest",
      "count counties across years 2017, 2019, latest"
    ),
    ("count counties across years 2017, 2019-5", "count counties across years 2017, 2019-05"),
    ("count counties on 2019-05-06", "count counties as of 2019-05-06"),
    ("count counties during 2019", "count counties as of 2019"),
    (
      "count counties where detainers on May 6 2019 by state",
      "count counties where detainers as of 2019-05-06 by state"
    ),
    ("count counties 2019", "count counties as of 2019"),
    ("count agreements where signed in 2020", "count agreements where signed is 2020"),
    (
      "count agreements where agency.state is TX and signed in 2020-05",
      "count agreements where agency.state is TX and signed is 2020-05"
    ),
    ("show county \"Cook, IL\" on 2019-05-06", "show county \"Cook, IL\" as of 2019-05-06"),
  ])
  func isReadAndMended(_ query: String, _ mended: String) throws {
    let found = try outcome(query).diagnostics
    #expect(found.map(\.code) == ["T507"], "\(query)")
    let texts = found.flatMap(\.fixes).map { $0.applied(to: Source(query)) }
    #expect(texts == (mended.isEmpty ? [] : [mended]), "\(query)")
    if !mended.isEmpty { #expect(try outcome(mended).answer != nil, "\(mended)") }
  }

  /// Numbers and words that are no dates keep what is said of them.
  @Test(arguments: [
    ("count counties as of", "T202"), ("count counties as of May", "T202"),
    ("count counties as of 2019-13", "T110"), ("count counties in 17031", "T109"),
    ("count counties in 5", "T202"), ("count counties foo", "T202"),
    ("list counties | take 2 2019", "T202"), ("count counties as of 32 May 2019", "T202"),
    ("count counties across years", "T213"), ("count counties in Mayy", "T306"),
  ])
  func othersAreLeftAlone(_ query: String, _ code: String) throws {
    #expect(try outcome(query).diagnostics.map(\.code) == [code], "\(query)")
  }
}
