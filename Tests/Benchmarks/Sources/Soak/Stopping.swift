// How soon a question that meets its limit of time ends: questions that are made to take long.

import Tally

/// Asks long questions with ever longer limits and measures by how much they are passed.
struct Stopping {
  let session: Session

  static let questions = [
    "count counties where detainers" + String(repeating: " or notify", count: 6_000),
    "list facts | sort by reason",
    "count facts by county, field, source",
    "list counties | show name, count of agreements named a, count of facilities named b",
    "count counties where count of agreements > 1 and count of facilities > 0 by state",
    "count counties with (agreements of (counties with (agreements of "
      + "(counties with agreements))))",
    "top 3 counties by count of neighbors",
    "count sources where title matches \"" + String(repeating: "a*", count: 60) + "b\"",
    "count sources where title matches \"(a|b|c|.)*(e|f|.)*(g|h|.)*z\"",
    "count counties where detainers across years 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024",
    "check figures",
    "top 9000000000000000000 facts by reason",
    "share where detainers among counties by state",
    "compare count counties where detainers by state from 2017 to 2026",
    "changes in detainers of counties from 2017 to 2026",
    "table counties by state with sum population, average population, median population, "
      + "count where detainers, count where notify, share where agreement_287g",
  ]

  /// Prints for each question how long it takes and the most by which a limit was passed.
  func report() {
    let clock = ContinuousClock()
    for question in Stopping.questions {
      let fresh = session
      let whole = clock.measure { _ = try? fresh.answer(question) }
      var worst = Duration.zero
      var stops = 0
      var limit = Duration.microseconds(5)
      while limit < whole {
        let time = clock.measure {
          do throws(TallyError) {
            _ = try fresh.answer(question, limits: Limits(time: limit))
          } catch {
            if case .stopped = error { stops += 1 }
          }
        }
        worst = max(worst, time - limit)
        limit = limit * 5 / 4
      }
      let words = question.prefix(70)
      print(
        "whole \(Stopping.text(whole)), passed by \(Stopping.text(worst)), \(stops) stops: \(words)"
      )
    }
  }

  private static func text(_ duration: Duration) -> String {
    let (seconds, fraction) = duration.components
    let milliseconds = Double(seconds) * 1e3 + Double(fraction) / 1e15
    return "\((milliseconds * 1e3).rounded() / 1e3) ms"
  }
}
