"""Detention contracts: the facility list of 2017-11-06 and the sheets by fiscal year.

Part of the oracle (see raw.py): which county a facility is in, whether a county agency owns
or runs it, and what `detention_contract` says of a county on a day by these records alone.
"""
import collections
import datetime
import re

LISTED = datetime.date(2017, 11, 6)
LISTED_TO = datetime.date(2018, 9, 30)
FIRST_SHEET = 2019

# COUNTY cells that name no county of the state, or the wrong one, settled by the facility's
# name, by the borough that the cell does name, or by the cell that other rows of the same city
# have. (Names of the form `X COUNTY ...` settle themselves, see `places`.)
# READING: what only a gazetteer would settle is left unmatched, which makes the unlisted
# counties of the state unknown: AFRC (Artesia), CACFBAK (Baker), BARRECA (Alpine), MTPPDCA
# (Monterey Park) and PASADCA (Pasadena).
PLACES = {
    "ALBEMVA": ("51003", "51540"),  # the jail of Albemarle and Charlottesville
    "BLACKIA": ("19013",), "BROCRFL": ("12011",), "CADCCAL": ("06025", "06073"), "MICHIRE": ("26033",),
    "DHDFNJ": ("34013",), "GOOD": ("27049",), "NVJDCVA": ("51510",), "PORTSVA": ("51740",),
    "SUSSEDE": ("10005",),
    "ANCHOAK": ("02020",), "AKCOOKI": ("02020",), "AKHIGHL": ("02020",), "AKMCYOU": ("02020",),
    "AKCCANC": ("02020",), "AKFAIRB": ("02090",), "AKKETCH": ("02130", "02198"),
    "KODIAAK": ("02150",), "AKLEMON": ("02110",), "AKMATSU": ("02170",), "AKPALMC": ("02170",),
    "SITKAAK": ("02220",), "DUTCHAK": ("02016",), "AKWILPT": ("02122",), "AKWILCC": ("02122",),
    # READING: the name and the cell differ and neither can be dropped: both are possible.
    "BROOMCO": ("08014", "08059"), "CATAHLA": ("22025", "22079"),
    "CFREDVA": ("51043", "51069", "51840"), "RAPPSVA": ("51179", "51630"),
}
# The name says `X COUNTY`, the city is in X, and the COUNTY cell is another county's by plain
# mistake (Albany's jail in KINGS, Frankfort in JESSAMINE).
CELL_ERRORS = {"ALBCONY", "BEXJUTX", "BOWCOTX", "CALHOMI", "FRANKKY", "NOBLEMN", "PARKCMT", "SARJUNE",
               "BVRHDMT", "BROWNSD", "GENESNY", "LAPLACO", "LINCOWY", "WASHTMI"}
# States with cities that are counties of their own: a facility may be in the city or beside it.
OWN_CITIES = {"VA", "MD", "MO", "NV"}
# There COUNTY (CORRECTIONS) is the state's or the regional authority's: no county runs a jail.
NO_COUNTY_JAILS = {"AK", "CT", "DE", "HI", "RI", "VT", "WV"}
NAMED = re.compile(r"^(.+?) (?:COUNTY|CNTY|CO|PARISH)\b")


def of_county(row):
    """Whether the list says that a county agency owns or runs the facility.

    READING: a blank owner and operator say nothing; a city of Virginia that is a county of its
    own stands as CITY and counts as a city (Roanoke's jail): unknown, not yes."""
    return row["Facility Operator"].startswith("COUNTY") or row["Facility Owner"] == "COUNTY"


def kind(row):
    """igsa, marshals or None. READING: the column Type is taken (871 IGSA), whose detail may be
    JUVENILE or FAMILY; the Marshals' one contract facility counts as theirs."""
    if row["Type"] == "IGSA":
        return "igsa"
    return "marshals" if row["Type Detailed"] in ("USMS IGA", "USMS CDF") else None


def places(row, idx, bare):
    """-> (the county that the facility is of or None, every county that it may be in)."""
    code, state = row["DETLOC"], row["State"]
    if code in PLACES:
        found = PLACES[code]
        return (found[0] if len(found) == 1 else None), set(found)
    named = NAMED.match(row["Name"])
    name = idx.get((state, bare(named.group(1)))) if named else None
    cell = idx.get((state, bare(row["County"])))
    may = {f for f in (name, None if code in CELL_ERRORS else cell) if f}
    if state in OWN_CITIES:
        may |= {idx[k] for k in ((state, bare(row[c]) + "city") for c in ("County", "City")) if k in idx}
    # READING: where both the name and the cell name a county and neither is a plain mistake,
    # it is not settled whose the facility is (Otero County's centre at Chaparral, DONA ANA).
    settled = code in CELL_ERRORS or not (name and cell and name != cell)
    return ((name or cell) if settled else None), may


class Detention:
    def __init__(self, listed, sheets, cs, idx, bare):
        states = {c["state"] for c in cs.values()}
        self.yes, self.reasons, self.notes = set(), collections.defaultdict(set), []
        self.years = collections.defaultdict(set)
        self.run = {}  # code -> county of a county-run facility of the list
        self.could = {}  # code -> every county that a county-run facility may be in
        self.sure = {}  # of these, what a later sheet may rely on
        self.igsa = set()  # counties that may have had an agreement of their own
        self.later = set()  # counties whose name a facility of the next sheet bears
        self.unplaced = set()
        for r in listed:
            what = kind(r)
            if not what or r["State"] not in states or r["DETLOC"] == "Redacted":
                continue
            home, may = places(r, idx, bare)
            if not may:
                self.notes.append("%s, %s: county %r not known" % (r["DETLOC"], r["State"], r["County"]))
                self.unplaced.add(r["State"])
            if of_county(r) and r["State"] not in NO_COUNTY_JAILS:
                self.could[r["DETLOC"]] = may
            if home and of_county(r) and r["State"] not in NO_COUNTY_JAILS:
                self.run[r["DETLOC"]] = home
                if r["Facility Operator"].startswith("COUNTY") or NAMED.match(r["Name"]):
                    self.sure[r["DETLOC"]] = home
            granted = what == "igsa" and r["Authorization Status"] == "AUTHORIZED" and of_county(r)
            granted = granted and r["State"] not in NO_COUNTY_JAILS
            if granted and home:
                self.yes.add(home)
            if granted and not home:
                self.notes.append("%s: authorised, county not certain" % r["DETLOC"])
            other = r["Facility Operator"] and not of_county(r)
            authorised = r["Authorization Status"] == "AUTHORIZED"
            # READING: of an authorised facility nobody may say that it is not; what keeps the answer open
            # is that its owner and operator are blank, or that its county is not settled.
            reason = ("marshals' rider only" if what == "marshals" else
                      "city or company" if other else
                      "listed, not authorised" if not authorised else
                      "whose facility it is is not settled" if not home else "owner not known")
            for f in may:
                # Of a county beside the one that the facility is of, only that is open.
                beside = f != home and reason == "owner not known"
                self.reasons[f].add("whose facility it is is not settled" if beside else reason)
                # READING: a city's or a company's agreement is not one that the county may have.
                if what == "igsa" and not other and r["State"] not in NO_COUNTY_JAILS:
                    self.igsa.add(f)
        self.read_sheets(sheets, idx, bare)

    def read_sheets(self, sheets, idx, bare):
        """READING, for `where type and county are certain`: the sheet's own type is IGSA or
        DIGSA in every row of the code and year (nine repeat), somebody was held (a mean above
        0), and the list of 2017 has the code with a settled county whose agency runs it, or owns
        it and gave it its name. An owner alone is no more than what was so in 2017: Hutto and
        West Tennessee, COUNTY then, are a company's. A code that the list lacks says neither
        whose it is nor where (Adams County Detention Center in Natchez is a company's). FAMILY,
        JUVENILE and USMS IGA do not tell the kind of contract."""
        rows = collections.defaultdict(list)
        for r in sheets:
            rows[2000 + int(r["fiscal_year"][2:]), r["detloc"]].append(r)
        for (year, code), group in rows.items():
            certain = {r["facility_type_detailed"] for r in group} <= {"IGSA", "DIGSA"}
            if year < FIRST_SHEET or not certain or held(group) <= 0:
                continue
            if code in self.sure:
                self.years[self.sure[code]].add(year)
            # READING: a county whose name a facility of fiscal year 2019 bears is not answered no
            # the year before, although the list lacks that code.
            named = NAMED.match(group[0]["facility_name"].upper())
            if year == FIRST_SHEET and named:
                self.later.add(idx.get((group[0]["facility_state"], bare(named.group(1)))))
        self.igsa |= set(self.years)

    def at(self, fips, state, day):
        """-> (value or None, reason, basis, confidence) by the records alone."""
        if day < LISTED:
            return None, "not covered", "", ""
        if day <= LISTED_TO:
            if fips in self.yes:
                return "yes", "", "listed", "high"
            for reason in ("whose facility it is is not settled", "owner not known", "listed, not authorised",
                           "city or company", "marshals' rider only"):
                if reason in self.reasons[fips]:
                    return None, reason, "", ""
            if state in self.unplaced:
                return None, "unmatched facility", "", ""
            if fips in self.later:
                return None, "listed in a later year", "", ""
            return "no", "", "listed", "high"
        year = day.year + (day.month > 9)
        if year in self.years[fips]:
            # READING: the sheets were put together by others from ICE's own: one source.
            return "yes", "", "listed", "medium"
        past = [y for y in self.years[fips] if y < year]
        if past:
            return None, "last known yes on %d-09-30" % max(past), "", ""
        if fips in self.yes:
            return None, "last known yes on %s" % LISTED, "", ""
        if self.reasons[fips] or state in self.unplaced or fips in self.later:
            return None, "not covered", "", ""
        return None, "last known no on %s" % LISTED, "", ""


def held(group):
    return sum(float(r["adp"]) for r in group if re.fullmatch(r"[0-9.]+", r["adp"]))
