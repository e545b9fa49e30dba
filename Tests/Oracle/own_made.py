"""Conditions in three values, dimensions and figures over the made tables of own_tables.py, in plain Python: the part
of own.py that knows what a question means. A row is a dictionary; None is unknown."""
import re
from fractions import Fraction

import own_columns
import own_decimal
from own_columns import ordered
from own_tables import KINDS, SORTS


# ------------------------------------------------------------------ conditions: (text, row -> True/False/None)

# Whether all that can be is asked of decimals.
only_decimals = False


def leaf(chance):
    if only_decimals and chance.random() < 0.8 or chance.random() < 0.05:
        return own_decimal.leaf(chance)
    which = chance.randrange(29)
    if which > 23:
        return own_columns.leaf(chance)
    if which > 16:
        return own_columns.rarer(chance, which)
    mark = chance.choice(["<", ">", "<=", ">="])
    if which < 3:
        name = chance.choice(["open", "paid", "full", "site.public"])
        return name, lambda row: row[name]
    if which == 3:
        name = chance.choice(["open", "paid", "site.public", "place", "day", "site.sort"])
        return f"{name} is unknown", lambda row: row[name] is None
    if which == 4:
        name = chance.choice(["open", "paid", "site.public"])
        return f"certainly {name}", lambda row: row[name] is True
    if which == 5:
        name = chance.choice(["open", "site.public"])
        return f"possibly {name}", lambda row: row[name] is not False
    if which == 6:
        return ordered("n", mark, chance.randrange(0, 5000))
    if which == 7:
        return ordered("m", mark, chance.randrange(-300, 300))
    if which == 8:
        return ordered("site.size", mark, chance.randrange(-20, 80))
    if which == 9:
        low = chance.randrange(2000, 2010)
        return f"year between {low} and {low + 2}", lambda row: low <= row["year"] <= low + 2
    if which == 10:
        word = chance.choice(KINDS)
        return f'kind is "{word}"', lambda row: row["kind"] == word
    if which == 11:
        word = chance.choice(SORTS)
        return (f'site.sort is "{word}"',
                lambda row: None if row["site.sort"] is None else row["site.sort"] == word)
    if which == 12:
        words = chance.sample(SORTS, 2)
        return (f'site.sort in ("{words[0]}", "{words[1]}")',
                lambda row: None if row["site.sort"] is None else row["site.sort"] in words)
    if which == 13:
        part = chance.choice(["bury", "or", "u", "wick", "Est"])
        return (f'place contains "{part}"',
                lambda row: None if row["place"] is None else part.lower() in row["place"].lower())
    if which == 14:
        year = str(chance.randrange(2010, 2024))
        return f"day is {year}", lambda row: None if row["day"] is None else row["day"][:4] == year
    if which == 15:
        number = chance.randrange(-300, 9000)
        return (f"n * 2 + m > {number}",
                lambda row: None if row["m"] is None else row["n"] * 2 + row["m"] > number)
    name = chance.choice(["m", "rate", "place", "site.size"])
    return f"{name} is known", lambda row: row[name] is not None


def opposite(value):
    return None if value is None else not value


def both(one, other):
    return False if one is False or other is False else None if one is None or other is None else True


def either(one, other):
    return opposite(both(opposite(one), opposite(other)))


def condition(chance, depth=2, leaf=leaf):
    if depth == 0 or chance.random() < 0.4:
        text, truth = leaf(chance)
        if chance.random() < 0.2:
            return f"not ({text})", lambda row: opposite(truth(row))
        return text, truth
    parts = [condition(chance, depth - 1, leaf) for _ in range(chance.choice([2, 2, 3]))]
    word, join = chance.choice([("and", both), ("or", either)])

    def joined(row):
        found = parts[0][1](row)
        for part in parts[1:]:
            found = join(found, part[1](row))
        return found
    return f" {word} ".join(f"({part[0]})" for part in parts), joined


def subset(chance, always=False):
    """A set of rows of t: its text, and whether a row is in it."""
    which = chance.random()
    if which < 0.3 and not always:
        return "t", lambda row: True
    if which < 0.85:
        text, truth = condition(chance)
        return f"t where {text}", truth
    one, other = condition(chance, 1), condition(chance, 1)
    word, join = chance.choice([("union", either), ("intersect", both),
                                ("minus", lambda a, b: both(a, opposite(b)))])
    return (f"((t where {one[0]}) {word} (t where {other[0]}))",
            lambda row: join(one[1](row), other[1](row)))


# ------------------------------------------------------------------ dimensions: (text, row -> key, shown -> key)

def plain(cell):
    if isinstance(cell, dict) or cell in ("unknown", "not known"):
        return None
    return {"yes": True, "no": False}.get(cell, cell) if isinstance(cell, str) else cell


def called(cell):
    """A name, which may be a whole number."""
    return None if plain(cell) is None else str(cell)


def band(cell):
    """The lower end of a band as it is shown, and "under" for the lowest."""
    if plain(cell) is None:
        return None
    cell = str(cell)
    if cell.startswith("under"):
        return "under"
    edge = re.match(r"[-−]?[\d,]+(\.\d+)?", cell).group().replace(",", "").replace("−", "-")
    return float(edge) if "." in edge else int(edge)


def number(cell):
    return None if plain(cell) is None else int(str(cell).replace(",", ""))


def exact(cell):
    return None if plain(cell) is None else float(str(cell).replace(",", "").replace("−", "-"))


def dimension(chance):
    if only_decimals and chance.random() < 0.4:
        return *own_decimal.dimension(chance), band
    which = chance.randrange(17)
    if which > 13:
        name = own_columns.key(chance)
        return name, lambda row: row[name], exact if name[0] == "i" or name in ("cents", "wide", "loss") else plain
    if which > 11:
        name = chance.choice(["few", "m", "rate", "day", "n"])
        return name, lambda row: row[name], plain if name == "day" else exact
    if which < 6:
        name = chance.choice(["kind", "place", "open", "full", "site.sort", "site.public", "site", "sid", "paid"])
        return name, lambda row: row[name], called if name in ("site", "sid") else plain
    if which == 6:
        return "year", lambda row: row["year"], number
    if which == 7:
        return "year(day)", lambda row: None if row["day"] is None else int(row["day"][:4]), number
    if which < 10:
        name, ends = chance.choice([("n", [1000, 2500, 4000]), ("m", [-200, 0, 7]), ("site.size", [0, 10, 50]),
                                    ("few", [1, 2, 30])])

        def key(row):
            below = [end for end in ends if row[name] is not None and end <= row[name]]
            return None if row[name] is None else below[-1] if below else "under"
        return f"bands({name}, {', '.join(map(str, ends))})", key, band
    text, truth = condition(chance, 1)
    return f"({text})", truth, plain


# ------------------------------------------------------------------ figures

def exactly(value):
    """Cents as a fraction, so that sums of them have no error of rounding."""
    return Fraction(round(value * 100), 100) if isinstance(value, float) else value


def values(chance):
    """What is summed: its text, and its value in a row."""
    if only_decimals or chance.random() < 0.1:
        return own_decimal.value(chance)
    which = chance.randrange(10)
    if which > 7:
        name = chance.choice(own_columns.NUMBERS)
        return name, lambda row: exactly(row[name])
    if which == 0:
        return "(n * 2 + m)", lambda row: None if row["m"] is None else row["n"] * 2 + row["m"]
    if which == 1:
        return "(site.size * 3 - few)", lambda row: None if row["site.size"] is None else row["site.size"] * 3 - row["few"]
    name = chance.choice(["n", "m", "year", "rate", "few", "site.size", "big"])
    return name, lambda row: row[name]


def add_up(members, missing=0):
    """A sum of (low, high, sure): what it must be, with MISSING values."""
    low = sum(low if sure else min(0, low) for low, _, sure in members)
    high = sum(high if sure else max(0, high) for _, high, sure in members)
    if missing:
        return {"low": None, "high": None, "open_low": low, "open_high": high, "known": len(members)}
    return {"low": low, "high": high, "known": len(members)}


def number_of(word, value, members):
    """Sum, average, … of VALUE over MEMBERS, which are (row, whether for certain)."""
    return dict(ends_of(word, value, members), unknown=sum(1 for _, sure in members if not sure),
                known=sum(1 for row, _ in members if value(row) is not None))


def ends_of(word, value, members):
    found = [(value(row), sure) for row, sure in members]
    sure = [one for one, is_sure in found if is_sure and one is not None]
    open_ = [one for one, is_sure in found if not is_sure and one is not None]
    missing = sum(1 for one, _ in found if one is None)
    if word == "sum":
        return add_up([(one, one, is_sure) for one, is_sure in found if one is not None], missing)
    if not sure and not open_:
        return {"low": None, "high": None}
    if not sure:  # "If any": which of them there are is open, and that there is one.
        return {"low": min(open_), "high": max(open_), "if any": True}
    if word == "average":
        return {"low": least_mean(sure, open_), "high": -least_mean([-v for v in sure], [-v for v in open_])}
    if word == "min":
        return {"low": min(sure + open_), "high": min(sure)}
    if word == "max":
        return {"low": max(sure), "high": max(sure + open_)}
    return {"low": least_middle(sorted(sure), sorted(open_)),
            "high": -least_middle(sorted(-v for v in sure), sorted(-v for v in open_))}


def least_middle(sure, open_):
    """The least median of the sure and any of the open: of the smallest, as long as they are below it."""
    def middle(count):
        both = sorted(sure + open_[:count])
        return Fraction(both[(len(both) - 1) // 2] + both[len(both) // 2]) / 2
    low, high = 0, len(open_)
    while low < high:
        half = (low + high) // 2
        low, high = (half + 1, high) if open_[half] < middle(half) else (low, half)
    return middle(low)


def least_mean(sure, open_):
    total, count = sum(sure), len(sure)
    for value in sorted(open_):
        if value * count >= total:
            break
        total, count = total + value, count + 1
    return Fraction(total) / count


def count_of(members):
    sure = sum(1 for _, is_sure in members if is_sure)
    return {"low": sure, "high": len(members), "unknown": len(members) - sure}


def share_of(members, truth):
    cells = {}
    for row, sure in members:
        key = (sure, truth(row))
        cells[key] = cells.get(key, 0) + 1
    yy, yn, yu = (cells.get((True, value), 0) for value in (True, False, None))
    uy, un, uu = (cells.get((False, value), 0) for value in (True, False, None))
    return share(yy, yn, yu, uy, un, uu)


def share(yy, yn, yu, uy, un, uu):
    if not any((yy, yn, yu, uy, un, uu)):
        return {"low": None, "high": None, "base": 0}
    under, over = yy + yn + yu + un + uu, yy + yu + uy + uu + yn
    return {"low": Fraction(yy, under) if under else int(uy > 0),
            "high": Fraction(yy + yu + uy + uu, over) if over else 0 if un else 1,
            "base": yy + yn + yu + uy + un + uu}
