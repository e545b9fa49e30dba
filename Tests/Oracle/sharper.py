"""Sharper cases than the sixty: uncertain divisors, ties, links of lists that are not complete, edges.

Part of sixty.py, whose forms it uses; `cases` yields them.
"""
import re

import queries
import spans
from queries import ANSWERS, LATEST, aggregate, at, count, figure, groups, has, has_neighbor, of_counties_in
from queries import ranked, share, share_by, word
from sixty import AG, ANSWER, CO, DET, ISUN, NODET, case, cells, compared, compared_rows, crossed, fig, grp, many
from sixty import on, one, plain, real, refused, span, transitions

REGIONS = ("Midwest", "Northeast", "South", "West")
FIRST, SECOND = "2025-01-22", "2025-07-18"
BETWEEN = "2025-05-01"


def cases(db, folder):
    for make in (shares, comparisons, compared_percents, refused_comparisons, percents, tables, windows, arithmetic,
                 links, uncertain_links, open_links, sums_over_links, bands, dimensions, stages, years, totals, changes, definitions, algebra, patterns, numbers,
                 results, expectations, pictures):
        at(db, LATEST)
        yield from make(db)


def figures_of(rows):
    return [dict(zip(("low", "high", "unknown", "base"), r[-4:])) for r in rows]


def share_cells(db, a, s, base):
    return cells([share(db, "", a, s, base=base)])


# ------------------------------------------------------------------ shares

def shares(db):
    is_ = lambda f, v: "%s = '%s'" % (word(f), v)
    yield case("s1", "share where detainers among counties by region across inquiry", "G", ordered=True, rows=[
        [r] + [v for i in ANSWER for v in share_cells(db, DET, "1", "c.region = '%s' AND %s" % (r, is_("inquiry", i)))]
        for r in REGIONS])
    yield case("s2", "share where notify among counties across detainers", "G", rows=[
        [v for d in ANSWER for v in share_cells(db, "c.notify", "1", is_("detainers", d))]])
    yield grp("s3", "share where access_limited among counties where not detainers by region",
              share_by(db, "", "c.region", "c.access_limited", NODET), ordered=True)
    yield case("s4", "share where detainers among counties across years 2017, 2019, latest", "G", rows=[
        [v for d in ("2017-12-31", "2019-12-31", LATEST) for v in on(db, d, lambda: share_cells(db, DET, "1", "1"))]])
    both = [on(db, d, lambda: share_by(db, "", "c.region", "c.notify", DET)["rows"]) for d in ("2019-12-31", LATEST)]
    yield case("s5", "share where notify among counties where detainers by region across years 2019, latest", "G",
               rows=[a + b[1:] for a, b in zip(*both)], ordered=True)
    yield fig("s6", "share where detainers among counties with agreements", share(db, "", DET, has(1)))
    yield fig("s7", "share where notify and detainers among counties where population > 100_000",
              share(db, "", "c.notify AND c.detainers", "c.population > 100000"))
    yield fig("s8", "share where not inquiry among counties as of 2019 in NH, VT, ME",
              on(db, "2019-12-31", lambda: share(db, "", "NOT c.inquiry", base=one("", ["NH", "VT", "ME"]))))
    yield grp("s9", "share where not notify among counties as of 2019 where not detainers by region",
              on(db, "2019-12-31", lambda: share_by(db, "", "c.region", "NOT c.notify", NODET)))


# ------------------------------------------------------------------ comparisons

def comparisons(db):
    def dated(n, words, make, *days):
        a, b = (on(db, d, make) for d in days)
        return case(n, words, "C", **compared(a, b))
    tx, ca = one("", ["TX"]), one("", ["CA"])
    yield case("c1", "compare count counties in TX where notify against counties in CA where notify", "C", **compared(
        figure(db, "", "c.notify", base=tx), figure(db, "", "c.notify", base=ca)))
    yield case("c2", "compare count counties in TX against counties in CA", "C",
               **compared(figure(db, "", base=tx), figure(db, "", base=ca)))
    yield dated("c3", "compare count counties where not notify from 2018 to latest",
                lambda: figure(db, "", "NOT c.notify"), "2018-12-31", LATEST)
    yield dated("c4", "compare count counties where agreement_287g from 2019 to latest",
                lambda: figure(db, "", "c.agreement_287g"), "2019-12-31", LATEST)
    yield dated("c5", "compare share where notify among counties where detainers from 2019 to latest",
                lambda: share(db, "", "c.notify", DET), "2019-12-31", LATEST)
    yield dated("c6", "compare sum population of counties where detainers from 2017 to 2019",
                lambda: aggregate(db, "", "sum", DET), "2017-12-31", "2019-12-31")
    for n, agg, words, cond in (("c7", "average", "where detainers", DET), ("c8", "median", "where not detainers", NODET)):
        yield dated(n, "compare %s population of counties %s from 2019 to latest" % (agg, words),
                    lambda: aggregate(db, "", agg, cond), "2019-12-31", LATEST)
    for n, first, last in (("c9", FIRST, SECOND), ("c10", FIRST, LATEST), ("c11", SECOND, LATEST)):
        yield dated(n, "compare count agreements from %s to %s" % (first, "latest" if last == LATEST else last),
                    lambda: figure(db, "", relation=AG), first, last)
    yield dated("c12", "compare count agreements where model is task_force from 2025-01-22 to latest",
                lambda: figure(db, "", "a.model = 'task_force'", AG), FIRST, LATEST)
    yield dated("c13", "compare count counties with agreements from 2025-01-22 to 2025-07-18",
                lambda: figure(db, "", has(1)), FIRST, SECOND)
    a, b = ([[r] + list(on(db, d, lambda: count(db, "c.notify", base="c.region = '%s'" % r))) for r in REGIONS]
            for d in ("2018-12-31", "2019-12-31"))
    yield case("c14", "compare count counties where notify by region from 2018 to 2019", "G", rows=compared_rows(a, b), ordered=True)
    a, b = ([[r] + cells([on(db, d, lambda: aggregate(db, "", "sum", DET, "c.region = '%s'" % r))]) for r in REGIONS]
            for d in ("2017-12-31", LATEST))
    yield case("c15", "compare sum population of counties where detainers by region from 2017 to latest", "G",
               rows=compared_rows(a, b), ordered=True)
    found = [on(db, d, lambda: {r[0]: r for r in groups(db, "", ["a.model"], relation=AG)["rows"]}) for d in (FIRST, LATEST)]
    models = sorted(set().union(*found))
    a, b = ([f.get(m, [m, 0, 0, 0, 0]) for m in models] for f in found)
    yield case("c16", "compare count agreements by model from 2025-01-22 to latest", "G", rows=compared_rows(a, b))
    sides = [share(db, "", "c.access_limited", NODET, base=one("", [s])) for s in ("NY", "MN")]
    yield case("c17", "compare share where access_limited among counties in NY where not detainers"
               " against counties in MN where not detainers", "C", **compared(*sides))
    sides = [figure(db, "", c) for c in (DET, NODET)]
    two = [on(db, d, lambda: figure(db, "", NODET)) for d in ("2017-12-31", "2019-12-31")]
    yield case("c20", "compare count counties where not detainers from 2017 to 2019", "C", **compared(*two))
    yield case("c18", "compare count counties where detainers against counties where not detainers", "C", **compared(*sides))


def compared_percents(db):
    """Percentages are compared as they are: in points, and by their own ends."""
    def parts():
        rows, whole = groups(db, "", ["c.region"], DET)["rows"], count(db, DET)
        return [[r[0]] + real(spans.part((r[1], r[2]), whole)) + ["*", "*"] for r in rows]
    a, b = (on(db, d, parts) for d in ("2019-12-31", LATEST))
    yield case("c19", "compare count counties where detainers by region as percent from 2019 to latest", "G",
               rows=compared_rows(a, b, changes=False), ordered=True)


def refused_comparisons(db):
    yield refused("c-1", "compare count counties in TX against agreements in TX", "T")
    yield refused("c-2", "compare count counties where detainers against counties in CA", "T")
    yield refused("c-3", "compare count agreements from 2014 to latest", "T5")
    yield refused("c-4", "compare count counties as of 2019 where detainers from 2017 to latest", "T")
    yield refused("c-5", "compare count counties where detainers from 2016 to latest", "T5")
    yield refused("c-6", "compare list counties from 2017 to latest", "T2")
    yield refused("c-7", "changes in population of counties from 2017 to latest", "T")
    yield refused("c-8", "changes in detainers of agreements from 2025-01-22 to latest", "T")
    yield refused("c-9", "changes in detainers of counties as of 2019 from 2017 to latest", "T")
    # The list of 2017 is complete for its day, the sheets of later years are not.
    yield refused("c-13", "changes in detention_contract of counties from 2017-11-06 to latest", "T5")
    yield refused("c-14", "compare count counties where detention_contract from 2017-11-06 to latest", "T5")
    yield refused("c-10", "count agreements across years 2019, 2025-07-18", "T5")
    yield refused("c-11", "count counties with agreements across years 2019, latest", "T5")
    yield refused("c-12", "count counties as of 2019 where detainers across years 2017, latest", "T")


# ------------------------------------------------------------------ percentages

def percents(db):
    def of(n, words, keys, cond="1", relation=CO, base="1"):
        rows = groups(db, "", keys, cond, relation, base)["rows"]
        whole = count(db, cond, relation, base)
        return case(n, words, "G", ordered=relation == CO, rows=[   # a category has an order of its own
            r[:-4] + real(spans.part((r[-4], r[-3]), whole)) + ["*", "*"] for r in rows])
    yield of("p1", "count counties where detainers by region as percent", ["c.region"], DET)
    yield of("p2", "count counties where not notify by state as percent", ["c.state"], "NOT c.notify")
    yield of("p3", "count counties in NH, VT, ME where detainers by state as percent", ["c.state"], DET,
             base=one("", ["NH", "VT", "ME"]))
    yield of("p4", "count agreements by model as percent", ["a.model"], relation=AG)
    yield of("p5", "count counties where detainers by region, inquiry as percent", ["c.region", word("inquiry")], DET)
    at(db, "2019-12-31")
    yield of("p6", "count counties as of 2019 where not access_limited by region as percent", ["c.region"], "NOT c.access_limited")
    at(db, LATEST)
    rows = groups(db, "", ["c.region", word("inquiry")], DET)["rows"]
    whole = {r: (sum(x[2] for x in rows if x[0] == r), sum(x[3] for x in rows if x[0] == r)) for r in REGIONS}
    parts = {(r[0], r[1]): real(spans.part((r[2], r[3]), whole[r[0]])) + ["*", "*"] for r in rows}
    yield case("p7", "count counties where detainers by region, inquiry as percent of region", "G", ordered=True,
               rows=[list(k) + v for k, v in sorted(parts.items(), key=lambda i: queries.key_order(i[0]))])
    yield case("p8", "count counties where detainers by region across inquiry as percent of region", "G", ordered=True,
               rows=[[r] + [v for i in ANSWER for v in parts.get((r, i), [0, 0, "*", "*"])] for r in REGIONS])
    wide = crossed(db, ["c.region"], word("detainers"), ANSWER)
    n = count(db)[0]
    yield case("p9", "count counties by region across detainers as percent", "G", ordered=True, rows=[
        [r[0]] + [v for i in (1, 5, 9) for v in (r[i] / n, r[i + 1] / n, "*", "*")] for r in wide])
    sums = [sum(r[i] for r in wide) for i in (1, 5, 9)]
    yield case("p10", "count counties by region across detainers as percent of detainers", "G", ordered=True, rows=[
        [r[0]] + [v for i, s in zip((1, 5, 9), sums) for v in (r[i] / s, r[i + 1] / s, "*", "*")] for r in wide])


# ------------------------------------------------------------------ tables

def tables(db):
    F = lambda cond: lambda b: figure(db, "", cond, base=b)
    A = lambda agg, cond="1": lambda b: aggregate(db, "", agg, cond, b)
    S = lambda a, s="1": lambda b: share(db, "", a, s, base=b)
    yield case("t1", "table counties by region with count where detainers named holds, count where not detainers named bars", "G",
               ordered=True, columns=["region", "holds", "bars"], rows=many(db, "c.region", [F(DET), F(NODET)]))
    yield case("t2", "table counties where detainers by region with count, average population named mean, median population"
               " named middle, min population named least, max population named most", "G", ordered=True, rows=many(
                   db, "c.region", [F(DET)] + [A(a, DET) for a in ("average", "median", "min", "max")]))
    yield case("t3", "table counties in TX, CA, NY by state with share where notify named notifies,"
               " sum population where detainers named people", "G", ordered=True,
               rows=many(db, "c.state", [S("c.notify"), A("sum", DET)], one("", ["TX", "CA", "NY"])))
    yield case("t4", "table counties as of 2019 by region with count where detainers named holds, share where detainers named part",
               "G", ordered=True, rows=on(db, "2019-12-31", lambda: many(db, "c.region", [F(DET), S(DET)])))
    yield case("t5", "table counties where not detainers by region with count, share where access_limited named limits", "G",
               ordered=True, rows=many(db, "c.region", [F(NODET), S("c.access_limited", NODET)]))
    new = {r[0]: r[1:] for r in groups(db, "", ["a.model"], "a.signed > '2026-01-01'", AG)["rows"]}
    rows = groups(db, "", ["a.model"], relation=AG)["rows"]
    yield case("t6", "table agreements by model with count, count where signed > 2026-01-01 named new", "G",
               rows=[r + new[r[0]] for r in rows])
    wide = crossed(db, ["c.region"], word("detainers"), ANSWER)
    yield case("t7", "table counties by region across detainers with count", "G", rows=wide, ordered=True)
    keys = [(r[0], r[1]) for r in groups(db, "", ["c.region", word("inquiry")])["rows"]]
    both = [[r, i] + cells([m("c.region = '%s' AND %s = '%s'" % (r, word("inquiry"), i)) for m in (F(DET), A("sum"))])
            for r, i in keys]
    yield case("t8", "table counties by region, inquiry with count where detainers named holds, sum population named people", "G",
               rows=both, ordered=True)


# ------------------------------------------------------------------ windows

def windowed(rows, *columns):
    """Rows [key, low, high, unknown, base] with spans beside them."""
    return [r + [v for c in columns for v in real(c[i]) + ["*", "*"]] for i, r in enumerate(rows)]


def ends(rows):
    return [(r[1], r[2]) for r in rows]


def one_number(x):
    return x[0] if x[0] == x[1] else x


def windows(db):
    for n, words, cond in (("w1", "", "1"), ("w2", " where detainers", DET), ("w3", " where not notify", "NOT c.notify")):
        rows = groups(db, "", ["c.region"], cond)["rows"]
        whole = count(db, cond)
        yield case(n, "count counties%s by region | add place = rank(count), so_far = running(count), part = percent_of_total(count)"
                   % words, "G", ordered=True, rows=windowed(
                       rows, spans.ranks(ends(rows)), spans.running(ends(rows)), [spans.part(e, whole) for e in ends(rows)]))
    rows = sorted(groups(db, "", ["c.state"])["rows"], key=lambda r: (-r[1], -r[2], r[0]))[:5]
    n = count(db)[0]
    yield case("w4", "count counties by state | sort by count down | take 5 | add so_far = running(count), part = percent_of_total(count)",
               "G", ordered=True, rows=windowed(rows, spans.running(ends(rows)), [(r[1] / n, r[2] / n) for r in rows]))
    rows = sorted(groups(db, "", ["c.state"])["rows"], key=lambda r: (-r[1], -r[2], r[0]))
    yield case("w5", "count counties by state | sort by count down | add place = rank(count)", "G", ordered=True,
               rows=windowed(rows, spans.ranks(ends(rows))))
    rows = groups(db, "", ["c.region"], DET)["rows"]
    whole = [[sum(r[i] for r in rows[:k + 1]) for i in (1, 2, 3, 4)] for k in range(len(rows))]
    yield case("w8", "count counties where detainers by region | add so_far = running(count) | show region, so_far", "G",
               rows=[[r[0]] + w for r, w in zip(rows, whole)], ordered=True)
    yield case("w6", "count counties where detainers by region | add before = previous(count)", "G", ordered=True,
               rows=[r + (["*"] if i == 0 else rows[i - 1][1:3]) for i, r in enumerate(rows)])
    rows = db.execute("SELECT name, population FROM counties WHERE state = 'RI' ORDER BY population DESC").fetchall()
    places, sums = spans.ranks([(p, p) for _, p in rows]), spans.running([(p, p) for _, p in rows])
    yield case("w7", "list counties in RI | show name, population | sort by population down"
               " | add place = rank(population), so_far = running(population)", "R", ordered=True,
               rows=[[a, p, places[i][0], sums[i][0]] for i, (a, p) in enumerate(rows)])


def arithmetic(db):
    rows = groups(db, "", ["c.region"], DET)["rows"]
    yield case("a1", "count counties where detainers by region | add twice = count * 2, rest = 2000 - count, thousands = count / 1000",
               "G", ordered=True, rows=windowed(rows, [(2 * l, 2 * h) for l, h in ends(rows)],
                                                [(2000 - h, 2000 - l) for l, h in ends(rows)],
                                                [(l / 1000, h / 1000) for l, h in ends(rows)]))
    kept = [r for r in rows if 2 * r[1] > 300]
    yield case("a2", "count counties where detainers by region | add twice = count * 2 | keep twice > 300", "G", ordered=True,
               rows=windowed(kept, [(2 * l, 2 * h) for l, h in ends(kept)]),
               possible_more=sum(1 for r in rows if 2 * r[1] <= 300 < 2 * r[2]))
    small = db.execute("SELECT name, population FROM counties WHERE state = 'DE' ORDER BY fips").fetchall()
    yield case("a3", "list counties in DE | show name, population | add thousands = population / 1000, near = round(population, -3)",
               "R", ordered=True, rows=[[a, p, p / 1000, "*"] for a, p in small])


# ------------------------------------------------------------------ links

def state_counts(db, sql):
    """What an aggregate over a link says of each state: rows [code, low, high]."""
    return db.execute(sql).fetchall()


def links(db):
    per = dict(db.execute("SELECT state, COUNT(*) FROM agreements GROUP BY state").fetchall())
    rows = sorted(([s, n, n, "*", "*"] for s, n in per.items() if n > 50), key=lambda r: (-r[1], r[0]))
    yield case("l1", "list states where count of agreements > 50 | show code, count of agreements named n | sort by n down", "R",
               rows=rows, ordered=True, possible_more=0)
    yield fig("l2", "count counties where count of agreements >= 2", figure(db, "", has(2)))
    yield fig("l3", "count counties where count of agreements < 1", figure(db, "", "NOT " + has(1)))
    yield fig("l4", "count counties in TX where count of (agreements where model is task_force) >= 1",
              figure(db, "", has(1, "a.model = 'task_force'"), base=one("", ["TX"])))
    yield fig("l5", "count counties in VA where count of agreements >= 1", figure(db, "", has(1), base=one("", ["VA"])))
    yield fig("l6", "count counties where count of neighbors > 8", figure(db, "", has_neighbor(at_least=9)))
    yield fig("l7", "count counties where count of (neighbors where agreement_287g) >= 3",
              figure(db, "", has_neighbor("n.agreement_287g", 3)))
    yield fig("l8", "count counties where detainers and count of (neighbors where not detainers) >= 2",
              figure(db, "", "c.detainers AND " + has_neighbor("NOT n.detainers", 2)))
    yield fig("l9", "count counties where count of agreements > 0 and not agreement_287g",
              figure(db, "", has(1) + " AND NOT c.agreement_287g"))
    sure = dict(db.execute("SELECT county, COUNT(*) FROM agreements WHERE county IS NOT NULL GROUP BY 1").fetchall())
    loose = [(s, among) for s, among in db.execute("SELECT state, among FROM agreements WHERE county IS NULL")]
    for n, state in (("l10", "DE"), ("l11", "VA"), ("l12", "OK")):
        rows = []
        for fips, name in db.execute("SELECT fips, name FROM counties WHERE state = ? ORDER BY fips", [state]):
            low = sure.get(fips, 0)
            more = sum(1 for s, among in loose if s == state and (among is None or fips in among))
            rows.append([name, low, low + more, "*", "*"])
        yield case(n, "list counties in %s | show name, count of agreements named n" % state, "R", rows=rows, ordered=True)


def uncertain_links(db):
    """Aggregates of a link whose members are themselves yes, no or unknown."""
    codes = [r[0] for r in db.execute("SELECT code FROM states ORDER BY code")]
    per = {r[0]: r[1:] for r in groups(db, "", ["c.state"], DET)["rows"]}
    got = [[s] + per.get(s, [0, 0, 0, 0])[:2] + ["*", "*"] for s in codes]
    sure, may = [r for r in got if r[1] > 50], [r for r in got if r[1] <= 50 < r[2]]
    yield case("l13", "list states where count of (counties where detainers) > 50 | show code, count of (counties where detainers) named n",
               "R", rows=sure, ordered=True, possible_more=len(may))
    yield case("l14", "count states where count of (counties where detainers) > 50", "F", low=len(sure),
               high=len(sure) + len(may), unknown=len(may), base=len(codes))
    n = sum(1 for r in got if r[1] == r[2] == 0), sum(1 for r in got if r[1] == 0)
    yield case("l15", "count states where count of (counties where detainers) is 0", "F", low=n[0], high=n[1],
               unknown=n[1] - n[0], base=len(codes))
    for k, agg in enumerate(("average", "median", "min", "max", "sum")):
        rows = []
        for s in ("CO", "KS", "NH", "TX", "WI"):
            f = aggregate(db, "", agg, DET, one("", [s]))
            rows.append([s, f["low"], f["high"], "*", "*"])
        yield case("l%d" % (16 + k), "list states where code in (CO, KS, NH, TX, WI) | show code, %s population of (counties where detainers) named p"
                   % agg, "R", rows=rows, ordered=True)
    found = [aggregate(db, "", "average", DET, one("", [s])) for s in codes if s in per]
    low = sum(1 for f in found if f["low"] is not None and f["low"] > 100_000)
    # The average over no member is none: a state that may have none at all is not sure to pass.
    unsure = sum(1 for s, f in zip([s for s in codes if s in per], found) if f["low"] is not None and f["low"] > 100_000 and per[s][0] == 0)
    high = sum(1 for f in found if f["high"] is not None and f["high"] > 100_000)
    yield case("l21", "count states where average population of (counties where detainers) > 100_000", "F", low=low - unsure, high=high,
               unknown=high - low + unsure, base=len(codes))


def open_links(db):
    """On a day between two lists an absence is not known, and no count of the link has a high end."""
    at(db, BETWEEN)
    yield fig("o1", "count counties as of 2025-05-01 where count of agreements >= 1", figure(db, "", has(1)))
    yield fig("o2", "count counties as of 2025-05-01 where count of agreements < 1", figure(db, "", "NOT " + has(1)))
    yield fig("o3", "count counties as of 2025-05-01 in TX where count of (agreements where model is task_force) >= 1",
              figure(db, "", has(1, "a.model = 'task_force'"), base=one("", ["TX"])))
    rows = db.execute("SELECT c.name, (SELECT COUNT(*) FROM agreements a WHERE a.county = c.fips AND a.sure) FROM counties c"
                      " WHERE c.state = 'MA' ORDER BY fips").fetchall()
    yield case("o4", "list counties in MA as of 2025-05-01 | show name, count of agreements named n", "R", ordered=True,
               rows=[[name, low, None, "*", "*"] for name, low in rows])
    yield refused("o5", "count counties as of 2024 where count of agreements >= 1", "T5")


def sums_over_links(db):
    sums = db.execute("SELECT state, SUM(population), COUNT(population), COUNT(*) FROM counties GROUP BY state").fetchall()
    codes = [r[0] for r in db.execute("SELECT code FROM states")]
    total = {s: (n, n if k == of else None) for s, n, k, of in sums}
    value = lambda s: total.get(s, (0, 0))
    rows = [[s, value(s)[0]] for s in codes if value(s)[0] > 5_000_000]
    open_ = [s for s in codes if value(s)[0] <= 5_000_000 and value(s)[1] is None]
    yield case("u1", "count states where sum population of counties > 5_000_000", "F", low=len(rows),
               high=len(rows) + len(open_), unknown=len(open_), base=len(codes))
    top = sorted(((s, value(s)) for s in codes), key=lambda r: (-r[1][0], r[0]))[:5]
    yield case("u2", "top 5 states by sum population of counties", "G", ordered=True,
               rows=[[s, v[0], v[1], 0, "*"] for s, v in top])
    det = {s: aggregate(db, "", "sum", DET, one("", [s])) for s, _, _, _ in sums}
    rank = sorted(((s, f) for s, f in det.items()), key=lambda r: (-r[1]["low"], r[0]))[:6]
    yield case("u3", "top 6 states by sum population of counties where detainers", "G", ordered=True,
               rows=[[s, f["low"], f["high"], f["unknown"], "*"] for s, f in rank])
    mean = {s: n / k for s, n, k, _ in sums}
    top = sorted(mean.items(), key=lambda r: -r[1])[:5]
    yield case("u4", "top 5 states by average population of counties", "G", ordered=True,
               rows=[[s, v, v, 0, "*"] for s, v in top])
    pop = dict(db.execute("SELECT fips, population FROM counties"))
    near, loose = {}, set()
    for c, n in db.execute("SELECT county, neighbor FROM neighbors"):
        near.setdefault(c, []).append(n)
    yes = maybe = 0
    for fips in pop:
        have = [pop[n] for n in near.get(fips, []) if n is not None]
        low = sum(p for p in have if p is not None)
        closed = None not in have and None not in near.get(fips, [])
        yes += low > 1_000_000
        maybe += low <= 1_000_000 and not closed
    yield case("u5", "count counties where sum population of neighbors > 1_000_000", "F", low=yes, high=yes + maybe,
               unknown=maybe, base=len(pop))


# ------------------------------------------------------------------ bands

def bands(db):
    def by(n, words, field, edges, cond="1", base="1"):
        sql = "CASE " + ("WHEN %s IS NULL THEN 99 " % field) + "".join(
            "WHEN %s < %s THEN %d " % (field, e, i) for i, e in enumerate(edges)) + "ELSE %d END" % len(edges)
        rows = {r[0]: r[1:] for r in groups(db, "", [sql], cond, base=base)["rows"]}
        keys = list(range(len(edges) + 1)) + ([99] if 99 in rows else [])
        return case(n, words, "G", ordered=True, rows=[["*"] + rows.get(k, [0, 0, 0, 0]) for k in keys])
    # 55,601 people live in Autauga County: it is in the upper band.
    yield by("b1", "count counties in AL by bands(population, 55_601)", "c.population", [55601], base=one("", ["AL"]))
    yield by("b2", "count counties in AL by bands(population, 55_602)", "c.population", [55602], base=one("", ["AL"]))
    yield by("b3", "count counties where detainers by bands(population, 10_000, 100_000)", "c.population", [10000, 100000], DET)
    yield by("b4", "count counties in AK by bands(population, 1_000, 10_000)", "c.population", [1000, 10000], base=one("", ["AK"]))
    yield refused("b5", "count counties by bands(population, 100_000, 10_000)", "T")
    yield refused("b6", "count counties by bands(population)", "T")
    yield refused("b7", "count counties by bands(detainers, 1)", "T")


def dimensions(db):
    """Keys that are worked out: a year, a link's field, a band of a link's count, several at once."""
    year = "CASE WHEN a.signed IS NULL THEN 'unknown' ELSE CAST(substr(a.signed, 1, 4) AS INTEGER) END"
    yield grp("v1", "count agreements by year(signed)", groups(db, "", [year], relation=AG))
    years_ = [r[0] for r in groups(db, "", [year], relation=AG)["rows"]]
    years_ = sorted([y for y in years_ if y != "unknown"]) + ["unknown"]
    yield case("v2", "count agreements by model across year(signed)", "G", rows=crossed(db, ["a.model"], year, years_, relation=AG))
    region = "(SELECT COALESCE(s.region, '') FROM states s WHERE s.code = a.state)"
    yield grp("v3", "count agreements by state.region", groups(db, "", [region], relation=AG))
    per = "(SELECT COUNT(*) FROM counties c WHERE c.state = s.code)"
    band = "CASE WHEN %s < 50 THEN 0 WHEN %s < 100 THEN 1 ELSE 2 END" % (per, per)
    rows = groups(db, "", [band], relation="states s")["rows"]
    yield case("v4", "count states by bands(count of counties, 50, 100)", "G", rows=[["*"] + r[1:] for r in rows], ordered=True)
    size = "CASE WHEN c.population IS NULL THEN 9 WHEN c.population < 100000 THEN 0 ELSE 1 END"
    rows = []
    for k in (0, 1, 9):
        rows.append(["*"] + cells([share(db, "", DET, base="(%s) = %d" % (size, k))]))
    yield case("v5", "share where detainers among counties by bands(population, 100_000)", "G", rows=rows, ordered=True)
    yield case("v6", "count counties by agreement_287g across detainers", "G", ordered=True,
               rows=crossed(db, [word("agreement_287g")], word("detainers"), ANSWER))
    on_days = [on(db, d, lambda: [[r] + list(count(db, DET, base="c.region = '%s'" % r)) for r in REGIONS])
               for d in ("2017-12-31", "2019-12-31")]
    yield case("v7", "table counties by region across years 2017, 2019 with count where detainers named n", "G", ordered=True,
               rows=[a + b[1:] for a, b in zip(*on_days)])
    yield grp("v8", "count counties where detainers by region, agreement_287g, notify", groups(
        db, "", ["c.region", word("agreement_287g"), word("notify")], DET), ordered=True)


def stages(db):
    """What stands behind a bar, over several figures and over intervals."""
    shares_ = share_by(db, "", "c.state", DET)["rows"]
    sure, may = [r for r in shares_ if r[1] > 0.5], [r for r in shares_ if r[1] <= 0.5 < r[2]]
    yield case("z1", "share where detainers among counties by state | keep share > 50%", "G", ordered=True, rows=sure,
               possible_more=len(may))
    rows = sorted(shares_, key=lambda r: (-r[1], -r[2], r[0]))
    yield case("z2", "share where detainers among counties by state | sort by share down | take 12", "G", ordered=True, rows=rows[:12])
    rows = sorted(shares_, key=lambda r: (r[1], r[2], r[0]))
    yield case("z3", "share where detainers among counties by state | sort by share | skip 3 | take 9", "G", ordered=True, rows=rows[3:12])
    measures = [lambda b: figure(db, "", DET, base=b), lambda b: figure(db, "", NODET, base=b)]
    rows = many(db, "c.state", measures)
    sure = [r for r in rows if r[1] > r[6]]
    may = [r for r in rows if r[1] <= r[6] and r[2] > r[5]]
    yield case("z4", "table counties by state with count where detainers named holds, count where not detainers named bars"
               " | keep holds > bars", "G", ordered=True, rows=sure, possible_more=len(may))
    rows = sorted(rows, key=lambda r: (-r[5], -r[6], r[0]))
    yield case("z5", "table counties by state with count where detainers named holds, count where not detainers named bars"
               " | sort by bars down | take 6", "G", ordered=True, rows=rows[:6])
    rows, whole = groups(db, "", ["c.region"], DET)["rows"], count(db, DET)
    parts = [[r[0]] + real(spans.part((r[1], r[2]), whole)) + ["*", "*"] for r in rows]
    yield case("z6", "count counties where detainers by region as percent | total", "G", ordered=True, rows=parts, total=["*", 1, 1])
    wide, n = crossed(db, ["c.region"], word("detainers"), ANSWER), count(db)[0]
    size = {r: count(db, base="c.region = '%s'" % r)[0] for r in REGIONS}
    yield case("z7", "count counties by region across detainers as percent of region | total", "G", ordered=True, rows=[
        [r[0]] + [v for i in (1, 5, 9) for v in (r[i] / size[r[0]], r[i + 1] / size[r[0]], "*", "*")] for r in wide],
        total=["*"] + [v for c in (DET, NODET, ISUN) for v in (count(db, c)[0] / n, count(db, c)[0] / n, "*", "*")][:12])
    rows = groups(db, "", ["c.region"], "c.detainers IS TRUE")["rows"]
    known = {r[0]: r[1] for r in groups(db, "", ["c.region"], "c.detainers IS NOT NULL")["rows"]}
    yield case("z8", "count counties where detainers by region | known only", "G", ordered=True,
               rows=[[r[0], r[1], r[2], 0, known[r[0]]] for r in rows])


# ------------------------------------------------------------------ years

def years(db):
    def across(n, words, days, make):
        rows = [on(db, d, make) for d in days]
        return case(n, words, "G", ordered=True, rows=[[r[0][0]] + [v for x in r for v in x[1:]] for r in zip(*rows)])
    days = ("2017-12-31", "2019-12-31", LATEST)
    yield across("y1", "count counties where agreement_287g by region across years 2017, 2019, latest", days,
                 lambda: groups(db, "", ["c.region"], "c.agreement_287g")["rows"])
    yield across("y2", "sum population of counties where detainers by region across years 2017, 2019, latest", days,
                 lambda: [[r] + cells([aggregate(db, "", "sum", DET, "c.region = '%s'" % r)]) for r in REGIONS])
    yield across("y3", "count counties with agreements by region across years 2025-01-22, 2025-05-01, 2025-07-18",
                 (FIRST, BETWEEN, SECOND), lambda: groups(db, "", ["c.region"], has(1))["rows"])
    def grown(days):
        found = [on(db, d, lambda: {r[0]: r[1:] for r in groups(db, "", ["a.model"], relation=AG)["rows"]}) for d in days]
        return [[m] + [v for f in found for v in f.get(m, [0, 0, 0, 0])] for m in sorted(set().union(*found))]
    yield case("y4", "count agreements by model across years 2025-01-22, 2025-07-18, latest", "G", rows=grown((FIRST, SECOND, LATEST)))
    rows = [[d, *on(db, day, lambda: count(db, DET))] for d, day in (("2017", "2017-12-31"), ("2019", "2019-12-31"), ("latest", LATEST))]
    yield case("y6", "count counties where detainers by years 2017, 2019, latest", "G", rows=rows, ordered=True)
    yield case("y5", "count counties across years 2017, 2019, latest", "G", rows=[[3143, 3143, 0, 3143] * 3])


# ------------------------------------------------------------------ totals

def totals(db):
    wide = crossed(db, ["c.region"], word("inquiry"), ANSWER, DET)
    total = [v for i in ANSWER for v in count(db, DET, base="%s = '%s'" % (word("inquiry"), i))]
    yield case("m1", "count counties where detainers by region across inquiry | total", "G", rows=wide, ordered=True, total=["*"] + total)
    rows = sorted(groups(db, "", ["c.state"], "NOT c.notify")["rows"], key=lambda r: (-r[1], -r[2], r[0]))
    kept = [r for r in rows if r[1] > 10]
    yield case("m2", "count counties where not notify by state | keep count > 10 | sort by count down | take 2 | total", "G",
               ordered=True, rows=kept[:2], total=["*"] + list(count(db, "NOT c.notify")))
    whole = crossed(db, ["c.state"], word("detainers"), ANSWER)
    total = [v for d in ANSWER for v in count(db, base="%s = '%s'" % (word("detainers"), d))]
    yield case("m3", "count counties by state across detainers | total", "G", rows=whole, ordered=True, total=["*"] + total)
    f = share(db, "", DET)
    yield case("m4", "share where detainers among counties by region | total", "G", ordered=True,
               rows=share_by(db, "", "c.region", DET)["rows"], total=["*"] + cells([f]))
    yield case("m5", "average population of counties where detainers by region | total", "G", ordered=True,
               rows=[[r] + cells([aggregate(db, "", "average", DET, "c.region = '%s'" % r)]) for r in REGIONS],
               total=["*"] + cells([aggregate(db, "", "average", DET)]))


# ------------------------------------------------------------------ changes

def changes(db):
    for n, field, words, cond, first, last in (
            ("x1", "notify", "", "1", "2018-12-31", LATEST), ("x2", "agreement_287g", "", "1", FIRST, LATEST),
            ("x3", "inquiry", " in TX", "c.state = 'TX'", "2017-08-29", "2017-08-30"),
            ("x4", "detention_contract", " in FL, GA", "c.state IN ('FL', 'GA')", "2017-11-05", "2017-11-06"),
            ("x5", "notify", " in WI", "c.state = 'WI'", "2019-02-25", "2019-02-26")):
        said = {LATEST: "latest", "2018-12-31": "2018"}
        yield case(n, "changes in %s of counties%s from %s to %s" % (field, words, said.get(first, first), said.get(last, last)),
                   "T", **transitions(db, field, cond, first, last))


# ------------------------------------------------------------------ definitions and sets

HOLDS = "define holds as counties where detainers\n"
BIG = "define big of counties as population > 500_000\n"


def definitions(db):
    yield fig("d1", HOLDS + "count holds where notify", figure(db, "", "c.detainers AND c.notify"))
    yield fig("d2", HOLDS + "count holds in TX, CA", figure(db, "", DET, base=one("", ["TX", "CA"])))
    yield fig("d3", HOLDS + "share where notify among holds", share(db, "", "c.notify", DET))
    yield grp("d4", HOLDS + "count holds by region", groups(db, "", ["c.region"], DET), ordered=True)
    yield fig("d5", BIG + "count counties where not big", figure(db, "", "NOT c.population > 500000"))
    yield grp("d6", BIG + "count counties by big", groups(db, "", [
        "CASE c.population > 500000 WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'unknown' END"]), ordered=True)
    yield fig("d7", BIG + "count counties where count of (neighbors where big) >= 1",
              figure(db, "", has_neighbor("n.population > 500000")))
    yield fig("d8", BIG + "define open_big of counties as big and detainers is unknown\ncount counties where open_big",
              figure(db, "", "c.population > 500000 AND c.detainers IS NULL"))
    yield fig("d9", HOLDS + "count holds minus (counties with agreements)", figure(db, "", "c.detainers AND NOT " + has(1)))
    yield fig("d10", 'param place = "TX"\ncount counties in $place where notify', figure(db, "", "c.notify", base=one("", ["TX"])))
    yield fig("d11", "param floor = 250_000\ncount counties where population > $floor and not detainers",
              figure(db, "", "c.population > 250000 AND NOT c.detainers"))
    yield fig("d12", "define above(n, m) of counties as population > $n and population < $m\ncount counties where above(100_000, 200_000)",
              figure(db, "", "c.population > 100000 AND c.population < 200000"))
    yield refused("d-1", "define detainers of counties as notify\ncount counties where detainers", "T")
    yield refused("d-2", "define a of counties as b\ndefine b of counties as a\ncount counties where a", "T")
    yield refused("d-3", "count counties where population > $floor", "T")
    yield refused("d-4", "define big(n) of counties as population > $n\ncount counties where big(1, 2)", "T")


def algebra(db):
    yield grp("g1", "count (counties where detainers) union (counties where notify) by region",
              groups(db, "", ["c.region"], "c.detainers OR c.notify"), ordered=True)
    yield fig("g2", "count (counties in TX) union (counties in CA where detainers)",
              figure(db, "", "c.state = 'TX' OR c.detainers", base=one("", ["TX", "CA"])))
    yield fig("g3", "count (counties in TX) minus (counties where notify)",
              figure(db, "", "NOT c.notify", base=one("", ["TX"])))
    yield fig("g4", "count (counties where detainers) intersect (counties in TX)", figure(db, "", "c.detainers AND c.state = 'TX'"))
    yield grp("g5", "count (counties where detainers) minus (counties with agreements) by region",
              groups(db, "", ["c.region"], "c.detainers AND NOT " + has(1)), ordered=True)
    yield fig("g6", "share where notify among (counties where detainers) union (counties where resources)",
              share(db, "", "c.notify", "c.detainers OR c.resources"))
    yield fig("g7", "sum population of (counties where detainers) intersect (counties where notify)",
              aggregate(db, "", "sum", "c.detainers AND c.notify"))


# ------------------------------------------------------------------ text and numbers

def patterns(db):
    names = [n for n, in db.execute("SELECT name FROM counties")]
    for n, pattern in (("e1", "^San "), ("e2", "(Parish|Borough)$"), ("e3", "[^a-z .'-]{0}^St\\. "), ("e4", "o.*o.*o"),
                       ("e5", "^.[aeiou][aeiou]"), ("e6", "^(La|Le|Los) ?[A-M]"), ("e7", "k+e?n+")):
        if "{" in pattern:
            pattern = "^St\\. "
        found = sum(1 for name in names if re.search(pattern, name, re.IGNORECASE))
        yield case(n, 'count counties where name matches "%s"' % pattern, "F", low=found, high=found, unknown=0, base=len(names))


def numbers(db):
    S = lambda r, d: cells([aggregate(db, "", "sum", "1", "c.region = '%s' AND %s = '%s'" % (r, word("detainers"), d))])
    yield case("n1", "sum population of counties by region across detainers", "G", ordered=True,
               rows=[[r] + [v for d in ANSWER for v in S(r, d)] for r in REGIONS])
    days = ("2019-12-31", LATEST)
    rows = [[r] + [v for d in days for v in on(db, d, lambda: cells([aggregate(
        db, "", "average", DET, "c.region = '%s'" % r)]))] for r in REGIONS]
    yield case("n2", "average population of counties where detainers by region across years 2019, latest", "G", rows=rows, ordered=True)
    yield case("n3", "min population of counties where detainers by region", "G", ordered=True,
               rows=[[r] + cells([aggregate(db, "", "min", DET, "c.region = '%s'" % r)]) for r in REGIONS])
    yield fig("n4", "median population of counties in ND where detainers", aggregate(db, "", "median", DET, one("", ["ND"])))
    yield fig("n5", "average population of counties where not detainers and not notify",
              aggregate(db, "", "average", "NOT c.detainers AND NOT c.notify"))


# ------------------------------------------------------------------ results and expectations

def results(db):
    yield case("r1", "list counties where detainers\ncount _ where notify", "F", low=count(db, "c.detainers AND c.notify")[0],
               high=count(db, "c.detainers AND c.notify")[1])
    yield case("r2", "count counties where detainers\ncount counties\nshare where notify among _1", "F",
               **{k: v for k, v in share(db, "", "c.notify", DET).items() if k in ("low", "high", "of_known")})
    rows = sorted(groups(db, "", ["c.state"], DET)["rows"], key=lambda r: (-r[1], -r[2], r[0]))
    yield case("r3", "count counties where detainers by state\n_ | sort by count down | take 3", "G", rows=rows[:3], ordered=True)
    yield refused("r-1", "count _", "T")
    yield refused("r-2", "count counties\ncount _7", "T")


def expectations(db):
    """An expectation's number is read at the precision that it is written with."""
    low, high, _, _ = count(db, DET)
    known = 100 * share(db, "", DET, known_only=True)["of_known"]
    mean = aggregate(db, "", "average", "c.detainers IS TRUE")["low"]
    said = "share where detainers among counties | known only"
    for n, text, passed in (
            ("k1", "count counties where detainers\nexpect %d" % low, False),
            ("k2", "count counties where detainers\nexpect %d to %d" % (low, high), True),
            ("k3", "count counties where detainers\nexpect %d to %d" % (low, high - 1), False),
            ("k4", "count counties where detainers\nexpect between %d and %d" % (low, high), True),
            ("k5", "count counties where detainers\nexpect between %d and %d" % (low + 1, high), False),
            ("k6", "count counties where detainers\nexpect between %d and %d" % (low, high - 1), False),
            ("k7", "%s\nexpect %.1f%%" % (said, known), True), ("k8", "%s\nexpect %.3f%%" % (said, known), True),
            ("k9", "%s\nexpect %.1f%%" % (said, known + 0.1), False), ("k10", "%s\nexpect %.3f%%" % (said, known - 0.001), False),
            ("k11", "average population of counties where certainly detainers\nexpect %.0f" % mean, True),
            ("k12", "average population of counties where certainly detainers\nexpect %.2f" % mean, True),
            ("k13", "average population of counties where certainly detainers\nexpect %.0f" % (mean + 1), False),
            ("k14", "list counties in TX\nexpect rows 254", True), ("k15", "list counties in TX\nexpect rows 255", False),
            ("k16", "count counties where detianers\nexpect error T301", True),
            ("k17", "count counties where detianers\nexpect error T302", False),
            ("k18", "count counties where detianers", False)):
        yield case(n, text, "X", passed=passed)
    yield refused("k-1", "expect 1922", "T")


def pictures(db):
    rows = groups(db, "", ["c.state"], NODET)["rows"]
    yield case("i1", "map count counties where not detainers by state", "G", rows=rows)
    yield grp("i2", "chart share where detainers among counties by region as dots", share_by(db, "", "c.region", DET))
    yield case("i3", "chart top 5 states by count of counties where detainers", "G", rows=ranked(
        groups(db, "", ["c.state"], DET)["rows"], 5))
    row = [v for d in ("2017-12-31", "2019-12-31", LATEST) for v in on(db, d, lambda: count(db, DET))]
    yield case("i4", "chart count counties where detainers across years 2017, 2019, latest as lines", "G", rows=[row])
