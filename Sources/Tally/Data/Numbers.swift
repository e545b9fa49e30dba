// A number for each row, in the narrowest whole type that holds them all exactly.

/// Numbers of rows: whole ones in one, two or four bytes, others as `Double`.
///
///     let numbers: Numbers = [3, 70_000]
///     // numbers[1] is 70000.0; a row takes four bytes
public struct Numbers: Sendable {
  /// How numbers are held.
  public enum Storage: Sendable {
    case bytes([Int8])
    case shorts([Int16])
    case ints([Int32])
    case doubles([Double])
  }

  /// The numbers as they are held.
  public let storage: Storage
  /// What is known of their decimals; nil where they are binary numbers.
  let decimals: Decimals?

  /// Numbers as they are held already.
  /// - Complexity: O(numbers) where they are held as `Double`, else O(1).
  public init(_ storage: Storage) {
    switch storage {
    case .bytes: self.init(storage, .bytes)
    case .shorts: self.init(storage, .shorts)
    case .ints: self.init(storage, .ints)
    case .doubles(let numbers): self.init(storage, Decimals(of: numbers))
    }
  }

  /// Numbers of which it is known how they are written.
  init(_ storage: Storage, _ decimals: Decimals?) {
    self.storage = storage
    self.decimals = decimals
  }

  /// The numbers of an array, held as whole numbers where all of them are.
  /// - Complexity: O(numbers).
  public init(_ numbers: [Double]) { self.init(numbers) { _ in Decimals(of: numbers) } }

  /// The same.
  /// - Parameter written: how they are written, if not all are whole; it is given the greatest
  ///   distance from zero.
  init(_ numbers: [Double], written: (Double) -> Decimals?) {
    var least = 0.0
    var most = 0.0
    var isWhole = true
    for number in numbers {
      isWhole = isWhole && number == number.rounded(.towardZero) && !number.isNegativeZero
      least = Swift.min(least, number)
      most = Swift.max(most, number)
    }
    if isWhole, least >= Double(Int8.min), most <= Double(Int8.max) {
      self.init(.bytes(numbers.map { Int8($0) }), .bytes)
    } else if isWhole, least >= Double(Int16.min), most <= Double(Int16.max) {
      self.init(.shorts(numbers.map { Int16($0) }), .shorts)
    } else if isWhole, least >= Double(Int32.min), most <= Double(Int32.max) {
      self.init(.ints(numbers.map { Int32($0) }), .ints)
    } else {
      self.init(.doubles(numbers), written(Swift.max(most, -least)))
    }
  }

  /// How they are written, where the sum of all fits into 63 bits as the whole numbers that they
  /// are; else nil.
  var addUpAsWhole: Decimals? {
    guard case .doubles = storage, let decimals else { return decimals }
    return decimals.sums(of: count, fitInto: 62) ? decimals : nil
  }

  /// One number for every row.
  public init(repeating number: Double, count: Int) {
    func all<Element>(_ numbers: [Element]) -> [Element] {
      numbers.flatMap { [Element](repeating: $0, count: count) }
    }
    let one = Numbers([number])
    switch one.storage {
    case .bytes(let numbers): self.init(.bytes(all(numbers)), one.decimals)
    case .shorts(let numbers): self.init(.shorts(all(numbers)), one.decimals)
    case .ints(let numbers): self.init(.ints(all(numbers)), one.decimals)
    case .doubles(let numbers): self.init(.doubles(all(numbers)), one.decimals)
    }
  }

  /// The numbers of a sequence.
  public init(_ numbers: some Sequence<Double>) { self.init(Array(numbers)) }

  /// Whether none is infinite or no number.
  var areFinite: Bool {
    switch storage {
    case .bytes, .shorts, .ints: true
    case .doubles(let numbers): numbers.allSatisfy(\.isFinite)
    }
  }

  /// Whether two columns of numbers are one, which the same buffer shows at once; false does not
  /// mean that they differ.
  /// - Complexity: O(1).
  public func isSame(as other: Numbers) -> Bool {
    switch (storage, other.storage) {
    case (.bytes(let a), .bytes(let b)): Numbers.shareBuffer(a, b)
    case (.shorts(let a), .shorts(let b)): Numbers.shareBuffer(a, b)
    case (.ints(let a), .ints(let b)): Numbers.shareBuffer(a, b)
    case (.doubles(let a), .doubles(let b)): Numbers.shareBuffer(a, b)
    case (.bytes, _), (.shorts, _), (.ints, _), (.doubles, _): false
    }
  }

  /// Whether two arrays lie in one buffer. The addresses are compared, never read through.
  static func shareBuffer<Element>(_ a: [Element], _ b: [Element]) -> Bool {
    a.withUnsafeBufferPointer { first in
      b.withUnsafeBufferPointer {
        first.baseAddress == $0.baseAddress && first.count == $0.count
      }
    }
  }
}

extension Double {
  /// Whether it is the zero that whole types do not have.
  fileprivate var isNegativeZero: Bool { self == 0 && sign == .minus }
}

extension Numbers: RandomAccessCollection {
  /// The first place: 0.
  public var startIndex: Int { 0 }

  /// The place after the last.
  public var endIndex: Int {
    switch storage {
    case .bytes(let numbers): numbers.count
    case .shorts(let numbers): numbers.count
    case .ints(let numbers): numbers.count
    case .doubles(let numbers): numbers.count
    }
  }

  /// The number of a row, which must be below `count`.
  public subscript(row: Int) -> Double {
    switch storage {
    case .bytes(let numbers): Double(numbers[row])
    case .shorts(let numbers): Double(numbers[row])
    case .ints(let numbers): Double(numbers[row])
    case .doubles(let numbers): numbers[row]
    }
  }
}

extension Numbers: Equatable {
  /// Whether the numbers are the same, however they are held.
  public static func == (a: Numbers, b: Numbers) -> Bool {
    a.isSame(as: b) || a.count == b.count && a.elementsEqual(b)
  }
}

extension Numbers: ExpressibleByArrayLiteral {
  /// Numbers that were written out.
  public init(arrayLiteral numbers: Double...) { self.init(numbers) }
}
