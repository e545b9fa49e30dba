// The rows of a block that a question is about, where these are few: a list instead of all rows.

/// The places of some rows of a block, and the slot of each.
struct FewRows: Sendable {
  /// The set that the rows are of: all that is counted or added up lies within it.
  let asked: BitProgram.Bits
  private(set) var places: [UInt32] = []
  private(set) var slots: [UInt32] = []
  private(set) var count = 0
  private var codes: [UInt32] = []

  /// Rows are few where they are fewer than one of so many.
  private static let fewest = 2
  /// A set is counted row by row where it has fewer than one of so many of the places.
  static let fewAmong = 4
  init(of asked: BitProgram.Bits) { self.asked = asked }

  /// Finds the places of a block; false where they are not few.
  mutating func find(_ machine: inout BitMachine) -> Bool {
    guard asked != BitProgram.all else { return false }
    let population = machine.population(asked)
    guard population < machine.rows.count / FewRows.fewest else { return false }
    if slots.count < population { slots = [UInt32](repeating: 0, count: population * 2) }
    count = machine.with(asked) { FewRowKernels.places($0, &places) }
    return true
  }

  /// Finds the slots of the places.
  mutating func fill(_ machine: inout BitMachine, _ keys: [SlotKey]) {
    let places = places
    let found = places.span.extracting(0..<count)
    for (number, key) in keys.enumerated() {
      guard number > 0 else {
        key.fill(&machine, found, &slots)
        continue
      }
      if codes.count < slots.count { codes = [UInt32](repeating: 0, count: slots.count) }
      key.fill(&machine, found, &codes)
      let own = codes
      SlotKernels.refine(&slots, own.span.extracting(0..<count), UInt32(key.slots))
    }
  }
}

extension RowTally {
  /// Adds the rows of a block that are few, each to its slot.
  mutating func add(_ machine: inout BitMachine, _ few: FewRows) {
    let places = few.places.span.extracting(0..<few.count)
    let slots = few.slots.span.extracting(0..<few.count)
    for (at, bits) in wanted.counts.enumerated() where bits != BitProgram.all {
      if bits == few.asked {
        count(at) { SlotKernels.count(slots, &$0) }
      } else if machine.population(bits) < few.count / FewRows.fewAmong {
        count(at) { counts in
          machine.with(bits, few.asked) { FewRowKernels.count($0, of: $1, slots, &counts) }
        }
      } else {
        count(at) { counts in
          machine.with(bits) { FewRowKernels.count($0, places, slots, &counts) }
        }
      }
    }
    let rows = machine.rows
    for (at, values) in wanted.values.enumerated() {
      machine.with(values.bits) { bits in
        add(values, at, bits, rows, places, slots)
      }
    }
  }
}
