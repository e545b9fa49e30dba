// What is known of the screen: whether there is one, its size, and whether it shows colour.

import Glibc
import Tally

/// Whether text is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// The size of a screen in cells.
struct ScreenSize: Equatable, Sendable {
  /// Columns; at least 1.
  var width: Int
  /// Rows; at least 1.
  var height: Int

  /// A size as a terminal reports it: what it does not know, it calls 0.
  init(width: Int, height: Int) {
    self.width = width > 0 ? width : 80
    self.height = height > 0 ? height : 24
  }
}

/// Questions about a descriptor that may be a terminal.
enum Terminal {
  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether the terminal cannot move its cursor.
  static var isDumb: Bool {
    guard let name = Environment.value("TERM") else { return true }
    return name == "dumb"
  }

  /// The size of the terminal on a descriptor.
  static func size(_ descriptor: Int32) -> ScreenSize {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else {
      return ScreenSize(width: 0, height: 0)
    }
    return ScreenSize(width: Int(size.ws_col), height: Int(size.ws_row))
  }

  /// The theme for what goes to a descriptor.
  static func theme(for descriptor: Int32, _ settings: Settings) -> Theme {
    let colours = usesColor(
      settings.color, isTerminal: isTerminal(descriptor), isDumb: isDumb,
      refused: Environment.value("NO_COLOR") != nil,
      forced: Environment.value("CLICOLOR_FORCE").map { $0 != "0" } ?? false)
    guard colours else { return .none }
    switch settings.theme {
    case .dark: return .dark
    case .light: return .light
    case .auto: return Theme.named(by: Environment.value("COLORFGBG"))
    }
  }

  /// The rule of colour: the option wins, then `CLICOLOR_FORCE`, then `NO_COLOR`, then what the
  /// terminal can do.
  static func usesColor(
    _ choice: ColorChoice, isTerminal: Bool, isDumb: Bool, refused: Bool, forced: Bool
  ) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: forced || (!refused && isTerminal && !isDumb)
    }
  }

  /// What a format is told about where it writes: the screen's size, or that there is none.
  static func outputContext(_ descriptor: Int32, _ settings: Settings) -> OutputContext {
    guard isTerminal(descriptor) else { return OutputContext() }
    let size = size(descriptor)
    let fitting = max(fewestRows, size.height - roomAroundRows)
    return OutputContext(
      width: size.width, maxRows: settings.maxRows ?? fitting,
      unicode: usesUnicode(settings))
  }

  /// Whether lines may be drawn with characters outside ASCII.
  static func usesUnicode(_ settings: Settings) -> Bool {
    settings.unicode == .auto ? !Environment.refusesUnicode : settings.unicode == .on
  }

  /// Rows of a table that are shown however small the screen is.
  private static let fewestRows = 10
  /// Lines that a table's heading, its footer and the next prompt take.
  private static let roomAroundRows = 8
}
