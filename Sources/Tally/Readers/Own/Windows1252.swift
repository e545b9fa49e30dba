// Bytes of Windows-1252 to UTF-8: what spreadsheets of the West write where they do not say.

/// Turns Windows-1252 into UTF-8.
enum Windows1252 {
  /// The letters of 0x80 to 0x9F. The five bytes that mean nothing there stay control characters.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The same text in UTF-8.
  static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 8)
    for byte in bytes {
      let code = byte < 0x80 ? UInt32(byte) : byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(code) {
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return text
  }
}
