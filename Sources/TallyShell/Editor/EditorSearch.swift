// Ctrl-R and Ctrl-S: going through the history by a part of an entry.

import CLibedit
import Tally

extension LibeditEditor {
  /// Searches until a key that does not belong to the search, which then does its usual work.
  func search(_ direction: HistorySearch.Direction) {
    let draft = text.all
    var search = HistorySearch(history, direction)
    defer { below = [] }
    while true {
      show(search, draft: draft)
      if !keys.hasPending { screen.paint(picture()) }
      guard let key = nextScalar() else { return }
      switch key.value {
      case 18, 19:  // Ctrl-R, Ctrl-S
        search.goOn(key.value == 18 ? .back : .forward)
        if search.isAtEnd { screen.ring() }
      case 8, 127:  // Backspace
        search.setPattern(String(search.pattern.dropLast()))
      case 3, 7:  // Ctrl-C, Ctrl-G: as it was before
        return replace(with: draft)
      case 27:  // Escape alone takes the entry; an arrow key takes it and then moves
        accept(search, draft: draft)
        if keys.waitForMore(mask, milliseconds: LibeditEditor.escapeWait) {
          // Held back, not given to libedit at once: in vi mode the whole key is looked at.
          heldBack.insert(key, at: 0)
        }
        return
      case 0..<32:
        accept(search, draft: draft)
        return heldBack.insert(key, at: 0)
      default:
        search.setPattern(search.pattern + String(key))
      }
    }
  }

  /// Shows the entry that was found, with the cursor at what was looked for.
  private func show(_ search: HistorySearch, draft: String) {
    replace(with: search.text ?? draft)
    if let place = search.place { moveCursor(to: place) }
    let isBack = search.direction == .back
    var line = StyledText(isBack ? "search back: " : "search forward: ", .muted)
    line.append(search.pattern)
    if search.failed { line.append("  (not found)", .muted) }
    if search.isAtEnd { line.append(isBack ? "  (nothing older)" : "  (nothing newer)", .muted) }
    below = [screen.fitted(line)]
  }

  private func accept(_ search: HistorySearch, draft: String) {
    if let match = search.match { walk.jump(to: match, leaving: draft) }
  }
}
