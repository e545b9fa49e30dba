// Where text goes: a file descriptor, written whole or not at all, and what became of it.

import Glibc

/// An output of the process. The only place that writes.
///
/// A class, for what became of the descriptor (closed, full) is shared by all who write to it.
final class Sink {
  /// The file descriptor.
  let descriptor: Int32
  /// Why writing ended, as an `errno`; nil while it works.
  private(set) var failure: Int32?

  /// Whether the person asked to stop while a text was written; the text then ends with a line.
  private(set) var wasStopped = false
  private let shouldStop: () -> Bool

  /// The most bytes that are written before the person is asked again whether to go on.
  private static let pieceBytes = 16_384

  /// A sink on a descriptor that somebody else opened.
  /// - Parameter shouldStop: asked between lines of a long text; true leaves out the rest.
  init(_ descriptor: Int32, shouldStop: @escaping () -> Bool = { false }) {
    self.descriptor = descriptor
    self.shouldStop = shouldStop
  }

  /// Whether whoever was reading has gone: no fault of ours, and nothing to report.
  var readerLeft: Bool { failure == EPIPE }

  /// Writes all of a text; after a failure, nothing more.
  func write(_ text: String) {
    var text = text
    // The pointer lives for one call: `withUTF8` lends the string's own bytes.
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes bytes that need not be text.
  func write(_ bytes: [UInt8]) {
    // The pointer lives for one call, as above.
    bytes.withUnsafeBytes { write($0) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    wasStopped = false
    var rest = bytes[...]
    while failure == nil, !rest.isEmpty {
      if rest.startIndex > 0, shouldStop() {
        wasStopped = true
        return
      }
      var end = min(rest.endIndex, rest.startIndex + Sink.pieceBytes)
      while end < rest.endIndex, rest[end - 1] != UInt8(ascii: "\n") { end += 1 }
      writePiece(rest[rest.startIndex..<end])
      rest = rest[end...]
    }
  }

  private func writePiece(_ bytes: Slice<UnsafeRawBufferPointer>) {
    var rest = bytes
    while failure == nil, !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = Glibc.write(descriptor, part.baseAddress, part.count)
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        waitForRoom()
      } else if errno != EINTR {
        failure = errno
      }
    }
  }

  /// Waits until a descriptor that somebody set to non-blocking takes bytes again.
  private func waitForRoom() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}
