// `:tour`: seven questions, asked one by one, each with what it teaches.

import Glibc
import Tally

extension Command {
  /// Begins the tour, at a question.
  static let tour = Command(
    name: "tour", usage: ":tour [n]", summary: "seven questions that show how it is done",
    purpose: .learn,
    detail: "Asks seven questions, one at a time. Enter goes on and q ends; in between you can ask "
      + "whatever you like. :tour 4 begins at the fourth.",
    examples: [":tour", ":tour 4"],
    arguments: { _ in Tour.steps.indices.map { (String($0 + 1), Tour.steps[$0].question) } }
  ) { shell, argument in
    let number = argument.isEmpty ? (shell.tour ?? 0) + 1 : Int(argument) ?? 0
    guard Tour.steps.indices.contains(number - 1) else {
      return shell.report.complain(
        "the tour has the questions 1 to \(Tour.steps.count): write :tour or :tour 4")
    }
    Tour.begin(at: number - 1, in: &shell)
  }
}

/// The tour: at the prompt itself, so that a reader can try things on the way.
enum Tour {
  /// A question, with a sentence before its answer and one after it.
  struct Step: Sendable {
    let before: String
    let question: String
    let after: String
  }

  /// Shows a question; all from there on where nobody sits at a keyboard.
  static func begin(at number: Int, in shell: inout Shell) {
    guard Terminal.isTerminal(STDIN_FILENO), Terminal.isTerminal(shell.report.output.descriptor)
    else {
      for step in number..<steps.count where !Interrupt.isRequested() { show(step, in: &shell) }
      shell.tour = nil
      return
    }
    show(number, in: &shell)
    guard number + 1 < steps.count else {
      shell.tour = nil
      return
    }
    shell.tour = number + 1
    shell.report.paragraph(
      "Enter goes on to question \(number + 2) of \(steps.count), q ends the tour. Or ask "
        + "something of your own first.", .muted)
  }

  /// Takes an entry that belongs to the tour: an empty one, which goes on, and `q`, which ends it.
  static func takes(_ entry: String, in shell: inout Shell) -> Bool {
    guard let next = shell.tour else { return false }
    switch entry.trimmed.lowercased() {
    case "":
      begin(at: next, in: &shell)
      return true
    case "q", ":q":
      shell.tour = nil
      shell.report.paragraph("The tour is over; :tour \(next + 1) takes it up again.", .muted)
      return true
    default: return false
    }
  }

  private static func show(_ number: Int, in shell: inout Shell) {
    let step = steps[number]
    var text = StyledText()
    text.paragraph(
      StyledText(step.before), behind: StyledText("\(number + 1) of \(steps.count)", .heading),
      margin: 8, width: shell.report.width)
    shell.report.write(text)
    shell.report.entry(step.question)
    shell.run(step.question)
    shell.report.paragraph(step.after)
    shell.report.line()
  }

  /// The questions, each a step from the one before.
  static let steps = [
    Step(
      before: "A question begins with what you want, such as count, and says of what.",
      question: "count counties with agreements",
      after: "The first number is certain. up to says what is possible if everything that is not "
        + "known turned out to be a yes. Below stand the base, the day and the sources. A county "
        + "has an agreement here where its own agency has signed one with ICE; a city's police "
        + "do not count for it."),
    Step(
      before: "where keeps the rows that meet a condition. detainers is a yes/no field: whether "
        + "law or an agreement has a county's jail keep people past their release for ICE.",
      question: "count counties in CO where not detainers",
      after: "not detainers finds the counties where holding is barred, and only where the "
        + "record says so. Where nothing is known, a county is neither yes nor no."),
    Step(
      before: "What is not known is counted, not guessed. Here much is not known.",
      question: "count counties where detainers",
      after: "Where more is open than settled, the answer says how many of those that the record "
        + "settles, and how many are not settled, with the reasons. Not settled is not no. "
        + "Before you quote such a number, say both."),
    Step(
      before: "by asks the same question of each group: here, of each region.",
      question: "count counties where detainers by region",
      after: "Two numbers are an interval: the first is certain, the second is possible, and the "
        + "true one lies between them. Each row says how many are unknown, and its base: how many "
        + "counties were asked about. by state works the same way."),
    Step(
      before: "share ... among asks what part of a set meets a condition. It can be grouped too.",
      question: "share where detainers among counties by region",
      after: "Two percentages are an interval again. Quote both, or say what is unknown; of known "
        + "is the share among the counties whose answer is known."),
    Step(
      before: "as of asks about another day; a year means its last day.",
      question: "share where detainers among counties as of 2019 by region",
      after: "The answer names its day. What became known later is not in it, so a change between "
        + "two days may be news or only knowledge: compare tells the two apart."),
    Step(
      before: "cite before a question lists its sources in full, to be quoted with the number.",
      question: "cite share where detainers among counties in NM, CO by state",
      after: "Its last entry is the answer itself, with date and dataset, so that others can "
        + "check it. After any answer, :cite and :why do the same for it. Next: :tables and "
        + ":fields show what can be asked, :help examples has more questions, and Tab shows "
        + "what can come next."),
  ]
}
