// The editor for a terminal that cannot move its cursor: the terminal's own line, and no more.

import Glibc
import Tally

/// Reads lines as the terminal sends them.
struct PlainEditor: LineEditor {
  private let input: Int32
  private let screen: Sink?
  /// Bytes that were read beyond the last line end.
  private var rest: [UInt8] = []

  /// An editor that reads from a descriptor and writes its prompts to a screen, if there is one.
  init(input: Int32, screen: Sink?) {
    self.input = input
    self.screen = screen
  }

  mutating func read(history: [String], advice: EditorAdvice) -> EntryRead {
    // Ctrl-C comes through only while we wait, so that none is missed before.
    let mask = Signals.hold([SIGINT])
    defer { Signals.release(mask) }
    var entry = ""
    screen?.write(advice.prompt.first.text)
    while true {
      switch readLine(mask) {
      case .entry(let line):
        entry += line
        if advice.isComplete(entry) { return .entry(entry) }
        entry += "\n"
        screen?.write(advice.prompt.further.text)
      case .interrupted:
        screen?.write("\n")
        return .interrupted(entry)
      case .end:
        if !entry.isEmpty { return .entry(entry) }
        screen?.write("\n")
        return .end
      case .terminated(let signal):
        return .terminated(signal)
      }
    }
  }

  private mutating func readLine(_ mask: sigset_t) -> EntryRead {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeSubrange(...end)
        return .entry(line)
      }
      if Interrupt.isRequested() { return .interrupted("") }
      guard Signals.wait(input, mask) == .readable else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = Glibc.read(input, &buffer, buffer.count)
      if count > 0 {
        rest += buffer[..<count]
      } else if rest.isEmpty {
        return .end
      } else {
        rest.append(UInt8(ascii: "\n"))
      }
    }
  }
}
