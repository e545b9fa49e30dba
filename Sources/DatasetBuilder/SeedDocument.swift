// The five documents from which the figures were taken, by the number of the raw file's column.

/// The five documents from which the figures were taken, by the number of the raw file's column
/// `seed`: the short name that `check figures from` takes, and the source.
struct SeedDocument {
  let name: String
  let source: Source

  /// The documents by number.
  static let all: [String: SeedDocument] = [
    "000": SeedDocument(
      name: "Border Security Expo 2019",
      source: Source(
        title: "ICE has trained over 1,500 state and local police on how to help detain immigrants "
          + "(report on the 2019 Border Security Expo, read in a copy)",
        publisher: "Newsweek", published: "2019-03-26",
        place: "https://www.alipac.us/f12/ice-trained-over-1-500-state-local-police-how-help-"
          + "detain-immigrants-370712/")),
    "001": SeedDocument(
      name: "ICE roundtable 2011",
      source: Source(
        title: "Major city police leaders join ICE to discuss partnership",
        publisher: "US Immigration and Customs Enforcement", published: "2011-09-16",
        place: "http://www.ice.gov/news/releases/"
          + "major-city-police-leaders-join-ice-discuss-partnership")),
    "002": SeedDocument(
      name: "Portside 2019",
      source: Source(
        title: "ICE announces program to allow local law enforcement to make immigration arrests "
          + "(The Hill's report, which Portside repeated; read in an excerpt)",
        publisher: "Portside", published: "2019-05",
        place: "https://nltla.org/2019/05/ice-announces-program-to-allow-local-law-enforcement-to-"
          + "make-immigration-arrests-thehill/")),
    "003": SeedDocument(
      name: "Daily Wire 2019",
      source: Source(
        title: "ICE Launches Program Empowering Local Police Officers To Act On Behalf Of ICE",
        publisher: "The Daily Wire", published: "2019-05",
        place: "https://www.dailywire.com/news/"
          + "ice-launches-program-empowering-local-police-ryan-saavedra")),
    "004": SeedDocument(
      name: "ILRC 2016",
      source: Source(
        title: "State of ICE – local law enforcement collaboration (quotes the county analysis of "
          + "the Immigrant Legal Resource Center)",
        publisher: "workingimmigrants.com", published: "2017-01",
        place: "https://www.workingimmigrants.com/2017/01/"
          + "state-of-ice-local-law-enforcement-collaboration/")),
  ]
}
