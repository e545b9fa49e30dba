// The words of SQL and its kin that people bring, each with what to write here.

/// Words that people bring from SQL and its kin, with what to write here.
enum SQLHabits {
  struct Habit: Sendable {
    let message: String
    let help: String
    /// What to write in the word's place, where that alone mends the sentence.
    var replacement: String?
    /// The same where it depends on what follows, each with what it is for.
    var choices: [(replacement: String, purpose: String)] = []
    /// A word that must come later in the sentence, where the habit is known by it.
    var later: String?

    /// The rewrites of the word; after a bar without a bar of their own.
    func fixes(_ span: Span, afterBar: Bool = false) -> [Fix] {
      guard let replacement else {
        return choices.map { Fix(span, $0.replacement, for: $0.purpose) }
      }
      return [Fix(span, afterBar ? replacement.replacing("| ", with: "") : replacement)]
    }
  }

  static let select = Habit(
    message: "there is no select: say list or count, then the things",
    help: "for example: list counties where detainers | show name, state")

  private static let readOnly = Habit(
    message: "tally reads the record, and changes nothing in it",
    help: "a name for a set: define neither as counties where not detainers and not notify")

  /// Words that begin a sentence elsewhere.
  static let openings: [String: Habit] = [
    "select": select,
    "from": Habit(
      message: "a sentence begins with its verb, then the things",
      help: "for example: count counties where detainers"),
    "filter": Habit(
      message: "conditions follow the things", help: "for example: count counties where detainers"),
    "find": Habit(
      message: "say list to see rows, count for their number",
      help: "for example: list counties in NM"),
    "how": counting(""),
    "mean": aggregator("the mean is called average", "average"),
    "avg": aggregator("the mean is called average", "average"),
    "total": aggregator("the total of a field is its sum", "sum"),
    "minimum": aggregator("the least value is called min", "min"),
    "maximum": aggregator("the greatest value is called max", "max"),
    "number": counting(""),
    "percent": share, "percentage": share,
    "where": Habit(
      message: "a sentence begins with its verb, then the things",
      help: "for example: count counties where detainers"),
    "which": Habit(
      message: "say list to see rows", help: "for example: list counties in NM where detainers"),
    "get": Habit(message: "say list to see rows", help: "for example: list counties in NM"),
    "describe": Habit(
      message: "say show to see what there is", help: "for example: show fields of counties"),
    "explain": Habit(
      message: "say why before a question to see how its number came about",
      help: "for example: why count counties where detainers"),
    "insert": readOnly, "update": readOnly, "delete": readOnly, "create": readOnly,
    "drop": readOnly, "alter": readOnly,
    "let": naming, "def": naming, "set": naming, "var": naming, "const": naming,
    "what": Habit(message: "say show to see what is known", help: "for example: show detainers"),
  ]

  private static func counting(_ replacement: String) -> Habit {
    Habit(
      message: "say count for a number", help: "for example: count counties where detainers",
      replacement: replacement.isEmpty ? nil : replacement)
  }

  private static func aggregator(_ message: String, _ word: String) -> Habit {
    Habit(message: message, help: "for example: \(word) population of counties", replacement: word)
  }

  private static let share = Habit(
    message: "a percentage is a share",
    help: "for example: share where detainers among counties")

  private static let naming = Habit(
    message: "a set or a condition gets a name with define, a value with param",
    help: "for example: define neither as counties where not detainers and not notify")

  private static func state(_ word: String) -> Habit {
    Habit(
      message: "a state of a value follows \"is\"", help: "for example: detainers is \(word)",
      replacement: "is \(word)")
  }

  /// Functions that elsewhere put a value for a missing one.
  static let fillers: Set<String> = ["coalesce", "ifnull", "isnull", "nvl"]

  private static func summary(_ word: String) -> (String, Habit) {
    let habit = Habit(
      message: "the field follows \(word) at once",
      help: "for example: \(word) population of counties", replacement: word, later: "of")
    return (word + " of", habit)
  }

  private static func lack(_ word: String) -> (String, Habit) {
    let habit = Habit(
      message: "\"no\" before a word does not say what is meant",
      help: "for example: where not has agreements, where not detainers",
      choices: [
        ("\(word) not has", "of linked things, none"), ("\(word) not", "of a yes/no field, the no"),
      ])
    return (word + " no", habit)
  }

  /// What stands after a word of this language elsewhere, and two words that begin a sentence.
  static let pairs: [String: Habit] = [
    "how many": counting("count"), "number of": counting("count"),
    "show *": Habit(
      message: "there is no * for all fields: name those to show",
      help: "show fields of counties lists them, and a list without show has the main ones"),
    "with no": Habit(
      message: "rows that have none of a thing are those without it",
      help: "for example: count counties without agreements", replacement: "without"),
    "has no": Habit(
      message: "rows that have none of a thing are those that have not",
      help: "for example: count counties where not has agreements", replacement: "not has"),
  ].merging(
    ["sum", "average", "median", "min", "max"].map(summary) + ["where", "and", "or"].map(lack)
  ) { own, _ in own }

  private static func condition(_ word: String) -> Habit {
    Habit(
      message: "conditions follow where, not \(word)",
      help: "for example: count counties where detainers", replacement: "where")
  }

  /// Words that stand inside a sentence elsewhere.
  static let inside: [String: Habit] = [
    "per": Habit(
      message: "groups follow by", help: "for example: count counties by state",
      replacement: "by"),
    "that": condition("that"), "which": condition("which"), "who": condition("who"),
    "limit": Habit(
      message: "there is no limit: take a number of rows", help: "write: | take 10",
      replacement: "| take"),
    "sorted": Habit(
      message: "sort the rows after a bar", help: "write: | sort by name", replacement: "| sort"),
    "since": Habit(
      message: "compare a date with >=", help: "for example: where signed >= 2024"),
    "order": Habit(
      message: "there is no order by: sort the rows", help: "write: | sort by name",
      replacement: "| sort"),
    "group": Habit(
      message: "there is no group by: say by, after the conditions", help: "write: by state"),
    "having": Habit(
      message: "there is no having: keep groups after a bar", help: "write: | keep count > 50",
      replacement: "| keep"),
    "like": Habit(
      message: "there is no like: say contains, starts with or ends with",
      help: "for example: where name contains \"San\""),
    "distinct": Habit(
      message: "there is no distinct: group by the field",
      help: "for example: count counties by state"),
    "null": Habit(
      message: "there is no null: a value is unknown, or none where it does not apply",
      help: "write: is unknown, or is none"),
    "over": Habit(
      message: "compare numbers with > or <", help: "for example: population > 100_000",
      replacement: ">"),
    "under": Habit(
      message: "compare numbers with > or <", help: "for example: population < 100_000",
      replacement: "<"),
    "equals": Habit(
      message: "compare with is", help: "for example: model is task_force", replacement: "is"),
    "unknown": state("unknown"), "known": state("known"), "none": state("none"),
    "yes": state("yes"), "no": state("no"),
    "the": Habit(
      message: "leave out \"the\"", help: "for example: count counties in Texas",
      replacement: ""),
    "desc": Habit(
      message: "sort downwards with down", help: "for example: | sort by name down",
      replacement: "down"),
    "asc": Habit(
      message: "sort upwards with up", help: "for example: | sort by name up",
      replacement: "up"),
    "case": Habit(
      message: "there is no case: ask each condition by itself, or group by the field",
      help: "for example: count counties by detainers"),
    "exists": Habit(
      message: "whether there are linked things is asked with has",
      help: "for example: count counties where has agreements", replacement: "has"),
    "join": Habit(
      message: "there is no join: follow a link with of, with, or a dot",
      help: "for example: count agreements of counties in Texas"),
  ]
}
