// The survey of 2016, which was published as totals: read from the shipped figures.

internal import Tally

/// The Immigrant Legal Resource Center's survey.
package enum SurveyTotals {
  /// The short name of its document in the figures.
  package static let document = "ILRC 2016"

  /// Each field's figures of yes and of no, and which of the two has the counties of which nothing
  /// was known among its own.
  private static let metrics: [(field: String, yes: String?, no: String?, open: Truth?)] = [
    ("agreement_287g", "counties_287g_yes", nil, nil),
    ("detention_contract", "counties_detention_contract_yes", nil, nil),
    ("detainers", "counties_hold_on_detainers_yes", "counties_hold_on_detainers_no", .yes),
    ("notify", "counties_notify_ice_yes", "counties_notify_ice_no", .yes),
    ("access_limited", "counties_limit_jail_access_yes", "counties_limit_jail_access_no", .no),
    ("inquiry", "counties_allow_status_inquiry_yes", "counties_allow_status_inquiry_no", .yes),
    (
      "resources", "counties_allow_local_resources_yes", "counties_allow_local_resources_no", .yes
    ),
  ]

  /// The edition.
  static func edition(_ image: RecordImage) throws(DatasetError) -> TotalsEdition {
    var totals: [String: TotalsEdition.Total] = [:]
    var sources: [String] = []
    let texts = image.texts(.totalEnds, .totals)
    for first in stride(from: 0, to: texts.count, by: ImageLayout.totalTexts) {
      guard let count = Int(texts[first + 1]) else { continue }
      totals[texts[first]] = TotalsEdition.Total(count, figure: texts[first + 2])
      let source = texts[first + 3]
      if !sources.contains(source) { sources.append(source) }
    }
    func total(_ metric: String?, isOpen: Bool) throws(DatasetError) -> TotalsEdition.Total? {
      guard let metric else { return nil }
      guard var total = totals[metric] else {
        throw DatasetError(faults: ["figures: \(document) has no \(metric)"])
      }
      total.qualifier = isOpen ? "includes not known" : ""
      return total
    }
    guard let base = try total("counties_examined", isOpen: false) else {
      throw DatasetError(faults: ["figures: \(document) has no base"])
    }
    var fields: [TotalsEdition.FieldTotals] = []
    for metric in metrics {
      fields.append(
        TotalsEdition.FieldTotals(
          metric.field, yes: try total(metric.yes, isOpen: metric.open == .yes),
          no: try total(metric.no, isOpen: metric.open == .no)))
    }
    return try TotalsEdition(
      relation: "counties", year: 2016, base: base, fields: fields, name: "the survey of 2016",
      unit: ("county surveyed", "counties surveyed"), sources: sources,
      notes: notes(fields))
  }

  private static func notes(_ fields: [TotalsEdition.FieldTotals]) -> [String] {
    // The side that has nothing else counted with it is the one that stands by itself.
    let plain = zip(fields, metrics).compactMap { field, metric -> String? in
      guard let open = metric.open else { return nil }
      let total = open == .yes ? field.no : field.yes
      return total.map { "\($0.count) \(open == .yes ? "not " : "")\(field.field)" }
    }
    return [
      "the survey, by the Immigrant Legal Resource Center, counted a county without information "
        + "among those that cooperate, so the numbers to quote are the others: "
        + plain.joined(separator: ", "),
      "these totals are of the survey's own 2,556 counties and definitions, and are not mixed "
        + "with the record's facts, whose counties are 3,143",
    ]
  }
}
