// The lines of one statement: all on one where it fits, else a line for each clause.

/// A word or mark of a statement as it is written, with what is known about the place before it.
struct LayoutPiece {
  /// What a line may be broken for, best first.
  enum Break: Int, Comparable {
    /// Before `and` or `or`, and after a comma.
    case part
    /// Wherever a blank stands.
    case blank
    /// Where no blank stands: the last resort, in long paths and nested brackets.
    case none

    static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String
  /// Where it stood.
  var span: Span
  /// Brackets that are open before it.
  var depth = 0
  /// How well a line may begin with it.
  var lineBreak = Break.blank
  /// Where it begins a clause, the indentation of the line that the clause has to itself in a
  /// statement of several lines.
  var clause: Int?
  /// Whether it is an `and` or `or` between conditions.
  var isJunction = false
  /// Comments on lines of their own before it.
  var comments: [String] = []
  /// The comment behind it.
  var trailing: String?

  /// Cells that it takes on its first line, one for each character.
  var width: Int { text.prefix { !$0.isNewline }.count }
  /// Whether a blank stands before it, unless it begins a line.
  var hasBlank: Bool { lineBreak != .none }
}

/// Breaks a statement into lines. Lines after the first are indented, which makes each of them go
/// on with the statement whatever it begins with.
struct StatementLayout {
  /// Statements beyond this many columns are broken.
  static let wish = 80
  /// What holds together without a blank may go this far.
  static let limit = 100

  private var lines: [String] = []

  /// The lines of a statement.
  static func lines(of pieces: [LayoutPiece]) -> [String] {
    var layout = StatementLayout()
    if fits(pieces[...], indent: 0) {
      layout.write(pieces[...], indent: 0)
      return layout.lines
    }
    var start = 0
    for end in 1...pieces.count where end == pieces.count || pieces[end].clause != nil {
      layout.lay(pieces[start..<end], indent: pieces[start].clause ?? 0)
      start = end
    }
    return layout.lines
  }

  /// A clause: on one line, or broken at its commas, or with a line for each of its conditions.
  private mutating func lay(_ clause: ArraySlice<LayoutPiece>, indent: Int) {
    let outer = clause.dropFirst().filter { $0.depth == 0 }
    let hasList = clause.contains { $0.depth == 0 && $0.text == "," }
    guard !Self.fits(clause, indent: indent), !hasList, outer.contains(where: \.isJunction) else {
      return fill(clause, indent: indent)
    }
    var start = clause.startIndex
    for end in clause.indices.dropFirst() + [clause.endIndex]
    where end == clause.endIndex || clause[end].isJunction && clause[end].depth == 0 {
      fill(clause[start..<end], indent: start == clause.startIndex ? indent : indent + 2)
      start = end
    }
  }

  /// Lines as full as they may be, each broken at the best place.
  private mutating func fill(_ pieces: ArraySlice<LayoutPiece>, indent: Int) {
    var rest = pieces
    var indent = indent
    let continued = indent + 2
    while let end = Self.lineEnd(rest, indent: indent) {
      write(rest[..<end], indent: indent)
      rest = rest[end...]
      indent = continued
    }
    write(rest, indent: indent)
  }

  /// Where the first line of some pieces ends; nil where they are one line.
  private static func lineEnd(_ pieces: ArraySlice<LayoutPiece>, indent: Int) -> Int? {
    var width = indent
    var best: Int?
    for index in pieces.indices {
      let piece = pieces[index]
      width += piece.width + (piece.hasBlank && index > pieces.startIndex ? 1 : 0)
      guard index > pieces.startIndex else { continue }
      if isForced(before: index, pieces) { return index }
      if best.map({ isBetter(piece, than: pieces[$0]) }) ?? true { best = index }
      if width > (piece.hasBlank ? wish : limit) { return best }
    }
    return nil
  }

  private static func isBetter(_ piece: LayoutPiece, than other: LayoutPiece) -> Bool {
    if piece.lineBreak != other.lineBreak { return piece.lineBreak < other.lineBreak }
    return piece.lineBreak != .part || piece.depth <= other.depth
  }

  /// Whether a comment wants a line to begin here.
  private static func isForced(before index: Int, _ pieces: ArraySlice<LayoutPiece>) -> Bool {
    !pieces[index].comments.isEmpty || pieces[index - 1].trailing != nil
  }

  private static func fits(_ pieces: ArraySlice<LayoutPiece>, indent: Int) -> Bool {
    var width = indent
    for index in pieces.indices {
      if index > pieces.startIndex, isForced(before: index, pieces) { return false }
      width += pieces[index].width
      if index > pieces.startIndex, pieces[index].hasBlank { width += 1 }
    }
    return width <= wish
  }

  private mutating func write(_ pieces: ArraySlice<LayoutPiece>, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    for comment in pieces.first?.comments ?? [] { lines.append(margin + comment) }
    var line = margin
    for index in pieces.indices {
      if index > pieces.startIndex, pieces[index].hasBlank { line += " " }
      line += pieces[index].text
    }
    if let trailing = pieces.last?.trailing { line += " " + trailing }
    lines.append(line)
  }
}
