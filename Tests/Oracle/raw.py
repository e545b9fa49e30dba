#!/usr/bin/env python3
"""Independent oracle: the answers of any day, straight from the raw files.

Reads the raw files only (never the shipped tables, never the Swift builder) and works
out, for each of the 3,143 counties, yes / no / unknown for eight answer fields, and how
ICE's three lists of 287(g) agreements resolve into agreements, agencies and counties.

    raw.py [RAW_DIR] [--date YYYY-MM-DD] > answers.csv   fips,field,value,reason,basis,confidence
    raw.py [RAW_DIR] [--date ...] --summary              counts per field and reason
    raw.py [RAW_DIR] --agencies                          one row per agency and list, as matched
    raw.py [RAW_DIR] --report                            repairs, contradictions, unmatched agencies

Without --date the day is the newest list's, 2026-05-18. Standard library only. Comments that
begin with READING say how a sentence of the dataset issue was read where it leaves room; the
reading taken is the one that prints fewer certain values.
"""
import calendar
import collections
import csv
import datetime
import os
import re
import sys
import unicodedata

import facilities

DATE = datetime.date(2026, 5, 18)
COUNTIES = 3143  # in the Census list of 2020; the self-tests' made-up folder has fewer
LISTS = [datetime.date(2025, 1, 22), datetime.date(2025, 7, 18), DATE]
FIELDS = ["agreement_287g", "detention_contract", "detainers", "notify", "access_limited", "inquiry",
          "inquiry_required", "resources"]
JAIL_FIELDS = {"detainers", "notify", "access_limited"}
STATE_JAILS = {"AK", "CT", "DE", "HI", "RI", "VT"}
REGIONAL_JAILS = {"WV"}
# The rules' README says of these that they were not searched by themselves (PA: "no state
# rule looked for beyond the surveys"). Everywhere else a missing row is `no rule found`.
NOT_SEARCHED = {"AK", "MI", "ND", "PA"}
# The same README, state by state. NC: "The 2015 act on local bans was not looked up" (local
# bans on helping are the field resources). OK: "the statute text was not reached. No row."
# IA: "Jail access under 27A.4 not reached"; TX: "Jail access (752.053(b)) not reached".
UNREAD = {("NC", "resources"): "not searched", ("IA", "access_limited"): "text not read",
          ("TX", "access_limited"): "text not read"}
UNREAD_STATES = {"OK": "text not read"}

MODELS = {"Jail Enforcement Model": "jail_enforcement",
          "Warrant Service Officer": "warrant_service_officer",
          "Task Force Model": "task_force"}
# A county the vintage file of 2020 lacks although the Census list has it (it came with
# 02066 out of 02261). No raw file gives its population or position: both unknown.
MISSING_IN_FILE = {"02063": "Chugach Census Area"}

# ------------------------------------------------------------------ names

# Task-force agreements under the present programme begin in 2025; a signing day before
# the earliest day of any of the list's other rows is not possible.
EARLIEST_SIGNED = datetime.date(2019, 1, 1)
# RULING: no task force agreement stands in the list of 2025-01-22, so none was signed before it.
EARLIEST_TASK_FORCE = LISTS[0]

# Agencies of a county whose name does not carry the county's name as the Census writes it.
NAMED_AGENCIES = {
    ("FL", "jacksonville sheriff's office"): ("12031", "consolidated Jacksonville is Duval County"),
    ("FL", "miami dade sheriff's office"): ("12086", "name lacks the word County"),
    ("FL", "miami dade corrections and rehabilitation"): ("12086", "name lacks the word County"),
    ("TX", "lampass county sheriff's office"): ("48281", "Lampass is Lampasas"),
    ("FL", "miami-dade sheriff's office"): ("12086", "name lacks the word County"),
    ("FL", "miami-dade corrections and rehabilitation"): ("12086", "name lacks the word County"),
    ("NV", "las vegas metropolitan police department"): ("32003", "city-county police that is Clark County's sheriff"),
    ("MI", "berrian county sheriff's office"): ("26021", "Berrian is Berrien"),
    ("TX", "neuces county constable precinct 5"): ("48355", "Neuces is Nueces"),
    ("VA", "hopewell county sheriff's office"): ("51670", "no Hopewell County; Hopewell is an independent city"),
}
# RULING: the name is that of a district's office, TYPE and COUNTY say Kay County. Whose it
# is is not settled, so it is no county's own, and Kay County (alone) is unknown.
# READING: not so the office of constables of Pennsylvania in Cambria County (list of 2025-07-18, TYPE
# County): constables there are officers of townships and wards, so it is a municipality's.
CANDIDATES = {("OK", "office of the district attorney - eighth district"): "40071"}
# READING: a regional jail authority that several counties share is no single county's own
# agency, and the list names no county for it. It is a county-level agency (TYPE County)
# that stays unmatched: the unlisted counties of its state are unknown. Also where its
# name lists counties, it does not make `agreement_287g` or `detainers` of these yes:
# whether a joint authority is "an agency of the county government" is not certain.
# So is the district jail at Albemarle, North Carolina (lists of 2025; no Albemarle County is in
# the state), and the authority of Southwest Virginia is one also where TYPE says State Agency
# (2025-07-18): the name decides.
UNMATCHED = {("NC", "albermarle district jail"), ("NC", "albemarle district jail"),
             ("VA", "rappahannock, shenandoah, warren regional jail authority"),
             ("VA", "southwest virginia regional jail authority")}
# Names with "County" that are not a county's: police that municipalities share.
NOT_THE_COUNTYS = re.compile(r"regional police|police cooperative|police authority", re.I)
# COUNTY cells of municipalities that name no county of the state as written.
LOCATED_REPAIRS = {
    ("PA", "miffin"): "42087", ("TX", "guadalupe conty"): "48187", ("TN", "sparta-white"): "47185",
    ("KY", "whitely"): "21235", ("LA", "arcadia"): "22001", ("IN", "stueben"): "18151",
    ("FL", "flagere"): "12035", ("PA", "alleghany"): "42003",
    ("SC", "lexignton"): "45063", ("OK", "bryant"): "40013", ("FL", "flager"): "12035",
    ("FL", "lake conty"): "12069", ("TX", "fall"): "48145", ("FL", "st. luice"): "12111",
}
# Left unknown: `North County` (MO), `Overton County` (TX) are no counties, and Bowie County
# is of Texas while the agency (Texarkana Police Department) is of Arkansas.


def fold(text):
    """Lower case, no accents, one blank, straight apostrophe."""
    text = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).lower().split())


def bare(name):
    """A county's name as a key: without its kind, Saint as st, letters only."""
    name = re.sub(r" (county|parish)$", "", fold(name))
    name = re.sub(r"\bsaint\b", "st", name)
    name = re.sub(r"\bsainte\b", "ste", name)
    return re.sub(r"[^a-z ]", "", name.replace("-", " ")).replace(" ", "")


def agency_key(name):
    """READING: a county has one sheriff, so `Sheriff's Department` and `Sheriff's Office` of
    one county are one agency. (Walker County, TX and Waukesha County, WI stand under both;
    the list of 2025-07-18 has Waukesha's agreement of 2020-06-10 under `Office`.)"""
    return re.sub(r"sheriff'?s'? (department|office)$", "sheriff's office", fold(name))


def rows(raw, *path):
    with open(os.path.join(raw, *path), encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


# ------------------------------------------------------------------ counties

def counties(raw):
    """fips -> {name, names, state}: the Census list of 2020, 50 states and DC."""
    postal = {r["fips"]: r["postal"] for r in rows(raw, "counties", "states.csv")}
    out, names = {}, collections.defaultdict(list)  # names of every vintage
    for r in rows(raw, "counties", "county-vintages.csv"):
        names[r["fips"]].append(r["name"])
        if r["vintage"] == "2020" and not "57" <= r["fips"] < "98":
            out[r["fips"]] = None
    # A second file's spelling counts as a name too (22059: La Salle Parish and LaSalle Parish).
    for r in rows(raw, "counties", "county-population-2010-2018.csv"):
        if r["fips"] in out:
            names[r["fips"]].append(r["name"])
    for f in ("51515", "02261"):
        out.pop(f, None)
    for f, n in MISSING_IN_FILE.items():
        if f not in out and COUNTIES == 3143:
            out[f] = None
            names[f].append(n)
    for f in out:
        out[f] = {"fips": f, "name": names[f][0], "names": sorted(set(names[f])), "state": postal[f[:2]]}
    assert len(out) == COUNTIES, len(out)
    return out


def name_index(cs):
    """(state, bare name) -> fips of a county proper; cities are under (state, 'name city')."""
    idx = {}
    for f, c in sorted(cs.items()):
        for n in c["names"]:
            key = (c["state"], bare(n))
            if key in idx and idx[key] != f:
                raise SystemExit("two counties for %s" % (key,))
            idx[key] = f
    return idx


# ------------------------------------------------------------------ the ICE list

COUNTY_NAME = re.compile(r"^(?:metropolitan |county of .+? / )?(.+?) (county|parish)\b", re.I)


def ice_list(raw, cs, notes, day=DATE):
    """-> (agreements, agencies) of one list. An agency is a state and a folded name."""
    states = {fold(r["name"]): r["postal"] for r in rows(raw, "counties", "states.csv")}
    idx = name_index(cs)
    agencies, agreements = {}, []
    for line, r in enumerate(rows(raw, "agreements", "287g-participating-%s.csv" % day), 2):
        state = states[fold(r["STATE"])]
        name = " ".join(r["LAW ENFORCEMENT AGENCY"].replace("\u2019", "'").split())
        key = (state, agency_key(name))
        a = agencies.setdefault(key, {"state": state, "name": name, "types": set(), "cells": set(),
                                      "kind": None, "county": None, "located_in": None,
                                      "county_candidates": None, "rows": []})
        # The first list has neither TYPE nor COUNTY.
        a["types"].add(r.get("TYPE", "").strip())
        cell = fold(r.get("COUNTY", ""))
        a["cells"].add("" if cell in ("#na", "n/a") else cell)
        model = MODELS[r["SUPPORT TYPE"].strip()]
        signed = signing_day(r["SIGNED"].strip(), model, day)
        if signed is None:
            notes.append("%s, line %d: signing day %r (%s, %s)" % (day, line, r["SIGNED"], name, state))
        moa = r["MOA"].strip()
        assert moa in ("link", "link pending") or moa.startswith("https://"), moa
        g = {"line": line, "key": key, "model": model,
             "signed": signed.isoformat() if signed else "unknown", "day": signed,
             "document": "pending" if moa == "link pending" else "linked"}
        agreements.append(g)
        a["rows"].append(g)
    for key, a in agencies.items():
        match_agency(key, a, idx, cs, notes)
    return agreements, agencies


def signing_day(text, model, listed):
    """READING: `7/72025` and `05/082025` lack a stroke and can be read in one way only (the next
    list dates the second 2025-05-08); 5025 and 2016 are not mended, but unknown."""
    parts = re.fullmatch(r"(\d{1,2})/(\d{1,2})(20\d\d)", text)
    if parts:
        text = "%s-%02d-%02d" % (parts.group(3), int(parts.group(1)), int(parts.group(2)))
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    first = EARLIEST_TASK_FORCE if model == "task_force" else EARLIEST_SIGNED
    return day if first <= day <= listed else None


def match_agency(key, a, idx, cs, notes):
    state, name = key
    assert len(a["types"]) == 1, a
    typ, cell = next(iter(a["types"])), sorted(a["cells"])[-1]
    say = lambda text: notes.append("%s, %s: %s" % (a["name"], state, text))
    m = COUNTY_NAME.match(name)
    if key not in UNMATCHED and (typ == "State Agency" or
                                 typ == "" and re.search(r"department of corrections$", name)):
        a["kind"] = "state"
        return
    if key in CANDIDATES:
        a["kind"], a["county_candidates"] = "state", CANDIDATES[key]
        say("may be the own agency of %s" % cs[CANDIDATES[key]]["name"])
        return
    if key in UNMATCHED:
        a["kind"], a["county"] = "county", "unknown"
        say("unmatched: belongs to several counties (COUNTY %r)" % cell)
        return
    if key in NAMED_AGENCIES:
        a["kind"], (a["county"], why) = "county", NAMED_AGENCIES[key]
        say("named repair: %s" % why)
    elif m and not NOT_THE_COUNTYS.search(name) and (state, bare(m.group(1))) in idx:
        a["kind"], a["county"] = "county", idx[state, bare(m.group(1))]
    if a["kind"] == "county":
        if typ not in ("County", ""):
            say("name says county agency, TYPE says %s" % typ)
        if cell and idx.get((state, bare(cell))) != a["county"]:
            say("name says %s, COUNTY says %r" % (cs[a["county"]]["name"], cell))
        return
    a["kind"] = "municipality"
    if typ == "County":
        say("name says a town's agency, TYPE says County")
    # READING: "filled where the list gives it", also where TYPE is wrong. One exception: the
    # city of Yoakum lies in Lavaca and DeWitt Counties, so its COUNTY cell is wrong as well.
    if not cell or key == ("TX", "yoakum police department"):
        a["located_in"] = "unknown"
        return
    hit = idx.get((state, bare(cell))) or LOCATED_REPAIRS.get((state, re.sub(r" county$", "", cell)))
    if not hit:
        say("COUNTY %r is no county of the state" % cell)
    a["located_in"] = hit or "unknown"


# ------------------------------------------------------------------ state rules

def first_last(text):
    """The first and the last day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    p = [int(x) for x in text.split("-")]
    if len(p) == 1:
        return datetime.date(p[0], 1, 1), datetime.date(p[0], 12, 31)
    if len(p) == 2:
        return datetime.date(p[0], p[1], 1), datetime.date(p[0], p[1], calendar.monthrange(*p)[1])
    return datetime.date(*p), datetime.date(*p)


# Federal courts stopped Texas's SB 4 from 2017-08-30 until the stay of 2017-09-25 (the issue names
# both days). READING: both days are within, and every SB 4 row that starts in 2017 is meant.
SUSPENDED = {("TX", "2017-09-01"): (datetime.date(2017, 8, 30), datetime.date(2017, 9, 25))}
# Florida's SB 168, the duty to use best efforts (908.104(1)): enjoined on 2021-09-21, vacated by the
# court of appeals on 2023-04-13 (the project's sources florida-sb168-...; no raw file has it).
SUSPENDED_RULES = {("FL", "resources", "2019-07-01"): (datetime.date(2021, 9, 21), datetime.date(2023, 4, 13))}


def in_force(rule, date):
    """yes, no, suspended, or start (begun at the earliest reading, not at the latest), or end."""
    begin, begun = first_last(rule["effective_from"])
    if date < begin:
        return "no"
    stop = (SUSPENDED.get((rule["state"], rule["effective_from"])) or
            SUSPENDED_RULES.get((rule["state"], rule["field"], rule["effective_from"])))
    if stop and stop[0] <= date <= stop[1]:
        return "suspended"
    if rule["effective_to"].strip():
        # effective_to is the last day of force (CA: to 2017-12-31, successor from 2018-01-01);
        # certain only to the first day that the end can mean.
        stop, stopped = first_last(rule["effective_to"])
        if date > stopped:
            return "no"
        if date > stop:
            return "end"
    return "yes" if date >= begun else "start"


def rule_value(rule, field=None):
    """What the row says of every county of its state: yes, no or None."""
    v = rule["county_value"].strip() or None
    field = field or rule["field"]
    if field == "inquiry_required":
        # Every row of inquiry that says yes in its own cell is a duty to ask (`must`, `had to`).
        return v
    if rule["field"] == "inquiry" and v is None and rule["effect"] == "requires":
        # A bar on local bans makes `inquiry` yes (officers may ask). All rows of inquiry with
        # effect `requires` and no value are such bars; the assertion keeps that true.
        assert "Bars local bans" in rule["note"] or "may not" in rule["summary"] or "No local policy" in rule["summary"], rule
        return "yes"
    if field == "agreement_287g" or field == "detention_contract" and v == "yes":
        return None  # facts of record, which no duty fills
    # READING: the same sentence is not stretched to other fields: a bar on local bans gives
    # resources a value only where the file's own county_value gives it (not AR, SD, WY).
    return v


class Law:
    """What the state's rules alone say of a field on a day."""

    def __init__(self, value, reason, confidence="", doubtful=frozenset()):
        self.value, self.reason, self.confidence = value, reason, confidence
        self.doubtful = doubtful  # values of rules whose start or end the day may or may not reach


def law(rules, state, field, date):
    column = "inquiry" if field == "inquiry_required" else field
    mine = [r for r in rules if r["state"] == state and r["field"] == column]
    if not mine:
        return Law(None, silence(state, column))
    status = [(in_force(r, date), r) for r in mine]
    value = lambda r: rule_value(r, field)
    live = [r for s, r in status if s == "yes" and value(r)]
    open_ = [(s, r) for s, r in status if s in ("start", "end", "suspended") and value(r)]
    values, doubtful = {value(r) for r in live}, frozenset(value(r) for _, r in open_)
    if open_ and values != doubtful:
        how = {s for s, _ in open_}
        # READING: during a doubtful start nothing is said, also where an older rule with the
        # other value still runs.
        reason = ("suspended" if how == {"suspended"} else
                  "end not known to the day" if how == {"end"} else "start not known to the day")
        return Law(None, reason, "", doubtful)
    if len(values) > 1:
        # Would be a successor that changes sides; no state has one on any day.
        return Law(None, "conflicting", "", frozenset(values))
    if values:
        # READING: one high row is enough for high; rows that agree support each other.
        conf = "high" if any(r["confidence"] == "high" for r in live) else "medium"
        return Law(values.pop(), "", conf)
    begun = [r for s, r in status if s == "yes"]
    if begun:
        unread = all(re.search(r"\btext (and start day )?not read\b", r["note"], re.I) for r in begun)
        return Law(None, "text not read" if unread else "rule leaves it open")
    if any(s in ("start", "end", "suspended") for s, _ in status):
        return Law(None, "start not known to the day")
    if any(first_last(r["effective_from"])[0] > date for r in mine):
        return Law(None, "rule not yet in force")
    return Law(None, silence(state, column))


def silence(state, field):
    """Why there is no rule in force: whether anybody looked, by the README."""
    if state in NOT_SEARCHED:
        return "not searched"
    return UNREAD_STATES.get(state) or UNREAD.get((state, field)) or "no rule found"


# ------------------------------------------------------------------ the lists and between them

class Snapshot:
    """One list, by county."""

    def __init__(self, raw, cs, day, notes):
        self.day = day
        self.agreements, self.agencies = ice_list(raw, cs, notes, day)
        self.own = collections.defaultdict(list)
        self.blocked, self.perhaps, self.jails = set(), set(), {}
        for a in self.agencies.values():
            if a["county_candidates"]:
                self.perhaps.add(a["county_candidates"])
            if a["kind"] == "county" and a["county"] == "unknown":
                self.blocked.add(a["state"])
            elif a["kind"] == "county":
                self.own[a["county"]].append(a)

    def listed(self, fips, state):
        """on, off, or why it is not certain."""
        if self.own.get(fips):
            return "on"
        if fips in self.perhaps:
            return "whose agency it is is not settled"
        return "unmatched agency" if state in self.blocked else "off"

    def signed(self, fips):
        """Signing days of the county's own agencies (None: impossible or missing)."""
        return [g["day"] for a in self.own.get(fips, []) for g in a["rows"]]

    def jail(self, fips):
        if fips not in self.own:
            return "no", []
        if fips not in self.jails:
            self.jails[fips] = self.read_jail(fips)
        return self.jails[fips]

    def read_jail(self, fips):
        """-> (yes, doubt or no; signing days) of agreements for the county's jail."""
        says = [(signs_for_jail(a), a) for a in self.own.get(fips, [])]
        for word in ("yes", "doubt"):
            hits = [a for s, a in says if s == word]
            if hits:
                return word, [g["day"] for a in hits for g in a["rows"]
                              if g["model"] != "task_force" and g["document"] == "linked"]
        return "no", []


def around(snapshots, day, found={}):
    """-> (the newest list at or before the day, the next one or None if the day is a list's)."""
    key = (day, *map(id, snapshots))
    if key not in found:
        found[key] = look_around(snapshots, day)
    return found[key]


def look_around(snapshots, day):
    before = [s for s in snapshots if s.day <= day]
    if not before:
        return None, snapshots[0]
    after = [s for s in snapshots if s.day > day]
    return before[-1], None if before[-1].day == day or not after else after[0]


def joined(days, since, day):
    """A county off the older list and on the newer: yes, no, or unknown on a day between.

    READING: a signing day at or before the older list, on which the county is not, is as
    impossible as one of the year 5025; where one of several days is impossible nothing before
    the first possible one is certain."""
    inside = [d for d in days if d and d > since]
    if any(d <= day for d in inside):
        return "yes"
    return "no" if inside and len(inside) == len(days) else "unknown"


def agreement(snapshots, fips, state, day):
    a, b = around(snapshots, day)
    if a is None:
        return "unknown", "not covered", "", ""
    yes, no = ("yes", "", "agreement", "high"), ("no", "", "listed", "high")
    was = a.listed(fips, state)
    if b is None:
        answer = yes if was == "on" else no if was == "off" else ("unknown", was, "", "")
    else:
        answer = between(a, b, fips, state, day, was, yes, no)
    if answer == no:
        # READING: "no county that had signed by a day is answered no on that day": a later list
        # with an earlier signing day takes the no back (Ottawa County, OK), and gives no yes,
        # since the list of the day is complete and lacks it.
        later = [d for s in snapshots if s.day >= day for d in s.signed(fips)]
        if any(d and d <= day for d in later):
            return "unknown", "list and signing date differ", "", ""
    return answer


def between(a, b, fips, state, day, was, yes, no):
    now = b.listed(fips, state)
    if was == "on":
        return yes if now == "on" else ("unknown", "last known yes on %s" % a.day, "", "")
    if now == "on":
        how = joined(b.signed(fips), a.day, day)
        if how == "yes":
            return yes
        if how == "no" and was == "off":
            return no
        # READING: a day that is known, but before the list that lacks the county, is not unknown.
        early = any(d and d <= a.day for d in b.signed(fips))
        return "unknown", (was if was != "off" else "list and signing date differ" if early
                           else "signing date not known"), "", ""
    if was == now == "off":
        return no
    # READING: where an unmatched agency stands on either list, nothing between is certain.
    return "unknown", was if was != "off" else now, "", ""


def jail_agreement(snapshots, fips, day):
    """yes, doubt, left or no: whether an agreement for the county's jail speaks on the day.

    READING: "no value while the document is pending": an agreement that was pending on the
    older list and is linked on the newer speaks from the newer list on, since nobody says on
    which day between the document appeared. One that joined linked speaks from its signing
    day. One that left says nothing (not no), and the law speaks alone."""
    a, b = around(snapshots, day)
    if a is None:
        return "no", None
    was, _ = a.jail(fips)
    if b is None or was == b.jail(fips)[0]:
        return was, a.day
    now, days = b.jail(fips)
    if was == "no" and joined(days, a.day, day) == "yes":
        return now, a.day
    if {was, now} == {"yes", "doubt"}:
        return "doubt", a.day
    return ("left" if was == "yes" else "no"), a.day


# ------------------------------------------------------------------ announcements

# (fips, field): value, day, confidence. The Milwaukee County Sheriff, 2019-02-26: ICE is not
# alerted without a judge's warrant. READING: a radio station and a newspaper of another owner say
# so, two sources, so high; for a year: to the day before the same date of the next year.
ANNOUNCED = {("55079", "notify"): ("no", datetime.date(2019, 2, 26), "high")}


def announced(fips, field, date):
    """-> (value or None, reason when it has run out, confidence)."""
    hit = ANNOUNCED.get((fips, field))
    if not hit or date < hit[1]:
        return None, "", ""
    if date >= hit[1].replace(year=hit[1].year + 1):
        return None, "last known %s on %s" % (hit[0], hit[1]), ""
    return hit[0], "", hit[2]


# ------------------------------------------------------------------ answers

ENDED = {"MD"}
# Fields on which something besides the state's law speaks of single counties.
RECORDED = {"agreement_287g", "detention_contract", "detainers"}


class Record:
    """The raw files, read once."""

    def __init__(self, raw):
        self.notes = []
        self.counties = counties(raw)
        self.snapshots = [Snapshot(raw, self.counties, d, self.notes) for d in LISTS]
        self.rules = rows(raw, "policies", "state-rules.csv")
        for f, field in ANNOUNCED:
            # "A law outranks an announcement older than it": no rule of the state has the field.
            assert f not in self.counties or not [
                r for r in self.rules if r["state"] == self.counties[f]["state"] and r["field"] == field]
        self.detention = facilities.Detention(
            rows(raw, "detention", "facilities-2017-11.csv"),
            rows(raw, "detention", "facility-fiscal-year-2010-2026.csv"),
            self.counties, name_index(self.counties), bare)
        self.notes += self.detention.notes

    def answers(self, date=DATE, only=None):
        """{(fips, field): (value, reason, basis, confidence)} on a day; of these pairs only."""
        out, laws, shared = {}, {}, {}
        for f, fields in [(f, FIELDS) for f in self.counties] if only is None else only.items():
            st = self.counties[f]["state"]
            for field in fields:
                if (st, field) not in laws:
                    laws[st, field] = law(self.rules, st, field, date)
                if field in RECORDED or (f, field) in ANNOUNCED:
                    out[f, field] = self.answer(f, st, field, date, laws[st, field])
                    continue
                if (st, field) not in shared:  # only the state's law speaks: one answer for all
                    shared[st, field] = self.answer(f, st, field, date, laws[st, field])
                out[f, field] = shared[st, field]
        return out

    def answer(self, f, st, field, date, rule):
        if field == "agreement_287g":
            return agreement(self.snapshots, f, st, date)
        if field in JAIL_FIELDS and (st in STATE_JAILS or st in REGIONAL_JAILS):
            return "unknown", "no county jail", "", ""
        if field == "detention_contract":
            says = self.detention.at(f, st, date)
            # READING: a ban on making or renewing contracts does not end one that runs. Where the
            # list of 2017 has an agreement of any status in the county, only a rule that ended
            # existing ones says no: Maryland's. Illinois's did too, but the row adds that courts
            # delayed it in some counties.
            if rule.value == "no" and says[0] is None and f in self.detention.igsa and st not in ENDED:
                return "unknown", "end of contract not known", "", ""
            return meet(rule, says)
        if field == "detainers":
            says, since = jail_agreement(self.snapshots, f, date)
            if says == "yes":
                return meet(rule, ("yes", "", "agreement", "high"))
            reason = {"left": "last known yes on %s" % since, "no": "",
                      "doubt": "who runs the jail is not settled"}[says]
            return meet(rule, (None, reason, "", ""))
        value, reason, conf = announced(f, field, date)
        return meet(rule, (value, reason, "announced" if value else "", conf))


def meet(rule, record):
    """The law and one fact of another basis (an agreement, a list, an announcement)."""
    value, reason, basis, conf = record
    if value is None:
        if rule.value:
            return rule.value, "", "law", rule.confidence
        doubt = rule.reason in ("conflicting", "suspended") or "not known to the day" in rule.reason
        return "unknown", rule.reason if doubt or not reason else reason, "", ""
    if rule.value == value:
        return value, "", "law+" + basis, "high" if "high" in (conf, rule.confidence) else conf
    if rule.value:
        # No raw row says that a rule reaches signed agreements which still stand: Illinois and
        # Maryland ended contracts, and no sheet of a later year names one of theirs.
        return "unknown", "conflicting" if basis == "announced" else "law and agreement differ", "", ""
    if rule.doubtful - {value}:
        # READING: a rule that may or may not be in force and says otherwise takes certainty away.
        return "unknown", rule.reason, "", ""
    return value, reason, basis, conf


def build(raw, date=DATE):
    """Everything that compare.py and fixture.py read; agencies and agreements of the newest list."""
    record = Record(raw)
    newest = record.snapshots[-1]
    return {"record": record, "counties": record.counties, "agreements": newest.agreements,
            "agencies": newest.agencies, "own": {f for f in newest.own if newest.own[f]},
            "answers": record.answers(date), "notes": record.notes, "own_agencies": newest.own,
            "rules": record.rules}


# READING: "of the agency that runs the county's jail". Both models work only in the jail of
# the agency that signs, so a county's own agency that signed one is taken to run the jail,
# unless its name says that it cannot (prosecutors, attorneys, constables, police other than
# Las Vegas's; none has signed one).
NO_JAIL = re.compile(r"attorney|prosecutor|constable|police", re.I)
# RULING: a sheriff's signature says nothing of the jail where somebody else runs it or may.
# KY: elected jailers (Const. 99, KRS 71.020). PA: prison boards (61 Pa.C.S. 1721-1736). NM:
# sheriff, contractor or administrator, as the county chooses (33-3-1). Bowman and Dunn, ND:
# a jail of six counties. Renville, ND: held in Ward County's. Greenville, SC: the county's
# Department of Public Safety.
OTHER_JAILERS = {"KY", "PA", "NM"}
OTHER_JAILS = {("ND", "bowman"), ("ND", "dunn"), ("ND", "renville"), ("SC", "greenville")}


def signs_for_jail(agency):
    """yes, no, or doubt (a sheriff who may not run the jail)."""
    name = fold(agency["name"])
    if NO_JAIL.search(name) and not name.startswith("las vegas"):
        return "no"
    if not any(g["model"] != "task_force" and g["document"] == "linked" for g in agency["rows"]):
        return "no"
    county = COUNTY_NAME.match(name)
    if re.search(r"\bsheriff", name) and (
            agency["state"] in OTHER_JAILERS
            or county and (agency["state"], bare(county.group(1))) in OTHER_JAILS):
        return "doubt"
    return "yes"


def default_raw():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return os.path.join(os.path.dirname(root), "shared", "data")


def main(argv):
    date = DATE
    if "--date" in argv:
        at = argv.index("--date")
        date = datetime.date.fromisoformat(argv[at + 1])
        argv = argv[:at] + argv[at + 2:]
    if date > DATE:
        raise SystemExit("nothing is said after %s" % DATE)
    flags = [a for a in argv if a.startswith("--")]
    paths = [a for a in argv if not a.startswith("--")]
    b = build(paths[0] if paths else default_raw(), date)
    w = csv.writer(sys.stdout, lineterminator="\n")
    if "--summary" in flags:
        summary(b, date)
    elif "--report" in flags:
        print("\n".join(sorted(b["notes"])))
    elif "--agencies" in flags:
        w.writerow(["list", "state", "name", "kind", "county", "located_in", "county_candidates", "models"])
        for s in b["record"].snapshots:
            for k, a in sorted(s.agencies.items()):
                w.writerow([s.day, a["state"], a["name"], a["kind"], a["county"] or "", a["located_in"] or "",
                            a["county_candidates"] or "", " ".join(sorted(g["model"] for g in a["rows"]))])
    else:
        w.writerow(["fips", "field", "value", "reason", "basis", "confidence"])
        for f in sorted(b["counties"]):
            for field in FIELDS:
                w.writerow([f, field, *b["answers"][f, field]])


def summary(b, date):
    print("on %s" % date)
    for field in FIELDS:
        c = collections.Counter(b["answers"][f, field] for f in b["counties"])
        v = collections.Counter(b["answers"][f, field][0] for f in b["counties"])
        print(field, "yes %d, no %d, unknown %d" % (v["yes"], v["no"], v["unknown"]))
        for k, n in sorted(c.items(), key=lambda kv: (kv[0][0], -kv[1])):
            print("   %6d  %s" % (n, " / ".join(x for x in k if x)))
    for s in b["record"].snapshots:
        kinds = collections.Counter(a["kind"] for a in s.agencies.values())
        print("list of %s: agreements %d, agencies %d %s, counties with own agency %d" % (
            s.day, len(s.agreements), len(s.agencies), dict(sorted(kinds.items())), len([f for f in s.own if s.own[f]])))


if __name__ == "__main__":
    main(sys.argv[1:])
