// Keys that begin with an Escape, in vi mode, where Escape alone is a key too.

/// What stands for such keys. libedit would take an arrow key in vi's insert mode for Escape and
/// two commands; so it is given one character instead, of a kind that no key sends.
struct ViKeys {
  private var characters: [[Unicode.Scalar]: Unicode.Scalar] = [:]
  private var commands: [String: Unicode.Scalar] = [:]

  /// The controls beyond ASCII, which are passed over where a terminal sends them.
  private static let free = 0x80..<0xA0

  /// Has a key stand for a command.
  /// - Parameter rest: what follows the Escape; `^M` is a return.
  /// - Returns: the character to bind; nil where the key would be a command of vi's own.
  mutating func add(_ rest: String, for command: String) -> Unicode.Scalar? {
    let isReturn = rest == "^M" || rest == "^J"
    guard isReturn || rest.unicodeScalars.count > 1 else { return nil }
    let key = isReturn ? [rest == "^M" ? "\r" : "\n"] : Array(rest.unicodeScalars)
    guard let character = commands[command] ?? next else { return nil }
    commands[command] = character
    characters[key] = character
    return character
  }

  private var next: Unicode.Scalar? {
    let number = ViKeys.free.lowerBound + commands.count
    return number < ViKeys.free.upperBound ? Unicode.Scalar(number) : nil
  }

  /// What stands for a key, by what followed its Escape.
  func character(_ typed: [Unicode.Scalar]) -> Unicode.Scalar? { characters[typed] }

  /// Whether more could make a key of it.
  func isBeginning(_ typed: [Unicode.Scalar]) -> Bool {
    characters.keys.contains { $0.starts(with: typed) }
  }
}
