// Why a plan cannot be said in SQL.

/// A reason, in plain words that follow "this cannot be said in SQL:".
struct SQLRefusal: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  static func tooLarge() -> SQLRefusal {
    SQLRefusal("its numbers may grow beyond what databases compute with")
  }
}
