"""True answers of queries with a date (`as of`, `across years`), and over the tables of record.

Part of queries.py, whose SQL it uses: `at` turns the database to a day. Format: see there.
"""
import queries
from queries import aggregate, at, count, figure, groups, has, has_facility, has_neighbor, of_counties_in
from queries import ranked, share, share_by

END = {"2018": "2018-12-31", "2019": "2019-12-31", "2020-06": "2020-06-30", "fy2018": "2018-09-30",
       "fy2019": "2019-09-30", "latest": queries.LATEST, "2025-12": "2025-12-31"}
# A fiscal year is written as the language writes it: fy2009.
FISCAL = "lower(t.fiscal_year)"
AG, CO = "agreements a", "counties c"


def end(period):
    return END.get(period, period)


def answers(db):
    yield from counts(db)
    yield from splits(db)
    yield from lists_of_agreements(db)
    yield from numbers(db)
    yield from years(db)
    yield from records(db)


def counts(db):
    """(period, what stands before `as of`'s conditions, SQL)."""
    forms = [
        ("2019", "where detainers and not notify", "c.detainers AND NOT c.notify"),
        ("2019", "where detainers or notify", "c.detainers OR c.notify"),
        ("2018", "where detainers is unknown", "c.detainers IS NULL"),
        ("2018", "where not access_limited", "NOT c.access_limited"),
        ("2018", "where possibly not inquiry_required", "(NOT c.inquiry_required) IS NOT FALSE"),
        ("2019", "where inquiry and not inquiry_required", "c.inquiry AND NOT c.inquiry_required"),
        ("2017-11-06", "where detention_contract", "c.detention_contract"),
        ("2017-11-05", "where detention_contract", "c.detention_contract"),
        ("fy2018", "where not detention_contract", "NOT c.detention_contract"),
        ("fy2019", "where detention_contract", "c.detention_contract"),
        ("2019-02-26", "where not notify", "NOT c.notify"),
        ("2020-06", "where certainly resources and population > 500_000", "c.resources IS TRUE AND c.population > 500000"),
        ("2025-05-01", "where agreement_287g", "c.agreement_287g"),
        ("2025-05-01", "where not agreement_287g", "NOT c.agreement_287g"),
        ("2025-12-31", "where agreement_287g is unknown", "c.agreement_287g IS NULL"),
        ("2025-07-18", "where agreement_287g and detainers", "c.agreement_287g AND c.detainers"),
        ("2017-08-29", "where detainers", "c.detainers"), ("2017-08-30", "where detainers", "c.detainers"),
        ("2017-09-26", "where detainers", "c.detainers")]
    for period, words, sql in forms:
        at(db, end(period))
        yield figure(db, "count counties as of %s %s" % (period, words), sql)


def splits(db):
    for period, field in [("2018", "notify"), ("2019", "detainers"), ("2019", "resources"), ("2025-07-18", "inquiry"),
                          ("2025-01-22", "agreement_287g"), ("2025-05-01", "agreement_287g"),
                          ("2017-11-06", "detention_contract"), ("2020-06", "access_limited")]:
        at(db, end(period))
        yield groups(db, "count counties as of %s where %s by state" % (period, field), ["c.state"], "c." + field)
        yield groups(db, "count counties as of %s where not %s by region" % (period, field), ["c.region"], "NOT c." + field)
    at(db, end("2018"))
    yield share_by(db, "share where notify among counties as of 2018 by region", "c.region", "c.notify")
    yield groups(db, "count counties as of 2018 by inquiry, inquiry_required",
                 [queries.word("inquiry"), queries.word("inquiry_required")])
    at(db, end("2019"))
    yield share(db, "share where inquiry_required among counties as of 2019 where inquiry", "c.inquiry_required", "c.inquiry")
    yield share(db, "share where not detainers among counties as of 2019 in California, Texas", "NOT c.detainers",
                base="c.state IN ('CA', 'TX')")
    yield {"query": "list counties as of 2019 in CA where not detainers | show fips, name, state", "possible_more": count(
        db, "NOT c.detainers", base="c.state = 'CA'")[2], "rows": [list(r) for r in db.execute(
            "SELECT fips, name, state FROM counties c WHERE c.state = 'CA' AND c.detainers = 0 ORDER BY fips")]}


def lists_of_agreements(db):
    """On a list's own day and between two lists."""
    task, jail = "a.model = 'task_force'", "a.model = 'jail_enforcement'"
    texas = "c.state = 'TX'"
    for day in ("2025-01-22", "2025-05-01", "2025-07-18", "2025-12-31"):
        at(db, day)
        yield figure(db, "count agreements as of %s" % day, relation=AG)
        yield groups(db, "count agreements as of %s by model" % day, ["a.model"], relation=AG)
        yield groups(db, "count agencies as of %s by kind" % day, ["g.kind"], relation="agencies g")
        yield figure(db, "count counties as of %s with agreements" % day, has(1))
        yield figure(db, "count counties as of %s without agreements" % day, "NOT " + has(1))
        yield figure(db, "count counties as of %s in TX with agreements" % day, has(1), base=texas)
        yield figure(db, "count counties as of %s where has at least 2 agreements" % day, has(2))
        yield figure(db, "count counties as of %s where has (agreements where model is jail_enforcement)" % day, has(1, jail))
        yield groups(db, "count counties as of %s with agreements by state" % day, ["c.state"], has(1))
        yield figure(db, "count agreements as of %s of counties in Texas" % day, relation=AG, base=of_counties_in("TX"))
    at(db, "2025-07-18")
    yield groups(db, "count agreements as of 2025-07-18 where signed between 2025-01 and 2025-06 by model", ["a.model"],
                 "a.signed BETWEEN '2025-01-01' AND '2025-06-30'", relation=AG)
    yield figure(db, "count agreements as of 2025-07-18 where signed is unknown", "a.signed IS NULL", relation=AG)
    yield figure(db, "count counties as of 2025-07-18 where not detainers and has (agreements where model is task_force)",
                 "NOT c.detainers AND " + has(1, task))
    n = dict(db.execute("SELECT state, COUNT(*) FROM agreements GROUP BY state").fetchall())
    codes = [r[0] for r in db.execute("SELECT code FROM states ORDER BY code")]
    yield {"query": "top 5 states as of 2025-07-18 by count of agreements",
           "rows": ranked([[s, n.get(s, 0), n.get(s, 0), 0, n.get(s, 0)] for s in codes], 5)}


def numbers(db):
    for agg, period, words, sql in [("sum", "2019", "where detainers", "c.detainers"),
                                    ("sum", "2018", "where not notify", "NOT c.notify"),
                                    ("median", "2019", "where detainers", "c.detainers"),
                                    ("average", "2025-07-18", "where agreement_287g", "c.agreement_287g"),
                                    ("max", "2025-05-01", "where agreement_287g", "c.agreement_287g"),
                                    ("min", "2017-11-06", "where detention_contract", "c.detention_contract")]:
        at(db, end(period))
        yield aggregate(db, "%s population of counties as of %s %s" % (agg, period, words), agg, sql)


def years(db):
    """A column a date, in each row low, high, unknown and base of every date."""
    def across(query, periods, relation, cond="1", key=None):
        rows = {}
        for i, period in enumerate(periods):
            at(db, end(period))
            got = ([[()] + list(count(db, cond, relation))] if key is None else
                   [[(r[0],)] + r[1:] for r in groups(db, "", [key], cond, relation)["rows"]])
            for r in got:
                rows.setdefault(r[0], [])
                assert len(rows[r[0]]) == 4 * i, "a group that is not there at every date"
                rows[r[0]] += r[1:]
        return {"query": "%s across years %s" % (query, ", ".join(periods)),
                "rows": [list(k) + v for k, v in sorted(rows.items())]}
    yield across("count agreements", ["2025-01-22", "2025-07-18", "latest"], AG)
    yield across("count counties where detainers", ["2018", "2019", "latest"], CO, "c.detainers")
    yield across("count counties where detainers by region", ["2018", "2019", "2025-07-18"], CO, "c.detainers", "c.region")
    yield across("count counties where agreement_287g by state", ["2025-01-22", "2025-05-01", "latest"], CO,
                 "c.agreement_287g", "c.state")


def records(db):
    """Neighbours, and the tables of record."""
    for period in ("latest", "2025-07-18"):
        at(db, end(period))
        said = "" if period == "latest" else " as of " + period
        yield figure(db, "count counties%s where has (neighbors where not agreement_287g)" % said,
                     has_neighbor("NOT n.agreement_287g"))
        yield figure(db, "count counties%s where not agreement_287g and has (neighbors where agreement_287g)" % said,
                     "NOT c.agreement_287g AND " + has_neighbor("n.agreement_287g"))
    at(db, queries.LATEST)
    yield figure(db, "count counties with neighbors", has_neighbor())
    yield figure(db, "count counties where has at least 9 neighbors", has_neighbor(at_least=9))
    yield groups(db, "count counties in ME, NH, VT where has (neighbors where detainers) by state", ["c.state"],
                 has_neighbor("n.detainers"), base="c.state IN ('ME', 'NH', 'VT')")
    for table, key in [("facilities", "type"), ("listings", "kind"), ("listings", "state"), ("detainer_limits", "category"),
                       ("detainer_limits", "kind"), ("statements", "stance")]:
        yield groups(db, "count %s by %s" % (table, key), ["t.%s" % key], relation=table + " t")
    yield groups(db, "count facility_years by fiscal_year", [FISCAL], relation="facility_years t")
    for table in ("departments", "programs", "events"):
        yield figure(db, "count " + table, relation=table + " t")
    yield figure(db, "count counties where has facilities", has_facility())
    yield figure(db, "count counties in TX where has (facilities where type is igsa)", has_facility("f.type = 'igsa'"),
                 base="c.state = 'TX'")
    at(db, "2017-11-06")
    yield figure(db, "count counties as of 2017-11-06 where has facilities", has_facility())
    yield figure(db, "count counties as of 2017-11-06 where detention_contract and not has (facilities where type is igsa)",
                 "c.detention_contract AND NOT " + has_facility("f.type = 'igsa'"))
