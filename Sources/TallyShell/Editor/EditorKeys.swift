// What each key does: tally's own commands, bound over libedit's.

import CLibedit
import Glibc
import Tally

/// What libedit does after one of our commands.
private enum After {
  static let nothing = UInt8(CC_NORM)
  static let refresh = UInt8(CC_REFRESH)
  static let done = UInt8(CC_NEWLINE)
}

extension LibeditEditor {
  /// Keys that would otherwise leave a part of their escape in the text.
  private static let ignored =
    ["[2~", "[5~", "[6~", "[I", "[O", "[Z", "[E", "OE", "[G"]
    + [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map { "[\($0)~" }
    + ["P", "Q", "R", "S"].map { "O\($0)" }

  /// Binds every key that tally handles itself.
  func bindKeys() {
    bindEntryKeys()
    bindMotions()
    bindScreenKeys()
  }

  private func bindEntryKeys() {
    command("tally-enter", ["^M", "^J"]) { handle, _ in
      LibeditEditor.of(handle)?.enter() ?? After.done
    }
    command("tally-newline", ["\u{1b}^M", "\u{1b}^J"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.insert("\n") } ?? After.done
    }
    command("tally-tab", ["^I"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.completeWord() } ?? After.done
    }
    command("tally-search", ["^R"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.search() } ?? After.done
    }
    command("tally-paste", ["\u{1b}[200~"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.paste() } ?? After.done
    }
    command("tally-interrupt", ["^C"]) { handle, _ in
      LibeditEditor.of(handle)?.finish { .interrupted($0) } ?? After.done
    }
    command("tally-end", ["^D"]) { handle, _ in
      LibeditEditor.of(handle)?.endOrDelete() ?? After.done
    }
    bind("\u{1b}[3~", to: "ed-delete-next-char")
    bind(LibeditEditor.deleteKey, to: "ed-delete-next-char")
  }

  private func bindMotions() {
    command("tally-up", ["\u{1b}[A", "\u{1b}OA", "^P"], vi: ["k"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goUp() } ?? After.done
    }
    command("tally-down", ["\u{1b}[B", "\u{1b}OB", "^N"], vi: ["j"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goDown() } ?? After.done
    }
    command("tally-right", ["\u{1b}[C", "\u{1b}OC", "^F"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goRight() } ?? After.done
    }
    command("tally-line-start", ["^A", "\u{1b}[H", "\u{1b}OH", "\u{1b}[1~", "\u{1b}[7~"]) {
      handle, _ in LibeditEditor.of(handle)?.edited { $0.goToLineStart() } ?? After.done
    }
    command("tally-line-end", ["^E", "\u{1b}[F", "\u{1b}OF", "\u{1b}[4~", "\u{1b}[8~"]) {
      handle, _ in LibeditEditor.of(handle)?.edited { $0.goToLineEnd() } ?? After.done
    }
    for modifier in ["3", "5"] {
      bind("\u{1b}[1;\(modifier)D", to: "ed-prev-word")
      bind("\u{1b}[1;\(modifier)C", to: "em-next-word")
    }
  }

  private func bindScreenKeys() {
    command("tally-clear", ["^L"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.screen.clear($0.picture()) } ?? After.done
    }
    command("tally-suspend", ["^Z"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.suspend() } ?? After.done
    }
    command("tally-ignore", LibeditEditor.ignored.map { "\u{1b}" + $0 }) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.screen.ring() } ?? After.done
    }
  }

  /// Adds a command to libedit and binds keys to it.
  /// - Parameter vi: further keys of vi's command mode.
  private func command(
    _ name: String, _ keys: [String], vi: [String] = [],
    _ function: @escaping @convention(c) (OpaquePointer?, Int32) -> UInt8
  ) {
    tally_edit_add(handle, name, name, function)
    for key in keys { bind(key, to: name) }
    for key in vi where isVi { tally_edit_bind_command(handle, key, name) }
  }

  /// Binds a key. In vi mode Escape leads to the command map, where the rest of an arrow key's
  /// bytes is found.
  private func bind(_ key: String, to command: String) {
    if isVi, key.hasPrefix("\u{1b}") {
      tally_edit_bind_command(handle, String(key.dropFirst()), command)
    } else {
      tally_edit_bind(handle, key, command)
      if isVi { tally_edit_bind_command(handle, key, command) }
    }
  }

  private var isVi: Bool {
    guard let mode = tally_edit_editor(handle) else { return false }
    return String(cString: mode) == "vi"
  }

  /// A key that no keyboard has: how a command of ours calls one of libedit's.
  private static let deleteKey = "\u{1b}[991~"
}

// MARK: - What the commands do

extension LibeditEditor {
  /// Does something to the entry and has it painted.
  fileprivate func edited(_ change: (LibeditEditor) -> Void) -> UInt8 {
    change(self)
    return After.refresh
  }

  fileprivate func enter() -> UInt8 {
    let entry = text.all
    guard advice.isComplete(entry) else { return edited { $0.insert("\n") } }
    return finish { .entry($0) }
  }

  fileprivate func finish(_ how: (String) -> EntryRead) -> UInt8 {
    result = how(text.all)
    return After.done
  }

  fileprivate func endOrDelete() -> UInt8 {
    let (all, before) = text
    if all.isEmpty { return finish { _ in .end } }
    guard before != all else { return edited { $0.screen.ring() } }
    el_push(handle, LibeditEditor.deleteKey)
    return After.nothing
  }

  private var motion: EntryMotion {
    EntryMotion(text.all, cursor: text.before.unicodeScalars.count)
  }

  fileprivate func goUp() {
    if let place = motion.up { return moveCursor(to: place) }
    guard let entry = walk.older(leaving: text.all) else { return screen.ring() }
    replace(with: entry)
  }

  fileprivate func goDown() {
    if let place = motion.down { return moveCursor(to: place) }
    guard let entry = walk.newer(leaving: text.all) else { return screen.ring() }
    replace(with: entry)
  }

  fileprivate func goRight() {
    if let ghost { return insert(ghost) }
    el_cursor(handle, 1)
  }

  /// To the beginning of the line, and from there to that of the entry.
  fileprivate func goToLineStart() {
    let start = motion.lineStart
    moveCursor(to: start == text.before.unicodeScalars.count ? 0 : start)
  }

  /// To the end of the line, from there to that of the entry, and there through the suggestion.
  fileprivate func goToLineEnd() {
    if let ghost { return insert(ghost) }
    let end = motion.lineEnd
    let isThere = end == text.before.unicodeScalars.count
    moveCursor(to: isThere ? text.all.unicodeScalars.count : end)
  }

  fileprivate func completeWord() {
    let (all, before) = text
    let cursor = before.utf8.count
    let completions = advice.complete(all, cursor)
    guard !completions.candidates.isEmpty else { return screen.ring() }
    // The prompt stays in sight, with a little of what was above it.
    let size = ScreenSize(width: screen.size.width, height: max(1, screen.size.height - 4))
    let menu = CompletionMenu(completions, in: all, cursor: cursor, size: size)
    below = menu.lines
    if let insertion = menu.insertion { replace(menu.replaces, by: insertion) }
  }

  /// Replaces a span around the cursor, which comes to stand behind what is put there.
  private func replace(_ span: Span, by insertion: String) {
    let bytes = Array(text.all.utf8)
    let end = min(max(0, span.end), bytes.count)
    let start = min(max(0, span.start), end)
    moveCursor(to: String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars.count)
    let old = String(decoding: bytes[start..<end], as: UTF8.self)
    el_deletestr(handle, Int32(clamping: old.unicodeScalars.count))
    insert(insertion)
  }

  /// Takes pasted text as text: line ends in it run nothing, and controls are left out.
  fileprivate func paste() {
    var pasted = String.UnicodeScalarView()
    let end = "\u{1b}[201~".unicodeScalars
    while let scalar = nextScalar() {
      pasted.append(scalar)
      if scalar == "~", pasted.count >= end.count, pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    insert(Paste.cleaned(String(pasted)))
  }

  /// Stops the process and its whole job, as the terminal itself would, and comes back.
  fileprivate func suspend() {
    screen.finish(picture())
    screen.endPasteMarks()
    tally_edit_set_raw(handle, 0)
    kill(0, SIGTSTP)
    tally_edit_set_raw(handle, 1)
    screen.beginPasteMarks()
  }
}

/// Pasted text.
enum Paste {
  /// A text with plain line ends, none at its end, and without controls.
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 13: cleaned.append("\n")
      case 10: if previous != "\r" { cleaned.append("\n") }
      case 9: cleaned.append(scalar)
      case 0..<32, 127..<160: break
      default: cleaned.append(scalar)
      }
      previous = scalar
    }
    while cleaned.last == "\n" { cleaned.removeLast() }
    return String(cleaned)
  }
}
