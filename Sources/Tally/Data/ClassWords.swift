// The words of classes of rows: each text is made once, however many classes say it.

/// What classes of rows say, in words.
struct ClassWords {
  /// How many texts of a kind are looked through for one that is there; more are made again, and
  /// what is alike left out at the end.
  private static let mostCompared = 64
  /// Room for texts of a kind: a question of the record has fewer.
  private static let usualTexts = 16

  private(set) var classes: [GroundClasses.Class] = []
  /// The labels, each once, in the order of their letters.
  private(set) var labels: [String] = []
  /// For one class after the other, its bases and the labels of its reasons, each once.
  private(set) var known: [Int] = []
  private(set) var reasons: [Int] = []

  /// A thing that is said, in numbers: a copy of what is said has texts and lists.
  private struct Thing {
    /// Its value as in `values`.
    let value: UInt8
    let isMedium: Bool
    /// Where its bases stand in `saidPlaces`.
    let bases: Range<Int>
    /// The text of its reason: `none` for no reason, `unmade` before it is asked for.
    var reason: Int
  }

  private let fields: [SaidColumn]
  /// Where the things that each field says begin in the lists of what is said.
  private var starts: [Int] = []
  /// The things that are said, and the places of their bases.
  private var things: [Thing] = []
  private var saidPlaces: [Int] = []
  private static let none = -1
  private static let unmade = -2
  private let bases: [String]
  /// For one class after the other what each field says, the first row and how many there are.
  private let digits: [Int]
  private let firsts: [Int]
  private let counts: [Int]
  /// How many fields there are.
  private let width: Int
  /// For one class after the other, the value of each field: 0 for yes, 1 for no, 2 for neither.
  private var values: [UInt8] = []

  /// All texts in the order in which they were made, and the classes for which they first were: of
  /// bases and of patterns.
  private var texts: [String] = []
  private var basisTexts: [Int] = []
  private var basisClasses: [Int] = []
  private var patternTexts: [Int] = []
  private var patternClasses: [Int] = []
  /// For each of these patterns a number of its values: other numbers are of other values.
  private var patternNumbers: [Int] = []
  private var reasonTexts: [Int] = []

  /// The words of numbered rows.
  init(_ fields: [SaidColumn], _ bases: [String], _ numbering: RowNumbering) {
    (self.fields, self.bases) = (fields, bases)
    (digits, firsts) = (numbering.digits, numbering.firsts)
    (counts, width) = (numbering.counts, numbering.width)
    things.reserveCapacity(fields.reduce(0) { $0 + $1.said.count })
    for field in fields {
      starts.append(things.count)
      for said in field.said { take(said) }
    }
    classes.reserveCapacity(numbering.count)
    values.reserveCapacity(numbering.digits.count)
    known.reserveCapacity(numbering.count * 2)
    reasons.reserveCapacity(numbering.count * 2)
    texts.reserveCapacity(3 * ClassWords.usualTexts)
    patternTexts.reserveCapacity(ClassWords.usualTexts)
    patternClasses.reserveCapacity(ClassWords.usualTexts)
    patternNumbers.reserveCapacity(ClassWords.usualTexts)
    reasonTexts.reserveCapacity(ClassWords.usualTexts)
    for number in 0..<numbering.count { addClass(number) }
    sortLabels()
  }

  /// Whether a field of a class says a value.
  func says(_ value: Truth, _ number: Int, _ field: Int) -> Bool {
    values[number * width + field] == ClassWords.code(value)
  }

  private static func code(_ value: Truth) -> UInt8 { value == .yes ? 0 : value == .no ? 1 : 2 }

  private mutating func take(_ said: GroundClasses.Said) {
    let first = saidPlaces.count
    for place in said.bases { saidPlaces.append(place) }
    things.append(
      Thing(
        value: ClassWords.code(said.value), isMedium: said.isMedium,
        bases: first..<saidPlaces.count,
        reason: said.reason == nil ? ClassWords.none : ClassWords.unmade))
  }

  /// Adds a class, whose labels are numbers of texts as yet.
  private mutating func addClass(_ number: Int) {
    let firstKnown = known.count
    let firstReason = reasons.count
    var isMedium = false
    var values = 0
    for field in 0..<width {
      let digit = digits[number * width + field]
      let said = starts[field] + digit
      let thing = things[said]
      self.values.append(thing.value)
      values = values &* 3 &+ Int(thing.value)
      if thing.isMedium { isMedium = true }
      for at in thing.bases where !known[firstKnown...].contains(saidPlaces[at]) {
        known.append(saidPlaces[at])
      }
      var reason = thing.reason
      if reason == ClassWords.unmade, let text = fields[field].said[digit].reason {
        reason = reasonText(text)
        things[said].reason = reason
      }
      if reason >= 0, !reasons[firstReason...].contains(reason) { reasons.append(reason) }
    }
    if known.count - firstKnown > 1 { known[firstKnown...].sort() }
    let basis = basisText(number, firstKnown..<known.count)
    let pattern = patternText(number, values)
    classes.append(
      GroundClasses.Class(
        basis: basis, known: firstKnown..<known.count, isMedium: isMedium, pattern: pattern,
        reasons: firstReason..<reasons.count, first: firsts[number],
        count: counts[number]))
  }

  private mutating func add(_ text: String) -> Int {
    texts.append(text)
    return texts.count - 1
  }

  private mutating func reasonText(_ reason: String) -> Int {
    for text in reasonTexts where texts[text] == reason { return text }
    let text = add(reason)
    if reasonTexts.count < ClassWords.mostCompared { reasonTexts.append(text) }
    return text
  }

  private mutating func basisText(_ number: Int, _ places: Range<Int>) -> Int {
    for at in basisTexts.indices where knows(places, asOf: classes[basisClasses[at]].known) {
      return basisTexts[at]
    }
    var words = ""
    for place in places {
      if !words.isEmpty { words += "+" }
      words += bases[known[place]]
    }
    let text = add(words)
    if basisTexts.count < ClassWords.mostCompared {
      basisTexts.append(text)
      basisClasses.append(number)
    }
    return text
  }

  /// For one field the reason; for several what is known of each.
  /// - Parameter values: the same number for the same values.
  private mutating func patternText(_ number: Int, _ values: Int) -> Int {
    if width == 1 {
      let said = digits[number]
      return reasonText(fields[0].said[said].reason ?? "open in another condition")
    }
    for at in patternTexts.indices
    where patternNumbers[at] == values && hasSameValues(patternClasses[at], number) {
      return patternTexts[at]
    }
    var (known, unknown) = ("", "")
    for field in 0..<width {
      let value = self.values[number * width + field]
      if value == 2 {
        if !unknown.isEmpty { unknown += " and " }
        unknown += fields[field].name
      } else {
        if !known.isEmpty { known += ", " }
        known += fields[field].name
        known += value == 0 ? " yes" : " no"
      }
    }
    if !unknown.isEmpty {
      if !known.isEmpty { known += ", " }
      known += unknown
      known += " unknown"
    }
    let text = add(known)
    if patternTexts.count < ClassWords.mostCompared {
      patternTexts.append(text)
      patternClasses.append(number)
      patternNumbers.append(values)
    }
    return text
  }

  /// Whether two stretches of what is known are the same.
  private func knows(_ places: Range<Int>, asOf others: Range<Int>) -> Bool {
    guard places.count == others.count else { return false }
    for at in 0..<places.count
    where known[places.lowerBound + at] != known[others.lowerBound + at] { return false }
    return true
  }

  private func hasSameValues(_ a: Int, _ b: Int) -> Bool {
    for field in 0..<width where values[a * width + field] != values[b * width + field] {
      return false
    }
    return true
  }

  /// Makes labels of the texts, and numbers of labels of the numbers of texts.
  private mutating func sortLabels() {
    var label = [Int](repeating: 0, count: texts.count)
    let texts = texts
    for text in texts.indices.sorted(by: { texts[$0] < texts[$1] }) {
      if labels.last != texts[text] { labels.append(texts[text]) }
      label[text] = labels.count - 1
    }
    for number in classes.indices {
      classes[number].basis = label[classes[number].basis]
      classes[number].pattern = label[classes[number].pattern]
    }
    guard texts.count > ClassWords.mostCompared else {
      // Of so few every one is another text.
      for place in reasons.indices { reasons[place] = label[reasons[place]] }
      return
    }
    var each: [Int] = []
    for number in classes.indices {
      let first = each.count
      for place in classes[number].reasons where !each[first...].contains(label[reasons[place]]) {
        each.append(label[reasons[place]])
      }
      classes[number].reasons = first..<each.count
    }
    reasons = each
  }
}
