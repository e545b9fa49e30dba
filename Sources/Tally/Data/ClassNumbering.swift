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

  /// Rows told apart by what some fields say.
  init(rows: Int, _ fields: [SaidColumn]) {
    if fields.count > 1, let pairs = RowNumbering(rows: rows, pairs: fields[0], fields[1]) {
      self = pairs
    } else {
      self.init(rows: rows)
    }
    for field in fields.dropFirst(width) { refine(by: field) }
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

  /// Rows told apart by two fields at once, whose codes are bytes: each row is looked at once; nil
  /// where they are not.
  private init?(rows: Int, pairs left: SaidColumn, _ right: SaidColumn) {
    guard rows > 0, case .bytes(let lefts) = left.codes.storage,
      case .bytes(let rights) = right.codes.storage, lefts.count == rows, rights.count == rows,
      left.said.count * right.said.count <= RowNumbering.mostPairs,
      let leftNumbers = RowNumbering.table(left, times: right.said.count),
      let rightNumbers = RowNumbering.table(right, times: 1)
    else { return nil }
    // For each pair how often it was met, above the number that it has.
    let none = UInt64(UInt32.max)
    var met = [UInt64](repeating: none, count: left.said.count * right.said.count)
    var (found, firsts): ([Int], [Int]) = ([], [])
    // Buffers, for each access of an array that may change asks whether it is shared. What two
    // tables hold makes a pair below left × right.
    codes = [UInt32](unsafeUninitializedCapacity: rows) { codes, count in
      met.withUnsafeMutableBufferPointer { met in
        lefts.withUnsafeBufferPointer { lefts in
          rights.withUnsafeBufferPointer { rights in
            var row = 0
            while row < rows {
              let (left, right) = (lefts[row], rights[row])
              let pair = Int(leftNumbers[Int(left)] &+ rightNumbers[Int(right)])
              var entry = met[pair]
              if entry == none {
                entry = UInt64(found.count)
                found.append(pair)
                firsts.append(row)
              }
              // Neighbours are often alike: a state settles much for all of its counties.
              let code = UInt32(truncatingIfNeeded: entry)
              repeat {
                codes[row] = code
                entry &+= 1 << 32
                row &+= 1
              } while row < rows && lefts[row] == left && rights[row] == right
              met[pair] = entry
            }
          }
        }
      }
      count = rows
    }
    counts = found.map { Int(met[$0] >> 32) }
    self.firsts = firsts
    digits.reserveCapacity(found.count * 2)
    for pair in found {
      digits.append(pair / right.said.count)
      digits.append(pair % right.said.count)
    }
    width = 2
  }

  /// How many pairs are told apart in one pass: more would be a large table for few rows.
  private static let mostPairs = 1 << 14

  /// The number of what each byte says, times a factor; nil where one is none.
  private static func table(_ field: SaidColumn, times factor: Int) -> [UInt32]? {
    guard !field.said.isEmpty, field.numbers.count <= 256 else { return nil }
    var table = [UInt32](repeating: 0, count: 256)
    for (code, number) in field.numbers.enumerated() {
      guard field.said.indices.contains(number) else { return nil }
      table[code] = UInt32(number * factor)
    }
    return table
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

  /// What a ground says.
  mutating func said(_ ground: Ground) -> GroundClasses.Said {
    GroundClasses.Said(ground, ground.value == .unknown ? [] : places(ground.basis))
  }

  mutating func number(of ground: Ground) -> Int {
    let own = said(ground)
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
