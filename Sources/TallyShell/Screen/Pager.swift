// Shows a long answer page by page, in the terminal's own lines: scrollback keeps all of it.

import Glibc
import Tally

/// Reads the keys between pages.
struct Pager {
  /// What a key asks for.
  enum Key: Equatable {
    case page, row, rest, stop, suspend, none
    /// No key: the screen or the terminal's modes may be others.
    case redraw

    /// What the bytes of a key ask for; bytes that no key has ask for nothing.
    init(_ bytes: [UInt8]) {
      switch bytes {
      case Array(" ".utf8), Array("f".utf8), Array("\u{1b}[6~".utf8): self = .page
      case Array("\r".utf8), Array("\n".utf8), Array("j".utf8), Array("\u{1b}[B".utf8),
        Array("\u{1b}OB".utf8):
        self = .row
      case Array("a".utf8), Array("A".utf8), Array("G".utf8): self = .rest
      case Array("q".utf8), Array("Q".utf8), [3], [4], [0x1b]: self = .stop
      case [0x1a]: self = .suspend
      default: self = .none
      }
    }
  }

  /// The terminal that keys come from.
  let input: Int32
  /// Where the answer goes.
  let output: Sink
  /// How it is coloured.
  let theme: Theme
  /// Whether the line below may have characters outside ASCII.
  let unicode: Bool

  /// Shows an answer; returns when the reader has seen enough of it, its end in any case.
  /// - Returns: a signal that wants the process to end; nil for none.
  func show(_ pages: Pages) -> Int32? {
    var pages = pages
    var ending: Int32?
    let mask = Signals.beginEditing()
    if let cooked = Pager.prepare(input) {
      // A line that is not typed to its end can be seen only now. It is not for us.
      let isTypedAhead = Pager.isReady(input)
      if isTypedAhead { Pager.restore(input, cooked) }
      write(pages.page())
      if isTypedAhead {
        write(pages.rest())
      } else {
        ending = turn(&pages, cooked, mask)
        Pager.restore(input, cooked)
      }
    } else {
      write(pages.page())
      write(pages.rest())
    }
    Signals.endEditing(mask)
    if ending == nil { write(pages.ending()) }
    return ending
  }

  /// Turns pages until there is no more, or the reader stops.
  private func turn(_ pages: inout Pages, _ cooked: termios, _ mask: sigset_t) -> Int32? {
    while !pages.isDone, output.failure == nil {
      pages.fit(Terminal.size(output.descriptor))
      write(StyledText(pages.status(unicode: unicode), .muted))
      let key = key(mask)
      output.write("\r\u{1b}[J")
      if let signal = Signals.ending { return signal }
      pages.fit(Terminal.size(output.descriptor))
      switch key {
      case .page: write(pages.page())
      case .row: write(pages.row())
      case .rest: write(pages.rest())
      case .stop: return nil
      case .suspend:
        Pager.restore(input, cooked)
        raise(SIGTSTP)
        _ = Pager.prepare(input)
      case .redraw: _ = Pager.prepare(input)
      case .none: output.write("\u{07}")
      }
    }
    return nil
  }

  private func write(_ text: StyledText) { output.write(theme.render(text)) }

  /// The next key. A sequence that begins with Escape comes at once, or is Escape alone.
  private func key(_ mask: sigset_t) -> Key {
    while Signals.wait(input, mask) != .readable {
      if Signals.ending != nil || Interrupt.isRequested() { return .stop }
      if Signals.takeContinued() || Signals.takeResized() { return .redraw }
    }
    var bytes: [UInt8] = []
    repeat {
      var byte: UInt8 = 0
      guard read(input, &byte, 1) == 1 else { return .stop }
      bytes.append(byte)
    } while bytes[0] == 0x1b && bytes.count < 4 && !Pager.isWhole(bytes)
      && Pager.isReady(input, milliseconds: Pager.escapeWait)
    return Key(bytes)
  }

  /// How long the rest of a sequence may take after its Escape.
  private static let escapeWait: Int32 = 25

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && (0x40...0x7e).contains(bytes[bytes.count - 1])
  }

  /// Whether something was typed that nobody has read.
  static func isReady(_ input: Int32, milliseconds: Int32 = 0) -> Bool {
    var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  /// Whether something was typed that nobody has read, also a line without its end.
  static func isTypedAhead(_ input: Int32) -> Bool {
    if isReady(input) { return true }
    guard let cooked = prepare(input) else { return false }
    defer { restore(input, cooked) }
    return isReady(input)
  }

  /// Makes keys come one by one and unseen, Ctrl-C among them.
  /// - Returns: how the terminal was; nil where it is none.
  private static func prepare(_ input: Int32) -> termios? {
    var mode = termios()
    guard tcgetattr(input, &mode) == 0 else { return nil }
    let cooked = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    mode.c_iflag &= ~tcflag_t(ICRNL)
    guard tcsetattr(input, TCSADRAIN, &mode) == 0 else { return nil }
    return cooked
  }

  private static func restore(_ input: Int32, _ cooked: termios) {
    var mode = cooked
    tcsetattr(input, TCSADRAIN, &mode)
  }
}
