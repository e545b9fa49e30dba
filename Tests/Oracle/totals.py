#!/usr/bin/env python3
"""Bounds that published totals allow, by scipy's solvers, for TotalsOracleTests.swift.

    python3 totals.py made SEED COUNT     random conditions over random totals
    python3 totals.py survey SEED COUNT   random conditions over the survey of 2016
    python3 totals.py --self-test         its own bounds against enumerated tables

Prints one JSON object a line:

    base        how many rows were asked of
    fields      [yes total or null, no total or null] for each field
    condition   the condition in the language, over f0, f1, ... or the survey's own fields
    truth       y, n or u for each cell; the cell's digits in base three are the fields' values, the
                first field's last: 0 unknown, 1 yes, 2 no
    low, high   the least and the most rows whose condition is yes: milp
    lp_low, lp_high   the same where parts of rows are allowed: linprog

The model is the plain one: a number for each of the 3^k cells, all of them.
"""
import itertools
import json
import random
import sys

SURVEY_BASE = 2556
# figures/seed-figures.csv, F25 to F36: yes and no as published, null where not.
SURVEY = {
    "agreement_287g": (25, None), "detention_contract": (147, None),
    "detainers": (1922, 635), "notify": (2414, 142), "access_limited": (72, 2484),
    "inquiry": (2331, 25), "resources": (2503, 53),
}

# A value is 1 for yes, -1 for no, 0 for unknown: Kleene's "and" is min, "or" is max, "not" is minus.


def made(random_, depth, count):
    """A condition as text (an atom or in brackets) and as a function of the fields' values."""
    kind = random_.choice(["field"] if depth == 0 else
                          ["field", "and", "or", "and", "or", "not", "certainly", "possibly",
                           "unknown", "known", "yes", "no"])
    if kind == "field":
        index = random_.randrange(count)
        return f"@{index}", lambda v: v[index]
    if kind in ("and", "or"):
        parts = [made(random_, depth - 1, count) for _ in range(random_.choice([2, 2, 3]))]
        fold = min if kind == "and" else max
        functions = [f for _, f in parts]
        return ("(" + f" {kind} ".join(text for text, _ in parts) + ")",
                lambda v: fold(f(v) for f in functions))
    text, inner = made(random_, depth - 1, count)
    if kind == "not":
        return f"(not {text})", lambda v: -inner(v)
    if kind == "certainly":
        return f"(certainly {text})", lambda v: 1 if inner(v) == 1 else -1
    if kind == "possibly":
        return f"(possibly {text})", lambda v: -1 if inner(v) == -1 else 1
    test = {"unknown": lambda x: x == 0, "known": lambda x: x != 0,
            "yes": lambda x: x == 1, "no": lambda x: x == -1}[kind]
    return f"({text} is {kind})", lambda v: 1 if test(inner(v)) else -1


def several(random_, count):
    """That at least so many of some literals hold: the tables for which parts of rows help most."""
    chosen = random_.sample(range(count), random_.randint(min(count, 3), count))
    literals = [random_.choice([(f"@{i}", i, 1), (f"(not @{i})", i, -1), (f"@{i}", i, 1)])
                for i in chosen]
    least = random_.randint(1, len(literals))
    groups = list(itertools.combinations(literals, least))
    text = " or ".join("(" + " and ".join(t for t, _, _ in group) + ")" for group in groups)
    return (f"({text})" if len(groups) > 1 else text,
            lambda v: max(min(sign * v[i] for _, i, sign in group) for group in groups))


def cells(count):
    """The fields' values in each cell, by the cell's number."""
    values = (0, 1, -1)
    return [tuple(reversed(digits)) for digits in itertools.product(values, repeat=count)]


def bounds(base, fields, truths):
    """The integer and the linear bounds of the number of rows whose condition is yes."""
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, linprog, milp
    table = cells(len(fields))
    rows, limits = [], []
    for index, totals in enumerate(fields):
        for value, total in zip((1, -1), totals):
            if total is not None:
                rows.append([1.0 if cell[index] == value else 0.0 for cell in table])
                limits.append(total)
    rows = numpy.array(rows)
    every = numpy.ones((1, len(table)))
    goal = numpy.array([1.0 if truth == 1 else 0.0 for truth in truths])
    found = {}
    for name, sign in (("low", 1.0), ("high", -1.0)):
        within = {"A_ub": rows, "b_ub": limits} if limits else {}
        linear = linprog(sign * goal, A_eq=every, b_eq=[base], **within)
        whole = milp(sign * goal, integrality=numpy.ones(len(table)), bounds=Bounds(0, base),
                     constraints=[LinearConstraint(every, base, base)]
                     + ([LinearConstraint(rows, -numpy.inf, limits)] if limits else []),
                     options={"mip_rel_gap": 0})
        if linear.status != 0 or whole.status != 0:
            raise SystemExit(f"no optimum: {linear.message} {whole.message}")
        found["lp_" + name] = sign * linear.fun
        found[name] = round(sign * whole.fun)
    return found


def record(base, names, fields, text, function):
    # Only the fields that the condition names: the others do not move the bounds.
    used = [i for i in range(len(fields)) if f"@{i}" in text]
    spots = {field: place for place, field in enumerate(used)}
    for i in reversed(range(len(fields))):
        text = text.replace(f"@{i}", names[i])
    blank = [0] * len(fields)

    def truth(cell):
        values = list(blank)
        for field, place in spots.items():
            values[field] = cell[place]
        return function(values)

    truths = [truth(cell) for cell in cells(len(used))]
    kept = [fields[i] for i in used]
    line = {"base": base, "fields": kept, "condition": text,
            "truth": "".join("uyn"[t] for t in truths)}
    line.update(bounds(base, kept, truths))
    return line


def emit(kind, seed, count):
    random_ = random.Random(seed)
    for number in range(count):
        if kind == "survey":
            names, fields, base = list(SURVEY), list(SURVEY.values()), SURVEY_BASE
        else:
            base = random_.choice([3, 7, 12, 50, 2556, 90_001])
            size = random_.choice([1, 2, 3, 4, 5, 6, 7])
            names = [f"f{i}" for i in range(size)]
            top = random_.choice([base, base // 2, base // 3, min(base, 2)])
            fields = [[None if random_.random() < 0.1 else random_.randint(0, top)
                       for _ in range(2)] for _ in range(size)]
        text, function = (several(random_, len(names)) if number % 4 == 3
                          else made(random_, 2 + number % 3, len(names)))
        print(json.dumps(record(base, names, fields, text, function)), flush=True)


def tables(base, count):
    """Every way to put `base` rows into `count` cells."""
    for bars in itertools.combinations(range(base + count - 1), count - 1):
        ends = (-1,) + bars + (base + count - 1,)
        yield [b - a - 1 for a, b in zip(ends, ends[1:])]


def self_test():
    random_ = random.Random(11)
    for _ in range(150):
        size, base = random_.choice([(1, 6), (2, 4), (2, 5), (3, 2)])
        fields = [[random_.choice([None, *range(base + 1)]) for _ in range(2)]
                  for _ in range(size)]
        text, function = made(random_, random_.choice([1, 2, 3]), size)
        table = cells(size)
        truths = [function(cell) for cell in table]
        counts = []
        for rows in tables(base, len(table)):
            if all(total is None or total >= sum(
                    n for n, cell in zip(rows, table) if cell[i] == value)
                    for i, totals in enumerate(fields) for value, total in zip((1, -1), totals)):
                counts.append(sum(n for n, truth in zip(rows, truths) if truth == 1))
        found = bounds(base, fields, truths)
        if (min(counts), max(counts)) != (found["low"], found["high"]):
            raise SystemExit(f"{base} {fields} {text}: {min(counts)} to {max(counts)}, {found}")
    print("ok")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    elif len(sys.argv) == 4:
        emit(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        raise SystemExit(__doc__)
