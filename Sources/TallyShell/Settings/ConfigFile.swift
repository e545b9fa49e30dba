// The config file: where it is, and the settings that it gives to the prompt.

import Glibc
import Tally

/// What a config file came to.
struct ConfigFile {
  /// The values of its lines that are right, in order.
  private(set) var given: [GivenSetting] = []
  /// What is wrong with it, each with its place.
  private(set) var problems: [String] = []

  /// Which file is read.
  enum Choice: Equatable, Sendable {
    /// The one at `usualPath`, if there is one.
    case usual
    /// One that an option names.
    case named(String)
    /// None.
    case none
  }

  /// The path by the XDG rules; nil where there is no home. A file in the current folder is never
  /// read: to go to a folder must not change how tally answers.
  static var usualPath: String? { folder.map { $0 + "/config.toml" } }

  /// The folder of what a person has chosen to keep.
  static var folder: String? {
    if let config = Environment.value("XDG_CONFIG_HOME"), config.hasPrefix("/") {
      return config + "/tally"
    }
    return Environment.value("HOME").map { $0 + "/.config/tally" }
  }

  /// Reads a file; where there is none at the usual place, nothing is given and nothing wrong.
  init(_ choice: Choice) {
    switch choice {
    case .none: return
    case .named(let path): read(path)
    case .usual:
      guard let path = ConfigFile.usualPath, access(path, F_OK) == 0 else { return }
      var found = stat()
      // To open a pipe would wait for its writer.
      guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
        problems = [FileProblem(path, because: "it is not a regular file").message]
        return
      }
      read(path)
    }
  }

  /// What a text gives; its name stands in messages and origins.
  init(_ text: String, name: String) { take(text, name) }

  private mutating func read(_ path: String) {
    do throws(FileProblem) {
      let source = try InputFile.read(path)
      take(source.text(Span(0, source.bytes.count)), path)
    } catch {
      problems = [error.message + "; the usual settings hold"]
    }
  }

  private mutating func take(_ text: String, _ name: String) {
    let lines = FlatTOML.lines(of: text)
    var seen: [String: Int] = [:]
    for line in lines {
      let place = "\(name):\(line.number)"
      switch line.content {
      case .failure(let mistake): problems.append("\(place):\(mistake.column): \(mistake.message)")
      case .success(let (key, value)):
        if let first = seen.updateValue(line.number, forKey: key) {
          problems.append("\(place):1: \"\(key)\" is given in line \(first) too: leave one of them")
          continue
        }
        guard let setting = Setting.named(key) else {
          problems.append("\(place):1: " + ConfigFile.unknown(key))
          continue
        }
        var trial = Settings()
        if let problem = setting.write(&trial, value) {
          problems.append("\(place): \(key): \(problem)")
        } else {
          given.append(
            GivenSetting(setting: setting, value: value, origin: .file(place)))
        }
      }
    }
  }

  private static func unknown(_ key: String) -> String {
    let guess = Setting.nearest(to: key).map { "did you mean \($0.key)?" }
    return "there is no setting \"\(key)\": "
      + (guess ?? "choose from " + Setting.all.map(\.key).joined(separator: ", "))
  }
}
