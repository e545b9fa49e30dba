// Numbers, cells and lines in the words of a failed test.

import Tally

/// Numbers and cells as people read them.
enum Words {
  /// `1,615`, `0.25`.
  static func number(_ number: Double) -> String {
    guard number == number.rounded(), number.magnitude < 1e15 else { return "\(number)" }
    let digits = String(Int(number.magnitude))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// Whether two numbers are the same to twelve digits.
  static func isSame(_ a: Double, _ b: Double) -> Bool {
    a == b || (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude)
  }

  /// A cell: a number without separators, an interval by its ends.
  static func cell(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .date(let text): text
    case .number(let number), .percent(let number): plain(number)
    case .answer(let isYes): isYes ? "yes" : "no"
    case .unknown(let reason): reason.map { "unknown (\($0))" } ?? "unknown"
    case .none: "none"
    case .figure(let figure): self.figure(figure)
    }
  }

  private static func figure(_ figure: Figure) -> String {
    switch (figure.low, figure.high) {
    case (let low?, _) where figure.isExact: plain(low)
    case (let low?, let high?) where low == high: "\(plain(low)) if any"
    case (let low?, let high?): "\(plain(low)) to \(plain(high))"
    case (let low?, nil): "at least \(plain(low))"
    case (nil, _): "unknown"
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}

/// Lines against lines.
enum Lines {
  /// The cells of a row on one line.
  static func row(_ cells: [String]) -> String { cells.joined(separator: " | ") }

  /// Every line, with `-` before those that only the first text has and `+` before those that only
  /// the second has; long stretches that both have are left out.
  static func difference(_ wanted: [String], _ found: [String]) -> String {
    let changes = found.difference(from: wanted)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let place, _, _): removed.insert(place)
      case .insert(let place, _, _): inserted.insert(place)
      }
    }
    var lines: [(mark: String, text: String)] = []
    var (old, new) = (0, 0)
    while old < wanted.count || new < found.count {
      if removed.contains(old) {
        lines.append(("- ", wanted[old]))
        old += 1
      } else if inserted.contains(new) {
        lines.append(("+ ", found[new]))
        new += 1
      } else {
        lines.append(("  ", found[new]))
        (old, new) = (old + 1, new + 1)
      }
    }
    return shortened(lines).joined(separator: "\n")
  }

  /// The changed lines with two of their neighbours.
  private static func shortened(_ lines: [(mark: String, text: String)]) -> [String] {
    let near = Set(
      lines.indices.filter { lines[$0].mark != "  " }.flatMap { $0 - 2...$0 + 2 })
    var shown: [String] = []
    for (place, line) in lines.enumerated() {
      if near.contains(place) {
        shown.append(line.mark + line.text)
      } else if shown.last != "  …" {
        shown.append("  …")
      }
    }
    return shown
  }
}

/// What was found, for the message of a failed test.
enum FoundText {
  /// The answer as the program prints it, without its list of sources.
  static func text(_ answer: Answer) -> String {
    let lines = answer.text(.plain).split(whereSeparator: \.isNewline).map(String.init)
    let whole = lines.filter { !$0.hasPrefix("  [") && !$0.hasPrefix("  dataset ") }
    return whole.prefix(20).joined(separator: "\n")
  }

  /// What is said of the rows of an answer; another answer, or none, is told as it is.
  static func rows(
    _ result: Result<Answer, TallyError>, _ difference: (Table) -> String?
  ) -> String? {
    switch result {
    case .failure(let error): return error.description
    case .success(let answer):
      switch answer.content {
      case .groups(let table), .rows(let table): return difference(table)
      case .figure, .card, .funnel, .verdicts, .transitions, .citation, .code:
        return text(answer)
      }
    }
  }
}
