#!/usr/bin/env python3
"""Holds the answers that the README prints to SQL over the shipped tables.

    samples.py [TABLES_DIR]          by default the tables of this package

Reads README.md, takes each query with the answer below it, and compares the figures and rows with
what hand-written SQL says (`queries.py` loads the tables). It does not read sources, notes or
reasons; what the scripts in Samples expect is `expects.py`'s. Exit 1 if a number differs or a query has no SQL here.
"""
import collections
import os
import re
import sys

import queries
from queries import count, has

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

    def sql(self, text):
        return self.db.execute(text).fetchall()

    def count(self, cond="1", relation="counties c", base="1"):
        low, high, _, of = count(self.db, cond, relation, base)
        return [one(low, high, of)]

    def groups(self, key, cond):
        got = self.sql("SELECT %s, SUM((%s) IS TRUE), SUM((%s) IS NOT FALSE), COUNT(*) FROM counties c GROUP BY 1 ORDER BY 1"
                       % (key, cond, cond))
        got.append(("total",) + tuple(sum(g[i] for g in got) for i in (1, 2, 3)))
        # The columns "unknown" and "base" are printed only where they say something.
        return [r"^%s\s+%s(\s+%s)?(\s+%s)?$" % (re.escape(str(key)), span(low, high), n(high - low), n(base))
                for key, low, high, base in got]

    def answer(self, county, field):
        g = self.grounds[county[field]]
        return "unknown (%s)" % g["reason"] if g["value"] == "unknown" and g["reason"] else g["value"]

    def unknown_in(self, state, *fields):
        return [row(c["name"], *[self.answer(c, f) for f in fields]) for c in self.counties
                if c["state"] == state and self.answer(c, "detainers").startswith("unknown")]

    def detainer_rules(self, state):
        return [r for r in self.rules if (r["state"], r["field"]) == (state, "detainers")]

    def expectations(self):
        """The README's questions, by the shipped tables and by hand."""
        yield "count agreements", self.count(relation="agreements a")
        yield "count counties in TX with agreements", self.count(has(1), base="c.state = 'TX'")
        yield "count counties where detainers and not notify", self.count("c.detainers AND NOT c.notify")
        yield "count counties where detainers by region | total", self.groups("c.region", "c.detainers")
        yield "list state_rules in CO where field is detainers | show effect, effective_from, citation", [
            row(r["effect"], r["effective_from"], r["citation"]) for r in self.detainer_rules("CO")]
        yield "list counties in CO where detainers is unknown | show name, detainers, access_limited", \
            self.unknown_in("CO", "detainers", "access_limited")
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


# ------------------------------------------------------------------ the pages

def printed():
    """Each query with the lines of its answer."""
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
