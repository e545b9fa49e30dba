// Words to choose from, with what is needed to find those that fit what is typed.

/// Words in an order that makes sense where nothing is typed yet.
struct CandidateList: Sendable {
  /// A word with the other ways to write it.
  struct Candidate {
    var completion: Completion
    /// Other forms, as they are put into the text: `"Cook, IL"`, `#17031`.
    var others: [String] = []
  }

  /// A word that fits.
  struct Found {
    /// Its number in the list.
    var place: Int
    var match: TypedMatch
    /// What is put into the text.
    var text: String
  }

  /// One way to write a word.
  private struct Form: Sendable {
    var owner: Int
    var text: String
    /// Where its plain letters stand.
    var key: Range<Int>
  }

  let completions: [Completion]
  private var forms: [Form] = []
  /// The plain letters of all forms, one after the other.
  private var letters: [UInt8] = []

  /// A list of candidates.
  /// - Complexity: O(letters).
  init(_ candidates: [Candidate]) {
    completions = candidates.map(\.completion)
    for (owner, candidate) in candidates.enumerated() {
      for text in [candidate.completion.text] + candidate.others {
        let start = letters.count
        letters += PlainLetters.of(text).filter { $0 != UInt8(ascii: "\"") }
        forms.append(Form(owner: owner, text: text, key: start..<letters.count))
      }
    }
  }

  /// A list of words that are written in one way.
  init(_ completions: [Completion]) { self.init(completions.map { Candidate(completion: $0) }) }

  /// The words that fit, each once, in the order of the list.
  /// - Complexity: O(letters): some 0.1 ms for the names of all counties.
  func matching(_ typed: [UInt8], _ wanted: TypedMatch.Strictness) -> [Found] {
    guard !typed.isEmpty else {
      return completions.indices.map {
        Found(place: $0, match: .begins, text: completions[$0].text)
      }
    }
    var found: [Found] = []
    for form in forms {
      guard let match = TypedMatch.of(typed, in: letters[form.key], wanted) else { continue }
      if let last = found.last, last.place == form.owner {
        // The first form is the one that is proposed, unless another fits better.
        if match < last.match { found[found.count - 1].match = match }
        if match == .isWhole { found[found.count - 1].text = form.text }
        continue
      }
      found.append(Found(place: form.owner, match: match, text: form.text))
    }
    return found
  }
}

/// How well a word fits what is typed, best first.
enum TypedMatch: Int, Comparable, Sendable {
  /// It is what is typed.
  case isWhole
  /// It begins with that.
  case begins
  /// One of its words begins with that: `task` in `county_task_force`.
  case wordBegins
  /// It holds those letters in that order, and begins with the first of them.
  case holds
  /// It begins with nearly that: one letter more, less or other, or two swapped.
  case near

  /// What is looked for; the less strict only where the stricter finds nothing.
  enum Strictness: CaseIterable {
    case beginnings, letters, spelling
  }

  static func < (a: TypedMatch, b: TypedMatch) -> Bool { a.rawValue < b.rawValue }

  /// How well a key fits.
  static func of(
    _ typed: [UInt8], in key: ArraySlice<UInt8>, _ wanted: Strictness
  ) -> TypedMatch? {
    switch wanted {
    case .beginnings:
      if begins(key, with: typed) { return key.count == typed.count ? .isWhole : .begins }
      return wordBegins(key, with: typed) ? .wordBegins : nil
    case .letters: return holds(key, typed) ? .holds : nil
    case .spelling: return isNear(key, typed) ? .near : nil
    }
  }

  private static func begins(_ key: ArraySlice<UInt8>, with typed: [UInt8]) -> Bool {
    guard key.count >= typed.count, key.first == typed.first else { return false }
    return key.starts(with: typed)
  }

  private static func wordBegins(_ key: ArraySlice<UInt8>, with typed: [UInt8]) -> Bool {
    guard let first = typed.first, key.count > typed.count else { return false }
    var isAfterGap = false
    for index in key.indices.dropLast(typed.count - 1) {
      let byte = key[index]
      if isAfterGap, byte == first, key[index...].starts(with: typed) { return true }
      isAfterGap =
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return false
  }

  private static func holds(_ key: ArraySlice<UInt8>, _ typed: [UInt8]) -> Bool {
    guard key.first == typed.first else { return false }
    var next = 0
    for byte in key where next < typed.count && byte == typed[next] { next += 1 }
    return next == typed.count
  }

  /// The shortest text whose spelling is guessed: of two letters everything is near.
  private static let shortestGuess = 3

  private static func isNear(_ key: ArraySlice<UInt8>, _ typed: [UInt8]) -> Bool {
    guard typed.count >= shortestGuess else { return false }
    let key = Array(key.prefix(typed.count + 1))
    let same = zip(key, typed).prefix { $0 == $1 }.count
    let (keyRest, typedRest) = (key[same...], typed[same...])
    return keyRest.dropFirst().starts(with: typedRest.dropFirst())
      || keyRest.dropFirst().starts(with: typedRest)
      || keyRest.starts(with: typedRest.dropFirst())
      || keyRest.count > 1 && typedRest.count > 1
        && keyRest.prefix(2).elementsEqual(typedRest.prefix(2).reversed())
        && keyRest.dropFirst(2).starts(with: typedRest.dropFirst(2))
  }
}

extension Completions {
  /// The candidates that fit what is typed, best first, by the rules of the language's own words:
  /// for hosts that have words of their own, such as commands.
  package init(_ candidates: [Completion], fitting typed: String, in replaces: Span) {
    let list = CandidateList(candidates)
    let letters = PlainLetters.of(typed)
    var found: [CandidateList.Found] = []
    for strictness in TypedMatch.Strictness.allCases where found.isEmpty {
      found = list.matching(letters, strictness)
    }
    let sorted = found.sorted { ($0.match, $0.place) < ($1.match, $1.place) }
    let kept = sorted.prefix(Completer.maximumCandidates)
    self.init(
      replaces: replaces, candidates: kept.map { candidates[$0.place] },
      more: sorted.count - kept.count)
  }
}
