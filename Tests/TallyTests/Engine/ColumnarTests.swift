// One pass over blocks against lists of rows: the same answers, notes and sources.

import Testing

@testable import Tally

@Suite struct ColumnarTests {
  /// The answer as one way of counting gives it.
  static func answer(
    _ text: String, _ dataset: Dataset, longFrom: Int, _ workers: Workers = .alone
  ) throws -> Result<Answer, ExecutionError> {
    let plan = try MadeAsker(dataset).plan(text)
    var executor = Executor(dataset: dataset, shouldStop: { false })
    executor.longFrom = longFrom
    executor.workers = workers
    let query = QueryPlan(plan: Optimizer.optimized(plan), dataset: dataset, text: text)
    return Result { () throws(ExecutionError) in try executor.answer(query) }
  }

  @Test(arguments: MadeScale.seeds(8)) func questionsHaveOneAnswerHoweverRowsAreRead(_ seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 9000)
    let world = MadeWorldMaker().world(&random)
    let isBare = seed % 2 == 0
    let dataset = try world.dataset(isBare: isBare)
    for _ in 0..<60 {
      let text = MadeQuestions.made(in: world, &random)
      let plain = try Self.answer(text, dataset, longFrom: .max)
      let dense = try Self.answer(text, dataset, longFrom: 0)
      #expect(plain == dense, "\(text)")
      // What the first one counted is kept with the dataset.
      let again = try Self.answer(text, dataset, longFrom: 0)
      #expect(plain == again, "\(text), asked again")
      if plain != dense || plain != again { return }
    }
  }

  /// What was kept of a count says how many rows each group has, and nothing of their numbers.
  @Test(arguments: MadeScale.seeds(3)) func numbersOfAllRowsAreReadAfterACount(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 9050)
    let dataset = try MadeWorldMaker(missing: 0).world(&random).dataset(isBare: true)
    for key in ["kind", "state", "alpha"] {
      let count = "count counties by \(key)"
      for text in [count] + MadeSummary.words.map({ "\($0) people of counties by \(key)" }) + [
        "table counties by \(key) with count named n, sum people named p, min people named least"
      ] {
        let plain = try Self.answer(text, dataset, longFrom: .max)
        #expect(try plain == Self.answer(text, dataset, longFrom: 0), "\(text)")
      }
    }
  }

  /// The plans that the pass over blocks must take, so that the test above is about it.
  @Test func plainQuestionsAreTakenByTheOnePass() throws {
    var random = SplitMix64(seed: 9100)
    let dataset = try MadeWorldMaker().world(&random).dataset(isBare: true)
    let asker = MadeAsker(dataset)
    let engine = asker.executor
    for text in [
      "count counties where alpha and not beta", "sum people of counties where alpha",
      "average score of counties where beta", "share where alpha among counties where beta",
    ] {
      var trail = SourceTrail(engine)
      let measure = try #require(try asker.plan(text).measure)
      #expect(engine.longFigure(measure, &trail) != nil, "\(text)")
    }
    for text in [
      "count counties by state", "count counties by state, alpha as percent of state",
      "sum people of counties by state.zone", "average score of counties by kind",
      "count counties where alpha by people", "max score of counties by word",
    ] {
      let plan = try #require(try asker.plan(text).groups)
      #expect(DenseGroups(engine, plan) != nil, "\(text)")
    }
  }

  /// Sets of answers alone are worked out for each combination of answers.
  @Test func answersAreCountedByTheirCombinations() throws {
    var random = SplitMix64(seed: 9150)
    let dataset = try MadeWorldMaker().world(&random).dataset(isBare: true)
    let asker = MadeAsker(dataset)
    for (text, isOfAnswers) in [
      ("count counties where alpha and not beta", true),
      ("share where alpha among counties where beta", true),
      ("share where alpha among counties | known only", true),
      ("count counties where certainly alpha or possibly beta", true),
      ("count counties where alpha and people > 3", false),
    ] {
      let measure = try #require(try asker.plan(text).measure, "\(text)")
      #expect(measure.isOfAnswersAlone == isOfAnswers, "\(text)")
      let (sets, _) = try #require(
        asker.executor.patterns(measure.askedAnswers, of: measure.set.relation))
      let unit = asker.executor.countUnit(measure.set.relation)
      #expect((sets.figure(measure, unit) != nil) == isOfAnswers, "\(text)")
      #expect(
        sets.counts.reduce(0, +) == dataset.relations[measure.set.relation].count, "\(text)")
    }
  }

  /// Rows enough for several blocks, so that threads have parts of their own.
  @Test func anyNumberOfWorkersGivesTheSameAnswer() throws {
    var random = SplitMix64(seed: 9200)
    let count = 1_100_000
    func bits(_ percent: Int) -> Bitmap { Bitmap(count: count) { _ in random.percent(percent) } }
    let yes = bits(40)
    let schema = RelationSchema(
      "visits", singular: "visit", meaning: "made up", key: "id",
      fields: [
        Field("id", .text, meaning: "a key"), Field("kind", .text, meaning: "a word"),
        Field("seen", .answer, meaning: "whether seen"),
        Field("cost", .number, meaning: "a number"), Field("seen_on", .date, meaning: "a day"),
      ], shown: ["kind"])
    let cost = Numbers(.doubles((0..<count).map { _ in Double(random.below(100_000)) / 1000 }))
    let days = (0..<count).map { _ in Int32(18_000 + random.below(1_500)) }
    let kinds = Codes((0..<count).map { _ in random.below(7) })
    let columns = [
      Column(.text(codes: Codes(repeating: 0, count: count), texts: ["x"]), count: count),
      Column(
        .text(codes: kinds, texts: ["a", "b", "c", "d", "e", "f", "g"]), unknown: bits(3),
        none: Bitmap(count: count)),
      Column(
        .answer(
          codes: Codes(yes: yes, no: bits(50) - yes),
          grounds: Truth.allCases.map { Ground(value: $0) }), count: count),
      Column(.number(low: cost, high: cost), unknown: bits(5), none: Bitmap(count: count)),
      Column(.date(first: days, last: days), unknown: bits(4), none: Bitmap(count: count)),
    ]
    let dataset = try Dataset(
      name: "made-up", version: "0", hash: "00", asOf: MadeWorld.day,
      relations: [Relation(schema: schema, load: { () throws(DatasetError) in (count, columns) })])
    for text in [
      "count visits where seen and cost < 50", "average cost of visits where seen",
      "count visits by kind, seen as percent of kind", "sum cost of visits where not seen by kind",
      "sum cost of visits where seen by year(seen_on)", "count visits where seen",
      "top 3 visits where seen by cost | show cost",
    ] {
      let alone = try Self.answer(text, dataset, longFrom: 0)
      if text.contains("year") {
        #expect(try Self.answer(text, dataset, longFrom: .max) == alone, "\(text)")
      }
      for workers in [KernelTests.backwards(2), KernelTests.backwards(5)] {
        #expect(try Self.answer(text, dataset, longFrom: 0, workers) == alone, "\(text)")
      }
    }
  }
}
