// The documents that the record rests on.

internal import Tally

/// The shipped sources as references.
struct SourceList {
  /// The references by their keys.
  let references: [String: SourceReference]

  /// Reads the sources.
  init(_ tables: EmbeddedTables) throws(DatasetError) {
    var references: [String: SourceReference] = [:]
    for row in try tables.rows("sources") {
      func cell(_ name: String) -> String {
        let text = row[name] ?? ""
        return text == "unknown" ? "" : text
      }
      let id = row["id"] ?? ""
      references[id] = SourceReference(
        id: id, title: cell("title"), publisher: cell("publisher"),
        published: row["published"] == "" ? "undated" : cell("published"),
        place: cell("place"))
    }
    self.references = references
  }
}
