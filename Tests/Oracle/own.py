#!/usr/bin/env python3
"""Random questions over two linked made tables, t and sites, against plain Python over the same cells.

    own.py --tally BINARY [--seed N] [--count N] [--rows N] [--incomplete] [--only WORD] [--keep FOLDER]

t has ROWS rows (70,000: long enough for the one pass over columns; 5,000 takes the other way), sites 60.
tally is asked COUNT random questions in one session, each twice, in random order, among plain counts by a
field, so that what is kept of one is used by the other. Every answer that differs from a computation row
by row in three values is printed; exit 1 where there is one. `--incomplete` declares the link without
`complete`, `--only` asks one family: groups, across, percent, stages, top, ranked, listed, linked,
shown, through, nested, known, compared, running. own_made.py makes the tables and says what conditions and
figures mean, own_asked.py and own_linked.py ask.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

import own_asked
import own_linked
import own_made


class World:
    """The two tables, and whether the list of t is complete."""

    def __init__(self, rows, sites, complete):
        self.rows, self.sites, self.complete = rows, sites, complete

    def members(self, truth):
        """Per site the rows that truth does not exclude, as (row, whether for certain)."""
        found, anywhere = {site["id"]: [] for site in self.sites}, []
        for row in self.rows:
            value = truth(row)
            if value is not False:
                if row["site"] is None:
                    anywhere.append((row, False))
                else:
                    found[row["site"]].append((row, value is True))
        return {site: here + anywhere for site, here in found.items()}


def differences(expected, found):
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
                if value is None or have is None:
                    same = value is None and have is None
                else:
                    same = abs(float(value) - have) <= 1e-9 * max(1, abs(have))
                if not same:
                    wrong.append(f"{key} number {at}: {name} is {have}, must be "
                                 f"{None if value is None else float(value)}")
    return wrong


FAMILIES = {"groups": own_asked.groups, "across": own_asked.across, "percent": own_asked.percent, "stages": own_asked.stages,
            "top": own_asked.top, "ranked": own_asked.ranked, "listed": own_asked.listed, "linked": own_linked.linked,
            "known": own_asked.known, "compared": own_asked.compared, "running": own_asked.running, "shown": own_linked.shown, "through": own_linked.through, "nested": own_linked.nested}


def ask(binary, tables, link, texts):
    given = [part for name, path in tables for part in ("--data", f"{name}={path}")]
    got = subprocess.run([binary, "--format", "ndjson", *given, "--link", link], input="\n".join(texts) + "\n",
                         capture_output=True, text=True)
    if "error" in got.stderr:
        print(got.stderr[:2000], file=sys.stderr)
    return [json.loads(line) for line in got.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tally", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--rows", type=int, default=70_000)
    parser.add_argument("--lost", type=float, default=2, help="per cent of rows that lead to no known site")
    parser.add_argument("--incomplete", action="store_true")
    parser.add_argument("--only", choices=FAMILIES)
    parser.add_argument("--keep", help="a folder for the tables, which then stay")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    sites = own_made.make_sites(60, chance)
    world = World(own_made.make_rows(options.rows, chance, sites, options.lost), sites, not options.incomplete)
    families = [FAMILIES[options.only]] if options.only else list(FAMILIES.values())
    made = [families[at % len(families)](chance, world) for at in range(options.count)]
    order = [one for one in made for _ in range(2)]
    order += [(f"count t by {name}", None, None) for name in ("kind", "site", "site.sort", "sid", "year", "full, kind")]
    chance.shuffle(order)
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or folder
        tables = [("t", os.path.join(folder, "t.csv")), ("sites", os.path.join(folder, "sites.csv"))]
        own_made.write(world.rows, tables[0][1])
        own_made.write(sites, tables[1][1])
        link = "t.sid to sites.id as site" + ("" if options.incomplete else " complete")
        answers = ask(options.tally, tables, link, [one[0] for one in order])
    if len(answers) != len(order):
        sys.exit(f"{len(order)} questions, {len(answers)} answers; the next was {order[len(answers)][0]}")
    count, asked = 0, set()
    for (text, expected, read), answer in zip(order, answers):
        wrong = differences(expected, read(answer)) if read else []
        if wrong:
            count += 1
            print(f"{text}   (asked the {'second' if text in asked else 'first'} time)")
            for line in wrong[:4]:
                print("   ", line)
        asked.add(text)
    print(f"{len(made)} questions, each asked twice: {count} answers differ")
    sys.exit(1 if count else 0)


main()
