// When the pages appeared whose date the file of state rules does not have.

/// When the pages appeared whose date the file of state rules does not have.
///
/// The text of a statute is dated by the newest act in it: the one that gave it the wording that
/// was read. A page that carries no date, and no act that dates it, stays `unknown`.
enum SourceDates {
  /// A date, at the precision that is known, and why it is that one.
  struct Known: Equatable {
    let date: String
    let reason: String
  }

  /// The dates by address.
  static let byPlace: [String: Known] = [
    "https://courtgpt.ai/laws/west_virginia/chapter-15/article-16/section-15-16-2":
      Known(date: "2023", reason: "enacted by House Bill 2008 of 2023"),
    "https://lexace.ai/us/statute/west-virginia/15-16-3":
      Known(date: "2023", reason: "enacted by House Bill 2008 of 2023"),
    "https://law.counselstack.com/statute/ut/76-14-202":
      Known(date: "2025", reason: "renumbered and amended by Chapter 173, 2025 General Session"),
    "https://law.onecle.com/oregon/181-state-police-crime-reporting-and/181.850.html":
      Known(date: "2003", reason: "history: 1987 c.467 sec. 1, 2003 c.571 sec. 1"),
    "https://lawserver.com/?p=29087548":
      Known(date: "2023", reason: "has the wording of the session of 2023, from 2025-01-01 on"),
    "https://lawserver.com/law/state/montana/mt-code/montana_code_2-1-602":
      Known(date: "2021", reason: "enacted by House Bill 200 of 2021"),
    "https://lawserver.com/law/state/oregon/or-statutes/oregon_statutes_181a-823": oregon,
    "https://www.lawserver.com/law/state/oregon/or-statutes/oregon_statutes_181a-826": oregon,
    "https://www.lawserver.com/law/state/oregon/or-statutes/oregon_statutes_181a-829": oregon,
    "https://policyrisk.com/states/arkansas/statutes/14-1-103":
      Known(date: "2025", reason: "as amended by Act 654 of 2025"),
    "https://self-law.org/code/ca/government-code/7283-1":
      Known(date: "2016-09-28", reason: "Assembly Bill 2792 of 2016, chaptered on that day"),
    "https://www.lawserver.com/law/state/texas/tx-codes/texas_code_of_criminal_procedure_2-251":
      Known(date: "2017", reason: "enacted by Senate Bill 4 of 2017"),
    "https://www.legalfina.com/en/laws/ca/gov/7/~/17.8":
      Known(date: "2017", reason: "the chapter was enacted in 2017"),
  ]

  private static let oregon = Known(date: "2021", reason: "enacted by chapter 550 of 2021")

  /// The date of a page: the file's own, else the one above. Every other page was searched for a
  /// date and bears none, which an empty cell says.
  static func date(_ given: String, at place: String) -> String {
    given.isEmpty ? byPlace[place]?.date ?? "" : given
  }

  /// Reports an entry that dates no page, or one that has a date of its own.
  static func check(_ rules: RawFile, report: Report) {
    let undated = Set(rules.rows.filter { $0["source_date"].isEmpty }.map { $0["source_url"] })
    guard let place = rules.rows.first?.place else { return }
    for address in byPlace.keys.sorted() where !undated.contains(address) {
      report.unsettled("date-of-no-page", at: place, address)
    }
  }
}
