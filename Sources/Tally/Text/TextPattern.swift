// What `matches` looks for in a text: a regular expression, run in time linear in the text.

/// A pattern: literals, `.`, `[a-z]`, `[^a-z]`, `\d \w \s` and their opposites, `* + ?`, `|`,
/// brackets, `^` and `$`.
///
/// It is a program for a machine that stands in many places at once (Thompson, 1968): each
/// character of the text moves every place a step, so that no pattern makes it go back. Letters
/// compare without regard to case, and a character is what a reader takes for one.
struct TextPattern: Sendable, Equatable {
  /// The most characters of a pattern. What is longer is a list of texts, which `in (…)` says
  /// better; with no counted repetition this bounds the program too, to twice as many steps.
  static let mostCharacters = 256
  /// The deepest nesting of brackets, for the reader calls itself for each.
  static let mostBrackets = 64

  /// One step of the program.
  enum Step: Sendable, Equatable {
    /// Takes a character that passes a test.
    case take(CharacterTest)
    /// Goes on at both places.
    case split(Int, Int)
    /// Goes on at a place.
    case jump(Int)
    /// Goes on at the text's start.
    case atStart
    /// Goes on at the text's end.
    case atEnd
    /// The text matches.
    case accept
  }

  /// The pattern as it was written.
  let text: String
  /// The program; it begins at its first step.
  let steps: [Step]

  /// Reads a pattern.
  init(_ text: String) throws(PatternFault) {
    var reader = PatternReader(text)
    self.text = text
    steps = try reader.program()
  }

  /// Whether a text has a part that the pattern describes.
  func accepts(_ text: String) -> Bool { run(over: text).accepts }

  /// Whether a text matches, and how many steps it took to see.
  /// - Complexity: O(characters × steps of the program).
  func run(over text: String) -> (accepts: Bool, work: Int) {
    var machine = Machine(self)
    let accepts = machine.run(over: Array(text.lowercased()))
    return (accepts, machine.work)
  }

  static func == (left: TextPattern, right: TextPattern) -> Bool { left.text == right.text }
}

/// The places of a program where a run stands.
private struct Machine {
  private let steps: [TextPattern.Step]
  /// The steps that wait for a character.
  private var waiting: [Int] = []
  /// For each step, the position at which it was last reached.
  private var reached: [Int]
  /// Steps that are still to be looked at.
  private var open: [Int] = []
  /// How many steps were looked at.
  private(set) var work = 0

  init(_ pattern: TextPattern) {
    steps = pattern.steps
    reached = Array(repeating: -1, count: steps.count)
  }

  mutating func run(over characters: [Character]) -> Bool {
    for position in 0...characters.count {
      // A match may begin anywhere, so the first step is open at every position.
      open.append(0)
      if reach(position, of: characters.count) { return true }
      guard position < characters.count else { return false }
      take(characters[position])
    }
    return false
  }

  /// Follows the open steps to those that wait for a character.
  /// - Returns: whether the program's end was reached.
  private mutating func reach(_ position: Int, of end: Int) -> Bool {
    waiting.removeAll(keepingCapacity: true)
    while let step = open.popLast() {
      work += 1
      guard reached[step] != position else { continue }
      reached[step] = position
      switch steps[step] {
      case .take: waiting.append(step)
      case .split(let first, let second): open += [second, first]
      case .jump(let target): open.append(target)
      case .atStart: if position == 0 { open.append(step + 1) }
      case .atEnd: if position == end { open.append(step + 1) }
      case .accept: return true
      }
    }
    return false
  }

  /// Moves each waiting step that a character passes.
  private mutating func take(_ character: Character) {
    for step in waiting {
      work += 1
      if case .take(let test) = steps[step], test.accepts(character) { open.append(step + 1) }
    }
  }
}

/// What one character of a text must be.
enum CharacterTest: Sendable, Equatable {
  case any
  case exactly(Character)
  case oneOf([CharacterSpan], isNegated: Bool)

  /// Whether a small character passes.
  func accepts(_ character: Character) -> Bool {
    switch self {
    case .any: true
    case .exactly(let wanted): wanted == character
    case .oneOf(let spans, let isNegated):
      spans.contains { $0.holds(character) } != isNegated
    }
  }
}

/// A part of a class in square brackets.
enum CharacterSpan: Sendable, Equatable {
  /// A family of characters.
  enum Family: Sendable { case digit, word, space }

  case range(ClosedRange<Character>)
  case family(Family, isNegated: Bool)

  /// Whether a small character, or its capital, is of the span.
  func holds(_ character: Character) -> Bool {
    switch self {
    case .range(let range):
      range.contains(character)
        || CharacterSpan.capital(of: character).map { range.contains($0) } ?? false
    case .family(.digit, let isNegated):
      (character.isASCII && character.isWholeNumber) != isNegated
    case .family(.word, let isNegated):
      (character.isLetter || character.isNumber || character == "_") != isNegated
    case .family(.space, let isNegated): character.isWhitespace != isNegated
    }
  }

  /// The capital of a character, where it is one character.
  private static func capital(of character: Character) -> Character? {
    let capital = character.uppercased()
    return capital.count == 1 ? capital.first : nil
  }
}
