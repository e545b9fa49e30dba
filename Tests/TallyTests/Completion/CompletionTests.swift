// What Tab offers: words of the grammar, names of the record, values and places where they belong.

import EnforcementData
import Tally
import Testing

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
}
