// The format of LaTeX: an entry for each source, and one for the answer itself.

extension OutputFormat {
  /// BibTeX: each source of an answer is an entry of the kind `misc`, and so is the answer.
  public static let bibtex = OutputFormat(
    name: "bibtex", summary: "the sources and the answer itself as BibTeX entries"
  ) { answer, _ in
    let citation = Citation(of: answer)
    let provenance = answer.provenance
    let own = [
      ("title", "Answer to: " + citation.question),
      ("author", "tally"),
      ("version", provenance.dataset + " " + provenance.version),
      ("note", citation.entry(provenance, .ascii)),
    ]
    let entries =
      provenance.sources.map(\.made).map { BibTeX.entry($0.id, BibTeX.fields($0)) }
      + [BibTeX.entry("tally-" + citation.hash.prefix(12), own)]
    return StyledText(entries.joined(separator: "\n"))
  }
}

/// Writes BibTeX.
private enum BibTeX {
  /// An entry; a field that holds nothing is left out.
  static func entry(_ key: String, _ fields: [(String, String)]) -> String {
    let lines = fields.filter { !$0.1.isEmpty }.map { name, text in
      "  \(name) = {" + value(name, text) + "},\n"
    }
    let plain = key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
    return "@misc{\(plain),\n" + lines.joined() + "}\n"
  }

  /// What is known of a source. A date is written at the precision that is known.
  static func fields(_ source: SourceReference) -> [(String, String)] {
    let parts = source.published.split(separator: "-").map(String.init)
    let isDate = parts.first.map { $0.count == 4 && Int($0) != nil } ?? false
    let month = isDate && parts.count > 1 ? Int(parts[1]) : nil
    return [
      ("title", source.title), ("author", source.publisher),
      ("year", isDate ? parts[0] : ""), ("month", month.map(String.init) ?? ""),
      ("day", isDate && parts.count > 2 ? Int(parts[2]).map(String.init) ?? "" : ""),
      (source.hasAddress ? "url" : "howpublished", source.place),
      ("note", isDate ? "" : source.published),
    ]
  }

  /// A field's text: an author stays whole in braces of its own, an address keeps its marks.
  private static func value(_ name: String, _ text: String) -> String {
    let line = CleanText.line(text)
    switch name {
    case "url": return address(line)
    case "author": return "{" + escaped(line) + "}"
    default: return escaped(line)
    }
  }

  private static func address(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing(" ", with: "%20")
  }

  /// The text with the marks of TeX made plain.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": result += "\\" + String(character)
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\\": result += "\\textbackslash{}"
      default: result.append(character)
      }
    }
    return result
  }
}
