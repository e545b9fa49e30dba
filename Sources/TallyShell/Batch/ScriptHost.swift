// What a session needs of this machine: files that scripts include, and Ctrl-C.

import Tally

extension Host {
  /// A host that reads included files beside the script that includes them.
  static func files(shouldStop: @escaping @Sendable () -> Bool = { false }) -> Host {
    Host(
      load: { name, from in
        do throws(FileProblem) {
          return .success(try InputFile.read(HomeFolder.expanded(path(of: name, from: from))))
        } catch {
          return .failure(Host.Refusal(error.reason))
        }
      },
      shouldStop: shouldStop)
  }

  /// The path of an included file: beside the file that includes it, unless it begins at the root.
  static func path(of name: String, from: String) -> String {
    guard !name.hasPrefix("/"), !name.hasPrefix("~"), let end = from.lastIndex(of: "/") else {
      return name
    }
    return from[...end] + name
  }
}
