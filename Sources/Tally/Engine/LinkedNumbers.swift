// The numbers of linked rows of one query: those that it asks for, and those worked out.

import Synchronization

/// What a query asks of linked rows. A class, for the parts of a query share what one of them has
/// found: a column of numbers is looked at several times, and numbers of one link share a pass.
final class LinkedNumbers: Sendable {
  /// How many are kept: a table has a handful of such columns. Where there are more, the oldest
  /// makes way.
  static let maximumNumbers = 16

  private struct State {
    var asked: [(join: Join, measure: Measure)] = []
    var found: [(join: Join, measure: Measure, figures: LinkFigures)] = []
    var passes: [LinkPass] = []
  }

  private let state = Mutex(State())

  /// Says what will be asked for, so that what is of one link can be worked out together.
  func expect(_ values: [Value]) {
    let leaves = values.flatMap(\.leaves)
    state.withLock { state in
      for case .linked(var join, let measure) in leaves {
        join.hops = []
        let isAsked = state.asked.contains { $0.join == join && $0.measure == measure }
        if !isAsked, state.asked.count < LinkedNumbers.maximumNumbers {
          state.asked.append((join, measure))
        }
      }
    }
  }

  /// All measures that are asked for along a link.
  func asked(_ join: Join) -> [Measure] {
    state.withLock { state in state.asked.filter { $0.join == join }.map(\.measure) }
  }

  /// The figures of a measure along a link, if they were worked out and are kept.
  func figures(_ join: Join, _ measure: Measure) -> LinkFigures? {
    state.withLock { state in
      state.found.first { $0.join == join && $0.measure == measure }?.figures
    }
  }

  /// The pass over linked rows that counted those of a measure, if it is kept.
  func pass(_ join: Join, _ measure: Measure) -> LinkPass? {
    state.withLock { state in
      state.passes.first { $0.join == join && $0.measures.contains(measure) }
    }
  }

  /// Keeps a pass, as figures are kept.
  func keep(_ pass: LinkPass) {
    state.withLock { state in
      if state.passes.count >= LinkedNumbers.maximumNumbers { state.passes.removeFirst() }
      state.passes.append(pass)
    }
  }

  /// Keeps figures. What is made after a wish to stop is made of a part of the rows, and nobody
  /// sees an answer of such a query.
  func keep(_ figures: LinkFigures, _ join: Join, _ measure: Measure) {
    state.withLock { state in
      state.found.removeAll { $0.join == join && $0.measure == measure }
      if state.found.count >= LinkedNumbers.maximumNumbers { state.found.removeFirst() }
      state.found.append((join, measure, figures))
    }
  }
}
