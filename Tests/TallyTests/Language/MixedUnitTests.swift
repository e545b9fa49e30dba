// Numbers whose unit is each row's own: what may be made one number of, and what is refused.

import EnforcementData
import Testing

@testable import Tally

@Suite struct MixedUnitTests {
  private func outcome(_ query: String) throws -> Outcome {
    var session = Session(dataset: try EnforcementData.dataset())
    return try #require(session.run(Source(query)).first)
  }

  @Test(arguments: [
    ("sum value of figures", "sum value of figures by unit"),
    ("average value of figures", "average value of figures by unit"),
    (
      "median value of (figures where value > 1)",
      "median value of (figures where value > 1) by unit"
    ),
    (
      "min value of figures where (unit contains \"c\")",
      "min value of figures where (unit contains \"c\") by unit"
    ),
    (
      "max value of figures by document | take 2", "max value of figures by document, unit | take 2"
    ),
    (
      "sum value of figures where unit in (\"hours\", \"counties\")",
      "sum value of figures where unit in (\"hours\", \"counties\") by unit"
    ),
    (
      "sum value of figures where unit is \"hours\" or value > 1",
      "sum value of figures where unit is \"hours\" or value > 1 by unit"
    ),
    ("top 3 figures by value", ""), ("bottom 3 figures by value", ""),
    ("sum value of figures by unit | total", ""),
  ])
  func severalUnitsAreRefused(_ query: String, _ mended: String) throws {
    let found = try outcome(query).diagnostics
    #expect(found.map(\.code) == ["T445"], "\(query)")
    let texts = found.flatMap(\.fixes).map { $0.applied(to: Source(query)) }
    #expect(texts == (mended.isEmpty ? [] : [mended]), "\(query)")
    if !mended.isEmpty { #expect(try outcome(mended).answer != nil, "\(mended)") }
  }

  @Test(arguments: [
    "sum value of figures by unit", "sum value of figures by metric, unit",
    "sum value of figures where unit is \"removals\"",
    "sum value of figures where unit is \"counties\" and value > 1 by document",
    "top 3 figures where unit is \"removals\" by value", "max value of figures where id is \"F24\"",
    "sum value of figures where unit is \"hours\" by unit | total",
    "sum value of ((figures where unit is \"hours\") intersect figures)",
    "count figures", "list figures | sort by value", "sum population of counties",
  ])
  func oneUnitIsAnswered(_ query: String) throws {
    let outcome = try outcome(query)
    #expect(outcome.answer != nil, "\(query): \(outcome.diagnostics)")
  }

  /// A unit's field must be one of the row's words, or no grouping could name it.
  @Test func unitFieldsAreTexts() throws {
    let schemas = try EnforcementData.dataset().relations.map(\.schema)
    let named = schemas.flatMap { schema in
      schema.fields.compactMap { field in field.unitField.map { (schema, $0) } }
    }
    #expect(!named.isEmpty)
    for (schema, name) in named {
      let type = schema.field(name).map { schema.fields[$0].type }
      #expect(type == .text, "\(schema.name).\(name)")
    }
  }
}
