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
    var words = ArgumentWords.split(argument)
    let replaces = words.first == "!" || words.last == "!" && words.count > 1
    if words.first == "!" { words.removeFirst() } else if replaces { words.removeLast() }
    guard let file = words.first else {
      return .failure(Refusal("name a file: :save answer.csv"))
    }
    guard words.count < 3 else {
      return .failure(
        Refusal("a file and a format are enough; put a name with blanks into quotes"))
    }
    guard words.count < 2 else {
      switch FormatChoice.find(words[1]) {
      case .success(let format):
        return .success(SavedAnswer(name: file, format: format, replaces: replaces))
      case .failure(let problem): return .failure(Refusal(problem.message))
      }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let ending = name.split(separator: ".").dropFirst().last?.lowercased()
    let known = endings.first { $0.ending == ending }
    guard let format = known.flatMap({ OutputFormat.named($0.format) }) else {
      let names = endings.map { "." + $0.ending }.joined(separator: " ")
      return .failure(
        Refusal(
          "the name of the file does not say a format: end it with one of \(names), "
            + "or name a format: :save \(file) csv"))
    }
    return .success(SavedAnswer(name: file, format: format, replaces: replaces))
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
    let wasThere = access(sidecar, F_OK) == 0
    try put(answer.citationRecord, sidecar)
    do {
      try put(text, path)
    } catch {
      if !wasThere { unlink(sidecar) }
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
