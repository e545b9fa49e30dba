// Colour: what a role becomes, and when there is none.

import Tally
import Testing

@testable import TallyShell

@Suite struct ThemeTests {
  private let text: StyledText = {
    var text = StyledText("error", .error)
    text.line(": plain")
    text.append("two\nlines\n", .muted)
    return text
  }()

  @Test func withoutColourThereIsOnlyText() {
    #expect(Theme.none.render(text) == text.text)
  }

  @Test func aColourEndsBeforeItsLine() {
    #expect(
      Theme.color.render(text)
        == "\u{1b}[1;31merror\u{1b}[0m: plain\n"
        + "\u{1b}[90mtwo\u{1b}[0m\n\u{1b}[90mlines\u{1b}[0m\n")
  }

  @Test(arguments: Role.allCases) func colourNeverChangesTheText(role: Role) {
    let rendered = Theme.color.render(StyledText("x", role))
    #expect(rendered == "x" || (rendered.hasPrefix("\u{1b}[") && rendered.hasSuffix("mx\u{1b}[0m")))
  }

  private func uses(
    _ choice: ColorChoice, terminal: Bool = true, dumb: Bool = false, refused: Bool = false,
    forced: Bool = false
  ) -> Bool {
    Terminal.usesColor(
      choice, isTerminal: terminal, isDumb: dumb, refused: refused, forced: forced)
  }

  @Test func theOptionWins() {
    #expect(uses(.always, terminal: false, dumb: true, refused: true))
    #expect(!uses(.never, forced: true))
  }

  @Test func theEnvironmentDecidesNext() {
    #expect(uses(.auto))
    #expect(!uses(.auto, refused: true))
    #expect(!uses(.auto, dumb: true))
    #expect(!uses(.auto, terminal: false))
    #expect(uses(.auto, terminal: false, refused: true, forced: true))
  }
}
