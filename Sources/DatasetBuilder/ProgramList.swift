// The programs of the record, each with what a source says of it.

/// The programs of the record, each with what a source says of it.
enum ProgramList {
  /// The columns of the table.
  static let columns = [
    "code", "name", "authority", "works_in", "may_question", "may_process", "needs_arrest",
    "training", "background_check", "asked_by", "local_rules", "disputed_by", "hold_hours",
    "hold_exception", "since", "summary", "source", "other_sources",
  ]

  /// The rows. What a row does not name is unknown, for no source was found; an empty text says
  /// that it does not apply: a notice or a database trains no officer.
  static let rows: [[String: String]] = [
    [
      "code": "jail_enforcement",
      "name": "287(g) jail enforcement",
      "authority": "Section 287(g) of the Immigration and Nationality Act, 8 U.S.C. 1357(g)",
      "works_in": "the agency's jail",
      "may_question": "yes",
      "may_process": "yes",
      "needs_arrest": "yes",
      "training": "four weeks, and one week every two years after that (as of 2021)",
      "disputed_by":
        "the American Civil Liberties Union, of 287(g) as a whole: profiling by race, and "
        + "police work left undone",
      "since": "2005",
      "summary":
        "Trained officers interview people who were arrested and booked, check them "
        + "against federal databases, issue detainers, serve warrants and prepare papers "
        + "for removal",
      "source": "crs-287g-2021",
      "other_sources": "the-hill-2019-03-26",
    ],
    [
      "code": "warrant_service_officer",
      "name": "287(g) warrant service officer",
      "authority": "Section 287(g) of the Immigration and Nationality Act, 8 U.S.C. 1357(g)",
      "works_in": "the agency's jail",
      "may_question": "no",
      "may_process": "no",
      "needs_arrest": "yes",
      "training": "by ICE; its length is not in the release",
      "background_check": "by ICE, of the officers that an agency nominates",
      "asked_by":
        "the National Sheriffs' Association and the Major County Sheriffs of America, as "
        + "ICE says",
      "local_rules":
        "ICE: meant for agencies that state or local policy keeps from honoring "
        + "detainers; The Hill's report: members are exempt from such rules for the time",
      "disputed_by":
        "the American Civil Liberties Union (officers would disregard local decisions and "
        + "risk breaking the Fourth Amendment) and United We Dream",
      "hold_hours": "48",
      "hold_exception":
        "an intergovernmental service agreement, in ICE's release and one of the two "
        + "reports (F23); the other report (F22) does not have it",
      "since": "2019-05-06",
      "summary":
        "Trained officers serve ICE's administrative warrants on people in their jail and "
        + "arrest them for ICE, which then has a limited time to take them over",
      "source": "ice-wso-2019-05-06",
      "other_sources":
        "@003 @002 cbs-2019-05 washington-times-2019-05-06 united-we-dream-2019-05",
    ],
    [
      "code": "task_force",
      "name": "287(g) task force",
      "authority": "Section 287(g) of the Immigration and Nationality Act, 8 U.S.C. 1357(g)",
      "works_in": "routine police work, outside the jail",
      "may_question": "yes",
      "needs_arrest": "no",
      "disputed_by":
        "the American Civil Liberties Union, of 287(g) as a whole: profiling by race, and "
        + "police work left undone",
      "since": "2025-01",
      "summary":
        "Officers question and arrest people whom they meet in routine work and have "
        + "reason to believe to be in the country against immigration law; ended in 2012, "
        + "brought back by an executive order of January 2025",
      "source": "immigration-forum-2025",
      "other_sources": "leitf-2017 the-hill-2019-03-26",
    ],
    [
      "code": "secure_communities",
      "name": "Secure Communities",
      "authority": "made by the department, not by a statute of its own",
      "works_in":
        "federal databases: fingerprints taken at booking are checked against Homeland "
        + "Security's records",
      "needs_arrest": "yes",
      "disputed_by":
        "the Immigration Policy Center; a task force of the Homeland Security Advisory "
        + "Council reported in September 2011 on what was disputed",
      "since": "2008-03",
      "summary":
        "Fingerprints that a jail sends to the FBI reach ICE, which decides whether to "
        + "act; ended in November 2014, brought back on 2017-01-25",
      "source": "ice-secure-communities-2012",
      "other_sources":
        "secure-communities-essay-2015 hsac-secure-communities-2011 ipc-secure-communities-2011",
      "may_question": "",
      "may_process": "",
      "training": "",
      "background_check": "",
      "hold_hours": "",
      "hold_exception": "",
    ],
    [
      "code": "criminal_alien_program",
      "name": "Criminal Alien Program",
      "works_in": "prisons and jails, federal, state and local",
      "needs_arrest": "yes",
      "summary":
        "ICE's program over all its work to find people who are in prison or jail and can "
        + "be removed; programs of this kind have existed since 1988",
      "source": "crs-criminal-aliens-2016",
      "other_sources": "@001",
    ],
    [
      "code": "border_task_force",
      "name": "Border Enforcement Security Task Forces",
      "authority": "H.R. 915 of the 112th Congress, the first statute for it; it existed before",
      "works_in":
        "teams of federal, state, local and foreign agencies against crime across the border",
      "summary": "Joint teams that investigate smuggling of drugs, arms, money and people",
      "source": "senate-report-112-206",
      "other_sources": "@001",
    ],
    [
      "code": "gang_task_force",
      "name": "Transnational criminal street gang task forces",
      "works_in": "joint task forces with local police",
      "summary": "Joint investigations of gangs that work across borders",
      "source": "@001",
      "other_sources": "",
    ],
    [
      "code": "trafficking_task_force",
      "name": "Human smuggling and trafficking task forces",
      "works_in":
        "joint task forces with local police and, against trafficking, private organisations",
      "summary": "Joint investigations of smuggling and trafficking of people",
      "source": "@001",
      "other_sources": "",
    ],
    [
      "code": "operation_predator",
      "name": "Operation Predator",
      "works_in": "joint investigations with federal, state and local agencies",
      "since": "2003-07-09",
      "summary":
        "Investigations of sexual exploitation of children, and removal of those found "
        + "who can be removed",
      "source": "dhs-predator-2003-07-09",
      "other_sources": "@001",
    ],
    [
      "code": "community_shield",
      "name": "Operation Community Shield",
      "works_in": "joint investigations with federal, state and local agencies",
      "since": "2005-02",
      "summary":
        "Investigations of gangs that work across borders, with arrests for crimes and "
        + "for removal",
      "source": "ice-community-shield-2008-09-30",
      "other_sources": "ice-community-shield-2007-07-23 @001",
    ],
    [
      "code": "detainer",
      "name": "Immigration detainer",
      "authority": "8 CFR 287.7",
      "works_in": "any jail or prison that holds the person",
      "needs_arrest": "yes",
      "local_rules":
        "the rule says that the agency shall keep custody; ICE's own page calls the "
        + "detainer a notice that requests it",
      "disputed_by":
        "six attorneys general in a report of May 2017: requests are voluntary, and "
        + "courts have found that holding on them can break the Fourth Amendment",
      "hold_hours": "48",
      "hold_exception": "Saturdays, Sundays and holidays are not counted",
      "summary":
        "A notice of ICE that asks an agency to tell it before a person's release and to "
        + "hold the person past it for a limited time",
      "source": "ice-detainers-2011-12-28",
      "other_sources": "attorneys-general-2017-05",
      "may_question": "",
      "may_process": "",
      "training": "",
      "background_check": "",
    ],
  ]

  /// The table; `source` gives the key of a document.
  static func table(source: (Source) -> String) throws -> Table {
    let whole = rows.map { row in
      row.merging(columns.map { ($0, unknown) }, uniquingKeysWith: { said, _ in said })
    }
    return try ReadingList.table("programs.csv", columns: columns, rows: whole, source: source)
  }
}
