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
  /// - Complexity: O(bytes) time; memory for the columns, not for the bytes.
  public static func load(
    _ source: ByteSource, _ options: TableOptions, workers: Workers = .alone,
    progress: (_ bytes: Int, _ rows: Int) -> Bool = { _, _ in true }
  ) throws(DatasetError) -> LoadedTable {
    try load(source, options, workers: workers, size: RoundSize(), progress: progress)
  }

  /// The same, with the file cut into pieces of a given size: tests show that it does not matter.
  static func load(
    _ source: ByteSource, _ options: TableOptions, workers: Workers, size: RoundSize,
    progress: (_ bytes: Int, _ rows: Int) -> Bool
  ) throws(DatasetError) -> LoadedTable {
    let sniffed = try TableSniffer.sniff(source, options)
    var maker = try TableMaker(
      source: source, options: options, sniffed: sniffed, workers: workers, size: size,
      encoding: options.encoding ?? .utf8)
    if try maker.read(progress) == .isNotUTF8 {
      maker = try TableMaker(
        source: source, options: options, sniffed: sniffed, workers: workers, size: size,
        encoding: .latin1)
      _ = try maker.read(progress)
    }
    return try maker.table()
  }
}
