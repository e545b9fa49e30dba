// Random numbers that are the same in every run.

/// SplitMix64 by Steele, Lea and Flood: small, seeded, good enough to choose test cases.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Whether something that happens `percent` times in a hundred happens now.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some values.
  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}
