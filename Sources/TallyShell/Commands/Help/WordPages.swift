// The pages of single words of the grammar, by what they are for.

extension WordPage {
  static let sets = [
    WordPage(
      "where", "count counties where detainers", "list counties in NM where not notify"),
    WordPage("in", "count counties in TX", "count counties in CA, OR where detainers"),
    WordPage("with", "count counties with agreements", "list states with counties | take 5"),
    WordPage(
      "without", "count counties in FL without agreements", "count states without agreements"),
    WordPage(
      "of", "count agreements of counties in TX", "median population of counties where detainers"),
    WordPage(
      "among", "share where detainers among counties", "share where notify among counties in TX"),
    WordPage(
      "union", "count (counties in TX) union (counties in CA)",
      "count (counties where detainers) union (counties where notify)"),
    WordPage(
      "intersect", "count (counties with agreements) intersect (counties where notify)",
      "count (counties in TX) intersect (counties with agreements)"),
    WordPage(
      "minus", "count counties minus (counties in TX)",
      "count (counties where detainers) minus (counties with agreements)"),
    WordPage(
      "has", "count counties where has agreements", "count states where has at least 100 counties"),
    WordPage(
      "at least", "list states with at least 100 counties",
      "count counties with at least 2 agreements"),
    WordPage(
      "at most", means: "or fewer", "count states with at most 10 counties",
      "count counties with at most 1 agreements"),
    WordPage(
      "more than", means: "at least one more", "count states with more than 100 counties",
      "count counties with more than 1 agreements"),
    WordPage(
      "exactly", means: "so many, no more and no fewer", "count states with exactly 3 counties",
      "count counties with exactly 1 agreements"),
  ]

  static let conditions = [
    WordPage(
      "and", "count counties where detainers and notify",
      "count counties where detainers and population > 100_000"),
    WordPage(
      "or", "count counties where detainers or notify",
      "count counties in DE, MD where detainers or notify"),
    WordPage(
      "not", "count counties where not detainers", "count counties where detainers and not notify"),
    WordPage(
      "certainly", "count counties where certainly detainers",
      "count counties in TX where certainly not notify"),
    WordPage(
      "possibly", "count counties where possibly detainers",
      "count counties where possibly not detainers"),
    WordPage(
      "is", "count counties where region is \"South\"", "count counties where detainers is yes"),
    WordPage(
      "between", "count counties where population between 10_000 and 20_000",
      "count agreements where signed between 2025-01 and 2025-06"),
    WordPage(
      "contains", "count counties where name contains \"San\"",
      "list sources where title contains \"TRUST\" | show title"),
    WordPage(
      "starts", "count counties where name starts with \"San\"",
      "list states where name starts with \"New\""),
    WordPage(
      "ends", "count counties where name ends with \"Parish\"",
      "list states where name ends with \"a\" | take 5"),
    WordPage(
      "matches", "count counties where name matches \"^San .*\"",
      "list states where name matches \"^New .*\""),
  ]

  static let values = [
    WordPage(
      "unknown", "count counties where detainers is unknown",
      "count counties where notify is unknown by region"),
    WordPage(
      "known", "count counties where detainers is known",
      "count counties where notify is known by region"),
    WordPage(
      "none", "count agencies where county is none",
      "count state_rules where effective_to is none"),
    WordPage(
      "yes", means: "the answer is yes", "count counties where detainers is yes",
      "count counties where notify is yes by region"),
    WordPage(
      "no", means: "the answer is no", "count counties where detainers is no",
      "count counties where notify is no by region"),
    WordPage(
      "reason", "aspect of a yes/no field", means: "why an answer is not known",
      form: "reason.FIELD", "count counties by reason.detainers",
      "list counties in CO where detainers is unknown | show name, reason.detainers"),
    WordPage(
      "basis", "aspect of a yes/no field", means: "what an answer rests on: law, agreement",
      form: "basis.FIELD", "count counties by basis.detainers",
      "count counties in TX by basis.detainers"),
    WordPage(
      "confidence", "aspect of a yes/no field", means: "how sure an answer is: high or medium",
      form: "confidence.FIELD", "count counties by confidence.detainers",
      "count counties where confidence.detainers is \"medium\" by state"),
  ]

  static let dates =
    ["as", "as of"].map {
      WordPage(
        $0, "date", means: "the date of the whole question; a period means its last day",
        form: #"filter ::= "as" "of" period   a year, 2025-07, 2025-07-04, fy2018 or latest"#,
        "count counties where detainers as of 2019", "show county \"Travis, TX\" as of 2018-06")
    }
    + ["across", "across years", "years"].map {
      WordPage(
        $0, "date",
        means: "the same question at several dates, or the parts of each group, side by side",
        form: #"across ::= "across" "years" period ( "," period )*"#,
        "count counties where detainers across years 2019, latest",
        "count counties by region across detainers")
    } + [
      WordPage(
        "latest", "count counties where detainers across years 2019, latest",
        "count agreements as of latest"),
      WordPage(
        "from", "compare count counties where detainers from 2019 to 2025",
        "check figures from \"ILRC 2016\""),
      WordPage(
        "to", means: "up to a date, or a number",
        "changes in detainers of counties in Colorado from 2019 to 2025",
        "compare count counties where notify from 2017 to 2019"),
      WordPage(
        "against", means: "the set that another is compared with",
        "compare share where notify among counties in TX against counties in CA",
        "compare count counties in CO where detainers against counties in NM where detainers"),
    ]

  static let groups = [
    WordPage("by", "count counties by state", "share where detainers among counties by region"),
    WordPage(
      "percent", "count counties by region as percent",
      "count counties by region across detainers as percent of region"),
    WordPage(
      "named", "list states | show name, count of counties named n | take 5",
      "table counties by region with count named n, share where detainers named holds"),
    WordPage(
      "up", "list states | sort by name up | take 5",
      "count counties by state | sort by count up | take 5"),
    WordPage(
      "down", "list states | sort by name down | take 5",
      "count counties by state | sort by count down | take 5"),
    WordPage(
      "|", "count counties by state | sort by count down",
      "list counties in TX | show name, population"),
  ]

  static let scripts = [
    WordPage(
      "define", "statement", means: "a name for a set, or for a condition or value of one table",
      form: #"define ::= "define" name ( "as" set | "of" name "as" expr )"#,
      "define south as counties where region is \"South\"\ncount south where detainers",
      "define big of counties as population > 1_000_000\ncount counties where big"),
    WordPage(
      "param", "statement", means: "a value with a name, used as $name",
      form: #"param ::= "param" name "=" literal"#,
      "param place = \"TX\"\ncount counties in $place with agreements",
      "param least = 1_000_000\ncount counties where population > $least"),
    WordPage(
      "include", "statement", means: "the definitions of another file",
      form: #"include ::= "include" STRING"#,
      "include \"definitions.tally\"", "include \"../shared/definitions.tally\""),
    WordPage(
      "expect", "statement", means: "what the question above must answer",
      form: #"expect ::= "expect" ( number ( "to" number )? | "rows" number | "error" code )"#,
      "count counties\nexpect 3143", "list counties in DE\nexpect rows 3"),
    WordPage(
      "rows", means: "in expect: how many rows there must be",
      "list counties in DE\nexpect rows 3", "list counties in RI\nexpect rows 5"),
    WordPage(
      "error", means: "in expect: that the question above must fail",
      "count countys\nexpect error T303", "count counties where populaton > 1\nexpect error T301"),
  ]

  static let results = [
    WordPage(
      "_", "result", means: "the last answer's question; _3 is that of the third answer",
      "count counties in TX with agreements\nwhy _", "count counties by region\n_ | take 2"),
    WordPage(
      "$", "parameter", means: "the value of a parameter: $name",
      "param place = \"TX\"\ncount counties in $place with agreements",
      "param least = 1_000_000\ncount counties where population > $least"),
  ]

  static let details =
    [
      WordPage(
        "bars", "form of a chart", means: "a chart with a bar for each group",
        "chart count counties where detainers by region as bars",
        "chart count counties by region as bars"),
      WordPage(
        "lines", "form of a chart", means: "a chart with a line over dates",
        "chart count counties where detainers across years 2017, 2019, 2021 as lines",
        "chart count counties where notify across years 2017, 2019, 2021 as lines"),
      WordPage(
        "dots", "form of a chart", means: "a chart with a dot or an interval for each group",
        "chart share where detainers among counties by region as dots",
        "chart count counties where detainers by region as dots"),
      WordPage(
        "only", means: "after known: leaves out what is not known",
        "share where detainers among counties | known only",
        "share where notify among counties by region | known only"),
    ]
    + ["sqlite", "duckdb", "postgres"].map {
      WordPage(
        $0, "kind of SQL", means: "a database that sql writes for",
        "sql \($0) count counties where detainers by state",
        "sql \($0) list counties with agreements")
    }

  /// A second example of words whose descriptor has one.
  static let further = [
    "sum": ["sum population of counties where detainers by region"],
    "average": ["average population of counties by region"],
    "median": ["median population of counties where detainers"],
    "min": ["min population of counties by region"],
    "max": ["max population of counties by region"],
    "bottom": ["bottom 5 states by count of counties"],
    "table": ["table counties by region with count named n, median population named middle"],
    "changes": ["changes in notify of counties in Colorado from 2017 to 2026"],
    "cite": ["cite share where detainers among counties in NM"],
    "plan": ["plan count counties where detainers by region"],
    "sql": ["sql count counties in TX with agreements"],
    "| show": ["list agreements in NM | show agency, signed"],
    "| sort": ["list counties in NM | sort by population down"],
    "| take": ["count counties by state | sort by count down | take 5"],
    "| skip": ["count counties by state | sort by count down | skip 5 | take 5"],
    "| keep": ["count counties where detainers by state | keep count > 50"],
    "| add": ["count counties by state | add place = rank(count)"],
    "| total": ["count counties by region | total"],
    "| known": ["share where notify among counties by region | known only"],
    "bands": ["count agreements by bands(year(signed), 2020, 2025)"],
    "days": ["list agreements in NM | show agency, days(signed, 2026-05-18) named age"],
    "lower": ["list counties in DE | show lower(name)"],
    "round": ["list counties in RI | show name, round(population / 1_000) named thousands"],
    "year": ["count agreements by year(signed)"],
    "percent_of_total": ["count counties by state | add part = percent_of_total(count)"],
    "previous": ["count agreements by year(signed) | add before = previous(count)"],
    "rank": ["count counties by region | add place = rank(count)"],
    "running": ["count counties by region | add so_far = running(count)"],
    "linked count of": ["list states where count of counties > 200 | show name"],
    "linked sum": ["list states in NM, TX | show name, sum population of counties named people"],
    "linked average": ["list states in NM, TX | show name, average population of counties named n"],
    "linked median": ["list states in NM, TX | show name, median population of counties named n"],
    "linked min": ["list states in NM, TX | show name, min population of counties named least"],
    "linked max": ["list states in NM, TX | show name, max population of counties named most"],
  ]
}
