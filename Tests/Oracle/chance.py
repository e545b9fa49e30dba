"""Random questions with their answers by SQL, from a fixed seed. Part of sixty.py.

A condition is made as tally's text and as SQL at once; SQL's NULL is "unknown", so its three-valued logic is
Kleene's. What stands above the conditions (bounds of shares, parts, differences) is that of queries.py and spans.py.
"""
import random

import queries
import spans
from queries import ANSWERS, LATEST, aggregate, at, count, groups, has, has_neighbor, share, word
from sixty import ANSWER, CO, case, cells, compared, crossed, fig, on, one, real

DAYS = [("2017", "2017-12-31"), ("2018-06", "2018-06-30"), ("2019", "2019-12-31"), ("fy2024", "2024-09-30"),
        ("2025-01-22", "2025-01-22"), ("2025-07-18", "2025-07-18"), ("2025-12-01", "2025-12-01"), ("latest", LATEST)]
LISTED = ("2025-01-22", "2025-07-18", "2025-12-01", LATEST)
STATES = ["TX", "CA", "NY", "VA", "OK", "AK", "CO", "MN", "NH", "WV", "FL", "NM"]


def condition(rnd, depth, links):
    kind = rnd.choice(["field", "field", "not", "and", "or", "certainly", "possibly", "is", "number", "place", "link"] if depth
                      else ["field", "field", "field", "number", "place"])
    if kind in ("and", "or"):
        parts = [condition(rnd, depth - 1, links) for _ in range(rnd.choice([2, 2, 3]))]
        return ("(" + (" %s " % kind).join(t for t, _ in parts) + ")",
                "(" + (" %s " % kind.upper()).join(s for _, s in parts) + ")")
    if kind in ("not", "certainly", "possibly"):
        text, sql = condition(rnd, depth - 1, links)
        return "%s (%s)" % (kind, text), {"not": "(NOT (%s))", "certainly": "((%s) IS TRUE)",
                                          "possibly": "((%s) IS NOT FALSE)"}[kind] % sql
    if kind == "is":
        text, sql = condition(rnd, depth - 1, links)
        value, test = rnd.choice([("unknown", "IS NULL"), ("known", "IS NOT NULL"), ("yes", "IS TRUE"), ("no", "IS FALSE"),
                                  ("not yes", "IS NOT TRUE"), ("not unknown", "IS NOT NULL")])
        return "((%s) is %s)" % (text, value), "((%s) %s)" % (sql, test)
    if kind == "number":
        n, mark = rnd.choice([5000, 25704, 100000, 1000000]), rnd.choice(["<", "<=", ">", ">="])
        return "population %s %d" % (mark, n), "(c.population %s %d)" % (mark, n)
    if kind == "place":
        some = rnd.sample(STATES, rnd.randint(1, 4))
        return "state in (%s)" % ", ".join(some), one("", some)
    if kind == "link" and links:
        return rnd.choice([("has agreements", has(1)), ("has at least 2 agreements", has(2)),
                           ("has (neighbors where detainers)", has_neighbor("n.detainers")),
                           ("has (agreements where model is task_force)", has(1, "a.model = 'task_force'"))])
    field = rnd.choice(ANSWERS)
    return field, "c." + field


def cases(db, seed, amount):
    rnd = random.Random(seed)
    makers = [counted, shared, summed, grouped, crosstab, percent, comparison, years, table]
    for i in range(amount):
        name, day = rnd.choice(DAYS)
        at(db, day)
        make = rnd.choice(makers)
        text, sql = condition(rnd, rnd.randint(1, 3), day in LISTED and make not in (comparison, years))
        text = text[1:-1] if text.startswith("(") and wraps(text) else text
        yield make(db, rnd, "?%d" % i, " as of " + name if name != "latest" or rnd.random() < 0.2 else "", text, sql)
    at(db, LATEST)


def wraps(text):
    """Whether the first bracket is closed by the last."""
    depth = 0
    for i, c in enumerate(text):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return i == len(text) - 1
    return False


def place(rnd):
    if rnd.random() < 0.6:
        return "", "1"
    some = rnd.sample(STATES, rnd.randint(1, 3))
    return " in " + ", ".join(some), one("", some)


def counted(db, rnd, n, day, text, sql):
    where, base = place(rnd)
    return fig(n, "count counties%s%s where %s" % (day, where, text), queries.figure(db, "", sql, base=base))


def shared(db, rnd, n, day, text, sql):
    other, condition_ = condition(rnd, 1, False)
    where, base = place(rnd)
    return fig(n, "share where %s among counties%s%s where %s" % (other, day, where, text),
               share(db, "", condition_, sql, base=base))


def summed(db, rnd, n, day, text, sql):
    agg = rnd.choice(["sum", "average", "median", "min", "max"])
    where, base = place(rnd)
    return fig(n, "%s population of counties%s%s where %s" % (agg, day, where, text), aggregate(db, "", agg, sql, base))


def grouped(db, rnd, n, day, text, sql):
    key = rnd.choice(["region", "state", rnd.choice(ANSWERS)])
    column = word(key) if key in ANSWERS else "c." + key
    return case(n, "count counties%s where %s by %s" % (day, text, key), "G", ordered=True,
                rows=groups(db, "", [column], sql)["rows"])


def crosstab(db, rnd, n, day, text, sql):
    field = rnd.choice(ANSWERS)
    values = [v for v in ANSWER if db.execute("SELECT COUNT(*) FROM counties c WHERE %s = '%s'" % (word(field), v)).fetchone()[0]]
    return case(n, "count counties%s where %s by region across %s" % (day, text, field), "G", ordered=True,
                rows=crossed(db, ["c.region"], word(field), values, sql))


def percent(db, rnd, n, day, text, sql):
    key = rnd.choice(["region", "state"])
    whole = count(db, sql)
    rows = groups(db, "", ["c." + key], sql)["rows"]
    return case(n, "count counties%s where %s by %s as percent" % (day, text, key), "G", ordered=True, rows=[
        [r[0]] + real(spans.part((r[1], r[2]), whole)) + ["*", "*"] for r in rows])


def two_days(rnd):
    first, last = sorted(rnd.sample(range(len(DAYS)), 2))
    return DAYS[first], DAYS[last]


def comparison(db, rnd, n, day, text, sql):
    """Contracts are counted by another list on either side of a break, and no comparison crosses it."""
    if "detention_contract" in text:
        return counted(db, rnd, n, day, text, sql)
    (said, first), (told, last) = two_days(rnd)
    kind = rnd.choice(["count", "share", "sum"])
    make = {"count": lambda: queries.figure(db, "", sql), "share": lambda: share(db, "", sql),
            "sum": lambda: aggregate(db, "", "sum", sql)}[kind]
    core = {"count": "count counties where %s", "share": "share where %s among counties",
            "sum": "sum population of counties where %s"}[kind] % text
    a, b = on(db, first, make), on(db, last, make)
    return case(n, "compare %s from %s to %s" % (core, said, told), "C", **compared(a, b))


def years(db, rnd, n, day, text, sql):
    (said, first), (told, last) = two_days(rnd)
    rows = [on(db, d, lambda: groups(db, "", ["c.region"], sql)["rows"]) for d in (first, last)]
    return case(n, "count counties where %s by region across years %s, %s" % (text, said, told), "G", ordered=True,
                rows=[a + b[1:] for a, b in zip(*rows)])


def table(db, rnd, n, day, text, sql):
    other, second = condition(rnd, 1, False)
    rows = []
    for region in ("Midwest", "Northeast", "South", "West"):
        base = "c.region = '%s'" % region
        rows.append([region] + cells([queries.figure(db, "", sql, base=base), share(db, "", second, base=base),
                                      aggregate(db, "", "sum", sql, base)]))
    return case(n, "table counties%s by region with count where %s named n, share where %s named part,"
                " sum population where %s named people" % (day, text, other, text), "G", ordered=True, rows=rows)
