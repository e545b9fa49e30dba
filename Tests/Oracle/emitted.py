#!/usr/bin/env python3
"""Runs emitted SQL over an exported package and holds it against tally's own answers.

    emitted.py PACKAGE sqlite|duckdb < cases.jsonl
    emitted.py --has-duckdb         exit 0 where this Python has DuckDB

A case is a line {"query": …, "sql": statement, "answer": tally's JSON}. One line is printed
for each difference, then `N statements, N differences`; exit 1 if there is one.

The tables are loaded as the statement's own header says: every column as text. The result
must have the numbers of the answer: of a figure low, high, unknown, base and, where the
answer has them, base_low, of_known, known, known_of, open_low, open_high; of rows and groups the same
cells in the same order. A text that is not known is the word unknown, a number null with a
further column NAME_unknown; what does not apply is null. `sure` counts the certain members that
have a value: where it is 0 a figure other than a sum may not be.
"""
import csv
import json
import math
import os
import sys

FIGURE = ["low", "high", "open_low", "open_high", "unknown", "base", "base_low", "of_known", "known", "known_of",
          "sure"]


# ------------------------------------------------------------------ databases

class SQLite:
    def __init__(self, folder):
        import sqlite3
        self.db = sqlite3.connect(":memory:")
        for name in tables(folder):
            with open(os.path.join(folder, "data", name + ".csv"), encoding="utf-8", newline="") as f:
                rows = csv.reader(f)
                titles = next(rows)
                quoted = ", ".join('"%s" TEXT' % t for t in titles)
                self.db.execute('CREATE TABLE "%s" (%s)' % (name, quoted))
                marks = ",".join("?" * len(titles))
                self.db.executemany('INSERT INTO "%s" VALUES (%s)' % (name, marks), rows)

    def run(self, sql):
        cursor = self.db.execute(sql)
        return [d[0] for d in cursor.description], cursor.fetchall()


class DuckDB:
    """Each statement's header has the lines that load its tables; they are run as they stand."""

    def __init__(self, folder):
        import duckdb
        self.db, self.folder, self.loaded = duckdb.connect(), folder, set()

    def run(self, sql):
        for line in sql.split("\n"):
            if line.startswith("-- CREATE TABLE") and line not in self.loaded:
                self.db.execute(line[3:].replace("DIR", self.folder))
                self.loaded.add(line)
        cursor = self.db.execute(sql)
        return [d[0] for d in cursor.description], cursor.fetchall()


def tables(folder):
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as f:
        return [r["name"] for r in json.load(f)["resources"]]


# ------------------------------------------------------------------ comparison

def same(got, want):
    if got is None or want is None:
        return got is None and want is None
    if isinstance(want, str):
        return got == want
    return math.isclose(float(got), float(want), rel_tol=1e-9, abs_tol=1e-9)


def figure_fault(names, cells, figure):
    """Whether the columns of a figure have its numbers."""
    got = dict(zip(names, cells))
    want = dict(figure)
    want.setdefault("base_low", want["base"])
    if "known" in got:
        want.setdefault("known", 0)
    if "known_of" in got:
        want.setdefault("known_of", want["known"])
    if want.get("exists") == "unknown" and got.get("sure") != 0:
        return "sure %r, where tally says if any" % got.get("sure")
    for name in FIGURE:
        if name == "sure" or name not in got and name not in want:
            continue
        if name in want and name not in got:
            return "no column %s" % name
        if not same(got[name], want.get(name)):
            return "%s %r, tally %r" % (name, got[name], want.get(name))
    return None


def cell_fault(names, cells, column, cell):
    """Whether the columns of one shown value have it; names begins with the column's."""
    if column["type"] == "figure":
        if cell is None:
            return "a group without a figure"
        return figure_fault([part(n, column) for n in names], cells, cell)
    is_open = isinstance(cell, dict) and "unknown" in cell and "low" not in cell
    marks = dict(zip(names, cells))
    if isinstance(cell, dict) and not is_open:
        ends = marks.get(column["name"] + "_low"), marks.get(column["name"] + "_high")
        return None if same(ends[0], cell["low"]) and same(ends[1], cell["high"]) else "%r" % (ends,)
    unknown = marks.get(column["name"] + "_unknown")
    if unknown is not None and bool(unknown) != is_open:
        return "unknown %r" % unknown
    if is_open:
        return None if (cells[0] == "unknown" or unknown) else "%r is not unknown" % (cells[0],)
    return None if all(same(c, cell) for n, c in marks.items() if not n.endswith("_unknown")) else repr(cells)


def part(name, column):
    """The number of a figure that a column is; of several figures the column begins with its name."""
    bare = name[len(column["name"]) + 1:] if name.startswith(column["name"] + "_") else name
    return bare if bare in FIGURE else None


def widths(names, columns):
    """How many columns of the result each shown value has."""
    at, spans = 0, []
    for column in columns:
        start = at
        if column["type"] == "figure":
            while at < len(names) and part(names[at], column) and names[at] not in names[start:at]:
                at += 1
        elif names[at] == column["name"]:
            at += 1
        else:
            at += 2
        if at < len(names) and names[at] == column["name"] + "_unknown" and column["type"] == "number":
            at += 1
        spans.append((start, at))
    return spans if at == len(names) else None


def difference(names, rows, answer):
    if answer["kind"] == "figure":
        return "%d rows" % len(rows) if len(rows) != 1 else figure_fault(names, rows[0], answer)
    wanted = answer["rows"] + ([answer["total"]] if "total" in answer else [])
    if len(rows) != len(wanted):
        return "%d rows, tally %d" % (len(rows), len(wanted))
    spans = widths(names, answer["columns"])
    if spans is None:
        return "columns %s, tally %s" % (names, [c["name"] for c in answer["columns"]])
    for number, (row, want) in enumerate(zip(rows, wanted)):
        for (start, end), column, cell in zip(spans, answer["columns"], want):
            fault = cell_fault(names[start:end], row[start:end], column, cell)
            if fault:
                return "row %d, %s: %s; tally %r" % (number + 1, column["name"], fault, cell)
    return None


def main(folder, kind):
    database = {"sqlite": SQLite, "duckdb": DuckDB}[kind](folder)
    count = faults = 0
    for line in sys.stdin:
        case = json.loads(line)
        count += 1
        try:
            fault = difference(*database.run(case["sql"]), case["answer"])
        except Exception as error:  # a statement that does not run is a difference, whatever it raises
            fault = "%s: %s" % (type(error).__name__, error)
        if fault:
            faults += 1
            print("%s: %s" % (case["query"], fault))
    print("%d statements, %d differences" % (count, faults))
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--has-duckdb"]:
        try:
            import duckdb  # noqa: F401
        except ImportError:
            sys.exit(1)
        sys.exit(0)
    sys.exit(main(sys.argv[1], sys.argv[2]))
