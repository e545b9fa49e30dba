// How long something takes: a clock that nobody sets, and times in words.

import Glibc

/// The monotonic clock.
enum Clock {
  /// Milliseconds since some moment in the past.
  static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  /// `0.4 ms`, `12 ms`, `1.2 s`.
  static func words(_ milliseconds: Double) -> String {
    if milliseconds < 1 { return "\((milliseconds * 10).rounded() / 10) ms" }
    if milliseconds < 1000 { return "\(Int(milliseconds.rounded())) ms" }
    return "\((milliseconds / 100).rounded() / 10) s"
  }
}
