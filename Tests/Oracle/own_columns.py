"""Conditions on rare days, few rows and stretches of rows, and on the columns of t at the ends of what a column can
be (own_tables.edges): each is its text and what it says of a row. See own_made.py."""
import re
from datetime import date

from own_tables import CODES, PLACES, SORTS, STATES, ZONES


def ordered(name, mark, number):
    def truth(row):
        value = row[name]
        if value is None:
            return None
        return (value < number if mark == "<" else value > number if mark == ">" else
                value <= number if mark == "<=" else value >= number)
    return f"{name} {mark} {number}", truth


def rarer(chance, which):
    """Conditions on days, of few rows, and of stretches of rows that end at 65,536 or near."""
    def of_day(truth):
        return lambda row: None if row["day"] is None else truth(row["day"])
    year, month = chance.randrange(2010, 2024), f"{chance.randrange(2010, 2024)}-{chance.randrange(1, 13):02}"
    if which == 17:
        return chance.choice([
            (f"day < {year}", of_day(lambda day: int(day[:4]) < year)),
            (f"day > {month}", of_day(lambda day: day[:7] > month)),
            (f"day <= {month}-11", of_day(lambda day: day <= month + "-11")),
            (f"day is {month}", of_day(lambda day: day[:7] == month)),
            (f"day between {year} and {year + 1}", of_day(lambda day: year <= int(day[:4]) <= year + 1))])
    if which == 18:
        edge = chance.choice([1, 63, 64, 2000, 65_535, 65_536, 65_537])
        return ordered("at", chance.choice(["<", ">="]), edge)
    if which == 19:
        number = chance.randrange(0, 4000) / 4
        return ordered("rate", chance.choice(["<", ">", "<=", ">="]), number)
    if which == 20:
        number = chance.randrange(-300, 300)
        return f"m is {number}", lambda row: None if row["m"] is None else row["m"] == number
    if which == 21:
        words = chance.sample(PLACES, chance.choice([1, 3, 12]))
        quoted = ", ".join('"' + word + '"' for word in words)
        return (f"place in ({quoted})",
                lambda row: None if row["place"] is None else row["place"] in words)
    if which == 22:
        word = chance.choice(["No", "Es", "Our", "zz"])
        return (f'place starts with "{word}"',
                lambda row: None if row["place"] is None else row["place"].lower().startswith(word.lower()))
    return ordered("n", "<", chance.choice([1, 5, 30]))


def quoted(words):
    return ", ".join('"' + word + '"' for word in words)


def of_cell(name, says):
    """A condition on a cell, unknown where the cell is."""
    return lambda row: None if row[name] is None else says(row[name])


def leaf(chance):
    which = chance.randrange(15)
    if which > 12:
        return spelled(chance)
    mark, code = chance.choice(["<", ">", "<=", ">="]), chance.choice(CODES)
    text, whole = f"c{code}", f"i{code}"
    # The codes beside the edges of a byte and of two are asked as often as all the others.
    place = chance.choice([chance.randrange(code), 0, code - 1, code - 2, 254, 255, 256, 65_534, 65_535, 65_536])
    if which == 0:
        return f'{text} is "w{place}"', of_cell(text, lambda cell: cell == f"w{place}")
    if which == 1:
        words = [f"w{at}" for at in {place, chance.randrange(code), chance.randrange(70_000)}]
        return f"{text} in ({quoted(words)})", of_cell(text, lambda cell: cell in words)
    if which == 2:
        part = chance.choice(["w1", "25", "55", "w6553", "0"])
        return chance.choice([(f'{text} contains "{part}"', of_cell(text, lambda cell: part in cell)),
                              (f'{text} ends with "{part}"', of_cell(text, lambda cell: cell.endswith(part)))])
    if which == 3:
        return ordered(whole, mark, place - (128 if code == 257 else 0))
    if which == 4:
        number = place - (128 if code == 257 else 0)
        return f"{whole} is {number}", of_cell(whole, lambda cell: cell == number)
    if which == 5:
        name = chance.choice(["void", text, whole, "wide", "loss", "cents", "since", "st", "site.area", "site.area.zone"])
        way = chance.choice(["known", "unknown"])
        return f"{name} is {way}", lambda row: (row[name] is None) == (way == "unknown")
    if which == 6:
        return 'void is "x"', lambda row: None
    if which == 7:
        return ordered("wide", mark, chance.choice([0, chance.randrange(-10**15, 10**15), 10**15 - 1, 1 - 10**15]))
    if which == 8:
        return ordered("loss", mark, -chance.choice([0, 1, 255, 256, 65_536, chance.randrange(10**6)]))
    if which == 9:
        number = chance.randrange(-100_000, 100_001) / 100
        if chance.random() < 0.2:
            return f"cents is {number:.2f}", of_cell("cents", lambda cell: cell == number)
        return ordered("cents", mark, number)
    if which == 10:
        year = chance.randrange(1880, 2100)
        return chance.choice([
            (f"since < {year}", of_cell("since", lambda day: int(day[:4]) < year)),
            (f"since >= {year}-03-05", of_cell("since", lambda day: day >= f"{year}-03-05")),
            (f"since between {year - 30} and {year}", of_cell("since", lambda day: year - 30 <= int(day[:4]) <= year)),
            (f"year(since) <= {year}", of_cell("since", lambda day: int(day[:4]) <= year))])
    if which == 11:
        word = chance.choice(ZONES)
        return f'site.area.zone is "{word}"', of_cell("site.area.zone", lambda cell: cell == word)
    return chance.choice([
        ("site.area.wet", lambda row: row["site.area.wet"]),
        ordered("site.area.height", mark, chance.randrange(-5, 30)),
        ("st in (" + quoted(STATES[:2]) + ")", of_cell("st", lambda cell: cell in STATES[:2])),
        ("cents * 2 < m", lambda row: None if row["cents"] is None or row["m"] is None
         else row["cents"] * 2 < row["m"])])


def spelled(chance):
    """Conditions in the other words that the language has for them."""
    which, low = chance.randrange(8), chance.randrange(-300, 300)
    words = chance.sample(PLACES, 4)
    if which == 0:
        return f'place is not "{words[0]}"', of_cell("place", lambda cell: cell != words[0])
    if which == 1:
        return f"place not in ({quoted(words)})", of_cell("place", lambda cell: cell not in words)
    if which == 2:
        return f"m between {low} and {low + 60}", of_cell("m", lambda cell: low <= cell <= low + 60)
    if which == 3:
        pattern = chance.choice(["^Nor.*ton$", "l(b|h)", "^[NS].+[dt]w", "zz"])
        return f'place matches "{pattern}"', of_cell("place", lambda cell: re.search(pattern, cell) is not None)
    if which == 4:
        return f'lower(place) is "{words[0].lower()}"', of_cell("place", lambda cell: cell == words[0])
    if which == 5:
        most = chance.randrange(-40_000, 40_000)

        def further(row):
            if row["day"] is None or row["since"] is None:
                return None
            return (date.fromisoformat(row["since"]) - date.fromisoformat(row["day"])).days > most
        return f"days(day, since) > {most}", further
    if which == 6:
        name = chance.choice(["open", "paid", "site.public"])
        way = chance.choice(["yes", "no"])
        return f"{name} is {way}", lambda row: row[name] is (way == "yes")
    return f"m not in ({low}, {low + 1}, {low + 2})", of_cell("m", lambda cell: not low <= cell <= low + 2)


def visit_leaf(chance):
    """A condition on a row of u."""
    which, mark = chance.randrange(9), chance.choice(["<", ">", "<=", ">="])
    if which < 2:
        name = chance.choice(["sure", "done", "site.public", "site.area.wet"])
        return name, lambda row: row[name]
    if which == 2:
        return ordered("cost", mark, chance.randrange(-50, 50))
    if which == 3:
        return ordered("fee", mark, chance.randrange(0, 900))
    if which == 4:
        year = chance.randrange(2000, 2012)
        return f"year is {year}", lambda row: row["year"] == year
    if which == 5:
        word = chance.choice(["mild", "loud", "dull"])
        return f'tone is "{word}"', of_cell("tone", lambda cell: cell == word)
    if which == 6:
        name = chance.choice(["cost", "tone", "sure", "site", "site.sort"])
        return f"{name} is known", lambda row: row[name] is not None
    if which == 7:
        word = chance.choice(ZONES)
        return f'site.area.zone is "{word}"', of_cell("site.area.zone", lambda cell: cell == word)
    word = chance.choice(["certainly", "possibly"])
    return f"{word} sure", lambda row: row["sure"] is True or word == "possibly" and row["sure"] is None


def site_leaf(chance):
    """A condition on a site's own cells."""
    which = chance.randrange(5)
    if which == 0:
        return "public", lambda site: site["public"]
    if which == 1:
        word = chance.choice(SORTS)
        return f'sort is "{word}"', of_cell("sort", lambda cell: cell == word)
    if which == 2:
        return ordered("size", chance.choice("<>"), chance.randrange(-20, 80))
    if which == 3:
        return "area.wet", lambda site: site["area.wet"]
    name = chance.choice(["size", "sort", "area", "area.zone"])
    return f"{name} is known", lambda site: site[name] is not None


def key(chance):
    """What rows of t are grouped by: the columns at the ends, and what is two links away."""
    few = ["site.area", "site.area.zone", "site.area.wet", "st", "void"]
    if chance.random() < 0.02:
        return chance.choice(["c65535", "c65536", "i65537", "cents", "since", "wide", "loss"])
    return chance.choice(few + few + ["c255", "c256", "c257", "i255", "i256", "i257"])


NUMBERS = ["wide", "loss", "cents", "i255", "i256", "i257", "i65535", "i65536", "i65537", "site.area.height"]
