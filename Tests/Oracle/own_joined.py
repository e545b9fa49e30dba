"""Questions of own.py through a row's own link to the rows beside it, as `count of site.(u where …)`: several of
them in one table, over sets which narrow each other; see own_asked.py.

The number of a row whose link is unknown is any of the numbers that it may lead to, from the least low to the greatest
high, and not known where one of those is not known. Where lists may lack rows a count has no upper end, and a sum,
mean, … of linked rows is not known.
"""
from fractions import Fraction
from math import inf

import own_columns
import own_made
from own_asked import AGGREGATES, crossed, keyed, several
from own_linked import added_once, plain_subset, site_set, tighter
from own_made import (add_up, both, count_of, least_mean, least_middle, number_of, ordered, share_of, subset, values)
from own_tables import linked

NUMBERS = {"t": ["n", "m", "rate", "few", "loss", "wide", "i257", "cents", "i65537", "big"],
           "u": ["cost", "fee"], "sites": ["size", "code"]}
MEANS = ["average", "min", "max", "median"]
ABSENT = "none"  # the mean of no rows: it does not apply, and is not unknown


class Way:
    """A way from rows to rows: `site.t` from rows of t or u, `site.area.sites`, `t` from sites."""

    def __init__(self, world, start, path, link, owners, inner):
        self.world, self.start, self.path, self.link, self.inner = world, start, path, link, inner
        self.owners = world.named[owners]

    def number(self, word, field, text, truth):
        """What a row's number is called, and what it is: (low, high), None or ABSENT."""
        members = linked(self.world.named[self.inner], "area" if self.inner == "sites" else "site", self.owners, truth)
        found = {owner: self.figure(word, field, here) for owner, here in members.items()}
        anything = list(found.values())
        # Where one of them may not apply, tally leaves it open, also where that holds of all.
        is_open = None in anything or ABSENT in anything
        anywhere = None if is_open else (min(low for low, _ in anything), max(high for _, high in anything))
        quoted = text if text == self.inner else f"({text})"
        named = f"{word}{'' if word == 'count' else ' ' + field} of {self.path}{quoted}"
        if not self.path:
            return named, lambda row: found[row["id"]]
        return named, lambda row: anywhere if row[self.link] is None else found[row[self.link]]

    def figure(self, word, field, members):
        if word == "count":
            one = count_of(members)
            return one["low"], one["high"] if self.world.complete else inf
        if not self.world.complete:
            return None
        if word != "sum" and not members:
            return ABSENT
        if word != "sum" and not any(sure for _, sure in members):
            return None
        if any(row[field] is None for row, _ in members):  # Over the known alone it is no number to go on with.
            return None
        one = number_of(word, lambda row: own_made.exactly(row[field]), members)
        return None if one["low"] is None else (one["low"], one["high"])

    def conditions(self, chance):
        return {"t": own_made.leaf, "u": own_columns.visit_leaf, "sites": own_columns.site_leaf}[self.inner](chance)


def way(chance, world):
    return Way(world, *chance.choice(
        [("t", "site.", "site", "sites", "t")] * 4 + [("t", "site.", "site", "sites", "u")] * 4
        + [("u", "site.", "site", "sites", "t")] * 4 + [("u", "site.", "site", "sites", "u")] * 2
        + [("t", "site.area.", "site.area", "areas", "sites"), ("u", "site.area.", "site.area", "areas", "sites"),
           ("sites", "area.", "area", "areas", "sites"), ("areas", "", None, "areas", "sites"),
           ("sites", "", None, "sites", "t"), ("sites", "", None, "sites", "u"), ("sites", "", None, "sites", "u")]))


def subjects(chance, world, name, groups=True):
    """A set of rows to ask of, whether a row is in it, and what it may be grouped by."""
    if name == "sites":
        text, truth = site_set(chance, world)
        text, truth = (text, truth) if chance.random() < 0.7 else ("sites", lambda row: True)
        dims = [("sort", lambda row: row["sort"], own_made.plain), ("public", lambda row: row["public"], own_made.plain),
                ("area.zone", lambda row: row["area.zone"], own_made.plain)]
    elif name == "areas":
        text, truth = chance.choice([("areas", lambda row: True), ("areas where wet", lambda row: row["wet"]),
                                     ("areas where height > 10", ordered("height", ">", 10)[1])])
        dims = [("zone", lambda row: row["zone"], own_made.plain), ("wet", lambda row: row["wet"], own_made.plain)]
    elif name == "u":
        text, truth, _ = plain_subset(chance, "u")
        dims = [(one, lambda row, one=one: row[one], own_made.plain) for one in ("tone", "sure", "done", "site.sort", "site")]
        dims += [("year", lambda row: row["year"], own_made.number)]
    else:
        text, truth = subset(chance)
        return text, truth, several(chance, chance.choice([1, 1, 2]))
    return text, truth, chance.sample(dims, chance.choice([1, 1, 2]))


def narrowing(chance, way):
    """A set of linked rows after another: the whole list, then conditions of which each may be asked with one more."""
    parts = []
    sets = []
    for _ in range(4):
        if chance.random() < 0.6 or not parts:
            parts = parts + [way.conditions(chance)]
        if chance.random() < 0.15:
            parts = []
        sets.append(list(parts))
    if chance.random() < 0.2:
        chance.shuffle(sets)
    return sets


def asked_set(way, parts):
    text = " and ".join(part[0] for part in parts)

    def truth(row):
        found = True
        for part in parts:
            found = both(found, part[1](row))
        return found
    return f"{way.inner} where {text}" if parts else way.inner, truth


def linked_number(chance, way, parts):
    """`count of site.(u where …)` or the same of a sum, which often asks for rows whose value is known alone."""
    word = chance.choice(["count", "count", "count", "sum", "sum", "sum", "average", "min", "max", "median"])
    field = chance.choice(NUMBERS[way.inner])
    if word != "count" and chance.random() < 0.6:
        parts = parts + [(f"{field} is known", lambda row: row[field] is not None)]
    text, truth = asked_set(way, parts)
    return way.number(word, field, text, truth), (word, field, truth)


def of_ends(word, members):
    """Sum, average, … of numbers with ends over MEMBERS, which are (number, whether for certain)."""
    found = [(*number, sure) for number, sure in members if number is not None and number != ABSENT]
    missing = sum(1 for number, _ in members if number is None)
    if word == "sum":
        if any(high == inf for _, high, _ in found):
            low = sum(low if sure else min(0, low) for low, _, sure in found)
            return {"low": None if missing else low, "high": None}
        return add_up(found, missing)
    if any(high == inf for _, high, _ in found):
        return {"low": None, "high": None}
    sure, open_ = [one for one in found if one[2]], [one for one in found if not one[2]]
    if not sure and open_:
        return {"low": min(one[0] for one in open_), "high": max(one[1] for one in open_), "if any": True}
    if not sure:
        return {"low": None, "high": None}
    lows, more_lows = sorted(one[0] for one in sure), sorted(one[0] for one in open_)
    highs, more_highs = sorted(-one[1] for one in sure), sorted(-one[1] for one in open_)
    if word == "min":
        return {"low": min(lows + more_lows), "high": -max(highs)}
    if word == "max":
        return {"low": max(lows), "high": -min(highs + more_highs)}
    least = least_mean if word == "average" else least_middle
    return {"low": least(lows, more_lows), "high": -least(highs, more_highs)}


def narrowed(members, truth):
    found = [(row, sure, truth(row)) for row, sure in members]
    return [(row, sure and value is True) for row, sure, value in found if value is not False]


def own_leaf(chance, name):
    return {"t": own_made.leaf, "u": own_columns.visit_leaf, "sites": own_columns.site_leaf,
            "areas": lambda chance: chance.choice([("wet", lambda row: row["wet"]), ordered("height", ">", 8)])}[name](chance)


def joined_measure(chance, way, parts):
    """A measure of a table: its text, and its figure over members."""
    if chance.random() < 0.15:  # one of the rows' own
        if chance.random() < 0.5 or way.start != "t":
            return "count", count_of
        field, value = values(chance)
        return f"sum {field}", lambda members: number_of("sum", value, members)
    (name, number), (word, field, inside) = linked_number(chance, way, parts)
    where = own_leaf(chance, way.start) if chance.random() < 0.25 else None
    tail = f" where {where[0]}" if where else ""
    within = (lambda members: narrowed(members, where[1])) if where else lambda members: members
    if chance.random() < 0.12:
        limit = chance.choice([0, 1, 3, 10, 100])
        return f"share where {name} > {limit}", lambda members: share_of(members, above(number, limit))
    outer = chance.choice(["sum", "sum", "sum", "sum"] + AGGREGATES if word in ("count", "sum") else MEANS)

    return f"{outer} ({name}){tail}", lambda members: outer_figure(way, outer, word, field, inside, number, within(members))


def outer_figure(way, outer, word, field, inside, number, here):
    """Sum, average, … of the numbers of rows. From sites down, what a sum adds up is bounded in two ways."""
    numbers = [(number(row), sure) for row, sure in here]
    one = dict(of_ends(outer, numbers), unknown=sum(1 for _, sure in here if not sure),
               known=sum(1 for one, _ in numbers if one is not None and one != ABSENT and one[1] != inf))
    is_sure = all(sure and number(row) is not None for row, sure in here)
    if (not way.path and (outer == "sum" or outer == "average" and is_sure) and word in ("count", "sum")
            and way.world.complete and one["low"] is not None):
        once = added_once(way.world.named[way.inner], "area" if way.inner == "sites" else "site", inside, here,
                          None if word == "count" else field)
        count = 1 if outer == "sum" else len(here)
        one.update(tighter(one, {end: Fraction(once[end]) / count for end in ("low", "high")}))
    return one


def above(number, limit):
    def truth(row):
        one = number(row)
        if one is None or one == ABSENT:
            return one if one is None else False
        return True if one[0] > limit else False if one[1] <= limit else None
    return truth


def split(rows, dims, truth):
    members, base = {}, {}
    for row in rows:
        key = tuple(dim[1](row) for dim in dims)
        base[key] = base.get(key, 0) + 1
        members.setdefault(key, [])
        value = truth(row)
        if value is not False:
            members[key].append((row, value is True))
    return members, base


def joined(chance, world):
    """`table t by kind with sum (count of site.(u where …)) named c0, sum (sum fee of site.(u where … and …)) named c1`."""
    own = way(chance, world)
    text, truth, dims = subjects(chance, world, own.start)
    measures = [joined_measure(chance, own, parts) for parts in narrowing(chance, own)[:chance.choice([1, 2, 2, 3, 4])]]
    by = ", ".join(dim[0] for dim in dims)
    members, base = split(world.named[own.start], dims, truth)
    if len(dims) > 1 and len(measures) == 1 and len({key[-1] for key in base}) < 50:
        asked = f"table {text} by {', '.join(dim[0] for dim in dims[:-1])} across {dims[-1][0]} with {measures[0][0]}"
        expected = {key[:-1] + (last,): [dict({"base": base.get(key[:-1] + (last,), 0)},
                                              **measures[0][1](members.get(key[:-1] + (last,), [])))]
                    for key in base for last in {key[-1] for key in base}}
        return asked, expected, lambda answer: crossed(answer, dims)
    asked = f"table {text} by {by} with " + ", ".join(f"{one[0]} named c{at}" for at, one in enumerate(measures))
    expected = {key: [dict({"base": base[key]}, **one[1](here)) for one in measures] for key, here in members.items()}
    if chance.random() < 0.7:
        return asked, expected, lambda answer: keyed(answer, dims)
    whole = [one for here in members.values() for one in here]
    expected["total"] = [dict({"base": sum(base.values())}, **one[1](whole)) for one in measures]
    return asked + " | total", expected, \
        lambda answer: dict(keyed(answer, dims), total=answer["total"][len(dims):])
