"""Questions of own.py through a row's own link to the rows beside it: conditions, keys, bands, columns, ranks and
numbers of a set; see own_joined.py, which says what such a number is."""
from math import inf

import own_made
from own_asked import AGGREGATES, keyed
from own_joined import (ABSENT, MEANS, above, asked_set, linked_number, narrowing, outer_figure, split, subjects, way)
from own_made import count_of, values


def ways(chance, world):
    """Conditions, keys and columns through a row's own link, and one number of a set."""
    own = way(chance, world)
    (name, number), (inner, field, inside) = linked_number(chance, own, chance.choice(narrowing(chance, own)))
    rows = world.named[own.start]
    text, truth, _ = subjects(chance, world, own.start)
    limit = chance.choice([0, 1, 2, 5, 20, 300])
    over = above(number, limit)
    which = chance.random()
    if which < 0.3 and text in world.named:
        members, base = split(rows, [], over)
        return f"count {text} where {name} > {limit}", {(): [dict(count_of(members[()]), base=base[()])]}, \
            lambda answer: {(): [answer]}
    if which < 0.5:
        dims = [(f"({name} > {limit})", over, own_made.plain)]
        members, base = split(rows, dims, truth)
        return f"count {text} by {dims[0][0]}", {key: [dict(count_of(here), base=base[key])] for key, here in members.items()}, \
            lambda answer: keyed(answer, dims)
    if which < 0.6 and name.startswith("count of"):
        return banded(chance, own, name, number, text, truth)
    members, base = split(rows, [], truth)
    if which < 0.8:
        word = chance.choice(AGGREGATES if inner in ("count", "sum") else MEANS)
        one = outer_figure(own, word, inner, field, inside, number, members[()])
        return f"{word} ({name}) of {text}", {(): [dict(one, base=base[()])]}, lambda answer: {(): [answer]}
    least = chance.choice([1, 1, 2, 9])
    inner, inside = asked_set(own, [own.conditions(chance)])
    number = own.number("count", None, inner, inside)[1]
    least_truth = above(number, least - 1)
    quantity = "" if least == 1 else f"at least {least} "
    members, base = split(rows, [], least_truth)
    return f"count {own.start} where has {quantity}{own.path}({inner})", \
        {(): [dict(count_of(members[()]), base=base[()])]}, lambda answer: {(): [answer]}


def banded(chance, own, name, number, text, truth):
    """`count t by bands(count of site.(…), 2, 9)`: a row whose number may lie in several bands may be in each."""
    ends = [-inf] + sorted(chance.sample([1, 2, 5, 9, 20, 60], 2)) + [inf]
    members, base = {}, {}
    for row in own.world.named[own.start]:
        low, high = number(row)
        here = [at for at in range(3) if low < ends[at + 1] and high >= ends[at]]
        value = truth(row)
        for at in here:
            key = ("under" if at == 0 else ends[at],)
            base[key] = base.get(key, 0) + 1
            members.setdefault(key, [])
            if value is not False:
                members[key].append((row, value is True and len(here) == 1))
    return (f"count {text} by bands({name}, {ends[1]}, {ends[2]})",
            {key: [dict(count_of(found), base=base[key])] for key, found in members.items()},
            lambda answer: keyed(answer, [("", None, own_made.band)]))


def beside(chance, world):
    """`list t where … | sort by at down | take 30 | show at, count of site.(u where …), sum fee of site.(u where …)`."""
    own = way(chance, world)
    text, truth, _ = subjects(chance, world, own.start)
    name = {"t": "at", "u": "vid"}.get(own.start, "id")
    numbers = [linked_number(chance, own, parts) for parts in narrowing(chance, own)[:chance.choice([1, 2, 3])]]
    sure = sorted((row for row in world.named[own.start] if truth(row) is True), key=lambda row: row[name], reverse=True)
    expected = {}
    for row in sure[:40]:
        expected[(row[name],)] = [shown(number(row), word) for (_, number), (word, _, _) in numbers]
    columns = ", ".join(f"{one[0]} named c{at}" for at, (one, _) in enumerate(numbers))
    return f"list {text} | sort by {name} down | take 40 | show {name}, {columns}", expected, \
        lambda answer: {(row[0],): [cell or {} for cell in row[1:]] for row in answer["rows"]}


def shown(number, word):
    """A row's number as a figure; of some that are not all known a mean, … says what the known ones make."""
    if number is None and word != "sum":
        return {"any": True}
    if number is None or number == ABSENT:
        return {"low": None, "high": None}
    return {"low": number[0], "high": None if number[1] == inf else number[1]}


def placed(chance, world):
    """`top N t where … by (count of site.(u where …))` and by what is computed from a row's cells."""
    word, most = chance.choice(["top", "bottom"]), chance.choice([1, 3, 10, 40])
    if chance.random() < 0.4:
        start, (name, value) = "t", values(chance)
        number = lambda row: None if value(row) is None else (value(row), value(row))
        name = name if name[0] == "(" else f"({name} + 1)"
    else:
        own = way(chance, world)
        start = own.start
        (name, number), _ = linked_number(chance, own, chance.choice(narrowing(chance, own)))
        name = f"({name})"
    text, truth, _ = subjects(chance, world, start)
    key = {"t": "at", "u": "vid"}.get(start, "id")
    given = [(row, truth(row)) for row in world.named[start]]
    sure = [row for row, value in given if value is True]
    found = {row[key]: number(row) for row in sure}
    end = {one: (-pair[0] if word == "top" else pair[1]) for one, pair in found.items()
           if pair is not None and pair != ABSENT}
    best = sorted(end.values())
    last = best[min(most, len(best)) - 1] if best else None
    expected = {(one,): [] for one, place in end.items() if place <= last}
    expected["counted"] = (len(sure), sum(value is None for _, value in given))
    return f"{word} {most} {text} by {name} | show {key}", expected, \
        lambda answer: {**{(row[0],): [] for row in answer["rows"]}, "counted": (answer["matched"], answer["possible_more"])}
