#!/usr/bin/env python3
"""Random questions over a long made table of one's own, against plain Python over the same cells.

    own.py --tally BINARY [--seed N] [--count N] [--rows N]

Makes a CSV of ROWS rows (70,000: long enough for the one pass over columns) with yes/no columns, texts,
whole numbers, decimals and dates, of which some are unknown, asks tally COUNT random questions in one
session, each twice, so that what is kept of the first is used by the second, and prints every answer
that differs from a row-by-row computation in three values. Exit 1 where there is one.
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

KINDS = ["oak", "elm", "ash", "fir", "yew", "box"]
PLACES = [f"{a}{b}{c}" for a in ("Nor", "Sur", "Est", "Oue") for b in ("d", "l", "t") for c in
          ("bury", "field", "ham", "ton", "wick")]


def make_rows(count, chance):
    """Rows as cells; None is unknown."""
    def maybe(percent, value):
        return None if chance.random() * 100 < percent else value
    rows = []
    for at in range(count):
        rows.append({
            "kind": chance.choice(KINDS), "place": maybe(3, chance.choice(PLACES)),
            "open": maybe(20, chance.random() < 0.5), "paid": maybe(5, chance.random() < 0.2),
            "full": chance.random() < 0.7, "n": chance.randrange(0, 5000),
            "m": maybe(4, chance.randrange(-300, 300)), "year": chance.randrange(2000, 2012),
            "rate": maybe(2, Fraction(chance.randrange(0, 100000), 100)),
            "day": f"20{chance.randrange(10, 24):02}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"})
    return rows


def write(rows, path):
    def text(name, value):
        if value is None:
            return "" if name == "place" else "NA"
        if isinstance(value, bool):
            return "yes" if value else "no"
        return f"{float(value):.2f}" if isinstance(value, Fraction) else str(value)
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(rows[0])
        for row in rows:
            out.writerow([text(name, value) for name, value in row.items()])


# ------------------------------------------------------------------ conditions

def leaf(chance):
    """A condition: its text and a function from a row to True, False or None."""
    def order(name, mark, number):
        return lambda row: None if row[name] is None else eval_order(row[name], mark, number)
    which = chance.randrange(12)
    if which < 3:
        name = chance.choice(["open", "paid", "full"])
        return name, lambda row: row[name]
    if which == 3:
        name = chance.choice(["open", "paid"])
        return f"{name} is unknown", lambda row: row[name] is None
    if which == 4:
        name = chance.choice(["open", "paid"])
        return f"certainly {name}", lambda row: row[name] is True
    if which == 5:
        name, mark, number = "n", chance.choice(["<", ">", "<=", ">="]), chance.randrange(0, 5000)
        return f"{name} {mark} {number}", order(name, mark, number)
    if which == 6:
        mark, number = chance.choice(["<", ">="]), chance.randrange(-300, 300)
        return f"m {mark} {number}", order("m", mark, number)
    if which == 7:
        low = chance.randrange(2000, 2010)
        return f"year between {low} and {low + 2}", lambda row: low <= row["year"] <= low + 2
    if which == 8:
        word = chance.choice(KINDS)
        return f'kind is "{word}"', lambda row: row["kind"] == word
    if which == 9:
        part = chance.choice(["bury", "or", "u", "wick", "Est"])
        return (f'place contains "{part}"',
                lambda row: None if row["place"] is None else part.lower() in row["place"].lower())
    if which == 10:
        year = str(chance.randrange(2010, 2024))
        return f"day is {year}", lambda row: row["day"][:4] == year
    name = chance.choice(["m", "rate", "place"])
    return f"{name} is known", lambda row: row[name] is not None


def eval_order(value, mark, number):
    return {"<": value < number, ">": value > number, "<=": value <= number, ">=": value >= number}[mark]


def condition(chance, depth=2):
    if depth == 0 or chance.random() < 0.4:
        text, truth = leaf(chance)
        if chance.random() < 0.2:
            return f"not ({text})", lambda row: None if truth(row) is None else not truth(row)
        return text, truth
    parts = [condition(chance, depth - 1) for _ in range(chance.choice([2, 2, 3]))]
    word = chance.choice(["and", "or"])
    text = f" {word} ".join(f"({part[0]})" for part in parts)

    def joined(row):
        found = [part[1](row) for part in parts]
        decisive = word == "or"
        return decisive if decisive in found else None if None in found else not decisive
    return text, joined


# ------------------------------------------------------------------ figures

def figure_of(measure, members, base):
    """What a measure must be: members are (row, whether for certain)."""
    word, value, where = measure
    if where:
        members = [(row, sure and where[1](row) is True) for row, sure in members
                   if where[1](row) is not False] if word != "share" else members
    got = {"base": base}
    if word == "count":
        sure = sum(1 for _, is_sure in members if is_sure)
        return dict(got, low=sure, high=len(members), unknown=len(members) - sure)
    if word == "share":
        return share_of(members, where[1])
    sure = [row[value] for row, is_sure in members if is_sure and row[value] is not None]
    open_ = [row[value] for row, is_sure in members if not is_sure and row[value] is not None]
    missing = sum(1 for row, _ in members if row[value] is None)
    if word == "sum":
        ends = (sum(sure) + sum(min(0, v) for v in open_), sum(sure) + sum(max(0, v) for v in open_))
        names = ("open_low", "open_high") if missing else ("low", "high")
        return dict(got, **dict(zip(names, ends)), known=len(sure) + len(open_))
    if not sure:
        return None
    if word == "average":
        return dict(got, low=least_mean(sure, open_),
                    high=-least_mean([-v for v in sure], [-v for v in open_]))
    if word == "min":
        return dict(got, low=min(sure + open_), high=min(sure))
    if word == "max":
        return dict(got, low=max(sure), high=max(sure + open_))
    if open_:
        return None
    ordered = sorted(sure)
    middle = Fraction(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2], 2)
    return dict(got, low=middle, high=middle)


def least_mean(sure, open_):
    total, count = Fraction(sum(sure)), len(sure)
    for value in sorted(open_):
        if value * count >= total:
            break
        total, count = total + value, count + 1
    return total / count


def share_of(members, truth):
    cells = {}
    for row, sure in members:
        key = (sure, truth(row))
        cells[key] = cells.get(key, 0) + 1
    yy, yn, yu = (cells.get((True, value), 0) for value in (True, False, None))
    uy, un, uu = (cells.get((False, value), 0) for value in (True, False, None))
    if yy + yn + yu == 0:
        return None
    return {"low": Fraction(yy, yy + yn + yu + un + uu), "high": Fraction(
        yy + yu + uy + uu, yy + yu + uy + uu + yn)}


# ------------------------------------------------------------------ questions

def measure(chance):
    which = chance.random()
    where = condition(chance, 1) if chance.random() < 0.4 else None
    if which < 0.3:
        return "count", None, where
    if which < 0.4:
        return "share", None, where or condition(chance, 1)
    return chance.choice(["sum", "sum", "average", "min", "max", "median"]), chance.choice(
        ["n", "m", "year", "rate"]), where


def text_of(measure):
    word, value, where = measure
    return " ".join([word] + ([value] if value else []) + (["where " + where[0]] if where else []))


def question(chance, rows):
    where = condition(chance) if chance.random() < 0.6 else None
    keys = chance.choice([[], [], ["kind"], ["place"], ["year"], ["kind", "full"], ["open"], ["year", "kind"]])
    members, base = [], {}
    for row in rows:
        key = tuple(row[name] for name in keys)
        base[key] = base.get(key, 0) + 1
        truth = where[1](row) if where else True
        if truth is not False:
            members.append((key, row, truth is True))
    measures = [measure(chance) for _ in range(chance.choice([1, 1, 2, 3]) if keys else 1)]
    groups = {key: [] for key in base}
    for key, row, sure in members:
        groups[key].append((row, sure))
    expected = {key: [figure_of(one, groups[key], base[key]) for one in measures] for key in base}
    filtered = " where " + where[0] if where else ""
    if keys:
        named = ", ".join(f"{text_of(one)} named c{at}" for at, one in enumerate(measures))
        return f"table t{filtered} by {', '.join(keys)} with {named}", expected
    word, value, own = measures[0]
    if word == "share":
        return f"share where {own[0]} among t{filtered}", expected
    conditions = [part[0] for part in (where, own) if part]
    both = " and ".join(f"({part})" for part in conditions)
    asked = f"{word}{' ' + value + ' of' if value else ''} t" + (f" where {both}" if both else "")
    return asked, expected


def key_of(cells):
    def plain(cell):
        if isinstance(cell, dict):
            return None
        return {"yes": True, "no": False, "unknown": None, "not known": None}.get(cell, cell)
    return tuple(plain(cell) for cell in cells)


def differences(expected, answer):
    if "low" in answer or answer.get("kind") == "figure":
        found = {(): [answer]}
    else:
        keys = sum(1 for column in answer["columns"] if column["type"] != "figure")
        found = {key_of(row[:keys]): row[keys:] for row in answer["rows"]}
    if set(map(str, expected)) != set(map(str, found)):
        return [f"groups {sorted(map(str, expected))[:9]} but {sorted(map(str, found))[:9]}"]
    found = {str(key): figures for key, figures in found.items()}
    wrong = []
    for key, figures in expected.items():
        for at, (want, got) in enumerate(zip(figures, found[str(key)])):
            for name, value in (want or {}).items():
                have = got.get(name)
                if have is None or abs(float(value) - have) > 1e-9 * max(1, abs(have)):
                    wrong.append(f"{key} number {at}: {name} is {have}, must be {float(value)}")
            if want and "open_low" in want and (got["low"] is not None or got["high"] is not None):
                wrong.append(f"{key} number {at}: a sum that lacks values has an end")
    return wrong


def answers(binary, path, questions):
    got = subprocess.run([binary, "--format", "json", "--data", f"t={path}"], input="\n".join(questions) + "\n",
                         capture_output=True, text=True)
    # Notes on the questions go there too.
    if "error" in got.stderr:
        print(got.stderr[:2000], file=sys.stderr)
    decoder, at, found = json.JSONDecoder(), 0, []
    text = got.stdout.strip()
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        found.append(value)
        at = end + len(text[end:]) - len(text[end:].lstrip())
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tally", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--rows", type=int, default=70_000)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    rows = make_rows(options.rows, chance)
    made = [question(chance, rows) for _ in range(options.count)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.csv")
        write(rows, path)
        texts = [text for text, _ in made for _ in range(2)]
        found = answers(options.tally, path, texts)
    if len(found) != len(texts):
        sys.exit(f"{len(texts)} questions, {len(found)} answers")
    count = 0
    for at, answer in enumerate(found):
        text, expected = made[at // 2]
        wrong = differences(expected, answer)
        if wrong:
            count += 1
            print(f"{text}   (asked the {'first' if at % 2 == 0 else 'second'} time)")
            for line in wrong[:4]:
                print("   ", line)
    print(f"{len(made)} questions, each asked twice: {count} answers differ")
    sys.exit(1 if count else 0)


main()
