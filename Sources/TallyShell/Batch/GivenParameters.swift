// Parameters that were given on the command line, and the scripts that should ask for them.

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
    guard texts.count == files.count, !texts.contains(where: { $0.contains("include") }) else {
      return nil
    }
    return names.sorted().first { name in !texts.contains { $0.contains("$" + name) } }
  }

  private static func files(of work: Request.Work) -> [String]? {
    switch work {
    case .files(let files), .tests(let files, _): files
    default: nil
    }
  }
}
