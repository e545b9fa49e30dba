// Writing an answer to a file: the format that its name says, whole or not at all.

import Glibc
import Tally

/// What `:save` is asked to do.
struct SavedAnswer {
  /// The file, as it was typed.
  let name: String
  /// How it is written.
  let format: OutputFormat
  /// Whether a file that is there may go.
  let replaces: Bool

  /// Formats by the ends of names; the first of a format is the one that help shows.
  static let endings: [(ending: String, format: String)] = [
    ("csv", "csv"), ("tsv", "tsv"), ("json", "json"), ("ndjson", "ndjson"), ("jsonl", "ndjson"),
    ("md", "markdown"), ("markdown", "markdown"), ("html", "html"), ("htm", "html"),
    ("svg", "svg"), ("txt", "plain"), ("bib", "bibtex"),
  ]

  /// Reads the words after `:save`: a file, perhaps in quotes, perhaps a format, perhaps `!`.
  static func parse(_ argument: String) -> Result<SavedAnswer, Refusal> {
    let file = FileArgument(argument)
    guard let name = file.name else { return .failure(Refusal("name a file: :save answer.csv")) }
    guard file.rest.count < 2 else {
      return .failure(
        Refusal("a file and a format are enough; put a name with blanks into quotes"))
    }
    if let word = file.rest.first {
      switch FormatChoice.find(word) {
      case .success(let format):
        return .success(SavedAnswer(name: name, format: format, replaces: file.replaces))
      case .failure(let problem): return .failure(Refusal(problem.message))
      }
    }
    guard let format = format(of: name) else {
      let names = endings.map { "." + $0.ending }.joined(separator: " ")
      return .failure(
        Refusal(
          "the name of the file does not say a format: end it with one of \(names), "
            + "or name a format: :save \(name) csv"))
    }
    return .success(SavedAnswer(name: name, format: format, replaces: file.replaces))
  }

  /// The format that the end of a name says.
  private static func format(of name: String) -> OutputFormat? {
    let leaf = name.split(separator: "/").last ?? ""
    let ending = leaf.split(separator: ".").dropFirst().last?.lowercased()
    return endings.first { $0.ending == ending }.flatMap { OutputFormat.named($0.format) }
  }

  /// Why nothing can be saved.
  struct Refusal: Error, Equatable {
    let message: String

    init(_ message: String) { self.message = message }
  }

  /// The file beside bare cells, with what they cannot say; nil for other formats.
  var sidecar: String? { ["csv", "tsv"].contains(format.name) ? name + ".cite.json" : nil }

  /// Writes an answer.
  func write(_ answer: Answer) throws(FileProblem) {
    let path = HomeFolder.expanded(name)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(name, EISDIR)
    }
    for file in [name] + (sidecar.map { [$0] } ?? [])
    where !replaces && access(HomeFolder.expanded(file), F_OK) == 0 {
      throw FileProblem(file, because: "it is there already; :save! \(name) replaces it")
    }
    let text = format.write(answer, OutputContext()).text
    guard let sidecar = sidecar.map(HomeFolder.expanded) else { return try put(text, path) }
    let before = access(sidecar, F_OK) == 0 ? try InputFile.read(sidecar) : nil
    try put(answer.citationRecord, sidecar)
    do {
      try put(text, path)
    } catch {
      // The numbers that are there keep what was said of them.
      if let before {
        try? put(before.text(Span(0, before.bytes.count)), sidecar)
      } else {
        unlink(sidecar)
      }
      throw error
    }
  }

  /// Writes a file; what is wrong is said of the name that was typed.
  private func put(_ text: String, _ file: String) throws(FileProblem) {
    do throws(FileProblem) {
      try NewFile.write(text, to: file, replaces: replaces)
    } catch {
      throw FileProblem(name, because: error.reason)
    }
  }
}
