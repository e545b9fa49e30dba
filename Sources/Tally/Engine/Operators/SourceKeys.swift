// How a trail collects the keys of sources: of the grounds of answers, each key once.

extension SourceTrail {
  /// How many keys are compared one by one.
  private static let mostCompared = 8

  /// - Parameter rows: nil for all of them.
  mutating func addGrounds(_ answers: [FieldRef], _ rows: [Int]?, _ relation: Relation) {
    if rows == nil, addNumbered(answers, relation) { return }
    for field in answers {
      if rows == nil, field.hops.isEmpty,
        let stated = relation.stated(field.column, on: engine.dataset.asOf)
      {
        add(stated.sources)
        continue
      }
      guard let column = GroundColumn(engine, field, relation) else { continue }
      let used = rows.map(column.firstUsed) ?? column.firstUsed()
      for number in used { add(column.grounds[number].sources) }
    }
  }

  mutating func add(_ sources: [String]) {
    guard !sources.isEmpty else { return }
    if named.isEmpty { named = keys }
    // The few that relations and fields name are compared one by one: no set is made for them.
    if seen.isEmpty, named.count + sources.count <= SourceTrail.mostCompared {
      for key in sources where !named.contains(key) { add(new: key) }
      return
    }
    if seen.isEmpty { seen = SourceTrail.set(of: named) }
    for key in sources where seen.insert(key).inserted { add(new: key) }
  }

  private mutating func add(new key: String) {
    named.append(key)
    known = nil
  }

  /// Keys as a set with room for as many as answers have, so that it need not grow step by step.
  private static func set(of keys: [String]) -> Set<String> {
    var set = Set<String>(minimumCapacity: max(64, keys.count * 2))
    for key in keys { set.insert(key) }
    return set
  }

  /// Adds the documents of answers of all rows by their numbers: no key is looked up.
  /// - Returns: whether all of them could be had so; nothing is added where not.
  private mutating func addNumbered(_ answers: [FieldRef], _ relation: Relation) -> Bool {
    guard !answers.isEmpty, let documents = engine.dataset.numberedDocuments else { return false }
    var numbers: [UInt16] = []
    for field in answers {
      guard field.hops.isEmpty,
        let stated = relation.stated(field.column, on: engine.dataset.asOf)
      else { return false }
      numbers += stated.documents
    }
    var isMet = [UInt8](repeating: 0, count: documents.count)
    var references = references
    // Keys of the references say all, unless one before them has no document.
    let isAll = named.count == references.count || named.isEmpty
    for reference in references {
      if let number = documents.number(reference.id) { isMet[number] = 1 }
    }
    let before = references.count
    references.reserveCapacity(references.count + numbers.count)
    for number in numbers where Int(number) < isMet.count && isMet[Int(number)] == 0 {
      isMet[Int(number)] = 1
      references.append(SourceReference(number: Int(number), of: documents))
    }
    named = isAll ? [] : named + references[before...].map(\.id)
    (seen, known) = ([], references)
    return true
  }
}
