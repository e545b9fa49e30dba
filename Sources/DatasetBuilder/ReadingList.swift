// The documents that programs, events and statements were read in.

/// The documents that programs, events and statements were read in, beside those of `SeedDocument`.
enum ReadingList {
  /// The documents by key.
  static let all = [
    Source(
      title: "The 287(g) Program: State and Local Immigration Enforcement (IF11898)",
      publisher: "Congressional Research Service", published: "2021-08-12",
      place: "https://www.everycrsreport.com/reports/IF11898.html",
      key: "crs-287g-2021"),
    Source(
      title: "Interior Immigration Enforcement: Criminal Alien Programs (R44627)",
      publisher: "Congressional Research Service", published: "2016-09-08",
      place: "https://www.everycrsreport.com/reports/R44627.html",
      key: "crs-criminal-aliens-2016"),
    Source(
      title: "ICE launches program to strengthen immigration enforcement",
      publisher: "US Immigration and Customs Enforcement", published: "2019-05-06",
      place:
        "https://www.ice.gov/news/releases/ice-launches-program-strengthen-immigration-"
        + "enforcement",
      key: "ice-wso-2019-05-06"),
    Source(
      title: "Report of 2019-05-06 on the Warrant Service Officer program",
      publisher: "The Washington Times", published: "2019-05-06",
      place:
        "https://www.washingtontimes.com/news/2019/may/6/ice-new-plan-deputizes-police-"
        + "detain-illegals/",
      key: "washington-times-2019-05-06"),
    Source(
      title: "New ICE program lets local authorities \"disregard\" sanctuary policies, "
        + "advocates say",
      publisher: "CBS News", published: "2019-05-07",
      place:
        "https://www.cbsnews.com/news/sanctuary-cities-immigrant-advocates-say-new-ice-"
        + "program-allows-local-law-enforcement-to-circumvent-sanctuary/",
      key: "cbs-2019-05"),
    Source(
      title: "Press release on the Warrant Service Officer program",
      publisher: "United We Dream", published: "2019-05",
      place:
        "https://unitedwedream.org/2019/05/ice-keeps-bringing-the-brutality-of-the-"
        + "deportation-force-to-cities-across-america/",
      key: "united-we-dream-2019-05"),
    Source(
      title: "ICE trained 1,500 local authorities to help enforce immigration law",
      publisher: "The Hill", published: "2019-03-26",
      place:
        "https://digital-stage.thehill.com/latino/435887-ice-trained-1500-local-"
        + "authorities-to-help-enforce-immigration-law/amp",
      key: "the-hill-2019-03-26"),
    Source(
      title: "Reviving 287(g) Agreements Under the New Administration",
      publisher: "National Immigration Forum", published: "2025",
      place:
        "https://immigrationforum.org/article/reviving-the-287g-agreements-under-the-new-"
        + "administration-implementation-concerns-and-implications",
      key: "immigration-forum-2025"),
    Source(
      title: "Background on Local Law Enforcement's Role in Immigration Enforcement: "
        + "287(g) Agreements",
      publisher: "Law Enforcement Immigration Task Force", published: "2017-09",
      place:
        "http://leitf.org/2017/09/local-law-enforcement-role-in-immigration-enforcement-"
        + "%c2%a7-287g-agreements/",
      key: "leitf-2017"),
    Source(
      title: "Testimony of ICE on Secure Communities, House Committee on Homeland Security",
      publisher: "US Department of Homeland Security", published: "2012-07-10",
      place: "http://dhs.gov/ynews/testimony/20120710-ice-secure-communities-hsc.shtm",
      key: "ice-secure-communities-2012"),
    Source(
      title: "Secure Communities, Priority Enforcement, and IDENT/IAFIS Interoperability: "
        + "Recommendations for Effective Reform",
      publisher: "American University, Washington College of Law", published: "2015-04-27",
      place:
        "https://fdocuments.net/document/secure-communities-priority-enforcement-and-"
        + "identiafis-interoperability.html",
      key: "secure-communities-essay-2015"),
    Source(
      title: "Task Force on Secure Communities: Findings and Recommendations",
      publisher: "Homeland Security Advisory Council", published: "2011-09",
      place: "http://www.scribd.com/doc/88017774/Homeland-Security-Report-on-Secure-Communities",
      key: "hsac-secure-communities-2011"),
    Source(
      title: "The Secure Communities Program: Unanswered Questions and Continuing Concerns",
      publisher: "Immigration Policy Center, American Immigration Council", published: "2011-11",
      place:
        "https://docslib.org/doc/13514067/secure-communities-program-unanswered-"
        + "questions-and-continuing-concerns",
      key: "ipc-secure-communities-2011"),
    Source(
      title: "Senate Report 112-206 on H.R. 915, Border Enforcement Security Task Force Act",
      publisher:
        "US Senate, Committee on Homeland Security and Governmental Affairs",
      published: "2012-08-28",
      place: "http://purl.fdlp.gov/GPO/gpo27538",
      key: "senate-report-112-206"),
    Source(
      title: "ICE arrests more than 1,700 during largest ever nationwide gang surge",
      publisher: "US Immigration and Customs Enforcement", published: "2008-09-30",
      place: "https://www.ice.gov/news/releases/"
        + "ice-arrests-more-1700-during-largest-ever-nationwide-gang-surge",
      key: "ice-community-shield-2008-09-30"),
    Source(
      title: "ICE-led local enforcement operation arrests 121 gang members and associates",
      publisher: "US Immigration and Customs Enforcement", published: "2007-07-23",
      place:
        "https://webarchive.library.unt.edu/eot2008/20090507191339/http://www.ice.gov/"
        + "pi/news/newsreleases/articles/070723dallas.htm",
      key: "ice-community-shield-2007-07-23"),
    Source(
      title: "Fact Sheet: Operation Predator",
      publisher: "US Department of Homeland Security", published: "2003-07-09",
      place:
        "https://webarchive.library.unt.edu/eot2008/20080923163319/http://www.dhs.gov/"
        + "xnews/releases/press_release_0210.shtm",
      key: "dhs-predator-2003-07-09"),
    Source(
      title: "ICE Detainers: Frequently Asked Questions",
      publisher: "US Immigration and Customs Enforcement", published: "2011-12-28",
      place: "https://www.ice.gov/ice-detainers-frequently-asked-questions",
      key: "ice-detainers-2011-12-28"),
    Source(
      title: "Setting the Record Straight On Local Involvement in Federal Civil "
        + "Immigration Enforcement",
      publisher:
        "Attorneys general of New York, California, the District of Columbia, Oregon, "
        + "Rhode Island and Washington",
      published: "2017-05",
      place: "https://assets.documentcloud.org/documents/3725881/SanctuaryCityReport-V3.txt",
      key: "attorneys-general-2017-05"),
    Source(
      title: "Milwaukee County Sheriff cuts communication with Immigration and Customs "
        + "Enforcement",
      publisher: "TMJ4", published: "2019-02-27",
      place:
        "https://www.tmj4.com/news/local-news/milwaukee-county-sheriff-cuts-"
        + "communication-with-immigration-and-customs-enforcement",
      key: "tmj4-2019-02-27"),
  ]

  /// The key of a document: one of this list, or `@` and the number of a seed document.
  static func key(_ name: String, source: (Source) -> String) -> String {
    guard name.hasPrefix("@") else { return name }
    return SeedDocument.all[String(name.dropFirst())].map { source($0.source) } ?? unknown
  }

  /// A table of the project's own rows, with its documents by their keys.
  static func table(
    _ name: String, columns: [String], rows: [[String: String]], source: (Source) -> String
  ) throws -> Table {
    try Table(
      name, columns: columns,
      rows: rows.map { row in
        columns.map { column in
          let cell = row[column] ?? ""
          guard ["source", "other_sources"].contains(column) else { return cell }
          return cell.split(separator: " ").map { key(String($0), source: source) }
            .joined(separator: " ")
        }
      })
  }
}
