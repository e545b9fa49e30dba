// What could be typed next: the parser run to the cursor, its wishes filled with names.

/// Completes a text at a place.
struct Completer {
  let dataset: Dataset
  let table: SyntaxTable
  /// The columns of a query's text, up to a bar; nil where it has no rows.
  let scope: (Source) -> Scope?
  /// The names that the session has given.
  var given = GivenNames()
  /// Lists that were made before.
  var cache = CompletionCache()
  /// The most candidates that are given; more than a screen helps nobody.
  static let maximumCandidates = 200
  /// The most words that a name without its quotes is looked for in, as in `New York`.
  static let maximumWords = 4

  /// What could stand in place of the word around a byte offset.
  func completions(_ text: String, at offset: Int) -> Completions {
    guard var word = TypedWord(text, at: offset) else {
      return Completions(replaces: Span(offset, offset), candidates: [])
    }
    let found = completions(of: word)
    guard found.candidates.isEmpty, found.wantsFile == nil else { return found }
    for _ in 1..<Completer.maximumWords {
      guard let longer = word.joined else { break }
      word = longer
      let named = completions(of: word, namesOnly: true)
      if !named.candidates.isEmpty { return named }
    }
    return found
  }

  /// - Parameter namesOnly: whether only names that want quotes are looked for.
  private func completions(of word: TypedWord, namesOnly: Bool = false) -> Completions {
    let wishes = Parser.wishes(
      after: word.before, source: word.source, table: table, ahead: word.after)
    if wishes.contains(.name(.file)) {
      return Completions(replaces: word.span, candidates: [], wantsFile: word.text)
    }
    let choices = choices(wishes, at: word).filter { choice in
      if word.isNumber { return choice.isPeriod }
      return !(namesOnly || word.isQuoted) || choice.isQuotable
    }
    return ranked(choices.map(\.list), at: word)
  }

  /// What every wish comes to; words of the grammar and marks make one list.
  private func choices(_ wishes: [Wish], at word: TypedWord) -> [CompletionChoice] {
    var words: [Completion] = []
    var choices: [CompletionChoice] = []
    let phrases = wishes.compactMap { wish in
      if case .phrase(let text) = wish { text + " " } else { nil }
    }
    for wish in wishes {
      switch wish {
      case .word(let text) where phrases.contains { $0.hasPrefix(text + " ") }: break
      case .word(let text), .phrase(let text): words.append(Keywords.completion(of: text))
      case .verb(let text, let meaning):
        words.append(Completion(text: text, kind: .keyword, meaning: meaning))
      case .name(let role): choices += self.choices(role, at: word)
      }
    }
    return choices + [CompletionChoice(CandidateList(words))]
  }

  // MARK: Order

  /// Those that fit best, each once: names, then functions, then words of the grammar, then marks.
  private func ranked(_ lists: [CandidateList], at word: TypedWord) -> Completions {
    let typed = PlainLetters.of(word.text)
    var found: [[CandidateList.Found]] = []
    for strictness in TypedMatch.Strictness.allCases {
      found = lists.map { $0.matching(typed, strictness) }
      if typed.isEmpty || found.contains(where: { !$0.isEmpty }) { break }
    }
    if !word.text.allSatisfy(\.isASCII) { found = withMarks(found, word.text) }
    var seen: Set<String> = []
    var ranked: [(rank: Int, completion: Completion)] = []
    var more = 0
    let room = room(of: found.map(\.count))
    for (list, found) in zip(lists, found) {
      let shown = found.sorted { $0.match < $1.match }.prefix(room)
      more += found.count - shown.count
      for one in shown {
        var completion = list.completions[one.place]
        completion.text = one.text
        guard quote(&completion, at: word), seen.insert(completion.text).inserted else { continue }
        ranked.append((one.match.rawValue * 10 + weight(completion), completion))
      }
    }
    let sorted = ranked.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    let kept = sorted.prefix(Completer.maximumCandidates).map(\.element.completion)
    return Completions(
      replaces: word.span, candidates: kept, more: more + sorted.count - kept.count)
  }

  /// Who types an accent means it: those that have it, where there are any.
  private func withMarks(
    _ found: [[CandidateList.Found]], _ typed: String
  ) -> [[CandidateList.Found]] {
    let exact = found.map { $0.filter { $0.text.lowercased().contains(typed.lowercased()) } }
    return exact.contains { !$0.isEmpty } ? exact : found
  }

  /// How many of a list may be shown, so that long lists leave room for the short ones.
  private func room(of counts: [Int]) -> Int {
    let long = counts.filter { $0 > Completer.maximumCandidates / 2 }
    guard !long.isEmpty else { return Completer.maximumCandidates }
    let short = counts.reduce(0, +) - long.reduce(0, +)
    return max(Completer.maximumCandidates / 10, Completer.maximumCandidates - short) / long.count
  }

  /// In quotes, what is put in has them too. False for what has no meaning there.
  private func quote(_ completion: inout Completion, at word: TypedWord) -> Bool {
    guard word.isQuoted, completion.text.first != "\"" else { return true }
    guard completion.kind == .value || completion.kind == .place, completion.text.first != "#"
    else { return false }
    completion.text = "\"" + completion.text + "\""
    return true
  }

  private func weight(_ completion: Completion) -> Int {
    switch completion.kind {
    case .field, .relation, .column, .link, .place, .value, .definition, .code, .file, .folder: 0
    case .function: 1
    case .keyword: table.verb(completion.text) != nil ? 2 : 3
    case .result, .command: 4
    case .mark: 5
    }
  }
}

/// Candidates for one wish.
struct CompletionChoice {
  var list: CandidateList
  /// Whether they may stand in quotes.
  var isQuotable = false
  /// Whether they begin with digits.
  var isPeriod = false

  init(_ list: CandidateList, isQuotable: Bool = false, isPeriod: Bool = false) {
    self.list = list
    self.isQuotable = isQuotable
    self.isPeriod = isPeriod
  }

  init(_ completions: [Completion]) { self.init(CandidateList(completions)) }
}
