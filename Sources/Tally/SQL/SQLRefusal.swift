// Why a plan cannot be said in SQL.

/// A reason, in plain words that follow "this cannot be said in SQL:".
struct SQLRefusal: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  static func countsLinks() -> SQLRefusal {
    SQLRefusal("numbers of linked rows in a value are not written yet")
  }

  static func added() -> SQLRefusal {
    SQLRefusal("columns that add makes are not written yet")
  }

  static func isNoDecimal() -> SQLRefusal {
    SQLRefusal(
      "databases round otherwise where it goes on with a quotient, or with more than fifteen digits"
    )
  }

  static func tooLarge() -> SQLRefusal {
    SQLRefusal("its numbers may grow beyond what databases compute with")
  }
}
