// What each key does: tally's own commands, bound over libedit's.

import CLibedit
import Glibc
import Tally

/// What libedit does after one of our commands.
enum After {
  static let nothing = UInt8(CC_NORM)
  static let refresh = UInt8(CC_REFRESH)
  static let done = UInt8(CC_NEWLINE)
}

/// In which of libedit's modes a key is bound.
private enum Mode {
  /// While text is typed: emacs mode, or the insert mode of vi.
  case typing
  /// In vi's command mode.
  case command
  /// In both.
  case every
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
    bindSearchKeys()
    bindLineMotions()
    bindMotions()
    bindEditing()
    bindScreenKeys()
    bindEscape()
  }

  private func bindEntryKeys() {
    command("tally-enter", ["^M", "^J"]) { handle, _ in
      LibeditEditor.of(handle)?.enter() ?? After.done
    }
    command("tally-newline", ["\u{1b}^M", "\u{1b}^J"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goOnBelow() } ?? After.done
    }
    command("tally-tab", ["^I"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.completeWord() } ?? After.done
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
  }

  private func bindSearchKeys() {
    command("tally-search-back", ["^R"], vi: ["/"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.search(.back) } ?? After.done
    }
    command("tally-search-forward", ["^S"], vi: ["?"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.search(.forward) } ?? After.done
    }
  }

  private func bindLineMotions() {
    command("tally-up", ["\u{1b}[A", "\u{1b}OA", "^P"], vi: ["k"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goUp() } ?? After.done
    }
    command("tally-down", ["\u{1b}[B", "\u{1b}OB", "^N"], vi: ["j"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goDown() } ?? After.done
    }
    command("tally-line-start", ["^A", "\u{1b}[H", "\u{1b}OH", "\u{1b}[1~", "\u{1b}[7~"]) {
      handle, _ in LibeditEditor.of(handle)?.edited { $0.goToLineStart() } ?? After.done
    }
    command("tally-line-end", ["^E", "\u{1b}[F", "\u{1b}OF", "\u{1b}[4~", "\u{1b}[8~"]) {
      handle, _ in LibeditEditor.of(handle)?.edited { $0.goToLineEnd() } ?? After.done
    }
  }

  private func bindMotions() {
    command("tally-left", ["\u{1b}[D", "\u{1b}OD", "^B"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goLeft() } ?? After.done
    }
    command("tally-right", ["\u{1b}[C", "\u{1b}OC", "^F"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goRight() } ?? After.done
    }
    let words = ["3", "5", "9"].map { "\u{1b}[1;\($0)" }
    command("tally-next-word", ["\u{1b}f", "\u{1b}F"] + words.map { $0 + "C" }) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.goToNextWord() } ?? After.done
    }
    for word in words { bind(word + "D", to: "ed-prev-word", in: .every) }
  }

  private func bindEditing() {
    command("tally-backspace", ["^?", "^H"], in: .typing) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.deleteLeft() } ?? After.done
    }
    command("tally-delete", ["\u{1b}[3~"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.deleteRight() } ?? After.done
    }
    command("tally-undo", ["^_", "^X^U"], in: .typing, vi: ["u"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.undo() } ?? After.done
    }
    bind("^W", to: "ed-delete-prev-word", in: .typing)
  }

  private func bindScreenKeys() {
    command("tally-clear", ["^L"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.screen.clear($0.picture()) } ?? After.done
    }
    command("tally-suspend", ["^Z"]) { handle, _ in
      LibeditEditor.of(handle)?.edited { $0.suspend() } ?? After.done
    }
    // In vi's command mode `v` would begin another editor under the prompt, and `#` would leave.
    command("tally-ignore", LibeditEditor.ignored.map { "\u{1b}" + $0 }, vi: ["v", "#"]) {
      handle, _ in LibeditEditor.of(handle)?.edited { $0.screen.ring() } ?? After.done
    }
  }

  /// In vi's command mode Escape stays there. libedit would take it for the beginning of a key, and
  /// lose the next letter.
  private func bindEscape() {
    guard isVi else { return }
    tally_edit_add(handle, "tally-stay", "tally-stay") { _, _ in After.refresh }
    tally_edit_bind_command(handle, "^[", "tally-stay")
  }

  /// Adds a command to libedit and binds keys to it.
  /// - Parameter vi: further keys of vi's command mode.
  private func command(
    _ name: String, _ keys: [String], in mode: Mode = .every, vi: [String] = [],
    _ function: @escaping @convention(c) (OpaquePointer?, Int32) -> UInt8
  ) {
    tally_edit_add(handle, name, name, function)
    for key in keys { bind(key, to: name, in: mode) }
    for key in vi where isVi { bind(key, to: name, in: .command) }
  }

  /// Binds a key. In vi mode Escape is a key of its own: a key that begins with one is found by
  /// `readCharacter`, and bound here to the character that it is turned into.
  private func bind(_ key: String, to command: String, in mode: Mode) {
    var key = key
    if isVi, key.hasPrefix("\u{1b}") {
      guard let character = viKeys.add(String(key.dropFirst()), for: command) else { return }
      key = String(character)
    }
    if mode != .command { tally_edit_bind(handle, key, command) }
    if isVi, mode != .typing { tally_edit_bind_command(handle, key, command) }
  }

  var isVi: Bool {
    guard let mode = tally_edit_editor(handle) else { return false }
    return String(cString: mode) == "vi"
  }
}
