// The picture of an answer: its form, and for a map of places the rows of each side.

extension Executor {
  /// An answer with its picture, where one is asked for.
  func drawn(_ answer: Answer, _ query: QueryPlan) -> Answer {
    guard let plan = query.picture else { return answer }
    var answer = answer
    answer.picture = Picture(
      plan.form, title: plan.title, definitions: plan.definitions,
      layers: plan.places.map(layers) ?? [])
    return answer
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
