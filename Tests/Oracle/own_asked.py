"""Questions of own.py over the table t alone: each is its text, what must come out, and a reader that makes
the same of an answer. What must come out is {key: [figure, ...]}, or rows."""
from fractions import Fraction

import own_made
from own_tables import CODES
from own_made import condition, count_of, dimension, number_of, share, share_of, subset, values

WIDE = [f"{letter}{code}" for letter in "ci" for code in CODES] + ["cents", "since", "wide", "loss"]
AGGREGATES = ["sum", "sum", "average", "min", "max", "median"]


def keyed(answer, dims):
    if answer["kind"] == "figure" or answer["kind"] == "share":
        return {(): [answer]}
    return {tuple(dim[2](cell) for dim, cell in zip(dims, row)): row[len(dims):] for row in answer["rows"]}


def crossed(answer, dims):
    count = len(dims) - 1
    names = [column["name"] for column in answer["columns"][count:]]
    found = {}
    for row in answer["rows"]:
        for name, cell in zip(names, row[count:]):
            key = tuple(dim[2](cell) for dim, cell in zip(dims, row[:count])) + (dims[-1][2](name),)
            found[key] = [cell or {}]
    return found


def measure(chance):
    """A number of a table: its text, and what it is of (row, sure) members."""
    where = condition(chance, 1) if chance.random() < 0.4 else None
    which = chance.random()
    if which < 0.15:
        where = where or condition(chance, 1)
        return f"share where {where[0]}", lambda members: share_of(members, where[1])

    def within(members):
        if not where:
            return members
        found = [(row, sure, where[1](row)) for row, sure in members]
        return [(row, sure and truth is True) for row, sure, truth in found if truth is not False]
    tail = f" where {where[0]}" if where else ""
    if which < 0.45:
        return f"count{tail}", lambda members: count_of(within(members))
    word, (text, value) = chance.choice(AGGREGATES), values(chance)
    return f"{word} {text}{tail}", lambda members: number_of(word, value, within(members))


def split(world, dims, truth):
    """Per key the members and the number of all rows."""
    members, base = {}, {}
    for row in world.rows:
        key = tuple(dim[1](row) for dim in dims)
        base[key] = base.get(key, 0) + 1
        found = truth(row)
        if found is not False:
            members.setdefault(key, []).append((row, found is True))
    return {key: members.get(key, []) for key in base}, base


def several(chance, most):
    dims = {}
    while len(dims) < most:
        dim = dimension(chance)
        dims[dim[0]] = dim
    return list(dims.values())


def narrow(chance, world, most):
    """The same, of which the last has less than 100 values: that many columns may stand side by side."""
    dims = several(chance, most)
    wide = WIDE + ["m", "n", "rate", "day"] + (["site", "sid"] if len(world.sites) > 90 else [])
    return narrow(chance, world, most) if dims[-1][0] in wide else dims


def groups(chance, world):
    dims = several(chance, chance.choice([0, 1, 1, 1, 2, 2, 3]))
    text, truth = subset(chance)
    members, base = split(world, dims, truth)
    by = " by " + ", ".join(dim[0] for dim in dims) if dims else ""
    if dims and chance.random() < 0.5:
        measures = [measure(chance) for _ in range(chance.choice([1, 2, 3]))]
        named = ", ".join(f"{one[0]} named c{at}" for at, one in enumerate(measures))
        asked = f"table {text}{by} with {named}"
    else:
        while True:
            measures = [measure(chance)]
            words = measures[0][0]
            if " where " not in words:
                break
        asked = f"count {text}{by}" if words == "count" else f"{words} of {text}{by}"
    expected = {key: [dict({"base": base[key]}, **one[1](here)) for one in measures] for key, here in members.items()}
    return asked, expected, lambda answer: keyed(answer, dims)


def across(chance, world):
    dims = narrow(chance, world, chance.choice([1, 2, 2, 3]))
    last = dims[-1]
    text, truth = subset(chance)
    members, base = split(world, dims, truth)
    by = (" by " + ", ".join(dim[0] for dim in dims[:-1]) if dims[:-1] else "") + f" across {last[0]}"
    keys, columns = {key[:-1] for key in base}, {key[-1] for key in base}
    word, (name, value) = chance.choice(["count"] + AGGREGATES), values(chance)
    if dims[:-1] and chance.random() < 0.5:
        asked = f"table {text}{by} with {word}{'' if word == 'count' else ' ' + name}"
    else:
        asked = f"count {text}{by}" if word == "count" else f"{word} {name} of {text}{by}"
    number = count_of if word == "count" else lambda here: number_of(word, value, here)
    expected = {key + (column,): [dict(number(members.get(key + (column,), [])), base=base.get(key + (column,), 0))]
                for key in keys for column in columns}
    return asked, expected, lambda answer: crossed(answer, dims)


def percent(chance, world):
    dims = narrow(chance, world, chance.choice([1, 2, 2]))
    text, truth = subset(chance)
    members, _ = split(world, dims, truth)
    is_across = chance.random() < 0.4
    parts = [None] + [at for at, dim in enumerate(dims) if dim[0].replace(".", "").isalnum() and len(dims) > 1]
    part = chance.choice(parts)
    by = (" by " + ", ".join(dim[0] for dim in dims[:-1]) if dims[:-1] else "") + f" across {dims[-1][0]}" \
        if is_across else " by " + ", ".join(dim[0] for dim in dims)
    asked = f"count {text}{by} as percent" + ("" if part is None else f" of {dims[part][0]}")
    whole, own = {}, {}
    for key, here in members.items():
        sure = sum(1 for _, is_sure in here if is_sure)
        own[key] = (sure, len(here) - sure)
        old = whole.get(key[part] if part is not None else 0, (0, 0))
        whole[key[part] if part is not None else 0] = (old[0] + own[key][0], old[1] + own[key][1])
    keys = set(members)
    if is_across:
        keys = {key[:-1] + (other[-1],) for key in members for other in members}
    expected = {}
    for key in keys:
        sure, maybe = own.get(key, (0, 0))
        all_sure, all_maybe = whole[key[part] if part is not None else 0]
        expected[key] = [share(sure, all_sure - sure, 0, maybe, all_maybe - maybe, 0)]
    return asked, expected, lambda answer: (crossed if is_across else keyed)(answer, dims)


def stages(chance, world):
    """Groups kept by their count, sorted, given parts and places, cut and totalled."""
    dims = several(chance, 1)
    text, truth = subset(chance)
    members, _ = split(world, dims, truth)
    counts = {key: (here["low"], here["high"]) for key, here in
              ((key, count_of(here)) for key, here in members.items())}
    limit = chance.choice([low for low, _ in counts.values()] + [0])
    bottom, top = (sum(pair[at] for pair in counts.values()) for at in (0, 1))
    asked = f"count {text} by {dims[0][0]}"
    first = chance.random() < 0.5
    added = " | add part = percent_of_total(count), standing = rank(count)"
    keep = f" | keep count > {limit}"
    down = chance.random() < 0.7
    asked += (added + keep if first else keep + added) + " | sort by count" + (" down" if down else "")
    taken = chance.choice([2, 5, 10**9])
    asked += f" | take {taken}" if taken < 10**9 else ""
    asked += " | total"
    shown = [key for key, (low, _) in counts.items() if low > limit]
    perhaps = [key for key, (low, high) in counts.items() if low <= limit < high]
    expected = {}
    for key in shown:
        low, high = counts[key]
        rivals = counts if first else {other: counts[other] for other in shown + perhaps}
        # Who may not be there at all may be ahead, and is not so for certain.
        ahead = sum(1 for other, pair in rivals.items()
                    if other != key and pair[0] > high and (first or other in shown))
        beside = sum(1 for other, pair in rivals.items() if other != key and pair[1] > low)
        expected[key] = [{"low": low, "high": high},
                         {"low": Fraction(low, low + top - high) if low + top - high else None,
                          "high": Fraction(high, high + bottom - low) if high + bottom - low else None},
                         {"low": 1 + ahead, "high": 1 + beside}]

    def read(answer):
        found = keyed(answer, dims)
        order = [(figures[0]["low"], figures[0]["high"]) for figures in found.values()]
        if order != sorted(order, reverse=down) and down is False:
            found["not in order"] = []
        if [low for low, _ in order] != sorted((low for low, _ in order), reverse=down):
            found["not in order"] = []
        best = sorted((counts[key] for key in shown), reverse=down)[:taken]
        if [low for low, _ in best] != [low for low, _ in order]:
            found["not the ones to be taken"] = []
        if answer["matched"] != len(shown) or answer["possible_more"] != len(perhaps):
            found[f"matched {answer['matched']} of {len(shown)}, {answer['possible_more']} of {len(perhaps)}"] = []
        total = answer["total"][1]
        if (total["low"], total["high"]) != (bottom, top):
            found[f"total {total['low']} to {total['high']}, must be {bottom} to {top}"] = []
        for key in shown:
            found.setdefault(key, expected[key])
        return found
    return asked, expected, read


def listed(chance, world):
    text, truth = subset(chance)
    kept = condition(chance, 1) if chance.random() < 0.5 else None
    name, down = chance.choice(["n", "m", "rate", "few", "kind", "site.size", "place"]), chance.random() < 0.5
    most = chance.choice([5, 50, 300])
    sure, perhaps = [], 0
    for row in world.rows:
        value = truth(row)
        if kept and value is not False:
            value = own_made.both(value, kept[1](row))
        if value is True:
            sure.append(row)
        elif value is None:
            perhaps += 1
    known = sorted((row[name] for row in sure if row[name] is not None), reverse=down)
    order = (known + [None] * (len(sure) - len(known)))[:most]
    by_row = {row["at"]: row for row in sure}
    keep = f" | keep {kept[0]}" if kept else ""
    shown = ["at", name, "m", "site.sort", "open", "sid"]
    asked = f"list {text}{keep} | sort by {name}{' down' if down else ''} | take {most} | show " + ", ".join(
        dict.fromkeys(shown))
    expected = {"order": order, "matched": len(sure), "more": perhaps, "cells": []}

    def read(answer):
        rows = [[own_made.plain(cell) for cell in row[:-1]] + [own_made.called(row[-1])] for row in answer["rows"]]
        names = list(dict.fromkeys(shown))
        cells = [row for row in rows if row[0] not in by_row or row != [by_row[row[0]][one] for one in names]]
        return {"order": [row[1] for row in rows], "matched": answer["matched"], "more": answer["possible_more"],
                "cells": cells[:2]}
    return asked, expected, read


def known(chance, world):
    """`… | known only`: without the rows of which a condition is unknown."""
    dims = several(chance, chance.choice([0, 1, 2]))
    text, truth = subset(chance, always=True)
    by = " by " + ", ".join(dim[0] for dim in dims) if dims else ""
    if chance.random() < 0.5:
        asked, inner = f"count {text}{by}", truth
    else:
        name, inner = condition(chance, 1)
        asked = f"share where {name} among {text}{by}"
    base, found = {}, {}
    for row in world.rows:
        one, other = truth(row), inner(row)
        if one is None or other is None:
            continue
        key = tuple(dim[1](row) for dim in dims)
        # A share's base are the rows of the set.
        base[key] = base.get(key, 0) + (inner is truth or one)
        if inner is not truth and not one:
            continue
        found[key] = found.get(key, 0) + (other is True)
    if not dims:
        base.setdefault((), 0)
        found.setdefault((), 0)
    number = (lambda key: found[key]) if inner is truth else (
        lambda key: Fraction(found[key], base[key]) if base[key] else None)
    return (f"{asked} | known only",
            {key: [{"low": number(key), "high": number(key), "unknown": 0, "base": base[key]}] for key in base},
            lambda answer: keyed(answer, dims))


def compared(chance, world):
    """`compare count … by … against …`: two numbers and what one is more than the other."""
    dims = several(chance, 1)
    (one, first), (other, second) = (subset(chance, always=True) for _ in range(2))
    sides = [split(world, dims, truth)[0] for truth in (first, second)]
    word, (name, value) = chance.choice(["count", "count", "sum", "average", "max", "share"]), values(chance)
    of, asked = count_of, "count"
    if word == "share":
        inner = own_made.condition(chance, 1)
        of, asked = lambda here: share_of(here, inner[1]), f"share where {inner[0]} among"
    elif word != "count":
        of, asked = lambda here: number_of(word, value, here), f"{word} {name} of"
    expected = {}
    for key in sides[0]:
        a, b = of(sides[0][key]), of(sides[1][key])
        # What is made of the known values alone, or of rows that may all not be, has no known difference.
        lacks = word not in ("count", "share") and any(value(row) is None for side in sides for row, _ in side[key])
        known = None not in (a["low"], b["low"]) and not (lacks or a.get("if any") or b.get("if any"))
        expected[key] = [a, b, {"low": b["low"] - a["high"] if known else None,
                                "high": b["high"] - a["low"] if known else None}]
    return (f"compare {asked} {one} by {dims[0][0]} against {other}", expected, lambda answer: keyed(answer, dims))


def running(chance, world):
    """`count … by year | add … = running(count), … = previous(count)`, in the order of the keys."""
    text, truth = subset(chance)
    counts = {key: count_of(here) for key, here in split(world, [("", lambda row: row["year"])], truth)[0].items()}
    low = high = 0
    expected, before = {}, {"low": None, "high": None}
    for key in sorted(counts):
        low, high = low + counts[key]["low"], high + counts[key]["high"]
        expected[key] = [counts[key], {"low": low, "high": high}, before]
        before = counts[key]
    return (f"count {text} by year | add so_far = running(count), last = previous(count)", expected,
            lambda answer: {key: [cell or {} for cell in row]
                            for key, row in keyed(answer, [("", None, own_made.number)]).items()})
