// Random numbers that a seed decides, so that a failure can be had again.

/// Sebastiano Vigna's SplitMix64 (public domain): 64 bits of state, good enough for tests.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to but not including `limit`, which is at least 1.
  /// The bias of `%` is of no matter for small limits, and it is fast in debug builds.
  mutating func below(_ limit: Int) -> Int { Int(truncatingIfNeeded: next() % UInt64(limit)) }

  /// Yes in so many cases of a hundred.
  mutating func percent(_ chance: Int) -> Bool { below(100) < chance }

  /// One of the elements; there must be one.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
