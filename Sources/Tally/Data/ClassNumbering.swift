// Rows and grounds as small numbers: what says the same has one number.

/// Numbers rows by what their fields say, in the order in which the rows first say it.
struct RowNumbering {
  /// The number of each row.
  private(set) var codes: [UInt32]
  /// How many rows have each number, and the first of them.
  private(set) var counts: [Int]
  private(set) var firsts: [Int]
  /// For one number after the other, what each field says, by its number.
  private(set) var digits: [Int] = []
  /// How many fields there are.
  private(set) var width = 0

  /// Rows of no field, which are all alike.
  init(rows: Int) {
    codes = [UInt32](repeating: 0, count: rows)
    counts = rows == 0 ? [] : [rows]
    firsts = rows == 0 ? [] : [0]
  }

  /// How many numbers there are.
  var count: Int { counts.count }

  /// Tells rows apart by what a further field says.
  mutating func refine(by field: SaidColumn) {
    // The narrowest codes are what the record has: they are read as they lie.
    if case .bytes(let narrow) = field.codes.storage {
      refine(narrow, field.numbers, field.said.count)
    } else {
      refine(Array(field.codes), field.numbers, field.said.count)
    }
  }

  private mutating func refine<Code: FixedWidthInteger>(
    _ grounds: [Code], _ numbers: [Int], _ said: Int
  ) {
    var places = [UInt32](repeating: .max, count: count * said)
    var rows = [UInt32](repeating: 0, count: count * said)
    var (found, firsts): ([Int], [Int]) = ([], [])
    // Buffers, for each access of an array that may change asks whether it is shared. Pairs lie
    // below count × said, for codes lie below count and numbers below said.
    codes.withUnsafeMutableBufferPointer { codes in
      places.withUnsafeMutableBufferPointer { places in
        rows.withUnsafeMutableBufferPointer { rows in
          for row in codes.indices {
            let pair = Int(codes[row]) &* said &+ numbers[Int(grounds[row])]
            rows[pair] &+= 1
            if places[pair] == .max {
              places[pair] = UInt32(truncatingIfNeeded: found.count)
              found.append(pair)
              firsts.append(row)
            }
            codes[row] = places[pair]
          }
        }
      }
    }
    var digits: [Int] = []
    digits.reserveCapacity(found.count * (width + 1))
    for pair in found {
      let old = pair / said * width
      digits += self.digits[old..<(old + width)]
      digits.append(pair % said)
    }
    counts = found.map { Int(rows[$0]) }
    (self.firsts, self.digits) = (firsts, digits)
    width += 1
  }
}

/// Numbers what grounds say, each once.
struct SaidNumbers {
  /// How many are compared one by one: a column has about a dozen.
  private static let mostCompared = 64

  private let words: [String]
  private(set) var said: [GroundClasses.Said] = []
  /// Their numbers, once there are many.
  private var numbers: [GroundClasses.Said: Int] = [:]
  /// The texts of bases that were met, and the places that each names.
  private var texts: [String] = []
  private var places: [[Int]] = []

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
    if let found = texts.firstIndex(of: basis) { return places[found] }
    let named = basis.parts(at: UInt8(ascii: "+"))
    let found = words.indices.filter { named.contains(words[$0]) }
    if texts.count < SaidNumbers.mostCompared {
      texts.append(basis)
      places.append(found)
    }
    return found
  }
}
