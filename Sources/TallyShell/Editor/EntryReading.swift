// What is known of an entry while it is typed: roles, mistakes, what could follow, what it finds.

import Tally

/// Reads entries for the editor, over one session.
///
/// A class, for it remembers what it found of the last text: several things are asked of each.
final class EntryReading {
  /// The longest entry that is checked while it is typed, in bytes: checking stays much quicker
  /// than typing. A longer one is checked by Enter.
  static let longest = 8 * 1024
  /// How many milliseconds a check may take between two keys. After one that took longer, the next
  /// waits until no key comes.
  static let quick = 5.0

  private let session: Session
  private var isSlow = false
  private var sound: [String: Bool] = [:]
  private var last: (text: String, mistakes: [Diagnostic])?
  private var lastEnd: (text: String, cursor: Int, completions: Completions)?

  /// A reading of entries that will be asked of a session.
  init(_ session: Session) { self.session = session }

  // MARK: Roles

  /// The roles of an entry's words; what can be nothing where it stands is a misfit.
  func highlights(_ text: String, cursor: Int) -> [Highlight] {
    guard Command.call(in: text) == nil else { return commandHighlights(text, cursor: cursor) }
    let known = isSlow && last?.text != text ? [] : mistakes(in: text)
    let spans = known.filter { isMisfit($0, in: text, cursor: cursor) }.map(\.span)
    return session.highlight(text).map { highlight in
      let isMisfit = spans.contains {
        $0.start <= highlight.span.start && highlight.span.end <= $0.end
      }
      return isMisfit ? Highlight(span: highlight.span, role: .misfit) : highlight
    }
  }

  /// Messages about a word that is nothing where it stands.
  private static let namingCodes: Set<String> = [
    "T201", "T202", "T207", "T301", "T303", "T304", "T306", "T308", "T312", "T313", "T315", "T320",
    "T321",
  ]

  /// Whether a mistake is a word that can be nothing where it stands.
  private func isMisfit(_ mistake: Diagnostic, in text: String, cursor: Int) -> Bool {
    EntryReading.namingCodes.contains(mistake.code) && mistake.span.start < mistake.span.end
      && !mayBecome(mistake, in: text, cursor: cursor)
  }

  /// Whether a mistake is only that the word at the cursor is not typed to its end.
  func mayBecome(_ mistake: Diagnostic, in text: String, cursor: Int) -> Bool {
    guard mistake.span.end == cursor else { return false }
    let completions = completions(text, cursor: cursor)
    guard mistake.span.start >= completions.replaces.start else { return false }
    let typed = text.bytes(Span(completions.replaces.start, cursor))
    // What stands between two quotes is typed to its end.
    guard typed.count < 2 || !typed.hasSuffix("\"") else { return false }
    return !typed.isEmpty && completions.candidates.contains { $0.text.begins(with: typed) }
  }

  private func commandHighlights(_ text: String, cursor: Int) -> [Highlight] {
    let start = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let word = text.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: " ") && $0 != 10 }
    let end = start + word.count
    let typed = String(decoding: word.drop { $0 == UInt8(ascii: ":") }, as: UTF8.self).lowercased()
    // `:save!` is `:save`, as `Command.call` reads it.
    let name = typed.last == "!" ? String(typed.dropLast()) : typed
    let isKnown =
      !text.trimmed.hasPrefix(":") || Command.named(name) != nil
      || cursor == end && Command.all.contains { $0.name.hasPrefix(name) }
    return [Highlight(span: Span(start, end), role: isKnown ? .keyword : .misfit)]
  }

  // MARK: Mistakes

  /// The mistakes and remarks of an entry, in the order of its text. What stands below a file that
  /// is to be included is not judged: nothing is read from files while somebody types.
  func mistakes(in text: String) -> [Diagnostic] {
    if let last, last.text == text { return last.mistakes }
    let start = Clock.milliseconds
    let found = text.utf8.count > EntryReading.longest ? [] : session.check(Source(text))
    isSlow = Clock.milliseconds - start > EntryReading.quick
    let mistakes = Array(found.prefix { !["T326", "T327", "T328"].contains($0.code) })
    last = (text, mistakes)
    return mistakes
  }

  // MARK: What could follow

  /// Whether an earlier entry can be asked as things are: only such are proposed.
  func isSound(_ entry: String) -> Bool {
    if let known = sound[entry] { return known }
    guard entry.utf8.count <= EntryReading.longest else { return false }
    let isSound =
      Command.call(in: entry).map { Command.named($0.name) != nil }
      ?? !session.check(Source(entry)).contains { $0.severity == .error }
    sound[entry] = isSound
    return isSound
  }

  /// The rest of the word before the cursor, where only one word is meant; nil for none.
  func rest(_ text: String, cursor: Int) -> String? {
    guard text.utf8.count <= EntryReading.longest else { return nil }
    let completions = completions(text, cursor: cursor)
    guard completions.candidates.count == 1, let only = completions.candidates.first?.text,
      completions.replaces.end == cursor
    else { return nil }
    let typed = text.bytes(completions.replaces)
    guard !typed.isEmpty, only.count > typed.count,
      only.lowercased().hasPrefix(typed.lowercased())
    else { return nil }
    return String(only.dropFirst(typed.count))
  }

  /// What could stand at the cursor.
  func completions(_ text: String, cursor: Int) -> Completions {
    if let lastEnd, lastEnd.text == text, lastEnd.cursor == cursor { return lastEnd.completions }
    let found = Command.complete(text, at: cursor, in: session)
    lastEnd = (text, cursor, found)
    return found
  }

  // MARK: The hint

  /// How to find the line under an entry: what is wrong with it, or how much it finds. Nil where
  /// there is nothing to say.
  func hint(_ text: String, cursor: Int) -> HintWorker.Work? {
    guard !text.trimmed.isEmpty, Command.call(in: text) == nil,
      text.utf8.count <= EntryReading.longest
    else { return nil }
    let found = mistakes(in: text)
    if let mistake = found.first(where: { $0.severity == .error }) {
      guard !mayBecome(mistake, in: text, cursor: cursor) else { return nil }
      let line = EntryHint.line(mistake)
      return { _ in line }
    }
    let source = Source(text)
    guard Session.isQuestion(source) else { return nil }
    let warning = found.first { $0.severity == .warning }
    return { [session] shouldStop in
      EntryHint.line(asking: source, of: session, warning, shouldStop: shouldStop)
    }
  }
}

extension String {
  /// The text of a span, as far as there is one.
  fileprivate func bytes(_ span: Span) -> String {
    let rest = utf8.dropFirst(max(0, span.start))
    return String(decoding: rest.prefix(span.end - span.start), as: UTF8.self)
  }

  /// Whether it begins with a text, whatever the letter case, and whether or not the quotes and
  /// accents are typed.
  fileprivate func begins(with typed: String) -> Bool {
    let letters = lowercased().filter { $0 != "\"" }
    let wanted = typed.lowercased().filter { $0 != "\"" }
    return letters.count >= wanted.count
      && zip(letters, wanted).allSatisfy { $0 == $1 || !$0.isASCII }
  }
}
