// How many items fit where each uses up some of a few capacities: whole numbers, exactly.

/// Items of several kinds. One item of a kind uses up one of each capacity that its bits name.
///
/// Solved by branch and bound over exact linear programs: a program's optimum, rounded down, is
/// never less than the true one, and here mostly is it.
struct Packing {
  /// How many units there are of each; at most 14, each at most `TotalsEdition.mostRows`.
  let capacities: [Int]
  /// The capacities that one item of each kind uses up: at least one.
  let items: [UInt32]

  /// The most linear programs that are solved. Hard ones are rare: what has none within these is
  /// answered by the bound of the first program, and says so.
  static let mostNodes = 200

  /// A program to solve: some items are in already, some kinds have a limit.
  private struct Node {
    var capacities: [Int]
    var packed = 0
    var limits: [PackingProgram.Limit] = []
  }

  /// The most items, but no more than `enough`.
  func most(upTo enough: Int) -> (count: Int, isTight: Bool) {
    guard !items.isEmpty else { return (0, true) }
    var open = [Node(capacities: capacities)]
    var best = 0
    var bound = enough
    for step in 0..<Self.mostNodes {
      guard let node = open.popLast(), best < bound else { return (best, true) }
      let program = PackingProgram(
        capacities: node.capacities, items: items, limits: node.limits)
      let solution = program.solved()
      if step == 0 { bound = min(enough, solution.most) }
      guard node.packed + solution.most > best else { continue }
      best = max(best, min(enough, node.packed + filled(node, solution.counts)))
      if let split = solution.split { open += branches(node, split) }
    }
    return open.isEmpty || best >= bound ? (best, true) : (bound, false)
  }

  /// How many items there are when a program's whole numbers are packed and then what still fits,
  /// kind by kind.
  private func filled(_ node: Node, _ counts: [Int]) -> Int {
    var left = node.capacities
    var room = [Int](repeating: .max, count: items.count)
    for limit in node.limits { room[limit.item] = limit.most }
    var total = 0
    func pack(_ item: Int, _ count: Int) {
      for row in left.indices where items[item] >> UInt32(row) & 1 == 1 { left[row] -= count }
      room[item] -= count
      total += count
    }
    for (item, count) in counts.enumerated() where count > 0 { pack(item, count) }
    for item in items.indices {
      let fits = left.indices.filter { items[item] >> UInt32($0) & 1 == 1 }.map { left[$0] }.min()
      pack(item, max(0, min(fits ?? 0, room[item])))
    }
    return total
  }

  /// Two programs that leave out the kind's fraction: at most the whole number below, or at least
  /// the one above. The second is the last, so that it is solved first: it leaves less to solve.
  private func branches(_ node: Node, _ split: PackingProgram.Limit) -> [Node] {
    var below = node
    below.limits.removeAll { $0.item == split.item }
    below.limits.append(split)
    var above = node
    for row in above.capacities.indices where items[split.item] >> UInt32(row) & 1 == 1 {
      above.capacities[row] -= split.most + 1
    }
    above.packed += split.most + 1
    for index in above.limits.indices where above.limits[index].item == split.item {
      above.limits[index].most -= split.most + 1
    }
    let isEmpty = above.capacities.contains { $0 < 0 } || above.limits.contains { $0.most < 0 }
    return isEmpty ? [below] : [below, above]
  }
}
