// `tally export --package`: the record as files that other tools read and check.

import Glibc
import Tally

/// Writes a data package into a folder.
enum PackageExport {
  /// Writes every file of a dataset's package. The folder is made where it is not there; files of
  /// the same names are replaced.
  static func write(_ dataset: Dataset, to folder: String) throws(FileProblem) -> Int {
    try dataset.checked()
    try makeFolder(folder)
    try makeFolder(folder + "/data")
    let files = DataPackage(dataset).files()
    for file in files { try write(file.text, to: folder + "/" + file.path) }
    return files.count
  }

  private static func makeFolder(_ path: String) throws(FileProblem) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw FileProblem(path, errno)
  }

  private static func write(_ text: String, to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path, errno) }
    let sink = Sink(descriptor)
    sink.write(text)
    let failure = sink.failure
    guard close(descriptor) == 0, failure == nil else { throw FileProblem(path, failure ?? errno) }
  }
}

extension Dataset {
  /// Nothing is exported of a dataset that is damaged.
  fileprivate func checked() throws(FileProblem) {
    do throws(DatasetError) {
      try check()
    } catch {
      throw FileProblem("the dataset", is: "damaged: " + error.faults.joined(separator: "; "))
    }
  }
}
