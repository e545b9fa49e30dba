// A document or data set that a row of the tables rests on.

import Foundation

/// A document or data set that a row of the tables rests on.
struct Source: Hashable {
  let title: String
  let publisher: String
  let published: String
  let place: String
  /// The key of a source that the library names; nil for one that is numbered.
  var key: String?

  /// Where it opens. `place` says of a file in a public repository how it is found there, and
  /// numbers it; the address is the file's, in the newest revision, or the package's repository.
  var address: String {
    if place.hasPrefix("package addfips") { return "https://github.com/fitnr/addfips" }
    let parts = place.components(separatedBy: ", ")
    guard place.hasPrefix("GitHub, "), parts.count > 2 else { return place }
    let path = parts.dropFirst(2).joined(separator: ", ")
    return "https://github.com/\(parts[1])/blob/HEAD/\(Self.escaped(path))"
  }

  /// A path as an address has it: blanks and marks by their bytes.
  private static func escaped(_ path: String) -> String {
    var plain = CharacterSet.alphanumerics
    plain.insert(charactersIn: "-._~/")
    return path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
  }
}

/// The sources of the dataset, numbered by place and title.
struct SourceList {
  private let ids: [Source: String]
  private let byPlace: [String: String]

  /// Numbers the sources, group after group, so that a source of a later group does not renumber
  /// those before it. Two pages at one address are refused: a rule names its page by address.
  init(_ groups: [Source]...) throws {
    var sorted: [Source] = []
    for group in groups {
      sorted += Set(group).subtracting(sorted).sorted {
        ($0.place + "\n" + $0.title).utf8.lexicographicallyPrecedes(
          ($1.place + "\n" + $1.title).utf8)
      }
    }
    var ids: [Source: String] = [:]
    var byPlace: [String: String] = [:]
    for (index, source) in sorted.enumerated() {
      let digits = String(index + 1)
      let id =
        source.key ?? "S" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      ids[source] = id
      guard source.place != unknown else { continue }
      guard byPlace.updateValue(id, forKey: source.place) == nil else {
        let reason = "two sources at \(source.place)"
        throw BuildError(file: "sources.csv", line: index + 2, reason: reason)
      }
    }
    self.ids = ids
    self.byPlace = byPlace
  }

  /// The key of a source; `unknown` for one that is not in the list.
  func id(_ source: Source) -> String { ids[source] ?? unknown }

  /// The key of the source at an address.
  func id(at place: String) -> String { byPlace[place] ?? unknown }

  /// The pages of the state rules, each once.
  static func pages(of rules: RawFile) -> [Source] {
    rules.rows.map { row in
      Source(
        title: row["source_title"], publisher: row["source_publisher"],
        published: SourceDates.date(row["source_date"], at: row["source_url"]),
        place: row["source_url"])
    }
  }

  /// The table. Nobody noted on which day a page was read, so `retrieved` is unknown.
  func table() throws -> Table {
    try Table(
      "sources.csv",
      columns: ["id", "title", "publisher", "published", "retrieved", "place"],
      rows: ids.map { source, id in
        [id, source.title, source.publisher, source.published, unknown, source.address]
      })
  }
}
