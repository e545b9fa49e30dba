// `tally completions`: what a shell needs to complete the command line.

import ArgumentParser

/// The command line of `tally completions`.
struct CompletionsOfShell: ParsableCommand, Prints {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints what bash, zsh or fish needs to complete tally's command line.",
    discussion: """
      bash: tally completions bash > ~/.local/share/bash-completion/completions/tally
      zsh: tally completions zsh > a folder of $fpath, as _tally
      fish: tally completions fish > ~/.config/fish/completions/tally.fish
      """)

  /// A shell that is known.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "The shell.")
  var shell: Shell

  var text: String {
    let known: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    return Tally_.completionScript(for: known) + "\n"
  }
}
