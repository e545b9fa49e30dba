// Characters from a terminal: bytes put together to UTF-8, with signals in between.

import Glibc

/// What came from the terminal.
enum Key: Equatable {
  case character(Unicode.Scalar)
  /// The terminal was resized, or the process came back from a stop: paint anew.
  case resized, continued
  /// Nothing came for a while, or somebody else has news.
  case late, news
  case end
}

/// Reads characters from a terminal in raw mode.
struct KeyReader {
  private let descriptor: Int32
  /// A byte that turned out to belong to the next character.
  private var pushedBack: UInt8?

  /// A reader on a terminal.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Whether bytes wait that have not been read.
  var hasPending: Bool {
    var count: Int32 = 0
    return pushedBack != nil || (ioctl(descriptor, UInt(FIONREAD), &count) == 0 && count > 0)
  }

  /// Whether more bytes come within a time.
  func waitForMore(_ mask: sigset_t, milliseconds: Int) -> Bool {
    hasPending
      || Signals.wait(descriptor, mask, milliseconds: milliseconds) == .readable
  }

  /// Waits for the next character or event. Bytes that are no UTF-8 are passed over.
  /// - Parameters:
  ///   - patience: after how many milliseconds to come back without a key; nil for never.
  ///   - news: a descriptor that can be read when there are news.
  mutating func next(_ mask: sigset_t, patience: Int? = nil, news: Int32? = nil) -> Key {
    while true {
      if Signals.ending != nil { return .end }
      if Signals.takeContinued() { return .continued }
      if Signals.takeResized() { return .resized }
      if pushedBack == nil {
        switch Signals.wait(descriptor, mask, other: news, milliseconds: patience) {
        case .readable: break
        case .otherReadable: return .news
        case .late: return .late
        case .signal: continue
        }
      }
      guard let byte = nextByte() else { return .end }
      if let scalar = character(beginningWith: byte, mask) { return .character(scalar) }
    }
  }

  /// The character that begins with a byte; nil where the bytes are none, and for a control beyond
  /// ASCII, which no key sends.
  private mutating func character(
    beginningWith first: UInt8, _ mask: sigset_t
  ) -> Unicode.Scalar? {
    var bytes = [first]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if first >= 0x80, first < 0xC2 || first > 0xF4 { return nil }
    while bytes.count < length {
      // The rest may never come, and the process may be asked to end meanwhile.
      while pushedBack == nil, Signals.wait(descriptor, mask) != .readable {
        if Signals.ending != nil { return nil }
      }
      guard let byte = nextByte() else { return nil }
      guard byte & 0xC0 == 0x80 else {
        pushedBack = byte
        return nil
      }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first.flatMap { (0x80..<0xA0).contains($0.value) ? nil : $0 }
  }

  private mutating func nextByte() -> UInt8? {
    if let byte = pushedBack {
      pushedBack = nil
      return byte
    }
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(descriptor, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}
