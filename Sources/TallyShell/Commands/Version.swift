// `:version`: what this is.

import Tally

extension Command {
  /// Says which tally and which dataset.
  static let version = Command(
    name: "version", usage: ":version", summary: "which tally this is, and which dataset",
    purpose: .learn, examples: [":version"]
  ) { shell, _ in
    let dataset = shell.session.dataset
    shell.report.line(Version.text)
    shell.report.paragraph(
      "dataset \(dataset.name) \(dataset.version), sha256 \(dataset.hash)", hanging: 2)
  }
}

/// The version of the command.
enum Version {
  /// The number, as the change log has it.
  static let number = "0.1.0"
  /// What `--version` prints.
  static var text: String { "tally " + number }
}
