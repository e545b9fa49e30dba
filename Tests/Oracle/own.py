#!/usr/bin/env python3
"""Random questions over linked made tables, t and u to sites to areas, against plain Python over the same cells.

    own.py --tally BINARY [--seed N] [--count N] [--rows N] [--incomplete] [--only WORD] [--keep FOLDER]

t has ROWS rows (70,000: long enough for the one pass over columns; 5,000 takes the other way), u an eighth,
sites 60, areas 8. tally is asked COUNT random questions in one session, each twice, in random order, among plain
counts by a field, so that what is kept of one is used by the other; questions of the family `emitted` as SQL, run
by SQLite or DuckDB over an exported package, those of `written` as CSV. Every answer that differs from a computation
row by row in three values is printed, a decimal of up to fifteen digits if it differs at all; exit 1 where there is one. Refusals count as differences, but for those of
`sql`, which are listed by their codes. `--incomplete` declares the links without `complete`, `--only` asks one
family. own_tables.py makes the tables, own_made.py, own_columns.py and own_decimal.py say what conditions and figures mean,
own_asked.py, own_linked.py, own_ranks.py, own_joined.py,
own_ways.py, own_deep.py and own_pictured.py ask, own_shapes.py reads CSV and SQL.
"""
import argparse
import collections
import random
import sys
import tempfile
from fractions import Fraction

import own_asked
import own_decimal
import own_deep
import own_joined
import own_linked
import own_made
import own_pictured
import own_ranks
import own_shapes
import own_tables
import own_ways


def as_expected(key, expected):
    """A key with its whole numbers as text, where rows are called so: `--numbers` makes ids of sites numbers."""
    text = tuple(str(part) if type(part) is int else part for part in key) if isinstance(key, tuple) else key
    return text if key not in expected and text in expected else key


def differences(expected, found, way=None):
    """What differs; CSV and SQL have no numbers of what may not be, and do not say "if any"."""
    found = {as_expected(key, expected): value for key, value in found.items()}
    lost, new = [key for key in expected if key not in found], [key for key in found if key not in expected]
    if lost or new:
        return [f"not found: {lost[:5]} ({len(lost)}); found but not to be: {new[:5]} ({len(new)})"]
    wrong = []
    for key, figures in expected.items():
        if not isinstance(figures, list) or not figures or not isinstance(figures[0], dict):
            if figures != found[key]:
                wrong.append(f"{key}: {str(found[key])[:300]}, must be {str(figures)[:300]}")
            continue
        for at, (want, got) in enumerate(zip(figures, found[key])):
            for name, value in want.items():
                have = (got or {}).get(name)
                if way == "csv" and want.get("if any") and name in ("low", "high"):
                    value = None
                if name == "any":
                    same = True
                elif name == "if any":
                    same = way or (got or {}).get("exists") == "unknown"
                elif way == "csv" and name in ("known", "unknown") and name not in got:
                    same = True  # columns that are left out where all is known, and of what `add` makes
                elif value is None or have is None:
                    same = value is None and have is None
                elif isinstance(value, (int, Fraction)) and own_decimal.is_written(value):
                    same = float(value) == float(have)
                else:
                    same = abs(float(value) - have) <= 1e-9 * max(1, abs(have))
                if not same:
                    wrong.append(f"{key} number {at}: {name} is {have}, must be "
                                 f"{None if value is None else float(value)}")
    return wrong


def decimals(chance, world):
    """Any question, in which what can be is asked of decimals."""
    own_made.only_decimals = True
    try:
        return chance.choice(own_pictured.ASKED + [own_pictured.written, own_pictured.emitted, own_deep.added])(chance, world)
    finally:
        own_made.only_decimals = False


FAMILIES = {
    "decimals": decimals,
    "groups": own_asked.groups, "across": own_asked.across, "percent": own_asked.percent,
    "stages": own_asked.stages, "top": own_ranks.top, "ranked": own_ranks.ranked, "listed": own_asked.listed,
    "linked": own_linked.linked, "known": own_asked.known, "compared": own_asked.compared,
    "running": own_asked.running, "shown": own_linked.shown, "through": own_linked.through,
    "nested": own_linked.nested, "joined": own_joined.joined, "ways": own_ways.ways,
    "beside": own_ways.beside, "placed": own_ways.placed,
    "deep": own_deep.deep,
    "few": own_deep.few, "chained": own_deep.chained, "added": own_deep.added,
    "pictured": own_pictured.pictured, "mapped": own_pictured.mapped,
    "written": own_pictured.written, "emitted": own_pictured.emitted}


def mistakes(one, answer, tables):
    """What differs in an answer: of a question that is (text, expected, read) and maybe how it is asked."""
    text, expected, read, *way = one
    if answer.get("kind") == "refused":
        return [] if way == ["sql"] else [answer["message"]]
    try:
        if way == ["sql"]:
            answer = tables.run(answer)
        return differences(expected, read(answer), *way) if read else []
    except Exception as error:  # what cannot be read, or does not run, is a difference, whatever it raises
        return [f"{type(error).__name__}: {error}"[:600]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tally", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--rows", type=int, default=70_000)
    parser.add_argument("--lost", type=float, help="per cent of rows that lead to no known site; by default 2 or none")
    parser.add_argument("--sites", type=int, help="how many sites, by default 60 or about as many as a byte numbers")
    parser.add_argument("--numbers", action="store_true", help="sites have whole numbers as their keys")
    parser.add_argument("--incomplete", action="store_true")
    parser.add_argument("--ordered", action="store_true",
                        help="columns of t lie in order, which zone maps of 262,144 rows and more make use of")
    parser.add_argument("--only", choices=FAMILIES)
    parser.add_argument("--refused", action="store_true", help="prints what is refused as SQL")
    parser.add_argument("--keep", help="a folder for the tables, which then stay")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    shape = random.Random(options.seed * 7919)
    lost = shape.choice([2, 2, 0]) if options.lost is None else options.lost
    sites = options.sites or shape.choice([60, 60, 60, 255, 256, 257])
    world = own_tables.World(options.rows, chance, lost, sites, not options.incomplete, options.numbers,
                             options.ordered)
    every = list(FAMILIES.values())
    families = [FAMILIES[options.only]] if options.only else chance.sample(every, len(every))
    made = [families[at % len(families)](chance, world) for at in range(options.count)]
    order = [one for one in made for _ in range(1 if one[3:] else 2)]
    order += [(f"count t by {name}", None, None) for name in ("kind", "site", "site.sort", "sid", "year", "full, kind")]
    chance.shuffle(order)
    with tempfile.TemporaryDirectory() as folder:
        tables = own_shapes.Tables(options.tally, options.keep or folder, world)
        count, asked, refused = 0, set(), collections.Counter()
        for way in ("session", "csv", "sql"):
            ours = [one for one in order if (one[3:] or ("session",))[0] == way]
            for one, answer in zip(ours, tables.ask([one[0] for one in ours], way)):
                wrong = mistakes(one, answer, tables)
                refused.update([answer["code"]] if answer.get("kind") == "refused" else [])
                if options.refused and answer.get("kind") == "refused":
                    print(one[0], answer["message"], sep="\n    ")
                if wrong:
                    count += 1
                    print(f"{one[0]}   (asked the {'second' if one[0] in asked else 'first'} time, {way})")
                    for line in wrong[:4]:
                        print("   ", line)
                asked.add(one[0])
    if refused:
        print("refused: " + ", ".join(f"{code} {number}" for code, number in sorted(refused.items())))
    print(f"{len(made)} questions, each asked twice: {count} answers differ")
    sys.exit(1 if count else 0)


main()
