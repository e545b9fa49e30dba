// bands(x, a, b, …): its edges and what each band is called.

extension Checker {
  /// The bands of a number field.
  mutating func bands(
    _ arguments: [Expr], _ span: Span, _ scope: Scope
  ) throws(Diagnostic) -> Value {
    guard arguments.count > 1, let first = arguments.first,
      let value = try operand(first, scope).number
    else { throw .bandsWantEdges(span) }
    var edges: [Double] = []
    for argument in arguments.dropFirst() {
      guard let edge = edge(argument), edge > edges.last ?? -.infinity else {
        throw .bandsWantEdges(argument.span)
      }
      edges.append(edge)
    }
    let isWhole = (edges + numbers(value)).allSatisfy { $0 == $0.rounded() }
    return .bands(value, NumberBands(edges: edges, labels: Checker.labels(edges, isWhole: isWhole)))
  }

  private func edge(_ expr: Expr) -> Double? {
    switch expr {
    case .literal(.number(let number), _), .literal(.percent(let number), _): number
    case .negative(let inner, _): edge(inner).map(-)
    case .literal, .path, .call, .parameter, .linked, .arithmetic, .compare, .equal, .state,
      .between, .member, .text, .has, .modified, .junction, .broken:
      nil
    }
  }

  /// The ends of a field's numbers; what is no field may have any.
  private func numbers(_ value: Value) -> [Double] {
    guard case .field(let field) = value,
      let column = owner(of: field)?.columns[field.column],
      case .number(let low, let high) = column.values
    else { return [0.5] }
    return low.indices.filter { column.isKnown($0) }.flatMap { [low[$0], high[$0]] }
  }

  /// `10,000 – 99,999` where all numbers are whole; else the edge itself is said to be above.
  private static func labels(_ edges: [Double], isWhole: Bool) -> [String] {
    let between = zip(edges, edges.dropFirst()).map { low, high in
      let first = NumberText.number(low)
      guard isWhole else { return "\(first) to under \(NumberText.number(high))" }
      return low == high - 1 ? first : "\(first) – \(NumberText.number(high - 1))"
    }
    guard let first = edges.first, let last = edges.last else { return [] }
    return ["under \(NumberText.number(first))"] + between
      + ["\(NumberText.number(last)) and over"]
  }
}
