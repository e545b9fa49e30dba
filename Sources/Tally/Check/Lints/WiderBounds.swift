// L106: a field asked twice, so that an interval may be wider than what is known.

extension Lint {
  /// What the checker notes as N403 and N404, in a script that keeps.
  static let widerBounds = Lint(
    code: "L106", meaning: "a field asked twice, so that bounds may be wider than need be",
    reason: """
      Where a condition asks a field twice, the bounds are sound and may be wider than what is \
      known: a row with an unknown value is counted as if the two could differ. Write the \
      condition so that each field stands in it once, where that is possible.
      """,
    wrong:
      "count counties as of 2026-05-18 where (detainers and notify) or (detainers and inquiry)",
    right: "count counties as of 2024 where detainers and (notify or inquiry)",
    find: { script in
      script.notes.filter { ["N403", "N404"].contains($0.code) }
        .map {
          Finding(
            span: $0.span, message: $0.message,
            help: ["write the condition with each field once, where that is possible"])
        }
    })
}
