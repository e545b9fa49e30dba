// What can be asked: the verbs and functions of a session.

/// The verbs and functions that a session knows: those of tally, and one's own beside them.
///
///     let language = try Language(
///       verbs: Verb.all + [coverage], functions: ScalarFunction.all + [decade])
///     let session = Session(dataset: data, language: language)
///     let groups = try session.groups("coverage counties where agreement_287g")
public struct Language: Sendable {
  /// The language as it is described in the manual.
  public static let standard = Language(own: [], functions: [])

  /// The verbs, in the order that help shows them.
  public var verbs: [Verb] { shared.content.verbs }
  /// The functions.
  public var functions: [ScalarFunction] { shared.content.functions }
  var table: SyntaxTable { shared.content.table }
  /// Held once, for a session hands its language on.
  private let shared: Shared<Content>

  private struct Content: Sendable {
    let verbs: [Verb]
    let functions: [ScalarFunction]
    let table: SyntaxTable
    let hasOwnVerbs: Bool
  }

  /// A language with what was added to tally's own.
  /// - Parameters:
  ///   - verbs: `Verb.all`, and further verbs behind them.
  ///   - functions: `ScalarFunction.all`, and further functions behind them.
  /// - Throws: `LanguageError` with every word that is taken, or is none, and every verb whose
  ///   question cannot be read.
  public init(
    verbs: [Verb] = Verb.all, functions: [ScalarFunction] = ScalarFunction.all
  ) throws(LanguageError) {
    let standard = (
      verbs: Set(Verb.all.map(\.name)), functions: Set(ScalarFunction.all.map(\.name))
    )
    let own = verbs.filter { $0.template != nil }
    let ownFunctions = functions.filter { !$0.isStandard }
    let windows = Set(WindowFunction.all.map(\.name))
    var faults = own.filter { standard.verbs.contains($0.name) }.map {
      "tally has a verb \($0.name): give yours another name"
    }
    faults += ownFunctions.map(\.name).filter(standard.functions.union(windows).contains).map {
      "tally has a function \($0): give yours another name"
    }
    faults += standard.verbs.subtracting(verbs.map(\.name)).sorted().map {
      "the verb \($0) is missing: begin with Verb.all"
    }
    faults += standard.functions.subtracting(functions.map(\.name)).sorted().map {
      "the function \($0) is missing: begin with ScalarFunction.all"
    }
    faults += Language.nameFaults(verbs.map(\.name), "verb")
    faults += Language.nameFaults(functions.map(\.name), "function")
    faults += own.compactMap(Language.templateFault)
    if !faults.isEmpty { throw LanguageError(faults: faults) }
    self.init(own: own, functions: ownFunctions)
  }

  private init(own: [Verb], functions: [ScalarFunction]) {
    shared = Shared(
      Content(
        verbs: Verb.all + own, functions: ScalarFunction.all + functions,
        table: own.isEmpty ? .language : SyntaxTable(verbs: Verb.all + own),
        hasOwnVerbs: !own.isEmpty))
  }

  /// The functions beside those of tally.
  var ownFunctions: [ScalarFunction] { Array(functions.dropFirst(ScalarFunction.all.count)) }

  /// Whether there are verbs beside those of tally.
  var hasOwnVerbs: Bool { shared.content.hasOwnVerbs }

  /// What a verb of one's own asks; nil for a verb of tally.
  func template(of verb: String) -> VerbTemplate? {
    verbs.dropFirst(Verb.all.count).first { $0.name == verb }?.template
  }

  // MARK: Faults

  private static func nameFaults(_ names: [String], _ kind: String) -> [String] {
    var seen: Set<String> = []
    return names.compactMap { name in
      if !seen.insert(name).inserted {
        return "two are called \(name): give the \(kind) another name"
      }
      let isWord =
        name.utf8.first.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } == true
        && name.utf8.allSatisfy {
          UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
            || $0 == UInt8(ascii: "_")
        }
      if !isWord {
        return "\"\(name)\" is no name of a \(kind): use small letters, digits and underscores"
      }
      let isTaken =
        Reserved.contains(name) || StatementRule.all.contains { $0.word == name }
        || Preface.all.contains { $0.name == name }
      return isTaken ? "\(name) is a word of the language: give the \(kind) another name" : nil
    }
  }

  private static func templateFault(_ verb: Verb) -> String? {
    guard let template = verb.template else { return nil }
    if let other = template.otherParameter {
      return "the question of \(verb.name) has $\(other): it may have $set and no other"
    }
    guard template.isWhole else {
      return "the question of \(verb.name) has no $set, or more than one: \(template.text)"
    }
    let source = Source(template.opening + "(counties)" + template.closing)
    let (program, diagnostics) = Parser.parse(source, table: .language)
    guard program.statements.count == 1, program.statements[0].query != nil,
      !program.statements[0].isBroken
    else {
      let reason = diagnostics.first.map { ": \($0.code), \($0.message)" } ?? ""
      return "the question of \(verb.name) cannot be read\(reason)"
    }
    return nil
  }
}

/// Why a language cannot be made.
public struct LanguageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Every reason, in a sentence each.
  public let faults: [String]

  /// The reasons, a line each.
  public var description: String { faults.joined(separator: "\n") }
}
