// Rows by what their answers rest on: worked out once for the answer fields that questions ask.

/// The rows of a relation in classes: in one class each asked field has the same value, basis,
/// confidence and reason. Three thousand counties have some hundred grounds and a dozen classes, so
/// evidence is counted by class, and its words are made once. A class, for the parts of a question
/// hand it on.
final class GroundClasses: Sendable {
  /// One class of rows.
  struct Class: Sendable {
    /// The label of what settles its members: `law+agreement`.
    var basis: Int
    /// Where the bases of its known values stand in `known`.
    var known: Range<Int>
    /// Whether a known value is of medium confidence.
    var isMedium: Bool
    /// The label of what is known of each field: `detainers yes, notify unknown`.
    var pattern: Int
    /// Where the labels of why values are unknown stand in `reasons`.
    var reasons: Range<Int>
    /// A row of it, and how many there are.
    var first: Int
    var count: Int
  }

  /// The columns of the fields, where they are a relation's own.
  let columns: [Int]
  /// For each field a bit for each class: where its value is yes, and where it is no.
  let answers: [(yes: Bitmap, no: Bitmap)]
  /// The labels, in the order of their letters.
  let labels: [String]
  /// The class of each row.
  let codes: [UInt32]
  let classes: [Class]
  /// For one class after the other, the bases of its known values by their places in the dataset's
  /// list, and the labels of its reasons, each once. Ranges, for classes then hold no arrays.
  let known: [Int]
  let reasons: [Int]

  /// The classes of rows.
  /// - Parameters:
  ///   - fields: how each field is named, its ground's code for each row, and its grounds.
  ///   - bases: the dataset's words for what answers rest on.
  ///   - columns: the fields' columns, where they are a relation's own.
  /// - Complexity: O(rows × fields).
  convenience init(
    _ fields: [(name: String, codes: Codes, grounds: [Ground])], count: Int, bases: [String],
    columns: [Int] = []
  ) {
    var codes = [UInt32](repeating: 0, count: count)
    var mixes: [[Said]] = count == 0 ? [] : [[]]
    for field in fields {
      GroundClasses.refine(&codes, &mixes, by: field.codes, field.grounds, bases)
    }
    self.init(codes, mixes, fields.map(\.name), bases, columns)
  }

  /// The same from the numbers of grounds.
  convenience init(
    _ fields: [(name: String, codes: [Int], grounds: [Ground])], count: Int, bases: [String]
  ) {
    self.init(
      fields.map { (name: $0.name, codes: Codes($0.codes), grounds: $0.grounds) }, count: count,
      bases: bases)
  }

  /// Classes of which is known what each says.
  private init(
    _ codes: [UInt32], _ mixes: [[Said]], _ names: [String], _ bases: [String], _ columns: [Int]
  ) {
    self.columns = columns
    let words = mixes.map { MixWords($0, names, bases) }
    let labels = GroundClasses.distinct(words)
    func label(_ text: String) -> Int {
      var (low, high) = (0, labels.count)
      while low < high {
        let middle = (low + high) / 2
        if labels[middle] < text { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var (known, reasons): ([Int], [Int]) = ([], [])
    var classes = words.map { words in
      let starts = (known.count, reasons.count)
      known += words.known
      reasons += words.reasons.map(label)
      return Class(
        basis: label(words.basis), known: starts.0..<known.count, isMedium: words.isMedium,
        pattern: label(words.pattern), reasons: starts.1..<reasons.count, first: 0, count: 0)
    }
    var counted = classes.map { _ in (first: 0, count: 0) }
    counted.withUnsafeMutableBufferPointer { counted in
      codes.withUnsafeBufferPointer { codes in
        for row in codes.indices.reversed() {
          let code = Int(codes[row])
          counted[code] = (row, counted[code].count &+ 1)
        }
      }
    }
    for number in classes.indices {
      (classes[number].first, classes[number].count) = counted[number]
    }
    answers = names.indices.map { field in
      (
        Bitmap(count: mixes.count) { mixes[$0][field].value == .yes },
        Bitmap(count: mixes.count) { mixes[$0][field].value == .no }
      )
    }
    self.labels = labels
    self.codes = codes
    self.classes = classes
    (self.known, self.reasons) = (known, reasons)
  }

  /// The labels of some words, each once, in the order of their letters.
  private static func distinct(_ words: [MixWords]) -> [String] {
    var labels: [String] = []
    // A few dozen labels are compared one by one; more are sorted, and what is alike left out.
    func add(_ label: String) {
      if labels.count > 64 || !labels.contains(label) { labels.append(label) }
    }
    for one in words {
      add(one.basis)
      add(one.pattern)
      for reason in one.reasons { add(reason) }
    }
    labels.sort()
    var distinct: [String] = []
    distinct.reserveCapacity(labels.count)
    for label in labels where distinct.last != label { distinct.append(label) }
    return distinct
  }

  /// What one ground says, as far as evidence counts it.
  fileprivate struct Said: Hashable {
    var value: Truth
    var bases: [Int]
    var isMedium: Bool
    var reason: String?

    /// - Parameter bases: places of what the ground rests on.
    init(_ ground: Ground, _ bases: [Int]) {
      value = ground.value
      guard value == .unknown else {
        self.bases = bases
        isMedium = ground.confidence == "medium"
        return
      }
      self.bases = []
      isMedium = false
      reason = ground.reason ?? "no reason given"
    }
  }

  /// Splits classes by a further field. They are numbered in the order of the rows.
  private static func refine(
    _ codes: inout [UInt32], _ mixes: inout [[Said]], by grounds: Codes, _ distinct: [Ground],
    _ bases: [String]
  ) {
    var numbers = SaidNumbers(bases)
    let of = distinct.map { numbers.number(of: $0) }
    let said = numbers.said
    var pairs = Pairs(mixes: mixes.count, said: said.count)
    // The narrowest codes are what the record has: they are read as they lie.
    if case .bytes(let narrow) = grounds.storage {
      pairs.number(&codes, narrow, of)
    } else {
      pairs.number(&codes, Array(grounds), of)
    }
    let refined = pairs.found.map { mixes[$0 / said.count] + [said[$0 % said.count]] }
    mixes = refined
  }
}

/// Numbers the pairs of a class and of what a further field says, in the order of the rows.
private struct Pairs {
  /// The pairs that rows have: class times what can be said, and what is said.
  private(set) var found: [Int] = []
  private let said: Int
  private var numbers: [Int32]

  init(mixes: Int, said: Int) {
    self.said = said
    numbers = [Int32](repeating: -1, count: mixes * said)
  }

  /// Puts the number of its pair in the place of each row's class.
  mutating func number<Code: FixedWidthInteger>(
    _ codes: inout [UInt32], _ grounds: [Code], _ of: [Int]
  ) {
    var found = found
    let said = said
    // Buffers, for each access of an array that may change asks whether it is shared.
    codes.withUnsafeMutableBufferPointer { codes in
      numbers.withUnsafeMutableBufferPointer { numbers in
        for row in codes.indices {
          let pair = Int(codes[row]) &* said &+ of[Int(grounds[row])]
          if numbers[pair] < 0 {
            numbers[pair] = Int32(truncatingIfNeeded: found.count)
            found.append(pair)
          }
          codes[row] = UInt32(truncatingIfNeeded: numbers[pair])
        }
      }
    }
    self.found = found
  }
}

/// Numbers what grounds say, each once.
private struct SaidNumbers {
  /// How many are compared one by one: a column has about a dozen.
  private static let mostCompared = 64

  private let words: [String]
  private(set) var said: [GroundClasses.Said] = []
  /// Their numbers, once there are many.
  private var numbers: [GroundClasses.Said: Int] = [:]
  /// The places of the bases that a text names, for each text that was met.
  private var bases: [(text: String, places: [Int])] = []

  init(_ words: [String]) { self.words = words }

  mutating func number(of ground: Ground) -> Int {
    let own = GroundClasses.Said(ground, ground.value == .unknown ? [] : places(ground.basis))
    if said.count < SaidNumbers.mostCompared {
      if let number = said.firstIndex(of: own) { return number }
    } else {
      if numbers.isEmpty { for (number, one) in said.enumerated() { numbers[one] = number } }
      if let number = numbers[own] { return number }
      numbers[own] = said.count
    }
    said.append(own)
    return said.count - 1
  }

  private mutating func places(_ basis: String) -> [Int] {
    if let found = bases.first(where: { $0.text == basis }) { return found.places }
    let named = basis.parts(at: UInt8(ascii: "+"))
    let places = words.indices.filter { named.contains(words[$0]) }
    if bases.count < SaidNumbers.mostCompared { bases.append((basis, places)) }
    return places
  }
}

/// The words for rows whose fields say the same.
private struct MixWords {
  let basis: String
  let known: [Int]
  let isMedium: Bool
  let pattern: String
  /// Each once.
  let reasons: [String]

  init(_ said: [GroundClasses.Said], _ names: [String], _ bases: [String]) {
    known = bases.indices.filter { place in said.contains { $0.bases.contains(place) } }
    basis = known.map { bases[$0] }.joined(separator: "+")
    isMedium = said.contains(where: \.isMedium)
    var reasons: [String] = []
    for one in said {
      if let reason = one.reason, !reasons.contains(reason) { reasons.append(reason) }
    }
    self.reasons = reasons
    pattern = MixWords.pattern(said, names)
  }

  /// For one field the reason; for several what is known of each.
  private static func pattern(_ said: [GroundClasses.Said], _ names: [String]) -> String {
    if said.count == 1 { return said[0].reason ?? "open in another condition" }
    var (known, unknown) = ("", "")
    for (name, one) in zip(names, said) {
      if one.value == .unknown {
        unknown += (unknown.isEmpty ? "" : " and ") + name
      } else {
        known += (known.isEmpty ? "" : ", ") + name + " " + one.value.rawValue
      }
    }
    guard !unknown.isEmpty else { return known }
    return (known.isEmpty ? "" : known + ", ") + unknown + " unknown"
  }
}
