// The links of a county or state to what lies in it, or is listed of it.

internal import Tally

extension Schemas {
  /// The links of a relation of places to rows that name it in their field `inverse`.
  static func placeLinks(to inverse: String) -> [Link] {
    [
      Link(
        "facilities", to: "facilities", inverse: inverse, isComplete: true,
        meaning: "facilities in it on ICE's list of 2017-11-06"),
      Link(
        "listings", to: "listings", inverse: inverse, isComplete: true,
        meaning: inverse == "county"
          ? "entries that name the county itself on the Homeland Security list of 2025-05-31"
          : "its places on the Homeland Security list of 2025-05-31"),
      Link(
        "detainer_limits", to: "detainer_limits", inverse: inverse, isComplete: false,
        meaning: "limits on detainers that ICE's list of 2014 gives"),
    ]
  }
}
