"""Questions of own.py with three conditions and more over unknown cells, and tables of conditional means, medians,
ends and shares by two keys; see own_asked.py."""
import own_columns
from own_columns import ordered
from own_asked import AGGREGATES, crossed, keyed, narrow, several, split
from own_made import both, condition, count_of, number_of, share_of, values
from own_joined import narrowed
from own_tables import STATES


def thick(chance, parts):
    """At least PARTS conditions with and, or, not."""
    text, truth = condition(chance, 2)
    while text.count("(") < parts:
        text, truth = condition(chance, 3)
    return text, truth


def measure(chance):
    """A conditional measure: its text, and what it is of (row, sure) members."""
    where = thick(chance, 2) if chance.random() < 0.5 else condition(chance, 1)
    which = chance.random()
    if which < 0.2:
        return f"share where {where[0]}", lambda members: share_of(members, where[1])
    if which < 0.35:
        return f"count where {where[0]}", lambda members: count_of(narrowed(members, where[1]))
    word, (text, value) = chance.choice(AGGREGATES), values(chance)
    return f"{word} {text} where {where[0]}", lambda members: number_of(word, value, narrowed(members, where[1]))


def deep(chance, world):
    """`table t where (… and …) or not (…) by kind, site.area.zone with average n where …, median m where …`."""
    text, truth = thick(chance, 3)
    dims = several(chance, 2)
    measures = [measure(chance) for _ in range(chance.choice([1, 2, 3, 4]))]
    members, base = split(world, dims, truth)
    expected = {key: [dict({"base": base[key]}, **one[1](here)) for one in measures] for key, here in members.items()}
    named = ", ".join(f"{one[0]} named c{at}" for at, one in enumerate(measures))
    return f"table t where {text} by {', '.join(dim[0] for dim in dims)} with {named}", expected, \
        lambda answer: keyed(answer, dims)


def few(chance, world):
    """The same of one number: without keys, by one, or across another."""
    text, truth = thick(chance, 3)
    which = chance.random()
    if which < 0.3:
        members, _ = split(world, [], truth)
        here = members.get((), [])
        inner = condition(chance, 1)
        return f"share where {inner[0]} among t where {text}", {(): [share_of(here, inner[1])]}, \
            lambda answer: {(): [answer]}
    dims = narrow(chance, world, chance.choice([1, 2]))
    members, base = split(world, dims, truth)
    word, (name, value) = chance.choice(["count"] + AGGREGATES), values(chance)
    of = count_of if word == "count" else lambda here: number_of(word, value, here)
    asked = f"count t where {text}" if word == "count" else f"{word} {name} of t where {text}"
    if len(dims) == 1:
        expected = {key: [dict(of(here), base=base[key])] for key, here in members.items()}
        return f"{asked} by {dims[0][0]}", expected, lambda answer: keyed(answer, dims)
    expected = {key[:1] + (last,): [dict(of(members.get(key[:1] + (last,), [])), base=base.get(key[:1] + (last,), 0))]
                for key in base for last in {key[-1] for key in base}}
    return f"{asked} by {dims[0][0]} across {dims[1][0]}", expected, lambda answer: crossed(answer, dims)


def chained(chance, world):
    """`count t where … of (sites where … of (areas where …))`, and `count t in TX, CA where …`."""
    text, truth = condition(chance, 1)
    if chance.random() < 0.3:
        places = chance.sample(STATES, 2)
        at = lambda row: None if row["state"] is None else row["state"] in places
        asked = f"t in {', '.join(places)} where {text}"
    else:
        one, inside = own_columns.site_leaf(chance)
        other, around = chance.choice([("wet", lambda area: area["wet"]), ordered("height", ">", 8),
                                       ("zone is known", lambda area: area["zone"] is not None)])
        areas = {area["id"]: around(area) for area in world.areas}
        sites = {site["id"]: both(inside(site), None if site["area"] is None else areas[site["area"]])
                 for site in world.sites}
        # What the base leaves out is what no link leads to for certain or perhaps.
        at = lambda row: None if row["site"] is None else sites[row["site"]]
        asked = f"t where {text} of (sites where {one} of (areas where {other}))"
        if True not in sites.values():
            return chained(chance, world)
    members, base = {}, {}
    dims = several(chance, chance.choice([0, 1]))
    for row in world.rows:
        here = at(row)
        if here is not False:
            key = tuple(dim[1](row) for dim in dims)
            base[key] = base.get(key, 0) + 1
            members.setdefault(key, [])
            value = both(here, truth(row))
            if value is not False:
                members[key].append((row, value is True))
    if not dims:
        members.setdefault((), [])
    word, (name, value) = chance.choice(["count"] + AGGREGATES), values(chance)
    of = count_of if word == "count" else lambda here: number_of(word, value, here)
    asked = (f"count {asked}" if word == "count" else f"{word} {name} of {asked}") + (f" by {dims[0][0]}" if dims else "")
    return asked, {key: [dict(of(here), base=base.get(key, 0))] for key, here in members.items()}, \
        lambda answer: keyed(answer, dims)


def added(chance, world):
    """`list t where … | add x = n * 2 + m | keep x > 9 | sort by x down | skip 3 | take 20 | show at, x`."""
    text, truth = condition(chance, 1)
    kept = condition(chance, 0) if chance.random() < 0.3 else None
    field, value = values(chance)
    limit = chance.choice([0, -100, 1000, 10**6])
    sure, perhaps = [], 0
    for row in world.rows:
        cell = value(row)
        found = both(truth(row), None if cell is None else cell > limit)
        if kept:
            found = both(found, kept[1](row))
        if found is True:
            sure.append((cell, row["at"]))
        perhaps += found is None
    skipped, most, down = chance.choice([0, 0, 4]), chance.choice([1, 20, 200]), chance.random() < 0.5
    sure.sort(key=lambda one: (-one[0] if down else one[0], one[1]))
    expected = {"order": [float(cell) for cell, _ in sure][skipped:skipped + most], "matched": len(sure), "more": perhaps}
    steps = [f"list t where {text}", f"add x = {field}", f"keep x > {limit}"] + ([f"keep {kept[0]}"] if kept else [])
    steps += [f"sort by x{' down' if down else ''}"] + ([f"skip {skipped}"] if skipped else []) + [f"take {most}", "show at, x"]
    return " | ".join(steps), expected, lambda answer: {
        "order": [row[1] for row in answer["rows"]], "matched": answer["matched"], "more": answer["possible_more"]}
