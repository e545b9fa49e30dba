// Bytes of a file to a typed relation with a report.

/// Reads tables as people have them: CSV and its relatives.
public enum TableLoader {
  /// The error of a load that `progress` ended.
  public static let wasStopped = DatasetError(faults: ["the loading was stopped"])

  /// A table.
  /// - Parameters:
  ///   - source: the bytes.
  ///   - options: what is known beforehand.
  ///   - workers: the threads that may be used.
  ///   - progress: told how many bytes and rows have been read; false ends the loading. It is
  ///     called on the caller's thread.
  /// - Throws: `DatasetError` where there is no table, where rows cannot be read and that is
  ///   not allowed, and `wasStopped`.
  public static func load(
    _ source: ByteSource, _ options: TableOptions, workers: Workers = .alone,
    progress: (_ bytes: Int, _ rows: Int) -> Bool = { _, _ in true }
  ) throws(DatasetError) -> LoadedTable {
    throw DatasetError(faults: ["\(source.name): tables cannot be read yet"])
  }
}
