#!/usr/bin/env python3
"""Compares the shipped tables with the oracle's answers.

    compare.py TABLES_DIR [RAW_DIR] [--reasons] [--every-day] [--all]
    compare.py --self-test

Prints every difference per field and date and exits 1 if a value differs (answers at the
twelve dates below, histories, agreements, agencies, counties with an own agency, populations,
regions). Differences of reason, basis and confidence are counted as notes; --reasons lists
them by kind and makes them fail too. --every-day compares the values also on every day on
which a shipped history changes, and the day before, and on every day on which the raw files
could change an answer; --all names every county of a difference.
"""
import collections
import csv
import datetime
import os
import sys

import raw as oracle
import record

DATES = [datetime.date.fromisoformat(d) for d in (
    "2017-11-06 2017-12-31 2018-09-30 2018-10-01 2019-02-26 2019-12-31 2020-02-27 2025-01-22 "
    "2025-05-01 2025-07-18 2025-12-31 2026-05-18").split()]


# Differences of reason that are not settled: printed each time, and not counted.
# Franklin County, Pennsylvania: the sheriff's agreement (who runs the jail is not settled) left
# between the lists, and the jail's own came with the same signing day. The oracle keeps the doubt
# in between, the tables say what the law's search says.
OPEN = {("42055", "detainers"): "2025-12-31"}

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
        for s in b["record"].snapshots:
            for a in s.own.get(fips, []):
                out.append("%s: %s [%s]" % (s.day, a["name"], ", ".join(
                    "%s %s %s" % (g["model"], g["signed"], g["document"]) for g in a["rows"])))
    if field == "detention_contract":
        d = b["record"].detention
        out.append("2017 %s; years %s" % ("yes" if fips in d.yes else sorted(d.reasons[fips]) or "nothing listed",
                                          sorted(d.years[fips])))
    if field != "agreement_287g":
        for r in b["rules"]:
            if r["state"] == st and r["field"] == field.replace("_required", ""):
                out.append("%s %s=%s from %s to %s (%s)" % (
                    st, r["effect"], r["county_value"] or "-", r["effective_from"],
                    r["effective_to"] or "-", r["citation"][:60]))
    return "; ".join(out) or "nothing listed"


class Histories:
    """timelines.csv and grounds.csv, read and checked against their contract."""

    def __init__(self, rep, folder):
        self.grounds, self.lines = {}, {}
        if not folder:
            return
        for g in table(folder, "grounds"):
            if g["id"] in self.grounds:
                rep.differ("grounds", "%s repeats" % g["id"])
            self.grounds[g["id"]] = g
            known = g["value"] in ("yes", "no")
            if not known and g["value"] != "unknown" or known == bool(g["reason"]) or known != bool(g["basis"]):
                rep.differ("grounds", "%s: value %r with reason %r and basis %r" % (
                    g["id"], g["value"], g["reason"], g["basis"]))
        last = None
        for t in table(folder, "timelines"):
            pieces = self.lines.setdefault(t["id"], [])
            if t["id"] != last and pieces:
                rep.differ("timelines", "%s: rows not one below the other" % t["id"])
            last = t["id"]
            since = datetime.date.fromisoformat(t["since"]) if t["since"] else datetime.date.min
            if bool(pieces) != bool(t["since"]) or pieces and since <= pieces[-1][0]:
                rep.differ("timelines", "%s: %r out of order" % (t["id"], t["since"]))
            if since > oracle.DATE:
                rep.differ("timelines", "%s: %s is after the newest list" % (t["id"], since))
            if t["ground"] not in self.grounds:
                rep.differ("timelines", "%s: no ground %r" % (t["id"], t["ground"]))
            elif pieces and pieces[-1][1] and pieces[-1][1]["id"] == t["ground"]:
                rep.differ("timelines", "%s: %s changes nothing" % (t["id"], since))
            pieces.append((since, self.grounds.get(t["ground"])))
        kept = collections.Counter(tuple((d, g and g["id"]) for d, g in p) for p in self.lines.values())
        for n in kept.values():
            if n > 1:
                rep.differ("timelines", "one history stands %d times" % n)

    def at(self, key, day):
        ground = None
        for since, g in self.lines.get(key, []):
            if since <= day:
                ground = g
        return ground


def compare_counties(rep, b, folder):
    shipped = {r["fips"]: r for r in table(folder, "counties")}
    if len(shipped) != len(table(folder, "counties")):
        rep.differ("counties", "fips repeat")
    for f in sorted(set(b["counties"]) ^ set(shipped)):
        rep.differ("counties", "%s only in %s" % (f, "oracle" if f in b["counties"] else "tables"))
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
    return shipped


def candidates(b, histories):
    """Days on which an answer can change, of either side, and the day before each."""
    days = {since for p in histories.lines.values() for since, _ in p if since != datetime.date.min}
    one = datetime.timedelta(1)
    for r in b["rules"]:
        days |= set(oracle.first_last(r["effective_from"]))
        if r["effective_to"].strip():  # the last day that it can be in force
            days |= {d + one for d in oracle.first_last(r["effective_to"].strip())}
    for first, last in [*oracle.SUSPENDED.values(), *oracle.SUSPENDED_RULES.values()]:
        days |= {first, last + one}
    for s in b["record"].snapshots:
        days |= {s.day} | {g["day"] for g in s.agreements if g["day"]}
    # A list's last day is its own, and a fiscal year begins in October.
    days |= {s.day + one for s in b["record"].snapshots} | {datetime.date(y, 10, 1) for y in range(2017, 2026)}
    days |= {datetime.date(2017, 11, 6), datetime.date(2019, 2, 26), datetime.date(2020, 2, 26)}
    return sorted(d for d in days | {d - one for d in days} if d <= oracle.DATE)


def alike(b, shipped, field):
    """(history, counties) of which both sides say one thing: where only the state's law speaks,
    the counties of a state with one shipped history, else each county by itself."""
    units = collections.defaultdict(list)
    for f in sorted(set(b["counties"]) & set(shipped)):
        alone = field in oracle.RECORDED or (f, field) in oracle.ANNOUNCED
        key = shipped[f].get(field) or ""
        units[f if alone else b["counties"][f]["state"], key].append(f)
    return [(key, fs) for (_, key), fs in units.items()]


def compare_answers(rep, b, shipped, histories, dates, with_notes, everyone):
    """-> number of answers compared."""
    compared, groups, seen = 0, collections.defaultdict(list), set()
    units = {field: alike(b, shipped, field) for field in oracle.FIELDS}
    only = collections.defaultdict(list)
    for field, same in units.items():
        for _, fs in same:
            only[fs[0]].append(field)
    for day in dates:
        answers = b["record"].answers(day, only)
        for field in oracle.FIELDS:
            for key, fs in units[field]:
                g, want = histories.at(key, day), answers[fs[0], field]
                compared += len(fs)
                if g is None:
                    if (key, field) not in seen:
                        rep.differ("counties", "%s %s has no history: %r" % (" ".join(fs), field, key))
                    seen.add((key, field))
                elif g["value"] != want[0]:
                    rep.bad += len(fs)
                    groups[field, b["counties"][fs[0]]["state"], want, (g["value"], g["reason"], g["basis"]), day] += fs
                elif with_notes:
                    for i, col in enumerate(("reason", "basis", "confidence"), 1):
                        if g[col] != want[i] and OPEN.get((fs[0], field)) == str(day):
                            print("open: %s %s of %s: %s %r, oracle %r" % (day, field, fs[0], col, g[col], want[i]))
                        elif g[col] != want[i]:
                            rep.notes[str(day), field, want[0], col, "oracle %r" % want[i], "tables %r" % g[col]] += len(fs)
    for (field, st, want, got, day), fs in sorted(groups.items(), key=lambda kv: (kv[0][4],) + kv[0][:4]):
        print("%s %s in %s: oracle %s (%s), tables %s (%s): %d counties" % (
            day, field, st, want[0], want[1] or want[2], got[0], got[1] or got[2], len(fs)))
        for f in fs if everyone else fs[:2]:
            print("    %s %s: %s" % (f, b["counties"][f]["name"], evidence(b, f, field)))
    return compared


def compare_agreements(rep, b, folder):
    agencies, agreements = table(folder, "agencies"), table(folder, "agreements")
    for what, t in (("agencies", agencies), ("agreements", agreements)):
        if len({r["id"] for r in t}) != len(t):
            rep.differ(what, "ids repeat")
        for day in sorted({r["snapshot"] for r in t} - {str(d) for d in oracle.LISTS}):
            rep.differ(what, "a list of %r is in no raw file" % day)
        for r in t:
            if r["source"] != "ice-287g-" + r["snapshot"]:
                rep.differ(what, "%s: list of %s, source %r" % (r["id"], r["snapshot"], r["source"]))
    for s in b["record"].snapshots:
        day = str(s.day)
        compare_list(rep, b, s, {a["id"]: a for a in agencies if a["snapshot"] == day},
                     [g for g in agreements if g["snapshot"] == day])


def compare_list(rep, b, s, ids, snap):
    theirs = collections.defaultdict(list)
    for a in ids.values():
        theirs[a["state"], oracle.agency_key(a["name"])].append(a)
    print("list of %s, agencies: oracle %d, tables %d; agreements: oracle %d, tables %d" % (
        s.day, len(s.agencies), len(ids), len(s.agreements), len(snap)))
    if len(s.agreements) != len(snap):
        rep.differ("agreements", "%s: numbers differ" % s.day)
    for k in sorted(set(s.agencies) ^ set(theirs)):
        rep.differ("agencies", "%s: %s, %s only in %s" % (s.day, k[1], k[0], "oracle" if k in s.agencies else "tables"))
    for k in sorted(set(s.agencies) & set(theirs)):
        a = s.agencies[k]
        if len(theirs[k]) > 1:
            rep.differ("agencies", "%s: %s, %s stands %d times" % (s.day, a["name"], k[0], len(theirs[k])))
        for t in theirs[k]:
            for col in ("kind", "county", "located_in", "county_candidates"):
                if (t[col] or None) != a[col]:
                    rep.differ("agencies", "%s: %s, %s: %s %r, oracle %r (TYPE %s, COUNTY %s)" % (
                        s.day, a["name"], k[0], col, t[col], a[col] or "", "/".join(sorted(a["types"])),
                        "/".join(sorted(a["cells"])) or "-"))
    got = collections.Counter()
    for g in snap:
        a = ids.get(g["agency"])
        if a is None:
            rep.differ("agreements", "%s points to no agency of its list: %s" % (g["id"], g["agency"]))
            continue
        for col in ("kind", "county", "state"):
            if g[col] != a[col]:
                rep.differ("agreements", "%s: %s %r, its agency %r" % (g["id"], col, g[col], a[col]))
        got[a["state"], oracle.agency_key(a["name"]), g["model"], g["signed"], g["document"]] += 1
    want = collections.Counter(g["key"] + (g["model"], g["signed"], g["document"]) for g in s.agreements)
    for k, n in sorted((want - got).items()):
        rep.differ("agreements", "%s: missing %d of %s" % (s.day, n, k))
    for k, n in sorted((got - want).items()):
        rep.differ("agreements", "%s: %d too many of %s" % (s.day, n, k))
    own = {a["county"] for a in ids.values() if a["kind"] == "county" and a["county"] not in ("", "unknown")}
    mine = {f for f in s.own if s.own[f]}
    print("    counties with an own agency: oracle %d, tables %d" % (len(mine), len(own)))
    for f in sorted(own ^ mine):
        rep.differ("own agency", "%s: %s %s, %s only in %s: %s" % (
            s.day, f, b["counties"].get(f, {"name": "?"})["name"], b["counties"].get(f, {"state": "?"})["state"],
            "tables" if f in own else "oracle",
            "; ".join(a["name"] for a in (s.own.get(f) or [t for t in ids.values() if t["county"] == f]))))


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
        compare_grounds_rules(rep, b, folder, ids)
    if os.path.exists(os.path.join(folder, "figures.csv")):
        cols = "metric qualifier value unit geography period_start period_end as_of denominator stated_percent".split()
        theirs = {r["id"]: r for r in table(folder, "figures")}
        for r in b["figures"]:
            t = theirs.pop(r["id"], None)
            if t is None:
                rep.differ("figures", "%s missing" % r["id"])
                continue
            # READING: a number that counts a period is of the period's end where no other day is given.
            r["as_of"] = r["as_of"] or r["period_end"]
            for c in cols:
                if r[c] != t[c]:
                    rep.differ("figures", "%s %s %r, raw %r" % (r["id"], c, t[c], r[c]))
            if len(r["quote"]) > 30 and r["quote"] in " ".join(t.values()):
                rep.differ("figures", "%s repeats the quoted sentence" % r["id"])
        for i in theirs:
            if not i.startswith("Y"):  # the yearbook's, see record.py
                rep.differ("figures", "%s is not in the raw file" % i)


def compare_grounds_rules(rep, b, folder, ids):
    """Every rule that an answer names is in force, with that value, on each compared day."""
    histories = Histories(Report(), folder)
    seen = set()
    for r in table(folder, "counties"):
        for field in oracle.FIELDS:
            if (r[field], field) in seen:
                continue
            seen.add((r[field], field))
            for day in DATES:
                g = histories.at(r[field], day)
                for i in (g["rules"].split() if g and g["value"] != "unknown" else []):
                    rule = ids.get(i)
                    if (rule is None or oracle.in_force(rule, day) != "yes"
                            or oracle.rule_value(rule, field) != g["value"]
                            or rule["state"] != r["state"] or rule["field"] != field.replace("_required", "")):
                        rep.differ("grounds", "%s (%s of %s, %s) on %s rests on %s, which is absent, not in force or says otherwise"
                                   % (g["id"], field, r["fips"], g["value"], day, i))


def load(raw_dir):
    b = oracle.build(raw_dir)
    b["regions"] = {r["postal"]: r["region"] for r in oracle.rows(raw_dir, "counties", "states.csv")}
    b["population"] = {r["fips"]: r["pop_2018"] for r in
                       oracle.rows(raw_dir, "counties", "county-population-2010-2018.csv") if r["pop_2018"]}
    b["centers"] = {r["fips"]: (r["pclat10"], r["pclon10"]) for r in oracle.rows(raw_dir, "counties", "county-centers.csv")}
    b["figures"] = oracle.rows(raw_dir, "figures", "seed-figures.csv")
    return b


def main(argv):
    if "--self-test" in argv:
        return self_test()
    paths = [a for a in argv if not a.startswith("--")]
    if not os.path.exists(os.path.join(paths[0], "timelines.csv")):
        print("%s has no timelines.csv: nothing to compare" % paths[0])
        return 1
    raw_dir = paths[1] if len(paths) > 1 else oracle.default_raw()
    b = load(raw_dir)
    rep = Report()
    shipped = compare_counties(rep, b, paths[0])
    histories = Histories(rep, paths[0])
    everyone = "--all" in argv
    n = compare_answers(rep, b, shipped, histories, DATES, True, everyone)
    if "--every-day" in argv:
        days = sorted(set(candidates(b, histories)) - set(DATES))
        n += compare_answers(rep, b, shipped, histories, days, False, everyone)
        print("and on %d other days" % len(days))
    compare_agreements(rep, b, paths[0])
    compare_states(rep, b, paths[0])
    compare_rules_and_figures(rep, b, paths[0])
    record.compare_record(rep, b, paths[0], raw_dir)
    if "--reasons" in argv:
        for k, n_of in sorted(rep.notes.items()):
            print("  note %5d  %s" % (n_of, ", ".join(k)))
    print("%d counties, %d answers compared: %d differences of value, %d notes" % (
        len(shipped), n, rep.bad, sum(rep.notes.values())))
    return 1 if rep.bad or "--reasons" in argv and rep.notes else 0


def self_test():
    """On made-up counties and rules: equal tables pass, and each planted fault is found."""
    import fixture
    return fixture.self_test()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
