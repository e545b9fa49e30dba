// Facts of one's own from a file: a strict table, for a fact that is misread is a wrong answer.

/// Reads the facts of a user.
public enum OwnFactReader {
  /// The columns of such a file; `to` and `note` may be missing.
  public static let columns = [
    "county", "field", "value", "from", "to", "basis", "source", "note",
  ]
  private static let optional = ["to", "note"]

  /// The facts of a file, and how many rows of it wait for one: a row of a template to which no
  /// value, date or source was written yet says nothing. Cells have commas, semicolons or tabs
  /// between them.
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: what messages call it.
  ///   - bases: the words that may stand under `basis`.
  /// - Throws: `DatasetError` with every row that cannot be read: none is left out.
  public static func facts(
    _ bytes: [UInt8], file: String, bases: [String]
  ) throws(DatasetError) -> (facts: [OwnFact], open: Int) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let plain = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    let records: [[String]]
    do throws(DatasetError) { records = try CSVReader.records(plain, mark: separator(plain)) } catch
    {
      throw DatasetError(faults: error.faults.map { "\(file): \($0)" })
    }
    let titles = (records.first ?? []).map { trimmed($0).lowercased() }
    var faults = columns.filter { !titles.contains($0) && !optional.contains($0) }
      .map { "\(file): there is no column \($0)" }
    faults += titles.filter { !columns.contains($0) }.map {
      "\(file): the column \"\($0)\" is none of \(columns.joined(separator: ", "))"
    }
    guard faults.isEmpty else { throw DatasetError(faults: faults) }
    var facts: [OwnFact] = []
    var open = 0
    for (number, record) in records.enumerated().dropFirst() {
      // A line without a word is how a spreadsheet ends.
      if record.allSatisfy({ trimmed($0).isEmpty }) { continue }
      let row = Row(number: number, file: file, titles: titles, cells: record)
      if row.isOpen {
        open += 1
        continue
      }
      do throws(DatasetError) { facts.append(try row.fact(bases)) } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw DatasetError(faults: faults) }
    return (facts, open)
  }

  /// What stands between the titles: a spreadsheet of some countries writes semicolons.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    let titles = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let marks = [CSVReader.comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return marks.first { titles.contains($0) } ?? CSVReader.comma
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// One row of the file.
  private struct Row {
    let number: Int
    let file: String
    let titles: [String]
    let cells: [String]

    /// Whether it is a row of a template that nobody filled in.
    var isOpen: Bool {
      cells.count == titles.count
        && ["value", "from", "to", "basis", "source"].allSatisfy { cell($0).isEmpty }
    }

    func fact(_ bases: [String]) throws(DatasetError) -> OwnFact {
      guard cells.count == titles.count else {
        throw fault("\(cells.count) cells, where the titles are \(titles.count)")
      }
      let basis = try needed("basis").lowercased()
      guard bases.contains(basis) else {
        throw fault("\"\(basis)\" is no basis; write one of \(bases.joined(separator: ", "))")
      }
      let until = cell("to").isEmpty ? nil : try period("to")
      let since = try period("from")
      if let until, until.last < since.first { throw fault("it ends before it begins") }
      return OwnFact(
        row: number, place: try needed("county"), field: try needed("field").lowercased(),
        value: try value(), since: since, until: until, basis: basis,
        source: try needed("source"), note: cell("note"))
    }

    private func value() throws(DatasetError) -> Truth {
      let text = try needed("value").lowercased()
      guard let value = Truth(rawValue: text), value != .unknown else {
        throw fault("the value \"\(text)\" is neither yes nor no")
      }
      return value
    }

    private func period(_ title: String) throws(DatasetError) -> Period {
      let text = try needed(title)
      guard let period = Period(text) else {
        throw fault("\(title): \"\(text)\" is no date; write a day as in 2025-07-01")
      }
      return period
    }

    private func needed(_ title: String) throws(DatasetError) -> String {
      let text = cell(title)
      guard !text.isEmpty else { throw fault("\(title) is empty") }
      return text
    }

    private func cell(_ title: String) -> String {
      titles.firstIndex(of: title).map { trimmed(cells[$0]) } ?? ""
    }

    private func fault(_ text: String) -> DatasetError {
      DatasetError(faults: ["\(file), row \(number): \(text)"])
    }
  }
}
