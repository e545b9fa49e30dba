#!/usr/bin/env python3
"""True answers of tally queries, by hand-written SQL over the shipped tables.

    queries.py TABLES_DIR > answers.jsonl
    queries.py --links TABLES_DIR   whether agreement_287g and the link to agreements agree
    queries.py --self-test          the bounds against brute force on small random cases

One JSON object a line. A figure has low, high, unknown, base (a share also of_known and
the six counts it comes from); groups have rows [[key…, low, high, unknown, base], …];
lists have rows of certain members in the order asked and possible_more.

SQL's NULL stands for "unknown", so SQL's own three-valued logic is Kleene's: an expression
that IS TRUE makes a certain member, one that IS NOT FALSE a possible one.

base     possible members of the same set without its own where/with/without (`in` and
         `of` stay). For a share: the possible members of the set after `among`.
unknown  count: high - low. Share: members of the base whose part in the share is open.
         Aggregate: members of the base that are possible, not certain.
known/of numbers with a value among the possible members, where some have none.
"""
import csv
import json
import os
import random
import re
import sqlite3
import statistics
import sys
from fractions import Fraction

ANSWERS = ["agreement_287g", "detention_contract", "detainers", "notify", "access_limited", "inquiry",
           "inquiry_required", "resources"]
LATEST = "2026-05-18"
EVER = "0000-00-00"


# ------------------------------------------------------------------ load

def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def fill(db, name, columns, rows):
    db.execute("CREATE TABLE %s (%s)" % (name, columns))
    db.executemany("INSERT INTO %s VALUES (%s)" % (name, ",".join("?" * len(columns.split(",")))), rows)


def known(value):
    """A cell as SQL has it: NULL for unknown, '' for none."""
    return None if value == "unknown" else value


def letters(name):
    """READING: hyphens and apostrophes do not make another agency (Miami Dade, Miami-Dade)."""
    return "".join(c for c in name.lower() if c.isalnum())


def load(folder):
    """Every table in full. `at` makes counties, agencies and agreements of one day from them."""
    db = sqlite3.connect(":memory:")
    # X REGEXP Y calls regexp(Y, X); none of an unknown text is known.
    db.create_function("regexp", 2, lambda pattern, text: None if text is None
                       else bool(re.search(pattern, text, re.IGNORECASE)))
    fill(db, "places", "fips TEXT PRIMARY KEY, name, state, region, population INTEGER, %s" % ", ".join(ANSWERS),
         [[r["fips"], r["name"], r["state"], r["region"], known(r["population"])] + [r[f] for f in ANSWERS]
          for r in table(folder, "counties")])
    fill(db, "centers", "fips TEXT PRIMARY KEY, latitude REAL, longitude REAL",
         [[r["fips"], known(r["latitude"]), known(r["longitude"])] for r in table(folder, "counties")])
    tri = {"yes": 1, "no": 0, "unknown": None}
    grounds = {g["id"]: tri[g["value"]] for g in table(folder, "grounds")}
    fill(db, "history", "line, since, value",
         [[t["id"], t["since"] or EVER, grounds[t["ground"]]] for t in table(folder, "timelines")])
    db.execute("CREATE INDEX by_line ON history (line, since)")
    fill(db, "states", "code TEXT PRIMARY KEY, name, region",
         [[r["code"], r["name"], r["region"] or None] for r in table(folder, "states")])
    # county: a FIPS code, '' for none, NULL for unknown. signed: a day, NULL for unknown.
    # among: where the agency's county_candidates names counties, the agreement is of one of these
    # or of none, so its county is NULL and no other county of the state is possible.
    fill(db, "listed_agencies", "id TEXT PRIMARY KEY, name, state, kind, county, snapshot",
         [[r[c] for c in "id name state kind county snapshot".split()] for r in table(folder, "agencies")])
    names = {r["id"]: r for r in table(folder, "agencies")}
    fill(db, "listed_agreements", "id TEXT PRIMARY KEY, agency, who, kind, county, state, model, signed, among, snapshot",
         [[r["id"], r["agency"], letters(names[r["agency"]]["name"]), r["kind"],
           None if names[r["agency"]]["county_candidates"] else known(r["county"]), r["state"], r["model"],
           known(r["signed"]), names[r["agency"]]["county_candidates"] or None, r["snapshot"]]
          for r in table(folder, "agreements")])
    db.execute("CREATE INDEX by_list ON listed_agreements (snapshot, state, who, model)")
    fill(db, "neighbors", "county, neighbor, among",
         [[known(r["county"]), known(r["neighbor"]), r["neighbor_candidates"] or None] for r in table(folder, "neighbors")])
    db.execute("CREATE INDEX by_neighbor ON neighbors (county)")
    fill(db, "facilities", "code TEXT PRIMARY KEY, type, county, state, among, operator",
         [[r["code"], r["type"], known(r["county"]), known(r["state"]), r["county_candidates"] or None, r["operator"]]
          for r in table(folder, "facilities")])
    db.execute("CREATE INDEX by_facility ON facilities (county)")
    for name in ("facility_years", "listings", "detainer_limits", "departments", "statements", "programs", "events"):
        rows = table(folder, name)
        fill(db, name, ", ".join('"%s"' % c for c in rows[0]), [list(r.values()) for r in rows])
    at(db, LATEST)
    return db


def at(db, day):
    """Makes counties, agencies and agreements say what the record says of a day.

    The lists are snapshots: the newest at or before the day. A row of it is `sure` on the day
    itself, and after it where the same agency has the same model on the next list too; what the
    list lacks on another day than its own is unknown (`complete` is 0)."""
    for name in ("counties", "agencies", "agreements", "today"):
        db.execute("DROP TABLE IF EXISTS " + name)
    db.execute("CREATE TABLE counties AS SELECT fips, name, state, region, population, %s FROM places p" % ", ".join(
        "(SELECT value FROM history WHERE line = p.%s AND since <= '%s' ORDER BY since DESC LIMIT 1) AS %s"
        % (f, day, f) for f in ANSWERS))
    db.execute("CREATE UNIQUE INDEX by_fips ON counties (fips)")
    days = [r[0] for r in db.execute("SELECT DISTINCT snapshot FROM listed_agreements ORDER BY 1")]
    newest = max([d for d in days if d <= day], default="")
    following = min([d for d in days if d > day], default="")
    db.execute("CREATE TABLE agencies AS SELECT * FROM listed_agencies WHERE snapshot = ?", [newest])
    db.execute("CREATE TABLE agreements AS SELECT o.*, ? OR EXISTS (SELECT 1 FROM listed_agreements n WHERE n.snapshot = ?"
               " AND n.who = o.who AND n.state = o.state AND n.model = o.model) AS sure"
               " FROM listed_agreements o WHERE o.snapshot = ?", [newest == day, following, newest])
    db.execute("CREATE INDEX by_county ON agreements (county, state)")
    db.execute("CREATE TABLE today AS SELECT ? AS day, ? AS complete", [day, newest == day])


# ------------------------------------------------------------------ links

def has(at_least, where="1"):
    """SQL of `has at least N (agreements where …)` for a county c, on the day of `at`.

    An agreement whose county is unknown may belong to any county of its own state, and to
    none of another's; where the agency has candidates, to these only; a filter that is
    unknown of an agreement makes its link possible. On a day that is no list's own, only a row
    that is not gone by the next list is certain, and no county is known to have none.
    """
    sure = "(SELECT COUNT(*) FROM agreements a WHERE a.county = c.fips AND a.sure AND (%s) IS TRUE)" % where
    may = ("((SELECT COUNT(*) FROM agreements a WHERE a.county = c.fips AND (%s) IS NOT FALSE) +"
           " (SELECT COUNT(*) FROM agreements a WHERE a.county IS NULL AND a.state = c.state"
           " AND (a.among IS NULL OR instr(a.among, c.fips)) AND (%s) IS NOT FALSE))"
           % (where, where))
    return ("(CASE WHEN %s >= %d THEN 1 WHEN (SELECT complete FROM today) AND %s < %d THEN 0 END)"
            % (sure, at_least, may, at_least))


def has_neighbor(where="1", at_least=1):
    """The same for `has (neighbors where …)`; a neighbour that is unknown is one of its candidates."""
    pair = "SELECT COUNT(*) FROM neighbors p JOIN counties n ON n.fips = p.neighbor WHERE p.county = c.fips AND (%s) %s"
    sure, may = "(%s)" % pair % (where, "IS TRUE"), "(%s)" % pair % (where, "IS NOT FALSE")
    open_ = ("(SELECT COUNT(*) FROM neighbors p WHERE p.county = c.fips AND p.neighbor IS NULL AND (p.among IS NULL"
             " OR EXISTS (SELECT 1 FROM counties n WHERE instr(p.among, n.fips) AND (%s) IS NOT FALSE)))" % where)
    return "(CASE WHEN %s >= %d THEN 1 WHEN %s + %s < %d THEN 0 END)" % (sure, at_least, may, open_, at_least)


def has_facility(where="1"):
    """`has (facilities where …)`: a facility whose county is unknown may be in each candidate, else in
    each county of its state, else anywhere.

    READING: the link is that of the list of 2017-11-06 on every day (an answer's footer says so), and
    the list is complete for its day, so a county without a possible facility has none on it."""
    sure = "EXISTS (SELECT 1 FROM facilities f WHERE f.county = c.fips AND (%s) IS TRUE)" % where
    may = ("(EXISTS (SELECT 1 FROM facilities f WHERE f.county = c.fips AND (%s) IS NOT FALSE) OR"
           " EXISTS (SELECT 1 FROM facilities f WHERE f.county IS NULL AND (f.state IS NULL OR f.state = c.state)"
           " AND (f.among IS NULL OR instr(f.among, c.fips)) AND (%s) IS NOT FALSE))" % (where, where))
    return "(CASE WHEN %s THEN 1 WHEN NOT %s THEN 0 END)" % (sure, may)


# `agreements of counties in Texas`: the county's own agency; unknown counties of the state count as possible.
def of_counties_in(state):
    return "(CASE WHEN a.county = '' OR a.state <> '%s' THEN 0 WHEN a.county IS NULL THEN NULL ELSE 1 END)" % state


# ------------------------------------------------------------------ counts

ORDER = {"yes": (0, ""), "no": (1, ""), "unknown": (2, "")}   # an answer's values in a grouping


def key_order(key):
    return tuple(ORDER.get(k, (0, k)) if k in ORDER else (0, str(k)) for k in key)


def word(field):
    return "CASE c.%s WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END" % field


def count(db, cond="1", relation="counties c", base="1"):
    """low, high, unknown, base; base is a two- or three-valued SQL condition."""
    low, high, n = db.execute(
        "SELECT COALESCE(SUM((%(b)s AND %(c)s) IS TRUE),0), COALESCE(SUM((%(b)s AND %(c)s) IS NOT FALSE),0),"
        " COALESCE(SUM((%(b)s) IS NOT FALSE),0) FROM %(r)s" % {"b": base, "c": "(%s)" % cond, "r": relation}).fetchone()
    return low, high, high - low, n


def figure(db, query, *args, **kw):
    low, high, unknown, base = count(db, *args, **kw)
    return {"query": query, "low": low, "high": high, "unknown": unknown, "base": base}


def groups(db, query, keys, cond="1", relation="counties c", base="1"):
    n = len(keys)
    got = db.execute(
        "SELECT %s, SUM((%s) IS TRUE), SUM((%s) IS NOT FALSE), COUNT(*) FROM %s WHERE %s GROUP BY %s"
        % (", ".join(keys), cond, cond, relation, base, ", ".join(str(i + 1) for i in range(n)))).fetchall()
    rows = [list(r[:n]) + [r[n], r[n + 1], r[n + 1] - r[n], r[n + 2]] for r in got]
    return {"query": query, "rows": sorted(rows, key=lambda r: key_order(r[:n]))}


# ------------------------------------------------------------------ shares

def share_of(c):
    """Completed bounds from the six counts (language.md section 5)."""
    yy, yn, yu, uy, un, uu = (c[k] for k in ("yy", "yn", "yu", "uy", "un", "uu"))
    low_base, high_base = yy + yn + yu + un + uu, yy + yu + uy + uu + yn
    low = Fraction(yy, low_base) if low_base else (Fraction(1) if uy else None)
    high = Fraction(yy + yu + uy + uu, high_base) if high_base else (Fraction(0) if un else None)
    return low, high, Fraction(yy, yy + yn) if yy + yn else None


def share_counts(db, a, s, base="1"):
    t = lambda e, v: {"y": "(%s) IS TRUE", "n": "(%s) IS FALSE", "u": "(%s) IS NULL"}[v] % e
    return {k: db.execute("SELECT COUNT(*) FROM counties c WHERE %s AND %s AND %s"
                          % (base, t(s, k[0]), t(a, k[1]))).fetchone()[0]
            for k in ("yy", "yn", "yu", "uy", "un", "uu")}


def number(x):
    return None if x is None else float(x)


def share(db, query, a, s="1", base="1", known_only=False):
    c = share_counts(db, a, s, base)
    if known_only:
        c = dict(c, yu=0, uy=0, un=0, uu=0)
    low, high, known = share_of(c)
    return {"query": query, "low": number(low), "high": number(high), "of_known": number(known),
            "unknown": c["yu"] + c["uy"] + c["un"] + c["uu"], "base": sum(c.values()), "counts": c}


def share_by(db, query, key, a, s="1"):
    out = {"query": query, "rows": [], "of_known": {}, "counts": {}}
    for (k,) in db.execute("SELECT DISTINCT %s FROM counties c ORDER BY 1" % key).fetchall():
        f = share(db, "", a, s, base="%s = '%s'" % (key, k))
        out["rows"].append([k, f["low"], f["high"], f["unknown"], f["base"]])
        out["of_known"][k], out["counts"][k] = f["of_known"], f["counts"]
    return out


# ------------------------------------------------------------------ aggregates

def bounds(agg, certain, maybe):
    """Exact bounds of an aggregate over every non-empty set between certain and all."""
    if not certain and not maybe:
        return None, None
    f = {"average": lambda v: Fraction(sum(v), len(v)), "median": lambda v: Fraction(statistics.median(sorted(v))),
         "min": min, "max": max, "sum": sum}[agg]
    best = []
    for order in (sorted(maybe), sorted(maybe, reverse=True)):
        # With k members added, the k smallest (largest) give the least (greatest) value.
        tries = [f(certain + order[:k]) for k in range(len(order) + 1) if certain or k]
        best.append(min(tries) if not best else max(tries))
    return best[0], best[1]


def median_bounds(certain, maybe):
    """The same for the median, without sorting anew for each k (thousands of rows)."""
    import bisect
    out = []
    for order, pick in ((sorted(maybe), min), (sorted(maybe, reverse=True), max)):
        have, tries = sorted(certain), []
        for k in range(len(order) + 1):
            if k:
                bisect.insort(have, order[k - 1])
            if have:
                m = len(have)
                tries.append(Fraction(have[(m - 1) // 2] + have[m // 2], 2))
        out.append(pick(tries) if tries else None)
    return tuple(out)


def average_bounds(certain, maybe):
    out = []
    for order, pick in ((sorted(maybe), min), (sorted(maybe, reverse=True), max)):
        total, n, tries = sum(certain), len(certain), []
        for k in range(len(order) + 1):
            if k:
                total, n = total + order[k - 1], n + 1
            if n:
                tries.append(Fraction(total, n))
        out.append(pick(tries) if tries else None)
    return tuple(out)


def aggregate(db, query, agg, cond="1", base="1"):
    rows = db.execute("SELECT c.population, (%s) IS TRUE FROM counties c WHERE %s AND (%s) IS NOT FALSE"
                      % (cond, base, cond)).fetchall()
    certain = [p for p, y in rows if y and p is not None]
    maybe = [p for p, y in rows if not y and p is not None]
    known = len(certain) + len(maybe)
    if agg == "sum":
        low, high = sum(certain), (sum(certain) + sum(maybe) if known == len(rows) else None)
    elif agg == "median":
        low, high = median_bounds(certain, maybe)
    elif agg == "average":
        low, high = average_bounds(certain, maybe)
    else:
        low, high = bounds(agg, certain, maybe) if len(maybe) < 50 else (
            (min(certain + maybe), min(certain) if certain else max(maybe)) if agg == "min" else
            (max(certain) if certain else min(maybe), max(certain + maybe)))
    plain = lambda x: None if x is None else (int(x) if Fraction(x).denominator == 1 else float(x))
    out = {"query": query, "low": plain(low), "high": plain(high),
           "unknown": sum(1 for _, y in rows if not y), "base": count(db, base=base)[3]}
    if known < len(rows):
        out.update(known=known, of=len(rows))
    return out


# ------------------------------------------------------------------ ranks

def ranked(rows, n, bottom=False):
    """rows [key, low, high, unknown, base]; ties with the n-th place are kept."""
    worth = (lambda r: (r[2], r[1])) if bottom else (lambda r: (-r[1], -r[2]))
    rows = sorted((r for r in rows if r[1] is not None), key=lambda r: (worth(r), r[0]))
    return [r for i, r in enumerate(rows) if i < n or worth(r) == worth(rows[n - 1])]


def answers(db):
    F = lambda q, *a, **k: figure(db, q, *a, **k)
    one_in = lambda *codes: "c.state IN (%s)" % ", ".join("'%s'" % c for c in codes)
    det, nodet, isun = "c.detainers", "NOT c.detainers", "c.detainers IS NULL"

    # 1-10
    yield F("count counties")
    yield F("count counties where detainers", det)
    yield F("count counties where detainers and not notify", "c.detainers AND NOT c.notify")
    yield F("count counties where not detainers", nodet)
    yield F("count counties where detainers is unknown", isun)
    yield F("count counties where possibly not detainers", "(NOT c.detainers) IS NOT FALSE")
    yield F("count counties where certainly detainers and possibly not notify",
            "(c.detainers IS TRUE) AND ((NOT c.notify) IS NOT FALSE)")
    yield F("count counties in Texas", base=one_in("TX"))
    yield F("count counties in TX, CA where notify", "c.notify", base=one_in("TX", "CA"))
    yield F("count counties where population > 1_000_000 and not detainers", "c.population > 1000000 AND NOT c.detainers")

    # 14, 16
    nm = db.execute("SELECT c.name, 'no' FROM counties c WHERE c.state = 'NM' AND (NOT c.detainers) IS TRUE ORDER BY c.name").fetchall()
    more = count(db, nodet, base=one_in("NM"))[2]
    yield {"query": "list counties in NM where not detainers | show name, detainers | sort by name",
           "rows": [list(r) for r in nm], "possible_more": more}
    yield {"query": "list counties where name starts with \"San\" | show name, state", "possible_more": 0,
           "rows": [list(r) for r in db.execute("SELECT name, state FROM counties WHERE substr(name, 1, 3) = 'San' ORDER BY fips")]}

    # matches
    for pattern in ["^San .*", "County$", "\\s.*\\s.*\\s", "^(.)a\\wa", "^(St\\.?|Ste\\.|Saint) ", "[a-z]-[a-z]",
                    "^[^aeiou]+ ", "(n+n?)*ia", "^\\w+ (city|Borough|Parish)$", "\u00f1|^Mc[^a-m]"]:
        yield F("count counties where name matches \"%s\"" % pattern, "c.name REGEXP '%s'" % pattern)
    yield F("count counties where detainers and not name matches \"^[a-m]\"",
            "c.detainers AND NOT c.name REGEXP '^[a-m]'")

    # 17-22
    yield F("count agreements", relation="agreements a")
    yield F("count counties with agreements", has(1))
    yield F("count counties without agreements in Georgia", "NOT " + has(1), base=one_in("GA"))
    yield F("count agreements where model is task_force of counties in Texas", "a.model = 'task_force'",
            relation="agreements a", base=of_counties_in("TX"))
    yield F("count counties where has at least 2 agreements", has(2))
    yield F("count counties where has (agreements where model is task_force and signed between 2025-01 and 2025-03)",
            has(1, "a.model = 'task_force' AND a.signed BETWEEN '2025-01-01' AND '2025-03-31'"))

    # 23-26
    yield share(db, "share where detainers among counties", det)
    yield share(db, "share where detainers among counties in Texas", det, base=one_in("TX"))
    yield share(db, "share where access_limited among counties where not detainers", "c.access_limited", nodet)
    yield share(db, "share where detainers among counties | known only", det, known_only=True)

    # 27-29
    yield groups(db, "count counties by state", ["c.state"])
    total = count(db)[0]
    g = groups(db, "count counties by detainers as percent", [word("detainers")])
    # Every row's membership is certain: the exact part of the ungrouped answer, which is its base.
    g["rows"] = [[k, lo / total, hi / total, un, total] for k, lo, hi, un, b in g["rows"]]
    g["divisor"] = total
    yield g
    yield groups(db, "count counties where detainers by state, inquiry", ["c.state", word("inquiry")], det)

    # 33-37
    by_state = {r[0]: r for r in groups(db, "", ["c.state"], det)["rows"]}
    codes = [r[0] for r in db.execute("SELECT code FROM states ORDER BY code")]
    yield {"query": "top 10 states by count of counties where detainers",
           "rows": ranked([by_state.get(s, [s, 0, 0, 0, 0]) for s in codes], 10)}
    # A state without counties (a territory) has no share and is not ranked.
    yield {"query": "bottom 5 states by share where detainers among counties",
           "rows": ranked(share_by(db, "", "c.state", det)["rows"], 5, bottom=True)}
    rows = db.execute("SELECT name, state, population FROM counties c WHERE (NOT c.detainers) IS TRUE AND population IS NOT NULL"
                      " ORDER BY population DESC, fips").fetchall()
    rows = [list(r) for i, r in enumerate(rows) if i < 20 or r[2] == rows[19][2]]
    yield {"query": "top 20 counties where not detainers by population", "rows": rows,
           "possible_more": count(db, nodet)[2]}
    yield aggregate(db, "sum population of counties where detainers", "sum", det)
    out = {"query": "average population of counties by detainers", "rows": [], "known": {}}
    for k, c in (("yes", "(c.detainers) IS TRUE"), ("no", "(c.detainers) IS FALSE"), ("unknown", isun)):
        a = aggregate(db, "", "average", c, base=c)
        if a["base"]:
            out["rows"].append([k, a["low"], a["high"], a["unknown"], a["base"]])
            out["known"][k] = [a.get("known", a["base"]), a["base"]]
    yield out

    # The brief's further forms
    for s in ("TX", "FL", "GA", "PA"):
        yield F("count counties with agreements where state is %s" % s, "%s AND c.state = '%s'" % (has(1), s))
    yield groups(db, "count counties where detainers is unknown by state", ["c.state"], isun)
    yield groups(db, "count counties where detainers by state", ["c.state"], det)
    yield groups(db, "count counties where not detainers by state", ["c.state"], nodet)
    yield groups(db, "count counties where detainers is unknown by region", ["c.region"], isun)
    yield groups(db, "count counties where detainers by region", ["c.region"], det)
    yield groups(db, "count counties where not detainers by region", ["c.region"], nodet)
    yield groups(db, "count agreements by model", ["a.model"], relation="agreements a")
    yield groups(db, "count agencies by kind", ["g.kind"], relation="agencies g")
    yield F("count agreements of counties in Texas", relation="agreements a", base=of_counties_in("TX"))
    yield aggregate(db, "median population of counties where detainers", "median", det)
    yield aggregate(db, "min population of counties", "min")
    yield aggregate(db, "max population of counties in TX, CA", "max", base=one_in("TX", "CA"))
    yield {"query": "list counties in NM where not detainers", "possible_more": more,
           "rows": [list(r) for r in db.execute(
               "SELECT fips, name, state FROM counties c WHERE c.state = 'NM' AND (NOT c.detainers) IS TRUE ORDER BY fips")]}
    yield share_by(db, "share where notify among counties where detainers by region", "c.region", "c.notify", det)
    yield F("count (counties where detainers) intersect (counties where notify)", "c.detainers AND c.notify")
    yield F("count (counties where detainers) union (counties where notify)", "c.detainers OR c.notify")
    yield F("count (counties where detainers) minus (counties where notify)", "c.detainers AND NOT c.notify")
    n = dict(db.execute("SELECT state, COUNT(*) FROM agreements GROUP BY state").fetchall())
    yield {"query": "top 10 states by count of agreements",
           "rows": ranked([[s, n.get(s, 0), n.get(s, 0), 0, n.get(s, 0)] for s in codes], 10)}
    # Pictures: the answer below, and of a map of dots how many rows are on each side, and drawn.
    yield dict(groups(db, "", ["c.region"], det), query="chart count counties where detainers by region as bars")
    yield dict(share_by(db, "", "c.state", "c.notify"), query="map share where notify among counties by state")
    yield dict(groups(db, "", ["a.state"], relation="agreements a"), query="map count agreements by state")
    for query, cond, base in (("map counties where not detainers", nodet, "1"), ("map counties", "1", "1"),
                              ("map counties in TX, OK where agreement_287g", "c.agreement_287g", one_in("TX", "OK")),
                              ("map counties in AK where detainers", det, one_in("AK"))):
        here = lambda test: list(db.execute(
            "SELECT COUNT(*), COUNT(m.latitude + m.longitude) FROM counties c JOIN centers m ON m.fips = c.fips"
            " WHERE (%s) AND ((%s) %s)" % (base, cond, test)).fetchone())
        layers = [here("IS TRUE"), here("IS NULL"), here("IS FALSE")]
        yield {"query": query, "layers": layers, "possible_more": layers[1][0],
               "rows": [list(r) for r in db.execute(
                   "SELECT fips, name, state FROM counties c WHERE (%s) AND (%s) IS TRUE ORDER BY fips" % (base, cond))]}
    big = ("(SELECT CASE WHEN SUM((c.population > 1000000) IS TRUE) > 0 THEN 1"
           " WHEN SUM((c.population > 1000000) IS NULL) > 0 THEN NULL ELSE 0 END FROM counties c WHERE c.state = s.code)")
    yield F("count states where has (counties where population > 1_000_000)", big, relation="states s")


# ------------------------------------------------------------------ self-test

def self_test():
    rnd = random.Random(7)
    for _ in range(3000):
        # share: every completion of up to 7 rows of (in S, has A)
        rows = [(rnd.choice("ynu"), rnd.choice("ynu")) for _ in range(rnd.randint(1, 6))]
        c = {k: sum(1 for r in rows if "".join(r) == k) for k in ("yy", "yn", "yu", "uy", "un", "uu")}
        seen = []
        def walk(i, num, den):
            if i == len(rows):
                if den:
                    seen.append(Fraction(num, den))
                return
            s, a = rows[i]
            for sv in ((1,) if s == "y" else (0,) if s == "n" else (0, 1)):
                for av in ((1,) if a == "y" else (0,) if a == "n" else (0, 1)):
                    walk(i + 1, num + sv * av, den + sv)
        walk(0, 0, 0)
        low, high, _ = share_of(c)
        assert (low, high) == ((min(seen), max(seen)) if seen else (None, None)), (rows, low, high)
    for _ in range(1500):
        certain = [rnd.randint(0, 9) for _ in range(rnd.randint(0, 4))]
        maybe = [rnd.randint(0, 9) for _ in range(rnd.randint(0, 5))]
        sets = [certain + [m for i, m in enumerate(maybe) if b >> i & 1] for b in range(1 << len(maybe))]
        sets = [s for s in sets if s]
        for agg, f in (("average", lambda v: Fraction(sum(v), len(v))), ("min", min), ("max", max),
                       ("median", lambda v: Fraction(statistics.median(v)))):
            want = (min(map(f, sets)), max(map(f, sets))) if sets else (None, None)
            assert bounds(agg, certain, maybe) == want, (agg, certain, maybe)
            if agg == "median":
                assert median_bounds(certain, maybe) == want
            if agg == "average":
                assert average_bounds(certain, maybe) == want
    print("bounds agree with brute force")


def odd_links(db):
    """Where `counties with agreements` and `agreement_287g` do not say the same: on a list's own day
    in any county; on a day between, where the link is certain and the field is not yes.

    READING: the field of Ottawa County, Oklahoma, is unknown on 2025-07-18, since the next list says
    that it had signed by then; the list of the day, which the link reads, lacks it. Other
    counties that this reading would excuse are printed too."""
    for day, differ in [(d, "%s IS NOT c.agreement_287g") for d in ("2025-01-22", "2025-07-18", LATEST)] + [
            (d, "%s IS TRUE AND c.agreement_287g IS NOT TRUE") for d in ("2025-03-01", "2025-05-01", "2025-12-31")]:
        at(db, day)
        odd = [f for f, in db.execute("SELECT fips FROM counties c WHERE " + differ % has(1))
               if (day, f) != ("2025-07-18", "40115")]
        if odd:
            yield "on %s agreement_287g and the link to agreements differ in %d counties: %s" % (
                day, len(odd), " ".join(odd[:20]))


def main(argv):
    if "--self-test" in argv:
        return self_test()
    import dated
    db = load(argv[-1])
    odd = list(odd_links(db))
    for text in odd:
        print(text, file=sys.stderr)
    if "--links" in argv:
        print("the links of agreements: %d days with a difference" % len(odd))
        return 1 if odd else 0
    at(db, LATEST)
    for a in answers(db):
        print(json.dumps(a, ensure_ascii=False))
    for a in dated.answers(db):
        print(json.dumps(a, ensure_ascii=False))
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
