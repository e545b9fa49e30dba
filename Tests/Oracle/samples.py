#!/usr/bin/env python3
"""Holds the answers that the project prints to SQL over the shipped tables.

    samples.py [TABLES_DIR]          by default the tables of this package

Reads README.md and Samples/Expected, takes each query with the answer below it, and compares the
figures and rows with what hand-written SQL says (`queries.py` loads the tables). It does not read
sources, notes or reasons. Exit 1 if a number differs or a query has no SQL here.
"""
import collections
import glob
import math
import os
import re
import sys

import queries
from queries import count, has, of_counties_in, share_of, share_counts

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(os.path.dirname(HERE))


# ------------------------------------------------------------------ what a line must be

def n(x):
    return "{:,}".format(x)


def one(low, high, base):
    """A pattern of the first line of a figure."""
    if low == high:
        return r"^%s( of ([\d,]+ to )?%s)? (?!of )\w+" % (n(low), n(base))
    if high - low == base:
        return r"^not settled for any of the %s " % n(base)
    if low == 0 or 2 * (high - low) > base:
        return settled(n(low), base - high + low, high - low)
    return r"^%s \w+, up to %s$" % (n(low), n(high))


def settled(value, known, unknown):
    """Where more is open than settled, an answer leads with what is settled."""
    return r"^%s of the %s \w+ that the record settles; %s (is|are) not settled$" % (value, n(known), n(unknown))


def span(low, high):
    return n(low) if low == high else "%s[–-]%s" % (n(low), n(high))


def row(*cells):
    """A pattern of a row; None stands for a cell that is not compared."""
    return "^" + r"\s+".join(r".*?" if c is None else re.escape(n(c) if isinstance(c, int) else c) for c in cells) + r"\s*$"


def percent(x):
    return "{:.1f}".format(float(x) * 100)

def least(f):
    """The low end of an interval of shares: rounded down, for a bound is never put further in."""
    return percent(math.floor(f * 1000) / 1000)


def most(f):
    """The high end: rounded up."""
    return percent(math.ceil(f * 1000) / 1000)



# Tables that answers are made of.
KEPT_INSIDE = {"timelines", "grounds", "manifest"}


class Judge:
    """The patterns that the answer of each query must have, each in a line of its own, in order."""

    def __init__(self, folder):
        self.db = queries.load(folder)
        self.rules = queries.table(folder, "state_rules")
        self.figures = queries.table(folder, "figures")
        self.agencies = {a["id"]: a for a in queries.table(folder, "agencies")}
        self.grounds = {g["id"]: g for g in queries.table(folder, "grounds")}
        # The answers of the newest list's day: the last row of each history that has begun by then.
        newest = {}
        for t in queries.table(folder, "timelines"):
            if t["since"] <= queries.LATEST:
                newest[t["id"]] = t["ground"]
        self.counties = [dict(c, **{f: newest[c[f]] for f in queries.ANSWERS}) for c in queries.table(folder, "counties")]
        self.rows_of = {n[:-4]: len(queries.table(folder, n[:-4])) for n in os.listdir(folder)
                        if n.endswith(".csv") and n[:-4] not in KEPT_INSIDE}
        for name in ("agencies", "agreements"):
            self.rows_of[name] = self.sql("SELECT COUNT(*) FROM %s" % name)[0][0]
        # A fact stands in the table once, for the states and counties that it names; a row that is
        # shown is of one county.
        size = collections.Counter(c["state"] for c in self.counties)
        self.rows_of["facts"] = sum(
            sum(size.get(p, 1) for p in f["counties"].split())
            for f in queries.table(folder, "facts"))

    def sql(self, text):
        return self.db.execute(text).fetchall()

    def count(self, cond="1", relation="counties c", base="1"):
        low, high, _, of = count(self.db, cond, relation, base)
        return [one(low, high, of)]

    def groups(self, key, cond="1", relation="counties c", base="1", total=True, order=None):
        got = self.sql("SELECT %s, SUM((%s) IS TRUE), SUM((%s) IS NOT FALSE), COUNT(*) FROM %s WHERE %s GROUP BY 1 ORDER BY 1"
                       % (key, cond, cond, relation, base))
        if order:
            got.sort(key=lambda g: order.index(g[0]))
        if total:
            got.append(("total",) + tuple(sum(g[i] for g in got) for i in (1, 2, 3)))
        # The columns "unknown" and "base" are printed only where they say something.
        return [r"^%s\s+%s(\s+%s)?(\s+%s)?$" % (re.escape(str(key)), span(low, high), n(high - low), n(base))
                for key, low, high, base in got]

    def share(self, known_only=False):
        c = share_counts(self.db, "c.detainers", "1")
        low, high, known = share_of(c)
        of, everybody = c["yy"] + c["yn"], sum(c.values())
        if known_only:
            return [r"^%s %% of %s counties" % (percent(known), n(of))]
        if 2 * (everybody - of) > everybody:
            return [settled(percent(known) + " %", of, everybody - of),
                    r"^\s+from %s to %s %% of all %s counties$" % (least(low), most(high), n(everybody))]
        return [r"^%s %% of %s counties, up to %s %%$" % (least(low), n(everybody), most(high)),
                r"^\s+of the %s known: %s %%$" % (n(of), percent(known))]

    def answer(self, county, field):
        g = self.grounds[county[field]]
        return "unknown (%s)" % g["reason"] if g["value"] == "unknown" and g["reason"] else g["value"]

    def unknown_in(self, state, *fields):
        return [row(c["name"], *[self.answer(c, f) for f in fields]) for c in self.counties
                if c["state"] == state and self.answer(c, "detainers").startswith("unknown")]

    def agency(self, key):
        return "%s, %s" % (self.agencies[key]["name"], self.agencies[key]["state"])

    def signed(self, where):
        return self.sql("SELECT agency, model, COALESCE(signed, 'unknown') FROM agreements a WHERE %s" % where)

    def detainer_rules(self, state):
        return [r for r in self.rules if (r["state"], r["field"]) == (state, "detainers")]

    def rules_in(self, state):
        return [r for r in self.rules if r["state"] == state and not r["effective_to"]]

    def card(self, name, state):
        c = next(c for c in self.counties if (c["name"], c["state"]) == (name, state))
        return ["^%s, %s$" % (name, state), r"^FIPS code\s+%s$" % c["fips"],
                r"^population\s+%s\s" % n(int(c["population"]))] + [
            self.answer_line(c, f) for f in queries.ANSWERS]

    def answer_line(self, county, field):
        g = self.grounds[county[field]]
        words = {"law": "state law", "agreement": "287(g) agreement", "listed": "federal list"}
        by = "" if g["value"] == "unknown" else ", by " + " and ".join(words[b] for b in g["basis"].split("+"))
        # On a narrow screen the value stands below its label.
        return r"(^|\s)%s" % re.escape(self.answer(county, field) + by)

    def expectations(self):
        models = ["jail_enforcement", "warrant_service_officer", "task_force"]
        det, tx, co, fl = "c.detainers", "c.state = 'TX'", "c.state = 'CO'", "a.state = 'FL'"
        agreements = "agreements a"
        yield "show relations", [row(name, rows, None) for name, rows in self.rows_of.items()]
        yield "count counties", self.count()
        yield "count agreements", self.count(relation=agreements)
        yield "count agencies", self.count(relation="agencies g")
        yield "count counties with agreements", self.count(has(1))
        yield "count counties in TX with agreements", self.count(has(1), base=tx)
        yield "count counties in CO with agreements", self.count(has(1), base=co)
        yield "count agreements by model | total", self.groups("a.model", relation=agreements, order=models)
        yield "count agreements in TX by model | total", self.groups(
            "a.model", relation=agreements, base="a.state = 'TX'", order=models)
        top = self.sql("SELECT state, COUNT(*) FROM agreements GROUP BY state ORDER BY 2 DESC, 1 LIMIT 5")
        yield "top 5 states by count of agreements", [row(s, k) for s, k in top]
        yield "count counties in TX, CA where detainers", self.count(det, base="c.state IN ('TX', 'CA')")
        yield "count agencies by kind | total", self.groups("g.kind", relation="agencies g")
        yield "list counties in TX without agreements | show name, population | sort by population down | take 5", [
            row(name, p) for name, p in self.sql(
                "SELECT name, population FROM counties c WHERE %s AND (NOT %s) IS TRUE ORDER BY population DESC LIMIT 5"
                % (tx, has(1)))]
        yield "count counties where has at least 2 agreements", self.count(has(2))
        yield "count agreements where year(signed) is 2026", self.count("substr(a.signed, 1, 4) = '2026'", agreements)
        yield ("list agreements where signed >= 2026-05-14 | show agency, model, signed | sort by signed down",
               [row(self.agency(a), m, d) for a, m, d in sorted(
                   self.signed("a.signed >= '2026-05-14'"), key=lambda r: r[2], reverse=True)])
        yield "list agreements where signed is unknown", [
            row(self.agency(a), None, m, d) for a, m, d in self.signed("a.signed IS NULL")]
        yield "count agreements where model is task_force of counties in FL", self.count(
            "a.model = 'task_force'", agreements, of_counties_in("FL"))
        yield "count agreements where model is task_force in FL", self.count("a.model = 'task_force'", agreements, fl)
        yield "count counties where detainers", self.count(det)
        yield "count counties where not detainers", self.count("NOT c.detainers")
        yield "count counties where detainers is unknown", self.count("c.detainers IS NULL")
        yield "count counties by detainers | total", self.groups(
            queries.word("detainers"), order=["yes", "no", "unknown"])
        yield "count counties where detainers by region | total", self.groups("c.region", det)
        yield "count counties where possibly not detainers", self.count("(NOT c.detainers) IS NOT FALSE")
        yield "count counties where certainly detainers and possibly not notify", self.count(
            "(c.detainers IS TRUE) AND ((NOT c.notify) IS NOT FALSE)")
        yield "count counties where detainers and not notify", self.count("c.detainers AND NOT c.notify")
        yield "share where detainers among counties", self.share()
        yield "share where detainers among counties | known only", self.share(known_only=True)
        yield "list counties in OK where detainers is unknown | show name, detainers, notify | take 5", \
            self.unknown_in("OK", "detainers", "notify")[:5]
        yield ("list state_rules in CO where effective_to is none"
               " | show field, effect, effective_from, citation | sort by effective_from"), [
            row(r["field"], r["effect"], r["effective_from"], r["citation"])
            for r in sorted(self.rules_in("CO"), key=lambda r: (r["effective_from"] + "-12-31")[:10])]
        yield "list agreements in CO", [row(self.agency(a), "CO", m, d) for a, m, d in self.signed("a.state = 'CO'")]
        yield "count counties in CO where not detainers", self.count("NOT c.detainers", base=co)
        yield "list counties in CO where detainers is unknown | show name, detainers", self.unknown_in("CO", "detainers")
        yield "count counties in CO where notify", self.count("c.notify", base=co)
        yield "count counties in CO where access_limited", self.count("c.access_limited", base=co)
        yield "list state_rules in CO where field is detainers | show effect, effective_from, citation", [
            row(r["effect"], r["effective_from"], r["citation"]) for r in self.detainer_rules("CO")]
        yield "list counties in CO where detainers is unknown | show name, detainers, access_limited", \
            self.unknown_in("CO", "detainers", "access_limited")
        low, high = [self.sql("SELECT SUM(population) FROM counties c WHERE %s AND (NOT c.detainers) IS %s" % (co, v))[0][0]
                     for v in ("TRUE", "NOT FALSE")]
        yield "sum population of counties in CO where not detainers", [r"^%s people, up to %s$" % (n(low), n(high))]
        yield "top 3 counties in CO where not detainers by population", [
            row(name, "CO", p, None) for name, p in self.sql(
                "SELECT name, population FROM counties c WHERE %s AND NOT c.detainers ORDER BY 2 DESC LIMIT 3" % co)]
        yield 'show county "Denver, CO"', self.card("Denver County", "CO")
        yield from self.readme()
        yield from self.published()

    def readme(self):
        """The README's own questions, by the shipped tables and by hand."""
        value = {f["metric"]: int(f["value"]) for f in self.figures if f["document"] == "ILRC 2016"}
        # A county that holds and does not notify is one of each total; nothing says that any is both.
        most = min(value["counties_hold_on_detainers_yes"], value["counties_notify_ice_no"])
        yield "count counties as of 2016 where detainers and not notify", [
            "^from 0 to %s counties$" % n(most),
            "^  of %s counties surveyed, as of 2016" % n(value["counties_examined"])]
        nm = "c.state = 'NM'"
        own = self.sql("SELECT COUNT(*) FROM counties c WHERE %s AND c.agreement_287g" % nm)[0][0]
        base = self.sql("SELECT COUNT(*) FROM counties c WHERE %s" % nm)[0][0]
        yield "why count counties in NM with agreements", [
            "^%d of %d counties = " % (own, base), r"^\s+%d\s+counties to begin with" % base,
            r"^\s+%d\s+with agreements  \(%d no\)" % (own, base - own)]
        reasons = collections.Counter(
            self.answer(c, "notify").partition("(")[2].rstrip(")")
            for c in self.counties if c["state"] in ("WV", "VA"))
        yield "count counties in WV, VA by reason.notify", [
            row(r, k) for r, k in sorted(reasons.items())]
        f = {x["id"]: x for x in self.figures}
        share = 100 * int(f["F08"]["value"]) / int(f["F07"]["value"])
        yield 'check figures from "ICE roundtable 2011"', [
            r"%s \(F08\) of more than %s \(F07\) is" % (n(int(f["F08"]["value"])), n(int(f["F07"]["value"]))),
            r"^\s+%.1f %%, stated as %s %%$" % (share, f["F08"]["stated_percent"])]
        ends = []
        for day in ("2025-01-22", queries.LATEST):
            queries.at(self.db, day)
            low, high, unknown, _ = count(self.db, "c.agreement_287g", "counties c", "1")
            ends += ["%s" % n(low) if low == high else "%s.%s" % (n(low), n(high)), n(unknown)]
        yield "count counties where agreement_287g across years 2025-01-22, latest", [
            r"\s+".join(ends) + r"\s+3,143"]

    def published(self):
        documents = sorted({f["document"] for f in self.figures})
        number = lambda f: n(int(f["value"]))
        yield "count figures by document | total", [
            row(d, sum(f["document"] == d for f in self.figures)) for d in documents] + [row("total", len(self.figures))]
        yield 'list figures where document is "ILRC 2016" | show id, metric, qualifier, value, as_of', [
            row(f["id"], f["metric"], f["qualifier"], number(f), f["as_of"])
            for f in self.figures if f["document"] == "ILRC 2016"]
        yield ('list figures where metric is "agencies_with_287g" or metric is "counties_287g_yes"'
               " | show metric, value, unit, as_of, document, note"), [
            row(f["metric"], number(f), f["unit"], f["as_of"], f["document"], f["note"])
            for f in self.figures if f["metric"] in ("agencies_with_287g", "counties_287g_yes")]
        yield "list figures where denominator is not none and value > 100_000 | show id, metric, value, denominator", [
            row(f["id"], f["metric"], number(f), f["denominator"])
            for f in self.figures if f["denominator"] and float(f["value"]) > 100000]
        f = next(f for f in self.figures if f["id"] == "F02")
        yield "show figure F02", [row("metric", f["metric"]), row("value", number(f)), row("unit", f["unit"])]


# ------------------------------------------------------------------ the pages

def printed():
    """Each query with the lines of its answer, from the samples and the README."""
    for path in sorted(glob.glob(os.path.join(PACKAGE, "Samples", "Expected", "*.txt"))):
        yield from blocks(path, open(path, encoding="utf-8").read().split("\n"), "-- ", "-- ")
    text = open(os.path.join(PACKAGE, "README.md"), encoding="utf-8").read()
    for block in re.findall(r"^```tally-session\n(.*?)^```$", text, re.S | re.M):
        yield from blocks("README.md", block.split("\n"), "tally> ", "  ...> ")


def blocks(path, lines, prompt, more):
    found = []
    for line in lines:
        asks = found and not found[-1][1] and line.startswith(more)
        if asks:
            found[-1][0] += " " + line[len(more):].strip()
        elif line.startswith(prompt):
            found.append([line[len(prompt):], []])
        elif found:
            found[-1][1].append(line)
    return [(os.path.basename(path), query, answer) for query, answer in found]


def main(argv):
    folder = argv[0] if argv else os.path.join(PACKAGE, "Sources", "CDataset", "tables")
    wanted = dict(Judge(folder).expectations())
    faults, judged, used = 0, 0, set()
    for page, query, answer in printed():
        if query not in wanted:
            print("%s: no SQL here for: %s" % (page, query))
            faults += 1
            continue
        used.add(query)
        judged += 1
        at = 0
        for pattern in wanted[query]:
            at = 0 if query == "show relations" else at  # in whatever order
            while at < len(answer) and not re.search(pattern, answer[at]):
                at += 1
            if at == len(answer):
                print("%s: %s\n  wanted: %s\n  got: %s" % (page, query, pattern, answer[0]))
                faults += 1
                break
            at += 1
    for query in set(wanted) - used:
        print("nothing prints: %s" % query)
    print("%d answers judged, %d faults" % (judged, faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
