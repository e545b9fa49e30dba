// What the answer fields of a question rest on: bases, confidence, reasons.

extension Executor {
  /// What settles the members of a set, and what leaves the others open.
  ///
  /// `fields` are the answer fields that the question asks; nil is returned where there are none.
  func evidence(
    certain: Bitmap, possible: Bitmap, base: Bitmap, fields: [FieldRef], relation: Relation
  ) -> Evidence? {
    let columns = fields.compactMap { GroundColumn(self, $0, relation) }
    guard !columns.isEmpty else { return nil }
    let open = possible - certain
    var basis = LabelCounter()
    var settledBy = LabelCounter()
    var unsettled = LabelCounter()
    var reasons = LabelCounter()
    var medium = 0
    base.forEach { row in
      let grounds = columns.map { $0.ground(row) }
      let known = basisOf(grounds)
      if certain[row] {
        basis.add(known)
        if grounds.contains(where: { $0.value != .unknown && $0.confidence == "medium" }) {
          medium += 1
        }
      }
      if open[row] {
        unsettled.add(pattern(zip(fields, grounds)))
      } else if !known.isEmpty {
        settledBy.add(known)
      }
      if possible[row] {
        for reason in Set(grounds.compactMap(reason)) { reasons.add(reason) }
      }
    }
    return Evidence(
      basis: basis.ordered.filter { !$0.label.isEmpty },
      settledBy: dataset.bases.filter { word in
        settledBy.ordered.contains { $0.label.split(separator: "+").contains(Substring(word)) }
      }, medium: medium, unsettled: unsettled.ordered, reasons: reasons.ordered)
  }

  /// The bases of the known values of a row, joined in the dataset's order.
  private func basisOf(_ grounds: [Ground]) -> String {
    let words = Set(
      grounds.filter { $0.value != .unknown }.flatMap { $0.basis.split(separator: "+") })
    return dataset.bases.filter { words.contains(Substring($0)) }
      .joined(separator: "+")
  }

  private func reason(_ ground: Ground) -> String? {
    ground.value == .unknown ? ground.reason ?? "no reason given" : nil
  }

  /// For one field the reason; for several what is known of each.
  private func pattern(_ values: some Sequence<(FieldRef, Ground)>) -> String {
    let values = Array(values)
    if values.count == 1, let ground = values.first?.1 { return reason(ground) ?? "not settled" }
    let unknown = values.filter { $0.1.value == .unknown }.map(\.0.text)
    let known = values.filter { $0.1.value != .unknown }.map { "\($0.0.text) \($0.1.value.rawValue)" }
    let open = unknown.isEmpty ? [] : [unknown.joined(separator: " and ") + " unknown"]
    return (known + open).joined(separator: ", ")
  }
}

/// The grounds of an answer field for the rows of a relation, through its links.
struct GroundColumn {
  private let codes: [UInt16]
  private let grounds: [Ground]
  private let way: Gathered?

  /// Nil where the field is no answer.
  init?(_ engine: Executor, _ field: FieldRef, _ relation: Relation) {
    guard case .answer(let codes, let grounds) = engine.column(field, of: relation).values else {
      return nil
    }
    self.codes = codes
    self.grounds = grounds
    way = field.hops.isEmpty ? nil : engine.gather(field.hops, from: relation)
  }

  /// The ground of a row.
  func ground(_ row: Int) -> Ground {
    guard let way else { return grounds[Int(codes[row])] }
    guard !way.unknown[row], !way.none[row] else {
      return Ground(value: .unknown, reason: way.none[row] ? "does not apply" : nil)
    }
    return grounds[Int(codes[Int(way.rows[row])])]
  }
}

/// Counts by label, most first.
struct LabelCounter {
  private var counts: [String: Int] = [:]

  mutating func add(_ label: String) { counts[label, default: 0] += 1 }

  /// The labels with their counts: most first, then by name.
  var ordered: [LabelledCount] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { LabelledCount($0.key, $0.value) }
  }
}
