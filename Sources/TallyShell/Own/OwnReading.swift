// Reads tables of one's own from files, with a line that says how far it is.

import Glibc
import Tally

/// A table that was opened.
struct OpenedTable {
  /// What was asked for.
  let path: OwnPath
  /// The rows.
  let table: OwnTable
  /// What was found in the file.
  let report: LoadReport
  /// The links that its schema declares.
  let links: [OwnLink]
}

/// Why a table of one's own could not be opened: a sentence for each fault.
struct OwnProblem: Error {
  /// The sentences.
  let faults: [String]
  /// Whether Ctrl-C ended it.
  var isStop = false

  init(_ faults: [String]) { self.faults = faults }
  init(_ error: DatasetError) { faults = error.faults }
  init(_ problem: FileProblem) {
    faults = [problem.message]
    isStop = Interrupt.isRequested()
  }

  /// Loading was ended by Ctrl-C.
  static func stopped(_ name: String) -> OwnProblem {
    var problem = OwnProblem(["stopped by Ctrl-C: \(name) was not opened"])
    problem.isStop = true
    return problem
  }
}

/// Reads files into tables.
struct OwnReading {
  /// Whether a row that cannot be read refuses the whole table.
  var isStrict = false
  /// The line that says how far it is; nil where nobody looks.
  var progress: ProgressLine?

  /// The tables of a path: one of a file, all of a package.
  func open(_ path: OwnPath) throws(OwnProblem) -> [OpenedTable] {
    progress?.begin()
    defer { progress?.end() }
    if let package = OwnPackage(path) { return try open(package) }
    let file = try OwnReading.file(path.path)
    let declared = try schema(path)
    let options = TableOptions(
      name: path.name, schema: declared?.schema, isStrict: isStrict)
    let loaded = try load(file, options)
    let hash =
      try fingerprint(file, loaded.digest) + (declared.map { ", schema " + $0.fingerprint } ?? "")
    return [opened(loaded, path, file.name, hash)]
  }

  /// A file that is there and can be read.
  private static func file(_ path: String) throws(OwnProblem) -> OpenFile {
    do throws(FileProblem) { return try OpenFile(path) } catch {
      var isFolder = stat()
      let full = HomeFolder.expanded(path)
      if stat(full, &isFolder) == 0, isFolder.st_mode & S_IFMT == S_IFDIR {
        throw OwnProblem([
          "cannot use \(path): it is a folder without a datapackage.json; name a file in it"
        ])
      }
      throw OwnProblem(error)
    }
  }

  private func opened(
    _ loaded: LoadedTable, _ path: OwnPath, _ file: String, _ hash: String
  ) -> OpenedTable {
    let name = loaded.relation.schema.name
    return OpenedTable(
      path: path,
      table: OwnTable(
        relation: loaded.relation, file: file, fingerprint: hash,
        unread: loaded.report.problemCount, option: path.text),
      report: loaded.report, links: OwnReading.links(of: name, loaded.foreignKeys))
  }

  /// The declared links that tally can follow: those of one column.
  private static func links(of name: String, _ keys: [ForeignKey]) -> [OwnLink] {
    keys.compactMap { key in
      guard key.fields.count == 1, key.targets.count == 1 else { return nil }
      return OwnLink(
        name, key.fields[0], to: key.table.isEmpty ? name : key.table, key.targets[0])
    }
  }

  // MARK: Files

  private func load(
    _ file: OpenFile, _ options: TableOptions
  ) throws(OwnProblem) -> LoadedTable {
    do throws(DatasetError) {
      let loaded = try TableLoader.load(file.source, options, workers: Threads.workers) {
        bytes, rows in
        tell(file.name, bytes, of: file.count, rows)
      }
      try file.checkUnchanged()
      return loaded
    } catch {
      throw error == TableLoader.wasStopped ? .stopped(file.name) : OwnProblem(error)
    }
  }

  /// Keeps the line up to date.
  /// - Returns: whether to go on.
  private func tell(_ name: String, _ bytes: Int, of count: Int, _ rows: Int) -> Bool {
    progress?.poll {
      let share = count == 0 ? 100 : Int(Double(bytes) / Double(count) * 100)
      return
        "\(name) \(share) %, \(NumberText.grouped(bytes)) bytes, \(NumberText.grouped(rows)) rows"
    }
    return !Interrupt.isRequested()
  }

  private func fingerprint(
    _ file: OpenFile, _ digest: ContentDigest?
  ) throws(OwnProblem) -> String {
    do throws(DatasetError) { return try file.fingerprint(digest) } catch {
      throw OwnProblem(error)
    }
  }

  /// The schema beside a file; nil where there is none.
  private func schema(
    _ path: OwnPath
  ) throws(OwnProblem) -> (schema: TableSchema, fingerprint: String)? {
    guard let name = path.schemaPath, access(HomeFolder.expanded(name), F_OK) == 0 else {
      return nil
    }
    let bytes = try OwnReading.whole(name)
    do throws(DatasetError) {
      return (try TableSchema(json: bytes), "sha256 " + SHA256.hex(bytes))
    } catch {
      throw OwnProblem(error.faults.map { "\(OpenFile.lastPart(name)): \($0)" })
    }
  }

  /// The most bytes of a schema or of the description of a package: far more than any has.
  static let mostSchemaBytes = 4 * 1024 * 1024

  /// All bytes of a small file.
  static func whole(_ path: String) throws(OwnProblem) -> [UInt8] {
    let file = try file(path)
    guard file.count <= mostSchemaBytes else {
      throw OwnProblem([
        "cannot use \(path): a schema is no longer than \(mostSchemaBytes >> 20) MiB"
      ])
    }
    do throws(DatasetError) { return try file.bytes(0..<file.count) } catch {
      throw OwnProblem(error)
    }
  }

  // MARK: Facts

  /// The most bytes of a file of evidence: far more than there are records to ask for.
  static let mostFactBytes = 64 * 1024 * 1024

  /// The evidence of a file.
  static func facts(_ path: String, _ dataset: Dataset) throws(OwnProblem) -> OwnFacts {
    let file = try file(path)
    guard file.count <= mostFactBytes else {
      throw OwnProblem(["cannot use \(path): evidence is no longer than \(mostFactBytes >> 20) MiB"]
      )
    }
    do throws(DatasetError) {
      let bytes = try file.bytes(0..<file.count)
      let found = try OwnFactReader.facts(
        bytes, file: file.name, bases: dataset.bases.filter { $0 != "yours" })
      return OwnFacts(
        facts: found.facts, file: file.name, fingerprint: "sha256 " + SHA256.hex(bytes),
        option: path, open: found.open)
    } catch {
      throw OwnProblem(error)
    }
  }

  // MARK: Packages

  private func open(_ package: OwnPackage) throws(OwnProblem) -> [OpenedTable] {
    let descriptor = try OwnReading.whole(package.descriptor)
    var files: [String: OpenFile] = [:]
    let loaded: LoadedPackage
    do throws(DatasetError) {
      loaded = try PackageLoader.load(
        descriptor, TableOptions(name: "", isStrict: isStrict),
        workers: Threads.workers,
        open: { (part) throws(DatasetError) -> ByteSource in
          do throws(FileProblem) {
            let file = try OpenFile(package.folder + part)
            files[part] = file
            return file.source
          } catch {
            throw DatasetError(faults: [error.message])
          }
        },
        progress: { name, bytes, rows in tell(name, bytes, of: 0, rows) })
      for file in files.values { try file.checkUnchanged() }
    } catch {
      throw error == TableLoader.wasStopped ? .stopped(package.path.path) : OwnProblem(error)
    }
    var hashes = "sha256 " + SHA256.hex(descriptor)
    let tables = loaded.tables.map(\.digest)
    // A file of a table's size is that table, or another whose digest is among these too.
    for digest in tables { hashes += "\n" + digest.text }
    for (_, file) in files.sorted(by: { $0.key < $1.key }) {
      hashes += "\n" + (try fingerprint(file, tables.first { $0.count == file.count }))
    }
    let hash = "sha256 " + SHA256.hex(Array(hashes.utf8))
    return loaded.tables.map {
      opened($0, package.path, OpenFile.lastPart(package.path.path), hash)
    }
  }
}

/// A folder or file that describes several tables.
struct OwnPackage {
  /// What was asked for.
  let path: OwnPath
  /// The description.
  let descriptor: String
  /// The folder that its paths begin at, with `/` at its end.
  let folder: String

  /// The package of a path; nil where it is none.
  init?(_ path: OwnPath) {
    let name = "datapackage.json"
    if OpenFile.lastPart(path.path) == name {
      descriptor = path.path
      folder = String(path.path.dropLast(name.count))
    } else {
      let start = path.path.hasSuffix("/") ? path.path : path.path + "/"
      guard access(HomeFolder.expanded(start + name), F_OK) == 0 else { return nil }
      (descriptor, folder) = (start + name, start)
    }
    self.path = path
  }
}
