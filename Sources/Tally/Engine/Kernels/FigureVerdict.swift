// The verdict on a published number.

extension Verdict {
  /// The verdict on a published number from what its query gives.
  static func of(
    _ stated: StatedNumber, recomputed: StatedRange, isRounded: Bool, restsOnItself: Bool
  ) -> Verdict {
    let allowed = stated.allowed(isRounded: isRounded)
    if allowed.isApart(from: recomputed) { return .contradicted }
    if restsOnItself { return .restated }
    return allowed.holds(recomputed) ? .confirmed : .inside
  }
}
