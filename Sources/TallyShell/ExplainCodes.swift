// `tally explain`: the long text of a message's code.

import ArgumentParser
import Tally

/// The command line of `tally explain`.
struct ExplainCodes: ParsableCommand, AsksForWork {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a message such as T301 means, with an example and what works instead.",
    discussion: """
      Without a code, a list of them all.

      EXIT CODES: 0 fine; 2 there is no such code.
      """)

  @Argument(
    help: ArgumentHelp("A code, such as T301; several are shown in turn.", valueName: "code"),
    completion: .list(DiagnosticCode.all.map(\.name)))
  var codes: [String] = []

  @OptionGroup var look: LookOptions

  var request: Request.Parsed {
    Request.Parsed(work: .explain(codes), given: look.given)
  }
}
