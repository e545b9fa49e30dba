// What a question may cost, and what happens to one that would cost more.

import EnforcementData
import Tally
import Testing

@Suite struct LimitTests {
  private static func record() throws -> Session { Session(dataset: try EnforcementData.dataset()) }

  private func stop(_ body: () throws -> Void) -> LimitReached? {
    do { try body() } catch let error as TallyError {
      if case .stopped(let limit, _) = error { return limit }
      return nil
    } catch { return nil }
    return nil
  }

  @Test func `steps end a question, and are the same each time`() throws {
    let query = try Self.record().prepare("count counties where detainers by state")
    var least = 0
    for most in 0... {
      if stop({ _ = try query.answer(limits: Limits(steps: most)) }) == nil {
        least = most
        break
      }
    }
    #expect(least > 0)
    for _ in 0..<3 {
      #expect(stop { _ = try query.answer(limits: Limits(steps: least)) } == nil)
      #expect(stop { _ = try query.answer(limits: Limits(steps: least - 1)) } == .steps(least - 1))
    }
  }

  @Test func `an answer with too many rows is refused and not cut`() throws {
    let session = try Self.record()
    #expect(stop { _ = try session.rows("list states", limits: Limits(rows: 52)) } == .rows(52))
    #expect(try session.rows("list states", limits: Limits(rows: 53)).count == 53)
    #expect(try session.rows("list states | take 50", limits: Limits(rows: 50)).count == 50)
    #expect(
      stop { _ = try session.groups("count counties by state", limits: Limits(rows: 9)) }
        == .rows(9))
    #expect(try session.figure("count states", limits: Limits(rows: 0)).exactly() == 53)
  }

  @Test func `rows of other shapes count too`() throws {
    let session = try Self.record()
    let changes = "changes in detainers of counties from 2015 to 2026"
    #expect(stop { _ = try session.answer(changes, limits: Limits(rows: 100)) } == .rows(100))
    let card = "show county \"Cook, IL\""
    #expect(stop { _ = try session.answer(card, limits: Limits(rows: 1)) } == .rows(1))
  }

  /// A table long enough for blocks: the scan is a step for each, and is not kept where it stopped.
  @Test func `a long table's scan can be stopped, and is right afterwards`() throws {
    let count = 200_000
    let schema = RelationSchema(
      "marks", singular: "mark", meaning: "a made-up mark", key: "",
      fields: [
        Field("seen", .answer, meaning: "whether it was seen"),
        Field("note", .text, meaning: "a word"),
      ], shown: ["seen"])
    let texts = (0..<5_000).map { "word \($0)" }
    let marks = Relation(
      schema: schema, count: count,
      columns: [
        .answers(
          Codes((0..<count).map { $0 % 3 }), grounds: Truth.allCases.map { Ground(value: $0) }),
        Column(
          .text(codes: Codes((0..<count).map { $0 % 5_000 }), texts: TextPool(texts)),
          count: count),
      ])
    let session = Session(dataset: try Dataset("marks", asOf: Towns.day, relations: [marks]))
    for most in 0..<6 {
      let question = "count marks where seen"
      if stop({ _ = try session.answer(question, limits: Limits(steps: most)) }) == nil { break }
    }
    // 0, 3, 6, … of 200,000 rows are yes, and so many minus one no and unknown.
    let seen = try session.figure("count marks where seen")
    #expect(seen.low == 66_667 && seen.high == 133_333 && seen.unknown == 66_666)
    let names = texts.prefix(3_000).map { "\"\($0)\"" }.joined(separator: ", ")
    let listed = "count marks where note in (\(names))"
    #expect(stop { _ = try session.answer(listed, limits: Limits(steps: 3)) } == .steps(3))
    #expect(try session.figure(listed).exactly() == 120_000)
  }

  @Test func `time ends a question`() throws {
    let session = try Self.record()
    #expect(
      stop { _ = try session.answer("count facts by field", limits: Limits(time: .zero)) }
        == .time(.zero))
    #expect(try session.figure("count counties", limits: Limits(time: .seconds(60))).low == 3143)
  }

  @Test func `a cancelled task gets no answer, and the next one does`() async throws {
    let query = try Self.record().prepare("count counties where detainers")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return self.stop { _ = try query.answer() }
    }
    #expect(await task.value == .cancelled)
    #expect(try query.figure().low == 1077)
  }

  /// Questions made to hurt: each ends in a typed error, or in an answer within its limits.
  @Test(arguments: HostileQuestions.all)
  func `a hostile question ends`(question: HostileQuestion) throws {
    let session = try Self.record()
    let limits = Limits(steps: 2_000, rows: 1_000, time: .seconds(20))
    var ending = "an answer"
    do throws(TallyError) { _ = try session.answer(question.text, limits: limits) } catch {
      switch error {
      case .mistaken(let diagnostics, _): ending = diagnostics.map(\.code).joined(separator: " ")
      case .stopped(.rows, _): ending = "rows"
      case .stopped(.steps, _): ending = "steps"
      case .stopped(let limit, _): ending = "\(limit)"
      case .parameter, .shape, .interval, .onlyKnown, .notWhole, .decoding: ending = "another error"
      }
    }
    #expect(ending == question.ending)
    // The session goes on.
    #expect(try session.figure("count states", limits: limits).exactly() == 53)
  }
}

/// A question that is made to hurt, and how it ends.
struct HostileQuestion: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let ending: String
  var testDescription: String { name }
}

enum HostileQuestions {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let all: [HostileQuestion] = [
    HostileQuestion(
      name: "deep brackets", text: "count counties where " + many("(", 30_000) + "detainers",
      ending: "T204"),
    HostileQuestion(
      name: "deep negation", text: "count counties where " + many("not ", 15_000) + "detainers",
      ending: "T204"),
    HostileQuestion(
      name: "deep sets", text: "count " + many("(", 20_000) + "counties" + many(")", 20_000),
      ending: "T204"),
    HostileQuestion(
      name: "a long statement", text: "count counties where name is \"" + many("x", 100_000) + "\"",
      ending: "T108"),
    HostileQuestion(
      name: "many conditions",
      text: "count counties where detainers" + many(" or notify", 1_000), ending: "an answer"),
    HostileQuestion(
      name: "a huge take", text: "list counties | take 999999999999999999", ending: "rows"),
    HostileQuestion(
      name: "a huge top", text: "top 9000000000000000000 counties by population", ending: "rows"),
    HostileQuestion(name: "every fact", text: "list facts", ending: "rows"),
    HostileQuestion(
      name: "a pattern that backtracks",
      text: "count sources where title matches \"" + many("a*", 60) + "b\"",
      ending: "an answer"),
    HostileQuestion(
      name: "links of links of links",
      text: "list counties | show "
        + (0..<40).map { "count of agreements named a\($0)" }
        .joined(separator: ", ") + " | take 3", ending: "an answer"),
    HostileQuestion(
      name: "groups of groups", text: "count facts by county, field, source", ending: "rows"),
  ]
}
