"""Checks of the tables of record against the raw files: the yearbook's figures, facilities and their
years, the list of 2025-05-31, ICE's table of detainer limits, neighbours, crosswalk, departments.

Part of compare.py, which calls `compare_record`. READING: as in raw.py.
"""
import collections
import csv
import os
import re

import facilities
import raw as oracle

# READING: cells and names that misspell a county of the state.
MISSPELT = {("VA", "ABERMARLE"): "ALBEMARLE", ("CA", "SANTA BARBRA"): "SANTA BARBARA", ("LA", "VERMILLION"): "VERMILION"}
# READING: what only a map says (Battle Creek is in Calhoun County).
PLACED = dict(facilities.PLACES, BHFLDMI=("26025",))
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def compare_record(rep, b, folder, raw_dir):
    """Not on the made-up folder of the self-tests, which has none of these files."""
    if not os.path.exists(os.path.join(raw_dir, "figures", "removals-returns-1892-2013.csv")):
        return
    r = Record(rep, b, folder, raw_dir)
    for check in (r.yearbook, r.facilities, r.facility_years, r.listings, r.limits, r.neighbors, r.crosswalk, r.departments):
        check()


def differs(rep, topic, mine, theirs, what="row"):
    """Two collections that must be equal, as multisets."""
    mine, theirs = collections.Counter(mine), collections.Counter(theirs)
    for k, n in sorted((mine - theirs).items(), key=str):
        rep.differ(topic, "%s missing %d times: %s" % (what, n, k))
    for k, n in sorted((theirs - mine).items(), key=str):
        rep.differ(topic, "%s in no raw file, %d times: %s" % (what, n, k))


# READING: these entries under the cities name the county itself: Virginia's and Maryland's independent
# cities, the District, and cities that have one government with their county. New York City is five.
OWN_COUNTY = {
    ("AK", "City of Anchorage"): "02020", ("CA", "San Francisco"): "06075", ("CO", "Denver"): "08031",
    ("DC", "District of Columbia"): "11001", ("GA", "Athens"): "13059", ("HI", "City of Honolulu"): "15003",
    ("KY", "Louisville"): "21111", ("LA", "New Orleans/Orleans (Parish)"): "22071", ("MD", "Baltimore City"): "24510",
    ("PA", "Philadelphia"): "42101", ("TN", "Nashville"): "47037", ("VA", "Alexandria"): "51510",
    ("VA", "Charlottesville"): "51540", ("VA", "Hampton"): "51650", ("VA", "Lynchburg"): "51680",
    ("VA", "Manassas"): "51683", ("VA", "Martinsville"): "51690", ("VA", "Newport News"): "51700",
    ("VA", "Portsmouth"): "51740", ("VA", "Richmond"): "51760", ("VA", "Virginia Beach"): "51810"}


class Record:
    def __init__(self, rep, b, folder, raw_dir):
        self.rep, self.b, self.folder, self.raw_dir = rep, b, folder, raw_dir
        self.index = oracle.name_index(b["counties"])
        # Alaska's boroughs and areas, which the list of facilities names without their kind.
        for f, c in b["counties"].items():
            if c["state"] == "AK":
                for n in c["names"]:
                    short = re.sub(r" (City and Borough|Borough|Census Area|Municipality)$", "", n)
                    self.index.setdefault(("AK", oracle.bare(short)), f)
        self.states = {r["name"]: r["postal"] for r in oracle.rows(raw_dir, "counties", "states.csv")}

    def raw(self, *path):
        return oracle.rows(self.raw_dir, *path)

    def table(self, name):
        rows = table(self.folder, name)
        key = "code" if "code" in rows[0] and name != "facility_years" else "id" if "id" in rows[0] else "name"
        if len({r[key] for r in rows}) != len(rows):
            self.rep.differ(name, "%s repeats" % key)
        return rows

    # -------------------------------------------------------------- figures

    def yearbook(self):
        """Removals and returns by fiscal year. The traps: a decade is a row beside its years, and
        `Formal removals` and `Voluntary departures` are other columns."""
        mine = []
        for r in self.raw("figures", "removals-returns-1892-2013.csv"):
            if not re.fullmatch(r"\d{4}", r["Year"]):
                continue
            year = int(r["Year"])
            # The fiscal year began in July until 1976, in October from 1977. READING: whether the
            # quarter between is in 1976 the file does not say.
            start = "%d-07-01" % (year - 1) if year <= 1976 else "%d-10-01" % (year - 1)
            end = "%d-06-30" % year if year < 1976 else "unknown" if year == 1976 else "%d-09-30" % year
            for column in ("Removals", "Returns"):
                if r[column].strip():
                    kind = column.lower()
                    mine.append(("Y%d-%s" % (year, kind), "dhs_" + kind, "exact", r[column].strip(), kind, "US", start, end, end))
        columns = "id metric qualifier value unit geography period_start period_end as_of".split()
        theirs = [f for f in table(self.folder, "figures") if f["id"].startswith("Y")]
        differs(self.rep, "figures", mine, [tuple(f[c] for c in columns) for f in theirs])
        for f in theirs:
            if f["document"] != "DHS yearbook 2013" or f["denominator"] or f["stated_percent"] or f["about"]:
                self.rep.differ("figures", "%s says more than the yearbook" % f["id"])

    # -------------------------------------------------------------- facilities

    def facilities(self):
        listed, shipped = self.raw("detention", "facilities-2017-11.csv"), self.table("facilities")
        word = lambda v: re.sub(r"[^a-z]+", "_", v.strip().lower()).strip("_")
        seen = lambda v: "unknown" if v.strip() in ("", "Redacted", "b)(4)") else " ".join(v.split())

        def key(r):
            capacity = "" if r["Capacity"] == "AS NEEDED" else seen(r["Capacity"])
            return (None if r["DETLOC"] == "Redacted" else r["DETLOC"], seen(r["Name"]), seen(r["City"]), seen(r["County"]),
                    seen(r["State"]), word(r["Type"]), word(r["Type Detailed"]), capacity, seen(r["Population Count"]),
                    seen(r["Facility Operator"]), seen(r["Facility Owner"]), word(r["Authorization Status"]) or "unknown",
                    *(seen(r[c]) for c in ("Date of First Use", "Date of Last Use", "Best Known Contract Initiation Date",
                                           "Best Known Contract Expiration Date")))
        columns = ("name city county_as_listed state_code type type_detailed capacity held operator owner authorization"
                   " first_use last_use contract_start contract_end").split()
        differs(self.rep, "facilities", map(key, listed), [
            (None if r["code"].startswith("redacted") else r["code"],) + tuple(r[c] for c in columns) for r in shipped])
        self.sample_of_places(shipped)

    def sample_of_places(self, shipped):
        """The county where it cannot be otherwise: the COUNTY cell names one of the state, the facility's
        name names no other, and no city that is a county of its own shares the name. And whatever
        county is shipped, the cell, the name or a facility of the same city names it."""
        cities, checked = collections.defaultdict(set), 0
        written = lambda st, text: self.index.get((st, oracle.bare(MISSPELT.get((st, text), text))))
        for r in shipped:
            found = written(r["state_code"], r["county_as_listed"])
            if found:
                cities[r["state_code"], r["city"]].add(found)
        for r in shipped:
            st = r["state_code"]
            cell = written(st, r["county_as_listed"])
            town = self.index.get((st, oracle.bare(r["county_as_listed"]) + "city"))
            beside = {self.index.get((st, oracle.bare(r[c]) + "city")) for c in ("county_as_listed", "city")} - {None}
            named = re.match(r"^(.+?) (?:COUNTY|CNTY|CO|PARISH)\b", r["name"])
            named = named and written(st, named.group(1))
            alone = self.index.get((st, oracle.bare(r["city"])), "")
            beside |= {alone} if alone[2:] > "500" else set()  # Carson City
            if cell and not beside and named in (None, cell) and r["code"] not in PLACED:
                checked += 1
                if r["county"] != cell:
                    self.rep.differ("facilities", "%s (%s, %s, COUNTY %s): county %s, oracle %s" % (
                        r["code"], r["name"], st, r["county_as_listed"], r["county"] or "none", cell))
            may = {cell, town, named} | beside | cities[st, r["city"]] | set(PLACED.get(r["code"], ()))
            for f in r["county_candidates"].split() + [r["county"]]:
                if f and f != "unknown" and f not in may:
                    self.rep.differ("facilities", "%s (%s, %s, %s, COUNTY %s): %s is named by nothing" % (
                        r["code"], r["name"], r["city"], st, r["county_as_listed"], f))
        print("facilities: %d, the county of %d checked by the sample rule" % (len(shipped), checked))

    def facility_years(self):
        """By the facility list FY09 to FY18, where the mean is not 0; by the sheets from FY19."""
        mine, codes = collections.defaultdict(list), set()
        for r in self.raw("detention", "facilities-2017-11.csv"):
            codes.add(r["DETLOC"])
            for y in range(9, 19):
                if r["FY%02d ADP" % y] not in ("", "0"):
                    mine["20%02d" % y, r["DETLOC"]].append(r["FY%02d ADP" % y])
        for r in self.raw("detention", "facility-fiscal-year-2010-2026.csv"):
            if int(r["fiscal_year"][2:]) >= 19:
                # READING: a row without a code (NA) is a facility by its name and city.
                code = r["detloc"] if r["detloc"] != "NA" else "%s, %s" % (r["facility_name"], r["facility_city"])
                mine["20" + r["fiscal_year"][2:], code].append(r["adp"])
        theirs, number = collections.defaultdict(list), 0
        for r in self.table("facility_years"):
            redacted = r["code"].startswith("redacted")
            own = re.match(r"[A-Z]{2}-[a-z]", r["code"])  # a code of the project's, where the sheet has none
            code = "Redacted" if redacted else "%s, %s" % (r["name"], r["city"]) if own else r["code"]
            theirs[r["fiscal_year"][2:], code].append(r["average_population"])
            if r["facility"] and r["facility"] != r["code"] or not r["facility"] and r["code"] in codes:
                self.rep.differ("facility_years", "%s links to %r" % (r["id"], r["facility"]))
            if r["coverage"] != ("part" if r["fiscal_year"] in ("fy2018", "fy2026") else "whole"):
                self.rep.differ("facility_years", "%s covers %r" % (r["id"], r["coverage"]))
        for key in sorted(set(mine) | set(theirs)):
            a, t = mine.get(key, []), theirs.get(key, [])
            number += len(t)
            if sorted(map(near, a)) == sorted(map(near, t)):
                continue
            # READING: rows that repeat one code and year are one facility's parts; which is right, or
            # whether they add, is not said: their sum, the larger or unknown may stand.
            if len(a) > 1 and key[1] != "Redacted" and len(t) == 1:
                if t[0] == "unknown" or near(t[0]) in (max(map(near, a)), round(sum(map(float, a)), 4)):
                    print("facility_years: %s %s: rows %s, shipped as %s" % (key[0], key[1], " and ".join(a), t[0]))
                    continue
            self.rep.differ("facility_years", "%s %s: %s, oracle %s" % (key[0], key[1], t or "nothing", a or "nothing"))
        print("facility_years: %d compared" % number)

    # -------------------------------------------------------------- lists of places

    def listings(self):
        shipped = self.table("listings")
        kinds = collections.Counter(r["kind"] for r in shipped)
        if kinds != {"state": 14, "county": 391, "city": 200}:
            self.rep.differ("listings", "kinds %s" % dict(kinds))
        raw = self.raw("policies", "dhs-sanctuary-list-2025-05-31.csv")
        # READING: Lawrence among the counties of Kansas and Douglas County among its cities (of which
        # Lawrence is the county seat) changed places.
        for r in raw:
            if r["state"] == "Kansas" and r["jurisdiction"] in ("Lawrence", "Douglas County"):
                r["level"] = "city" if r["jurisdiction"] == "Lawrence" else "county"
        differs(self.rep, "listings", [(self.states[r["state"]], r["level"], " ".join(r["jurisdiction"].split())) for r in raw],
                [(r["state"], r["kind"], r["place"]) for r in shipped])
        # A reason stands beside the states, and the District of Columbia (a city there), only.
        reasons = collections.Counter(self.states[r["state"]] for r in raw if r["basis"].strip())
        differs(self.rep, "listings", reasons.elements(), [r["state"] for r in shipped if r["given_reason"].strip()], "reason")
        for r in shipped:
            if r["date"] != "2025-05-31" or "withdrawn within days, disputed" not in r["list"]:
                self.rep.differ("listings", "%s does not say what list it is on" % r["id"])
            found = self.index.get((r["state"], oracle.bare(r["place"]))) if r["kind"] == "county" else ""
            if r["kind"] == "city":
                found = OWN_COUNTY.get((r["state"], r["place"]), "")
            if (found or "unknown") != (r["county"] or "unknown") and (r["kind"] != "county" or found):
                self.rep.differ("listings", "%s, %s: county %r, oracle %r" % (r["place"], r["state"], r["county"], found))
            elif r["kind"] == "county" and not found:
                print("listings: %s, %s names no county of the state as written; shipped as %r" % (
                    r["place"], r["state"], r["county"]))

    def limits(self):
        shipped = collections.defaultdict(list)
        for r in self.table("detainer_limits"):
            shipped[r["state"], oracle.bare(r["place"])].append(r)
        once, same = {}, 0
        for r in self.raw("policies", "detainer-limits-2014-2017.csv"):
            same += tuple(r.values()) in once
            once[tuple(r.values())] = r
        print("detainer_limits: %d rows of the raw file repeat another word for word" % same)
        wanted, disagreements = collections.defaultdict(list), []
        for r in once.values():
            state, place, kind = self.location(r["Location"], r["Designation"])
            wanted[state, oracle.bare(place)].append((kind, month(r["Date Enacted"]), category(r), r))
        for key in sorted(set(shipped) | set(wanted)):
            a, t = wanted.get(key, []), shipped.get(key, [])
            differs(self.rep, "detainer_limits", [key + w[:2] for w in a], [key + (r["kind"], r["enacted"]) for r in t])
            if sorted(w[2] for w in a) != sorted(r["category"] for r in t):
                disagreements.append("%s, %s: %s, oracle %s: %s" % (
                    key[1], key[0], [r["category"] for r in t], [w[2] for w in a],
                    " | ".join(w[3]["Criteria for Honoring Detainer"] for w in a)))
            for r in t:
                want = self.index.get((r["state"], oracle.bare(r["place"])), "?") if r["kind"] == "county" else ""
                if r["county"] != want:
                    self.rep.differ("detainer_limits", "%s: county %r, oracle %r" % (r["id"], r["county"], want))
        for text in disagreements:
            self.rep.differ("detainer_limits", text)

    def location(self, text, designation):
        """-> (postal code, place, kind). Repairs of the scan are by hand."""
        text = re.sub(r"\blowa\b", "Iowa", text).replace("Berkley", "Berkeley").replace("Haven. ", "Haven, ")
        text = re.sub(r"\s+\d{5}$", "", text)
        place, _, state = text.rpartition(", ")
        code = "DC" if state == "DC" else self.states[state]
        kind = {"1": "city", "2": "county", "3": "state"}[designation.strip() or "1"]
        if place == "Colorado County Jails":  # the state's jails, although it is designated a county's
            return code, "County jails of Colorado", "state"
        return code, place or state, kind

    # -------------------------------------------------------------- places

    def neighbors(self):
        """The pairs of 2010, in the codes of 2020. An area that was split is `unknown`, one of its parts."""
        renamed = {"46113": "46102", "02270": "02158", "51515": "51019"}
        split = {"02261": ["02063", "02066"]}
        here, want = self.b["counties"], set()
        known = lambda f: f in here or f in split
        for r in self.raw("counties", "county-neighbors.csv"):
            a, n = (renamed.get(r[c], r[c]) for c in ("orgfips", "adjfips"))
            if known(a) and known(n) and a != n:
                want.add((a, n))
        sure = {p for p in want if not set(p) & set(split)}
        shipped = self.table("neighbors")
        theirs = [(r["county"], r["neighbor"]) for r in shipped if "unknown" not in (r["county"], r["neighbor"])]
        differs(self.rep, "neighbors", sure, theirs, "pair")
        got = set(theirs)
        for a, n in sorted(got):
            if (n, a) not in got or a == n:
                self.rep.differ("neighbors", "%s-%s is not there the other way round" % (a, n))
        # Each pair with the split area is open for each of its parts, both ways round.
        parts = split["02261"]
        other = {p[0] for p in want if p[1] in split}
        open_ = {(x, p) for x in other for p in parts} | {(p, x) for x in other for p in parts} | {tuple(parts), tuple(parts[::-1])}
        for r in shipped:
            if "unknown" in (r["county"], r["neighbor"]):
                if (r["county"], r["neighbor_candidates"]) not in open_ or r["neighbor"] != "unknown":
                    self.rep.differ("neighbors", "%s: open, but no pair with %s" % (r["id"], "02261"))
                open_.discard((r["county"], r["neighbor_candidates"]))
        for pair in sorted(open_):
            self.rep.differ("neighbors", "open pair %s-%s is not there" % pair)
        print("neighbors: %d pairs, %d open" % (len(theirs), len(shipped) - len(theirs)))

    def crosswalk(self):
        """What the vintages themselves say: a code that ended, a code that is new. Connecticut's nine
        regions are of 2022 and in no vintage here."""
        vintages = collections.defaultdict(set)
        for r in self.raw("counties", "county-vintages.csv"):
            if r["fips"][:2] < "57":
                vintages[r["vintage"]].add(r["fips"])
        ever, now = set.union(*vintages.values()), set(self.b["counties"])
        rows = self.table("crosswalk")
        old, new = {r["old"] for r in rows if r["old"]}, {r["new"] for r in rows if r["new"]}
        ended, begun = ever - now, now - vintages["2000"]
        for f in sorted(ended - old):
            self.rep.differ("crosswalk", "%s ended and is not there" % f)
        # A county that took in a part of another is not new; a Connecticut county has no new code.
        for f in sorted(begun - new):
            self.rep.differ("crosswalk", "%s is new since 2000 and is not there" % f)
        for r in rows:
            if r["change"] == "replaced":
                fine = r["old"][:2] == "09" and not r["new"] and not r["county"] and r["old"] in now
            else:
                fine = r["county"] == r["new"] and r["new"] in now and (r["old"] in ended if r["old"] else r["new"] in begun)
            if not fine:
                self.rep.differ("crosswalk", "%s: %s" % (r["id"], r["change"]))
        print("crosswalk: %d codes ended, %d are new since 2000, %d rows" % (len(ended), len(begun), len(rows)))

    def departments(self):
        raw = self.raw("figures", "roundtable-2011-departments.csv")
        shipped = self.table("departments")
        differs(self.rep, "departments", [(r["place"], r["state"]) for r in raw], [(r["place"], r["state"]) for r in shipped])
        if len(shipped) != 15:
            self.rep.differ("departments", "%d, not fifteen" % len(shipped))


def near(text):
    """A mean to four decimals, since the sheets have more than a mean can bear; else the text."""
    return round(float(text), 4) if re.fullmatch(r"[0-9.]+(e-\d+)?", text) else -1


def month(text):
    """`Sep-14` is September 2014. Two cells are a spreadsheet's reading of that: 2015-08-14."""
    m = re.fullmatch(r"([A-Z][a-z]{2})-(\d\d)", text)
    if m:
        return "20%s-%02d" % (m.group(2), MONTHS.index(m.group(1)) + 1)
    m = re.fullmatch(r"2015-(\d\d)-(\d\d)", text)
    return "20%s-%s" % (m.group(2), m.group(1))


def category(row):
    """ICE's sentence as one of four, by this script's own reading."""
    text = " ".join(row["Criteria for Honoring Detainer"].lower().split())
    # Nothing but the refusal, or one that names the people in one jail.
    if re.fullmatch(r"(.* )?will not (be )?honor (ice|immigration) detainers?( for individuals in .* no longer honor detainers)?", text):
        return "declines_all"
    minor = re.search(r"accompanying criminal charge|criminal charges are pending|underlying offense|rare exception", text)
    if not minor and re.search(r"convict|felon|murder|degree crime|indictable|homicide", text):
        return "serious_offences_only"
    # What may do instead of a judge's own paper: a bare warrant, probable cause, another purpose.
    # READING: a warrant that needs no judge, and an order of deportation (an immigration judge's), are
    # not a court's warrant; a federal judge's order is.
    condition = re.split(r"unless ?|without ", text, maxsplit=1)[-1]
    if re.search(r"without review by a judge|order of deportation signed", condition):
        return "other"
    parts = re.split(r" or (?!magistrate|judicial official|order$|order\b(?! of))|, (?=an |or )", condition)
    judged = r"judge|judicial|magistrate|court order|criminal warrant"
    shared = condition.startswith("a judicially issued")  # of everything that it lists
    if re.search(judged, condition) and (shared or all(re.search(judged, p) for p in parts)):
        return "needs_judicial_warrant"
    return "other"
