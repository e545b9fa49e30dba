#!/usr/bin/env python3
"""Compares the shipped tables with the oracle's answers.

    compare.py TABLES_DIR [RAW_DIR] [--reasons]

Prints every difference and exits 1 if a value differs (answers, agreements, agencies,
counties with an own agency, populations, regions). Differences of reason, basis and
confidence are counted as notes and do not fail; --reasons lists them by kind.
"""
import collections
import csv
import os
import sys

import raw as oracle


# The same land under its older code, where the file of centres has only that one.
OLD_CODES = {"46102": "46113", "02158": "02270"}


def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


class Report:
    def __init__(self):
        self.bad = 0
        self.notes = collections.Counter()

    def differ(self, topic, text):
        self.bad += 1
        print("%s: %s" % (topic, text))


def evidence(b, fips, field):
    """What the oracle's answer rests on, in a few words."""
    out = []
    st = b["counties"][fips]["state"]
    if field in ("agreement_287g", "detainers"):
        for a in b["own_agencies"].get(fips, []):
            out.append("%s [%s]" % (a["name"], ", ".join(
                "%s %s" % (g["model"], g["document"]) for g in a["rows"])))
    if field != "agreement_287g":
        for r in b["rules"]:
            if r["state"] == st and r["field"] == field:
                out.append("%s %s=%s from %s to %s (%s)" % (
                    st, r["effect"], r["county_value"] or "-", r["effective_from"],
                    r["effective_to"] or "-", r["citation"][:60]))
    return "; ".join(out) or "nothing listed"


def compare_counties(rep, b, folder):
    shipped = {r["fips"]: r for r in table(folder, "counties")}
    grounds = {g["id"]: g for g in table(folder, "grounds")}
    if len(grounds) != len(table(folder, "grounds")):
        rep.differ("grounds", "ids repeat")
    if len(shipped) != len(table(folder, "counties")):
        rep.differ("counties", "fips repeat")
    for f in sorted(set(b["counties"]) ^ set(shipped)):
        rep.differ("counties", "%s only in %s" % (f, "oracle" if f in b["counties"] else "tables"))
    groups = collections.defaultdict(list)
    for f in sorted(set(b["counties"]) & set(shipped)):
        s, c = shipped[f], b["counties"][f]
        if s["state"] != c["state"]:
            rep.differ("counties", "%s state %s, oracle %s" % (f, s["state"], c["state"]))
        if s["name"] not in c["names"]:
            rep.differ("counties", "%s name %r is none of %s" % (f, s["name"], c["names"]))
        for col, want in (("population", b["population"].get(f, "unknown")),
                          ("region", b["regions"][c["state"]]),
                          ("latitude", b["centers"].get(OLD_CODES.get(f, f), ("unknown",) * 2)[0]),
                          ("longitude", b["centers"].get(OLD_CODES.get(f, f), ("unknown",) * 2)[1])):
            if s[col] != want and not (col in ("latitude", "longitude") and s[col] == "unknown"):
                rep.differ("counties", "%s %s %r, oracle %r" % (f, col, s[col], want))
        for field in oracle.FIELDS:
            g = grounds.get(s[field])
            if g is None:
                rep.differ("counties", "%s %s points to no ground: %r" % (f, field, s[field]))
                continue
            want = b["answers"][f, field]
            if g["value"] != want[0]:
                rep.bad += 1
                groups[field, c["state"], want, (g["value"], g["reason"], g["basis"])].append(f)
            for i, col in enumerate(("reason", "basis", "confidence"), 1):
                if g["value"] == want[0] and g[col] != want[i]:
                    rep.notes[field, want[0], col, "oracle %r" % want[i], "tables %r" % g[col]] += 1
    for (field, st, want, got), fs in sorted(groups.items()):
        print("answers: %s in %s: oracle %s (%s), tables %s (%s): %d counties" % (
            field, st, want[0], want[1] or want[2], got[0], got[1] or got[2], len(fs)))
        for f in fs:
            print("    %s %s: %s" % (f, shipped[f]["name"], evidence(b, f, field)))
    return shipped


def compare_agreements(rep, b, folder):
    ids = {a["id"]: a for a in table(folder, "agencies")}
    mine = {k: a for k, a in b["agencies"].items()}
    theirs = collections.defaultdict(list)
    for a in ids.values():
        theirs[a["state"], oracle.agency_key(a["name"])].append(a)
    print("agencies: oracle %d, tables %d" % (len(mine), len(ids)))
    for k in sorted(set(mine) ^ set(theirs)):
        rep.differ("agencies", "%s, %s only in %s" % (k[1], k[0], "oracle" if k in mine else "tables"))
    for k in sorted(set(mine) & set(theirs)):
        a = mine[k]
        if len(theirs[k]) > 1:
            rep.differ("agencies", "%s, %s stands %d times" % (a["name"], k[0], len(theirs[k])))
        for t in theirs[k]:
            for col in ("kind", "county", "located_in", "county_candidates"):
                if (t[col] or None) != a[col]:
                    rep.differ("agencies", "%s, %s: %s %r, oracle %r (TYPE %s, COUNTY %s)" % (
                        a["name"], k[0], col, t[col], a[col] or "", "/".join(sorted(a["types"])),
                        "/".join(sorted(a["cells"])) or "-"))
    snap = [g for g in table(folder, "agreements") if g["snapshot"] == "2026-05-18"]
    print("agreements: oracle %d, tables %d" % (len(b["agreements"]), len(snap)))
    if len(b["agreements"]) != len(snap):
        rep.differ("agreements", "numbers differ")
    got = collections.Counter()
    for g in snap:
        a = ids.get(g["agency"])
        if a is None:
            rep.differ("agreements", "%s points to no agency: %s" % (g["id"], g["agency"]))
            continue
        for col in ("kind", "county", "state"):
            if g[col] != a[col]:
                rep.differ("agreements", "%s: %s %r, its agency %r" % (g["id"], col, g[col], a[col]))
        got[a["state"], oracle.agency_key(a["name"]), g["model"], g["signed"], g["document"]] += 1
    want = collections.Counter(g["key"] + (g["model"], g["signed"], g["document"]) for g in b["agreements"])
    for k, n in sorted((want - got).items()):
        rep.differ("agreements", "missing %d of %s" % (n, k))
    for k, n in sorted((got - want).items()):
        rep.differ("agreements", "%d too many of %s" % (n, k))
    own = {a["county"] for a in ids.values() if a["kind"] == "county" and a["county"] not in ("", "unknown")}
    print("counties with an own agency: oracle %d, tables %d" % (len(b["own"]), len(own)))
    for f in sorted(own ^ b["own"]):
        rep.differ("own agency", "%s %s, %s only in %s: %s" % (
            f, b["counties"].get(f, {"name": "?"})["name"], b["counties"].get(f, {"state": "?"})["state"],
            "tables" if f in own else "oracle",
            "; ".join(a["name"] for a in (b["own_agencies"].get(f) or [t for t in ids.values() if t["county"] == f]))))


def compare_states(rep, b, folder):
    for s in table(folder, "states"):
        if s["code"] in b["regions"] and b["regions"][s["code"]]:
            want = ("state" if s["code"] in oracle.STATE_JAILS else
                    "regional" if s["code"] in oracle.REGIONAL_JAILS else "county")
            if s["jail_system"] != want:
                rep.differ("states", "%s jail_system %r, oracle %r" % (s["code"], s["jail_system"], want))


def compare_rules_and_figures(rep, b, folder):
    cols = "state field effect county_value effective_from effective_to instrument citation summary confidence note".split()
    if os.path.exists(os.path.join(folder, "state_rules.csv")):
        key = lambda r: tuple(" ".join(r[c].split()) for c in cols)
        mine, theirs = (collections.Counter(map(key, x)) for x in (b["rules"], table(folder, "state_rules")))
        for k in sorted(mine - theirs):
            rep.differ("state_rules", "not in tables: %s" % (k,))
        for k in sorted(theirs - mine):
            rep.differ("state_rules", "not in the raw file: %s" % (k,))
        ids = {r["id"]: r for r in table(folder, "state_rules")}
        for g in table(folder, "grounds"):
            for i in g["rules"].split():
                r = ids.get(i)
                if r is None or (g["value"] in ("yes", "no") and
                                 (oracle.rule_value(r) != g["value"] or oracle.in_force(r, oracle.DATE) != "yes")):
                    rep.differ("grounds", "%s (%s) rests on %s, which is absent, not in force or says otherwise"
                               % (g["id"], g["value"], i))
    if os.path.exists(os.path.join(folder, "figures.csv")):
        cols = "metric qualifier value unit geography period_start period_end as_of denominator stated_percent".split()
        theirs = {r["id"]: r for r in table(folder, "figures")}
        for r in b["figures"]:
            t = theirs.pop(r["id"], None)
            if t is None:
                rep.differ("figures", "%s missing" % r["id"])
                continue
            for c in cols:
                if r[c] != t[c]:
                    rep.differ("figures", "%s %s %r, raw %r" % (r["id"], c, t[c], r[c]))
            if len(r["quote"]) > 30 and r["quote"] in " ".join(t.values()):
                rep.differ("figures", "%s repeats the quoted sentence" % r["id"])
        for i in theirs:
            rep.differ("figures", "%s is not in the raw file" % i)


def main(argv):
    paths = [a for a in argv if not a.startswith("--")]
    raw_dir = paths[1] if len(paths) > 1 else oracle.default_raw()
    b = oracle.build(raw_dir)
    b["rules"] = oracle.rows(raw_dir, "policies", "state-rules.csv")
    b["regions"] = {r["postal"]: r["region"] for r in oracle.rows(raw_dir, "counties", "states.csv")}
    b["population"] = {r["fips"]: r["pop_2018"] for r in
                       oracle.rows(raw_dir, "counties", "county-population-2010-2018.csv") if r["pop_2018"]}
    b["centers"] = {r["fips"]: (r["pclat10"], r["pclon10"]) for r in oracle.rows(raw_dir, "counties", "county-centers.csv")}
    b["figures"] = oracle.rows(raw_dir, "figures", "seed-figures.csv")
    rep = Report()
    shipped = compare_counties(rep, b, paths[0])
    compare_agreements(rep, b, paths[0])
    compare_states(rep, b, paths[0])
    compare_rules_and_figures(rep, b, paths[0])
    print("%d counties, %d answers each: %d differences of value, %d notes" % (
        len(shipped), len(oracle.FIELDS), rep.bad, sum(rep.notes.values())))
    if "--reasons" in argv:
        for k, n in sorted(rep.notes.items()):
            print("  note %5d  %s" % (n, ", ".join(k)))
    return 1 if rep.bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
