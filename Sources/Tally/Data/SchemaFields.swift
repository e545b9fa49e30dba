// The fields of a schema, and the number of each: made when they are first asked for.

import Synchronization

/// The fields of a schema. A class, for all copies of a schema share one making.
///
/// Unchecked, for the two values that are made later are written once, under the lock and before
/// the flag beside them says so, and are read only behind it. A lock alone would be taken by every
/// question some twenty times.
final class SchemaFields: @unchecked Sendable {
  private let make: @Sendable () -> [Field]
  private let lock = Mutex<Void>(())
  private let isMade = Atomic<Bool>(false)
  private var made: [Field] = []
  private let isNumbered = Atomic<Bool>(false)
  private var numbers: NameTable?

  /// Fields that are there.
  init(_ fields: [Field]) {
    make = { [] }
    made = fields
    isMade.store(true, ordering: .releasing)
  }

  /// Fields that a closure makes.
  init(later make: @escaping @Sendable () -> [Field]) { self.make = make }

  /// Whether the fields are there.
  var areMade: Bool { isMade.load(ordering: .acquiring) }

  /// The fields, in the order of the table's columns.
  var all: [Field] {
    if areMade { return made }
    // Made outside the lock, for what makes them may ask another schema; the first is kept.
    let fields = make()
    return lock.withLock { _ in
      if !areMade {
        made = fields
        isMade.store(true, ordering: .releasing)
      }
      return made
    }
  }

  /// The number of a field.
  func number(of name: String) -> Int? {
    if isNumbered.load(ordering: .acquiring) { return numbers?[name] }
    let table = NameTable(all.map(\.name))
    return lock.withLock { _ in
      if !isNumbered.load(ordering: .acquiring) {
        numbers = table
        isNumbered.store(true, ordering: .releasing)
      }
      return numbers?[name]
    }
  }
}

extension SchemaFields: Equatable {
  /// Whether the fields are the same, whenever they are made.
  static func == (a: SchemaFields, b: SchemaFields) -> Bool { a === b || a.all == b.all }
}
