// The names that a session has given: definitions, parameters and results.

/// A name for a set, or for a condition or value of one relation's rows.
public struct Definition: Sendable, Equatable {
  /// The name, in small letters.
  public let name: String
  /// The relation that a computed field is of; nil for a set.
  public let relation: String?
  /// The names that it uses as `$name`.
  public let parameters: [String]
  /// What it stands for: names in it are replaced already.
  public let meaning: String
  /// What its comment says, the lines of `---` above it; may be empty.
  public let note: String
  /// The name of the file that it was read from; empty for what was typed.
  public let origin: String
}

/// What a session knows beside its dataset.
struct Vocabulary: Sendable {
  /// A question that was answered.
  struct Result: Sendable {
    /// Its words, names replaced.
    var text: String
    /// The day that it was asked of where it named none; nil for the latest.
    var usual: Day?
    var edition: Int?
  }

  private(set) var definitions: [Definition] = []
  /// The values of parameters as they were typed, by name.
  private(set) var parameters: [String: String] = [:]
  private(set) var results: [Result] = []
  /// Files that were read.
  var included: Set<String> = []

  /// The definition of a name.
  func definition(_ name: String) -> Definition? { definitions.first { $0.name == name } }

  /// Gives a name a meaning, in place of one that it had.
  mutating func define(_ definition: Definition) {
    definitions.removeAll { $0.name == definition.name }
    definitions.append(definition)
  }

  /// Parameters that were given to the scripts from outside, which what a script says of them does
  /// not change.
  var held: Set<String> = []

  /// Gives a parameter a value.
  mutating func set(_ name: String, _ value: String) { parameters[name] = value }

  /// Takes a parameter its value.
  /// - Returns: whether it had one.
  mutating func unset(_ name: String) -> Bool { parameters.removeValue(forKey: name) != nil }

  /// Remembers a question that was answered.
  mutating func remember(_ result: Result) { results.append(result) }

  /// The result that `_` or `_3` stands for.
  func result(_ name: Name) throws(Diagnostic) -> Result {
    guard let last = results.last else { throw .noResultYet(name.span) }
    guard name.text != "_" else { return last }
    guard let number = Int(name.text.dropFirst()), number > 0, number <= results.count else {
      throw .noSuchResult(name, count: results.count)
    }
    return results[number - 1]
  }

  /// The names for completion.
  var given: GivenNames {
    var given = GivenNames()
    for definition in definitions {
      var entry = GivenNames.Entry(
        name: definition.name,
        meaning: definition.note.isEmpty ? definition.meaning : definition.note,
        takesValues: !definition.parameters.isEmpty)
      if let relation = definition.relation {
        given.fields[relation, default: []].append(entry)
      } else {
        entry.relation = Vocabulary.relation(of: "list " + definition.meaning)
        given.sets.append(entry)
      }
    }
    given.parameters = parameters.sorted { $0.key < $1.key }.map {
      GivenNames.Entry(name: "$" + $0.key, meaning: $0.value)
    }
    for (place, result) in results.enumerated().suffix(Vocabulary.maximumRecent).reversed() {
      let relation = Vocabulary.relation(of: result.text)
      let names = place + 1 == results.count ? ["_", "_\(place + 1)"] : ["_\(place + 1)"]
      given.results += names.map {
        GivenNames.Entry(name: $0, meaning: result.text, relation: relation)
      }
    }
    return given
  }

  /// The most results that completion offers: nobody remembers more.
  private static let maximumRecent = 20

  /// The relation whose rows a question is about; empty where it has none.
  private static func relation(of question: String) -> String {
    let (program, _) = Parser.parse(Source(question), table: .language, mendsSQL: false)
    return program.statements.first?.query?.core.set?.first.head.relation ?? ""
  }
}
