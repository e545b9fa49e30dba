// What can be asked of an answer beside its value: why it is not known, what it rests on.

/// A word before an answer field, as in `reason.detainers`: one side of the field's ground.
enum GroundAspect: String, Sendable, CaseIterable {
  case reason, basis, confidence

  /// What the word asks, for completion and for the field's meaning.
  var meaning: String {
    switch self {
    case .reason: "why an answer is not known; none where it is"
    case .basis: "what an answer rests on: law, agreement, announced or listed"
    case .confidence: "how sure the evidence of an answer is: high or medium"
    }
  }

  /// What a ground says of it; nil for nothing. A value that is known has no reason.
  func word(of ground: Ground) -> String? {
    let word =
      switch self {
      case .reason: ground.value == .unknown ? ground.reason ?? "no reason given" : ""
      case .basis: ground.basis
      case .confidence: ground.confidence
      }
    return word.isEmpty ? nil : word
  }

  /// The field that it makes of an answer field.
  func field(of answer: Field) -> Field {
    var field = answer
    field.name = rawValue + "." + answer.name
    field.label = rawValue + " (" + answer.label + ")"
    field.type = self == .confidence ? .category(["high", "medium"]) : .text
    field.meaning = meaning
    return field
  }

  /// The words that the grounds of an answer hold, each once.
  func words(of grounds: [Ground]) -> [String] {
    if self == .confidence { return ["high", "medium"] }
    return Set(grounds.compactMap(word)).sorted()
  }
}
