// The fields of a schema, and the number of each: made when they are first asked for.

import Synchronization

/// The fields of a schema. A class, for all copies of a schema share one making.
final class SchemaFields: Sendable {
  private let make: @Sendable () -> [Field]
  private let made: Mutex<[Field]?>
  /// The number of each field, by its name.
  private let numbers = Mutex<NameTable?>(nil)

  /// Fields that are there.
  init(_ fields: [Field]) {
    make = { fields }
    made = Mutex(fields)
  }

  /// Fields that a closure makes.
  init(later make: @escaping @Sendable () -> [Field]) {
    self.make = make
    made = Mutex(nil)
  }

  /// Whether the fields are there.
  var areMade: Bool { made.withLock { $0 != nil } }

  /// The fields, in the order of the table's columns.
  var all: [Field] {
    if let found = made.withLock({ $0 }) { return found }
    // Who comes first makes them for all: the lock is not held meanwhile.
    let fields = make()
    return made.withLock { made in
      let kept = made ?? fields
      made = kept
      return kept
    }
  }

  /// The number of a field.
  func number(of name: String) -> Int? {
    if let found = numbers.withLock({ $0.map { $0[name] } }) { return found }
    let made = NameTable(all.map(\.name))
    numbers.withLock { $0 = made }
    return made[name]
  }
}

extension SchemaFields: Equatable {
  /// Whether the fields are the same, whenever they are made.
  static func == (a: SchemaFields, b: SchemaFields) -> Bool { a === b || a.all == b.all }
}
