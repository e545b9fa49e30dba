// The words behind a command: a file whose name has blanks stands in quotes.

/// The words of a command's argument.
enum ArgumentWords {
  /// The words of a text: blanks part them, except between quotes.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isOpen.toggle()
        isQuoted = true
      } else if character.isWhitespace, !isOpen {
        if !word.isEmpty || isQuoted { words.append(word) }
        (word, isQuoted) = ("", false)
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

/// A file that a command writes, with what stands behind it.
struct FileArgument: Equatable {
  /// The file, as it was typed; nil where none is named.
  var name: String?
  /// The words behind it.
  var rest: [String] = []
  /// Whether a file that is there may go: `:save! FILE`, `:save FILE!` or `:save FILE !`.
  var replaces = false

  /// Reads what follows the command; its own mark of exclamation comes first.
  init(_ argument: String) {
    var words = ArgumentWords.split(argument)
    if words.first == "!" {
      replaces = true
      words.removeFirst()
    }
    if words.count > 1, words.last == "!" {
      replaces = true
      words.removeLast()
    }
    if words.count == 1, words[0].count > 1, words[0].hasSuffix("!") {
      replaces = true
      words[0].removeLast()
    }
    name = words.first
    rest = Array(words.dropFirst())
  }
}
