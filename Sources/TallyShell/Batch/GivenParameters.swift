// Parameters that were given from outside, and the scripts that should ask for them.

import Tally

/// A name that no script knows was typed wrongly: the answers would be those of another value.
enum GivenParameters {
  /// The first of some names that no file has behind a `$`; nil where there is none, or a file
  /// includes others, which may.
  static func unread(_ names: Set<String>, in work: Request.Work) -> String? {
    guard !names.isEmpty, let files = files(of: work) else { return nil }
    let texts = files.compactMap { path in
      (try? InputFile.read(path)).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    return texts.count == files.count ? unread(names, in: texts) : nil
  }

  /// The same of the texts of scripts.
  static func unread(_ names: Set<String>, in texts: [String]) -> String? {
    let words = Set(
      texts.flatMap { text in
        text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }.map(String.init)
      })
    guard !words.contains("include") else { return nil }
    return names.sorted().first { !words.contains("$" + $0) }
  }

  private static func files(of work: Request.Work) -> [String]? {
    switch work {
    case .files(let files), .tests(let files, _): files
    default: nil
    }
  }
}
