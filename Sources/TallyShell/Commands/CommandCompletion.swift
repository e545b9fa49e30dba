// What Tab offers in an entry: the words of a question, commands with their arguments, files.

import Tally

extension Command {
  /// What could be typed at a place of an entry.
  static func complete(_ text: String, at offset: Int, in session: Session) -> Completions {
    let start = text.utf8.count - text.drop(while: \.isWhitespace).utf8.count
    let bytes = Array(text.utf8)
    guard start < bytes.count, bytes[start] == UInt8(ascii: ":"), offset > start else {
      return question(text, at: offset, in: session)
    }
    let isName = { (byte: UInt8) in byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") }
    let nameEnd = bytes[start...].firstIndex { !isName($0) } ?? bytes.count
    if offset <= nameEnd {
      let typed = String(decoding: bytes[(start + 1)..<offset], as: UTF8.self)
      return Completions(
        all.map { Completion(text: $0.name, kind: .command, meaning: $0.summary) }, fitting: typed,
        in: Span(start + 1, nameEnd))
    }
    let word = String(decoding: bytes[start..<nameEnd], as: UTF8.self)
    let name = Command.call(in: word)?.name ?? ""
    let first = bytes[nameEnd...].firstIndex(where: isName) ?? bytes.count
    guard let command = named(name) else {
      return Completions(replaces: Span(offset, offset), candidates: [])
    }
    return command.complete(argument: text, from: min(first, offset), at: offset, in: session)
  }

  /// What could be typed in an argument that begins at a byte of the entry.
  private func complete(
    argument text: String, from start: Int, at offset: Int, in session: Session
  ) -> Completions {
    let listed = listed(text, from: start, at: offset, in: session)
    guard listed.candidates.isEmpty || takes != .words else { return listed }
    switch takes {
    case .words: return listed
    case .file:
      let typed = String(decoding: Array(text.utf8)[start..<offset], as: UTF8.self)
      // An open quote is not part of the name.
      let path = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
      let files = FileCompletion.completions(of: path, in: Span(start, offset))
      return listed.joined(files.quotedWhereNeeded)
    case .question:
      let rest = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
      var found = Command.question(rest, at: offset - start, in: session)
      found.replaces = Span(found.replaces.start + start, found.replaces.end + start)
      return listed.joined(found)
    }
  }

  /// The arguments that the command lists: those that go on with all that is typed, or else with
  /// its last word.
  private func listed(
    _ text: String, from start: Int, at offset: Int, in session: Session
  ) -> Completions {
    let choices = arguments(session).map { argument in
      Completion(
        text: argument.name, kind: .command, meaning: argument.meaning,
        follow: argument.name.last == "=" ? "" : " ")
    }
    let bytes = Array(text.utf8)
    let typed = String(decoding: bytes[start..<offset], as: UTF8.self)
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
    let whole = Completions(choices, fitting: typed, in: Span(start, end))
    guard whole.candidates.isEmpty, let gap = typed.utf8.lastIndex(of: UInt8(ascii: " ")) else {
      return whole
    }
    let last = String(decoding: typed.utf8[gap...].dropFirst(), as: UTF8.self)
    return Completions(choices, fitting: last, in: Span(offset - last.utf8.count, end))
  }

  /// What could be typed in a question.
  private static func question(
    _ text: String, at offset: Int, in session: Session
  ) -> Completions {
    let found = session.complete(text, at: offset)
    guard let path = found.wantsFile else { return found }
    var files = FileCompletion.completions(of: path, in: found.replaces)
    files.candidates = files.candidates.map { candidate in
      var quoted = candidate
      // A folder's quote stays open, for its files come next.
      let text = candidate.text.replacing("\"", with: "\"\"")
      quoted.text = "\"" + text + (candidate.kind == .folder ? "" : "\"")
      return quoted
    }
    return files
  }
}

extension Completions {
  /// Files, with quotes around a name that has blanks. A folder's quote stays open, for its files
  /// come next.
  fileprivate var quotedWhereNeeded: Completions {
    var all = self
    all.candidates = candidates.map { candidate in
      guard candidate.text.contains(where: \.isWhitespace) else { return candidate }
      var quoted = candidate
      quoted.text = "\"" + candidate.text + (candidate.kind == .folder ? "" : "\"")
      return quoted
    }
    return all
  }

  /// These, or others where there are none: both only where they replace the same.
  fileprivate func joined(_ others: Completions) -> Completions {
    if candidates.isEmpty { return others }
    guard others.replaces == replaces else { return self }
    var all = self
    all.candidates += others.candidates
    all.more += others.more
    return all
  }
}
