// What `:help` knows a page about: read from the descriptors, nothing written twice.

import Tally

/// A word with a page.
struct HelpTopic: Sendable {
  /// The word, or several: `as of`.
  let name: String
  /// What it is: a verb, a field of a relation, a command.
  let kind: String
  /// What it means.
  let meaning: String
  /// How it is written, as the grammar says it; may be empty.
  var form = ""
  /// What else its page says, a paragraph each.
  var details: [String] = []
  /// Entries that show it at work.
  let examples: [String]
  /// A page of its own, in place of all that.
  var page: (@Sendable (Session, _ width: Int) -> StyledText)?

  /// A topic whose page says what the word means, how it is said, and a few examples.
  init(
    _ name: String, _ kind: String, meaning: String, form: String = "", details: [String] = [],
    examples: [String], page: (@Sendable (Session, _ width: Int) -> StyledText)? = nil
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.form = form
    self.details = details
    self.examples = examples
    self.page = page
  }

  /// Every topic: for readers first, then the language, what the dataset has, and the program.
  static func all(of dataset: Dataset) -> [HelpTopic] {
    readers + language + record(dataset) + program
  }

  /// Whether it is a field of a relation.
  var isField: Bool { kind.hasPrefix("field of") }

  /// The page; its text ends with a line end.
  /// - Parameter isShort: only what it means.
  func text(_ session: Session, width: Int, isShort: Bool = false) -> StyledText {
    if let page { return page(session, width) }
    var text = StyledText(name, .heading)
      .with(StyledText("  " + kind, .muted)).lines(width: width, hanging: 2)
    text.paragraph(meaning, width: width, indent: 2)
    guard !isShort else { return text }
    if !form.isEmpty { text.paragraph(form, .muted, width: width, indent: 2, hanging: 6) }
    for detail in details { text.paragraph(detail, width: width, indent: 2) }
    for example in examples {
      for line in example.split(separator: "\n") {
        text.paragraph(String(line), .keyword, width: width, indent: 4, hanging: 6)
      }
    }
    return text
  }

  // MARK: Finding

  /// The topics of a word, letter case aside. A colon asks for a command, and `agencies.kind` for
  /// the field of one relation. A field may be of several relations.
  static func named(_ name: String, in topics: [HelpTopic]) -> [HelpTopic] {
    let words = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.hasPrefix(":") {
      let command = String(words.dropFirst())
      let found = topics.filter {
        $0.name.lowercased() == command && ["command", "setting"].contains($0.kind)
      }
      return found.isEmpty ? named(command, in: topics) : found
    }
    let found = topics.filter { $0.name.lowercased() == words }
    let parts = words.split(separator: ".")
    guard found.isEmpty, parts.count == 2 else { return found }
    return topics.filter { $0.name == parts[1] && $0.kind == "field of \(parts[0])" }
  }

  /// The word that a wrong one was probably meant for: near in spelling, or longer.
  static func nearest(to name: String, in topics: [HelpTopic]) -> String? {
    let word = name.drop { $0 == ":" }.lowercased()
    if let near = Spelling.nearest(word, in: topics.map(\.name)).first { return near }
    guard word.count > 2 else { return nil }
    return topics.first { $0.name.lowercased().hasPrefix(word) }?.name
      ?? topics.first { $0.name.lowercased().contains(word) }?.name
  }

  /// What is said of a word without a page.
  static func unknown(_ name: String, in topics: [HelpTopic]) -> String {
    let opening = "there is no help on \"\(name)\""
    if let near = nearest(to: name, in: topics) { return opening + ": did you mean \(near)?" }
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    let known = words.filter { !named($0, in: topics).isEmpty }
    guard words.count > 1, !known.isEmpty else {
      return opening + "; :help examples and :tables show what there is"
    }
    return opening + "; there is on " + known.joined(separator: ", ")
  }
}
