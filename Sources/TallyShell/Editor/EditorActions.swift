// What the commands of the keys do to an entry.

import CLibedit
import Glibc
import Tally

extension LibeditEditor {
  /// Does something to the entry and has it painted.
  func edited(_ change: (LibeditEditor) -> Void) -> UInt8 {
    change(self)
    return After.refresh
  }

  func enter() -> UInt8 {
    let entry = text.all
    guard advice.isComplete(entry) else { return edited { $0.insert("\n") } }
    return finish { .entry($0) }
  }

  /// A new line that goes on with the statement: one that is not indented would begin another.
  func goOnBelow() { insert("\n" + LibeditEditor.indent) }

  func finish(_ how: (String) -> EntryRead) -> UInt8 {
    result = how(text.all)
    return After.done
  }

  func endOrDelete() -> UInt8 {
    guard !text.all.isEmpty else { return finish { _ in .end } }
    return edited { $0.deleteRight() }
  }

  /// Takes the last change back.
  func undo() {
    guard let state = undone.undo() else { return screen.ring() }
    replace(with: state.text)
    moveCursor(to: state.cursor)
  }

  // MARK: Motions

  private var motion: EntryMotion {
    EntryMotion(text.all, cursor: text.before.unicodeScalars.count)
  }

  func goUp() {
    if let place = motion.up { return moveCursor(to: place) }
    guard let entry = walk.older(leaving: text.all) else { return screen.ring() }
    replace(with: entry)
  }

  func goDown() {
    if let place = motion.down { return moveCursor(to: place) }
    guard let entry = walk.newer(leaving: text.all) else { return screen.ring() }
    replace(with: entry)
  }

  func goLeft() {
    if let place = motion.left { moveCursor(to: place) }
  }

  func goRight() {
    if let ghost { return insert(ghost) }
    if let place = motion.right { moveCursor(to: place) }
  }

  /// To the next word; at the end, through a word of the suggestion.
  func goToNextWord() {
    guard let ghost else { return moveCursor(to: motion.nextWord) }
    let blanks = ghost.prefix { $0 == " " }
    let word = ghost.dropFirst(blanks.count).prefix { $0 != " " }
    insert(String(blanks + word))
  }

  /// To the beginning of the line, and from there to that of the entry.
  func goToLineStart() {
    let start = motion.lineStart
    moveCursor(to: start == text.before.unicodeScalars.count ? 0 : start)
  }

  /// To the end of the line, from there to that of the entry, and there through the suggestion.
  func goToLineEnd() {
    if let ghost { return insert(ghost) }
    let end = motion.lineEnd
    let isThere = end == text.before.unicodeScalars.count
    moveCursor(to: isThere ? text.all.unicodeScalars.count : end)
  }

  // MARK: Changes

  /// Deletes the character on the left, with all its marks.
  func deleteLeft() {
    guard let place = motion.left else { return screen.ring() }
    deleteBack(text.before.unicodeScalars.count - place)
  }

  /// Deletes the character on the right, with all its marks.
  func deleteRight() {
    guard let place = motion.right else { return screen.ring() }
    let count = place - text.before.unicodeScalars.count
    moveCursor(to: place)
    deleteBack(count)
  }

  /// Deletes scalars before the cursor: libedit counts in wide characters, not in bytes.
  private func deleteBack(_ count: Int) {
    el_deletestr(handle, Int32(clamping: count))
  }

  func completeWord() {
    let (all, before) = text
    let cursor = before.utf8.count
    let completions = advice.complete(all, cursor)
    guard !completions.candidates.isEmpty else { return screen.ring() }
    // The prompt stays in sight, with a little of what was above it.
    let size = ScreenSize(width: screen.size.width, height: max(1, screen.size.height - 4))
    let menu = CompletionMenu(
      completions, in: all, cursor: cursor, size: size, mark: screen.ellipsis)
    below = menu.lines
    if let insertion = menu.insertion { replace(menu.replaces, by: insertion) }
  }

  /// Replaces a span around the cursor, which comes to stand behind what is put there.
  private func replace(_ span: Span, by insertion: String) {
    let bytes = Array(text.all.utf8)
    let end = min(max(0, span.end), bytes.count)
    let start = min(max(0, span.start), end)
    moveCursor(to: String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars.count)
    deleteBack(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.count)
    insert(insertion)
  }

  /// Takes pasted text as text: line ends in it run nothing, and controls are left out.
  func paste() {
    var pasted = String.UnicodeScalarView()
    let end = "\u{1b}[201~".unicodeScalars
    var kept = pasted
    var isWhole = true
    var count = 0
    while let scalar = nextScalar() {
      pasted.append(scalar)
      count += 1
      if scalar == "~", pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
      // What has no room is read all the same, or it would be taken for keys.
      if count == Paste.longest {
        kept = pasted
        isWhole = false
      }
      if !isWhole, count % Paste.longest == 0 {
        pasted = String.UnicodeScalarView(pasted.suffix(end.count))
      }
    }
    insert(Paste.cleaned(String(isWhole ? pasted : kept)))
    guard !isWhole else { return }
    let text = "what was pasted is too long: only its beginning is here"
    below = [screen.fitted(StyledText(text, .muted))]
  }

  // MARK: Leaving for a while

  /// Stops the process and its whole job, as the terminal itself would, and comes back.
  func suspend() {
    screen.finish(picture())
    screen.endPasteMarks()
    tally_edit_set_raw(handle, 0)
    kill(0, SIGTSTP)
    tally_edit_set_raw(handle, 1)
    screen.beginPasteMarks()
  }
}
