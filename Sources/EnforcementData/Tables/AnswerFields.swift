// The answer fields of counties: what each asks, how the documents word it, who could settle it.

internal import Tally

extension Schemas {
  /// The answers, in the order of the table's columns. A label says what is done, not what it is
  /// called.
  static let answerFields = [
    Field(
      "agreement_287g", .answer, label: "Own agency has a 287(g) agreement",
      meaning:
        "an agency of the county government is on ICE's list; city police and state agencies do "
        + "not count",
      settledBy: "the county agency or ICE: the signed memorandum and its date of ending",
      wordings: [
        Wording(ice, "agencies that take part, one row for each model that an agency signed"),
        Wording(survey, "counties with a 287(g) agreement"),
        Wording("the announcement of 2019-03", "agencies with an agreement, not counties"),
      ],
      breaks: "counties, agencies and agreements are three numbers and never one series; the "
        + "task-force model is on the lists from 2025-07-18 on"),
    Field(
      "detention_contract", .answer, label: "County jail may be paid to hold people for ICE",
      meaning:
        "an intergovernmental service agreement for a facility that the county owns or runs",
      settledBy: "the county's board or clerk, or ICE: the intergovernmental service agreement",
      wordings: [
        Wording(
          "ICE's facility list of 2017-11-06",
          "facilities with type, owner and whether ICE may use them"),
        Wording(survey, "counties with a contract to detain for ICE"),
      ],
      breaks: "yes and no rest on the facility list until 2018-09-30; later fiscal years can show "
        + "that a facility was used, never that there is no contract",
      breaksOn: [Day(2018, 10, 1)].compactMap(\.self)),
    Field(
      "detainers", .answer, label: "Keeps people past release for ICE",
      meaning: "on ICE's detainer or ICE's own warrant, without a judge's warrant",
      settledBy: "the sheriff or jail: the jail's policy on detainers, or its detainer log",
      notSettledFor: ["no county jail"],
      wordings: [
        Wording(rules, "what a rule demands, permits or forbids of a jail that gets a detainer"),
        Wording(
          ice, "a jail agreement says that its officers serve ICE's warrants in the jail"),
        Wording(
          survey, "counties that hold people on detainers, those without information among them"),
      ],
      breaks: "the survey of 2016 counted a county without information as one that holds; here "
        + "it is unknown"),
    Field(
      "notify", .answer, label: "Tells ICE when a person will be released",
      meaning:
        "on request, for people under a detainer; not the sharing of status, not a public jail "
        + "roster",
      settledBy: "the sheriff or jail: the jail's policy on requests for notice of release",
      notSettledFor: ["no county jail"],
      wordings: [
        Wording(
          rules, "a duty to comply with every request in a detainer counts as a duty to notify"),
        Wording(
          survey, "counties that alert ICE before release, those without information among them"),
      ],
      breaks: "the survey of 2016 counted a county without information as one that notifies"),
    Field(
      "access_limited", .answer, label: "Limits ICE's access in the jail",
      meaning: "rules on interviews, consent or entry; yes means less access",
      settledBy: "the sheriff or jail: the jail's policy on interviews and entry",
      notSettledFor: ["no county jail"],
      wordings: [
        Wording(rules, "a duty to limit interviews or entry; yes means less access"),
        Wording(survey, "counties that limit ICE's access to the jail"),
      ]),
    Field(
      "inquiry", .answer, label: "Officers may ask about immigration status",
      meaning: "not forbidden by law or county policy; yes does not say that they must",
      settledBy: "the sheriff or county attorney: the written policy on asking about status",
      wordings: [
        Wording(rules, "a duty to ask and a bar on local bans both leave asking open"),
        Wording(survey, "counties that allow officers to ask about status"),
      ],
      breaks: "the survey's two totals do not add up to its counties: check figures says so"),
    Field(
      "inquiry_required", .answer, label: "Officers must ask about immigration status",
      meaning: "a rule in force demands it, at least in the cases that it names",
      settledBy: "the county attorney: the state's statutes and the county's policy",
      wordings: [Wording(rules, "a duty to ask; a bar on local bans on asking is none")]),
    Field(
      "resources", .answer,
      label: "Staff, money or space may be used for immigration enforcement",
      meaning: "not forbidden by law or county policy",
      settledBy: "the county's board: the ordinance or budget rule on the use of staff and money",
      wordings: [
        Wording(rules, "a ban on using means says no; a bar on local bans says yes"),
        Wording(survey, "counties that allow the use of local resources"),
      ]),
  ]

  private static let ice = "ICE's lists of agreements"
  private static let rules = "the state rules"
  private static let survey = "the survey of 2016, published as totals only"
}
