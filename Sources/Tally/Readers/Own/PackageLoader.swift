// A Frictionless Data Package: several tables with what is declared of them.

/// A package that was read.
public struct LoadedPackage: Sendable {
  /// What it is called; empty where nothing is said.
  public var title: String
  /// Its tables, in the order of the package, each with its declared links.
  public var tables: [LoadedTable]
}

/// Reads the tables that a `datapackage.json` names.
public enum PackageLoader {
  /// The tables of a package.
  /// - Parameters:
  ///   - descriptor: the bytes of `datapackage.json`.
  ///   - options: what goes for every table; names come from the package.
  ///   - open: the bytes of a path within the package's folder. Paths that lead out of it are
  ///     refused before it is asked.
  ///   - progress: as for a table, with the name of the table being read.
  public static func load(
    _ descriptor: [UInt8], _ options: TableOptions, workers: Workers = .alone,
    open: (_ path: String) throws(DatasetError) -> ByteSource,
    progress: (_ table: String, _ bytes: Int, _ rows: Int) -> Bool = { _, _, _ in true }
  ) throws(DatasetError) -> LoadedPackage {
    throw DatasetError(faults: ["packages cannot be read yet"])
  }
}
