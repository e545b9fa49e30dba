"""Ranks of own.py: `top N t by n` of rows, and `top N sites by sum n of t` of what rows make of each site."""
import re

import own_made
from own_asked import keyed
from own_linked import plain_subset, site_set
from own_made import condition, count_of, number_of, share_of, subset, values
from own_tables import linked

RANKED = ["n", "m", "rate", "few", "few", "year", "cents", "wide", "loss", "i255", "i256", "i257", "i65535", "i65536",
          "i65537", "site.size", "site.area.height", "big"]


def counted(note):
    """How many a note names: "a, b and 3 more"."""
    names, more = re.match(r"(.*?)(?: and ([\d,]+) more)? could rank", note).groups()
    return len(names.split(", ")) + int((more or "0").replace(",", ""))


def top(chance, world):
    """`top N t … by n`: rows with ties, unknown cells, and rows of which it is open whether they belong."""
    text, truth = subset(chance)
    while " " in text and text[0] == "(":
        text, truth = subset(chance)
    if chance.random() < 0.25 and " of " not in text:
        sites, inside = site_set(chance, world)
        found, own = {site["id"]: inside(site) for site in world.sites}, truth
        if True not in found.values():
            return top(chance, world)
        text += f" of ({sites})"
        truth = lambda row: own_made.both(None if row["site"] is None else found[row["site"]], own(row))
    name, word = chance.choice(RANKED), chance.choice(["top", "bottom"])
    most = chance.choice([1, 3, 10, 40, 500])
    sign = -1 if word == "top" else 1
    given = [(row, truth(row)) for row in world.rows]
    sure = [row for row, value in given if value is True]
    valued = [row for row in sure if row[name] is not None]
    best = sorted(sign * row[name] for row in valued)
    last = best[min(most, len(best)) - 1] if best else None
    expected = {(row["at"],): [row[name]] for row in valued if sign * row[name] <= last}
    rivals = sum(1 for row, value in given if value is None and row[name] is not None
                 and (len(best) < most or sign * row[name] < last))
    expected["counted"] = {
        "matched": len(sure), "possible_more": sum(value is None for _, value in given),
        "tied": len(expected) - most if len(expected) > most else None,
        "without": len(sure) - len(valued) or None}
    asked = f"{word} {most} {text} by {name} | show at, {name}"

    def read(answer):
        found = {(row[0],): row[1:] for row in answer["rows"]}
        order = [row[1] for row in answer["rows"]]
        if order != sorted(order, reverse=word == "top"):
            found["not in order"] = []
        notes = {"tied": None, "without": None}
        for note in answer.get("notes", []):
            for kind, pattern in (("tied", r"([\d,]+) more than asked"), ("without", r"([\d,]+) t of which it is not known where")):
                said = re.match(pattern, note)
                if said:
                    notes[kind] = int(said.group(1).replace(",", ""))
        found["counted"] = {"matched": answer["matched"], "possible_more": answer["possible_more"], **notes}
        return found
    return asked, expected, read


def ranked(chance, world):
    """`top N sites by count of t where …`: what rows of t or u make of each site."""
    name = chance.choice(["t", "t", "u"])
    text, truth, leaf = plain_subset(chance, name)
    rows = world.named[name]
    word, most = chance.choice(["count", "count", "sum", "average", "share", "min", "max", "median"]), chance.choice([3, 10, 60])
    field, value = values(chance) if name == "t" else chance.choice([("cost", lambda row: row["cost"]),
                                                                     ("fee", lambda row: row["fee"])])
    here = linked(rows, "site", world.sites, truth)
    base = {site: len(all_) for site, all_ in linked(rows, "site", world.sites, lambda row: True).items()}
    down = "top" if chance.random() < 0.7 else "bottom"
    if word == "share":
        other = condition(chance, 1, leaf)
        asked = f"{down} {most} sites by share where {other[0]} among {text}"
        of = lambda members: share_of(members, other[1])
    else:
        asked = f"{down} {most} sites by {word}{'' if word == 'count' else ' ' + field} of {text}"
        of = count_of if word == "count" else lambda members: number_of(word, value, members)
    if not world.complete and word != "count":  # Nothing is known of the numbers of rows that may be missing.
        return asked, {}, lambda answer: keyed(answer, [("site", None, own_made.plain)])
    figures = {(site,): dict({"base": base[site]}, **of(members)) for site, members in here.items()}
    # A sum, mean, … that lacks values, and one of rows that may all be missing, ranks below those that are known.
    lacking = set()
    if word not in ("count", "share"):
        lacking = {(site,) for site, members in here.items() if any(value(row) is None for row, _ in members)
                   or word != "sum" and not any(sure for _, sure in members)}
    known = {key: one for key, one in figures.items() if one.get("low") is not None and key not in lacking}
    # The top is of the numbers that are reached for certain, the bottom of those that are not passed.
    end = "low" if down == "top" else "high"
    ends = sorted((one[end] for one in known.values()), reverse=down == "top")
    last = ends[min(most, len(ends)) - 1] if ends else 0
    if not world.complete and down == "bottom":  # No count has an upper end, so that all tie.
        last = ends[-1]
    expected = {key: [one] for key, one in known.items() if (one[end] >= last if down == "top" else one[end] <= last)}
    if len(known) < most:  # Means that lack values have no order among themselves; a sum that does is not known.
        expected.update({key: [figures[key]] for key in lacking if figures[key].get("low") is not None})
    if not world.complete:
        for one in expected.values():
            one[0].update(high=None)
            del one[0]["unknown"]
    return asked, expected, lambda answer: keyed(answer, [("site", None, own_made.plain)])
