"""Questions of own.py in other dress: charts and maps as data, answers as CSV, and the SQL that says the same."""
import re

import own_asked
import own_deep
import own_joined
import own_linked
import own_made
import own_ranks
import own_shapes
import own_ways
from own_asked import keyed
from own_made import condition, count_of, number_of, share_of, subset, values


def pictured(chance, world):
    """`chart count t by kind as dots`: the figures of the question without the word."""
    made = chance.choice([own_asked.groups, own_asked.across, own_asked.percent, own_ranks.ranked, own_asked.compared,
                          own_joined.joined, own_deep.deep, own_ranks.top])
    text, expected, read = made(chance, world)
    if text.endswith("| total"):  # which no chart has
        return pictured(chance, world)
    if text.startswith(("top", "bottom")) and " | show " in text:
        text, shown = text.split(" | show ")
        inner = read
        read = lambda answer: inner(only(answer, shown.split(", ")))
    form = chance.choice(["", " as bars", " as dots"])
    head, *stages = text.split(" | ")
    return " | ".join([f"chart {head}{form}", *stages]), expected, read


def only(answer, names):
    """An answer of rows with the columns of these names alone."""
    places = [[column["name"] for column in answer["columns"]].index(name) for name in names]
    return dict(answer, rows=[[row[at] for at in places] for row in answer["rows"]])


def mapped(chance, world):
    """`map sum n of t where … by state`."""
    text, truth = subset(chance)
    word, (name, value) = chance.choice(["count", "count", "share"] + own_asked.AGGREGATES), values(chance)
    state = [("state", lambda row: row["state"], own_made.plain)]
    members, base = own_asked.split(world, state, truth)
    if word == "share":
        inner = condition(chance, 1)
        asked, of = f"share where {inner[0]} among {text}", lambda here: share_of(here, inner[1])
    elif word == "count":
        asked, of = f"count {text}", count_of
    else:
        asked, of = f"{word} {name} of {text}", lambda here: number_of(word, value, here)
    expected = {key: [dict({"base": base[key]}, **of(here))] for key, here in members.items()}
    return f"{'map ' if chance.random() < 0.7 else ''}{asked} by state", expected, lambda answer: keyed(answer, state)


ASKED = [own_asked.groups, own_asked.groups, own_asked.across, own_asked.percent, own_asked.known, own_asked.compared,
         own_ranks.ranked, own_linked.linked, own_linked.through, own_linked.nested, own_joined.joined, own_ways.ways,
         own_deep.deep, own_deep.few, own_deep.chained, own_deep.added, mapped, own_asked.listed, own_asked.running,
         own_ranks.top, own_linked.shown, own_ways.beside]


def rows_only(text, expected, read):
    """Neither CSV nor SQL says how many rows there are besides, nor what the notes say; a total is their last row."""
    beside = ("counted", "matched", "more")

    def rows(answer):
        answer = dict(answer, matched=None, possible_more=None, notes=[])
        if text.endswith("| total"):
            answer.update(rows=answer["rows"][:-1], total=answer["rows"][-1])
        return {key: value for key, value in read(answer).items() if key not in beside}
    return text, {key: value for key, value in expected.items() if key not in beside}, rows


def written(chance, world):
    """Any question, whose answer is read as CSV."""
    text, expected, read = chance.choice(ASKED)(chance, world)
    if " across " in text and len({key[-1] for key in expected}) == 1:
        return written(chance, world)  # The only column bears no name.
    return *rows_only(text, expected, read), "csv"


def emitted(chance, world):
    """Any question as SQL, whose figures are what SQLite or DuckDB makes of it."""
    text, expected, read = chance.choice(ASKED)(chance, world)
    dialect = chance.choice(["sqlite", "duckdb"]) if own_shapes.has_duckdb() else "sqlite"
    text, expected, read = rows_only(text.removeprefix("map "), expected, read)
    return f"sql {dialect} {text}", expected, read, "sql"
