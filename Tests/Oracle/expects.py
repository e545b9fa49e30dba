#!/usr/bin/env python3
"""Holds what the samples expect to SQL over the shipped tables.

    expects.py [TABLES_DIR]          by default the tables of this package
    expects.py --self-test           whether planted faults are found

Reads each `expect` in Samples/*.tally with the query above it and compares it with hand-written SQL
that is keyed by the query as it stands in the script (line breaks as one blank). A query without
SQL is a fault, unless HELD says where it is held; so is a query without an `expect` below it, and a
published figure that no fact-check states with its value and its qualifier.
"""
import collections
import glob
import math
import os
import re
import sys
from fractions import Fraction

import queries
from queries import ANSWERS, at, count, has, has_neighbor, of_counties_in, share_counts, share_of

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(os.path.dirname(HERE))
DAY = queries.LATEST
ON = " as of " + DAY
LISTS = ["2025-01-22", "2025-07-18", DAY]
FIELDS = [f for f in ANSWERS if f != "inquiry_required"]   # those that rules bear on, in their order
CO, AG = "counties c", "agreements a"

# Tables that answers are made of, and that cannot be asked themselves.
KEPT_INSIDE = {"timelines", "grounds", "manifest"}

# What stands in a sample and has no number to reckon, with the place that holds it.
HELD = {
    r"show (county|program|figure|detainers)": "a card, without an expectation: its numbers are asked beside it; Tests/Transcripts holds its form",
    r"list counties as of 2016 ": "a refusal, which the script expects",
    r"count counties as of 2016 where detainers by state": "a refusal, which the script expects",
    r"count agreements as of 2019$": "a refusal, which the script expects",
    r"compare count counties where detainers from 2016 ": "a refusal, which the script expects",
}


# ------------------------------------------------------------------ how values are written

def n(x):
    """A number in a cell: with commas, in full where three digits after the point are enough, and else to one."""
    x = Fraction(x)
    places = next((k for k in range(4) if (x * 10 ** k).denominator == 1), 1)
    return "{:,.{}f}".format(float(x), places)


def span(low, high):
    return n(low) if low == high else "%s-%s" % (n(low), n(high))


def tenth(x, up):
    """Tenths, rounded outward: no bound is put further in than it is."""
    return (math.ceil if up else math.floor)(x * 10)


def percents(low, high):
    """A share in a cell. What is neither 0 nor 1 is never written as such."""
    def text(x, up):
        tenths = tenth(x * 100, up)
        if x and (tenths == 0 or tenths == 1 and x * 1000 < 1):
            return "<0.1"
        return ">99.9" if x < 1 and tenths == 1000 else "%.1f" % (tenths / 10)
    if low == high:
        return "%.1f %%" % float(low * 100)
    return "%s-%s %%" % (text(low, False), text(high, True))


def signed(low, high, unit=""):
    """A difference: whole numbers as they are, others rounded outward."""
    def text(x, up):
        if Fraction(x).denominator == 1 and not unit:
            return "{:+,}".format(int(x))
        return "{:+.1f}".format(tenth(x, up) / 10)
    return "%s to %s%s" % (text(low, False), text(high, True), unit)


class Figure:
    def __init__(self, low, high, share=False):
        self.low, self.high, self.share = Fraction(low), Fraction(high), share

    def fault(self, said):
        """A number is compared as precisely as it is written."""
        ends = re.fullmatch(r"(\S+)(?: to (\S+))?", said)
        wanted = [self.low, self.high]
        got = [ends[1], ends[2] or ends[1]] if ends else []
        for text, value in zip(got, wanted):
            digits = text.rstrip("%").replace("_", "")
            if not re.fullmatch(r"-?\d+(\.\d+)?", digits) or text.endswith("%") != self.share:
                return "no number: " + text
            places = len(digits.partition(".")[2])
            scaled = value * (100 if self.share else 1) * 10 ** places
            written = Fraction(digits) * 10 ** places
            # A bound may also be rounded away from its interval, as the screen has it.
            outward = self.low < self.high and written == (math.ceil if value == self.high else math.floor)(scaled)
            if abs(scaled - written) > (Fraction(1, 2) if self.share else 0) and not outward:
                return "%s, and it is %s to %s" % (said, float(wanted[0]), float(wanted[1]))
        return None if got else "no figure: " + said


class Block:
    """A table."""

    def __init__(self, header, rows, more=0):
        self.header, self.rows = list(header), [[n(c) if isinstance(c, int) else c for c in r] for r in rows]
        self.more = more   # rows that may belong too, which a last line says

    def fault(self, said):
        if self.more and re.fullmatch(r"rows \d+", said):
            return "%d more may belong" % self.more
        if re.fullmatch(r"rows \d+", said):
            return None if int(said[5:]) == len(self.rows) else "%s, and there are %d" % (said, len(self.rows))
        if not said.startswith("<<"):
            if len(self.rows) == 1 and len(self.header) == 1:
                return None if said.replace("_", "") == self.rows[0][0].replace(",", "") else \
                    "%s, and it is %s" % (said, self.rows[0][0])
            return "no block"
        got = [re.split(r" {2,}", line.strip()) for line in said.split("\n")[1:-1]]
        if not got:
            return "an empty block"
        if self.more and got.pop() != ["%s more may belong" % self.more]:
            return "%d more may belong" % self.more
        kept = [i for i, h in enumerate(self.header) if h in got[0]]
        hidden = [h for h in self.header if h not in got[0]]
        if [self.header[i] for i in kept] != got[0] or not all(self.silent(h) for h in hidden):
            return "columns %s, and they are %s" % (got[0], self.header)
        wanted = [[r[i] for i in kept] for r in self.rows]
        for want, have in zip(wanted, got[1:]):
            # READING: a whole number may be written with the one digit of its column's fractions.
            if want != [h[:-2] if h == w + ".0" else h for w, h in zip(want, have)] or len(want) != len(have):
                return "%s, and it is %s" % (have, want)
        return None if len(wanted) == len(got) - 1 else "%d rows, and there are %d" % (len(got) - 1, len(wanted))

    def silent(self, name):
        """Whether a column may be missing: the base, and unknowns where there are none."""
        at = self.header.index(name)
        return name == "base" or name.endswith("unknown") and all(r[at] == "0" for r in self.rows)


# ------------------------------------------------------------------ the judge

class Judge:
    def __init__(self, folder):
        self.db = queries.load(folder)
        self.table = lambda name: queries.table(folder, name)
        self.relations = sorted({n[:-4] for n in os.listdir(folder) if n.endswith(".csv")} - KEPT_INSIDE)
        self.figures = self.table("figures")
        self.rules = self.table("state_rules")
        self.facilities = self.table("facilities")
        self.grounds = {g["id"]: g for g in self.table("grounds")}
        self.places = self.table("counties")
        self.lines = collections.defaultdict(list)
        for t in self.table("timelines"):
            self.lines[t["id"]].append((t["since"] or queries.EVER, t["ground"]))
        self.agency = {a["id"]: "%s, %s" % (a["name"], a["state"]) for a in self.table("agencies")}
        self.by_fips = {c["fips"]: c for c in self.places}
        queries.fill(self.db, "evidence", "fips, field, basis, confidence", [
            [c["fips"], f, g["basis"] or "-", g["confidence"] or "-"]
            for c in self.places for f in ANSWERS for g in [self.ground(c, f)]])
        self.wanted = {}
        for part in (self.first, self.unknowns, self.state, self.published, self.fact_checks, self.law,
                     self.changes, self.official, self.advocates, self.detention, self.research,
                     self.pictures, self.evidence):
            at(self.db, DAY)
            for query, value in part():
                assert query not in self.wanted or str(vars(self.wanted[query])) == str(vars(value)), query
                self.wanted[query] = value

    # -------------------------------------------------------------- pieces

    def sql(self, text):
        return self.db.execute(text).fetchall()

    def ground(self, county, field):
        """The ground of an answer on the day: the last that has begun by then."""
        return self.grounds[max((s, i, g) for i, (s, g) in enumerate(self.lines[county[field]]) if s <= DAY)[2]]

    def figure(self, cond="1", relation=CO, base="1"):
        return Figure(*count(self.db, cond, relation, base)[:2])

    def groups(self, title, key, cond="1", relation=CO, base="1", total=False, order=None, keep=None):
        rows = self.sql("SELECT %s, SUM((%s) IS TRUE), SUM((%s) IS NOT FALSE), COUNT(*) FROM %s WHERE %s"
                        " GROUP BY 1 ORDER BY 1" % (key, cond, cond, relation, base))
        if order:
            rows.sort(key=lambda r: order.index(r[0]))
        if total:
            rows.append(("total",) + tuple(sum(r[i] for r in rows) for i in (1, 2, 3)))
        rows = [r for r in rows if not keep or keep(r)]
        return Block([title, "count", "unknown", "base"],
                     [[k, span(low, high), high - low, base] for k, low, high, base in rows])

    def share(self, a, s="1", base="1", known_only=False):
        c = share_counts(self.db, a, s, base)
        if known_only:
            c = dict(c, yu=0, uy=0, un=0, uu=0)
        return Figure(*share_of(c)[:2], share=True)

    def listed(self, columns, cond, order="c.fips", limit=-1):
        """Counties whose condition is certain; an answer is a word."""
        words = [queries.word(c) if c in ANSWERS else "c." + c for c in columns]
        rows = self.sql("SELECT %s FROM counties c WHERE (%s) IS TRUE ORDER BY %s LIMIT %d"
                        % (", ".join(words), cond, order, limit))
        more = self.sql("SELECT COUNT(*) FROM counties c WHERE (%s) IS NULL" % cond)[0][0]
        return Block(columns, [list(r) for r in rows], more)

    def across(self, days, relation=CO, cond="1", key=None, title=None, order=None):
        header, rows, bases = [title] if key else [], {}, {}
        for day in days:
            at(self.db, day[1])
            header += [day[0], day[0] + ": unknown"]
            got = self.sql("SELECT %s, SUM((%s) IS TRUE), SUM((%s) IS NOT FALSE), COUNT(*) FROM %s GROUP BY 1"
                           % (key or "'all'", cond, cond, relation))
            for k, low, high, base in got:
                rows.setdefault(k, {})[day[0]] = [span(low, high), high - low]
                bases[k] = base
        at(self.db, DAY)
        return Block(header + ["base"], [
            ([k] if key else []) + [c for d in days for c in rows[k].get(d[0], ["0", 0])] + [bases[k]]
            for k in sorted(rows, key=(order or sorted(rows)).index)])

    def top_states(self, k):
        rows = self.sql("SELECT state, COUNT(*) FROM agreements GROUP BY state ORDER BY 2 DESC, 1")
        return Block(["state", "count"], [list(r) for i, r in enumerate(rows) if i < k or r[1] == rows[k - 1][1]])

    def signed_agreements(self, cond):
        return self.sql("SELECT agency, state, model, signed FROM agreements a WHERE %s ORDER BY rowid" % cond)

    def published_as(self, columns, chosen):
        def cell(f, c):
            if c in ("value", "stated_percent"):
                return n(Fraction(f[c])) if f[c] else "-"
            return f[c] or "-"
        return Block(columns, [[cell(f, c) for c in columns] for f in self.figures if chosen(f)])

    # -------------------------------------------------------------- 01 and 02

    def first(self):
        models = ["jail_enforcement", "warrant_service_officer", "task_force"]
        kinds = ["county", "municipality", "state"]
        one = lambda s: "c.state = '%s'" % s
        yield "show relations", Block(["name"], [[t] for t in self.relations])
        yield "count counties" + ON, self.figure()
        yield "count agreements" + ON, self.figure(relation=AG)
        yield "count agencies" + ON, self.figure(relation="agencies a")
        yield "count counties%s with agreements" % ON, self.figure(has(1))
        yield "count agreements%s by model | total" % ON, self.groups("model", "a.model", relation=AG, total=True, order=models)
        yield "top 5 states%s by count of agreements" % ON, self.top_states(5)
        yield "count counties%s in TX, CA where detainers" % ON, self.figure("c.detainers", base="c.state IN ('TX', 'CA')")
        yield "count agencies%s by kind | total" % ON, self.groups("kind", "a.kind", relation="agencies a", total=True, order=kinds)
        yield "count agreements%s in TX by model | total" % ON, self.groups(
            "model", "a.model", relation=AG, base="a.state = 'TX'", total=True, order=models)
        yield ("list counties%s in TX without agreements | show name, population | sort by population down | take 5" % ON,
               self.listed(["name", "population"], one("TX") + " AND NOT " + has(1), "c.population DESC", limit=5))
        yield "count counties%s where has at least 2 agreements" % ON, self.figure(has(2))
        yield "count agreements%s where year(signed) is 2026" % ON, self.figure("substr(a.signed, 1, 4) = '2026'", AG)
        rows = sorted(self.signed_agreements("a.signed >= '2026-05-14'"), key=lambda r: r[3], reverse=True)
        yield ("list agreements%s where signed >= 2026-05-14 | show agency, model, signed | sort by signed down" % ON,
               Block(["agency", "model", "signed"], [[self.agency[a], m, d] for a, _, m, d in rows],
                     more=len(self.signed_agreements("a.signed IS NULL"))))
        yield ("list agreements%s where signed is unknown" % ON, Block(
            ["agency", "state", "model", "signed"],
            [[self.agency[a], s, m, "unknown"] for a, s, m, _ in self.signed_agreements("a.signed IS NULL")]))
        task = "a.model = 'task_force'"
        yield ("count agreements%s where model is task_force of counties in FL" % ON,
               self.figure(task, AG, of_counties_in("FL")))
        yield "count agreements%s where model is task_force in FL" % ON, self.figure(task, AG, "a.state = 'FL'")

    # -------------------------------------------------------------- 03

    def unknowns(self):
        q = "count counties%s " % ON
        word = queries.word("detainers")
        yield q + "where detainers", self.figure("c.detainers")
        yield q + "where not detainers", self.figure("NOT c.detainers")
        yield q + "where detainers is unknown", self.figure("c.detainers IS NULL")
        yield q + "by detainers | total", self.groups("detainers", word, total=True, order=["yes", "no", "unknown"])
        yield q + "where detainers by region | total", self.groups("region", "c.region", "c.detainers", total=True)
        yield q + "where possibly not detainers", self.figure("(NOT c.detainers) IS NOT FALSE")
        yield q + "where certainly detainers and possibly not notify", self.figure(
            "c.detainers IS TRUE AND (NOT c.notify) IS NOT FALSE")
        yield q + "where detainers and not notify", self.figure("c.detainers AND NOT c.notify")
        yield "share where detainers among counties" + ON, self.share("c.detainers")
        yield "share where detainers among counties%s | known only" % ON, self.share("c.detainers", known_only=True)
        yield ("list counties%s in OK where detainers is unknown | show name, detainers, notify | sort by name | take 5" % ON,
               self.listed(["name", "detainers", "notify"], "c.state = 'OK' AND c.detainers IS NULL", "c.name", limit=5))

    # -------------------------------------------------------------- 04

    def in_force(self, r):
        """By the day, and not ended by it. A year is over on its last day, a month too."""
        def last(period):
            return (period + "-12-31")[:10] if len(period) == 4 else (period + "-31")[:10]
        return last(r["effective_from"]) <= DAY and (not r["effective_to"] or r["effective_to"] > DAY)

    def rules_as(self, columns, chosen, key):
        return Block(columns, [[r[c] or "-" for c in columns] for r in sorted(filter(chosen, self.rules), key=key)])

    def state(self):
        q = "count counties%s in CO " % ON
        co = "c.state = 'CO'"
        yield ("list state_rules in CO where effective_to is none | show field, effect, effective_from, citation"
               " | sort by effective_from", self.rules_as(
                   ["field", "effect", "effective_from", "citation"],
                   lambda r: r["state"] == "CO" and not r["effective_to"], lambda r: r["effective_from"]))
        yield "list agreements%s in CO" % ON, Block(
            ["agency", "state", "model", "signed"],
            [[self.agency[a], s, m, d] for a, s, m, d in self.signed_agreements("a.state = 'CO'")])
        yield q + "with agreements", self.figure(has(1), base=co)
        yield q + "where not detainers", self.figure("NOT c.detainers", base=co)
        yield ("list counties%s in CO where detainers is unknown | show name, detainers" % ON,
               self.listed(["name", "detainers"], co + " AND c.detainers IS NULL"))
        yield q + "where notify", self.figure("c.notify", base=co)
        yield q + "where access_limited", self.figure("c.access_limited", base=co)
        ends = [self.sql("SELECT SUM(population) FROM counties c WHERE %s AND (NOT c.detainers) IS %s" % (co, v))[0][0]
                for v in ("TRUE", "NOT FALSE")]
        yield "sum population of counties%s in CO where not detainers" % ON, Figure(*ends)
        for columns in (["name", "agreement_287g", "detention_contract", "detainers", "notify", "access_limited"],
                        ["name", "inquiry", "inquiry_required", "resources"]):
            yield ("list counties%s where fips is #08031 | show %s" % (ON, ", ".join(columns)),
                   self.listed(columns, "c.fips = '08031'"))
        yield ("top 3 counties%s in CO where not detainers by population" % ON, self.listed(
            ["name", "state", "population", "agreement_287g", "detainers", "notify"],
            co + " AND NOT c.detainers", "c.population DESC", limit=3))

    # -------------------------------------------------------------- 05 to 08

    def published(self):
        documents = collections.Counter(f["document"] for f in self.figures)
        yield ("count figures by document | total", Block(["document", "count"], [
            [d, documents[d]] for d in sorted(documents)] + [["total", len(self.figures)]]))
        yield ('list figures where document is "ILRC 2016" | show id, metric, qualifier, value, as_of', self.published_as(
            ["id", "metric", "qualifier", "value", "as_of"], lambda f: f["document"] == "ILRC 2016"))
        yield ('list figures where metric is "agencies_with_287g" or metric is "counties_287g_yes"'
               ' | show metric, value, unit, as_of, document, note', self.published_as(
                   ["metric", "value", "unit", "as_of", "document", "note"],
                   lambda f: f["metric"] in ("agencies_with_287g", "counties_287g_yes")))
        yield ("list figures where denominator is not none and value > 100_000 | show id, metric, value, denominator",
               self.published_as(["id", "metric", "value", "denominator"],
                                 lambda f: f["denominator"] and float(f["value"]) > 100000))

    def fact_checks(self):
        whole = ["id", "qualifier", "value", "unit"]
        tail = " | show id, qualifier, value, unit | sort by id"
        for document in ("ILRC 2016", "ICE roundtable 2011"):
            yield ('list figures where document is "%s"' % document + tail,
                   self.published_as(whole, lambda f: f["document"] == document))
        spring = ("Border Security Expo 2019", "Portside 2019", "Daily Wire 2019")
        yield ("list figures where document in (%s)" % ", ".join('"%s"' % d for d in spring) + tail,
               self.published_as(whole, lambda f: f["document"] in spring))
        for document in ("ILRC 2016", "ICE roundtable 2011", "Border Security Expo 2019"):
            yield 'check figures from "%s"' % document, Block(["verdict"], [[""]] * self.verdicts(document))
        yield from self.survey()
        one = lambda i, *c: self.published_as(c, lambda f: f["id"] == i)
        for i in ("F24", "F02", "F03", "F06", "F08", "F12", "F13", "F14"):
            yield "list figures where id is %s | show value" % i, one(i, "value")
        yield "list figures where id is F08 | show stated_percent", one("F08", "stated_percent")
        for i in ("F04", "F05", "F15", "F21"):
            yield "list figures where id is %s | show qualifier, value" % i, one(i, "qualifier", "value")
        for i in ("F01", "F37"):
            yield "list figures where id is %s | show qualifier, value, unit" % i, one(i, "qualifier", "value", "unit")
        yield ("list figures where id is F07 | show qualifier, value, unit, period_end",
               one("F07", "qualifier", "value", "unit", "period_end"))
        for i, unit in (("F16", "guns"), ("F17", '"US dollars"'), ("F18", "pounds")):
            value = next(f["value"] for f in self.figures if f["id"] == i and f["unit"] == unit.strip('"'))
            yield "list figures where id is %s and unit is %s | show value" % (i, unit), Block(["value"], [[value]])
        yield ('list figures where denominator is "F08" and document is "ICE roundtable 2011" | show id, value | sort by id',
               self.published_as(["id", "value"], lambda f: f["denominator"] == "F08"))
        yield ("list figures where id in (F19, F20) | show id, qualifier, value | sort by id",
               self.published_as(["id", "qualifier", "value"], lambda f: f["id"] in ("F19", "F20")))
        yield ("list figures where denominator is F04 | show id | sort by id",
               self.published_as(["id"], lambda f: f["denominator"] == "F04"))
        limits = self.published_as(["document", "qualifier", "value", "unit"], lambda f: f["metric"] == "wso_hold_limit")
        limits.rows.sort()
        yield ("list figures where metric is wso_hold_limit | show document, qualifier, value, unit | sort by document", limits)
        yield "count departments", self.figure(relation="departments")

    def verdicts(self, document):
        """A verdict for each figure, and one more for each sum or percentage that does not come out."""
        mine = {f["id"]: f for f in self.figures if f["document"] == document}
        sums = collections.defaultdict(int)
        for f in mine.values():
            if f["sums_to"]:
                sums[f["sums_to"], f["sum_group"]] += int(f["value"])
        wrong = sum(total != int(mine[to]["value"]) for (to, _), total in sums.items())
        for f in mine.values():
            if f["stated_percent"]:
                share = Fraction(f["value"]) / Fraction(mine[f["denominator"]]["value"]) * 100
                wrong += round(share) != int(f["stated_percent"])
        return len(mine) + wrong

    def survey(self):
        """The published totals, and the bounds that they leave: each county is at most one of yes and no."""
        value = {f["metric"]: int(f["value"]) for f in self.figures if f["document"] == "ILRC 2016"}
        q = "count counties as of 2016"
        yield q, Figure(*[value["counties_examined"]] * 2)
        for field, name in (("agreement_287g", "287g"), ("detention_contract", "detention_contract"),
                            ("detainers", "hold_on_detainers"), ("notify", "notify_ice"),
                            ("access_limited", "limit_jail_access"), ("inquiry", "allow_status_inquiry"),
                            ("resources", "allow_local_resources")):
            for said, side in (("", "yes"), ("not ", "no")):
                if "counties_%s_%s" % (name, side) in value:
                    yield q + " where %s%s" % (said, field), Figure(*[value["counties_%s_%s" % (name, side)]] * 2)
        share = Fraction(value["counties_hold_on_detainers_yes"], value["counties_examined"])
        yield "share where detainers among counties as of 2016", Figure(share, share, share=True)
        yield q + " where detainers and not notify", Figure(
            0, min(value["counties_hold_on_detainers_yes"], value["counties_notify_ice_no"]))

    # -------------------------------------------------------------- 09

    def by_evidence(self, column):
        key = "(SELECT e.%s FROM evidence e WHERE e.fips = c.fips AND e.field = 'detainers')" % column
        return self.groups("%s.detainers" % column, key, "c.detainers")

    def law(self):
        yield "count counties%s where detainers by basis.detainers" % ON, self.by_evidence("basis")
        yield ("list state_rules where state is TX and field is detainers | show effect, county_value, citation,"
               " effective_from | sort by effective_from", self.rules_as(
                   ["effect", "county_value", "citation", "effective_from"],
                   lambda r: r["state"] == "TX" and r["field"] == "detainers", lambda r: r["effective_from"]))
        both = "c.agreement_287g AND c.detainers IS FALSE"
        yield "count counties%s where agreement_287g and certainly not detainers" % ON, self.figure(both)
        rows = self.sql("SELECT c.name, c.state, e.basis FROM counties c JOIN evidence e ON e.fips = c.fips AND"
                        " e.field = 'detainers' WHERE (%s) IS TRUE ORDER BY c.state, c.name" % both)
        yield ("list counties%s where agreement_287g and certainly not detainers | show name, state, basis.detainers"
               " | sort by state, name" % ON, Block(["name", "state", "basis.detainers"], [list(r) for r in rows]))
        yield ("count counties%s where agreement_287g and detainers is unknown" % ON,
               self.figure("c.agreement_287g AND c.detainers IS NULL"))

    # -------------------------------------------------------------- 10

    def ends(self, day, cond):
        at(self.db, day)
        return count(self.db, cond)

    def compared(self, cond, first, second):
        """Both figures, their difference, and the change on the first."""
        a, b = self.ends(first[1], cond), self.ends(second[1], cond)
        at(self.db, DAY)
        change = [Fraction(b[0], a[1]) - 1, Fraction(b[1], a[0]) - 1]
        return Block([first[0], first[0] + ": unknown", second[0], second[0] + ": unknown", "difference", "change", "base"],
                     [[span(*a[:2]), a[2], span(*b[:2]), b[2], signed(b[0] - a[1], b[1] - a[0]),
                       signed(change[0] * 100, change[1] * 100, " %"), b[3]]])

    def moves(self, field, state, first, second):
        """READING: a cell counts the counties that the record puts there on both days."""
        answers = []
        for day in (first, second):
            at(self.db, day[1])
            answers.append(dict(self.sql("SELECT c.fips, %s FROM counties c WHERE c.state = '%s'"
                                         % (queries.word(field), state))))
        at(self.db, DAY)
        pairs = collections.Counter((answers[0][f], answers[1][f]) for f in answers[0])
        words = ["yes", "no", "unknown"]
        rows = [[a] + [pairs[a, b] for b in words] for a in words]
        rows.append(["total"] + [sum(r[i] for r in rows) for i in (1, 2, 3)])
        return Block(["from " + first[0]] + ["%s %s" % (w, second[0]) for w in words] + ["all"],
                     [r + [sum(r[1:])] for r in rows])

    def changes(self):
        lists = [(d, d) for d in LISTS]
        said = ", ".join(LISTS)
        models = ["jail_enforcement", "warrant_service_officer", "task_force"]
        today, y2017, y2019 = (DAY, DAY), ("2017", "2017-12-31"), ("2019", "2019-12-31")
        yield "count agreements across years " + said, self.across(lists, AG)
        yield "count agreements by model across years " + said, self.across(lists, AG, key="a.model", title="model", order=models)
        yield "count counties where agreement_287g across years " + said, self.across(lists, CO, "c.agreement_287g")
        yield ("compare count counties where agreement_287g from %s to %s" % (LISTS[0], DAY),
               self.compared("c.agreement_287g", lists[0], today))
        yield ("changes in agreement_287g of counties in TX from %s to %s" % (LISTS[1], DAY),
               self.moves("agreement_287g", "TX", lists[1], today))
        yield ("count counties where detainers across years 2017, 2019, %s" % DAY,
               self.across([y2017, y2019, today], CO, "c.detainers"))
        yield "compare count counties where detainers from 2017 to " + DAY, self.compared("c.detainers", y2017, today)
        rows = []
        for (region,) in self.sql("SELECT DISTINCT region FROM counties ORDER BY 1"):
            ends = []
            for _, day in (y2019, today):
                at(self.db, day)
                counts = share_counts(self.db, "NOT c.detainers", "1", "c.region = '%s'" % region)
                ends.append(share_of(counts)[:2] + (counts["yu"], sum(counts.values())))
            (a, b, u, _), (c, d, v, base) = ends
            rows.append([region, percents(a, b), u, percents(c, d), v, signed((c - b) * 100, (d - a) * 100, " pp"), base])
        at(self.db, DAY)
        yield ("compare share where not detainers among counties by region from 2019 to " + DAY, Block(
            ["region", "2019", "2019: unknown", DAY, DAY + ": unknown", "difference", "base"], rows))
        for state in ("CA", "IL"):
            yield ("changes in detainers of counties in %s from 2017 to %s" % (state, DAY),
                   self.moves("detainers", state, y2017, today))
        rows = self.sql("SELECT substr(signed, 1, 4), COUNT(*) FROM agreements WHERE signed >= '2017' GROUP BY 1 ORDER BY 1")
        open_ = self.sql("SELECT COUNT(*) FROM agreements WHERE signed IS NULL")[0][0]
        yield ("count agreements%s where signed >= 2017 by year(signed)" % ON, Block(
            ["year", "count", "unknown", "base"],
            [[y, k, 0, k] for y, k in rows] + [["unknown", span(0, open_), open_, open_]]))

    # -------------------------------------------------------------- 11

    def official(self):
        hays, name = "c.fips = '48209'", "fips is #48209"
        q = "list counties%s where %s" % (ON, name)
        columns = ["name", "population", "agreement_287g", "detainers", "notify", "access_limited", "inquiry"]
        yield q + " | show " + ", ".join(columns), self.listed(columns, hays)
        fields = ["detainers", "notify", "access_limited"]
        basis = dict(self.sql("SELECT field, basis FROM evidence c WHERE " + hays))
        yield (q + " | show " + ", ".join("basis." + f for f in fields),
               Block(["basis." + f for f in fields], [[basis[f] for f in fields]]))
        beside = has_neighbor("n.fips = '48209'")
        columns = ["name", "state", "agreement_287g", "detainers"]
        yield ("list counties%s where has (neighbors where %s) | show name, state, agreement_287g, detainers | sort by name"
               % (ON, name), self.listed(columns, beside, "c.name"))
        yield ("count counties%s where agreement_287g and has (neighbors where %s)" % (ON, name),
               self.figure("c.agreement_287g AND " + beside))
        listed = [a for a in self.table("agencies") if a["snapshot"] == DAY]
        yield ("list agencies%s where located_in is #48209 | show name, kind" % ON, Block(
            ["name", "kind"], [[a["name"], a["kind"]] for a in listed if a["located_in"] == "48209"],
            more=sum(a["located_in"] == "unknown" and a["state"] == "TX" and
                     (not a["county_candidates"] or "48209" in a["county_candidates"]) for a in listed)))
        yield ("list state_rules in TX where in_force(%s) | show field, effect, county_value, citation, effective_from"
               " | sort by field, effective_from, citation" % DAY, self.rules_as(
                   ["field", "effect", "county_value", "citation", "effective_from"],
                   lambda r: r["state"] == "TX" and self.in_force(r),
                   lambda r: (FIELDS.index(r["field"]), r["effective_from"], r["citation"])))
        tx, large = "c.state = 'TX'", "c.population BETWEEN 100000 AND 500000"
        yield "count counties%s in TX where agreement_287g" % ON, self.figure("c.agreement_287g", base=tx)
        yield ("count counties%s in TX where agreement_287g and population between 100_000 and 500_000" % ON,
               self.figure("c.agreement_287g AND " + large, base=tx))
        yield ("share where agreement_287g among counties%s in TX where population between 100_000 and 500_000" % ON,
               self.share("c.agreement_287g", large, tx))
        # A facility whose place is unknown may be in the county, unless its candidates or its state say no.
        sure = sum(f["county"] == "48209" for f in self.facilities)
        may = sum(f["county"] == "unknown" and f["state"] in ("TX", "unknown")
                  and (not f["county_candidates"] or "48209" in f["county_candidates"]) for f in self.facilities)
        yield "count facilities%s where county is #48209" % ON, Figure(sure, sure + may)

    # -------------------------------------------------------------- 12

    def rules_by_field(self, effect):
        mine = [r for r in self.rules if r["effect"] == effect and self.in_force(r)]
        all_, those = (collections.Counter(r["field"] for r in rows) for rows in (self.rules, mine))
        return Block(["field", "count", "base"], [[f, those[f], all_[f]] for f in FIELDS])

    def advocates(self):
        q = "count counties%s where " % ON
        yield q + "notify is unknown by region | total", self.groups("region", "c.region", "c.notify IS NULL", total=True)
        yield q + "agreement_287g and notify is unknown", self.figure("c.agreement_287g AND c.notify IS NULL")
        rows = self.sql("SELECT state, SUM(agreement_287g IS TRUE AND notify IS NULL), COUNT(*) FROM counties"
                        " GROUP BY 1 ORDER BY 2 DESC, 1")
        yield ("top 5 states%s by count of (counties where certainly agreement_287g and notify is unknown)" % ON,
               Block(["state", "count", "base"], [list(r) for i, r in enumerate(rows) if r[1] >= rows[4][1]]))
        yield q + "possibly notify", self.figure("c.notify IS NOT FALSE")
        yield ("share where notify among counties%s where agreement_287g" % ON, self.share("c.notify", "c.agreement_287g"))
        for effect in ("requires", "forbids"):
            yield ("count state_rules where effect is %s and in_force(%s) by field" % (effect, DAY), self.rules_by_field(effect))
        yield ("list state_rules where effect is forbids and field is agreement_287g and in_force(%s)"
               " | show state, citation, effective_from | sort by state, citation" % DAY, self.rules_as(
                   ["state", "citation", "effective_from"],
                   lambda r: r["effect"] == "forbids" and r["field"] == "agreement_287g" and self.in_force(r),
                   lambda r: (r["state"], r["citation"])))
        yield "count statements by stance", self.groups(
            "stance", "s.stance", relation="statements s", order=["announces", "supports", "opposes", "disputes"])

    # -------------------------------------------------------------- 13

    def detention(self):
        fs, q = self.facilities, "facilities as of 2017-11-06"
        types = ["igsa", "usms_iga", "orr", "bop", "cdf", "spc", "mirp", "other"]
        yield ("count counties where detention_contract across years 2017-11-06, " + DAY,
               self.across([("2017-11-06",) * 2, (DAY, DAY)], CO, "c.detention_contract"))
        yield "count %s by type | total" % q, self.groups("type", "f.type", relation="facilities f", total=True, order=types)
        igsa = [f for f in fs if f["type"] == "igsa"]
        of = collections.Counter(f["state"] for f in fs)
        by_state = sorted(collections.Counter(f["state"] for f in igsa if f["state"] not in ("unknown", "")).items(),
                          key=lambda g: (-g[1], g[0]))
        yield ("count %s where type is igsa by state | sort by count down, state | take 5" % q,
               Block(["state", "count", "base"], [[s, k, of[s]] for s, k in by_state[:5]]))
        assert not any(f["capacity"] == "unknown" for f in fs)
        yield "count %s where capacity is none" % q, Figure(*[sum(not f["capacity"] for f in fs)] * 2)
        beds = [f for f in igsa if f["capacity"]]
        yield "sum capacity of %s where type is igsa" % q, Figure(*[sum(int(f["capacity"]) for f in beds)] * 2)
        columns = ["code", "name", "city", "state", "type", "authorization", "capacity"]
        beds.sort(key=lambda f: -int(f["capacity"]))
        yield ("top 5 facilities as of 2017-11-06 where type is igsa by capacity", Block(columns, [
            [int(f[c]) if c == "capacity" else f[c] for c in columns] for f in beds[:5]]))
        assert all(f["held"].isdigit() for f in fs)
        yield ("sum held of %s by type" % q, Block(["type", "sum (people)", "base"], [
            [t, sum(int(f["held"]) for f in fs if f["type"] == t), sum(f["type"] == t for f in fs)] for t in types]))
        yield "count %s where operator is unknown" % q, Figure(*[sum(f["operator"] == "unknown" for f in fs)] * 2)
        sure = sum("county" in f["operator"].lower() for f in igsa)
        yield ('count %s where operator contains "county" and type is igsa' % q,
               Figure(sure, sure + sum(f["operator"] == "unknown" for f in igsa)))
        held = collections.defaultdict(list)
        for y in self.table("facility_years"):
            held[y["fiscal_year"].lower()].append(Fraction(y["average_population"]))
        yield ("sum average_population of facility_years by fiscal_year", Block(
            ["fiscal_year", "sum (people)", "base"], [[y, n(sum(held[y])), len(held[y])] for y in sorted(held)]))
        yield ("list state_rules where field is detention_contract and in_force(%s) | show state, effect, citation,"
               " effective_from | sort by state, effective_from, citation" % DAY, self.rules_as(
                   ["state", "effect", "citation", "effective_from"],
                   lambda r: r["field"] == "detention_contract" and self.in_force(r),
                   lambda r: (r["state"], r["effective_from"], r["citation"])))
        yield ('list figures where unit is "US dollars" | show id, metric, value, document | sort by id',
               self.published_as(["id", "metric", "value", "document"], lambda f: f["unit"] == "US dollars"))

    # -------------------------------------------------------------- 14

    def research(self):
        full, large = "(c.detainers AND c.notify)", "c.population > 500000"
        yield "count counties%s where full_assistance" % ON, self.figure(full)
        yield "share where full_assistance among counties" + ON, self.share(full)
        yield "count counties%s where bigger($large)" % ON, self.figure(large)
        yield "share where full_assistance among counties%s where bigger($large)" % ON, self.share(full, large)
        yield "share where full_assistance among counties%s | known only" % ON, self.share(full, known_only=True)
        neither = "c.detainers IS FALSE AND c.notify IS FALSE"
        yield "count neither" + ON, self.figure(neither)
        yield ("count neither%s by state | keep count > 0" % ON,
               self.groups("state", "c.state", neither, keep=lambda r: r[1] > 0))
        # One statement; emitted.py runs such statements and holds their answers.
        yield "sql duckdb count counties%s where full_assistance" % ON, Block(["statement"], [[""]])
        yield self.sizes(full)
        yield ("list counties%s in NH | show fips, name, population, agreement_287g, detainers, notify | sort by fips" % ON,
               self.listed(["fips", "name", "population", "agreement_287g", "detainers", "notify"], "c.state = 'NH'"))
        rows = self.sql("SELECT region, SUM(agreement_287g IS TRUE), SUM(agreement_287g IS NOT FALSE), COUNT(*)"
                        " FROM counties GROUP BY 1 ORDER BY 1")
        low, high = sum(r[1] for r in rows), sum(r[2] for r in rows)
        yield ("count counties%s where agreement_287g by region | add part = percent_of_total(count)" % ON, Block(
            ["region", "count", "part", "unknown", "base"],
            [[r, span(a, b), percents(Fraction(a, a + high - b), Fraction(b, b + low - a)), b - a, base]
             for r, a, b, base in rows]))

    def sizes(self, full):
        bands = [("under 10,000", "c.population < 10000"), ("10,000 - 99,999", "c.population BETWEEN 10000 AND 99999"),
                 ("100,000 - 999,999", "c.population BETWEEN 100000 AND 999999"),
                 ("1,000,000 and over", "c.population >= 1000000"), ("unknown", "c.population IS NULL")]
        rows = []
        for name, cond in bands:
            cond = "(%s) IS TRUE" % cond
            a, b, u, base = count(self.db, full, base=cond)
            counts = share_counts(self.db, "c.detainers", "1", cond)
            low, high, v, _ = count(self.db, "NOT c.access_limited", base=cond)
            rows.append([name, base, span(a, b), u, percents(*share_of(counts)[:2]), counts["yu"], span(low, high), v, base])
        return ("table counties%s by bands(population, 10_000, 100_000, 1_000_000) with count named n, count where"
                " full_assistance named full, share where detainers named holds, count where not access_limited named open" % ON,
                Block(["population", "n", "full", "full: unknown", "holds", "holds: unknown", "open", "open: unknown", "base"], rows))

    # -------------------------------------------------------------- 15

    def pictures(self):
        yield ("chart count counties%s where notify by region as bars" % ON, self.groups("region", "c.region", "c.notify"))
        yield "chart top 8 states%s by count of agreements as bars" % ON, self.top_states(8)
        yield ("chart count agreements across years %s as lines" % ", ".join(LISTS),
               self.across([(d, d) for d in LISTS], AG))
        rows = []
        for (region,) in self.sql("SELECT DISTINCT region FROM counties ORDER BY 1"):
            c = share_counts(self.db, "c.detainers", "1", "c.region = '%s'" % region)
            rows.append([region, percents(*share_of(c)[:2]), c["yu"], sum(c.values())])
        yield ("chart share where detainers among counties%s by region as dots" % ON,
               Block(["region", "share", "unknown", "base"], rows))
        yield ("map count counties%s where agreement_287g by state" % ON, self.groups("state", "c.state", "c.agreement_287g"))
        rows = self.sql("SELECT c.fips, c.name, c.state, latitude, longitude FROM counties c JOIN centers p ON p.fips = c.fips"
                        " WHERE (c.agreement_287g AND c.detainers IS FALSE) IS TRUE ORDER BY 1")
        yield ("map counties%s where agreement_287g and certainly not detainers" % ON, Block(
            ["fips", "name", "state", "latitude", "longitude"],
            [[f, name, s, "%.4f" % y, "%.4f" % x] for f, name, s, y, x in rows]))

    # -------------------------------------------------------------- 16

    def evidence(self):
        # A fact stands once, for the states and counties that it names; a row is of one county.
        size = collections.Counter(c["state"] for c in self.places)
        total = sum(size.get(p, 1) for f in self.table("facts") for p in f["counties"].split())
        yield "count facts", Figure(total, total)
        facts = [f for f in self.table("facts") if f["field"] == "detainers" and {"TX", "48209"} & set(f["counties"].split())]
        columns = ["value", "basis", "confidence", "citation"]
        yield ("list facts where county is #48209 and field is detainers | show value, basis, confidence, citation"
               " | sort by citation", Block(columns, sorted(([f[c] or "-" for c in columns] for f in facts), key=lambda r: r[3])))
        co = "c.state = 'CO'"
        q = "count counties%s in CO where not detainers" % ON
        yield "why " + q, self.figure("NOT c.detainers", base=co)
        # The list of counties and of ICE, each rule that the answers rest on, and the answer itself.
        sources = set()
        for c in self.places:
            if c["state"] == "CO":
                sources |= set(self.ground(c, "detainers")["sources"].split())
        yield "cite " + q, Block(["source"], [[s] for s in sorted(sources | {"census-counties-2020", "the answer"})])
        yield "count counties%s where detainers by confidence.detainers" % ON, self.by_evidence("confidence")
        yield "count listings%s by kind" % ON, self.groups(
            "kind", "l.kind", relation="listings l", order=["state", "county", "city"])
        has_listing = "EXISTS (SELECT 1 FROM listings l WHERE l.county = c.fips)"
        yield "count counties%s with listings" % ON, self.figure(has_listing)
        yield ("count counties%s where has listings by detainers" % ON, self.groups(
            "detainers", queries.word("detainers"), has_listing, order=["yes", "no", "unknown"]))
        yield ("count counties%s where has listings and certainly agreement_287g" % ON,
               self.figure(has_listing + " AND c.agreement_287g IS TRUE"))


# ------------------------------------------------------------------ the scripts

def statements(text):
    """(line, text) of each statement: a query on one line, a block with its lines."""
    found, block = [], False
    for number, line in enumerate(text.split("\n"), 1):
        if block:
            found[-1][1] += "\n" + line
            block = line != ">>"
        elif not line or line.startswith("--"):
            continue
        elif line.startswith(" "):
            found[-1][1] += " " + line.strip()
        else:
            found.append([number, line])
            block = line == "expect <<"
    return found


def judge(wanted, name, text, used):
    """The faults of one script, and how many expectations were held to SQL."""
    faults, judged, query, met = [], 0, None, True
    held = lambda q: any(re.match(pattern, q) for pattern in HELD)
    for line, said in statements(text) + [(0, "count")]:
        place = "%s:%d: " % (name, line)
        if not said.startswith("expect"):
            if re.match("include|param|define", said):
                continue
            if not met and not held(query):
                faults.append("%s: no expectation below: %s" % (name, query))
            query, met = said, False
            continue
        met = True
        if held(query):
            continue
        if query not in wanted:
            faults.append(place + "no SQL here for: " + query)
            continue
        used.add(query)
        judged += 1
        fault = wanted[query].fault(said[len("expect "):])
        if fault:
            faults.append("%s%s\n  %s" % (place, query, fault))
    return faults, judged


def scripts():
    for path in sorted(glob.glob(os.path.join(PACKAGE, "Samples", "*.tally"))):
        yield os.path.basename(path), open(path, encoding="utf-8").read()


def unstated(figures, texts):
    """The published figures of the three documents that no fact-check has in a row with qualifier and value."""
    rows = [re.split(r" {2,}", line) for text in texts for _, s in statements(text) for line in s.split("\n")[1:]]
    for f in figures:
        if re.fullmatch(r"F\d\d", f["id"]):
            if [f["id"], f["qualifier"], n(Fraction(f["value"])), f["unit"]] not in rows:
                yield "%s is in no fact-check: %s %s %s" % (f["id"], f["qualifier"], f["value"], f["unit"])


def run(judge_, pages):
    faults, judged, used = [], 0, set()
    for name, text in pages:
        found, k = judge(judge_.wanted, name, text, used)
        faults += found
        judged += k
    faults += unstated(judge_.figures, [text for name, text in pages if "fact-check" in name])
    faults += ["no sample asks: " + q for q in sorted(set(judge_.wanted) - used)]
    return faults, judged


def self_test(judge_):
    """Each digit of an expectation, changed, must be found; a cell, a row and a figure left out too."""
    pages, missed, planted = list(scripts()), [], 0
    for at_, (name, text) in enumerate(pages):
        for match in re.finditer(r"(?m)^expect (?!error)\D*(\d)|^(?!\w+ where)\S+  .*?(\d)\S*$", text):
            i = match.start(1) if match[1] else match.start(2)
            inside = text.rfind("expect <<", 0, i) > text.rfind(">>", 0, i)
            if not match[1] and not inside:
                continue
            changed = text[:i] + str((int(text[i]) + 1) % 10) + text[i + 1:]
            planted += 1
            if not judge(judge_.wanted, name, changed, set())[0]:
                missed.append("%s: %s" % (name, match[0]))
    first = next(t for name, t in pages if name.startswith("06"))
    left_out = re.sub(r"(?m)^F30 .*\n", "", first)
    planted += 1
    if len(list(unstated(judge_.figures, [t for name, t in pages if name[:2] in ("07", "08")] + [left_out]))) != 1:
        missed.append("F30 left out")
    for m in missed:
        print("not found: " + m)
    print("%d planted faults, %d not found" % (planted, len(missed)))
    print("planted faults found" if not missed else "FAILED")
    return 1 if missed else 0


def main(argv):
    test = argv[:1] == ["--self-test"]
    folder = argv[-1] if argv and not test else os.path.join(PACKAGE, "Sources", "CDataset", "tables")
    judge_ = Judge(folder)
    if test:
        return self_test(judge_)
    faults, judged = run(judge_, list(scripts()))
    for fault in faults:
        print(fault)
    print("%d expectations judged, %d faults" % (judged, len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
