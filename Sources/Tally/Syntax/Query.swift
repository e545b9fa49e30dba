// A question as a tree: its core, what is done with its answer, and what stands before it.

/// A question and what is done with its answer.
struct Query: Sendable, Equatable {
  /// A core has a place for each clause of each verb, so it is held once for all copies.
  private var shared: Shared<Core>
  var stages: [StageNode] = []
  /// `why`, `cite`, `plan` or `sql` before it.
  var preface: Name?
  /// The dialect after `sql`.
  var dialect: Name?
  /// Whether its words may hold a parameter or an earlier result.
  var refers = true

  init(core: Core, stages: [StageNode] = [], preface: Name? = nil, dialect: Name? = nil) {
    shared = Shared(core)
    self.stages = stages
    self.preface = preface
    self.dialect = dialect
  }

  /// The verb with its clauses.
  var core: Core {
    get { shared.content }
    set { shared.content = newValue }
  }

  /// Whether its rows stand in an order that it asks for.
  var isOrdered: Bool {
    ["top", "bottom"].contains(core.verb.text) || stages.contains { $0.name.text == "sort" }
  }
}
