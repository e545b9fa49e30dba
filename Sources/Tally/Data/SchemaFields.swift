// The fields of a schema, and the number of each: made when they are first asked for.

import Synchronization

/// The fields of a schema. A class, for all copies of a schema share one making.
final class SchemaFields: Sendable {
  /// A class, for that is what can be set once without a lock.
  private final class Made: Sendable {
    let fields: [Field]
    init(_ fields: [Field]) { self.fields = fields }
  }

  /// The number of each field, by its name.
  private final class Numbers: Sendable {
    let numbers: NameTable
    init(_ numbers: NameTable) { self.numbers = numbers }
  }

  private let make: @Sendable () -> [Field]
  private let made = AtomicLazyReference<Made>()
  private let numbers = AtomicLazyReference<Numbers>()

  /// Fields that are there.
  init(_ fields: [Field]) {
    make = { fields }
    _ = made.storeIfNil(Made(fields))
  }

  /// Fields that a closure makes.
  init(later make: @escaping @Sendable () -> [Field]) { self.make = make }

  /// Whether the fields are there.
  var areMade: Bool { made.load() != nil }

  /// The fields, in the order of the table's columns.
  var all: [Field] {
    if let made = made.load() { return made.fields }
    return made.storeIfNil(Made(make())).fields
  }

  /// The number of a field.
  func number(of name: String) -> Int? {
    if let numbers = numbers.load() { return numbers.numbers[name] }
    return numbers.storeIfNil(Numbers(NameTable(all.map(\.name)))).numbers[name]
  }
}

extension SchemaFields: Equatable {
  /// Whether the fields are the same, whenever they are made.
  static func == (a: SchemaFields, b: SchemaFields) -> Bool { a === b || a.all == b.all }
}
