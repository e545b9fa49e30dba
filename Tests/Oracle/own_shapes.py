"""Asks tally for own.py, and makes the same shape of its JSON, its CSV and what its SQL gives."""
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys

import own_tables

FIGURE = ["low", "high", "unknown", "base", "base_low", "settled", "of_known", "known", "known_of", "open_low", "open_high",
          "sure", "exists"]
NAMES = ["id", "sid", "site", "sites"]  # which may be digits
REFUSED = re.compile(r"^[^\n:]*:(\d+):\d+: error (\w+): .*", re.M)


class Tables:
    """The made tables as files, in front of one program."""

    def __init__(self, program, folder, world):
        self.program, self.folder, self.databases = program, folder, {}
        self.given = []
        for name, rows in world.named.items():
            path = os.path.join(folder, name + ".csv")
            own_tables.write(rows, path)
            self.given += ["--data", f"{name}={path}"]
        for link in own_tables.LINKS:
            self.given += ["--link", link + (" complete" if world.complete else "")]

    def ask(self, texts, way):
        """The answer of each question, in one session but for what is refused: that ends it, and another goes on."""
        answers = []
        while len(answers) < len(texts):
            rest = texts[len(answers):]
            got = subprocess.run([self.program, "--format", "csv" if way == "csv" else "ndjson", *self.given],
                                 input="\n".join(rest) + "\n", capture_output=True, text=True)
            found = (parted(got.stdout) if way == "csv" else [json.loads(line) for line in got.stdout.splitlines()])
            answers += found
            if len(found) == len(rest):
                break
            said = REFUSED.search(got.stderr)
            if not said or int(said.group(1)) != len(found) + 1:
                sys.exit(f"{len(rest)} questions, {len(found)} answers; the next was {rest[len(found)]}\n"
                         + got.stderr[-2000:])
            answers.append({"kind": "refused", "code": said.group(2), "message": said.group(0)[:300]})
        return answers

    def run(self, answer):
        """What the statement of an answer gives over an exported package, as an answer."""
        dialect = answer["dialect"]
        if "package" not in self.databases:
            package = os.path.join(self.folder, "package")
            subprocess.run([self.program, "export", "--package", package, *self.given], check=True, capture_output=True)
            self.databases["package"] = os.path.join(package, "data")
        if dialect not in self.databases:
            self.databases[dialect] = {"sqlite": in_sqlite, "duckdb": in_duckdb}[dialect](self.databases["package"])
        cursor = self.databases[dialect].execute(answer["code"])
        return shaped([part[0] for part in cursor.description], [list(row) for row in cursor.fetchall()])


def has_duckdb():
    try:
        import duckdb  # noqa: F401
    except ImportError:
        return False
    return True


TABLES = ["t", "u", "sites", "areas", "states"]


def in_sqlite(folder):
    database = sqlite3.connect(":memory:")
    for name in TABLES:
        with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            titles = next(rows)
            database.execute(f'CREATE TABLE "{name}" ({", ".join(f"{chr(34)}{title}{chr(34)} TEXT" for title in titles)})')
            database.executemany(f'INSERT INTO "{name}" VALUES ({",".join("?" * len(titles))})', rows)
    return database


def in_duckdb(folder):
    import duckdb
    database = duckdb.connect()
    for name in TABLES:
        path = os.path.join(folder, name + ".csv")
        database.execute(f"CREATE TABLE {name} AS FROM read_csv('{path}', all_varchar = true)")
    return database


def parted(text):
    """The answers of a session in CSV: each begins with its titles, of which the last is `query`."""
    answers = []
    for row in csv.reader(text.splitlines()):
        if row[-1] == "query" and "as_of" in row:
            answers.append((row, []))
        else:
            answers[-1][1].append(row)
    found = []
    for titles, rows in answers:
        kept = [at for at in range(titles.index("as_of")) if titles[0] != "low" or titles[at] in FIGURE]
        one = shaped([titles[at] for at in kept], [[row[at] if titles[at] in NAMES else worded(row[at]) for at in kept] for row in rows])
        if rows and "possible_more" in titles:
            one["possible_more"] = int(rows[0][titles.index("possible_more")])
        found.append(one)
    return found


def worded(cell):
    if cell == "":
        return None
    return float(cell) if re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", cell) else cell


def shaped(titles, rows):
    """Titles and rows as an answer: NAME_low and what follows are a figure, NAME_unknown says that a number is not."""
    columns, at = [], 0
    while at < len(titles):
        title, start, front = titles[at], at, None
        at += 1
        if title == "low" or title.endswith("_low"):
            front = title[:-3]
            while (at < len(titles) and titles[at].startswith(front) and titles[at][len(front):] in FIGURE
                   and titles[at] not in titles[start:at]):
                at += 1
        else:
            at += at < len(titles) and titles[at] == title + "_unknown"
        columns.append((front, start, at))

    def cell(row, front, start, end):
        if front is None:
            value = row[start]
            return int(value) if isinstance(value, float) and value == int(value) else value
        return {title[len(front):]: None if value == "unknown" else value
                for title, value in zip(titles[start:end], row[start:end])}
    if columns[0][0] == "" and len(rows) == 1:
        return dict(cell(rows[0], *columns[0]), kind="figure")
    return {"kind": "groups", "rows": [[cell(row, *column) for column in columns] for row in rows],
            "columns": [{"name": titles[start] if front is None else front[:-1] or "count"}
                        for front, start, _ in columns]}
