// What Tab does: extends the word as far as all candidates agree, or lists them.

import Tally

/// The effect of Tab at one place.
struct CompletionMenu {
  /// The bytes that are replaced.
  let replaces: Span
  /// What is put there; nil where the word cannot grow.
  let insertion: String?
  /// The list of candidates; empty where the word has grown.
  let lines: [StyledText]

  /// What Tab does for some completions of a text.
  /// - Parameters:
  ///   - cursor: the byte of the text where the cursor stands.
  ///   - size: how many cells a line of the list may take, and how many lines it may have.
  ///   - mark: what stands where something was cut.
  init(
    _ completions: Completions, in text: String, cursor: Int, size: ScreenSize, mark: String = "…"
  ) {
    let bytes = Array(text.utf8)
    let span = completions.replaces
    let candidates = completions.candidates
    if candidates.count == 1, completions.more == 0, let only = candidates.first {
      replaces = span
      insertion =
        only.text + CompletionMenu.follow(only, before: bytes[clamped: span.end..<Int.max])
      lines = []
      return
    }
    let typed = String(decoding: bytes[clamped: span.start..<cursor], as: UTF8.self)
    // What stands behind the cursor stays until the choice is clear.
    replaces = Span(span.start, min(span.end, max(span.start, cursor)))
    insertion =
      completions.more == 0 ? CompletionMenu.growth(of: typed, to: candidates.map(\.text)) : nil
    lines =
      insertion == nil ? MenuLayout(size, cut: mark).lines(candidates, more: completions.more) : []
  }

  /// What follows the only candidate, unless it stands there or does not belong before what does.
  private static func follow(_ only: Completion, before rest: ArraySlice<UInt8>) -> String {
    guard let next = rest.first, let first = only.follow.utf8.first else { return only.follow }
    if next == first { return "" }
    let closing: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ".")]
    return only.follow == " " && closing.contains(next) ? "" : only.follow
  }

  /// A word with all letters that the candidates agree on; nil where those are no more than it has.
  private static func growth(of typed: String, to candidates: [String]) -> String? {
    let bare = candidates.map { $0.first == "\"" ? String($0.dropFirst()) : $0 }
    let common = commonPrefix(bare)
    let (new, old) = (PlainLetters.of(common), PlainLetters.of(typed.filter { $0 != "\"" }))
    guard new.count > old.count, new.starts(with: old) else { return nil }
    return (candidates.allSatisfy { $0.first == "\"" } ? "\"" : "") + common
  }

  /// The longest beginning that all texts share, letter case aside; in the first text's case.
  static func commonPrefix(_ texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    var length = first.count
    for text in texts.dropFirst() {
      let shared = zip(first, text).prefix { $0.lowercased() == $1.lowercased() }.count
      length = min(length, shared)
    }
    return String(first.prefix(length))
  }
}

extension Array {
  /// The elements of a range, as far as there are any.
  fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<Element> {
    self[range.clamped(to: 0..<count)]
  }
}
