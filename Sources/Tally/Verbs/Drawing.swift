// What a verb draws: the question below it is answered as ever, then the answer gets a picture.

/// A drawing of the answer to another question.
struct Drawing: Sendable {
  /// The question that is drawn; nil where the sentence is broken.
  let question: @Sendable (Core) -> Core?
  /// The stages that may follow: those after which the picture still shows the whole answer.
  let stages: @Sendable (Core) -> [String]
  /// How the answer of a plan is drawn.
  let picture: @Sendable (Core, Core, QueryPlan, Source) throws(Diagnostic) -> PicturePlan
}

extension Binder {
  /// The plan of a question that is to be drawn: its own plan, with a picture beside it.
  static func drawn(
    _ query: Query, _ drawing: Drawing, _ dataset: Dataset, _ source: Source, usual: Day?,
    edition: Int?
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    guard let asked = drawing.question(query.core) else { throw .wantsWord(query.core.span) }
    if query.preface?.text == "why" { throw .whyFollowsOneNumber(query.core.span) }
    if query.preface?.text == "sql" {
      throw .cannotBeSQL(query.core.span, "a picture is no row of a table")
    }
    let allowed = drawing.stages(query.core)
    if let stage = query.stages.first(where: { !allowed.contains($0.name.text) }) {
      throw .stageAfterPicture(stage.name, query.core.verb.text, allowed: allowed)
    }
    var inner = query
    inner.core = asked
    var (plan, notes) = try bind(inner, dataset, source, usual: usual, edition: edition)
    // `plan` shows the question below the picture.
    if plan.code != nil { return (plan, notes) }
    var picture = try drawing.picture(query.core, asked, plan, source)
    if let first = query.stages.first, let last = query.stages.last {
      picture.title += " | " + source.text(first.span.joined(last.span))
    }
    plan.picture = picture
    if let places = picture.places { plan.plan = plan.plan.showing(places, plan.dataset) }
    plan.question = source.text(query.core.span.joined(query.stages.last?.span ?? query.core.span))
    return (plan, notes)
  }

  /// The drawing of a core's verb; nil where it draws none.
  static func drawing(of core: Core) -> Drawing? {
    Verb.all.first { $0.name == core.verb.text }?.draws
  }
}

extension QueryPlan {
  /// What the answer fields that are asked mean, a line each. Published totals have wordings of
  /// their own, which their answers name.
  var definitions: [String] {
    var plan = plan
    if case .across(let days, _) = plan, let first = days.first { plan = first.plan }
    var fields = PlanFields()
    let groups = plan.groups
    let measures = groups?.columns.map(\.measure) ?? plan.measure.map { [$0] } ?? []
    for measure in measures {
      fields.add(measure)
      let keys = (groups?.keys ?? []) + (groups?.across.map { [$0] } ?? [])
      for key in keys { fields.add(key.value, of: measure.set.relation) }
    }
    if measures.isEmpty, let set = plan.set {
      fields.add(set)
    }
    let answers = fields.fields.map(\.field).filter { $0.field.type == .answer }
    return WordList.distinct(answers.map { "\($0.field.name): \($0.field.label)" })
  }
}

extension LogicalPlan {
  /// The rows with what names them and where they are: the data of the map.
  fileprivate func showing(_ places: PicturePlan.Places, _ dataset: Dataset) -> LogicalPlan {
    let schema = dataset.relations[places.set.relation].schema
    let names = WordList.distinct([schema.key, schema.title] + (schema.within.map { [$0] } ?? []))
    let fields = names.compactMap { name in
      schema.field(name).map {
        FieldRef(hops: [], column: $0, field: schema.fields[$0], text: name)
      }
    }
    return .columns(
      self,
      (fields + [places.latitude, places.longitude]).map {
        OutputColumn(name: $0.text, value: .field($0))
      })
  }
}
