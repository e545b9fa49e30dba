// JSON: keys, numbers, escapes, and that every answer keeps to the published schema.

import Foundation
import Testing

@testable import Tally

@Suite struct OutputJSONTests {
  private func parse(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func figureHasEveryNumber() throws {
    let object = try parse(Example.text(.json, Example.interval))
    #expect(object["kind"] as? String == "figure")
    #expect(object["low"] as? Int == 1147)
    #expect(object["high"] as? Int == 2692)
    #expect(object["unknown"] as? Int == 1545)
    #expect(object["base"] as? Int == 3143)
    #expect(object["settled"] as? Int == 1598)
    #expect(object["unit"] as? String == "counties")
    #expect(object["as_of"] as? String == "2026-05-18")
    #expect(object["basis"] as? [String: Int] == ["law": 978, "agreement": 169])
    #expect(object["query"] as? String == "count counties where detainers")
    #expect((object["sources"] as? [[String: Any]])?.count == 9)
    #expect(
      object["dataset"] as? [String: String]
        == ["name": "example", "version": "0.1", "hash": "4f1c0a2b9d3e5f60"])
  }

  @Test func sharesAreFractionsAndAMissingBoundIsNull() throws {
    let share = try parse(Example.text(.ndjson, Example.share))
    #expect(share["low"] as? Double == 0.478)
    #expect(share["of_known"] as? Double == 0.752)
    #expect(share["known"] as? Int == 212)
    #expect(try parse(Example.text(.json, Example.measure))["high"] is NSNull)
  }

  @Test func compactAndPrettyAreTheSameInAFixedOrder() {
    let answer = Example.answer(.figure(Example.figure(45, 45, base: 3143)), sources: 0)
    #expect(
      Example.text(.ndjson, answer) == """
        {"schema":1,"kind":"figure","low":45,"high":45,"unknown":0,"base":3143,\
        "unit":"counties","unit_kind":"count","base_unit":"counties","as_of":"2026-05-18",\
        "settled":3143,"basis":{},"notes":[],"sources":[],"query":"count counties",\
        "dataset":{"name":"example","version":"0.1","hash":"4f1c0a2b9d3e5f60"}}

        """)
    #expect(Example.text(.json, answer).hasPrefix("{\n  \"schema\": 1,\n  \"kind\": \"figure\",\n"))
  }

  @Test func rowsKeepUnknownAndNoneApart() throws {
    let text = Example.text(.json, Example.rows)
    #expect(
      text.contains(
        """
          "rows": [
            ["Example County", "ZZ", 12345, "yes", "2025-02", 0.5],
            ["Sample \\"Doña\\", County", "ZZ", 1234567, "no", null, 0.0004],
            ["A|B\\tC\\nD\\\\E", "", {"unknown": null}, {"unknown": "no rule found"}, \
        {"unknown": "not published"}, 0.99999]
          ],
          "matched": 5,
          "possible_more": 12,
          "possible_query": "list counties where detainers is unknown",
          "base": 33,
        """))
    let rows = try #require(try parse(text)["rows"] as? [[Any]])
    #expect(rows[1][4] is NSNull)
    #expect((rows[2][3] as? [String: String])?["unknown"] == "no rule found")
  }

  @Test func groupsCarryTheWholeFigure() {
    let text = Example.text(.json, Example.groups)
    #expect(
      text.contains(
        "[\"ZZ\", {\"low\": 97, \"high\": 120, \"unknown\": 23, \"base\": 254, \"settled\": 231}],")
    )
    #expect(
      text.contains(
        "\"total\": [null, {\"low\": 1101, \"high\": 1124, \"unknown\": 23, \"base\": 1288,"))
  }

  @Test func escapesWhatJSONForbids() throws {
    let nasty = "\"\\/\u{0}\u{8}\u{1F}\u{7F}\u{2028}\r\n\t𝄞"
    let compact = JSONValue.string(nasty).compact
    #expect(compact == "\"\\\"\\\\/\\u0000\\u0008\\u001f\u{7F}\u{2028}\\r\\n\\t𝄞\"")
    let read = try JSONSerialization.jsonObject(
      with: Data(compact.utf8), options: .fragmentsAllowed)
    #expect(read as? String == nasty)
  }

  @Test(arguments: [0, 1, -1, 0.1, 1.0 / 3, 1e15, 9_007_199_254_740_991, 1e300, 1e-7])
  func numbersReadBackExactly(value: Double) throws {
    let text = JSONValue.number(value).compact
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(read as? Double == value)
  }

  @Test func everyAnswerKeepsToTheSchema() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appendingPathComponent("Schema/answer.schema.json")
    let judge = try SchemaJudge(Data(contentsOf: file))
    for (name, answer) in Example.all {
      for format in [OutputFormat.json, .ndjson] {
        let complaints = judge.complaints(try parse(Example.text(format, answer)))
        #expect(complaints.isEmpty, "\(name)")
      }
      let line = Example.text(.ndjson, answer)
      #expect(line.firstIndex(of: "\n") == line.index(before: line.endIndex), "\(name)")
    }
    for (name, answer) in Odd.all {
      #expect(throws: Never.self, "\(name)") {
        _ = try parse(Example.text(.json, answer))
      }
    }
  }

  @Test func theJudgeOfTheSchemaFindsFaults() throws {
    let judge = try SchemaJudge(
      Data(
        """
        {"oneOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"type":"object","required":["n"],
        "additionalProperties":false,"properties":{"n":{"type":"integer","minimum":0}}}}}
        """.utf8))
    #expect(judge.complaints(try parse("{\"n\":3}")).isEmpty)
    for fault in ["-1", "1.5", "\"3\"", "null", "[]", "3,\"m\":3"] {
      #expect(!judge.complaints(try parse("{\"n\":\(fault)}")).isEmpty, "\(fault)")
    }
    #expect(!judge.complaints(try parse("{\"m\":3}")).isEmpty)
  }
}
