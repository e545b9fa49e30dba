// Many tasks ask one dataset at once: are all answers right, and what does preparing save?

import EnforcementData
import Tally

/// `Soak [TASKS [QUERIES]]`: 8 tasks and 10,000 queries each unless told otherwise.
@main enum Soak {
  static let questions = [
    "count counties where detainers and not notify", "count counties in TX where agreement_287g",
    "share where detainers among counties in NM", "count agreements by model",
    "count counties where detainers as of 2019-06-30 by region",
    "list counties in DE | show name, detainers", "sum population of counties in VT",
    "count counties with agreements",
  ]

  static func main() async throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let tasks = numbers.first ?? 8
    let queries = numbers.dropFirst().first ?? 10_000
    let session = Session(dataset: try EnforcementData.dataset())
    let wanted = try questions.map { try session.answer($0).content }
    let prepared = try questions.map { try session.prepare($0) }
    let wrong = try await race(session, prepared, wanted, tasks: tasks, queries: queries)
    print("\(tasks) tasks, \(queries) queries each, \(wrong) wrong answers")
    Stopping(session: session).report()
    for (question, query) in zip(questions, prepared) {
      let whole = try least { _ = try session.answer(question) }
      let ready = try least { _ = try query.answer() }
      let ratio = (whole / ready * 100).rounded() / 100
      print("prepared \(ready) us, unprepared \(whole) us, ratio \(ratio): \(question)")
    }
  }

  /// How many answers were wrong, of so many questions by each of so many tasks.
  private nonisolated static func race(
    _ session: Session, _ prepared: [PreparedQuery], _ wanted: [Answer.Content], tasks: Int,
    queries: Int
  ) async throws -> Int {
    let place = try session.prepare("count counties in $place")
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<tasks {
        group.addTask {
          var wrong = 0
          for round in 0..<queries {
            let at = (task + round) % questions.count
            let content =
              round % 2 == 0
              ? try prepared[at].answer().content : try session.answer(questions[at]).content
            if content != wanted[at] { wrong += 1 }
            if round % 8 == 0, try place.figure(["place": "TX"]).exactly() != 254 { wrong += 1 }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
  }

  /// The least time of 200 in microseconds.
  private static func least(_ body: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    let clock = ContinuousClock()
    for _ in 0..<200 {
      let time = try clock.measure(body)
      least = min(least, Double(time.components.attoseconds) / 1e12)
    }
    return (least * 10).rounded() / 10
  }
}
