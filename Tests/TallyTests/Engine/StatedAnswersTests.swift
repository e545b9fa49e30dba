// What the image says of the newest day in short, held to the grounds of all rows.

import EnforcementData
import Testing

@testable import Tally

@Suite("Answers in short") struct StatedAnswersTests {
  private let dataset: Dataset
  private let counties: Relation

  init() throws {
    dataset = try EnforcementData.dataset()
    counties = dataset.relations[try #require(dataset.relation("counties"))]
  }

  /// The numbers of the answer fields.
  private var answers: [Int] {
    counties.schema.fields.indices.filter { counties.schema.fields[$0].type == .answer }
  }

  /// The code of each row's ground and the grounds, as the column has them.
  private func grounds(_ field: Int) throws -> (codes: Codes, grounds: [Ground]) {
    guard case .answer(let codes, let grounds) = counties.columns[field].values else {
      throw NoAnswer()
    }
    return (codes, grounds)
  }

  @Test("each answer field says of each row what its ground says, and no more")
  func rows() throws {
    #expect(answers.count == 8)
    for field in answers {
      let name = counties.schema.fields[field].name
      let stated = try #require(counties.stated(field, on: dataset.asOf), "\(name)")
      let column = try grounds(field)
      #expect(stated.codes.count == 3143, "\(name)")
      var wrong = 0
      for row in 0..<counties.count {
        var expected = column.grounds[column.codes[row]]
        (expected.detail, expected.sources) = ("", [])
        if stated.said[stated.numbers[stated.codes[row]]] != expected { wrong += 1 }
      }
      #expect(wrong == 0, "\(name)")
      #expect(Set(stated.said).count == stated.said.count, "\(name)")
    }
  }

  @Test("the sources of each answer field stand in the order in which the rows use them")
  func sources() throws {
    for field in answers {
      let name = counties.schema.fields[field].name
      let column = try grounds(field)
      var expected: [String] = []
      var met: Set<String> = []
      for row in 0..<counties.count {
        for key in column.grounds[column.codes[row]].sources where met.insert(key).inserted {
          expected.append(key)
        }
      }
      #expect(counties.stated(field, on: dataset.asOf)?.sources == expected, "\(name)")
    }
  }

  @Test("classes of rows are the same from what is said in short and from the grounds")
  func classes() throws {
    for first in answers {
      for second in answers where second != first {
        var (short, long): ([SaidColumn], [SaidColumn]) = ([], [])
        for field in [first, second] {
          let name = counties.schema.fields[field].name
          let stated = try #require(counties.stated(field, on: dataset.asOf))
          let column = try grounds(field)
          short.append(SaidColumn(name, stated, bases: dataset.bases))
          long.append(SaidColumn(name, column.codes, column.grounds, bases: dataset.bases))
        }
        let a = GroundClasses(short, count: counties.count, bases: dataset.bases)
        let b = GroundClasses(long, count: counties.count, bases: dataset.bases)
        #expect(a.codes == b.codes && a.labels == b.labels)
        #expect(a.known == b.known && a.reasons == b.reasons)
        #expect(a.classes.map(\.basis) == b.classes.map(\.basis))
        #expect(a.classes.map(\.pattern) == b.classes.map(\.pattern))
        #expect(a.classes.map(\.count) == b.classes.map(\.count))
        #expect(a.classes.map(\.isMedium) == b.classes.map(\.isMedium))
      }
    }
  }

  @Test("of another day nothing is said in short, and of a field that is no answer nothing")
  func others() throws {
    let before = try #require(Day(2026, 5, 17))
    for field in counties.schema.fields.indices {
      let isAnswer = counties.schema.fields[field].type == .answer
      #expect((counties.stated(field, on: dataset.asOf) != nil) == isAnswer)
      #expect(counties.stated(field, on: before) == nil)
      let older = dataset.at(before).relations[try #require(dataset.relation("counties"))]
      #expect(older.stated(field, on: before) == nil)
      #expect(older.stated(field, on: dataset.asOf) == nil)
    }
  }

  private struct NoAnswer: Error {}
}
