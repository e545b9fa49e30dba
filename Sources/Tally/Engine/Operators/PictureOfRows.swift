// The picture of an answer: its form, and for a map of places the rows of each side.

extension Executor {
  /// An answer with its picture, where one is asked for.
  func drawn(_ answer: Answer, _ query: QueryPlan) -> Answer {
    guard let plan = query.picture else { return answer }
    var picture = Picture(
      plan.form, title: plan.title, definitions: plan.definitions,
      layers: plan.places.map(layers) ?? [])
    picture.restIsZero = restIsZero(answer, query.plan)
    var answer = answer
    answer.picture = picture
    return answer
  }

  /// Whether groups that an answer does not have are proven to be of no rows: it counts all rows of
  /// a list that is complete for its day, and knows the group of each.
  private func restIsZero(_ answer: Answer, _ plan: LogicalPlan) -> Bool {
    var plan = plan
    if case .sort(let inner, _, first: nil) = plan { plan = inner }
    guard case .group(let groups) = plan, groups.percent == nil, groups.across == nil,
      let measure = groups.columns.first?.measure, measure.kind == .count, !measure.settledOnly,
      measure.set.isOfAllRows, case .groups(let table) = answer.content
    else { return false }
    let isComplete =
      switch dataset.relations[measure.set.relation].schema.timing {
      case .list, .snapshots: true
      case .always, .undated, .dated: false
      }
    return isComplete
      && table.rows.allSatisfy { row in
        guard case .text? = row.first, case .figure(let figure)? = row.last else { return false }
        return figure.baseLow == figure.base
      }
  }

  /// The rows that a question was asked of, by what is known of their membership. Each is in one
  /// layer, and the layers add up to the base.
  private func layers(_ places: PicturePlan.Places) -> [Picture.Layer] {
    let rows = rows(of: places.set)
    let evaluator = evaluator(places.set.relation)
    let latitude = evaluator.numbers(.field(places.latitude))
    let longitude = evaluator.numbers(.field(places.longitude))
    let missing = latitude.unknown | latitude.none | longitude.unknown | longitude.none
    let sides: [(Picture.Side, Bitmap)] = [
      (.certain, rows.certain), (.possible, rows.unsettled),
      (.out, rows.basePossible - rows.possible),
    ]
    return sides.map { side, members in
      Picture.Layer(
        side, count: members.population,
        positions: (members - missing).rows.map { row in
          Picture.Position(latitude: latitude.low[row], longitude: longitude.low[row])
        })
    }
  }
}

extension SetPlan {
  /// Whether its base is all rows of its relation.
  fileprivate var isOfAllRows: Bool {
    switch self {
    case .scan: true
    case .filter(let inner, _): inner.isOfAllRows
    case .scope, .combine, .settled: false
    }
  }
}
