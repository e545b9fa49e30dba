// A folder of a test's own, and commands run in it.

import Foundation
import Testing

/// A temporary folder that goes with its test.
final class Sandbox {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tally-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The history file of a session in this folder.
  var history: String { path + "/tally/history" }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }

  /// What came of a command.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a shell command, in which `tally` is the built command.
  func run(_ command: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "tally() { '\(Product.path)' \"$@\"; }; \(command)"]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": path, "TERM": "xterm", "SWIFT_BACKTRACE": "enable=no",
    ]
    // Files, not pipes: nothing has to be read while the command runs.
    let outputs = ["out", "err"].map { path + "/.\($0)" }
    for output in outputs { try Data().write(to: URL(fileURLWithPath: output)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: outputs[0])
    process.standardError = FileHandle(forWritingAtPath: outputs[1])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try text(of: outputs[0]),
      errors: try text(of: outputs[1]))
  }
}
