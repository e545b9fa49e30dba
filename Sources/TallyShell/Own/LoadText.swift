// What reading a table found, in lines that people read.

import Tally

/// The report of a table that was opened.
enum LoadText {
  /// The problems that a run without a prompt names; `:open` shows more.
  private static let mostWarned = 3

  /// All that was found.
  static func show(_ opened: OpenedTable, _ report: Report) {
    let found = opened.report
    report.paragraph(StyledText(heading(opened), .heading), hanging: 2)
    report.paragraph(format(found.format) + ".", .muted, indent: 2)
    let entries = found.columns.map(entry)
    report.write(Listing(entries: entries).text(width: report.width))
    for note in found.notes { report.complain(note, .note) }
    for problem in found.problems { report.paragraph(line(problem), indent: 2, hanging: 4) }
    let rest = found.problemCount - found.problems.count
    if rest > 0 {
      report.paragraph("and \(rows(rest)) more that could not be read", indent: 2)
    }
    if found.problemCount > 0 {
      report.paragraph(
        "Every answer over \(opened.table.name) says that \(rows(found.problemCount)) "
          + "\(found.problemCount == 1 ? "is" : "are") missing; --strict-rows refuses such a file.",
        .muted, indent: 2)
    }
  }

  /// What somebody who runs a script must know: rows that are not there.
  static func warn(_ opened: OwnShelf.Opened, _ report: Report) {
    for table in opened.tables where table.report.problemCount > 0 {
      let found = table.report
      let first = found.problems.prefix(mostWarned).map(line).joined(separator: "; ")
      let more = found.problemCount > mostWarned ? "; :open at the prompt shows more" : ""
      report.complain(
        "\(table.table.file): \(rows(found.problemCount)) could not be read and "
          + "\(found.problemCount == 1 ? "is" : "are") not counted: \(first)\(more)", .warning)
    }
    for table in opened.tables where table.report.format.preambleLines > 0 {
      let first = table.report.notes.first { $0.hasPrefix("Before the header") } ?? ""
      report.complain(
        "\(table.table.file): \(first) The columns are "
          + table.report.columns.prefix(4).map(\.name).joined(separator: ", ")
          + (table.report.columns.count > 4 ? ", …" : ""), .warning)
    }
    for note in opened.notes { report.complain(note, .warning) }
    for outcome in opened.outcomes where outcome.lost > 0 {
      report.complain(LinkText.lost(outcome), .note)
    }
  }

  /// `visits: 1,234 rows and 5 columns of visits.csv; 3 rows could not be read`.
  static func heading(_ opened: OpenedTable) -> String {
    let found = opened.report
    let columns = found.columns.count == 1 ? "1 column" : "\(found.columns.count) columns"
    let bad = found.problemCount
    return "\(opened.table.name): \(rows(found.rows)) and \(columns) of \(opened.table.file)"
      + (bad == 0 ? "" : "; \(rows(bad)) could not be read")
  }

  private static func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(NumberText.grouped(count)) rows"
  }

  private static func format(_ format: TableFormat) -> String {
    let marks: [UInt8: String] = [
      UInt8(ascii: ","): "commas", UInt8(ascii: ";"): "semicolons", UInt8(ascii: "\t"): "tabs",
      UInt8(ascii: "|"): "bars",
    ]
    let mark = marks[format.delimiter] ?? "the byte \(format.delimiter)"
    var parts = ["Cells parted by \(mark)", format.encoding.rawValue]
    if format.hasByteOrderMark { parts.append("a byte order mark") }
    parts.append(format.lineEnd == .mixed ? "mixed line ends" : "\(format.lineEnd.rawValue) ends")
    if format.preambleLines > 0 {
      let lines = format.preambleLines == 1 ? "1 line" : "\(format.preambleLines) lines"
      parts.append("\(lines) passed over before the names")
    }
    if !format.hasHeader { parts.append("no line of names") }
    return parts.joined(separator: ", ")
  }

  private static func entry(_ column: LoadedColumn) -> Listing.Entry {
    var meaning = column.reason
    if column.original != column.name { meaning += "; in the file \"\(column.original)\"" }
    if column.emptyCells > 0 {
      meaning += "; \(NumberText.grouped(column.emptyCells)) empty, which is unknown"
    }
    if !column.unknownWords.isEmpty {
      let words = column.unknownWords.map { "\"\($0.word)\" \(NumberText.grouped($0.count))×" }
      meaning += "; unknown too: " + words.joined(separator: ", ")
    }
    return Listing.Entry(name: column.name, facts: [column.type.word], meaning: meaning)
  }

  private static func line(_ problem: RowProblem) -> String {
    let column = problem.column.map { ", column \($0)" } ?? ""
    let text = problem.text.isEmpty ? "" : ": \(problem.text)"
    let reason = problem.reason.hasSuffix(".") ? String(problem.reason.dropLast()) : problem.reason
    return "line \(problem.line)\(column): \(reason)\(text)"
  }
}

/// What became of a link, in words.
enum LinkText {
  /// The whole of it.
  static func sentence(_ outcome: LinkOutcome) -> String {
    let link = outcome.link
    let all = outcome.found + outcome.empty + outcome.lost
    var text =
      "\(link.table).\(outcome.name) leads to \(link.target): "
      + "\(NumberText.grouped(outcome.found)) of \(NumberText.grouped(all)) rows"
    if outcome.empty > 0 {
      let verb = outcome.empty == 1 ? "has" : "have"
      text += "; \(NumberText.grouped(outcome.empty)) \(verb) no \(link.field)"
    }
    if outcome.padded > 0 {
      let verb = outcome.padded == 1 ? "was" : "were"
      text += "; \(NumberText.grouped(outcome.padded)) \(verb) read with leading zeros"
    }
    return text + ". \(link.target).\(outcome.back) leads back; "
      + (outcome.isComplete
        ? "the table is declared complete, so that no row means none."
        : link.isComplete
          ? "the table is declared complete, but not all of its rows could be read: where there is "
            + "no row nothing is known."
          : "where there is no row nothing is known, unless the link says complete.")
  }

  /// The keys that no row has.
  static func lost(_ outcome: LinkOutcome) -> String {
    let link = outcome.link
    let one = outcome.lost == 1
    let examples = outcome.examples.map { "\"\($0)\"" }.joined(separator: ", ")
    let what =
      outcome.isOfNames
      ? "names none of the \(link.target), or several"
      : "is no \(link.target).\(link.targetField)"
    return "\(NumberText.grouped(outcome.lost)) \(one ? "row has" : "rows have") a "
      + "\(link.table).\(link.field) that \(what) (\(examples)"
      + (outcome.lost > outcome.examples.count ? ", …" : "")
      + "): where \(one ? "it leads" : "they lead") is not known"
  }
}
