// What is said about characters: codes T101 to T119. Sorted by name.

extension Diagnostic {
  /// T109: `#` wants the five digits of a FIPS code.
  static func badFIPS(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T109", at: span, "a FIPS code is # and five digits",
      help: ["for example #17031, which is Cook County, IL"])
  }

  /// T106: digits that run into letters, such as `10k`.
  static func badNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T106", at: span, "a number is digits only",
      help: ["write 10_000 or 0.5; a name begins with a letter"])
  }

  /// T107: `1,922`, which could be one number or two.
  static func commasInNumber(_ span: Span, _ parts: [String], inList: Bool) -> Diagnostic {
    let one = Fix(span, parts.joined(separator: "_"), for: inList ? "one number" : "")
    let several = Fix(span, parts.joined(separator: ", "), for: "several numbers")
    return Diagnostic(
      "T107", at: span, "write numbers without commas", fixes: inList ? [one, several] : [one])
  }

  /// T112: text after the mark that opens a block.
  static func blockBeginsOnNextLine(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T112", at: span, "the lines of a block begin below its <<",
      help: ["write << at the end of a line, the rows below it, and >> on a line of its own"])
  }

  /// T103: a NUL byte or another control character.
  static func controlCharacter(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T103", at: span, "this holds a control character, which no query can hold",
      help: ["type the line again, or look for what pasted it in"])
  }

  /// T109: five digits where a place belongs.
  static func fipsWithoutMark(_ span: Span, _ digits: String) -> Diagnostic {
    Diagnostic(
      "T109", at: span, "a FIPS code begins with #", fixes: [Fix(span, "#\(digits)")])
  }

  /// T111: `_name`.
  static func nameBeginsWithMark(_ span: Span, _ source: Source) -> Diagnostic {
    let name = source.text(span).drop { $0 == "_" }
    let isName = name.first?.isLetter ?? false
    return Diagnostic(
      "T111", at: span, "a name begins with a letter; _ is the last result, _3 the third",
      fixes: isName ? [Fix(span, String(name))] : [])
  }

  /// T110: `2019-13`, or a day that the month does not have.
  static func noSuchDate(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T110", at: span, "the calendar has no such date",
      help: ["a month is written 2019-06, a day 2019-06-21; for a subtraction put blanks around -"])
  }

  /// T102: bytes that are no text.
  static func notUTF8(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T102", at: span, "these bytes are not UTF-8 text",
      help: ["save the file as UTF-8, or set the terminal to it"])
  }

  /// N101: marks pasted from a document.
  static func readTypographicMarks(_ span: Span) -> Diagnostic {
    Diagnostic(
      "N101", .note, at: span,
      "curly quotes, long dashes, \u{2264} and the like were read as the plain marks they stand for"
    )
  }

  /// T106: a number of more than 308 digits.
  static func numberTooLarge(_ span: Span) -> Diagnostic {
    Diagnostic("T106", at: span, "this number is larger than any that can be counted with")
  }

  /// T111: `$where`.
  static func reservedParameter(_ span: Span, _ name: String) -> Diagnostic {
    Diagnostic(
      "T111", at: span, "\"\(name)\" is a word of the language, and no name",
      fixes: [Fix(span, "$the_\(name)")])
  }

  /// T105: a text in single quotes.
  static func singleQuotes(_ span: Span, _ inner: String) -> Diagnostic {
    let text = inner.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return Diagnostic(
      "T105", at: span, "text stands in double quotes", fixes: [Fix(span, "\"\(text)\"")])
  }

  /// T207: `%` between two values.
  static func sqlRemainder(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T207", at: span, "there is no remainder of a division",
      help: ["a percent sign follows a number, as in 50%"])
  }

  /// T104: a mark that the language does not have.
  static func strangeMark(_ span: Span, _ text: String) -> Diagnostic {
    Diagnostic(
      "T104", at: span, "\"\(text)\" is not a mark of the language",
      help: text == ":"
        ? ["a command such as :help stands alone at the prompt, on a line of its own"]
        : ["marks are ( ) , . | < <= > >= + - * / and \" for text"])
  }

  /// T112: a block of lines without an end.
  static func unclosedBlock(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T112", at: span, "these rows have no end",
      help: ["write >> on a line of its own below them"])
  }

  /// T101: a text without its closing quote.
  static func unclosedQuote(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T101", at: span, "this text has no closing quote on its line",
      help: ["a quote inside a text is written twice: \"\""])
  }
}
