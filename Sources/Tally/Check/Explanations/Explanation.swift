// The long texts of messages: what each means, why tally refuses, what to do. One file per family.

extension DiagnosticCode {
  /// What the message means and why, in lines of at most `width` columns.
  public func explanation(width: Int) -> StyledText {
    let text = Explanation.texts[name] ?? meaning
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return StyledText(words).lines(width: width)
  }

  /// The code of a name, letter case aside.
  public static func named(_ name: String) -> DiagnosticCode? {
    let wanted = name.uppercased()
    return all.first { $0.name == wanted }
  }

  /// The codes that a wrong one was probably meant for: near in spelling, or of the same family.
  public static func nearest(to name: String) -> [String] {
    let near = Spelling.nearest(name, in: all.map(\.name))
    guard near.isEmpty else { return near }
    let digit = name.first { $0.isNumber }
    return all.map(\.name).filter { $0.dropFirst().first == digit }
  }
}

/// The long texts by code.
enum Explanation {
  /// Every text.
  static let texts = [characters, sentences, names, scripts, types, dates].reduce(into: [:]) {
    all, family in
    all.merge(family) { first, _ in first }
  }
}
