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
  ///   - workers: the threads that may be used.
  ///   - progress: as for a table, with the name of the table being read.
  /// - Throws: `DatasetError` for what is no package, and for the first table that cannot be read.
  public static func load(
    _ descriptor: [UInt8], _ options: TableOptions, workers: Workers = .alone,
    open: (_ path: String) throws(DatasetError) -> ByteSource,
    progress: (_ table: String, _ bytes: Int, _ rows: Int) -> Bool = { _, _, _ in true }
  ) throws(DatasetError) -> LoadedPackage {
    let package = try JSONTextReader.value(descriptor, name: "datapackage.json")
    guard let resources = package["resources"]?.list, !resources.isEmpty else {
      throw DatasetError(faults: ["datapackage.json: there is no list \"resources\" with a table"])
    }
    let names = TableNames.of(resources.map { $0["name"]?.text ?? "" })
    var tables: [LoadedTable] = []
    for (number, resource) in resources.enumerated() {
      let name = names[number]
      let source = try open(path(resource, name))
      var own = options
      own.name = name
      own.delimiter = try delimiter(resource, name) ?? options.delimiter
      own.encoding = try encoding(resource, name) ?? options.encoding
      if case .bool(let has)? = resource["dialect"]?["header"] { own.hasHeader = has }
      own.schema = try schema(resource, name, open)
      var table = try TableLoader.load(source, own, workers: workers) { progress(name, $0, $1) }
      table.foreignKeys = table.foreignKeys.map { linked($0, name, resources, names) }
      tables.append(table)
    }
    return LoadedPackage(
      title: package["title"]?.text ?? package["name"]?.text ?? "", tables: tables)
  }

  /// A foreign key with the name that its table has in the language.
  private static func linked(
    _ key: ForeignKey, _ own: String, _ resources: [JSONText], _ names: [String]
  ) -> ForeignKey {
    var key = key
    if key.table.isEmpty {
      key.table = own
    } else if let at = resources.firstIndex(where: { $0["name"]?.text == key.table }) {
      key.table = names[at]
    }
    return key
  }

  /// The path of a table, which must stay within the package's folder.
  private static func path(_ resource: JSONText, _ name: String) throws(DatasetError) -> String {
    guard let path = resource["path"]?.texts, path.count == 1, let path = path.first else {
      let what =
        resource["path"] == nil
        ? "has no path; rows within the package are not read" : "has several files; one is read"
      throw DatasetError(faults: ["datapackage.json: \(name) \(what)"])
    }
    return try safe(path, name)
  }

  private static func safe(_ path: String, _ name: String) throws(DatasetError) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("://"), !parts.contains("..") else {
      throw DatasetError(
        faults: ["datapackage.json: \(name) has the path \(path), which is not in its folder"])
    }
    return path
  }

  private static func schema(
    _ resource: JSONText, _ name: String, _ open: (String) throws(DatasetError) -> ByteSource
  ) throws(DatasetError) -> TableSchema? {
    guard let value = resource["schema"] else { return nil }
    guard let path = value.text else { return try TableSchema(value, name: name) }
    let source = try open(safe(path, name))
    return try TableSchema(json: try source.chunk(0..<source.count), name: path)
  }

  private static func delimiter(
    _ resource: JSONText, _ name: String
  ) throws(DatasetError) -> UInt8? {
    guard let text = resource["dialect"]?["delimiter"]?.text else { return nil }
    guard text.utf8.count == 1, let byte = text.utf8.first, TableSniffer.delimiters.contains(byte)
    else {
      throw DatasetError(
        faults: ["datapackage.json: \(name) has the delimiter \(text); known are , ; | and tab"])
    }
    return byte
  }

  private static func encoding(
    _ resource: JSONText, _ name: String
  ) throws(DatasetError) -> TextEncoding? {
    guard let text = resource["encoding"]?.text else { return nil }
    switch text.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": return .utf8
    case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1": return .latin1
    default:
      throw DatasetError(
        faults: ["datapackage.json: \(name) is in \(text); UTF-8 and Windows-1252 are read"])
    }
  }
}
