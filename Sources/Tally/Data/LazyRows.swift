// Rows that are read when they are first asked for: no query needs every table.

import Synchronization

/// Columns of one length.
struct Rows: Sendable, Equatable {
  var count: Int
  var columns: [Column]
  /// Rows of a list of another day than the one asked of that are not on the next list either:
  /// whether they still held is not known. Nil for none.
  var doubtful: Bitmap?

  /// No rows, in columns of the right types.
  static func none(of schema: RelationSchema) -> Rows {
    Rows(
      count: 0,
      columns: schema.fields.map { field in
        let values: Column.Values =
          switch field.type {
          case .answer: .answer(codes: [], grounds: [])
          case .text: .text(codes: [], texts: [])
          case .category(let words): .text(codes: [], texts: TextPool(words))
          case .number: .number(low: [], high: [])
          case .date: .date(first: [], last: [])
          case .link: .link(rows: [])
          }
        return Column(values, count: 0)
      })
  }
}

/// The rows of a relation, made once. A class, for all copies of a relation share one making.
final class LazyRows: Sendable {
  private enum State {
    case waiting(@Sendable () throws(DatasetError) -> Rows)
    case ready(Rows)
    case failed(DatasetError, Rows)
  }

  private let state: Mutex<State>
  private let schema: RelationSchema

  /// Rows that are there.
  init(_ schema: RelationSchema, _ rows: Rows) {
    self.schema = schema
    state = Mutex(.ready(rows))
  }

  /// Rows that are made when they are asked for.
  init(
    _ schema: RelationSchema, _ make: @escaping @Sendable () throws(DatasetError) -> Rows
  ) {
    self.schema = schema
    state = Mutex(.waiting(make))
  }

  /// The rows; none where they could not be made, which `error` tells.
  var rows: Rows {
    state.withLock { state in
      if case .waiting(let make) = state {
        do throws(DatasetError) {
          state = .ready(try make())
        } catch {
          state = .failed(error, .none(of: schema))
        }
      }
      switch state {
      case .ready(let rows), .failed(_, let rows): return rows
      case .waiting: return .none(of: schema)
      }
    }
  }

  /// Whether the rows have been made.
  var isReady: Bool {
    state.withLock { state in
      if case .ready = state { true } else { false }
    }
  }

  /// Why the rows could not be made; nil where they were, or were not asked for.
  var error: DatasetError? {
    state.withLock { state in
      if case .failed(let error, _) = state { error } else { nil }
    }
  }
}
