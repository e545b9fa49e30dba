// What was counted and added up, for each of some slots that rows fall into.

/// Counts, sums and values by slot.
struct RowTally: Sendable {
  /// The least and the greatest of some values.
  struct Ends: Sendable {
    var least = Double.infinity
    var greatest = -Double.infinity

    /// Takes the ends of further values.
    mutating func add(_ other: Ends) {
      least = min(least, other.least)
      greatest = max(greatest, other.greatest)
    }
  }

  let wanted: Wanted
  private(set) var slots: Int
  private(set) var counts: [[Int]]
  /// Sums of whole numbers, and of decimals as such; those of others are `sums`.
  private(set) var wholes: [[Int]]
  private(set) var sums: [[ExactSum]]
  private(set) var ends: [[Ends]]
  private(set) var lists: [[[Double]]]
  /// Whether the numbers of all rows are known already, so that they are not counted.
  private var knowsAll = false

  init(_ wanted: Wanted, slots: Int) {
    self.wanted = wanted
    self.slots = slots
    counts = wanted.counts.map { _ in [Int](repeating: 0, count: slots) }
    func each<Element>(
      _ kind: Wanted.Values.Kind, _ element: Element, _ isMeant: (Numbers) -> Bool = { _ in true }
    ) -> [[Element]] {
      wanted.values.map {
        [Element](repeating: element, count: $0.kind == kind && isMeant($0.numbers) ? slots : 0)
      }
    }
    wholes = each(.sum, 0) { $0.addUpAsWhole != nil }
    sums = wanted.values.map {
      let isApart = $0.kind == .sum && $0.numbers.addUpAsWhole == nil
      return [ExactSum](repeating: ExactSum($0.numbers.decimals), count: isApart ? slots : 0)
    }
    ends = each(.ends, Ends())
    lists = each(.list, [])
  }

  /// Adds a block, all of whose rows are in one slot.
  mutating func add(_ machine: inout BitMachine) {
    for (at, bits) in wanted.counts.enumerated() { counts[at][0] += machine.population(bits) }
    guard wanted.values.contains(where: { !machine.isEmpty($0.bits) }) else { return }
    let slots = [UInt32](repeating: 0, count: machine.rows.count)
    addValues(&machine, slots)
  }

  /// Takes the numbers of all rows by slot from elsewhere.
  mutating func know(all known: [Int]) {
    guard let at = wanted.counts.firstIndex(of: BitProgram.all), known.count == slots else {
      return
    }
    counts[at] = known
    knowsAll = true
  }

  /// Adds a block, each row to its slot.
  mutating func add(_ machine: inout BitMachine, _ slots: [UInt32]) {
    for (at, bits) in wanted.counts.enumerated() {
      if bits == BitProgram.all {
        if knowsAll { continue }
        SlotKernels.count(slots.span.extracting(0..<machine.rows.count), &counts[at])
      } else {
        machine.with(bits) { SlotKernels.count($0, slots.span, &counts[at]) }
      }
    }
    addValues(&machine, slots)
  }

  private mutating func addValues(_ machine: inout BitMachine, _ slots: [UInt32]) {
    let rows = machine.rows
    for (at, values) in wanted.values.enumerated() {
      machine.with(values.bits) { bits in
        switch (values.kind, values.numbers.storage) {
        case (.sum, .bytes(let numbers)):
          SlotKernels.sum(numbers.span.extracting(rows), bits, slots.span, &wholes[at])
        case (.sum, .shorts(let numbers)):
          SlotKernels.sum(numbers.span.extracting(rows), bits, slots.span, &wholes[at])
        case (.sum, .ints(let numbers)):
          SlotKernels.sum(numbers.span.extracting(rows), bits, slots.span, &wholes[at])
        case (.sum, .doubles(let numbers)):
          let span = numbers.span.extracting(rows)
          if let decimals = values.numbers.addUpAsWhole {
            SlotKernels.sum(span, decimals, bits, slots.span, &wholes[at])
          } else {
            SlotKernels.sum(span, bits, slots.span, &sums[at])
          }
        case (.ends, _):
          let numbers = values.numbers
          SlotKernels.forEach(bits) { row in
            let (slot, number) = (Int(slots[row]), numbers[rows.lowerBound + row])
            ends[at][slot].least = min(ends[at][slot].least, number)
            ends[at][slot].greatest = max(ends[at][slot].greatest, number)
          }
        case (.list, _):
          let numbers = values.numbers
          SlotKernels.forEach(bits) { row in
            lists[at][Int(slots[row])].append(numbers[rows.lowerBound + row])
          }
        }
      }
    }
  }

  /// Changes the counts of one set.
  mutating func count(_ at: Int, _ body: (inout [Int]) -> Void) { body(&counts[at]) }

  /// Adds the values of some places of a block.
  mutating func add(
    _ values: Wanted.Values, _ at: Int, _ bits: Swift.Span<UInt64>, _ rows: Range<Int>,
    _ places: Swift.Span<UInt32>, _ slots: Swift.Span<UInt32>
  ) {
    switch (values.kind, values.numbers.storage) {
    case (.sum, .bytes(let numbers)):
      FewRowKernels.sum(numbers.span.extracting(rows), bits, places, slots, &wholes[at])
    case (.sum, .shorts(let numbers)):
      FewRowKernels.sum(numbers.span.extracting(rows), bits, places, slots, &wholes[at])
    case (.sum, .ints(let numbers)):
      FewRowKernels.sum(numbers.span.extracting(rows), bits, places, slots, &wholes[at])
    case (.sum, .doubles(let numbers)):
      let span = numbers.span.extracting(rows)
      if let decimals = values.numbers.addUpAsWhole {
        FewRowKernels.sum(span, decimals, bits, places, slots, &wholes[at])
      } else {
        FewRowKernels.sum(span, bits, places, slots, &sums[at])
      }
    case (.ends, _), (.list, _):
      let numbers = values.numbers
      for index in 0..<places.count {
        let place = Int(places[index])
        guard bits[place &>> 6] &>> UInt64(place & 63) & 1 == 1 else { continue }
        let number = numbers[rows.lowerBound + place]
        add(number, values.kind, at, Int(slots[index]))
      }
    }
  }

  private mutating func add(_ number: Double, _ kind: Wanted.Values.Kind, _ at: Int, _ slot: Int) {
    guard kind == .ends else { return lists[at][slot].append(number) }
    ends[at][slot].least = min(ends[at][slot].least, number)
    ends[at][slot].greatest = max(ends[at][slot].greatest, number)
  }

  /// The numbers of all rows by slot; nil where they are not wanted.
  var all: [Int]? { wanted.counts.firstIndex(of: BitProgram.all).map { counts[$0] } }

  /// Adds another tally of the same slots.
  mutating func add(_ other: RowTally) { add(other, at: Array(0..<slots)) }

  /// Adds the slots of another tally at some of these, a list after the other; what is at a place
  /// below zero is left out.
  mutating func add(_ other: RowTally, at places: [Int]) {
    func join<Element>(
      _ own: inout [Element], _ others: [Element], _ add: (inout Element, Element) -> Void
    ) {
      for (from, to) in zip(others.indices, places) where to >= 0 { add(&own[to], others[from]) }
    }
    for at in counts.indices { join(&counts[at], other.counts[at]) { $0 += $1 } }
    for at in wanted.values.indices {
      join(&wholes[at], other.wholes[at]) { $0 += $1 }
      join(&sums[at], other.sums[at]) { $0.add($1) }
      join(&ends[at], other.ends[at]) { $0.add($1) }
      join(&lists[at], other.lists[at]) { $0 += $1 }
    }
  }

  /// Adds one slot of another tally to a slot of this one.
  mutating func add(_ other: RowTally, _ from: Int, to slot: Int) {
    for at in counts.indices { counts[at][slot] += other.counts[at][from] }
    for at in wanted.values.indices {
      if !wholes[at].isEmpty { wholes[at][slot] += other.wholes[at][from] }
      if !sums[at].isEmpty { sums[at][slot].add(other.sums[at][from]) }
      if !ends[at].isEmpty { ends[at][slot].add(other.ends[at][from]) }
      if !lists[at].isEmpty { lists[at][slot] += other.lists[at][from] }
    }
  }

  // MARK: Reading

  /// How many rows of a slot are in a set.
  func count(_ bits: BitProgram.Bits, _ slot: Int) -> Int {
    if let at = wanted.counts.firstIndex(of: bits) { return counts[at][slot] }
    guard let rest = wanted.rests.first(where: { $0.bits == bits }) else { return 0 }
    return count(rest.whole, slot) - count(rest.part, slot)
  }

  /// The sum of the numbers of a slot's rows in a set.
  func sum(_ bits: BitProgram.Bits, _ numbers: Numbers, _ slot: Int) -> ExactSum {
    guard let at = wanted.place(.sum, bits, numbers) else { return ExactSum(numbers.decimals) }
    guard !wholes[at].isEmpty, let decimals = numbers.decimals else { return sums[at][slot] }
    return ExactSum(whole: wholes[at][slot], decimals)
  }

  /// The least and the greatest number; nil where there are no rows.
  func ends(_ bits: BitProgram.Bits, _ numbers: Numbers, _ slot: Int) -> Ends? {
    guard let at = wanted.place(.ends, bits, numbers), count(bits, slot) > 0 else { return nil }
    return ends[at][slot]
  }

  /// The numbers themselves.
  func list(_ bits: BitProgram.Bits, _ numbers: Numbers, _ slot: Int) -> [Double] {
    wanted.place(.list, bits, numbers).map { lists[$0][slot] } ?? []
  }
}
