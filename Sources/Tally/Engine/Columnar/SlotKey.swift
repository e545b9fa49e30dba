// A grouping key as slots: a small number for each row, made a block at a time.

/// Where each row's slot comes from: its values have slots from 0, then come the slots of rows of
/// which the value is not known, and of rows to which the key does not apply.
struct SlotKey: Sendable {
  enum Source: Sendable {
    case codes(Codes)
    case links([Int32])
    case numbers(Numbers, least: Int)
    case days([Int32], least: Int32)
    case answers(yes: BitProgram.Bits, no: BitProgram.Bits)
  }

  let source: Source
  /// How many slots values have.
  let values: Int
  private let unknown: BitProgram.Bits
  private let none: BitProgram.Bits
  /// The place of each slot in the order of values: none first, unknown last.
  let ranks: [Int]
  /// How many places there are.
  let distinct: Int

  /// How many slots there are.
  var slots: Int { values + 2 }

  /// More slots than this would not stay in fast memory.
  static let mostSlots = 1 << 20
  /// The widest range of numbers or days that each have a slot.
  static let mostNumbers = 1 << 16

  /// A key of a column, with the place of each value.
  init(
    _ source: Source, places: [Int], of count: Int, _ column: Column,
    _ program: inout BitProgram
  ) {
    self.source = source
    values = places.count
    unknown = program.unknown(of: column)
    none = program.none(of: column)
    distinct = count + 2
    ranks = places.map { $0 + 1 } + [count + 1, 0]
  }

  /// A key of the rows that a link leads to, with the place of each among all places: by the codes
  /// of the link, where it has some. A code that leads nowhere is not known.
  init(
    links: [Int32], places: [Int], of distinct: Int, _ column: Column,
    _ program: inout BitProgram
  ) {
    var places = places
    if let own = column.linkCodes {
      source = .codes(own.codes)
      places = own.targets.map { $0 < 0 ? distinct - 1 : places[Int($0)] }
    } else {
      source = .links(links)
    }
    values = places.count
    unknown = program.unknown(of: column)
    none = program.none(of: column)
    self.distinct = distinct
    ranks = places + [distinct - 1, 0]
  }

  /// The slots of a block's rows.
  func fill(_ machine: inout BitMachine, _ out: inout [UInt32]) {
    let rows = machine.rows
    switch source {
    case .codes(let codes):
      switch codes.storage {
      case .bytes(let codes): SlotKernels.widen(codes.span.extracting(rows), less: 0, &out)
      case .shorts(let codes): SlotKernels.widen(codes.span.extracting(rows), less: 0, &out)
      case .words(let codes): SlotKernels.widen(codes.span.extracting(rows), less: 0, &out)
      case .truth: for (at, row) in rows.enumerated() { out[at] = UInt32(clamping: codes[row]) }
      }
    case .links(let links): SlotKernels.widen(links.span.extracting(rows), less: 0, &out)
    case .numbers(let numbers, let least):
      let least = UInt32(truncatingIfNeeded: least)
      switch numbers.storage {
      case .bytes(let values): SlotKernels.widen(values.span.extracting(rows), less: least, &out)
      case .shorts(let values): SlotKernels.widen(values.span.extracting(rows), less: least, &out)
      case .ints(let values): SlotKernels.widen(values.span.extracting(rows), less: least, &out)
      case .doubles: break
      }
    case .days(let days, let least):
      SlotKernels.widen(
        days.span.extracting(rows), less: UInt32(truncatingIfNeeded: least), &out)
    case .answers(let yes, let no): machine.answers(yes, no, &out)
    }
    mark(unknown, UInt32(values), &machine, &out)
    mark(none, UInt32(values + 1), &machine, &out)
  }

  /// The slots of some places of the block.
  func fill(_ machine: inout BitMachine, _ places: Swift.Span<UInt32>, _ out: inout [UInt32]) {
    let rows = machine.rows
    func take<Code: FixedWidthInteger & BitwiseCopyable>(_ codes: [Code], less least: Int = 0) {
      FewRowKernels.slots(
        codes.span.extracting(rows), less: UInt32(truncatingIfNeeded: least), places, &out)
    }
    switch source {
    case .codes(let codes):
      switch codes.storage {
      case .bytes(let codes): take(codes)
      case .shorts(let codes): take(codes)
      case .words(let codes): take(codes)
      case .truth:
        for at in 0..<places.count {
          out[at] = UInt32(clamping: codes[rows.lowerBound + Int(places[at])])
        }
      }
    case .links(let links): take(links)
    case .numbers(let numbers, let least):
      switch numbers.storage {
      case .bytes(let values): take(values, less: least)
      case .shorts(let values): take(values, less: least)
      case .ints(let values): take(values, less: least)
      case .doubles: break
      }
    case .days(let days, let least): take(days, less: Int(least))
    case .answers(let yes, let no):
      machine.with(yes, no) { FewRowKernels.answers($0, $1, places, &out) }
    }
    for (bits, slot) in [(unknown, values), (none, values + 1)] where bits != BitProgram.none {
      machine.with(bits) { FewRowKernels.mark($0, with: UInt32(slot), places, &out) }
    }
  }

  private func mark(
    _ bits: BitProgram.Bits, _ slot: UInt32, _ machine: inout BitMachine, _ out: inout [UInt32]
  ) {
    guard bits != BitProgram.none else { return }
    machine.with(bits) { SlotKernels.mark($0, with: slot, &out) }
  }
}

/// A key with the column that its places make.
struct DenseKey {
  let slots: SlotKey
  /// The values at some places.
  let column: ([Int]) -> Column
}

extension BitCompiler {
  /// A key as slots; nil where its values are no plain column of words, whole numbers, days or
  /// answers.
  mutating func denseKey(_ key: GroupKey) -> DenseKey? {
    if case .call(let function, let arguments) = key.value,
      case .dateToNumber(let body) = function.kind
    {
      return arguments.first.flatMap { datedKey($0, body) }
    }
    guard case .field(let field) = key.value, field.aspect == nil else { return nil }
    guard let hop = field.hops.first else { return ownKey(field) }
    guard case .link(let targets) = columns[hop.column].values else { return nil }
    var inner = field
    inner.hops.removeFirst()
    let target = engine.evaluator(hop.target)
    let innerKey = GroupKey(value: .field(inner), field: key.field)
    let all = Bitmap(count: target.relation.count, filled: true)
    guard target.relation.count > 0, target.relation.count < SlotKey.mostSlots,
      let codes = try? target.keyCodes(innerKey, in: all), codes.spans.isEmpty,
      codes.wholes.isEmpty, codes.periods == 0
    else { return nil }
    let slots = SlotKey(
      links: targets, places: codes.ranks, of: codes.distinct, columns[hop.column], &program)
    let engine = engine
    return DenseKey(slots: slots) { ranks in
      let column = engine.column(innerKey.value, codes, at: ranks, of: hop.target)
      return column.at(ranks, of: codes.distinct)
    }
  }

  private mutating func ownKey(_ field: FieldRef) -> DenseKey? {
    let column = columns[field.column]
    switch column.values {
    case .text(let codes, let texts):
      guard texts.count < SlotKey.mostSlots, texts.count > 0 else { return nil }
      let value = Value.field(field)
      let places: [Int] =
        if case .text(isOrdered: true) = value.kind { Array(texts.indices) } else {
          order(of: field) { evaluator.places(Array(texts), value) }
        }
      let slots = SlotKey(.codes(codes), places: places, of: places.count, column, &program)
      let first = places.firsts
      return DenseKey(slots: slots) { ranks in
        Column(
          .text(codes: Codes(ranks.map { first[$0 - 1] ?? 0 }), texts: texts), count: ranks.count
        ).at(ranks, of: slots.distinct)
      }
    case .link(let targets):
      guard case .link(let target) = field.field.type else { return nil }
      let texts = engine.keys(of: target)
      guard texts.count < SlotKey.mostSlots, texts.count > 0 else { return nil }
      let places = evaluator.places(texts, .field(field))
      let slots = SlotKey(
        links: targets, places: places.map { $0 + 1 }, of: places.count + 2, column, &program)
      let first = places.firsts
      return DenseKey(slots: slots) { ranks in
        Column(.link(rows: ranks.map { Int32(first[$0 - 1] ?? 0) }), count: ranks.count)
          .at(ranks, of: slots.distinct)
      }
    case .number(let low, let high): return numberKey(low, high, column)
    case .date(let first, let last):
      guard Numbers.shareBuffer(first, last), let (least, count) = BitCompiler.days(first) else {
        return nil
      }
      let slots = SlotKey(
        .days(first, least: least), places: Array(0..<count), of: count, column, &program)
      return DenseKey(slots: slots) { ranks in
        let days = ranks.map { least &+ Int32(truncatingIfNeeded: $0 - 1) }
        return Column(.date(first: days, last: days), count: ranks.count)
          .at(ranks, of: slots.distinct)
      }
    case .answer: return answerKey(field, column)
    case .history: return nil
    }
  }

  /// The places of a field's texts in their order, which are kept with a relation of the dataset.
  private func order(of field: FieldRef, _ make: () -> [Int]) -> [Int] {
    guard let relation = evaluator.number else { return make() }
    let key = AskedColumns(relation: relation, columns: [field.column])
    return engine.dataset.cache.order(key, make)
  }

  /// A number that is made of days, such as their year: made once for each day that there may be.
  private mutating func datedKey(
    _ value: Value, _ body: (Day) -> Double
  ) -> DenseKey? {
    guard case .field(let field) = value, field.hops.isEmpty, field.aspect == nil,
      case .date(let first, let last) = columns[field.column].values,
      Numbers.shareBuffer(first, last), let (least, count) = BitCompiler.days(first)
    else { return nil }
    let numbers = (0..<count).map { body(Day(number: least + Int32($0))) }
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    let distinct = Set(numbers).sorted()
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    let slots = SlotKey(
      .days(first, least: least), places: numbers.map { places[$0] ?? 0 }, of: distinct.count,
      columns[field.column], &program)
    return DenseKey(slots: slots) { ranks in
      let values = ranks.map { distinct[min(max($0 - 1, 0), distinct.count - 1)] }
      return Column(.numbers(values), count: ranks.count).at(ranks, of: slots.distinct)
    }
  }

  /// The least of some days, and how many there are to the greatest; nil for none and for too many.
  private static func days(_ days: [Int32]) -> (least: Int32, count: Int)? {
    guard var least = days.first else { return nil }
    var most = least
    for day in days {
      least = day < least ? day : least
      most = day > most ? day : most
    }
    let count = Int(most) - Int(least) + 1
    return count <= SlotKey.mostNumbers ? (least, count) : nil
  }

  private mutating func answerKey(_ field: FieldRef, _ column: Column) -> DenseKey {
    let bits = answers(field)
    let slots = SlotKey(
      .answers(yes: bits.yes, no: bits.no), places: [0, 1, 2], of: 3, column, &program)
    return DenseKey(slots: slots) { ranks in
      let grounds = Truth.allCases.map { Ground(value: $0) }
      let codes = Codes(ranks.map { min(max($0 - 1, 0), 2) })
      return Column(.answer(codes: codes, grounds: grounds), count: ranks.count)
        .at(ranks, of: slots.distinct)
    }
  }

  private mutating func numberKey(_ low: Numbers, _ high: Numbers, _ column: Column) -> DenseKey? {
    guard low.isSame(as: high), let (least, most) = low.wholeEnds,
      most - least < SlotKey.mostNumbers
    else { return nil }
    let count = most - least + 1
    let slots = SlotKey(
      .numbers(low, least: least), places: Array(0..<count), of: count, column, &program)
    return DenseKey(slots: slots) { ranks in
      Column(.numbers(ranks.map { Double(least + $0 - 1) }), count: ranks.count)
        .at(ranks, of: slots.distinct)
    }
  }
}

extension [Int] {
  /// For each place, the first index that has it.
  fileprivate var firsts: [Int: Int] {
    Dictionary(enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Column {
  /// The same values of a key's places: the first place is none, and the last one unknown.
  fileprivate func at(_ ranks: [Int], of distinct: Int) -> Column {
    var column = self
    column.unknown = Bitmap(count: ranks.count) { ranks[$0] == distinct - 1 }
    column.none = Bitmap(count: ranks.count) { ranks[$0] == 0 }
    return column
  }
}

extension Numbers {
  /// The least and the greatest where all are whole; nil for none.
  fileprivate var wholeEnds: (least: Int, most: Int)? {
    func ends(_ values: [some FixedWidthInteger]) -> (Int, Int)? {
      guard var least = values.first else { return nil }
      var most = least
      for value in values {
        least = value < least ? value : least
        most = value > most ? value : most
      }
      return (Int(least), Int(most))
    }
    switch storage {
    case .bytes(let values): return ends(values)
    case .shorts(let values): return ends(values)
    case .ints(let values): return ends(values)
    case .doubles: return nil
    }
  }
}
