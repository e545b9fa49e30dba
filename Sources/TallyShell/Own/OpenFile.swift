// A file that is read in stretches while it stays open, or a stream that was put into one.

import Glibc
import Tally

/// An open file that a table is read from. A class, for the descriptor is closed when nobody reads.
///
/// It is read by `pread` and never mapped: a mapped file that is cut kills the program.
final class OpenFile: Sendable {
  /// What messages call it.
  let name: String
  /// How many bytes there were when it was opened.
  let count: Int
  private let descriptor: Int32
  private let start: Int
  private let state: State

  /// What changes when somebody writes to the file.
  private struct State: Equatable {
    let bytes: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ found: stat) {
      bytes = Int(found.st_size)
      seconds = found.st_mtim.tv_sec
      nanoseconds = found.st_mtim.tv_nsec
    }
  }

  /// The most bytes that are hashed by SHA-256 to tell two files apart: more would take longer than
  /// reading the table does. Above, a fast digest does, which is made while the table is read.
  static let mostHashed = 8 * 1024 * 1024
  /// The most bytes that a stream may have: one that never ends must not fill the disk.
  static let mostSpooled = 4 * 1024 * 1024 * 1024
  /// The bytes that are read at one time from a stream, and for a digest.
  private static let stretch = 1024 * 1024

  /// Opens a path; `-` is standard input.
  init(_ path: String) throws(FileProblem) {
    name = path == "-" ? "standard input" : OpenFile.lastPart(path)
    let own = path == "-" ? dup(STDIN_FILENO) : OpenFile.descriptor(HomeFolder.expanded(path))
    guard own >= 0 else { throw OpenFile.problem(path, errno) }
    var found = stat()
    guard fstat(own, &found) == 0 else {
      close(own)
      throw FileProblem(path, errno)
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG:
      descriptor = own
      start = path == "-" ? max(0, Int(lseek(own, 0, SEEK_CUR))) : 0
    case S_IFDIR:
      close(own)
      throw FileProblem(path, EISDIR)
    default:
      // What can be read only once is put into a file without a name.
      defer { close(own) }
      descriptor = try OpenFile.spooled(own, path)
      start = 0
      guard fstat(descriptor, &found) == 0 else { throw FileProblem(path, errno) }
    }
    state = State(found)
    count = max(0, state.bytes - start)
  }

  deinit { close(descriptor) }

  /// The last part of a path.
  static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func descriptor(_ path: String) -> Int32 {
    let found = open(path, O_RDONLY | O_CLOEXEC)
    return found
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    code == EINTR ? stopped(path) : FileProblem(path, code)
  }

  private static func stopped(_ path: String) -> FileProblem {
    FileProblem(path, because: "stopped by Ctrl-C")
  }

  // MARK: Streams

  /// A nameless file with all that a stream gives.
  private static func spooled(_ stream: Int32, _ path: String) throws(FileProblem) -> Int32 {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    var template = Array((folder + "/tally-XXXXXX").utf8CString)
    let spool = mkstemp(&template)
    guard spool >= 0 else { throw FileProblem(folder, errno) }
    _ = fcntl(spool, F_SETFD, FD_CLOEXEC)
    unlink(&template)
    do throws(FileProblem) {
      try copy(stream, to: spool, path, folder)
      return spool
    } catch {
      close(spool)
      throw error
    }
  }

  private static func copy(
    _ stream: Int32, to spool: Int32, _ path: String, _ folder: String
  ) throws(FileProblem) {
    var buffer = [UInt8](repeating: 0, count: stretch)
    // Ctrl-C is held back but while we wait, so that it cannot come just before a read that then
    // waits for ever.
    let mask = Signals.hold([SIGINT])
    defer { Signals.release(mask) }
    var total = 0
    while true {
      let isReady = Signals.wait(stream, mask) == .readable
      if Interrupt.isRequested() { throw stopped(path) }
      guard isReady else { continue }
      let count = read(stream, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileProblem(path, errno)
      }
      total += count
      guard total <= mostSpooled else {
        throw FileProblem(path, because: "it gives more than 4 GB; write it to a file first")
      }
      try write(buffer[..<count], to: spool, folder)
    }
  }

  private static func write(
    _ bytes: ArraySlice<UInt8>, to spool: Int32, _ folder: String
  ) throws(FileProblem) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(spool, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw FileProblem(folder, errno)
      }
    }
  }

  // MARK: Reading

  /// The file as the library reads it.
  var source: ByteSource {
    ByteSource(name: name, count: count) { (from, into) throws(DatasetError) -> Int in
      try self.fill(&into, from)
      return into.byteCount
    }
  }

  /// The bytes of a range.
  func bytes(_ range: Range<Int>) throws(DatasetError) -> [UInt8] { try source.chunk(range) }

  /// Fills memory with the bytes from a place on.
  private func fill(_ into: inout MutableRawSpan, _ from: Int) throws(DatasetError) {
    var failure: Int32 = 0
    var filled = 0
    let wanted = into.byteCount
    into.withUnsafeMutableBytes { buffer in
      // The system writes at most as many bytes as are left of the buffer.
      while filled < wanted, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, wanted - filled, off_t(start + from + filled))
        if got == 0 { break }
        if got > 0 {
          filled += got
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    guard failure == 0 else {
      throw DatasetError(faults: ["cannot read \(name): " + FileProblem.reason(failure)])
    }
    guard filled == wanted else { throw changed }
  }

  private var changed: DatasetError {
    DatasetError(faults: ["\(name) changed while it was read: open it again when it is whole"])
  }

  /// Makes sure that the file is as it was when it was opened.
  func checkUnchanged() throws(DatasetError) {
    var found = stat()
    guard fstat(descriptor, &found) == 0, State(found) == state else { throw changed }
  }

  /// What tells these bytes from others, under whatever name.
  /// - Parameter digest: of all its bytes, where they have been read; a large file is read again
  ///   without one.
  func fingerprint(_ digest: ContentDigest?) throws(DatasetError) -> String {
    guard count > OpenFile.mostHashed else {
      return "sha256 " + SHA256.hex(try bytes(0..<count))
    }
    let known = if let digest { digest } else { try ownDigest() }
    return "\(NumberText.grouped(count)) bytes, digest \(known.text)"
  }

  private func ownDigest() throws(DatasetError) -> ContentDigest {
    var hasher = ContentHasher()
    for start in stride(from: 0, to: count, by: OpenFile.stretch) {
      let some = try bytes(start..<min(count, start + OpenFile.stretch))
      hasher.add(some.span.bytes)
    }
    return hasher.digest
  }
}
