// Each rule of the optimizer has a case in which it changes the plan.

import Testing

@testable import Tally

@Suite struct EngineOptimizerTests {
  private func changed(_ text: String) throws -> (before: LogicalPlan, after: LogicalPlan) {
    var random = SplitMix64(seed: 1)
    let plan = try MadeAsker(MadeWorldMaker(counties: 3).world(&random)).plan(text)
    return (plan, Optimizer.optimized(plan))
  }

  @Test func theCasesNameEveryRule() {
    #expect(OptimizerRule.all.map(\.name) == ["merge-filters", "push-not", "top-rows"])
  }

  @Test func filtersAndScopesMerge() throws {
    let (before, after) = try changed("count counties in ZZ in YY where alpha where beta")
    guard case .figure(let plain) = before, case .filter(.filter, _) = plain.set else {
      Issue.record("the plan has two filters before")
      return
    }
    guard case .figure(let measure) = after,
      case .filter(.scope(.scan, .all(let places)), .all(let parts)) = measure.set
    else {
      Issue.record("one filter and one scope are left: \(after)")
      return
    }
    #expect(places.count == 2 && parts.count == 2)
  }

  @Test func negationsMoveToTheLeaves() throws {
    let (before, after) = try changed("list counties where not (alpha and not beta)")
    #expect(before != after)
    guard case .rows(.filter(.scan, .any(let parts))) = after, parts.count == 2,
      case .not(.answer) = parts[0], case .answer = parts[1]
    else {
      Issue.record("not alpha or beta is left: \(after)")
      return
    }
  }

  @Test func cutSortsKeepTheFirstRows() throws {
    let (before, after) = try changed("list counties | sort by people | take 2")
    guard case .limit(.sort(_, _, nil), 0, 2) = before,
      case .limit(.sort(_, _, 2), 0, 2) = after
    else {
      Issue.record("the sort keeps two rows: \(after)")
      return
    }
  }
}
