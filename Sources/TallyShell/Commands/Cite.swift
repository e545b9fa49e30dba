// `:cite`: what the last answer rests on, to be quoted with it.

import Tally

extension Command {
  private static let forms = [
    ("text", "as text"), ("bibtex", "for LaTeX"), ("csl", "for reference managers"),
  ]

  /// The prefix `cite`, for the last answer.
  static let cite = Command(
    name: "cite", usage: ":cite [text|bibtex|csl]", summary: "the sources of the last answer",
    purpose: .look,
    detail: "Lists the documents that the last answer rests on and, last, the answer itself with "
      + "its date and dataset, as text, for LaTeX (bibtex) or for reference managers (csl). The "
      + "same as the word cite before the question.",
    examples: [":cite", ":cite bibtex"], arguments: { _ in forms }
  ) { shell, argument in
    guard let form = shell.choice(argument, of: forms.map(\.0), for: "cite") else { return }
    let isText = form == "text"
    shell.askAboutLast(
      "cite", format: isText ? Report.usualFormat : form.isEmpty ? nil : OutputFormat.named(form))
  }
}
