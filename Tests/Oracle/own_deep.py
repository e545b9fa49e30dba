"""Questions of own.py with three conditions and more over unknown cells, and tables of conditional means, medians,
ends and shares by two keys; see own_asked.py."""
from own_asked import AGGREGATES, crossed, keyed, narrow, several, split
from own_made import condition, count_of, number_of, share_of, values
from own_joined import narrowed


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
