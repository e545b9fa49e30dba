// What agencies announced or decided, with its day.

/// What agencies announced or decided, with its day. Only officials who speak for a public office
/// are named.
enum EventList {
  /// The columns of the table.
  static let columns = [
    "id", "date", "title", "kind", "organisation", "capacity", "official", "state", "county",
    "summary", "source",
  ]

  /// The rows. `unknown` stands where no source was found.
  static let rows: [[String: String]] = [
    [
      "id": "E2011-09",
      "date": "2011-09-16",
      "title": "Round table with leaders of big cities' police",
      "kind": "announcement",
      "organisation": "US Immigration and Customs Enforcement",
      "capacity": "federal agency",
      "official": "John Morton, Director of ICE",
      "summary":
        "ICE met about fifteen leaders of local police that week, listed its programs "
        + "with local agencies, and published numbers of removals since 2010-10-01",
      "source": "@001",
    ],
    [
      "id": "E2019-02-26",
      "date": "2019-02-26",
      "title": "Milwaukee County Sheriff stops alerting ICE",
      "kind": "decision",
      "organisation": "Milwaukee County Sheriff's Office",
      "capacity": "county sheriff",
      "official": "Earnell Lucas, Milwaukee County Sheriff",
      "state": "WI",
      "county": "55079",
      "summary":
        "The office gives ICE no information on people in its jail without a judge's "
        + "warrant, which covers notice of a release",
      "source": "milwaukee-sheriff-2019-02-27",
    ],
    [
      "id": "E2019-03",
      "date": "2019-03-26",
      "title": "Agreements and trained officers named at the Border Security Expo",
      "kind": "announcement",
      "organisation": "US Immigration and Customs Enforcement",
      "capacity": "federal agency",
      "official": "Ronald Vitiello, Acting Director of ICE",
      "summary":
        "ICE named 78 agencies in 20 states with agreements and over 1,500 officers "
        + "trained, and asked for more to join",
      "source": "@000",
    ],
    [
      "id": "E2019-05-06",
      "date": "2019-05-06",
      "title": "Warrant Service Officer program",
      "kind": "announcement",
      "organisation": "US Immigration and Customs Enforcement",
      "capacity": "federal agency",
      "official": "Matthew Albence, Acting Director of ICE",
      "summary":
        "ICE announced the program at a signing with the Pinellas County Sheriff in "
        + "Largo, Florida",
      "source": "ice-wso-2019-05-06",
    ],
  ]

  /// The table; `source` gives the key of a document.
  static func table(source: (Source) -> String) throws -> Table {
    try ReadingList.table("events.csv", columns: columns, rows: rows, source: source)
  }
}
