#!/usr/bin/env python3
"""Independent oracle: the answers of 2026-05-18, straight from the raw files.

Reads the raw files only (never the shipped tables, never the Swift builder) and works
out, for each of the 3,143 counties, yes / no / unknown for six answer fields, and how
the ICE list of 2026-05-18 resolves into agreements, agencies and counties.

    raw.py [RAW_DIR] > answers.csv        fips,field,value,reason,basis,confidence
    raw.py [RAW_DIR] --summary            counts per field and reason
    raw.py [RAW_DIR] --agencies           one row per agency, as matched
    raw.py [RAW_DIR] --report             repairs, contradictions, unmatched agencies

Standard library only. Comments that begin with READING say how a sentence of the
dataset issue was read where it leaves room.
"""
import calendar
import collections
import csv
import datetime
import os
import re
import sys
import unicodedata

DATE = datetime.date(2026, 5, 18)
FIELDS = ["agreement_287g", "detainers", "notify", "access_limited", "inquiry", "resources"]
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

# Agencies of a county whose name does not carry the county's name as the Census writes it.
NAMED_AGENCIES = {
    ("FL", "jacksonville sheriff's office"): ("12031", "consolidated Jacksonville is Duval County"),
    ("FL", "miami-dade sheriff's office"): ("12086", "name lacks the word County"),
    ("FL", "miami-dade corrections and rehabilitation"): ("12086", "name lacks the word County"),
    ("NV", "las vegas metropolitan police department"): ("32003", "city-county police that is Clark County's sheriff"),
    ("MI", "berrian county sheriff's office"): ("26021", "Berrian is Berrien"),
    ("TX", "neuces county constable precinct 5"): ("48355", "Neuces is Nueces"),
    ("VA", "hopewell county sheriff's office"): ("51670", "no Hopewell County; Hopewell is an independent city"),
}
# RULING: the name is that of a district's office, TYPE and COUNTY say Kay County. Whose it
# is is not settled, so it is no county's own, and Kay County (alone) is unknown.
CANDIDATES = {("OK", "office of the district attorney - eighth district"): "40071"}
# READING: a regional jail authority that several counties share is no single county's own
# agency, and the list names no county for it. It is a county-level agency (TYPE County)
# that stays unmatched: the unlisted counties of its state are unknown. Also where its
# name lists counties, it does not make `agreement_287g` or `detainers` of these yes:
# whether a joint authority is "an agency of the county government" is not certain.
UNMATCHED = {("VA", "rappahannock, shenandoah, warren regional jail authority"),
             ("VA", "southwest virginia regional jail authority")}
# Names with "County" that are not a county's: police that municipalities share.
NOT_THE_COUNTYS = re.compile(r"regional police|police cooperative", re.I)
# COUNTY cells of municipalities that name no county of the state as written.
LOCATED_REPAIRS = {
    ("PA", "miffin"): "42087", ("TX", "guadalupe conty"): "48187", ("TN", "sparta-white"): "47185",
    ("KY", "whitely"): "21235", ("LA", "arcadia"): "22001", ("IN", "stueben"): "18151",
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
        if r["vintage"] == "2020" and r["fips"] < "57":
            out[r["fips"]] = None
    # A second file's spelling counts as a name too (22059: La Salle Parish and LaSalle Parish).
    for r in rows(raw, "counties", "county-population-2010-2018.csv"):
        if r["fips"] in out:
            names[r["fips"]].append(r["name"])
    for f in ("51515", "02261"):
        out.pop(f, None)
    for f, n in MISSING_IN_FILE.items():
        if f not in out:
            out[f] = None
            names[f].append(n)
    for f in out:
        out[f] = {"fips": f, "name": names[f][0], "names": sorted(set(names[f])), "state": postal[f[:2]]}
    assert len(out) == 3143, len(out)
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


def ice_list(raw, cs, notes):
    """-> (agreements, agencies). An agency is a state and a folded name."""
    states = {fold(r["name"]): r["postal"] for r in rows(raw, "counties", "states.csv")}
    idx = name_index(cs)
    agencies, agreements = {}, []
    for line, r in enumerate(rows(raw, "agreements", "287g-participating-2026-05-18.csv"), 2):
        state = states[fold(r["STATE"])]
        name = " ".join(r["LAW ENFORCEMENT AGENCY"].replace("\u2019", "'").split())
        key = (state, agency_key(name))
        a = agencies.setdefault(key, {"state": state, "name": name, "types": set(), "cells": set(),
                                      "kind": None, "county": None, "located_in": None,
                                      "county_candidates": None, "rows": []})
        a["types"].add(r["TYPE"].strip())
        a["cells"].add("" if fold(r["COUNTY"]) in ("#na", "n/a") else fold(r["COUNTY"]))
        day = None
        try:
            day = datetime.date.fromisoformat(r["SIGNED"].strip())
            if not EARLIEST_SIGNED <= day <= DATE:
                notes.append("line %d: impossible signing day %s (%s, %s)" % (line, day, name, state))
                day = None
        except ValueError:
            notes.append("line %d: signing day %r" % (line, r["SIGNED"]))
        moa = r["MOA"].strip()
        assert moa in ("link", "link pending"), moa
        g = {"line": line, "key": key, "model": MODELS[r["SUPPORT TYPE"].strip()],
             "signed": day.isoformat() if day else "unknown",
             "document": "linked" if moa == "link" else "pending"}
        agreements.append(g)
        a["rows"].append(g)
    for key, a in agencies.items():
        match_agency(key, a, idx, cs, notes)
    return agreements, agencies


def match_agency(key, a, idx, cs, notes):
    state, name = key
    assert len(a["types"]) == 1, a
    typ, cell = next(iter(a["types"])), sorted(a["cells"])[-1]
    say = lambda text: notes.append("%s, %s: %s" % (a["name"], state, text))
    if typ == "State Agency":
        a["kind"] = "state"
        return
    m = COUNTY_NAME.match(name)
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
        if typ != "County":
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


def in_force(rule, date):
    """yes, no, or start (begun at the earliest reading, not at the latest), or end."""
    begin, begun = first_last(rule["effective_from"])
    if date < begin:
        return "no"
    if rule["effective_to"].strip():
        # effective_to is the last day of force (CA: to 2017-12-31, successor from 2018-01-01);
        # certain only to the first day that the end can mean.
        stop, stopped = first_last(rule["effective_to"])
        if date > stopped:
            return "no"
        if date > stop:
            return "end"
    return "yes" if date >= begun else "start"


def rule_value(rule):
    """What the row says of every county of its state: yes, no or None."""
    v = rule["county_value"].strip() or None
    if rule["field"] == "inquiry" and v is None and rule["effect"] == "requires":
        # A bar on local bans makes `inquiry` yes (officers may ask). All rows of inquiry with
        # effect `requires` and no value are such bars; the assertion keeps that true.
        assert "Bars local bans" in rule["note"] or "may not" in rule["summary"] or "No local policy" in rule["summary"], rule
        return "yes"
    # READING: the same sentence is not stretched to other fields: a bar on local bans gives
    # resources a value only where the file's own county_value gives it (not AR, SD, WY).
    return v


def law(rules, state, field, date):
    """-> (value or None, reason, confidence) of the state's rules alone."""
    mine = [r for r in rules if r["state"] == state and r["field"] == field]
    if not mine:
        return None, silence(state, field), ""
    status = [(in_force(r, date), r) for r in mine]
    live = [r for s, r in status if s == "yes" and rule_value(r)]
    open_ = [r for s, r in status if s in ("start", "end") and rule_value(r)]
    values = {rule_value(r) for r in live}
    if open_ and values != {rule_value(r) for r in open_}:
        return None, "start not known to the day", ""
    if len(values) > 1:
        # Would be a successor that changes sides; no state has one on the date.
        return None, "conflicting", ""
    if values:
        # READING: one high row is enough for high; rows that agree support each other.
        conf = "high" if any(r["confidence"] == "high" for r in live) else "medium"
        return values.pop(), "", conf
    begun = [r for s, r in status if s == "yes"]
    if begun:
        unread = all(re.search(r"\btext (and start day )?not read\b", r["note"], re.I) for r in begun)
        return None, "text not read" if unread else "rule leaves it open", ""
    if any(first_last(r["effective_from"])[0] > date for r in mine):
        return None, "rule not yet in force", ""
    return None, silence(state, field), ""


def silence(state, field):
    """Why there is no rule in force: whether anybody looked, by the README."""
    if state in NOT_SEARCHED:
        return "not searched"
    return UNREAD_STATES.get(state) or UNREAD.get((state, field)) or "no rule found"


# ------------------------------------------------------------------ answers

def build(raw, date=DATE):
    notes = []
    cs = counties(raw)
    agreements, agencies = ice_list(raw, cs, notes)
    rules = rows(raw, "policies", "state-rules.csv")
    own = collections.defaultdict(list)
    blocked = set()
    perhaps = {a["county_candidates"] for a in agencies.values()}
    for key, a in agencies.items():
        if a["kind"] == "county":
            if a["county"] == "unknown":
                blocked.add(a["state"])
            else:
                own[a["county"]].append(a)
    out = {}
    for f in sorted(cs):
        st = cs[f]["state"]
        jail = st not in STATE_JAILS and st not in REGIONAL_JAILS
        # agreement_287g: the list alone (complete on its day); laws never fill it.
        if own[f]:
            out[f, "agreement_287g"] = ("yes", "", "agreement", "high")
        elif f in perhaps:
            out[f, "agreement_287g"] = ("unknown", "whose agency it is is not settled", "", "")
        elif st in blocked:
            out[f, "agreement_287g"] = ("unknown", "unmatched agency", "", "")
        else:
            out[f, "agreement_287g"] = ("no", "", "listed", "high")
        for field in FIELDS[1:]:
            if field in JAIL_FIELDS and not jail:
                out[f, field] = ("unknown", "no county jail", "", "")
                continue
            value, reason, conf = law(rules, st, field, date)
            basis = "law" if value else ""
            signed = [signs_for_jail(a) for a in own[f]] if field == "detainers" else []
            if "doubt" in signed and "yes" not in signed and value is None:
                if reason not in ("conflicting", "start not known to the day"):
                    reason = "who runs the jail is not settled"
            if "yes" in signed:
                if value is None:
                    value, reason, basis, conf = "yes", "", "agreement", "high"
                elif value == "yes":
                    basis, conf = "law+agreement", "high"
                else:
                    # No raw row says that a rule reaches signed agreements.
                    value, reason, basis, conf = None, "law and agreement differ", "", ""
            out[f, field] = (value or "unknown", reason, basis, conf)
    return {"counties": cs, "agreements": agreements, "agencies": agencies,
            "own": {f for f in own if own[f]}, "answers": out, "notes": notes, "own_agencies": own}


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
    flags = [a for a in argv if a.startswith("--")]
    paths = [a for a in argv if not a.startswith("--")]
    b = build(paths[0] if paths else default_raw())
    w = csv.writer(sys.stdout, lineterminator="\n")
    if "--summary" in flags:
        for field in FIELDS:
            c = collections.Counter(b["answers"][f, field] for f in b["counties"])
            v = collections.Counter(b["answers"][f, field][0] for f in b["counties"])
            print(field, "yes %d, no %d, unknown %d" % (v["yes"], v["no"], v["unknown"]))
            for k, n in sorted(c.items(), key=lambda kv: (kv[0][0], -kv[1])):
                print("   %6d  %s" % (n, " / ".join(x for x in k if x)))
        kinds = collections.Counter(a["kind"] for a in b["agencies"].values())
        print("agreements %d, agencies %d %s, counties with own agency %d"
              % (len(b["agreements"]), len(b["agencies"]), dict(sorted(kinds.items())), len(b["own"])))
    elif "--report" in flags:
        print("\n".join(sorted(b["notes"])))
    elif "--agencies" in flags:
        w.writerow(["state", "name", "kind", "county", "located_in", "county_candidates", "models"])
        for k, a in sorted(b["agencies"].items()):
            w.writerow([a["state"], a["name"], a["kind"], a["county"] or "", a["located_in"] or "",
                        a["county_candidates"] or "", " ".join(sorted(g["model"] for g in a["rows"]))])
    else:
        w.writerow(["fips", "field", "value", "reason", "basis", "confidence"])
        for f in sorted(b["counties"]):
            for field in FIELDS:
                w.writerow([f, field, *b["answers"][f, field]])


if __name__ == "__main__":
    main(sys.argv[1:])
