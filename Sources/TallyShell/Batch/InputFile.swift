// Reading a script: a whole file or all of standard input, or a clear word why not.

import Glibc
import Tally

/// Why a file could not be used.
struct FileProblem: Error, Equatable {
  /// The sentence for the user: what file, and why.
  let message: String
  /// Why, without the file.
  let reason: String

  /// A problem that the system names.
  init(_ path: String, _ code: Int32) {
    self.init(path, because: FileProblem.reason(code))
  }

  /// A problem of our own.
  init(_ path: String, because reason: String) {
    message = "cannot use \(path): \(reason)"
    self.reason = reason
  }

  /// A problem at a place of a text.
  init(_ place: String, is reason: String) {
    message = "\(place): \(reason)"
    self.reason = reason
  }

  /// The system's words for an error number, in lower case.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EISDIR: "it is a directory"
    case EACCES, EPERM: "it may not be opened (permission denied)"
    case ENOTDIR: "a part of the path is not a directory"
    case ENOSPC: "the disk is full"
    case EFBIG, EDQUOT: "it may not grow further"
    case EBADF: "it is closed"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}

/// Scripts from files.
enum InputFile {
  /// The most bytes of a script: far more than a person or a generator writes, and little enough
  /// to be held several times over.
  static let mostBytes = 16 * 1024 * 1024

  /// The script at a path; `-` is standard input.
  static func read(_ path: String) throws(FileProblem) -> Source {
    if path == "-" { return try source("standard input", STDIN_FILENO) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path, errno) }
    defer { close(descriptor) }
    return try source(path, descriptor)
  }

  /// Reads a descriptor to its end.
  static func readAll(
    _ descriptor: Int32, path: String, limit: Int
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    // Ctrl-C is held back but while we wait, so that it cannot come just before a read that then
    // waits for ever.
    let mask = Signals.hold([SIGINT])
    defer { Signals.release(mask) }
    while true {
      let isReady = Signals.wait(descriptor, mask) == .readable
      if Interrupt.isRequested() { throw FileProblem(path, because: "stopped by Ctrl-C") }
      guard isReady else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw FileProblem(path, errno)
      }
      if bytes.count > limit {
        throw FileProblem(path, because: "it is longer than \(limit >> 20) MiB")
      }
    }
  }

  private static func source(_ name: String, _ descriptor: Int32) throws(FileProblem) -> Source {
    var bytes = try readAll(descriptor, path: name, limit: mostBytes)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { bytes.removeFirst(mark.count) }
    return try checked(Source(name: name, bytes: bytes))
  }

  /// A source that is text; a problem that names the first byte which is not.
  static func checked(_ source: Source) throws(FileProblem) -> Source {
    guard let offset = firstBadByte(source.bytes) else { return source }
    let line = source.line(at: offset)
    let column = source.text(Span(source.lineSpan(line).start, offset)).count + 1
    let byte = source.bytes[offset]
    let digits = String(byte, radix: 16, uppercase: true)
    let reason =
      byte == 0
      ? "a NUL byte: this is not a text file"
      : "the byte 0x\(digits) is not UTF-8: save the text as UTF-8"
    let name = source.name.isEmpty ? "query" : source.name
    throw FileProblem("\(name):\(line + 1):\(column)", is: reason)
  }

  /// The first byte that is NUL or does not belong to a character; nil where all is text.
  static func firstBadByte(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\0"), .error: return offset
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      }
    }
  }
}

extension InputFile {
  /// The scripts that a path names: itself, or those of a folder in the order of their names.
  static func scripts(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [path] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      // The system keeps the name behind the record that the pointer leads to.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".tally") { names.append(name) }
    }
    let start = path.hasSuffix("/") ? path : path + "/"
    return names.isEmpty ? [path] : names.sorted().map { start + $0 }
  }
}
