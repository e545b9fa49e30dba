// What a few lines of Python make of lines of text: the judge of single functions.

import Foundation

/// A Python program that answers each line of its input with a line.
enum PythonLines {
  /// The lines that a script prints, of the Python that the environment names, or the usual one.
  static func run(_ script: String, _ lines: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let named = ProcessInfo.processInfo.environment["TALLY_PYTHON"]
    process.arguments = [named ?? "python3", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let all = Data((lines.joined(separator: "\n") + "\n").utf8)
    // On a thread of its own: both sides would wait where more is written than a pipe holds.
    let writer = Thread {
      try? input.fileHandleForWriting.write(contentsOf: all)
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
