// sum, average, median, min, max: one number of many values.

extension Verb {
  /// The total of a number field.
  public static let sum = aggregate(
    .sum, "the total of a number field", "sum population of counties where detainers")
  /// The mean of a number field.
  public static let average = aggregate(
    .average, "the mean of a number field", "average population of counties by detainers")
  /// The middle value of a number field.
  public static let median = aggregate(
    .median, "the middle value of a number field", "median population of counties by region")
  /// The least value of a number field.
  public static let min = aggregate(
    .min, "the least value of a number field", "min population of counties by state")
  /// The greatest value of a number field.
  public static let max = aggregate(
    .max, "the greatest value of a number field", "max population of counties in TX, CA")

  private static func aggregate(
    _ word: Aggregator, _ summary: String, _ example: String
  ) -> Verb {
    Verb(
      name: word.rawValue, summary: summary,
      grammar: #"aggregate ::= aggregator measured "of" set grouping?"#, examples: [example],
      parse: { parser, core in
        let (measure, set) = parser.aggregateBody { $0.set() }
        core.measure = measure
        core.set = set
        parser.grouping(of: set, into: &core)
      },
      lower: { core, checker throws(Diagnostic) in
        guard let node = core.set, let value = core.measure else { throw .wantsWord(core.span) }
        let set = try checker.set(node)
        checker.noteRepeatedFields(core, relation: set.relation)
        let measure = try checker.aggregate(word, value, of: set, core)
        return try checker.grouped(measure, core, named: word.rawValue)
      })
  }
}
