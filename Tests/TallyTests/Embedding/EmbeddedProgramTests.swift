// What a program links that uses the library and the record, and nothing else.

import Foundation
import Testing

@Suite struct EmbeddedProgramTests {
  /// The program of `Tests/Embedded`, which the test target has built beside its own bundle.
  private static let program = Bundle.allBundles.map(\.bundleURL)
    .first { $0.pathExtension == "xctest" }?.deletingLastPathComponent()
    .appendingPathComponent("Embedded")

  @Test func `it links neither Foundation nor libedit`() throws {
    let program = try Self.programPath()
    let libraries = try ELF(Array(Data(contentsOf: URL(fileURLWithPath: program)))).needed
    #expect(libraries.contains { $0.hasPrefix("libc.so") }, "\(libraries)")
    let unwanted = ["Foundation", "edit", "curses", "tinfo", "icu", "Dispatch", "dispatch"]
    let found = libraries.filter { library in unwanted.contains { library.contains($0) } }
    #expect(found == [])
  }

  @Test func `it answers`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Self.programPath())
    process.arguments = ["count counties where agreement_287g"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: output, as: UTF8.self) == "778.0 888.0 110 3143\n")
  }

  private static func programPath() throws -> String {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = [program, beside.appendingPathComponent("Embedded")].compactMap(\.self)
    return try #require(
      places.first { FileManager.default.isExecutableFile(atPath: $0.path) }?.path)
  }
}

/// The part of an ELF file of 64 bits, low byte first, that says which libraries it needs.
private struct ELF {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The names of the libraries, from the entries of the dynamic section (type 1, DT_NEEDED).
  var needed: [String] {
    get throws {
      try #require(bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), "no ELF file")
      let sections = number(0x28, 8)
      let size = number(0x3A, 2)
      let count = number(0x3C, 2)
      let headers = (0..<count).map { sections + $0 * size }
      let dynamic = try #require(headers.first { number($0 + 4, 4) == 6 }, "it is static")
      let strings = number(headers[number(dynamic + 0x28, 4)] + 0x18, 8)
      let entries = number(dynamic + 0x18, 8)
      return (0..<number(dynamic + 0x20, 8) / 16).compactMap { entry in
        let at = entries + entry * 16
        return number(at, 8) == 1 ? text(strings + number(at + 8, 8)) : nil
      }
    }
  }

  private func number(_ at: Int, _ width: Int) -> Int {
    (0..<width).reversed().reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
  }

  private func text(_ at: Int) -> String {
    String(decoding: bytes[at...].prefix { $0 != 0 }, as: UTF8.self)
  }
}
