// A question as a tree: its core, what is done with its answer, and what stands before it.

/// A question and what is done with its answer: one reference, for it is handed from part to part.
struct Query: Sendable, Equatable {
  private struct Parts: Sendable, Equatable {
    var core: Core
    var stages: [StageNode]
    var preface: Name?
    var dialect: Name?
    var refers: Bool
  }
  private var shared: Shared<Parts>

  /// - Parameter refers: whether its words may hold a parameter or an earlier result.
  init(
    core: Core, stages: [StageNode] = [], preface: Name? = nil, dialect: Name? = nil,
    refers: Bool = true
  ) {
    shared = Shared(
      Parts(core: core, stages: stages, preface: preface, dialect: dialect, refers: refers))
  }

  /// The verb with its clauses.
  var core: Core {
    get { shared.content.core }
    set { shared.content.core = newValue }
  }
  /// What is done with the answer, in order.
  var stages: [StageNode] { shared.content.stages }
  /// `why`, `cite`, `plan` or `sql` before it.
  var preface: Name? { shared.content.preface }
  /// The dialect after `sql`.
  var dialect: Name? { shared.content.dialect }
  /// Whether its words may hold a parameter or an earlier result.
  var refers: Bool { shared.content.refers }

  /// Whether its rows stand in an order that it asks for.
  var isOrdered: Bool {
    let verb = core.verb.text
    return verb == "top" || verb == "bottom" || stages.contains { $0.name.text == "sort" }
  }
}
