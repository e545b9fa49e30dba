// CSV and TSV: quoting, unknown and none, and that what is written is read back.

import Testing

@testable import Tally

@Suite struct OutputFlatTests {
  @Test func figureIsOneRowWithItsDate() {
    #expect(
      Example.text(.csv, Example.interval).replacing("\r\n", with: "\n") == """
        low,high,unknown,base,base_low,unit,unit_kind,base_unit,of_known,known,basis,sources,as_of,\
        dataset,query
        1147,2692,1545,3143,3143,counties,count,counties,,,978 law; 169 agreement,\
        source-1 source-2 source-3 source-4 source-5 source-6 source-7 source-8 source-9,\
        2026-05-18,example 0.1,count counties where detainers

        """)
    #expect(Example.text(.csv, Example.measure).contains("\r\n12345,unknown,12,50,50,people,"))
  }

  @Test func groupsExpandToFourColumns() {
    let query = "count counties where detainers by state | total"
    #expect(
      Example.text(.tsv, Example.groups) == """
        state\tlow\thigh\tunknown\tbase\tas_of\tdataset\tpossible_more\tquery
        YY\t4\t4\t0\t33\t2026-05-18\texample 0.1\t0\t\(query)
        ZZ\t97\t120\t23\t254\t2026-05-18\texample 0.1\t0\t\(query)
        unknown\t0\t0\t0\t1\t2026-05-18\texample 0.1\t0\t\(query)
        total\t1101\t1124\t23\t1288\t2026-05-18\texample 0.1\t0\t\(query)

        """)
  }

  @Test func quotesAndEscapes() {
    let query = "list counties where population > 5 | take 3"
    #expect(
      Example.text(.csv, Example.rows)
        == [
          "name,state,population,detainers,signed,part,as_of,dataset,possible_more,query",
          "Example County,ZZ,12345,yes,2025-02,0.5,2026-05-18,example 0.1,12,\(query)",
          "\"Sample \"\"Doña\"\", County\",ZZ,1234567,no,,0.0004,2026-05-18,example 0.1,12,"
            + query,
          "\"A|B\tC\nD\\E\",\"\",unknown,unknown,unknown,0.99999,2026-05-18,example 0.1,12,"
            + query,
        ].map { $0 + "\r\n" }.joined())
    #expect(
      Example.text(.tsv, Example.rows).hasSuffix(
        "\nA|B\\tC\\nD\\\\E\t\tunknown\tunknown\tunknown\t0.99999\t2026-05-18\texample 0.1"
          + "\t12\t\(query)\n"
      ))
  }

  @Test func severalFiguresAndTakenTitlesStayApart() {
    let figure = Cell.figure(Example.figure(1, 2, unknown: 1, base: 3))
    let table = Table(
      columns: [
        AnswerColumn("as_of", .text), AnswerColumn("a", .figure), AnswerColumn("b", .figure),
      ],
      rows: [[.text("x"), figure, figure]], unit: Example.counties, matched: 1, base: 3)
    let titles = FlatTable(Example.answer(.groups(table))).titles
    #expect(titles.prefix(5) == ["as_of", "a_low", "a_high", "a_unknown", "a_base"])
    #expect(titles.suffix(4) == ["answer_as_of", "dataset", "possible_more", "query"])
  }

  @Test func readsBackWhatItWrote() throws {
    var generator = SplitMix(state: 7)
    let pieces = [
      "a", "\"", ",", "\n", "\r", "\r\n", "\t", "\\", " ", "unknown", "ñ", "東", "|", "",
    ]
    for _ in 0..<200 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in
          Cell.text((0..<4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
        }
      }
      let table = Table(
        columns: ["x", "y", "z"].map { AnswerColumn($0, .text) }, rows: rows,
        unit: Example.counties, matched: 3, base: 3)
      let answer = Example.answer(.rows(table))
      let read = try #require(readCSV(Example.text(.csv, answer)))
      #expect(read.dropFirst().map { $0.prefix(3).map(Cell.text) } == rows)
      let lines = Example.text(.tsv, answer).unicodeScalars.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines.allSatisfy { $0.count { $0 == "\t" } == 6 })
    }
  }

  @Test func everyExampleIsWellFormed() throws {
    for (name, answer) in Example.all + Odd.all {
      let rows = try #require(readCSV(Example.text(.csv, answer)), "\(name)")
      #expect(rows.allSatisfy { $0.count == rows.first?.count }, "\(name)")
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
