// Functions of the values of one row: a list of descriptors.

extension ScalarFunction {
  /// Every function.
  public static let all: [ScalarFunction] = [bands, days, lower, round, year].map(\.standard)

  /// The function of a name.
  static func named(_ name: String) -> ScalarFunction? { all.first { $0.name == name } }
}

extension Dataset {
  /// The function of a name: one of the language, or one that was added to it.
  func function(_ name: String) -> ScalarFunction? {
    ScalarFunction.named(name) ?? ownFunctions.first { $0.name == name }
  }

  /// Every function that a question of it may use.
  var functions: [ScalarFunction] { ScalarFunction.all + ownFunctions }
}
