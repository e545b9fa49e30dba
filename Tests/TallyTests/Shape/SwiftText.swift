// Swift source without its comments and strings, so that words and braces can be counted.

/// Swift text in which every character of a comment or a string has become a blank. Line ends
/// stay, and so does the code inside `\( … )`.
///
/// It knows nested comments, strings of several lines and raw strings. A regex literal is taken for
/// code, which harms nothing unless it holds a quote or a brace without its partner.
struct SwiftText {
  /// The code, byte for byte where the text has it.
  private(set) var code: [UInt8]
  private let text: [UInt8]
  private var place = 0

  init(_ source: String) {
    text = Array(source.utf8)
    code = text.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    readCode(untilBracket: false)
  }

  /// The code in lines.
  var lines: [Substring] {
    String(decoding: code, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func at(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= text.count else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(text[place..<place + length]) }
  }

  /// Copies code, to the end or to the bracket that closes what was opened before.
  private mutating func readCode(untilBracket: Bool) {
    var depth = 0
    while place < text.count {
      if at("//") {
        while place < text.count, text[place] != UInt8(ascii: "\n") { place += 1 }
      } else if at("/*") {
        skipComment()
      } else if let hashes = stringStart() {
        readString(hashes: hashes)
      } else {
        if at("(") { depth += 1 }
        if at(")") { depth -= 1 }
        if untilBracket, depth < 0 { return }
        code[place] = text[place]
        place += 1
      }
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if at("/*") {
        depth += 1
        place += 2
      } else if at("*/") {
        depth -= 1
        place += 2
      } else {
        place += 1
      }
    } while depth > 0 && place < text.count
  }

  /// How many `#` stand before the quote, if a string starts here.
  private func stringStart() -> Int? {
    var end = place
    while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: "\"") else { return nil }
    return end - place
  }

  private mutating func readString(hashes: Int) {
    place += hashes
    let isLong = at("\"\"\"")
    place += isLong ? 3 : 1
    while place < text.count {
      if text[place] == UInt8(ascii: "\\"), followedByHashes(hashes, after: 1) {
        place += 1 + hashes
        if at("(") {
          place += 1
          readCode(untilBracket: true)
        }
        place += 1
      } else if isLong ? at("\"\"\"") : at("\""), followedByHashes(hashes, after: isLong ? 3 : 1) {
        place += (isLong ? 3 : 1) + hashes
        return
      } else {
        if !isLong, text[place] == UInt8(ascii: "\n") { return }
        place += 1
      }
    }
  }

  private func followedByHashes(_ count: Int, after offset: Int) -> Bool {
    let start = place + offset
    return start + count <= text.count
      && text[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}

/// A word or sign of Swift code, and its line.
struct SwiftWord: Equatable {
  var text: Substring
  /// From 1.
  var line: Int
}

extension SwiftText {
  /// The identifiers, keywords and single signs of the code, in order.
  var words: [SwiftWord] {
    var found: [SwiftWord] = []
    for (number, line) in lines.enumerated() {
      var rest = line
      while let first = rest.first {
        if first == " " {
          rest = rest.dropFirst()
          continue
        }
        let isWord = first.isLetter || first == "_" || first.isNumber
        let word =
          isWord ? rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" } : rest.prefix(1)
        found.append(SwiftWord(text: word, line: number + 1))
        rest = rest[word.endIndex...]
      }
    }
    return found
  }
}
