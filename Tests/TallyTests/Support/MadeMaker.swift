// Random conditions and sets over the made-up tables.

@testable import Tally

/// Makes conditions and sets.
struct MadeMaker {
  /// Whether conditions may ask what is known: `certainly`, `is unknown` and the like, and divide,
  /// which is unknown where the divisor is zero.
  var isModal = true

  static let periods = [
    MadePeriod(text: "2020", first: "2020-01-01", last: "2020-12-31"),
    MadePeriod(text: "fy2020", first: "2019-10-01", last: "2020-09-30"),
    MadePeriod(text: "2020-06", first: "2020-06-01", last: "2020-06-30"),
    MadePeriod(text: "2020-02", first: "2020-02-01", last: "2020-02-29"),
    MadePeriod(text: "2020-06-30", first: "2020-06-30", last: "2020-06-30"),
    MadePeriod(text: "1999", first: "1999-01-01", last: "1999-12-31"),
  ]

  /// A condition on rows of a table.
  func condition(_ table: String, depth: Int, _ random: inout SplitMix64) -> MadeCondition {
    guard depth > 0 else { return leaf(table, &random) }
    func inner(_ random: inout SplitMix64) -> MadeCondition {
      condition(table, depth: depth - 1, &random)
    }
    switch random.below(isModal ? 8 : 5) {
    case 0, 1: return .junction("and", (0..<2 + random.below(2)).map { _ in inner(&random) })
    case 2, 3: return .junction("or", (0..<2 + random.below(2)).map { _ in inner(&random) })
    case 4: return .modified("not", inner(&random))
    case 5: return .modified(random.pick(["certainly", "possibly"]), inner(&random))
    case 6:
      let state = random.pick(["yes", "no", "unknown", "known"])
      return .state(inner(&random), isNot: random.percent(30), state)
    default: return leaf(table, &random)
    }
  }

  private func leaf(_ table: String, _ random: inout SplitMix64) -> MadeCondition {
    switch table {
    case "counties": countyLeaf(&random)
    case "offices": officeLeaf(&random)
    case "notices": random.percent(70) ? .answer(["open"]) : .answer(["county", "alpha"])
    default: stateLeaf(&random)
    }
  }

  private func stateLeaf(_ random: inout SplitMix64) -> MadeCondition {
    switch random.below(4) {
    case 0: .answer(["calm"])
    case 3: .compare(stateNumber(&random), order(&random), literal(&random))
    case 1: .compare(.field(["size"]), order(&random), literal(&random))
    default: .text(["zone"], "is", random.pick(["north", "south"]))
    }
  }

  private func officeLeaf(_ random: inout SplitMix64) -> MadeCondition {
    switch random.below(7) {
    case 0: .answer(["ready"])
    case 1: .compare(.field(["rank"]), order(&random), literal(&random))
    case 2: .oneOf(["level"], isNot: random.percent(40), [random.pick(["low", "high"])])
    case 3: .answer(["county", "alpha"])
    case 4: .answer(["county", "state", "calm"])
    case 5: .leads(["county"], isNot: random.percent(40), to: [random.below(3)], table: "counties")
    default: .text(["county", "word"], "is", random.pick(["example", "sample"]))
    }
  }

  private func countyLeaf(_ random: inout SplitMix64) -> MadeCondition {
    let isNot = random.percent(40)
    let period = random.pick(MadeMaker.periods)
    switch random.below(isModal ? 16 : 15) {
    case 0, 1, 2: return .answer([random.pick(["alpha", "beta", "gamma"])])
    case 3: return .answer(["state", "calm"])
    case 4: return .compare(number(2, &random), order(&random), number(1, &random))
    case 5: return .equal(number(1, &random), isNot: isNot, literal(&random))
    case 6: return .between(number(1, &random), literal(&random), literal(&random))
    case 7: return .date(["opened"], order(&random), period)
    case 8: return .dateIs(["opened"], isNot: isNot, period)
    case 9:
      let test = random.pick(["is", "contains", "starts with", "ends with"])
      return .text(["word"], test, random.pick(["Example", "ample", "", "s", "E"]))
    case 10: return .oneOf(["kind"], isNot: isNot, ["urban", random.pick(["rural", "mixed"])])
    case 11: return .leads(["state"], isNot: isNot, to: [random.below(3)], table: "states")
    case 12, 13: return has(&random)
    case 14:
      // Behind a link that is not known, "is none" asks what the record holds, not what is true.
      let value = isModal ? number(2, &random) : .field([random.pick(["people", "score"])])
      return .gap(value, isNot: isNot, "none")
    default: return .gap(number(1, &random), isNot: isNot, random.pick(["known", "unknown"]))
    }
  }

  private func has(_ random: inout SplitMix64) -> MadeCondition {
    let quantity = quantity(&random)
    switch random.below(4) {
    case 0: return .has(quantity, "notices", random.percent(50) ? nil : .answer(["open"]))
    case 1: return .has(quantity, "state", stateLeaf(&random))
    default:
      let inner = random.percent(30) ? nil : condition("offices", depth: 1, &random)
      return .has(quantity, "offices", inner)
    }
  }

  /// How many linked rows there must be.
  func quantity(_ random: inout SplitMix64) -> MadeQuantity {
    let word = random.pick(["", "at least", "at most", "more than", "exactly"])
    return MadeQuantity(word: word, count: random.below(4))
  }

  private func order(_ random: inout SplitMix64) -> String { random.pick(["<", "<=", ">", ">="]) }

  private func literal(_ random: inout SplitMix64) -> MadeNumber {
    .literal(Double(random.below(9) - 3))
  }

  private func number(_ depth: Int, _ random: inout SplitMix64) -> MadeNumber {
    switch random.below(depth > 0 ? 9 : 6) {
    case 5: return countyNumber(&random)
    case 0: return .field(["people"])
    case 1: return .field(["score"])
    case 2: return .field(["state", "size"])
    case 3: return .year(["opened"])
    case 4: return random.percent(30) ? literal(&random) : .field(["people"])
    default:
      let mark = random.pick(isModal ? ["+", "-", "*", "/"] : ["+", "-", "*"])
      return .arithmetic(number(depth - 1, &random), mark, number(depth - 1, &random))
    }
  }

  /// A number of the offices or notices of a county.
  private func countyNumber(_ random: inout SplitMix64) -> MadeNumber {
    if random.percent(20) {
      return .linked("count", field: nil, "notices", where: nil)
    }
    let condition = random.percent(50) ? officeLeaf(&random) : nil
    return random.percent(40)
      ? .linked("count", field: nil, "offices", where: condition)
      : .linked(
        random.pick(MadeSummary.words), field: "rank", "offices", where: condition)
  }

  /// A number of the counties of a state: how many, or of amounts.
  private func stateNumber(_ random: inout SplitMix64) -> MadeNumber {
    let condition = random.percent(50) ? MadeCondition.answer(["alpha"]) : nil
    return random.percent(30)
      ? .linked("count", field: nil, "counties", where: condition)
      : .linked(random.pick(MadeSummary.words), field: "people", "counties", where: condition)
  }

  // MARK: Sets

  /// A set of rows of a table.
  func set(_ table: String, depth: Int, _ random: inout SplitMix64) -> MadeSet {
    guard depth > 0 else { return .all(table) }
    let inner = set(table, depth: depth - 1, &random)
    switch random.below(8) {
    case 0, 1, 2: return .filtered(inner, condition(table, depth: 1, &random))
    case 3: return .places(inner, random.percent(50) ? [random.below(3)] : [0, 2])
    case 4 where table == "counties":
      return .with(inner, quantity(&random), random.pick(["offices", "notices"]))
    case 5 where table == "counties":
      return .without(inner, random.pick(["offices", "notices"]))
    case 6:
      let other = table == "counties" ? random.pick(["states", "offices"]) : "counties"
      return .of(inner, set(other == "states" ? "counties" : other, depth: 1, &random).moved(other))
    default:
      let word = random.pick(["union", "intersect", "minus"])
      return .combined(inner, word, set(table, depth: depth - 1, &random))
    }
  }
}

extension MadeSet {
  /// The set itself, or all rows of another table where it is not of that one.
  func moved(_ table: String) -> MadeSet { self.table == table ? self : .all(table) }
}
