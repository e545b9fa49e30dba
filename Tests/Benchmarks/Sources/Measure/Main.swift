// Answers one query a line and says how long each took: what the benchmarks drive.

import EnforcementData
import Glibc
import Tally

/// The program: `Measure [--threads N] [--data NAME=FILE]... [--link "a.x to b.y ..."]...`.
///
/// Once all is loaded it writes one line, then reads queries from standard input and writes a
/// line for each: seconds, a tab, and the answer as CSV with U+001E for its line ends. The line
/// `:times N` makes it ask every further query N times and report the least, and `:complete TEXT`
/// says how long it took to find what could follow a text. `:forget` makes the dataset anew, so
/// that no count is kept of the questions before; columns in order keep their zone maps.
@main
struct Main {
  static func main() {
    do {
      var work = try Work(Array(CommandLine.arguments.dropFirst()))
      try work.load()
      while let line = readLine() { work.answer(line) }
    } catch let error as DatasetError {
      fail(error.faults.joined(separator: "; "))
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ text: String) -> Never {
    let message = Array("Measure: \(text)\n".utf8)
    write(STDERR_FILENO, message, message.count)
    exit(1)
  }
}
