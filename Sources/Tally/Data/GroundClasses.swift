// Rows by what their answers rest on: worked out once for the answer fields that questions ask.

/// The rows of a relation in classes: in one class each asked field has the same value, basis,
/// confidence and reason. Three thousand counties have some hundred grounds and a dozen classes, so
/// evidence is counted by class, and its words are made once.
struct GroundClasses: Sendable {
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
  /// - Complexity: O(rows × fields).
  init(_ fields: [(name: String, codes: [Int], grounds: [Ground])], count: Int, bases: [String]) {
    var codes = [UInt32](repeating: 0, count: count)
    var mixes: [[Said]] = count == 0 ? [] : [[]]
    for field in fields {
      GroundClasses.refine(&codes, &mixes, by: field.codes, field.grounds, bases)
    }
    let words = mixes.map { MixWords($0, fields.map(\.name), bases) }
    let labels = Set(words.flatMap(\.all)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    func label(_ text: String) -> Int { numbers[text] ?? 0 }
    var (known, reasons): ([Int], [Int]) = ([], [])
    var classes = words.map { words in
      let starts = (known.count, reasons.count)
      known += words.known
      reasons += words.reasons.map(label)
      return Class(
        basis: label(words.basis), known: starts.0..<known.count, isMedium: words.isMedium,
        pattern: label(words.pattern), reasons: starts.1..<reasons.count, first: 0, count: 0)
    }
    for row in codes.indices.reversed() {
      classes[Int(codes[row])].first = row
      classes[Int(codes[row])].count += 1
    }
    self.labels = labels
    self.codes = codes
    self.classes = classes
    (self.known, self.reasons) = (known, reasons)
  }

  /// What one ground says, as far as evidence counts it.
  fileprivate struct Said: Hashable {
    var value: Truth
    var bases: [Int]
    var isMedium: Bool
    var reason: String?

    init(_ ground: Ground, _ bases: [String]) {
      value = ground.value
      guard value == .unknown else {
        let words = ground.basis.split(separator: "+")
        self.bases = bases.indices.filter { words.contains(Substring(bases[$0])) }
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
    _ codes: inout [UInt32], _ mixes: inout [[Said]], by grounds: [Int], _ distinct: [Ground],
    _ bases: [String]
  ) {
    var said: [Said] = []
    var numbers: [Said: Int] = [:]
    let of = distinct.map { ground in
      let own = Said(ground, bases)
      if let number = numbers[own] { return number }
      numbers[own] = said.count
      said.append(own)
      return said.count - 1
    }
    var pairs = [Int](repeating: -1, count: mixes.count * said.count)
    var refined: [[Said]] = []
    for row in codes.indices {
      let (mix, own) = (Int(codes[row]), of[grounds[row]])
      let pair = mix * said.count + own
      if pairs[pair] < 0 {
        pairs[pair] = refined.count
        refined.append(mixes[mix] + [said[own]])
      }
      codes[row] = UInt32(truncatingIfNeeded: pairs[pair])
    }
    mixes = refined
  }
}

/// The words for rows whose fields say the same.
private struct MixWords {
  let basis: String
  let known: [Int]
  let isMedium: Bool
  let pattern: String
  let reasons: Set<String>

  /// Every label.
  var all: [String] { [basis, pattern] + reasons }

  init(_ said: [GroundClasses.Said], _ names: [String], _ bases: [String]) {
    known = Set(said.flatMap(\.bases)).sorted()
    basis = known.map { bases[$0] }.joined(separator: "+")
    isMedium = said.contains(where: \.isMedium)
    reasons = Set(said.compactMap(\.reason))
    pattern = MixWords.pattern(said, names)
  }

  /// For one field the reason; for several what is known of each.
  private static func pattern(_ said: [GroundClasses.Said], _ names: [String]) -> String {
    if said.count == 1 { return said[0].reason ?? "open in another condition" }
    let values = zip(names, said)
    let unknown = values.filter { $0.1.value == .unknown }.map(\.0)
    let known = values.filter { $0.1.value != .unknown }.map { "\($0.0) \($0.1.value.rawValue)" }
    let open = unknown.isEmpty ? [] : [unknown.joined(separator: " and ") + " unknown"]
    return (known + open).joined(separator: ", ")
  }
}
