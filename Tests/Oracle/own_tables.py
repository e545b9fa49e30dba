"""The made tables of own.py: areas, the sites in them, and rows of t and of u that lead to sites. A row is a
dictionary; None is unknown.

A cell `sid` or `aid` is an id, empty, or an id that no row has: in the last two cases the link is unknown,
and so is whatever is read through it. `t.st` leads to the states of the record in the same way. The columns of CODES
have so many distinct values, on both sides of what a byte and two bytes can number: texts in c255, c256 and so on,
whole numbers in i255, i256 and so on.
"""
import csv
from fractions import Fraction

import own_decimal

KINDS = ["oak", "elm", "ash", "fir", "yew", "box"]
PLACES = [f"{a}{b}{c}" for a in ("Nor", "Sur", "Est", "Oue") for b in ("d", "l", "t") for c in
          ("bury", "field", "ham", "ton", "wick")]
SORTS = ["jail", "farm", "camp", "yard"]
ZONES = ["hill", "dale", "moor"]
STATES = ["AL", "CA", "NM", "TX", "WY"]
CODES = [255, 256, 257, 65_535, 65_536, 65_537]
LINKS = ["t.sid to sites.id as site", "u.sid to sites.id as site", "sites.aid to areas.id as area",
         "t.st to states.code as state"]


class World:
    """The tables, and whether their lists are complete."""

    def __init__(self, count, chance, lost, sites, complete, numbers=False, ordered=False):
        self.areas = make_areas(8, chance)
        self.sites = make_sites(sites, chance, self.areas)
        if numbers:  # Sites are called by whole numbers, which are names.
            for site in self.sites:
                site["id"] = str(site["code"] * 7 + 1)
        self.gone = ["1000000", "999999"] if numbers else ["gone", "lost"]
        self.rows = make_rows(count, chance, self.sites, lost, self.gone)
        if ordered:
            put_in_order(self.rows)
        self.visits = make_visits(min(count, 200 + count // 8), chance, self.sites, lost, self.gone)
        self.complete = complete
        self.named = {"t": self.rows, "u": self.visits, "sites": self.sites, "areas": self.areas}

    def members(self, truth):
        """Per site the rows of t that truth does not exclude, as (row, whether for certain)."""
        return linked(self.rows, "site", self.sites, truth)


def linked(rows, link, owners, truth):
    """Per owner the rows that truth does not exclude and that lead or may lead to it, as (row, whether for certain)."""
    found, anywhere = {owner["id"]: [] for owner in owners}, []
    for row in rows:
        value = truth(row)
        if value is not False:
            if row[link] is None:
                anywhere.append((row, False))
            else:
                found[row[link]].append((row, value is True))
    return {owner: here + anywhere for owner, here in found.items()}


def maybe(chance, percent, value):
    return None if chance.random() * 100 < percent else value


def make_areas(count, chance):
    return [{"id": f"a{at}", "zone": maybe(chance, 20, chance.choice(ZONES)),
             "height": maybe(chance, 20, chance.randrange(-5, 30)), "wet": maybe(chance, 25, chance.random() < 0.5)}
            for at in range(count)]


def reached(row, link, target, names):
    """Adds to a row what is read through a link: unknown where the link is."""
    row[link] = target["id"] if target else None
    for name in names:
        row[f"{link}.{name}"] = target[name] if target else None


def make_sites(count, chance, areas):
    sites = []
    for at in range(count):
        area = maybe(chance, 12, chance.choice(areas[:-1]))
        sites.append({"id": f"s{at:03}", "sort": maybe(chance, 12, chance.choice(SORTS)),
                      "size": maybe(chance, 15, chance.randrange(-20, 80)),
                      "public": maybe(chance, 20, chance.random() < 0.5), "code": at,
                      "aid": area["id"] if area else chance.choice([None, "nowhere"])})
        reached(sites[-1], "area", area, ("zone", "height", "wet"))
    return sites


THROUGH = ("sort", "size", "public", "area", "area.zone", "area.height", "area.wet")


def make_rows(count, chance, sites, lost, gone):
    """COUNT rows of t, of which LOST in a hundred lead to no known site; some sites have no row."""
    used = [site for site in sites if site["code"] % 7 != 3]
    rows = []
    for at in range(count):
        site = maybe(chance, lost, chance.choice(used))
        if site and chance.random() < 0.5:
            site = used[min(int(chance.expovariate(0.4)), len(used) - 1)]
        sid = site["id"] if site else chance.choice([None, *gone])
        day = f"20{chance.randrange(10, 24):02}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        st = chance.choice(STATES + [None, "ZZ"])
        row = {
            "at": at, "kind": chance.choice(KINDS), "place": maybe(chance, 3, chance.choice(PLACES)),
            "open": maybe(chance, 20, chance.random() < 0.5), "paid": maybe(chance, 5, chance.random() < 0.2),
            "full": chance.random() < 0.7, "n": chance.randrange(0, 5000),
            "m": maybe(chance, 4, chance.randrange(-300, 300)), "year": chance.randrange(2000, 2012),
            # Quarters, so that sums of them are exact.
            "rate": maybe(chance, 2, chance.randrange(0, 4000) / 4), "few": chance.randrange(0, 40),
            "big": chance.randrange(-10**13, 10**13),
            "day": maybe(chance, 1, day), "sid": sid, "st": st, "state": st if st in STATES else None}
        edges(row, at)
        reached(row, "site", site, THROUGH)
        rows.append(row)
    return rows


ORDERED = [("day",), ("year",), ("rate",), ("kind",), ("since",), ("m",), ("c256",), ("i65536",), ("st", "state"),
           ("sid", "site", *(f"site.{name}" for name in THROUGH))]


def put_in_order(rows):
    """Puts the values of some columns in order, each column for itself; rows without one stay so. Every other
    column falls."""
    for at, names in enumerate(ORDERED):
        valued = [row for row in rows if row[names[0]] is not None]
        values = sorted((tuple(row[name] for name in names) for row in valued),
                        key=lambda value: value[0], reverse=at % 2 == 1)
        for row, value in zip(valued, values):
            row.update(zip(names, value))


def edges(row, at):
    """Columns at the ends of what a column can be: all unknown, wide, negative, of cents, of early days, of codes."""
    mixed = at * 7919
    row["void"] = None
    own_decimal.cells(row, at, mixed)
    row["wide"] = None if at % 31 == 7 else mixed * 7_368_787_011 % (2 * 10**15 - 1) - 10**15 + 1
    row["loss"] = None if at % 17 == 3 else -1 - mixed % 1_000_000
    row["cents"] = None if at % 41 == 5 else (mixed % 200_001 - 100_000) / 100
    row["since"] = None if at % 23 == 9 else f"{1880 + mixed % 220}-{1 + mixed % 12:02}-{1 + mixed % 28:02}"
    for code in CODES:
        place = mixed % code
        row[f"c{code}"] = None if code % 2 and at % 53 == 11 else f"w{place}"
        row[f"i{code}"] = None if code % 256 == 0 and at % 59 == 13 else place - (code // 2 if code == 257 else 0)


def make_visits(count, chance, sites, lost, gone):
    """COUNT rows of u, which lead to sites as those of t do."""
    rows = []
    for at in range(count):
        site = maybe(chance, lost, chance.choice(sites[:-10]))
        row = {"vid": at, "tone": maybe(chance, 5, chance.choice(["mild", "loud", "dull"])),
               "sure": maybe(chance, 20, chance.random() < 0.6), "done": chance.random() < 0.5,
               "cost": maybe(chance, 8, chance.randrange(-50, 50)), "fee": chance.randrange(0, 900),
               "year": chance.randrange(2000, 2012), "sid": site["id"] if site else chance.choice([None, gone[0]])}
        reached(row, "site", site, THROUGH)
        rows.append(row)
    return rows


def write(rows, path):
    def text(value):
        kind = value.__class__
        if kind is int or kind is str:
            return value
        if kind is Fraction:
            return own_decimal.text(value)
        return "" if value is None else f"{value:.2f}" if kind is float else "yes" if value else "no"
    names = [name for name in rows[0] if "." not in name and name not in ("site", "area", "state")]
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(names)
        for row in rows:
            out.writerow([text(row[name]) for name in names])
