// The text of a pattern to its program, or to what is wrong with it and where.

/// Why a pattern cannot be used.
struct PatternFault: Error, Equatable {
  /// What is wrong.
  enum Kind: Equatable {
    case tooLong, tooDeep
    case unclosedBracket, strayBracket, unclosedClass, emptyClass, bracketInClass, badRange
    case nothingToRepeat, repeatedTwice, counted, specialGroup
    case trailingBackslash
    case backReference
    case unknownEscape
  }

  /// What is wrong.
  let kind: Kind
  /// Which characters of the pattern.
  let range: Range<Int>
}

/// Reads a pattern.
///
///     pattern  ::= sequence ( "|" sequence )*
///     sequence ::= ( atom ( "*" | "+" | "?" )? )*
///     atom     ::= character | "." | "^" | "$" | "\" escaped | class | "(" pattern ")"
///     class    ::= "[" "^"? ( character ( "-" character )? | "\" escaped )+ "]"
///
/// Each part becomes steps whose jumps count from the part's own first step, so that parts can be
/// put one after the other.
struct PatternReader {
  private let characters: [Character]
  private var index = 0
  private var depth = 0

  init(_ text: String) { characters = Array(text) }

  /// The program of the whole pattern.
  mutating func program() throws(PatternFault) -> [TextPattern.Step] {
    guard characters.count <= TextPattern.mostCharacters else {
      throw PatternFault(kind: .tooLong, range: 0..<characters.count)
    }
    let steps = try alternatives()
    guard index == characters.count else { throw fault(.strayBracket, from: index) }
    return steps + [.accept]
  }

  private var current: Character? { index < characters.count ? characters[index] : nil }
  private var next: Character? { index + 1 < characters.count ? characters[index + 1] : nil }

  private func fault(_ kind: PatternFault.Kind, from start: Int, length: Int = 1) -> PatternFault {
    PatternFault(kind: kind, range: start..<min(start + length, characters.count))
  }

  private mutating func take(_ character: Character) -> Bool {
    guard current == character else { return false }
    index += 1
    return true
  }

  // MARK: Parts

  private mutating func alternatives() throws(PatternFault) -> [TextPattern.Step] {
    let first = try sequence()
    guard take("|") else { return first }
    let second = try alternatives()
    return [.split(1, first.count + 2)] + first.moved(by: 1) + [
      .jump(first.count + second.count + 2)
    ]
      + second.moved(by: first.count + 2)
  }

  private mutating func sequence() throws(PatternFault) -> [TextPattern.Step] {
    var steps: [TextPattern.Step] = []
    while let character = current, character != "|", character != ")" {
      steps += try repeated().moved(by: steps.count)
    }
    return steps
  }

  private mutating func repeated() throws(PatternFault) -> [TextPattern.Step] {
    let isAnchor = current == "^" || current == "$"
    let part = try atom()
    guard let mark = current, "*+?{".contains(mark) else { return part }
    if mark == "{" { throw fault(.counted, from: index, length: countLength) }
    guard !isAnchor else { throw fault(.nothingToRepeat, from: index) }
    index += 1
    if let again = current, "*+?".contains(again) {
      throw fault(.repeatedTwice, from: index - 1, length: 2)
    }
    let count = part.count
    return switch mark {
    case "*": [.split(1, count + 2)] + part.moved(by: 1) + [.jump(0)]
    case "+": part + [.split(0, count + 1)]
    default: [.split(1, count + 1)] + part.moved(by: 1)
    }
  }

  /// The length of `{2,5}` from here.
  private var countLength: Int {
    let rest = characters[index...]
    return (rest.firstIndex(of: "}") ?? rest.endIndex - 1) - index + 1
  }

  private mutating func atom() throws(PatternFault) -> [TextPattern.Step] {
    let start = index
    guard let character = current else { return [] }
    index += 1
    switch character {
    case "(": return try group(from: start)
    case "[": return [.take(try characterClass(from: start))]
    case "\\": return try escape(from: start).map { .take($0) }
    case ".": return [.take(.any)]
    case "^": return [.atStart]
    case "$": return [.atEnd]
    case "*", "+", "?": throw fault(.nothingToRepeat, from: start)
    case "{":
      index = start
      throw fault(.counted, from: start, length: countLength)
    default: return PatternReader.tests(of: character).map { .take($0) }
    }
  }

  private mutating func group(from start: Int) throws(PatternFault) -> [TextPattern.Step] {
    if current == "?" { throw fault(.specialGroup, from: start, length: next == "<" ? 4 : 3) }
    guard depth < TextPattern.mostBrackets else { throw fault(.tooDeep, from: start) }
    depth += 1
    defer { depth -= 1 }
    let steps = try alternatives()
    guard take(")") else { throw fault(.unclosedBracket, from: start) }
    return steps
  }

  /// A character as its small letters: as a rule one.
  private static func tests(of character: Character) -> [CharacterTest] {
    character.lowercased().map { .exactly($0) }
  }

  // MARK: Escapes and classes

  /// What follows a backslash, as tests one after the other.
  private mutating func escape(from start: Int) throws(PatternFault) -> [CharacterTest] {
    if let family = try family(from: start) { return [.oneOf([family], isNegated: false)] }
    return PatternReader.tests(of: try escaped(from: start))
  }

  /// `d`, `w` or `s`, small for the family and capital for all others.
  private mutating func family(from start: Int) throws(PatternFault) -> CharacterSpan? {
    guard let character = current else { throw fault(.trailingBackslash, from: start) }
    let family: CharacterSpan.Family
    switch character {
    case "d", "D": family = .digit
    case "w", "W": family = .word
    case "s", "S": family = .space
    default: return nil
    }
    index += 1
    return .family(family, isNegated: character.isUppercase)
  }

  /// A mark that stands for itself.
  private mutating func escaped(from start: Int) throws(PatternFault) -> Character {
    guard let character = current else { throw fault(.trailingBackslash, from: start) }
    if character.isWholeNumber { throw fault(.backReference, from: start, length: 2) }
    if character.isLetter { throw fault(.unknownEscape, from: start, length: 2) }
    index += 1
    return character
  }

  private mutating func characterClass(from start: Int) throws(PatternFault) -> CharacterTest {
    let isNegated = take("^")
    var spans: [CharacterSpan] = []
    while let character = current {
      if take("]") {
        guard !spans.isEmpty else {
          throw fault(.emptyClass, from: start, length: index - start)
        }
        return .oneOf(spans, isNegated: isNegated)
      }
      if character == "[" { throw fault(.bracketInClass, from: index) }
      spans.append(try span())
    }
    throw fault(.unclosedClass, from: start)
  }

  private mutating func span() throws(PatternFault) -> CharacterSpan {
    let start = index
    if current == "\\" {
      index += 1
      if let family = try family(from: start) { return family }
      index = start
    }
    let low = try member()
    guard current == "-", let end = next, end != "]" else { return .range(low...low) }
    index += 1
    guard current != "[" else { throw fault(.bracketInClass, from: index) }
    let isFamily = current == "\\" && next.map { "dDwWsS".contains($0) } ?? false
    let high = isFamily ? nil : try member()
    guard let high, low <= high else {
      throw fault(.badRange, from: start, length: index - start + (isFamily ? 2 : 0))
    }
    return .range(low...high)
  }

  private mutating func member() throws(PatternFault) -> Character {
    let start = index
    guard let character = current else { throw fault(.unclosedClass, from: start) }
    index += 1
    return character == "\\" ? try escaped(from: start) : character
  }
}

extension [TextPattern.Step] {
  /// The same steps for a place further on.
  fileprivate func moved(by distance: Int) -> [TextPattern.Step] {
    map { step in
      switch step {
      case .split(let first, let second): .split(first + distance, second + distance)
      case .jump(let target): .jump(target + distance)
      case .take, .atStart, .atEnd, .accept: step
      }
    }
  }
}
