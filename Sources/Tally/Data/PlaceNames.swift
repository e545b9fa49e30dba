// How the rows of a relation of places are named: by code, by name, with and without its ending.

import Synchronization

/// The names of the rows of a relation of places. A class, for every question shares what one of
/// them has found.
final class PlaceNames: Sendable {
  private let naming: PlaceNaming
  private let names: [String]
  private let codes: [String]
  private let outer: [String]
  private let outerNames: [String]
  /// The endings that may be left out, the longest first: `City and Borough` before `Borough`.
  private let suffixes: [(text: String, count: Int)]
  private let lists = AtomicLazyReference<NameLists>()

  /// The names of a relation of a dataset.
  init(_ dataset: Dataset, _ number: Int) {
    let relation = dataset.relations[number]
    naming = relation.schema.place ?? PlaceNaming(name: "", code: "")
    suffixes = naming.suffixes.sorted { $0.count > $1.count }
      .map { (" " + $0.lowercased(), $0.count) }
    names = PlaceNames.texts(relation, naming.name)
    codes = PlaceNames.texts(relation, naming.code)
    guard let within = naming.within, let link = relation.column(within),
      case .link(let rows) = link.values, let at = relation.schema.field(within),
      case .link(let target) = relation.schema.fields[at].type,
      let outerNumber = dataset.relation(target)
    else {
      outer = []
      outerNames = []
      return
    }
    let places = dataset.relations[outerNumber]
    let outerPlace = places.schema.place
    let outerCodes = PlaceNames.texts(places, outerPlace?.code ?? "")
    let fullNames = PlaceNames.texts(places, outerPlace?.name ?? "")
    outer = rows.indices.map { link.isKnown($0) ? outerCodes[Int(rows[$0])] : "" }
    outerNames = rows.indices.map { link.isKnown($0) ? fullNames[Int(rows[$0])] : "" }
  }

  private static func texts(_ relation: Relation, _ field: String) -> [String] {
    guard let column = relation.column(field), case .text(let codes, let texts) = column.values
    else { return [] }
    return codes.map { texts[Int($0)] }
  }

  /// The row with a code.
  func row(code: String) -> Int? { found.codes[code.lowercased()] }

  /// The rows with a name: with its ending as written, or else without it.
  func rows(named name: String) -> [Int] {
    let wanted = name.lowercased()
    return found.names[wanted] ?? found.stems[wanted] ?? []
  }

  /// The one row that is written so: by its code, its name with the outer place behind a comma, or
  /// a name that no other row has; nil for none and for several.
  func row(written text: String) -> Int? {
    let parts = text.split(separator: ",", maxSplits: 1).map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    guard let first = parts.first else { return nil }
    if parts.count == 1, let row = row(code: first) { return row }
    let rows = rows(named: first).filter { parts.count == 1 || isWithin($0, parts[1]) }
    return rows.count == 1 ? rows[0] : nil
  }

  /// Whether a row lies in the outer place of a code or name.
  func isWithin(_ row: Int, _ place: String) -> Bool {
    let wanted = place.lowercased()
    guard !wanted.isEmpty, outer.indices.contains(row) else { return false }
    return outer[row].lowercased() == wanted || outerNames[row].lowercased() == wanted
  }

  /// What a row is called in full.
  func label(_ row: Int) -> String {
    outer.isEmpty || outer[row].isEmpty ? names[row] : "\(names[row]), \(outer[row])"
  }

  /// What a row is called without the ending of its name: `Cook, IL`.
  func shortLabel(_ row: Int) -> String {
    outer.isEmpty || outer[row].isEmpty ? stem(names[row]) : "\(stem(names[row])), \(outer[row])"
  }

  /// A row's code.
  func code(_ row: Int) -> String { codes[row] }

  /// Every name and code, for the spelling of one.
  var allNames: [String] { names + codes }

  /// Every full name.
  var allLabels: [String] {
    guard !outer.isEmpty else { return names }
    return names.indices.flatMap { [label($0), "\(stem(names[$0])), \(outer[$0])"] }
  }

  private func stem(_ name: String) -> String { stem(name, small: name.lowercased()) }

  private func stem(_ name: String, small: String) -> String {
    for suffix in suffixes where small.hasSuffix(suffix.text) {
      return String(name.dropLast(suffix.count + 1))
    }
    return name
  }

  /// The rows by what they are called, made when a name is first looked for.
  private var found: NameLists {
    if let lists = lists.load() { return lists }
    var rows: [String: [Int]] = [:]
    var stems: [String: [Int]] = [:]
    for (row, name) in names.enumerated() {
      let small = name.lowercased()
      rows[small, default: []].append(row)
      stems[stem(name, small: small).lowercased(), default: []].append(row)
    }
    let numbers = Dictionary(
      codes.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    return lists.storeIfNil(NameLists(codes: numbers, names: rows, stems: stems))
  }
}

/// Rows by code, by name and by name without its ending, in small letters. A class, for that is
/// what can be set once without a lock.
private final class NameLists: Sendable {
  let codes: [String: Int]
  let names: [String: [Int]]
  let stems: [String: [Int]]

  init(codes: [String: Int], names: [String: [Int]], stems: [String: [Int]]) {
    self.codes = codes
    self.names = names
    self.stems = stems
  }
}

extension Dataset {
  /// How the rows of a relation of places are named.
  func placeNames(_ relation: Int) -> PlaceNames {
    cache.placeNames(relation) { PlaceNames(self, relation) }
  }

  /// The relations whose rows are places: those that lie in no other, and those that do.
  var places: (outer: [Int], inner: [Int]) {
    var found: (outer: [Int], inner: [Int]) = ([], [])
    for (number, relation) in relations.enumerated() {
      guard let place = relation.schema.place else { continue }
      if place.within == nil { found.outer.append(number) } else { found.inner.append(number) }
    }
    return found
  }
}
