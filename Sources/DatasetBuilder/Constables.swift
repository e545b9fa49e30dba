// The constables of Pennsylvania are no agency of a county.

/// The constables of Pennsylvania are no agency of a county, also where the list types one as a
/// county's and its name carries a county: city wards, boroughs and townships elect them.
enum Constables {
  /// The county whose name an office of constables carries, and the first list that has it.
  static let county = "42021"
  static let firstList = RawOrigin.agreements202507.source?.key ?? ""

  static let source = Source(
    title: "House Bill 1607 of 2009 (Act 49), 44 Pa.C.S. 7112 to 7114: city wards, boroughs and "
      + "townships elect the constables",
    publisher: "Pennsylvania General Assembly", published: "2009-10-05",
    place: "https://www.legis.state.pa.us/cfdocs/legis/PN/Public/btCheck.cfm"
      + "?txtType=HTM&sessYr=2009&sessInd=0&billBody=H&billTyp=B&billNbr=1607&pn=2747",
    key: "pennsylvania-constables-2009")

  /// The answer of that county, with the source that makes it no: its name is on the list.
  static func ruled(_ ground: Ground, _ fips: String, _ key: String) -> Ground {
    guard fips == county, ground.value == "no", ground.sources.contains(firstList) else {
      return ground
    }
    return Ground(
      value: ground.value, reason: ground.reason, basis: ground.basis,
      confidence: ground.confidence, rules: ground.rules,
      detail: ground.detail + "; the constables on it are not elected by the county",
      sources: Set(ground.sources + [key]).sorted())
  }
}
