// Sets in SQL: two conditions on the rows of a relation, of its members and of its base.

/// What a row is to a set: true for a certain one, null for a possible one.
struct SQLMembership {
  var member: SQLCondition
  /// The same of the set without its own conditions.
  var base: SQLCondition

  /// What a row is to the base; the rows of no base are of no use.
  var isBase: [String] { base == .yes ? [] : [base.tested("IS NOT FALSE").text] }
}

extension SQLEmitter {
  /// The members of a set among the rows of a scope.
  mutating func set(
    _ set: SetPlan, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLMembership {
    switch set {
    case .scan: return SQLMembership(member: .yes, base: .yes)
    case .scope(let inner, let condition):
      let rows = try self.set(inner, &scope)
      let condition = try self.condition(condition, &scope)
      return SQLMembership(
        member: .all([rows.member, condition]), base: .all([rows.base, condition]))
    case .filter(let inner, let condition):
      let rows = try self.set(inner, &scope)
      return SQLMembership(
        member: .all([rows.member, try self.condition(condition, &scope)]), base: rows.base)
    case .combine(let operation, let a, let b):
      return combined(operation, try self.set(a, &scope), try self.set(b, &scope))
    case .settled(let inner): return settled(try self.set(inner, &scope))
    }
  }

  /// Only the rows of which it is known, whether they are members.
  func settled(_ rows: SQLMembership) -> SQLMembership {
    SQLMembership(
      member: rows.member.tested("IS TRUE"),
      base: .all([rows.base, rows.member.tested("IS NOT NULL")]))
  }

  private func combined(
    _ operation: SetNode.Operator, _ a: SQLMembership, _ b: SQLMembership
  ) -> SQLMembership {
    switch operation {
    case .union:
      // A row that all certainly have is in no doubt, whatever the other set says.
      let base: SQLCondition = a.base == .yes || b.base == .yes ? .yes : .any([a.base, b.base])
      return SQLMembership(member: .any([a.member, b.member]), base: base)
    case .intersect: return SQLMembership(member: .all([a.member, b.member]), base: a.base)
    case .minus: return SQLMembership(member: .all([a.member, .not(b.member)]), base: a.base)
    }
  }
}
