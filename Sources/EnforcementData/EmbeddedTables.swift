// The bytes of the shipped tables, from the program's read-only data.

internal import CDataset
internal import Tally

/// Finds a table's bytes by its name.
struct EmbeddedTables: Sendable {
  /// The dataset's version.
  let version = String(cString: dataset_version())
  /// The sha256 over all tables.
  let hash: String

  /// Reads what tells the tables' version.
  init() { hash = EmbeddedTables.text(dataset_hash()).filter { $0 != "\n" } }

  /// The cells of a table, the header first.
  func table(_ name: String) throws(DatasetError) -> CSVTable {
    let files = (0..<dataset_table_count()).lazy.map { dataset_table($0) }
    guard let file = files.first(where: { String(cString: $0.name) == "\(name).csv" }) else {
      throw DatasetError(faults: ["there is no table \(name)"])
    }
    // The bytes are constants of the program: they outlive every use.
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    return try CSVReader.table(bytes.span)
  }

  private static func text(_ file: dataset_file) -> String {
    String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}

/// The rows of a table as dictionaries by column, for the small lists that are no relations.
extension EmbeddedTables {
  /// Each row by its columns' names.
  func rows(_ name: String) throws(DatasetError) -> [[String: String]] {
    let table = try table(name)
    guard table.count > 0 else { return [] }
    let header = table.texts(0)
    return (1..<table.count).map { record in
      Dictionary(zip(header, table.texts(record)), uniquingKeysWith: { first, _ in first })
    }
  }
}
