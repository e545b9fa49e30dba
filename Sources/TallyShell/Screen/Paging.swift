// Whether an answer is shown by pages, and by which pager.

import Glibc
import Tally

/// The choice of a pager for one answer.
struct Paging {
  private let settings: Settings
  private let unicode: Bool
  /// Whether there may be pages at all.
  let isAllowed: Bool

  /// The choice for where answers go. Pages need a person at a screen and keys that nobody typed
  /// before: what was typed ahead belongs to the next prompt.
  init(_ settings: Settings, isInteractive: Bool, output: Int32) {
    self.settings = settings
    unicode = Terminal.usesUnicode(settings)
    let hasScreen =
      isInteractive && Terminal.isTerminal(output) && Terminal.isTerminal(STDIN_FILENO)
      && !Terminal.isDumb
    let isWanted =
      switch settings.pager {
      case .off: false
      case .on: true
      // Who has named a number of rows wants the first and the last.
      case .auto: settings.maxRows == nil || settings.maxRows == .max
      }
    isAllowed = hasScreen && isWanted && !Pager.isTypedAhead(STDIN_FILENO)
  }

  /// Shows an answer.
  /// - Returns: a signal that came meanwhile and wants the process to end; nil for none.
  func show(_ parts: AnswerParts, _ report: Report) -> Int32? {
    let size = Terminal.size(report.output.descriptor)
    let pages = Pages(parts, width: size.width, height: size.height)
    guard pages.areNeeded else {
      report.write(parts.text)
      return nil
    }
    if let command = OutsidePager.command {
      if OutsidePager.show(report.outputTheme.render(parts.text), with: command) { return nil }
      report.complain("PAGER is \(command), and there is no such command", .warning)
    }
    let pager = Pager(
      input: STDIN_FILENO, output: report.output, theme: report.outputTheme, unicode: unicode)
    return pager.show(pages)
  }
}

extension Report {
  /// The line about a question that takes long; nil where nobody would see it.
  var progress: ProgressLine? {
    guard isInteractive, Terminal.isTerminal(errors.descriptor), !Terminal.isDumb else {
      return nil
    }
    return ProgressLine(unicode: Terminal.usesUnicode(settings))
  }

  /// The line about a file that is read; also of a script where somebody looks at its messages.
  var readingProgress: ProgressLine? {
    guard Terminal.isTerminal(errors.descriptor), !Terminal.isDumb else { return nil }
    return ProgressLine(unicode: Terminal.usesUnicode(settings))
  }
}
