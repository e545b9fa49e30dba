// The editor for a person at a terminal: libedit keeps keys and text, tally paints.

import CLibedit
import Glibc
import Tally

/// An editor on libedit without libedit's display.
///
/// libedit draws to `/dev/null`; it calls `readCharacter` each time it wants a key, and there the
/// entry is painted. So keymaps, motions, kill and yank, vi mode and `~/.editrc` are libedit's, and
/// the screen is a pure function of text and cursor.
///
/// A class, for libedit holds a pointer to it.
final class LibeditEditor: LineEditor {
  /// libedit's own object. An opaque pointer because the library is C; it is made in `init`, freed
  /// in `deinit`, and never leaves this class.
  let handle: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let sink: UnsafeMutablePointer<FILE>
  /// libedit's own history, which stays empty: without one, some of its commands would crash.
  private let noHistory: OpaquePointer

  var keys: KeyReader
  var screen: EditorScreen
  var advice = EditorAdvice()
  var walk = HistoryWalk([])
  var history: [String] = []
  /// Lines under the entry, until the next key.
  var below: [StyledText] = []
  /// What the present call of `read` will return; nil while the entry is being edited.
  var result: EntryRead?
  var mask = sigset_t()
  var undone = UndoStack()
  /// Keys that begin with an Escape, in vi mode.
  var viKeys = ViKeys()
  /// Characters that were read and not yet used.
  var heldBack: [Unicode.Scalar] = []
  private let hints = HintWorker()
  /// The last hint, with the text that it is about.
  private var hint: (text: String, line: StyledText)?
  /// What a hint was asked for last: a text, and the cursor in it.
  private var asked: (text: String, before: String)?

  /// After how many milliseconds without a key a hint is looked for.
  private static let hintDelay = 150
  /// What a line begins with that goes on with the statement above it.
  static let indent = "  "
  /// How many entries that go on from the text are looked at for one to propose.
  private static let mostLooked = 16
  /// How many milliseconds the rest of a key may take to follow its Escape.
  static let escapeWait = 50
  /// The size of the screen that libedit lays its own lines out on, which nobody sees. It never
  /// changes: libedit damages its memory where a screen becomes small.
  private static let unseenSize = (columns: "500", rows: "200")

  /// An editor that reads from a terminal and paints on one; nil where libedit refuses.
  init?(terminal: Int32, screen: Sink) {
    guard let input = fdopen(dup(terminal), "r") else { return nil }
    guard let sink = fopen("/dev/null", "w"), let noHistory = history_init(),
      let handle = tally_edit_open("tally", input, sink, terminal)
    else {
      fclose(input)
      return nil
    }
    self.input = input
    self.sink = sink
    self.handle = handle
    self.noHistory = noHistory
    keys = KeyReader(terminal)
    self.screen = EditorScreen(sink: screen)
    // The pointer stays good as long as libedit has it: `deinit` ends libedit first.
    tally_edit_set_client(handle, Unmanaged.passUnretained(self).toOpaque())
    tally_edit_set_editor(handle, "emacs")
    tally_edit_set_history(handle, noHistory)
    tally_edit_set_reader(handle) { handle, character in
      guard let character else { return -1 }
      return LibeditEditor.of(handle)?.readCharacter(into: character) ?? -1
    }
    // Before our keys, for `bind -v` in the user's file wipes every binding made before it.
    el_source(handle, nil)
    tally_edit_set_size(handle, "co", LibeditEditor.unseenSize.columns)
    tally_edit_set_size(handle, "li", LibeditEditor.unseenSize.rows)
    // While an entry is edited, Ctrl-C, Ctrl-Z and Ctrl-\ are keys like others.
    tally_edit_set_tty(handle, "-d", "-isig")
    // Returns and line feeds come as they are, or the ends of pasted lines would be doubled.
    tally_edit_set_tty(handle, "-d", "-icrnl")
    tally_edit_set_tty(handle, "-d", "-inlcr")
    // Ctrl-S searches, and does not halt the terminal.
    tally_edit_set_tty(handle, "-d", "-ixon")
    bindKeys()
  }

  deinit {
    el_end(handle)
    history_end(noHistory)
    fclose(input)
    fclose(sink)
  }

  /// The editor that libedit calls back.
  static func of(_ handle: OpaquePointer?) -> LibeditEditor? {
    guard let client = tally_edit_client(handle) else { return nil }
    return Unmanaged<LibeditEditor>.fromOpaque(client).takeUnretainedValue()
  }

  func read(history: [String], advice: EditorAdvice) -> EntryRead {
    self.advice = advice
    self.history = history
    walk = HistoryWalk(history)
    undone = UndoStack()
    below = []
    result = nil
    (hint, asked) = (nil, nil)
    mask = Signals.beginEditing()
    screen.obey(advice.settings)
    screen.beginPasteMarks()
    var count: Int32 = 0
    let line = el_gets(handle, &count)
    hints?.cancel()
    (below, hint) = ([], nil)
    screen.finish(picture())
    screen.endPasteMarks()
    Signals.endEditing(mask)
    if let signal = Signals.ending { return .terminated(signal) }
    // A key of the user's own may end the line by libedit's means.
    return result ?? line.map { .entry(String(cString: $0).withoutLineEnd) } ?? .end
  }

  /// Called by libedit for each character: shows the entry and waits.
  /// - Parameter character: where libedit wants it; libedit's own memory, good for this call.
  private func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    let (all, before) = text
    undone.note(all, cursor: before.unicodeScalars.count)
    // Not in the middle of a paste or of a burst of keys.
    if !keys.hasPending { screen.paint(picture()) }
    guard var scalar = nextScalar() else { return 0 }
    if scalar == "\u{1b}", isVi { scalar = viKey(scalar) }
    below = []
    character.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  /// In vi mode: what stands for a key that begins with an Escape, or the Escape itself.
  private func viKey(_ escape: Unicode.Scalar) -> Unicode.Scalar {
    var typed: [Unicode.Scalar] = []
    while !heldBack.isEmpty || keys.waitForMore(mask, milliseconds: LibeditEditor.escapeWait),
      let next = nextScalar()
    {
      typed.append(next)
      if let character = viKeys.character(typed) { return character }
      if !viKeys.isBeginning(typed) { break }
    }
    heldBack = typed + heldBack
    return escape
  }

  /// The next character, with the screen kept right meanwhile; nil at the end of input.
  func nextScalar() -> Unicode.Scalar? {
    defer {
      hints?.cancel()
      // What was asked for and has not come is asked for again.
      if hint?.text != asked?.text { asked = nil }
    }
    if !heldBack.isEmpty { return heldBack.removeFirst() }
    while true {
      let patience = wantsHint ? LibeditEditor.hintDelay : nil
      switch keys.next(mask, patience: patience, news: hints?.descriptor) {
      case .character(let scalar):
        return scalar
      case .late:
        askForHint()
      case .news:
        let (all, _) = text
        hint = hints?.take().map { (all, $0) }
        screen.paint(picture())
      case .resized:
        screen.repaint(picture())
      case .continued:
        tally_edit_set_raw(handle, 0)
        tally_edit_set_raw(handle, 1)
        screen.beginPasteMarks()
        screen.paint(picture())
      case .end:
        return nil
      }
    }
  }

  /// Whether the entry has changed since a hint was asked for.
  private var wantsHint: Bool {
    guard hints != nil, below.isEmpty else { return false }
    let (all, before) = text
    return asked.map { $0.text != all || $0.before != before } ?? !all.isEmpty
  }

  /// Has a hint looked for, by another thread.
  private func askForHint() {
    let (all, before) = text
    asked = (all, before)
    let work = advice.hint(all, before.utf8.count)
    if let work { hints?.ask(work) } else { hint = nil }
    // There was time for what a quick typist's keys had left out: the marks of unknown names.
    screen.paint(picture())
  }
}

// MARK: - The text

extension LibeditEditor {
  /// The entry and the part of it before the cursor.
  var text: (all: String, before: String) {
    guard let line = el_line(handle)?.pointee else { return ("", "") }
    // libedit's own buffer, good until the next call: it is copied at once.
    let bytes = UnsafeRawBufferPointer(
      start: line.buffer, count: max(0, line.lastchar - line.buffer))
    let cursor = min(max(0, line.cursor - line.buffer), bytes.count)
    return (
      String(decoding: bytes, as: UTF8.self), String(decoding: bytes[..<cursor], as: UTF8.self)
    )
  }

  /// Puts the cursor before a scalar of the entry.
  func moveCursor(to place: Int) {
    el_cursor(handle, Int32(clamping: place - text.before.unicodeScalars.count))
  }

  /// Replaces all of the entry; the cursor goes to its end.
  func replace(with entry: String) {
    let old = text.all.unicodeScalars.count
    moveCursor(to: old)
    // libedit counts wide characters here, not bytes.
    el_deletestr(handle, Int32(clamping: old))
    insert(entry)
  }

  /// Inserts at the cursor. A NUL would end libedit's text, so there is none in it.
  func insert(_ text: String) {
    el_insertstr(handle, text)
  }

  /// What the screen should show now.
  func picture() -> Picture {
    let (all, before) = text
    var picture = Picture()
    picture.text = all
    picture.cursor = before.utf8.count
    picture.prompt = advice.prompt.first
    picture.continuation = advice.prompt.further
    picture.highlights = advice.highlight(all, before.utf8.count)
    picture.ghost = ghost ?? ""
    picture.below = below
    // A number that stands under another text would be a wrong one.
    if below.isEmpty, let hint, hint.text == all { picture.below = [screen.fitted(hint.line)] }
    picture.size = screen.size
    return picture
  }

  /// What may follow at the end: the rest of the newest fitting entry of the history, up to its
  /// first line end, or that of the last word.
  var ghost: String? {
    let (all, before) = text
    guard all == before, below.isEmpty, let proposes = advice.proposes else { return nil }
    var looked = 0
    let suggestion = walk.suggestion(for: all) { entry in
      looked += 1
      return looked <= LibeditEditor.mostLooked && proposes(entry)
    }
    guard let entry = suggestion else {
      return advice.rest(all, before.utf8.count)
    }
    let rest = String(decoding: entry.utf8.dropFirst(all.utf8.count), as: UTF8.self)
    let line = rest.prefix { $0 != "\n" }
    return line.isEmpty ? nil : String(line)
  }
}

extension String {
  /// The text without a line end at its end.
  fileprivate var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
