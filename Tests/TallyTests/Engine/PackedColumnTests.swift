// Packed columns give back what was put in, in the narrowest width.

import Testing

@testable import Tally

@Suite struct PackedColumnTests {
  @Test(arguments: [0, 1, 255, 256, 65_535, 65_536, 4_000_000])
  func codesComeBack(_ most: Int) {
    let codes = Codes([0, most, most / 2])
    #expect(Array(codes) == [0, most, most / 2])
    switch codes.storage {
    case .bytes: #expect(most <= 255)
    case .shorts: #expect(most > 255 && most <= 65_535)
    case .words: #expect(most > 65_535)
    case .truth: Issue.record("codes are no answers")
    }
  }

  @Test func answersAreCodes() {
    var (yes, no) = (Bitmap(count: 70), Bitmap(count: 70))
    yes[3] = true
    no[69] = true
    let codes = Codes(yes: yes, no: no)
    #expect(codes.count == 70)
    #expect(codes[3] == 0 && codes[69] == 1 && codes[0] == 2)
    #expect(codes == Codes((0..<70).map { $0 == 3 ? 0 : $0 == 69 ? 1 : 2 }))
  }

  @Test(
    arguments: [
      ([0, 127, -128], 1), ([128], 2), ([-129, 32_767], 2), ([32_768], 4), ([2_147_483_647], 4),
      ([2_147_483_648], 8), ([0.5, 1], 8), ([-0.0], 8), ([.infinity], 8),
      ([9_007_199_254_740_992], 8),
    ] as [([Double], Int)])
  func numbersComeBack(_ values: [Double], _ width: Int) {
    let numbers = Numbers(values)
    #expect(Array(numbers) == values)
    #expect(zip(numbers, values).allSatisfy { $0.sign == $1.sign })
    switch numbers.storage {
    case .bytes: #expect(width == 1)
    case .shorts: #expect(width == 2)
    case .ints: #expect(width == 4)
    case .doubles: #expect(width == 8)
    }
  }

  @Test func preciseNumbersShareOneBuffer() {
    guard case .number(let low, let high) = Column.Values.numbers([1, 2], [1, 2]),
      case .number(let least, let most) = Column.Values.numbers([1, 2], [1, 3])
    else {
      Issue.record("no numbers")
      return
    }
    #expect(low.isSame(as: high))
    #expect(!least.isSame(as: most) && least == low && least != most)
  }

  @Test func textsComeBack() {
    let texts = ["", "Cook", "Doña Ana", "", "👩‍👧"]
    let pool = TextPool(texts)
    #expect(Array(pool) == texts)
    #expect(TextPool(arena: pool.arena, ends: pool.ends) == pool)
    #expect(TextPool(arena: [65], ends: [2]) == nil)
    #expect(TextPool(arena: [65, 66], ends: [2, 1]) == nil)
  }

  @Test func codesThatStandTwiceAreFound() {
    for most in [1, 255, 256, 70_000] {
      let all = Codes(0..<most)
      #expect(all.areDistinct(below: most) && all.areBelow(most))
      #expect(!all.areDistinct(below: most - 1) && !all.areBelow(most - 1))
      let twice = Codes(Array(0..<most) + [most / 2])
      #expect(!twice.areDistinct(below: most + 1) && twice.areBelow(most))
    }
    let none = Codes([Int]())
    #expect(none.areDistinct(below: 0) && none.areBelow(0))
  }

  @Test func numbersOfRowsAreMadeWhenTheyAreAskedFor() throws {
    let schema = RelationSchema(
      "visits", singular: "visit", meaning: "made up", key: "row",
      fields: [Field("row", .text, meaning: "its number"), Field("cost", .number, meaning: "x")],
      shown: ["cost"])
    let numbers = Column(.numbers([5, 7, 9]), count: 3)
    let relation = Relation(schema, NumberedRows(rows: 3, columns: [numbers]))
    #expect(relation.numbered == 0 && relation.count == 3 && relation.columns.count == 2)
    #expect(SchemaLint.faults(in: [relation]).isEmpty)
    guard case .text(let codes, let texts) = relation.columns[0].values else {
      Issue.record("no texts")
      return
    }
    #expect(codes.map { texts[$0] } == ["1", "2", "3"])
    var wider = schema
    wider.fields.append(Field("more", .number, meaning: "x"))
    let widened = Relation(wider, WidenedRows(base: relation, last: numbers))
    #expect(widened.columns.count == 3 && widened.column("more") == numbers)
    #expect(widened.numbered == 0 && SchemaLint.faults(in: [widened]).isEmpty)
  }
}
