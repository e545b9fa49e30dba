// Names of columns in the language, made of whatever stands in a header.

/// Makes names that the language takes: small letters, digits and underscores, each once.
public enum TableNames {
  /// The most letters of a name.
  public static let longest = 60

  /// A text as a name: `Per Diem ($)` is `per_diem`; empty where it has no letter or digit.
  public static func plain(_ text: String) -> String {
    var name: [UInt8] = []
    for byte in PlainLetters.of(text) {
      let isName =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isName {
        name.append(byte)
      } else if let last = name.last, last != UInt8(ascii: "_") {
        name.append(UInt8(ascii: "_"))
      }
    }
    name = Array(name.prefix(longest))
    while name.last == UInt8(ascii: "_") { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }

  /// A name for each column. One without a name is `column_3`; a digit or a word of the language
  /// gets `column_` before it; a name that was given before gets a number.
  static func of(_ header: [String], taken: Set<String> = []) -> [String] {
    var used = taken
    return header.enumerated().map { number, text in
      var name = plain(text)
      if name.isEmpty {
        name = "column_\(number + 1)"
      } else if name.utf8.first.map({ $0 < UInt8(ascii: "a") }) == true
        || SchemaLint.reservedWords.contains(name)
      {
        name = "column_" + name
      }
      return unused(name, &used)
    }
  }

  /// A name, with a number behind it where it is taken.
  static func unused(_ name: String, _ used: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
