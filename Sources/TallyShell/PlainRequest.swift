// The plainest command lines, read without the argument parser: questions, scripts and settings.

import Tally

/// What the argument parser would make of a command line of `-e`, of `run`, or of a pipe, with no
/// options but settings. To set that parser up takes more than a first answer.
enum PlainRequest {
  /// An option that is a setting: its name, and the setting when it is needed.
  private typealias Option = (name: String, setting: @Sendable () -> Setting)

  /// The settings that questions and scripts take alike, in the order in which the argument parser
  /// hands them on.
  private static let options: [Option] = [
    ("--format", { .format }), ("--maxrows", { .maxRows }), ("--timing", { .timing }),
    ("--color", { .color }), ("--theme", { .theme }), ("--unicode", { .unicode }),
    ("--as-of", { .asOf }),
  ]

  /// Reads a command line.
  /// - Returns: nil where it has anything else, or anything wrong: the argument parser then says
  ///   what is meant, or what is wrong.
  static func parse(_ arguments: [String], inputIsTerminal: Bool) -> Request.Parsed? {
    let isRun = arguments.first == "run"
    // No value is empty: an empty one is not given.
    var values = [String](repeating: "", count: options.count)
    var (queries, files): ([String], [String]) = ([], [])
    var words = arguments.dropFirst(isRun ? 1 : 0)
    while let word = words.popFirst() {
      if isRun, isValue(word) {
        files.append(word)
        continue
      }
      guard let (number, value) = option(word, &words) else { return nil }
      if let number { values[number] = value } else { queries.append(value) }
    }
    guard isRun ? queries.isEmpty && !files.isEmpty : !queries.isEmpty || !inputIsTerminal else {
      return nil
    }
    let given = options.indices.filter { !values[$0].isEmpty }.map { number in
      GivenSetting(
        setting: options[number].setting(), value: values[number],
        origin: .option(options[number].name))
    }
    if !given.isEmpty {
      var trial = Settings()
      guard trial.take(given).isEmpty else { return nil }
    }
    let work: Request.Work =
      isRun ? .files(files) : queries.isEmpty ? .files(["-"]) : .queries(queries)
    return Request.Parsed(work: work, given: given)
  }

  /// The number of a setting, or none for a query, and its value: in the word itself after `=`, or
  /// in the next one.
  private static func option(
    _ word: String, _ words: inout ArraySlice<String>
  ) -> (number: Int?, value: String)? {
    if let number = options.firstIndex(where: { $0.name == word }) {
      guard let value = words.popFirst(), isValue(value) else { return nil }
      return (number, value)
    }
    if word == "-e" {
      guard let value = words.popFirst(), isValue(value) else { return nil }
      return (nil, value)
    }
    for (number, option) in options.enumerated() where word.hasPrefix(option.name + "=") {
      let value = String(word.dropFirst(option.name.count + 1))
      return value.isEmpty ? nil : (number, value)
    }
    return nil
  }

  /// Whether a word can be nothing but a value.
  private static func isValue(_ word: String) -> Bool { !word.isEmpty && !word.hasPrefix("-") }
}
