// Who announced, supported, opposed or disputed something in the documents of 2011 to 2019.

/// Who announced, supported, opposed or disputed something in the documents of 2011, 2016 and
/// 2019, in the project's own words.
enum StatementList {
  /// The columns of the table.
  static let columns = [
    "id", "date", "organisation", "role", "kind", "on", "stance", "claim", "checkable",
    "about", "source",
  ]

  /// The rows. `unknown` stands where no source was found.
  static let rows: [[String: String]] = [
    [
      "id": "ST01",
      "date": "2011-09-16",
      "organisation": "US Immigration and Customs Enforcement",
      "role": "director",
      "kind": "federal",
      "on": "partnerships of ICE and local agencies",
      "stance": "supports",
      "claim":
        "Says that work with local agencies makes the public safer, as the results of "
        + "enforcement show",
      "checkable": "no",
      "source": "@001",
    ],
    [
      "id": "ST02",
      "date": "2011-09-16",
      "organisation": "US Immigration and Customs Enforcement",
      "role": "news release",
      "kind": "federal",
      "on": "removals in fiscal year 2011 to 2011-08-19",
      "stance": "announces",
      "claim": "Counts over 343,151 removals, half of them of people with a conviction",
      "checkable": "yes",
      "about": "check figures from \"ICE roundtable 2011\"",
      "source": "@001",
    ],
    [
      "id": "ST03",
      "date": "2011-09-16",
      "organisation": "Major City Chiefs Association",
      "role": "executive director",
      "kind": "police_association",
      "on": "partnerships of ICE and local agencies",
      "stance": "supports",
      "claim":
        "Says that immigration enforcement and investigations matter for the safety of "
        + "large cities, and that ICE asked local leaders for their view",
      "checkable": "no",
      "source": "@001",
    ],
    [
      "id": "ST04",
      "date": "2016",
      "organisation": "Immigrant Legal Resource Center",
      "role": "author of a survey",
      "kind": "advocacy",
      "on": "287(g) agreements and detention contracts",
      "stance": "announces",
      "claim":
        "Says that few counties have a formal tie to ICE, and counts 25 with an agreement and "
        + "147 with a contract",
      "checkable": "yes",
      "about": "count counties as of 2016 where agreement_287g",
      "source": "@004",
    ],
    [
      "id": "ST05",
      "date": "2016",
      "organisation": "Immigrant Legal Resource Center",
      "role": "author of a survey",
      "kind": "advocacy",
      "on": "detainers",
      "stance": "opposes",
      "claim":
        "Counts 1,922 of 2,556 counties as holding people on detainers, and says that this breaks "
        + "the Fourth Amendment",
      "checkable": "yes",
      "about": "count counties as of 2016 where detainers",
      "source": "@004",
    ],
    [
      "id": "ST06",
      "date": "2016",
      "organisation": "Immigrant Legal Resource Center",
      "role": "author of a survey",
      "kind": "advocacy",
      "on": "telling ICE of releases",
      "stance": "opposes",
      "claim": "Counts 2,414 counties that tell ICE of releases and 142 with a policy against it",
      "checkable": "yes",
      "about": "count counties as of 2016 where notify",
      "source": "@004",
    ],
    [
      "id": "ST07",
      "date": "2016",
      "organisation": "Immigrant Legal Resource Center",
      "role": "author of a survey",
      "kind": "advocacy",
      "on": "local help with immigration enforcement",
      "stance": "opposes",
      "claim":
        "Says that help by cities and counties made the large number of deportations of the "
        + "ten years before possible",
      "checkable": "no",
      "source": "@004",
    ],
    [
      "id": "ST08",
      "date": "2019-02-26",
      "organisation": "Milwaukee County Sheriff's Office",
      "role": "sheriff",
      "kind": "sheriff",
      "on": "telling ICE of releases",
      "stance": "opposes",
      "claim":
        "Says that information on people in the jail goes to ICE on a judge's warrant only, to "
        + "keep trust and to avoid lawsuits",
      "checkable": "yes",
      "about": "list events where county is \"Milwaukee, WI\"",
      "source": "milwaukee-sheriff-2019-02-27",
    ],
    [
      "id": "ST09",
      "date": "2019-02-27",
      "organisation": "US Immigration and Customs Enforcement",
      "role": "statement to the press",
      "kind": "federal",
      "on": "the Milwaukee County Sheriff's decision",
      "stance": "opposes",
      "claim":
        "Says that releasing people whom a detainer names weakens ICE's work for public safety",
      "checkable": "no",
      "source": "tmj4-2019-02-27",
    ],
    [
      "id": "ST10",
      "date": "2019-02-27",
      "organisation": "Voces de la Frontera",
      "role": "spokesperson",
      "kind": "advocacy",
      "on": "the Milwaukee County Sheriff's decision",
      "stance": "supports",
      "claim":
        "Says that immigrants were afraid of any contact with the police, and feel safer after it",
      "checkable": "no",
      "source": "tmj4-2019-02-27",
    ],
    [
      "id": "ST11",
      "date": "2019-03-26",
      "organisation": "US Immigration and Customs Enforcement",
      "role": "acting director",
      "kind": "federal",
      "on": "287(g) agreements",
      "stance": "supports",
      "claim":
        "Says that agreements have no disadvantage for an agency, and counts 78 agencies in 20 "
        + "states with one and over 1,500 trained officers",
      "checkable": "yes",
      "about": "check figures from \"Border Security Expo 2019\"",
      "source": "@000",
    ],
    [
      "id": "ST12",
      "date": "2019-03-26",
      "organisation": "American Civil Liberties Union",
      "role": "position reported by the press",
      "kind": "advocacy",
      "on": "287(g) agreements",
      "stance": "opposes",
      "claim":
        "Says that the program leads to profiling by race and takes police from their main work",
      "checkable": "no",
      "source": "the-hill-2019-03-26",
    ],
    [
      "id": "ST13",
      "date": "2019-05-06",
      "organisation": "US Immigration and Customs Enforcement",
      "role": "news release",
      "kind": "federal",
      "on": "the Warrant Service Officer program",
      "stance": "announces",
      "claim":
        "Says that the program is for agencies that want to honor detainers and are barred by "
        + "state or local policy, and for rural ones without the means for 287(g)",
      "checkable": "yes",
      "about": "list programs where code is \"warrant_service_officer\"",
      "source": "ice-wso-2019-05-06",
    ],
    [
      "id": "ST14",
      "date": "2019-05-06",
      "organisation": "US Immigration and Customs Enforcement",
      "role": "acting director",
      "kind": "federal",
      "on": "local policies that limit cooperation",
      "stance": "opposes",
      "claim":
        "Says that such policies weaken public safety and make arrests riskier for officers",
      "checkable": "no",
      "source": "ice-wso-2019-05-06",
    ],
    [
      "id": "ST15",
      "date": "2019-05-06",
      "organisation": "National Sheriffs' Association",
      "role": "asked for the program, as ICE says",
      "kind": "sheriffs_association",
      "on": "the Warrant Service Officer program",
      "stance": "supports",
      "claim":
        "Says, by ICE's account, that a program of small scope lets agencies cooperate that may "
        + "not honor detainers",
      "checkable": "no",
      "source": "ice-wso-2019-05-06",
    ],
    [
      "id": "ST16",
      "date": "2019-05-06",
      "organisation": "Major County Sheriffs of America",
      "role": "asked for the program, as ICE says",
      "kind": "sheriffs_association",
      "on": "the Warrant Service Officer program",
      "stance": "supports",
      "claim":
        "Says, by ICE's account, that a program of small scope lets agencies cooperate that may "
        + "not honor detainers",
      "checkable": "no",
      "source": "ice-wso-2019-05-06",
    ],
    [
      "id": "ST17",
      "date": "2019-05-06",
      "organisation": "Pinellas County Sheriff's Office",
      "role": "sheriff",
      "kind": "sheriff",
      "on": "the Warrant Service Officer program",
      "stance": "supports",
      "claim": "Says that the program is easy to put in place and cannot be challenged in law",
      "checkable": "no",
      "source": "washington-times-2019-05-06",
    ],
    [
      "id": "ST18",
      "date": "2019-05-06",
      "organisation": "American Civil Liberties Union",
      "role": "spokesperson",
      "kind": "advocacy",
      "on": "the Warrant Service Officer program",
      "stance": "disputes",
      "claim": "Says that agencies that take part risk breaking the Fourth Amendment",
      "checkable": "no",
      "source": "washington-times-2019-05-06",
    ],
    [
      "id": "ST19",
      "date": "2019-05-07",
      "organisation": "American Civil Liberties Union",
      "role": "spokesperson",
      "kind": "advocacy",
      "on": "the Warrant Service Officer program",
      "stance": "disputes",
      "claim": "Says that the program makes police disregard what local communities decided",
      "checkable": "no",
      "source": "cbs-2019-05",
    ],
    [
      "id": "ST20",
      "date": "2019-05",
      "organisation": "United We Dream",
      "role": "press release",
      "kind": "advocacy",
      "on": "the Warrant Service Officer program",
      "stance": "opposes",
      "claim":
        "Says that the program makes local police deportation officers, even where the local "
        + "government decided otherwise",
      "checkable": "no",
      "source": "united-we-dream-2019-05",
    ],
  ]

  /// The table; `source` gives the key of a document.
  static func table(source: (Source) -> String) throws -> Table {
    try ReadingList.table("statements.csv", columns: columns, rows: rows, source: source)
  }
}
