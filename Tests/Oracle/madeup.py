"""A small folder of made-up raw files, and answers worked out from it by hand.

Two states that do not exist, North Example (XN, 98) and South Example (XS, 99); no row is of
a real place. Alder (98001), Birch (98003) and Cedar (98005) are of the first, Dogwood (99001)
and Elm (99003) of the second. For the self-tests of compare.py and truth.py only.
"""
import csv
import os

COUNTIES = {"98001": "Alder", "98003": "Birch", "98005": "Cedar", "99001": "Dogwood", "99003": "Elm"}
STATES = [("98", "XN", "North Example"), ("99", "XS", "South Example")]
RULE = ("state field effect county_value effective_from effective_to instrument citation summary "
        "source_title source_publisher source_url source_date confidence note").split()
FACILITY = ("DETLOC,Name,City,County,State,Type,Type Detailed,Facility Operator,Facility Owner,"
            "Authorization Status").split(",")
LATER = "STATE,LAW ENFORCEMENT AGENCY,TYPE,COUNTY,SUPPORT TYPE,SIGNED,MOA".split(",")
JAIL, GUARD, FIELD = "Jail Enforcement Model", "Warrant Service Officer", "Task Force Model"


def rule(state, field, effect, value, start, end="", note=""):
    return [state, field, effect, value, start, end, "statute", "made-up act %s" % start, "a made-up rule",
            "a made-up page", "a made-up office", "https://example.invalid/", "", "high", note]


RULES = [
    rule("XN", "inquiry", "requires", "yes", "2018"),
    rule("XS", "inquiry", "requires", "", "2019-05", note="Bars local bans only"),
    rule("XS", "detainers", "forbids", "no", "2019-02", "2025-12-31"),
    rule("XS", "detention_contract", "forbids", "no", "2019-07-01"),
    rule("XN", "detention_contract", "requires", "yes", "2016-01-01"),
]
FIRST = [["NORTH EXAMPLE", "Alder County Sheriff's Office", JAIL, "2020-01-02", "https://example.invalid/a"]]
SECOND = [
    ["NORTH EXAMPLE", "Alder County Sheriff\u2019s Office", "County ", "Alder County", JAIL, "2020-01-02", "link"],
    ["NORTH EXAMPLE", "Birch County Sheriff's Office", "County", "Birch County", GUARD, "2025-03-05", "link pending"],
    ["SOUTH EXAMPLE", "Dogwood County Sheriff's Office", "County", "Dogwood County", JAIL, "2025-02-01", "link"],
]
THIRD = [
    ["NORTH EXAMPLE", "Birch County Sheriff's Office", "County", "Birch County", GUARD, "2025-03-05", "link"],
    ["NORTH EXAMPLE", "Cedar County Sheriff's Office", "County", "Cedar County", FIELD, "2025-06-01", "link"],
    ["SOUTH EXAMPLE", "Dogwood County Sheriff's Office", "County", "Dogwood County", JAIL, "2025-02-01", "link"],
    ["SOUTH EXAMPLE", "Elm County Sheriff's Office", "County", "Elm County", FIELD, "5025-09-01", "link"],
]
FACILITIES = [
    ["ALDERXN", "ALDER COUNTY JAIL", "ALDER", "ALDER", "XN", "IGSA", "IGSA", "COUNTY (SHERIFF)", "", "AUTHORIZED"],
    ["BIRCHXN", "BIRCH COUNTY JAIL", "BIRCH", "CEDAR", "XN", "IGSA", "IGSA", "COUNTY", "", "NOT INSPECTED"],
    ["DOGWOXS", "DOGWOOD COUNTY JAIL", "DOGWOOD", "DOGWOOD", "XS", "USMS IGA", "USMS IGA", "COUNTY", "COUNTY", "AUTHORIZED"],
]
SHEETS = [["FY19", "ALDERXN", "IGSA", "12.5"], ["FY19", "DOGWOXS", "IGSA", "3"], ["FY20", "ALDERXN", "USMS IGA", "4"]]

# By hand, from the rules: (day, county, field): (value, reason).
EXPECTED = {
    # A year as a start counts from its last day; a duty makes both fields yes, a bar one of them.
    ("2017-12-31", "98001", "inquiry_required"): ("unknown", "rule not yet in force"),
    ("2018-06-01", "98001", "inquiry_required"): ("unknown", "start not known to the day"),
    ("2018-12-31", "98001", "inquiry_required"): ("yes", ""),
    ("2019-05-31", "99001", "inquiry"): ("yes", ""),
    ("2019-05-31", "99001", "inquiry_required"): ("unknown", "rule leaves it open"),
    # The list of 2017: yes, not authorised, the cell's other county, Marshals, nothing there.
    ("2017-11-05", "98001", "detention_contract"): ("unknown", "not covered"),
    ("2017-11-06", "98001", "detention_contract"): ("yes", ""),
    ("2018-09-30", "98003", "detention_contract"): ("unknown", "listed, not authorised"),
    ("2018-09-30", "98005", "detention_contract"): ("unknown", "listed, not authorised"),
    ("2018-09-30", "99001", "detention_contract"): ("unknown", "marshals' rider only"),
    ("2018-09-30", "99003", "detention_contract"): ("no", ""),
    # Later sheets: yes only, for their year; a ban against a contract; a ban alone.
    ("2018-10-01", "98001", "detention_contract"): ("yes", ""),
    ("2019-10-01", "98001", "detention_contract"): ("unknown", "last known yes on 2019-09-30"),
    ("2018-10-01", "99003", "detention_contract"): ("unknown", "last known no on 2017-11-06"),
    ("2019-06-30", "99001", "detention_contract"): ("yes", ""),
    ("2019-07-01", "99001", "detention_contract"): ("unknown", "law and agreement differ"),
    ("2019-07-01", "99003", "detention_contract"): ("no", ""),
    # Three lists and between them.
    ("2025-01-21", "98001", "agreement_287g"): ("unknown", "not covered"),
    ("2025-01-22", "98001", "agreement_287g"): ("yes", ""),
    ("2025-05-01", "98001", "agreement_287g"): ("yes", ""),
    ("2025-07-19", "98001", "agreement_287g"): ("unknown", "last known yes on 2025-07-18"),
    ("2026-05-18", "98001", "agreement_287g"): ("no", ""),
    ("2025-03-04", "98003", "agreement_287g"): ("no", ""),
    ("2025-03-05", "98003", "agreement_287g"): ("yes", ""),
    ("2025-05-31", "98005", "agreement_287g"): ("no", ""),
    ("2025-07-18", "98005", "agreement_287g"): ("unknown", "list and signing date differ"),
    ("2025-12-31", "98005", "agreement_287g"): ("unknown", "list and signing date differ"),
    ("2025-12-31", "99003", "agreement_287g"): ("unknown", "signing date not known"),
    ("2026-05-18", "98005", "agreement_287g"): ("yes", ""),
    # The jail's agreement: pending gives nothing, a law that differs makes it unknown.
    ("2025-03-05", "98003", "detainers"): ("unknown", "no rule found"),
    ("2026-05-18", "98003", "detainers"): ("yes", ""),
    ("2025-01-22", "98001", "detainers"): ("yes", ""),
    ("2025-01-31", "99001", "detainers"): ("no", ""),
    ("2025-02-01", "99001", "detainers"): ("unknown", "law and agreement differ"),
    ("2026-01-01", "99001", "detainers"): ("yes", ""),
    ("2019-02-27", "99003", "detainers"): ("unknown", "start not known to the day"),
    ("2019-02-28", "99003", "detainers"): ("no", ""),
    ("2026-05-18", "98005", "detainers"): ("unknown", "no rule found"),
}


def write(folder):
    """Writes the files and gives back how many counties they have."""
    def put(part, name, header, lines):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
        with open(os.path.join(folder, part, name + ".csv"), "w", encoding="utf-8", newline="") as f:
            csv.writer(f, lineterminator="\n").writerows([header] + lines)
    put("counties", "states", "fips postal name region division".split(),
        [[*s, "Nowhere", "Nowhere"] for s in STATES])
    named = {f: n + " County" for f, n in COUNTIES.items()}
    put("counties", "county-vintages", "vintage fips name".split(), [["2020", f, n] for f, n in named.items()])
    put("counties", "county-population-2010-2018", "fips name pop_2018".split(), [[f, n, "7"] for f, n in named.items()])
    put("counties", "county-centers", "fips pclat10 pclon10".split(), [[f, "1", "2"] for f in named])
    put("policies", "state-rules", RULE, RULES)
    put("agreements", "287g-participating-2025-01-22", [c for c in LATER if c not in ("TYPE", "COUNTY")], FIRST)
    put("agreements", "287g-participating-2025-07-18", LATER, SECOND)
    put("agreements", "287g-participating-2026-05-18", LATER, THIRD)
    put("detention", "facilities-2017-11", FACILITY, FACILITIES)
    put("detention", "facility-fiscal-year-2010-2026",
        "fiscal_year detloc facility_type_detailed adp facility_name facility_state".split(),
        [r + ["%s County Jail" % COUNTIES["98001" if r[1] == "ALDERXN" else "99001"], r[1][-2:]] for r in SHEETS])
    put("figures", "seed-figures", ["id"], [])
    return len(COUNTIES)
