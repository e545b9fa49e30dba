// Texts with roles, held to a list of runs that is kept the plain way.

import Testing

@testable import Tally

@Suite("Text with roles") struct StyledTextTests {
  /// Pieces with letters of one to four bytes, a line end of two, and marks that combine.
  private static let pieces = ["", "a", "\r", "\n", "é", "\u{301}", "🏛️", "two words", "€"]
  private static let roles: [Role] = [.plain, .source, .muted]

  @Test("runs are what was added, and neighbours of one role are one", arguments: 0...200)
  func runs(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    var text = StyledText()
    var plain: [(text: String, role: Role)] = []
    func add(_ piece: String, _ role: Role) {
      if piece.isEmpty { return }
      if let last = plain.last, last.role == role {
        plain[plain.count - 1].text += piece
      } else {
        plain.append((piece, role))
      }
    }
    for _ in 0..<count {
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      let role = Self.roles.randomElement(using: &random) ?? .plain
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        text.append(piece, role)
        add(piece, role)
      case 1:
        text.line(piece, role)
        add(piece + "\n", role)
      case 2:
        var bytes = StyledText.Bytes(text, room: piece.utf8.count, runs: 2)
        bytes.append(role) { $0.append(contentsOf: piece.utf8) }
        bytes.append(StyledText(".", role).with(StyledText("?", .muted)))
        text = bytes.text
        add(piece + ".", role)
        add("?", .muted)
      default:
        var other = StyledText(piece, role)
        other.append("!", .error)
        text.append(other)
        add(piece, role)
        add("!", .error)
      }
    }
    #expect(text.runs.map { Array($0.text.utf8) } == plain.map { Array($0.text.utf8) })
    #expect(text.runs.map(\.role) == plain.map(\.role))
    #expect(text.text == plain.map(\.text).joined())
    #expect(text.isEmpty == plain.isEmpty)
  }

  @Test func sameCharactersOfOtherRolesAreAnotherText() {
    #expect(StyledText("ab", .plain) != StyledText("ab", .source))
    #expect(StyledText("a", .plain).with(StyledText("b", .source)) != StyledText("ab", .plain))
    #expect(StyledText("a").with(StyledText("b")) == StyledText("ab"))
  }
}
