// Whole random questions over made-up worlds and over the record.

@testable import Tally

/// Makes questions of every shape that has numbers or rows.
struct MadeQuestions {
  static let summaries = ["sum", "average", "median", "min", "max"]

  /// A question over the made-up tables.
  static func made(in world: MadeWorld, _ random: inout SplitMix64) -> String {
    let maker = MadeMaker()
    let table = random.pick(["counties", "counties", "counties", "offices"])
    let set = maker.set(table, depth: random.below(3), &random).text(in: world)
    let asked = maker.condition(table, depth: random.below(3), &random).text(in: world)
    let whole = "(\(set)) where \(asked)"
    guard table == "counties" else { return "count \(whole)" }
    let word = random.pick(summaries)
    let field = random.pick(["people", "score"])
    let key = random.pick(["state", "alpha", "kind", "word", "opened", "state.zone", "people"])
    let tail = random.pick(["", "", " | sort by \(field) down", " | take 3", " | skip 2"])
    switch random.below(15) {
    case 0, 1: return "count \(whole)"
    case 2: return "share where \(asked) among (\(set))\(random.percent(30) ? " | known only" : "")"
    case 3, 4: return "\(word) \(field) of \(whole)"
    case 5: return "count \(whole) by \(key)\(random.percent(40) ? " | total" : "")"
    case 6: return "share where \(asked) among (\(set)) by \(key), beta"
    case 7: return "\(word) \(field) of \(whole) by \(key)"
    case 8:
      return "top 2 states by "
        + random.pick(
          [
            "count of \(whole)", "\(word) \(field) of \(whole)",
            "share where \(asked) among (\(set))",
          ])
    case 10:
      let divisor = random.pick(["", " of \(key)"])
      return "count \(whole) by \(key), beta as percent\(divisor)"
    case 11: return "count \(whole) by bands(\(field), -1, 0, 3)"
    case 12:
      return "table (\(set)) by \(key) with count where \(asked) named n, "
        + "share where \(asked) named part, \(word) \(field) named whole | total"
    case 9: return "bottom 4 counties where \(asked) by \(field)"
    default:
      return "list \(whole) | show name, state, state.name, alpha, score, word, kind, opened, "
        + "year(opened) named y, people + 1 named n\(tail)"
    }
  }

  // MARK: The record

  static let leaves = [
    "detainers", "notify", "access_limited", "inquiry", "resources", "agreement_287g",
    "detention_contract", "inquiry_required", "population > 50_000", "population / 2 < 10_000",
    "population between 20_000 and 90_000", "name contains \"an\"", "name starts with \"DO\"",
    "name contains \"Ñ\"", "state in (TX, CA, NM, VA)", "region is \"South\"",
    "has agreements", "has at least 2 agreements", "has at most 1 agreements", "has neighbors",
    "has (neighbors where notify)", "has exactly 3 neighbors", "has municipal_agencies",
    "has (agreements where model is task_force)",
    "has (agreements where signed between 2025-01 and 2025-03)", "has facilities",
    "has (facilities where capacity > 100)", "has agencies", "state.jail_system is county",
    "reason.detainers is none", "basis.notify is \"law\"", "confidence.detainers is medium",
    "latitude > longitude + 120", "population is known",
  ]

  static func condition(_ depth: Int, _ random: inout SplitMix64) -> String {
    guard depth > 0 else { return random.pick(leaves) }
    let inner = condition(depth - 1, &random)
    switch random.below(7) {
    case 0, 1: return "(\(inner)) and (\(condition(depth - 1, &random)))"
    case 2, 3: return "(\(inner)) or (\(condition(depth - 1, &random)))"
    case 4: return "not (\(inner))"
    case 5: return "\(random.pick(["certainly", "possibly"])) (\(inner))"
    default: return "(\(inner)) is \(random.pick(["unknown", "known", "no"]))"
    }
  }

  /// A question over the record, on its latest day or on another.
  static func recorded(on day: String, _ random: inout SplitMix64) -> String {
    let asked = condition(random.below(3), &random)
    let place = random.pick(["", "", " in TX", " in GA, FL, VA"])
    let set = "counties\(place)\(day) where \(asked)"
    let word = random.pick(summaries)
    let key = random.pick(["state", "region", "detainers", "state.jail_system", "notify, inquiry"])
    switch random.below(10) {
    case 0, 1, 2: return "count \(set)"
    case 3: return "share where \(condition(1, &random)) among \(set)"
    case 4: return "\(word) population of \(set)"
    case 5: return "count \(set) by \(key)"
    case 6: return "\(word) population of \(set) by \(key)"
    case 7: return "top 5 states\(day) by count of counties\(place) where \(asked)"
    case 8: return "list \(set) | sort by population down | show name, state, population | take 7"
    default: return "count agreements\(day) of counties\(place) where \(asked)"
    }
  }
}
