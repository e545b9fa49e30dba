// The fields of a schema, and the number of each: made when they are first asked for.

import Synchronization

/// The fields of a schema. A class, for all copies of a schema share one making.
///
/// What is made is kept behind a reference that is written once: each question reads it some twenty
/// times, and takes no lock.
final class SchemaFields: Sendable {
  /// Fields that were made.
  private final class List: Sendable {
    let fields: [Field]

    init(_ fields: [Field]) { self.fields = fields }
  }

  /// The number of each field, by its name.
  private final class Numbers: Sendable {
    let table: NameTable

    init(_ fields: [Field]) { table = NameTable(fields.map(\.name)) }
  }

  private let make: @Sendable () -> [Field]
  private let made = AtomicLazyReference<List>()
  private let numbers = AtomicLazyReference<Numbers>()

  /// Fields that are there.
  init(_ fields: [Field]) {
    make = { [] }
    _ = made.storeIfNil(List(fields))
  }

  /// Fields that a closure makes.
  init(later make: @escaping @Sendable () -> [Field]) { self.make = make }

  /// Whether the fields are there.
  var areMade: Bool { made.load() != nil }

  /// The fields, in the order of the table's columns. Who comes first makes them for all.
  var all: [Field] { (made.load() ?? made.storeIfNil(List(make()))).fields }

  /// The number of a field.
  func number(of name: String) -> Int? {
    (numbers.load() ?? numbers.storeIfNil(Numbers(all))).table[name]
  }
}

extension SchemaFields: Equatable {
  /// Whether the fields are the same, whenever they are made.
  static func == (a: SchemaFields, b: SchemaFields) -> Bool { a === b || a.all == b.all }
}
