// Numbers of the rows that a row is linked to: a list of descriptors.

/// A number that an expression makes of linked rows: `count of agreements`.
public struct LinkNumber: Sendable {
  /// The words that begin it.
  public let name: String
  /// One line for help.
  public let meaning: String
  /// Its line of the grammar.
  public let grammar = #"linked ::= "count" "of" linkref | aggregator measured "of" linkref"#
  /// A sentence that works on the embedded dataset.
  public let example: String

  /// Every one of them.
  public static let all = [
    LinkNumber(
      name: "count of", meaning: "how many linked things each has",
      example: "list states where count of counties > 100 | show name, count of counties named n"),
    LinkNumber(
      name: "sum", meaning: "the total of a number of the linked things",
      example: "list states | show name, sum population of counties named people"),
    LinkNumber(
      name: "average", meaning: "the mean of a number of the linked things",
      example: "list states | show name, average population of (counties where detainers) named n"),
    LinkNumber(
      name: "median", meaning: "the middle value of a number of the linked things",
      example: "list states | show name, median population of counties named middle"),
    LinkNumber(
      name: "min", meaning: "the least value of a number of the linked things",
      example: "list counties in RI | show name, min population of neighbors named least"),
    LinkNumber(
      name: "max", meaning: "the greatest value of a number of the linked things",
      example: "list counties where max population of neighbors > 5_000_000"),
  ]
}
