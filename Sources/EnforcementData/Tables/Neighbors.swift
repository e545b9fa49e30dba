// neighbors: which counties border on which.

internal import Tally

extension Schemas {
  static let neighbors = RelationSchema(
    "neighbors", singular: "pair of neighbors",
    meaning: "two adjacent counties; each pair stands in it both ways round",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "both codes"),
      Field("county", .link(to: "counties"), label: "county", meaning: "the one county"),
      Field(
        "neighbor", .link(to: "counties"), label: "neighbor",
        meaning: "the other; unknown, one of the candidates or none, where an area was split",
        candidates: "neighbor_candidates"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list of pairs"),
    ],
    shown: ["county", "neighbor"],
    caveat: "boundaries of 2010; which part of the former Valdez-Cordova area borders on which "
      + "neighbor is not known",
    sources: ["census-neighbors-2010"], licence: census)
}
