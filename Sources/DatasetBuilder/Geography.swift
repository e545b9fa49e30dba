// A state, the District of Columbia, or a territory.

/// A state, the District of Columbia, or a territory.
struct State: Equatable {
  let fips: String
  let code: String
  let name: String
  let region: String
  let division: String

  /// Whether the Census list of counties that ships covers it.
  var hasCounties: Bool { !region.isEmpty }
}

/// A county or what the Census counts as one.
struct County: Equatable {
  let fips: String
  let name: String
  let state: String
  let region: String
  var population = unknown
  var latitude = unknown
  var longitude = unknown
}

/// How a cell says that something is not known. An empty cell means: does not apply.
let unknown = "unknown"

/// The states and counties, and how to find them by the names that the raw files use.
struct Geography {
  let states: [State]
  let counties: [County]
  private let statesByName: [String: State]
  private let byName: [Key: County]
  private let bySpelling: [Key: [County]]

  private struct Key: Hashable {
    let state: String
    let name: String
  }

  init(states: [State], counties: [County]) {
    self.states = states
    self.counties = counties
    statesByName = Dictionary(
      states.map { ($0.name.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(
      counties.map { (Key(state: $0.state, name: $0.name), $0) },
      uniquingKeysWith: { first, _ in first })
    bySpelling = Dictionary(
      grouping: counties, by: { Key(state: $0.state, name: Geography.spelling($0.name)) })
  }

  /// The state of a name in any letter case.
  func state(named name: String) -> State? { statesByName[name.uppercased()] }

  /// The county that the Census calls exactly so.
  func county(_ name: String, in state: String) -> County? {
    byName[Key(state: state, name: name)]
  }

  /// The one county whose name is the same but for case, blanks, points, accents, and Saint for St.
  func county(spelt name: String, in state: String) -> County? {
    let found = bySpelling[Key(state: state, name: Geography.spelling(name))] ?? []
    return found.count == 1 ? found.first : nil
  }

  /// A name reduced to what two spellings of it share.
  static func spelling(_ name: String) -> String {
    let words = name.lowercased().replacing(".", with: "").split(separator: " ")
    let plain = words.map { $0 == "saint" ? "st" : $0 == "sainte" ? "ste" : String($0) }
    return plain.joined().replacing("ñ", with: "n").replacing("'", with: "")
      .replacing("-", with: "")
  }
}
