// What the terminal shows of the entry: the last frame, and how to replace it.

import Tally

/// The part of the screen that the entry takes.
struct EditorScreen {
  private let sink: Sink
  private var theme = Theme.none
  /// What stands where something was cut.
  private(set) var ellipsis = "..."
  private var frame: Frame?

  /// A screen that nothing has been painted on.
  init(sink: Sink) { self.sink = sink }

  /// Takes up what was chosen since the last entry.
  mutating func obey(_ settings: Settings) {
    theme = Terminal.theme(for: sink.descriptor, settings)
    let context = Terminal.outputContext(sink.descriptor, settings)
    ellipsis = context.unicode ? "\u{2026}" : "..."
  }

  /// The screen's size, as it is now.
  var size: ScreenSize { Terminal.size(sink.descriptor) }

  /// A line that fits into one row.
  func fitted(_ line: StyledText) -> StyledText {
    EntryHint.fitted(line, width: size.width, mark: ellipsis)
  }

  /// Asks the terminal to mark pasted text, so that its line ends do not run it.
  func beginPasteMarks() { sink.write("\u{1b}[?2004h") }

  /// Ends what `beginPasteMarks` began.
  func endPasteMarks() { sink.write("\u{1b}[?2004l") }

  /// Rings, for a key that has no effect here.
  func ring() { sink.write("\u{07}") }

  /// Replaces what is shown by a picture.
  mutating func paint(_ picture: Picture) {
    show(Painter.frame(picture), up: frame?.cursorRow ?? 0)
  }

  /// Replaces what is shown after the terminal got another width and broke the rows anew.
  mutating func repaint(_ picture: Picture) {
    show(
      Painter.frame(picture), up: frame?.cursorRow(reflowedTo: picture.size.width) ?? 0)
  }

  /// Clears all of the screen and paints at its top.
  mutating func clear(_ picture: Picture) {
    sink.write("\u{1b}[H\u{1b}[2J")
    frame = nil
    paint(picture)
  }

  /// Leaves the entry as it is on the screen, all of it, and goes to the line below.
  mutating func finish(_ picture: Picture) {
    var picture = picture
    picture.ghost = ""
    picture.below = []
    picture.cursor = picture.text.utf8.count
    show(Painter.whole(picture), up: frame?.cursorRow ?? 0)
    sink.write("\r\n")
    frame = nil
  }

  private mutating func show(_ next: Frame, up: Int) {
    sink.write(next.replacing(up: up, theme: theme))
    frame = next
  }
}
