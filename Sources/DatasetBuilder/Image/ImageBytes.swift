// The bytes of an image while it is written: sections of numbers and texts.

import EnforcementData
import Tally

/// Sections in the order of their numbers.
struct ImageBytes {
  private var sections: [[UInt8]]

  /// The parts that are there once, all empty.
  init() { sections = ImageLayout.Part.allCases.map { _ in [] } }

  /// Adds numbers of one width.
  /// - Returns: their section's number.
  mutating func add<Number: FixedWidthInteger>(_ numbers: [Number]) -> UInt32 {
    sections.append(Self.bytes(numbers))
    return UInt32(sections.count - 1)
  }

  /// Adds bytes.
  mutating func add(bytes: [UInt8]) -> UInt32 {
    sections.append(bytes)
    return UInt32(sections.count - 1)
  }

  /// Adds the rows of a bitmap; no section where there are none.
  mutating func add(_ rows: Bitmap) -> UInt32 { rows.isEmpty ? 0 : add(rows.words) }

  /// Gives a part its numbers.
  mutating func set<Number: FixedWidthInteger>(_ part: ImageLayout.Part, _ numbers: [Number]) {
    sections[part.rawValue] = Self.bytes(numbers)
  }

  /// Gives two parts the texts: where each ends, and their bytes.
  mutating func set(
    _ ends: ImageLayout.Part, _ bytes: ImageLayout.Part, _ texts: some Sequence<String>
  ) {
    let packed = Self.packed(texts)
    set(ends, packed.ends)
    sections[bytes.rawValue] = packed.bytes
  }

  /// Texts one after the other, and where each ends.
  static func packed(_ texts: some Sequence<String>) -> (ends: [UInt32], bytes: [UInt8]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for text in texts {
      bytes += Array(text.utf8)
      ends.append(UInt32(bytes.count))
    }
    return (ends, bytes)
  }

  /// The whole image.
  func image(hash: String, latest: Tally.Day) -> [UInt8] {
    let table = ImageLayout.headerBytes + sections.count * ImageLayout.sectionBytes
    var entries: [UInt32] = []
    var body: [UInt8] = []
    for section in sections {
      entries += [UInt32(table + body.count), UInt32(section.count)]
      body += section
      body += [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
    }
    let digits = Array(hash.utf8.prefix(64))
    let head =
      Self.bytes([ImageLayout.magic])
      + Self.bytes([
        ImageLayout.version, UInt32(table + body.count), UInt32(sections.count),
        UInt32(bitPattern: latest.number),
      ]) + digits + [UInt8](repeating: 0, count: 64 - digits.count)
    return head + Self.bytes(entries) + body
  }

  /// Numbers as little-endian bytes.
  private static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * (Number.bitWidth / 8))
    for number in numbers {
      var rest = number
      for _ in 0..<(Number.bitWidth / 8) {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        if Number.bitWidth > 8 { rest >>= 8 }
      }
    }
    return bytes
  }
}
