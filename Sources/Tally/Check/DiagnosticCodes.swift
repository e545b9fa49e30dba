// The codes of all messages, each with a sentence that earns it and one that does not.

/// A message's code, for `:help T301` and for tests.
public struct DiagnosticCode: Sendable {
  /// The stable name: T for an error, W for a warning, N for a note.
  public let name: String
  /// What it says, in a few words.
  public let meaning: String
  /// A sentence that earns it; nil where no sentence alone can.
  public let wrong: String?
  /// The sentence mended.
  public let right: String?

  init(_ name: String, _ meaning: String, _ wrong: String? = nil, _ right: String? = nil) {
    self.name = name
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }

  /// Every code, in order.
  public static let all = characters + sentences + names + scripts + types + dates

  private static let characters = [
    DiagnosticCode(
      "N101", "marks pasted from a document were read as the plain ones",
      "count counties where population \u{2265} 1_000_000",
      "count counties where population >= 1_000_000"),
    DiagnosticCode(
      "T101", "a text has no closing quote", "show county \"Cook, IL", "show county \"Cook, IL\""),
    DiagnosticCode("T102", "the bytes are not UTF-8"),
    DiagnosticCode("T103", "a control character", "count \u{1}counties", "count counties"),
    DiagnosticCode(
      "T104", "a mark that the language does not have", "count counties?", "count counties"),
    DiagnosticCode(
      "T105", "a text in single quotes", "show county 'Cook, IL'", "show county \"Cook, IL\""),
    DiagnosticCode(
      "T106", "digits that run into letters", "count counties where population > 10k",
      "count counties where population > 10_000"),
    DiagnosticCode(
      "T107", "commas in a number", "count counties where population > 1,922",
      "count counties where population > 1_922"),
    DiagnosticCode("T108", "a statement of more than 64 KiB"),
    DiagnosticCode(
      "T109", "a FIPS code without five digits", "show county #123", "show county #17031"),
    DiagnosticCode(
      "T110", "a date that the calendar does not have", "count agreements where signed is 2025-13",
      "count agreements where signed is 2025-12"),
    DiagnosticCode(
      "T111", "a name that does not begin with a letter", "count _counties", "count counties"),
    DiagnosticCode(
      "T112", "rows between << and >> without a beginning or an end",
      "count counties\nexpect << 3143", "count counties\nexpect 3143"),
  ]

  private static let sentences = [
    DiagnosticCode(
      "T201", "a sentence begins with a verb", "counties where detainers",
      "count counties where detainers"),
    DiagnosticCode(
      "T202", "a word does not fit, or one is missing", "count counties foo", "count counties"),
    DiagnosticCode(
      "T203", "share needs a condition and a base", "share of counties where detainers",
      "share where detainers among counties"),
    DiagnosticCode("T204", "more than 256 brackets within each other"),
    DiagnosticCode(
      "T205", "a bracket is not closed", "count (counties in TX", "count (counties in TX)"),
    DiagnosticCode(
      "T207", "a word of another language", "count counties where detainers && notify",
      "count counties where detainers and notify"),
    DiagnosticCode(
      "T208", "a whole number is wanted", "list counties | take 1.5", "list counties | take 1"),
    DiagnosticCode(
      "T210", "known only comes first", "list counties | take 1 | known only",
      "list counties | known only | take 1"),
    DiagnosticCode(
      "T211", "and and or together need brackets",
      "count counties where detainers or notify and inquiry",
      "count counties where (detainers or notify) and inquiry"),
    DiagnosticCode(
      "T212", "union, intersect and minus together need brackets",
      "count counties union counties minus counties",
      "count (counties union counties) minus counties"),
    DiagnosticCode(
      "T213", "across wants the word years before periods", "count counties across 2019, latest",
      "count counties across years 2019, latest"),
    DiagnosticCode(
      "T214", "nothing to hold to what is expected", "expect 3143", "count counties\nexpect 3143"),
    DiagnosticCode(
      "T290", "what cannot be said in SQL", "sql count counties across years 2019, latest",
      "count counties across years 2019, latest"),
  ]

  private static let names = [
    DiagnosticCode(
      "T301", "no such field", "count counties where detianers", "count counties where detainers"),
    DiagnosticCode(
      "T302", "a field is no list of things", "count detainers", "count counties where detainers"),
    DiagnosticCode("T303", "no such things in the record", "count counteis", "count counties"),
    DiagnosticCode(
      "T304", "not a value of the field", "count agreements where model is taskforce",
      "count agreements where model is task_force"),
    DiagnosticCode(
      "W304", "no row has this text", "list counties where name is \"Cook\"",
      "list counties where name is \"Cook County\""),
    DiagnosticCode(
      "T305", "a field of a linked relation",
      "count counties with agreements where model is task_force",
      "count counties with (agreements where model is task_force)"),
    DiagnosticCode("T306", "no such place", "count counties in Texass", "count counties in Texas"),
    DiagnosticCode(
      "T307", "sets of different things", "count counties union agreements",
      "count agreements of counties"),
    DiagnosticCode(
      "T308", "no such link", "count figures of counties", "count agreements of counties"),
    DiagnosticCode(
      "T309", "the things have no place", "count figures in TX", "count counties in TX"),
    DiagnosticCode(
      "T310", "several places of one name", "show county \"Washington\"",
      "show county \"Washington, OR\""),
    DiagnosticCode(
      "T311", "a place of several words wants quotes", "count counties in New York",
      "count counties in \"New York\""),
    DiagnosticCode(
      "T312", "nothing follows the dot of a plain field", "list counties | show name.x",
      "list counties | show name"),
    DiagnosticCode(
      "T313", "no such function", "list counties | show upper(name) named n",
      "list counties | show lower(name) named n"),
    DiagnosticCode(
      "T314", "a place of the wrong kind", "count counties where state is \"Cook, IL\"",
      "count counties where state is IL"),
    DiagnosticCode("T315", "nothing of this name to show", "show nothing", "show detainers"),
    DiagnosticCode(
      "T316", "the things are not looked up by this place", "count agreements in \"Cook, IL\"",
      "count agreements where county is \"Cook, IL\""),
    DiagnosticCode("T443", "no figures to check", "check counties", "check figures"),
    DiagnosticCode(
      "T444", "no such document of figures", "check figures from \"ILRC 2061\"",
      "check figures from \"ILRC 2016\""),
    DiagnosticCode(
      "T317", "a list of things is no value", "count counties by agreements",
      "count agreements by county"),
  ]

  private static let scripts = [
    DiagnosticCode(
      "N301", "a name that had another meaning",
      "define near as counties in TX\ndefine near as counties in CA",
      "define near as counties in CA"),
    DiagnosticCode(
      "T320", "no such parameter", "count counties as of $year",
      "param year = 2019\ncount counties as of $year"),
    DiagnosticCode("T321", "no such result", "list _", "count counties\nlist _"),
    DiagnosticCode(
      "T322", "a result that is no set", "share where detainers among counties\nlist _",
      "count counties where detainers\nlist _"),
    DiagnosticCode(
      "T323", "a name that is taken", "define detainers of counties as notify",
      "define both of counties as detainers and notify"),
    DiagnosticCode(
      "T324", "a definition with other values than it has names for",
      "define big(n) of counties as population > $n\ncount counties where big",
      "define big(n) of counties as population > $n\ncount counties where big(500_000)"),
    DiagnosticCode(
      "T325", "a condition where a set is wanted",
      "define big of counties as population > 1_000_000\ncount big",
      "define big of counties as population > 1_000_000\ncount counties where big"),
    DiagnosticCode(
      "T326", "a file that cannot be included", "include \"policies.tally\"",
      "define near as counties in CA"),
    DiagnosticCode("T327", "files that include each other in a circle, or too deep"),
    DiagnosticCode("T328", "a question in an included file"),
    DiagnosticCode("T329", "a name whose meaning is no part of a sentence where it stands"),
  ]

  private static let types = [
    DiagnosticCode(
      "T402", "compare with is", "count counties where detainers = yes",
      "count counties where detainers is yes"),
    DiagnosticCode(
      "T403", "there is no null", "count counties where detainers is null",
      "count counties where detainers is unknown"),
    DiagnosticCode(
      "N403", "a field asked twice: bounds may be wide",
      "count counties where detainers and (notify or detainers)",
      "count counties where detainers"),
    DiagnosticCode(
      "T404", "a number is wanted", "sum name of counties", "sum population of counties"),
    DiagnosticCode(
      "N404", "a field asked of the base too",
      "share where detainers among counties where detainers",
      "share where notify among counties where detainers"),
    DiagnosticCode(
      "T405", "a stage that needs rows or groups", "count counties | sort by name",
      "list counties | sort by name"),
    DiagnosticCode(
      "T406", "a text is wanted", "count counties where population contains \"1\"",
      "count counties where name contains \"San\""),
    DiagnosticCode(
      "T407", "a date is compared with a period", "count agreements where signed > \"x\"",
      "count agreements where signed > 2025"),
    DiagnosticCode(
      "T408", "a function of the wrong values", "list counties | show year(name) named n",
      "list agreements | show year(signed) named n"),
    DiagnosticCode(
      "T409", "a word or text is wanted", "count counties where name is 1 + 1",
      "count counties where name contains \"1\""),
    DiagnosticCode(
      "T410", "a pattern that cannot be read", "list counties where name matches \"^(San|Santa\"",
      "list counties where name matches \"^(San|Santa) \""),
    DiagnosticCode(
      "T411", "a field that is no condition", "count counties where population",
      "count counties where population > 0"),
    DiagnosticCode(
      "T412", "a link is no condition", "count counties where agreements",
      "count counties where has agreements"),
    DiagnosticCode(
      "T413", "groups have no links", "count counties by state | keep has agreements",
      "count counties with agreements by state"),
    DiagnosticCode(
      "T414", "one thing has not several to rank by", "top 3 counties by count of states",
      "top 3 states by count of counties"),
    DiagnosticCode("T415", "at least one row", "list counties | take 0", "list counties | take 1"),
    DiagnosticCode(
      "T424", "an answer is yes, no or unknown", "count counties where detainers is 3",
      "count counties where detainers is yes"),
    DiagnosticCode(
      "T425", "a comparison begins with a field", "count counties where 2025-01 is 2025",
      "count agreements where signed is 2025"),
    DiagnosticCode(
      "T427", "a share is compared with a percentage",
      "share where detainers among counties by state | keep share > 50",
      "share where detainers among counties by state | keep share > 50%"),
    DiagnosticCode(
      "T441", "only an answer has a reason, a basis and a confidence",
      "count counties by reason.population", "count counties by reason.detainers"),
    DiagnosticCode(
      "T442", "why follows one number", "why count counties where detainers by state",
      "why count counties where detainers"),
    DiagnosticCode(
      "T445", "numbers of several units have no sum, mean or order", "sum value of figures",
      "sum value of figures by unit"),
    DiagnosticCode(
      "T446", "one thing is no list to count or sum", "list counties | show name, count of state",
      "list states | show name, count of counties"),
    DiagnosticCode(
      "T448", "a function over all rows outside add",
      "count counties by state | show state, rank(count) named place",
      "count counties by state | add place = rank(count)"),
    DiagnosticCode(
      "T449", "a part of what has no total",
      "share where detainers among counties by region | add part = percent_of_total(share)",
      "count counties where detainers by region | add part = percent_of_total(count)"),
    DiagnosticCode(
      "T461", "percentages without groups", "count counties as percent",
      "count counties by detainers as percent"),
    DiagnosticCode(
      "T462", "percentages of what nothing is grouped by",
      "count counties by state as percent of region",
      "count counties by state, region as percent of region"),
    DiagnosticCode(
      "T463", "two columns of one name",
      "table counties by region with count, count where detainers",
      "table counties by region with count, count where detainers named holds"),
    DiagnosticCode(
      "T464", "years twice", "count counties by years 2019, latest across years 2019, latest",
      "count counties by years 2019, latest"),
    DiagnosticCode(
      "T465", "bands without edges that rise", "count counties by bands(population, 9, 5)",
      "count counties by bands(population, 5, 9)"),
    DiagnosticCode(
      "T481", "the things have no latitude and longitude", "map agreements",
      "map count agreements by state"),
    DiagnosticCode(
      "T482", "a map of numbers has one for each state", "map count counties by region",
      "map count counties by state"),
    DiagnosticCode(
      "T483", "a stage that a picture cannot show", "chart count counties by region | total",
      "chart count counties by region | sort by count down"),
    DiagnosticCode(
      "T484", "lines join years", "chart count counties by region as lines",
      "chart count counties by region as bars"),
    DiagnosticCode(
      "T469", "known only where no condition is asked",
      "count counties across detainers | known only",
      "count counties where detainers is known across detainers"),
    DiagnosticCode(
      "T471", "a comparison of two sets of which one has conditions",
      "compare count counties in TX where notify against counties in CA",
      "compare count counties in TX where notify against counties in CA where notify"),
    DiagnosticCode(
      "T472", "what changes cannot follow", "changes in population of counties from 2017 to 2019",
      "changes in detainers of counties from 2017 to 2019"),
    DiagnosticCode(
      "T473", "a set that rows leave when they change",
      "changes in detainers of counties where detainers from 2017 to 2019",
      "changes in detainers of counties from 2017 to 2019"),
    DiagnosticCode(
      "T426", "an answer is never none", "count counties where detainers is none",
      "count counties where detainers is unknown"),
  ]

  private static let dates = [
    DiagnosticCode(
      "T501", "a date before the first list", "count agreements as of 2014",
      "count agreements as of 2025-01-22"),
    DiagnosticCode(
      "N501", "a period that outlasts the record", "count agreements as of 2026",
      "count agreements as of latest"),
    DiagnosticCode(
      "T502", "a date after the record's end", "count agreements as of 2030",
      "count agreements as of latest"),
    DiagnosticCode(
      "T503", "a date for rows that have dates of their own", "count state_rules as of 2019",
      "count state_rules where effective_from <= 2019-12-31"),
    DiagnosticCode("N502", "rows with dates of their own, asked while the session has a date"),
    DiagnosticCode(
      "T504", "two dates in one query",
      "count counties as of 2019 with (agreements as of 2025-01-22)",
      "count counties as of 2025-01-22 with agreements"),
    DiagnosticCode("T505", "a text that is no period, where a session's date is set"),
    DiagnosticCode(
      "T506", "a stage that the columns of across do not allow",
      "count counties where detainers by state across years 2019, latest | take 3",
      "count counties where detainers by state across years 2019, latest"),
    DiagnosticCode(
      "T507", "a date in another form", "count counties as of May 2019",
      "count counties as of 2019-05"),
    DiagnosticCode("T508", "a date for rows of one's own, which state none"),
    DiagnosticCode(
      "T511", "totals without rows", "list counties as of 2016",
      "count counties as of 2016"),
    DiagnosticCode(
      "T512", "totals not published so", "count counties as of 2016 by state",
      "count counties as of 2016-12-31 by state"),
    DiagnosticCode(
      "T513", "totals beside another date or set",
      "count counties as of 2016 union counties as of 2019",
      "count counties as of 2016"),
    DiagnosticCode(
      "T514", "a share of a part of published totals",
      "share where detainers among counties as of 2016 where notify",
      "count counties as of 2016 where notify and detainers"),
    DiagnosticCode(
      "T521", "the later day first",
      "compare count counties where detainers from 2019 to 2017",
      "compare count counties where detainers from 2017 to 2019"),
    DiagnosticCode(
      "T522", "a break of definition between two days",
      "compare count counties where detention_contract from 2017 to 2019",
      "count counties where detention_contract across years 2017, 2019"),
    DiagnosticCode(
      "T523", "several answers on each side of a comparison",
      "compare count counties where detainers across years 2017, 2018 from 2017 to 2019",
      "compare count counties where detainers from 2017 to 2019"),
    DiagnosticCode("T601", "the query was stopped"),
    DiagnosticCode("T466", "more columns across than there may be"),
    DiagnosticCode("T467", "groups of a number that is an interval"),
    DiagnosticCode("T468", "rows that may be in more groups than can be kept"),
    DiagnosticCode("T602", "a table of the record that cannot be read"),
    DiagnosticCode("T603", "more rows than the limit allows"),
    DiagnosticCode("T604", "something else where one question or value was wanted"),
  ]
}
