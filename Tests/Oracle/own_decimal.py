"""Decimals as they are written: columns of t with one to four digits after the point, of mixed lengths, of fifteen
digits; what is worked out with them, by Python's fractions, and compared without any tolerance. See own_made.py."""
from decimal import Context, Decimal
from fractions import Fraction

EXACT = Context(prec=60)


def text(value):
    """A fraction as it is written, which must have an end."""
    value = Fraction(value)
    found = EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    assert Fraction(found) == value, value
    return f"{found:f}"


def is_written(value):
    """Whether a number is a decimal of at most fifteen digits."""
    places, rest = 0, Fraction(value)
    while rest.denominator != 1 and places < 20:
        rest, places = rest * 10, places + 1
    return rest.denominator == 1 and abs(rest) < 10**15


def cells(row, at, mixed):
    """The columns, of which `milli` also has whole numbers and `long` fifteen digits, wherever the point stands."""
    row["tenth"] = None if at % 37 == 4 else Fraction(mixed % 2001 - 1000, 10)
    row["milli"] = None if at % 43 == 8 else Fraction(mixed * 31 % 200_003 - 100_001, 10 ** (at % 4))
    row["tiny"] = Fraction(1 + mixed % 9999, 10_000)
    row["long"] = None if at % 29 == 6 else Fraction(mixed * 7_368_787_011 % 10**15, 10 ** (at % 15))


def some(chance, name):
    """A number that may stand in a column."""
    return {"tenth": Fraction(chance.randrange(-1000, 1001), 10), "milli": Fraction(chance.randrange(-10**5, 10**5), 1000),
            "tiny": Fraction(chance.randrange(1, 10**4), 10**4),
            "long": Fraction(chance.randrange(10**15), 10 ** chance.randrange(15))}[name]


def of_cells(names, number):
    """A number made of cells; None where one of them is unknown or the number is none."""
    def value(row):
        found = [row[name] for name in names]
        return None if None in found else number(*found)
    return value


def rounded(value, places):
    """The nearest of so many places; halves go away from zero."""
    size = abs(value) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**places)


def expression(chance, names=("tenth", "milli", "tiny"), divides=False):
    """A number worked out of decimals: its text, its value in a row, and one that it may be."""
    one, other = chance.choice(names), chance.choice(names)
    factor = chance.choice([Fraction(3), Fraction(1, 10), Fraction(5, 4), Fraction(-7, 100), Fraction(1, 8)])
    which, a, b = chance.randrange(7 if divides else 6), some(chance, one), some(chance, other)
    if which == 0:
        return f"{one} * {text(factor)}", of_cells([one], lambda x: x * factor), a * factor
    if which == 1:
        return f"{one} + {text(abs(factor))}", of_cells([one], lambda x: x + abs(factor)), a + abs(factor)
    if which == 2:
        return f"{one} - {other}", of_cells([one, other], lambda x, y: x - y), a - b
    if which == 3:
        return f"{one} + {other} * 2", of_cells([one, other], lambda x, y: x + y * 2), a + b * 2
    if which == 4 and "long" not in (one, other):
        return f"{one} * {other}", of_cells([one, other], lambda x, y: x * y), a * b
    if which == 5:
        places = chance.randrange(0, 4)
        return f"round({one}, {places})", of_cells([one], lambda x: rounded(x, places)), rounded(a, places)
    if which == 6:
        by = chance.choice([Fraction(3, 10), Fraction(3), Fraction(1, 4), Fraction(21, 10)])
        return f"{one} / {text(by)}", of_cells([one], lambda x: x / by), a
    return one, of_cells([one], lambda x: x), a


def value(chance):
    """What is summed."""
    said, number, _ = expression(chance)
    return said if said.isalpha() else f"({said})", number


def leaf(chance):
    """A condition on a number worked out, of which some rows are just at the edge."""
    said, number, edge = expression(chance, ("tenth", "milli", "tiny", "long"), divides=True)
    mark = chance.choice(["<", ">", "<=", ">=", "is"])
    edge = edge if is_written(edge) else Fraction(3, 10)

    def truth(row):
        found = number(row)
        # What has no end, or too many digits, is rounded before it is compared.
        return None if found is None else compared(mark, found if is_written(found) else Fraction(float(found)), edge)
    return f"{said} {mark} {text(edge)}", truth


def compared(mark, one, other):
    return (one < other if mark == "<" else one > other if mark == ">" else one <= other if mark == "<=" else
            one >= other if mark == ">=" else one == other)


def dimension(chance):
    """Bands, of which some numbers are at the edges."""
    name, ends = chance.choice([("tenth", [Fraction(-3, 10), Fraction(1, 10), Fraction(3, 10)]),
                                ("tiny", [Fraction(1, 10), Fraction(3, 10), Fraction(7, 10)])])

    def key(row):
        below = [end for end in ends if row[name] is not None and end <= row[name]]
        return None if row[name] is None else float(below[-1]) if below else "under"
    return f"bands({name}, {', '.join(map(text, ends))})", key
