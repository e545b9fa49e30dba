#!/usr/bin/env python3
"""True answers of the language's sixty queries, and of sharper ones, by SQL over the shipped tables.

    sixty.py [TABLES_DIR]                     the cases, one JSON object a line
    sixty.py [TABLES_DIR] --tally BINARY      asks tally each of them and prints every difference; exit 1
                                              if there is one
    sixty.py [TABLES_DIR] --answers FILE      the same of answers collected elsewhere: one JSON object a
                                              line, {"script", "answer" or "errors", "passed"}
    sixty.py [TABLES_DIR] --self-test         whether planted faults are found
    … --random SEED COUNT                     instead of the cases, random ones made from the seed
    … --only WORD                             only the cases whose number or script has the word

A case is {number, script, shape, expected}. The script's last statement is judged. The shapes:

    F  low, high, unknown, base; a share also of_known; an aggregate known and of
    G  rows [key…, (low, high, unknown, base)…], total, possible_more   (also of X, C in groups)
    R  rows, possible_more
    C  a, b, difference, change
    T  cells of three by three, and the counties behind each
    K  entries of a card; V  counts of verdicts; P  the funnel of `why`; E  the code of a refusal

"*" stands for a cell that is not judged, null for a bound that cannot be given. Format and helpers:
see queries.py; the bounds of parts, differences and ranks: spans.py; the comparing: judge.py.
"""
import json
import os
import sys

import queries
import spans
from queries import LATEST, aggregate, at, count, figure, groups, has, of_counties_in, ranked
from queries import share, share_by, word

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "..", "Sources", "CDataset", "tables")
CO, AG = "counties c", "agreements a"
DET, NODET, ISUN = "c.detainers", "NOT c.detainers", "c.detainers IS NULL"
ANSWER = ("yes", "no", "unknown")


# ------------------------------------------------------------------ forms of cases

def case(number, script, shape, **expected):
    for name in ("query", "counts", "divisor"):
        expected.pop(name, None)
    return {"number": number, "script": script, "shape": shape, "expected": expected}


def fig(number, script, got):
    return case(number, script, "F", **got)


def grp(number, script, got, **more):
    return case(number, script, "G", rows=got["rows"], **more)


def refused(number, script, *codes):
    return case(number, script, "E", codes=list(codes))


def one(condition, codes):
    return "c.state IN (%s)" % ", ".join("'%s'" % c for c in codes) + (" AND " + condition if condition else "")


def cells(figures):
    return [v for f in figures for v in (f["low"], f["high"], f["unknown"], f["base"])]


def plain(x):
    return None if x is None else int(x) if x == int(x) else float(x)


def real(span):
    return [None if x is None else float(x) for x in span]


def span(f):
    return (f["low"], f["high"])


def crossed(db, keys, column, values, cond="1", relation=CO, base="1"):
    """Rows of keys with a count for each value of another key; a pair that nobody has counts 0 of 0."""
    got = {tuple(r[:-4]): r[-4:] for r in groups(db, "", keys + [column], cond, relation, base)["rows"]}
    rows = sorted({k[:-1] for k in got}, key=queries.key_order)
    return [list(k) + [v for value in values for v in got.get(k + (value,), [0, 0, 0, 0])] for k in rows]


def many(db, key, measures, base="1"):
    """A row for each value of a key, with what each measure (a function of a base) says of it."""
    rows = []
    for (k,) in db.execute("SELECT DISTINCT %s FROM counties c WHERE %s ORDER BY 1" % (key, base)).fetchall():
        rows.append([k] + cells([m("%s AND %s = '%s'" % (base, key, k)) for m in measures]))
    return rows


def totals(db, cond="1", base="1"):
    return list(count(db, cond, base=base))


def proven(f):
    """A figure's ends as bounds. Over the known of its values an average has none; a sum keeps its low one."""
    return (None, None) if "of" in f and f["high"] is not None else span(f)


def compared(a, b):
    """The four columns of a comparison; of shares the difference is in points, and there is no change."""
    out = {"a": a, "b": b, "difference": real(spans.difference(proven(a), proven(b)))}
    return out if "of_known" in a else dict(out, change=real(spans.change(proven(a), proven(b))))


def compared_rows(first, second, changes=True):
    """Rows of two answers by the same keys (key, low, high, unknown, base), side by side."""
    assert [r[0] for r in first] == [r[0] for r in second]
    out = []
    for a, b in zip(first, second):
        gap, grown = (f((a[1], a[2]), (b[1], b[2])) for f in (spans.difference, spans.change))
        # Of exactly 0 there is no percentage; of what may be 0 it is not known.
        open_change = [""] if (a[1], a[2]) == (0, 0) else ["unknown"]
        last = [] if not changes else open_change if grown == (None, None) else real(grown)
        out.append(a + b[1:] + real(gap) + last)
    return out


def on(db, day, make):
    at(db, day)
    got = make()
    at(db, LATEST)
    return got


def transitions(db, field, cond, first, second):
    """Each county's answer on two days: how many of each pair, and which."""
    sql = "SELECT c.fips, %s FROM counties c WHERE %s ORDER BY 1" % (word(field), cond)
    old, new = (dict(on(db, day, lambda: db.execute(sql).fetchall())) for day in (first, second))
    named = {}
    for fips in old:
        named.setdefault("%s>%s" % (old[fips], new[fips]), []).append(fips)
    return {"cells": [[len(named.get("%s>%s" % (a, b), [])) for b in ANSWER] for a in ANSWER], "named": named}


def reasons(folder, field, day=LATEST):
    """How many counties have which reason of an unknown answer on a day."""
    grounds = {g["id"]: g for g in queries.table(folder, "grounds")}
    newest = {}
    for t in queries.table(folder, "timelines"):
        if (t["since"] or "") <= day:
            newest[t["id"]] = grounds[t["ground"]]
    out = {}
    for c in queries.table(folder, "counties"):
        g = newest[c[field]]
        if g["value"] == "unknown":
            out[c["fips"]] = g["reason"]
    return out


def tally_of(values):
    out = {}
    for v in values:
        out[v] = out.get(v, 0) + 1
    return out


# ------------------------------------------------------------------ the sixty

def sixty(db, folder):
    yield from first_minutes(db, folder)
    yield from relations(db)
    yield from shares_and_groups(db, folder)
    yield from time(db, folder)
    yield from reuse(db)
    yield from trust(db, folder)
    yield from further(db, folder)


def first_minutes(db, folder):
    F = lambda n, q, *a, **k: fig(n, q, figure(db, q, *a, **k))
    yield F("1", "count counties")
    yield F("2", "count counties where detainers", DET)
    yield F("3", "count counties where detainers and not notify", "c.detainers AND NOT c.notify")
    yield F("4", "count counties where not detainers", NODET)
    why = reasons(folder, "detainers")
    five = F("5", "count counties where detainers is unknown", ISUN)
    five["expected"]["reasons"] = tally_of(why.values())
    yield five
    yield F("6", "count counties where possibly not detainers", "(NOT c.detainers) IS NOT FALSE")
    yield F("7", "count counties where certainly detainers and possibly not notify",
            "(c.detainers IS TRUE) AND ((NOT c.notify) IS NOT FALSE)")
    yield F("8", "count counties in Texas", base=one("", ["TX"]))
    yield F("9", "count counties in TX, CA where notify", "c.notify", base=one("", ["TX", "CA"]))
    yield F("10", "count counties where population > 1_000_000 and not detainers",
            "c.population > 1000000 AND NOT c.detainers")
    cook = db.execute("SELECT fips, name, state, region, population, %s FROM counties c WHERE fips = '17031'"
                      % ", ".join(word(f) for f in queries.ANSWERS)).fetchone()
    names = ["fips", "name", "state", "region", "population"] + queries.ANSWERS
    yield case("11", 'show county "Cook, IL"', "K", entries=dict(zip(names, cook)))
    n = totals(db)[0]
    known = [[f, 1 - count(db, "c.%s IS NULL" % f)[0] / n] for f in
             ["fips", "name", "state", "region", "population"] + queries.ANSWERS]
    yield case("12", "show fields of counties", "R", rows=[[f, "*", k, "*"] for f, k in known], some=True)
    ends = {}
    for year in (2017, 2018, 2019, 2020):
        ends[str(year)] = on(db, "%d-12-31" % year, lambda: [count(db, c)[0] for c in (DET, NODET, ISUN)])
    yield case("13", "show detainers", "K", entries=dict(
        zip(ANSWER, [count(db, c)[0] for c in (DET, NODET, ISUN)])), by_year=ends)
    rows = db.execute("SELECT name, 'no' FROM counties c WHERE state = 'NM' AND detainers = 0 ORDER BY name").fetchall()
    yield case("14", "list counties in NM where not detainers | show name, detainers | sort by name", "R",
               rows=[list(r) for r in rows], ordered=True, possible_more=count(db, NODET, base=one("", ["NM"]))[2])
    where = dict((f, (a, s)) for f, a, s in db.execute("SELECT fips, name, state FROM counties"))
    yield case("15", "list counties where detainers is unknown | show name, state, reason.detainers | take 20", "R",
               rows=[list(where[f]) + [why[f]] for f in sorted(why)[:20]], ordered=True, possible_more=0)
    yield case("16", 'list counties where name starts with "San" | show name, state', "R", possible_more=0, ordered=True,
               rows=[list(r) for r in db.execute("SELECT name, state FROM counties WHERE substr(name, 1, 3) = 'San' ORDER BY fips")])


def relations(db):
    F = lambda n, q, *a, **k: fig(n, q, figure(db, q, *a, **k))
    yield F("17", "count agreements", relation=AG)
    yield F("18", "count counties with agreements", has(1))
    yield F("19", "count counties without agreements in Georgia", "NOT " + has(1), base=one("", ["GA"]))
    yield F("20", "count agreements where model is task_force of counties in Texas", "a.model = 'task_force'",
            relation=AG, base=of_counties_in("TX"))
    yield F("21", "count counties where has at least 2 agreements", has(2))
    yield F("22", "count counties where has (agreements where model is task_force and signed between 2025-01 and 2025-03)",
            has(1, "a.model = 'task_force' AND a.signed BETWEEN '2025-01-01' AND '2025-03-31'"))


def shares_and_groups(db, folder):
    S = lambda n, q, *a, **k: fig(n, q, share(db, q, *a, **k))
    yield S("23", "share where detainers among counties", DET)
    yield S("24", "share where detainers among counties in Texas", DET, base=one("", ["TX"]))
    yield S("25", "share where access_limited among counties where not detainers", "c.access_limited", NODET)
    yield S("26", "share where detainers among counties | known only", DET, known_only=True)
    yield grp("27", "count counties by state", groups(db, "", ["c.state"]), ordered=True)
    whole = totals(db)
    rows = groups(db, "", [word("detainers")])["rows"]
    yield case("28", "count counties by detainers as percent", "G", ordered=True,
               rows=[[k, lo / whole[0], hi / whole[0], "*", "*"] for k, lo, hi, _, _ in rows])
    yield grp("29", "count counties where detainers by state, inquiry", groups(db, "", ["c.state", word("inquiry")], DET))
    yield case("30", "count counties by state across detainers", "G", ordered=True,
               rows=crossed(db, ["c.state"], word("detainers"), ANSWER))
    region = {r[0]: r[1] for r in groups(db, "", ["c.region"])["rows"]}
    rows = crossed(db, ["c.region"], word("detainers"), ANSWER)
    yield case("31", "count counties by region across detainers as percent of region", "G", ordered=True, rows=[
        [r[0]] + [v for i in (1, 5, 9) for v in (r[i] / region[r[0]], r[i + 1] / region[r[0]], "*", "*")] for r in rows])
    # A band holds its lower end; the two counties without a population are the unknown ones.
    size = ("CASE WHEN c.population IS NULL THEN 4 WHEN c.population < 10000 THEN 0 WHEN c.population < 100000 THEN 1"
            " WHEN c.population < 1000000 THEN 2 ELSE 3 END")
    rows = sorted(groups(db, "", [size])["rows"])
    yield case("32", "count counties by bands(population, 10_000, 100_000, 1_000_000)", "G", ordered=True,
               rows=[["*"] + r[1:] for r in rows])
    by_state = {r[0]: r for r in groups(db, "", ["c.state"], DET)["rows"]}
    codes = [r[0] for r in db.execute("SELECT code FROM states ORDER BY code")]
    yield case("33", "top 10 states by count of counties where detainers", "G", ordered=True,
               rows=ranked([by_state.get(s, [s, 0, 0, 0, 0]) for s in codes], 10))
    yield case("34", "bottom 5 states by share where detainers among counties", "G",
               rows=ranked(share_by(db, "", "c.state", DET)["rows"], 5, bottom=True))
    rows = db.execute("SELECT name, state, population FROM counties c WHERE detainers = 0 AND population IS NOT NULL"
                      " ORDER BY population DESC, fips").fetchall()
    yield case("35", "top 20 counties where not detainers by population", "R", ordered=True,
               rows=[list(r) for r in rows if r[2] >= rows[19][2]])
    yield fig("36", "sum population of counties where detainers", aggregate(db, "", "sum", DET))
    rows = [[k] + cells([aggregate(db, "", "average", c, base=c)]) for k, c in
            (("yes", "c.detainers IS TRUE"), ("no", "c.detainers IS FALSE"), ("unknown", ISUN))]
    yield case("37", "average population of counties by detainers", "G", rows=rows, ordered=True)
    yield case("38", "median capacity of facilities by type", "G", **capacities(folder))
    measures = [lambda b: figure(db, "", base=b), lambda b: share(db, "", DET, base=b),
                lambda b: share(db, "", "c.notify", base=b), lambda b: aggregate(db, "", "sum", base=b)]
    yield case("39", "table counties by region with count named n, share where detainers named holds,"
               " share where notify named notifies, sum population named people", "G", ordered=True,
               columns=["region", "n", "holds", "notifies", "people"], rows=many(db, "c.region", measures))
    rows = [[k, lo] for k, lo, _, _, _ in groups(db, "", ["c.state"])["rows"] if lo > 100]
    names = dict(db.execute("SELECT code, name FROM states"))
    yield case("40", "list states where count of counties > 100 | show name, count of counties named n | sort by n down",
               "R", ordered=True, rows=[[names[k], n, n, "*", "*"] for k, n in sorted(rows, key=lambda r: (-r[1], r[0]))])
    yield forty_one(db)


def capacities(folder):
    """READING: a facility without a fixed capacity has none (not unknown), and counts among the N."""
    by_type = {}
    for f in queries.table(folder, "facilities"):
        by_type.setdefault(f["type"], []).append(int(f["capacity"]) if f["capacity"] not in ("", "unknown") else None)
    rows, known = [], {}
    for kind, values in by_type.items():
        beds = [v for v in values if v is not None]
        middle = plain(queries.statistics.median(beds)) if beds else None
        rows.append([kind, middle, middle, 0, len(values)])
        known[kind] = len(beds)
    return {"rows": rows, "known": known}


def forty_one(db):
    """READING: `keep` comes first, so the place is among the states kept, those that may be kept among
    them; the percentage is of the ungrouped answer, which no `keep` changes."""
    rows = groups(db, "", ["c.state"], DET)["rows"]
    whole = totals(db, DET)
    kept = sorted((r for r in rows if r[1] > 50), key=lambda r: (-r[1], -r[2], r[0]))
    maybe = [r for r in rows if r[1] <= 50 < r[2]]
    # One that may be kept is in nobody's way where it is not: it worsens a place, and betters none.
    places = [(best, worst + sum(m[2] > r[1] for m in maybe))
              for r, (best, worst) in zip(kept, spans.ranks([(r[1], r[2]) for r in kept]))]
    return case("41", "count counties where detainers by state | keep count > 50 | sort by count down"
                " | add pct = percent_of_total(count), place = rank(count) | total", "G", ordered=True,
                rows=[r + real(spans.part((r[1], r[2]), whole[:2])) + ["*", "*"] + list(p) + ["*", "*"]
                      for r, p in zip(kept, places)],
                possible_more=sum(1 for r in rows if r[1] <= 50 < r[2]), total=["*"] + whole)


def time(db, folder):
    survey = {r["id"]: r for r in queries.table(folder, "figures")}
    # F24 counties surveyed, F27 detainers (see DATA.md)
    yield case("42", "count counties as of 2016 where detainers", "F", low=int(survey["F27"]["value"]),
               high=int(survey["F27"]["value"]), unknown=0, base=int(survey["F24"]["value"]))
    row = [v for day in ("2017-12-31", "2019-12-31", LATEST) for v in on(db, day, lambda: totals(db, DET))]
    yield case("43", "count counties where detainers across years 2017, 2019, 2026", "G", rows=[row])
    a, b = (on(db, day, lambda: figure(db, "", DET)) for day in ("2017-12-31", "2019-12-31"))
    yield case("44", "compare count counties where detainers from 2017 to 2019", "C", **compared(a, b))
    a, b = (on(db, day, lambda: share_by(db, "", "c.region", DET)["rows"]) for day in ("2019-12-31", LATEST))
    yield case("45", "compare share where detainers among counties by region from 2019 to 2026", "G",
               rows=compared_rows(a, b, changes=False), ordered=True)
    a, b = (share(db, "", DET, base=one("", [s])) for s in ("TX", "CA"))
    yield case("46", "compare share where detainers among counties in Texas against counties in California", "C",
               **compared(a, b))
    yield case("47", "changes in detainers of counties in California from 2017 to 2026", "T",
               **transitions(db, "detainers", "c.state = 'CA'", "2017-12-31", LATEST))
    by_model = [on(db, day, lambda: {r[0]: r[1:] for r in groups(
        db, "", ["a.model"], "a.signed > '2025-01-01'", AG)["rows"]}) for day in ("2025-12-31", LATEST)]
    yield case("48", "count agreements where signed > 2025-01-01 by model across years 2025, 2026", "G",
               rows=[[m] + [v for got in by_model for v in got.get(m, [0, 0, 0, 0])] for m in sorted(set().union(*by_model))])
    titles = {s["id"]: s["title"] for s in queries.table(folder, "sources")}
    yield case("49", 'list figures where metric is "interior_arrests" | show value, qualifier, unit, source.title', "R",
               rows=[[float(f["value"]), f["qualifier"], f["unit"], titles[f["source"]]] for f in survey.values()
                     if f["metric"] == "interior_arrests"])


FULL = "define full_assistance of counties as detainers and notify and not access_limited\n"
NEITHER = "define neither as counties where not detainers and not notify\n"
BIG = "define big(n) of counties as population > $n\n"


def reuse(db):
    full = "(c.detainers AND c.notify AND NOT c.access_limited)"
    yield fig("50", FULL + "count counties where full_assistance", figure(db, "", full))
    yield fig("51", NEITHER + "count neither", figure(db, "", "NOT c.detainers AND NOT c.notify"))
    cond = "(NOT c.detainers AND NOT c.notify) AND NOT " + has(1)
    yield case("52", NEITHER + "list neither minus (counties with agreements) | show name, state", "R", ordered=True,
               rows=[list(r) for r in db.execute("SELECT name, state FROM counties c WHERE (%s) IS TRUE ORDER BY fips" % cond)],
               possible_more=count(db, cond)[2])
    yield fig("53", BIG + "count counties where big(500_000)", figure(db, "", "c.population > 500000"))
    yield grp("54", FULL + BIG + "count counties where big(500_000) and full_assistance by region",
              groups(db, "", ["c.region"], "c.population > 500000 AND " + full))
    yield fig("55", "param year = 2019\ncount counties as of $year where detainers",
              on(db, "2019-12-31", lambda: figure(db, "", DET)))


def trust(db, folder):
    yield grp("56", "chart count counties where detainers by region as bars", groups(db, "", ["c.region"], DET))
    yield grp("57", "map share where notify among counties by state", share_by(db, "", "c.state", "c.notify"))
    low, high, unknown, base = count(db, "c.detainers AND NOT c.notify")
    yield case("58", "why count counties where detainers and not notify", "P", low=low, high=high, unknown=unknown, base=base,
               steps=[["detainers"] + [count(db, c)[0] for c in (DET, NODET, ISUN)],
                      ["not notify", low, count(db, "c.detainers AND c.notify")[0], count(db, "c.detainers AND c.notify IS NULL")[0]]])
    yield case("59", "sql duckdb count counties where detainers by state", "S", says=["SELECT", "detainers"])
    rows = [f for f in queries.table(folder, "figures") if f["document"] == "ILRC 2016"]
    sums = {}
    for f in rows:
        if f["sum_group"]:
            sums.setdefault(f["sum_group"], []).append(f)
    value = {f["id"]: int(f["value"]) for f in rows}
    open_sums = [g for g in sums.values() if sum(int(f["value"]) for f in g) != value[g[0]["sums_to"]]]
    # Each recomputed figure rests on the survey's own rows, so it can be no more than restated.
    yield case("60", 'check figures from "ILRC 2016"', "V", verdicts={
        "does not close": len(open_sums), "contradicted": 0, "inside the bounds": 0, "confirmed": 0,
        "restated": sum(1 for f in rows if f["about"]), "cannot be checked": sum(1 for f in rows if not f["about"])})


def further(db, folder):
    yield case("+1", "count counties where detainers\ncite _", "S", says=["count counties where detainers"])
    low, high, unknown, base = count(db, DET)
    yield case("+2", "count counties where detainers\nwhy _", "P", low=low, high=high, unknown=unknown, base=base)
    rows = sorted(groups(db, "", ["c.region"], DET)["rows"], key=lambda r: (-r[1], -r[2], r[0]))
    yield case("+3", "count counties where detainers by region\n_ | sort by count down", "G", rows=rows, ordered=True)
    yield case("+4", "plan list counties with agreements", "S", says=["agreements"])
    yield case("+5", 'include "policies.tally"\ncount counties where full_assistance', "F",
               files={"policies.tally": FULL}, **figure(db, "", "c.detainers AND c.notify AND NOT c.access_limited"))
    for n, text, passed in [("+6", "count counties as of 2016 where detainers\nexpect 1922", True),
                            ("+6", "count counties as of 2016 where detainers\nexpect 1923", False),
                            ("+7", "count counties as of 2016 where detainers\nexpect between 1900 and 2000", True),
                            ("+7", "count counties as of 2016 where detainers\nexpect between 1900 and 1921", False),
                            ("+8", "list counties | take 10\nexpect rows 10", True),
                            ("+8", "list counties | take 11\nexpect rows 10", False),
                            ("+9", "counties where detainers\nexpect error T201", True),
                            ("+9", "count counties where detainers\nexpect error T201", False)]:
        yield case(n, text, "X", passed=passed)
    yield facts_of_ice(db, folder)
    yield fig("+11", "count counties where state in (TX, CA, NM) and not agreement_287g",
              figure(db, "", "c.state IN ('TX', 'CA', 'NM') AND NOT c.agreement_287g"))
    yield fig("+12", "count (counties where detainers) intersect (counties where notify)",
              figure(db, "", "c.detainers AND c.notify"))
    yield case("+13", "map counties where not detainers", "M",
               certain=count(db, NODET)[0], possible=count(db, NODET)[2], out=count(db, DET)[0])
    # The record has no list before 2025-01-22, no rows of 2016, and nothing after its end.
    yield refused("-1", "count agreements as of 2014", "T5")
    yield refused("-2", "count counties as of 2027 where detainers", "T5")
    yield refused("-3", "compare count counties where detainers from 2016 to 2019", "T5")
    yield refused("-4", "changes in detainers of counties from 2016 to 2019", "T5")
    yield refused("-5", "count counties where detainers across years 2016, 2019", "T5")
    yield refused("-6", "list counties as of 2016 where detainers", "T5")


def facts_of_ice(db, folder):
    """A fact stands once, for the places that it names; as a row of the relation it is of one county."""
    states = {}
    for fips, name, state in db.execute("SELECT fips, name, state FROM counties ORDER BY fips"):
        states.setdefault(state, []).append((fips, name))
        states[fips] = [(fips, name)]
    source = {s["id"]: s for s in queries.table(folder, "sources")}
    rows = []
    for f in queries.table(folder, "facts"):
        if f["field"] == "detainers" and "ice" in source[f["source"].split()[0]]["publisher"].lower():
            rows += [[name, f["value"], source[f["source"].split()[0]]["title"]] for p in f["counties"].split() for _, name in states.get(p, [])]
    return case("+10", 'list facts where field is "detainers" and source.publisher contains "ICE"'
                " | show county.name, value, source.title", "R", rows=rows)


# ------------------------------------------------------------------ run

# Where tally differs, knowingly, and why the oracle does not follow it. A case that agrees must leave.
DISPUTED = {
    "l21": "an average over no member is none, and no number is above it: no, where tally leaves it unknown",
}

def cases(folder):
    import sharper
    db = queries.load(folder)
    for c in sixty(db, folder):
        yield c
    yield from sharper.cases(db, folder)


def randomly(folder, seed, amount):
    import chance
    return chance.cases(queries.load(folder), seed, amount)


def main(argv):
    import judge
    options, testing = {}, "--self-test" in argv
    argv = [a for a in argv if a != "--self-test"]
    for name in ("--tally", "--answers", "--only"):
        if name in argv:
            i = argv.index(name)
            options[name] = argv[i + 1]
            del argv[i:i + 2]
    chance = None
    if "--random" in argv:
        i = argv.index("--random")
        chance = [int(n) for n in argv[i + 1:i + 3]]
        del argv[i:i + 3]
    folder = argv[0] if argv else TABLES
    chosen = [c for c in (randomly(folder, *chance) if chance else cases(folder))
              if options.get("--only", "") in c["number"] + " " + c["script"]]
    if testing:
        return judge.self_test(chosen)
    if "--tally" in options:
        return judge.ask(options["--tally"], chosen, DISPUTED)
    if "--answers" in options:
        return judge.read(options["--answers"], chosen, DISPUTED)
    for c in chosen:
        print(json.dumps(c, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
