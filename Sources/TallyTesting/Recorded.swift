// Answers held to recorded ones, which TALLY_RECORD=1 renews.

import Synchronization
public import Tally
public import Testing

extension Session {
  /// Asks a question and records an issue unless the answer reads as it was recorded.
  ///
  ///     session.expectRecorded("list counties in DE | show name, detainers", "delaware")
  ///
  /// The recorded text is `Recorded/delaware.txt` beside the test's file. With `TALLY_RECORD=1` in
  /// the environment it is written; read what changed before you keep it.
  ///
  /// - Parameters:
  ///   - question: in the language.
  ///   - name: of the recorded text, without ending.
  ///   - values: for its parameters.
  ///   - format: how the answer is written. `plain` has date, base, unknowns and sources.
  ///   - location: where the test stands.
  /// - Returns: whether it is so.
  @discardableResult
  public func expectRecorded(
    _ question: String, _ name: String, _ values: [String: ParameterValue] = [:],
    as format: OutputFormat = .plain, location: SourceLocation = #_sourceLocation
  ) -> Bool {
    let file = Files.folder(of: location.filePath) + "/Recorded/\(name).txt"
    guard let message = problem(of: question, values, format, in: file) else { return true }
    Issue.record(Comment(rawValue: message), sourceLocation: location)
    return false
  }

  /// What a failed test says. A mistake is never recorded as the answer.
  private func problem(
    of question: String, _ values: [String: ParameterValue], _ format: OutputFormat,
    in file: String
  ) -> String? {
    do throws(TallyError) {
      let text = "\(question)\n\n" + (try answer(question, values).text(format))
      return Recording(file: file, text: text).problem(isRenewed: Files.isRecording)
    } catch {
      return "\(question)\n\(error)"
    }
  }
}

/// A text against the one that was recorded.
struct Recording {
  let file: String
  let text: String

  /// What was recorded by this run, by file.
  private static let written = Mutex<[String: String]>([:])

  /// Whether no other text was recorded in a file by this run.
  private static func isFirst(_ text: String, in file: String) -> Bool {
    written.withLock { written in
      if let other = written[file] { return other == text }
      written[file] = text
      return true
    }
  }

  /// What a failed test says; nil where both are the same, or where the text was written.
  func problem(isRenewed: Bool) -> String? {
    if isRenewed {
      guard Recording.isFirst(text, in: file) else {
        return "another answer was recorded in \(file) by this run: give one of them another name"
      }
      do { try Files.write(text, to: file) } catch { return "\(file) cannot be written: \(error)" }
      return nil
    }
    guard let recorded = Files.text(of: file) else {
      return "nothing is recorded yet in \(file): run the test once with TALLY_RECORD=1"
    }
    guard recorded != text else { return nil }
    return """
      the answer is not the recorded one in \(file)
      \(Lines.difference(Lines.of(recorded), Lines.of(text)))
      """
  }
}

extension Lines {
  /// The lines of a text.
  static func of(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
