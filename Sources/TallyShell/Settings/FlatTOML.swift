// Lines of `key = value`, as TOML has them: all that a config file may hold.

// A reader of its own, since the file is flat: the packages that read all of TOML bring Foundation
// or C++, either of which is larger than tally.

/// Reads the part of TOML 1.0 that settings need: comments, and keys with a string, a whole number,
/// or true or false. All else is refused by its place.
struct FlatTOML {
  /// What is wrong with a line.
  struct Mistake: Error, Equatable {
    /// The place in the line, from 1, in characters.
    let column: Int
    /// What is wrong, and what is allowed.
    let message: String
  }

  /// A line that says something.
  struct Line {
    /// Its number, from 1.
    let number: Int
    /// The key and its value in words.
    let content: Result<(key: String, value: String), Mistake>
  }

  /// The lines of a text that are neither empty nor comments.
  static func lines(of text: String) -> [Line] {
    // Swift takes CR LF for one character, which is a line end too.
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .enumerated().compactMap { number, line in
        var reader = FlatTOML(line)
        do throws(Mistake) {
          guard let content = try reader.content() else { return nil }
          return Line(number: number + 1, content: .success(content))
        } catch {
          return Line(number: number + 1, content: .failure(error))
        }
      }
  }

  private let letters: [Character]
  private var at = 0

  private init(_ line: Substring) { letters = Array(line) }

  private var next: Character? { at < letters.count ? letters[at] : nil }

  private func mistake(_ message: String, at place: Int? = nil) -> Mistake {
    Mistake(column: (place ?? at) + 1, message: message)
  }

  private mutating func content() throws(Mistake) -> (key: String, value: String)? {
    skipBlanks()
    guard let first = next, first != "#" else {
      try checkComment()
      return nil
    }
    if first == "[" {
      throw mistake("tables are not read here: each line is a setting, such as color = \"never\"")
    }
    let key = try key()
    skipBlanks()
    if next == "." {
      throw mistake("keys have no parts: each line is a setting, such as color = \"never\"")
    }
    guard next == "=" else { throw mistake("write = and a value after \"\(key)\"") }
    at += 1
    skipBlanks()
    let value = try value()
    skipBlanks()
    guard next == nil || next == "#" else {
      throw mistake("nothing may follow the value but a comment, which begins with #")
    }
    try checkComment()
    return (key, value)
  }

  private mutating func skipBlanks() {
    while next == " " || next == "\t" { at += 1 }
  }

  private mutating func key() throws(Mistake) -> String {
    if next == "\"" || next == "'" { return try string() }
    let start = at
    while let letter = next, FlatTOML.isOfKey(letter) { at += 1 }
    guard at > start else { throw mistake("a line begins with the name of a setting, or with #") }
    return String(letters[start..<at])
  }

  private static func isOfKey(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-" || letter == "_")
  }

  private mutating func value() throws(Mistake) -> String {
    let start = at
    switch next {
    case nil, "#":
      throw mistake("a value is missing: a text in quotation marks, a number, true or false")
    case "\"", "'": return try string()
    case "[": throw mistake("lists are not read here: a setting has one value")
    case "{": throw mistake("tables are not read here: a setting has one value")
    default: break
    }
    while let letter = next, letter != " ", letter != "\t", letter != "#" { at += 1 }
    let word = String(letters[start..<at])
    if word == "true" || word == "false" { return word }
    if let number = FlatTOML.wholeNumber(word) { return number }
    throw mistake(
      "\(word) is no value: write it in quotation marks, as \"\(word)\"; without them only whole "
        + "numbers, true and false are read", at: start)
  }

  /// The digits of a decimal integer by TOML's rules; nil for anything else.
  private static func wholeNumber(_ word: String) -> String? {
    let unsigned = word.first == "+" || word.first == "-" ? String(word.dropFirst()) : word
    let parts = unsigned.split(separator: "_", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.allSatisfy({ !$0.isEmpty }), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits.count == 1 || digits.first != "0", Int(digits) != nil
    else { return nil }
    return (word.first == "-" ? "-" : "") + digits
  }

  // MARK: Strings

  private mutating func string() throws(Mistake) -> String {
    let start = at
    let quote = letters[at]
    if letters[at...].prefix(3) == [quote, quote, quote] {
      throw mistake("a value is one line: write one quotation mark at each end")
    }
    at += 1
    var text = ""
    while let letter = next {
      if letter == quote {
        at += 1
        return text
      }
      if letter == "\\", quote == "\"" {
        text.unicodeScalars.append(try escape())
      } else {
        guard !FlatTOML.isControl(letter) else { throw mistake("a control character: remove it") }
        text.append(letter)
        at += 1
      }
    }
    throw mistake("the text has no \(quote) at its end", at: start)
  }

  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    let start = at
    at += 1
    guard let letter = next else { throw mistake("the text has no \" at its end", at: start) }
    at += 1
    switch letter {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "\"", "\\": return letter == "\"" ? "\"" : "\\"
    case "u", "U":
      let length = letter == "u" ? 4 : 8
      let digits = String(letters[at...].prefix(length))
      guard digits.count == length, digits.allSatisfy(\.isHexDigit),
        let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number)
      else { break }
      at += length
      return scalar
    default: break
    }
    throw mistake("no such escape: write a backslash twice, \\\\, to mean one", at: start)
  }

  private static func isControl(_ letter: Character) -> Bool {
    letter.unicodeScalars.contains { $0.value < 32 && $0 != "\t" || $0.value == 127 }
  }

  private func checkComment() throws(Mistake) {
    for place in at..<max(at, letters.count) where FlatTOML.isControl(letters[place]) {
      throw mistake("a control character: remove it", at: place)
    }
  }
}
