// The clipboard of the person's own screen, by an escape that terminals understand (OSC 52).

/// Text on its way to the clipboard.
enum Clipboard {
  /// The most bytes: what xterm takes at most in one sequence, as base64 with its escape.
  static let mostBytes = 74_994

  /// The escape that puts a text into the clipboard. Inside tmux it is sent twice, for tmux itself
  /// and through it to the terminal outside: either may be the one that is allowed.
  static func sequence(_ text: String, insideTmux: Bool) -> String {
    let escape = "\u{1b}]52;c;" + base64(Array(text.utf8)) + "\u{07}"
    guard insideTmux else { return escape }
    let doubled = escape.replacing("\u{1b}", with: "\u{1b}\u{1b}")
    return escape + "\u{1b}Ptmux;" + doubled + "\u{1b}\\"
  }

  /// Bytes as base64 (RFC 4648), with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        let isFilled = place <= group.count
        digits.append(isFilled ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
