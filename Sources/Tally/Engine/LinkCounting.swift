// How many linked rows each row has, where links themselves may be unknown.

extension Executor {
  /// The rows that point along a join, and the ones that may: of those of the relation that it
  /// leaves where they hold the link, of pairs their first end.
  func backLinks(_ join: Join) -> BackLinks {
    switch join.way {
    case .many(let column): backLinks(from: join.to, column, to: join.from)
    case .one(let column): backLinks(from: join.from, column, to: join.to)
    case .pairs(let pairs, let back, _): backLinks(from: pairs, back, to: join.from)
    }
  }

  /// The rows that point along a link column, kept with the day.
  func backLinks(from relation: Int, _ number: Int, to target: Int) -> BackLinks {
    let place = ColumnPlace(relation: relation, column: number)
    return dataset.cache.backLinks(at: place) {
      let (pointing, pointed) = (dataset.relations[relation], dataset.relations[target])
      var places: LinkPlaces?
      if let within = pointing.schema.fields[number].within,
        let here = pointing.schema.field(within),
        let outer = pointed.schema.place?.within, let there = pointed.schema.field(outer)
      {
        places = LinkPlaces(
          rows: PlainLinks(pointing.columns[here]), targets: PlainLinks(pointed.columns[there]))
      }
      return BackLinks(pointing.columns[number], to: pointed.count, places: places)
    }
  }

  /// How many linked rows each row of a relation has: at least, and at most. Rows of a list of
  /// another day of which it is not known whether they still held are only possible.
  func linkCounts(
    _ join: Join, certain: Bitmap, possible: Bitmap, from relation: Relation
  ) -> LinkCounts {
    let certain = dataset.relations[join.to].doubtful.map { certain - $0 } ?? certain
    switch join.way {
    case .one: return oneCounts(backLinks(join), certain, possible)
    case .many: return backLinks(join).counts(certain: certain, possible: possible)
    case .pairs(let pairs, let back, let onward):
      return pairCounts(dataset.relations[pairs], back, onward, certain, possible, relation.count)
    }
  }

  private func oneCounts(
    _ links: BackLinks, _ certain: Bitmap, _ possible: Bitmap
  ) -> LinkCounts {
    let targets = links.targets
    var counts = LinkCounts(exactly: LinkKernels.reached(targets.span, possible))
    if certain != possible { counts.low = LinkKernels.reached(targets.span, certain) }
    for row in links.floating(reaching: possible) { counts.high[row] = 1 }
    return counts
  }

  /// Counts along pairs. A pair whose onward end is unknown may lead to one of its candidates, or
  /// to any row where it names none; it is never certain.
  private func pairCounts(
    _ pairs: Relation, _ back: Int, _ onward: Int, _ certain: Bitmap, _ possible: Bitmap,
    _ count: Int
  ) -> LinkCounts {
    var counts = LinkCounts(exactly: [Int32](repeating: 0, count: count))
    let (start, end) = (pairs.columns[back], pairs.columns[onward])
    guard case .link(let from) = start.values, case .link(let to) = end.values else {
      return counts
    }
    for (row, target) in to.enumerated() where !start.none[row] && !end.none[row] {
      let mayLead =
        end.unknown[row]
        ? end.candidates[row]?.contains { possible[Int($0)] } ?? !possible.isEmpty
        : possible[Int(target)]
      guard mayLead else { continue }
      if start.unknown[row] {
        let origins = start.candidates[row].map { $0.map(Int.init) } ?? Array(counts.high.indices)
        for origin in origins { counts.high[origin] += 1 }
      } else {
        counts.high[Int(from[row])] += 1
        if !end.unknown[row], certain[Int(target)] { counts.low[Int(from[row])] += 1 }
      }
    }
    return counts
  }
}
