// When an agreement was signed, and when it cannot have been.

/// When an agreement was signed, and when it cannot have been.
enum SigningDate {
  /// The first day on which a model can have been signed. The list of 2025-01-22 has no task force
  /// agreement, so none that stands in a later list was signed before that day; ICE announced the
  /// warrant service officer model in 2019.
  static func opened(_ model: Agreement.Model) -> Day? {
    switch model {
    case .jailEnforcement: Day(1996, 9, 30)
    case .warrantServiceOfficer: Day(2019, 1, 1)
    case .taskForce: Day(2025, 1, 22)
    }
  }

  /// Why a date cannot be, or nil.
  static func fault(_ text: String, model: Agreement.Model, snapshot: Day) -> String? {
    guard let day = Day(text) else { return "not a day of the calendar" }
    if day > snapshot { return "after the list's own day" }
    if let opened = opened(model), day < opened { return "before the model could be signed" }
    return nil
  }
}
