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
