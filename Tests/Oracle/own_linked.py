"""Questions of own.py from sites to the rows of t that lead to them and back; see own_asked.py."""
import own_made
import own_tables
from own_columns import visit_leaf
from own_asked import AGGREGATES, keyed, several
from own_made import add_up, condition, count_of, number_of, opposite, subset, values


def plain_subset(chance, name):
    """A set of rows of t or of u without brackets: its text, whether a row is in it, and conditions on such rows."""
    if name == "u":
        if chance.random() < 0.25:
            return "u", lambda row: True, visit_leaf
        text, truth = condition(chance, chance.choice([0, 1]), visit_leaf)
        return f"u where {text}", truth, visit_leaf
    text, truth = subset(chance)
    while text[0] == "(":
        text, truth = subset(chance)
    return text, truth, own_made.leaf


def site_leaf(chance, world):
    """A condition on a site: of its own fields, or of the rows of t that lead to it."""
    which = chance.randrange(11)
    if which == 0:
        return "public", lambda site: site["public"]
    if which == 1:
        word = chance.choice(own_tables.SORTS)
        return f'sort is "{word}"', lambda site: None if site["sort"] is None else site["sort"] == word
    if which == 2:
        return own_made.ordered("size", chance.choice("<>"), chance.randrange(-20, 80))
    if which == 3:
        return "sort is known", lambda site: site["sort"] is not None
    text, truth = subset(chance)
    while text[0] == "(":
        text, truth = subset(chance)
    number = {site: (one["low"], one["high"] if world.complete else float("inf")) for site, one in
              ((site, count_of(here)) for site, here in world.members(truth).items())}
    size = chance.choice([1, 1, 2, 3, sorted(low for low, _ in number.values())[chance.randrange(len(world.sites))] + 1])
    inner = text if text == "t" else f"({text})"

    def least(size):
        def truth(site):
            low, high = number[site["id"]]
            return True if low >= size else False if high < size else None
        return truth
    if which < 6:
        words = inner if size == 1 else f"at least {size} {inner}"
        return f"has {words}", least(size)
    if which == 6:
        return f"has at most {size} {inner}", lambda site: opposite(least(size + 1)(site))
    if which == 7:
        return f"has more than {size} {inner}", least(size + 1)
    if which == 8:
        return (f"has exactly {size} {inner}",
                lambda site: own_made.both(least(size)(site), opposite(least(size + 1)(site))))
    if which == 9:
        return f"count of {inner} >= {size}", least(size)
    name, value = chance.choice([("n", lambda row: row["n"]), ("few", lambda row: row["few"]),
                                 ("m", lambda row: row["m"])])
    sums = {site: number_of("sum", value, here) for site, here in world.members(truth).items()}
    limit = int(chance.choice([one.get("low") or one.get("open_low") or 0 for one in sums.values()]))

    def more(site):
        one = sums[site["id"]]
        if one["low"] is None or not world.complete:
            return None
        return True if one["low"] > limit else False if one["high"] <= limit else None
    return f"sum {name} of {inner} > {limit}", more


def site_set(chance, world):
    which = chance.random()
    if which < 0.15:
        return "sites", lambda site: True
    if which < 0.4:
        text, truth = subset(chance)
        while text[0] == "(":
            text, truth = subset(chance)
        members = world.members(truth)
        word, size = chance.choice([("with", 1), ("without", 1), ("with at least", 3)])

        def found(site):
            here = count_of(members[site["id"]])
            has = True if here["low"] >= size else False if world.complete and here["high"] < size else None
            return opposite(has) if word == "without" else has
        inner = text if text == "t" else f"({text})"
        return f"sites {word}{' 3' if size == 3 else ''} {inner}", found
    text, truth = condition(chance, 1, lambda chance: site_leaf(chance, world))
    return f"sites where {text}", truth


def figure(asked, one):
    return asked, {(): [one]}, lambda answer: {(): [answer]}


def linked(chance, world):
    text, truth = site_set(chance, world)
    found = [(site, truth(site)) for site in world.sites]
    members = [(site, value is True) for site, value in found if value is not False]
    if chance.random() < 0.6:
        return figure(f"count {text}", dict(count_of(members), base=len(world.sites)))
    base = {}
    for site in world.sites:
        base.setdefault((site["sort"],), []).append(site)
    expected = {key: [dict(count_of([one for one in members if one[0]["sort"] == key[0]]), base=len(here))]
                for key, here in base.items()}
    return f"count {text} by sort", expected, lambda answer: keyed(answer, [("sort", None, own_made.plain)])


def shown(chance, world):
    """`list sites where … | show count of t, sum n of (t where …)`."""
    text, truth = site_set(chance, world)
    columns, numbers = [], []
    for at in range(chance.choice([1, 2, 3])):
        inner, own = subset(chance)
        while inner[0] == "(":
            inner, own = subset(chance)
        word, name = chance.choice(["count"] + AGGREGATES), chance.choice(["n", "m", "rate", "few"])
        members = world.members(own)
        quoted = inner if inner == "t" else f"({inner})"
        columns.append(f"{word}{'' if word == 'count' else ' ' + name} of {quoted} named c{at}")
        numbers.append({site: count_of(here) if word == "count" else
                        number_of(word, lambda row, name=name: row[name], here) for site, here in members.items()})
        if word not in ("count", "sum"):  # The mean of no rows is no figure.
            numbers[-1].update({site: {"low": None, "high": None} for site, here in members.items() if not here})
        if not world.complete:
            for here in numbers[-1].values():
                low = here.get("low")
                here.clear()
                here.update({"low": low, "high": None} if word == "count" else {"low": None, "high": None})
    asked = f"list {text} | show id, {', '.join(columns)}"
    expected = {(site["id"],): [column[site["id"]] for column in numbers] for site in world.sites
                if truth(site) is True}
    perhaps = sum(1 for site in world.sites if truth(site) is None)
    expected["more"] = perhaps

    def read(answer):
        return {**{(row[0],): [cell or {"low": None, "high": None} for cell in row[1:]] for row in answer["rows"]},
                "more": answer["possible_more"]}
    return asked, expected, read


def through(chance, world):
    """`count t where … of (sites where …)`, grouped or not."""
    while True:
        text, truth = subset(chance)
        sites, inside = site_set(chance, world)
        found = {site["id"]: inside(site) for site in world.sites}
        if text[0] != "(" and True in found.values():
            break
    link = lambda row: None if row["site"] is None else found[row["site"]]
    dims = several(chance, chance.choice([0, 1, 1]))
    members, base = {}, {}
    for row in world.rows:
        linked = link(row)
        if linked is not False:
            key = tuple(dim[1](row) for dim in dims)
            base[key] = base.get(key, 0) + 1
            value = own_made.both(linked, truth(row))
            members.setdefault(key, [])
            if value is not False:
                members[key].append((row, value is True))
    word, (name, value) = chance.choice(["count", "count", "sum", "average"]), values(chance)
    of = count_of if word == "count" else lambda here: number_of(word, value, here)
    if not dims:
        members.setdefault((), [])
    expected = {key: [dict(of(here), base=base.get(key, 0))] for key, here in members.items()}
    asked = f"count {text}" if word == "count" else f"{word} {name} of {text}"
    asked += f" of ({sites})" + (f" by {dims[0][0]}" if dims else "")
    return asked, expected, lambda answer: keyed(answer, dims)


def added_once(rows, link, own, sites, name):
    """The ends of a count (NAME is None) or sum of the rows that lead to SITES, which are (site, whether for certain):
    a row that may be of several adds once."""
    members = {site["id"]: sure for site, sure in sites}
    found = []
    for row in rows if sites else []:
        value = own(row)
        if value is not False and (row[link] is None or row[link] in members):
            found.append((row, value is True and members.get(row[link], False)))
    return count_of(found) if name is None else number_of("sum", lambda row: own_made.exactly(row[name]), found)


def tighter(one, other):
    """What two proven bounds make together."""
    return {"low": max(one["low"], other["low"]), "high": min(one["high"], other["high"])}


def nested(chance, world):
    """`sum (sum n of t) of sites by sort` and `sum (count of site.t) of t by kind`."""
    inner, own = subset(chance)
    while inner[0] == "(":
        inner, own = subset(chance)
    quoted = inner if inner == "t" else f"({inner})"
    if chance.random() < 0.5 or inner != "t":
        name, word = chance.choice(["n", "few", "m"]), chance.choice(["count", "sum"])
        of = {site: count_of(here) if word == "count" else number_of("sum", lambda row: row[name], here)
              for site, here in world.members(own).items()}
        text, truth = site_set(chance, world)
        asked = f"sum ({'count' if word == 'count' else 'sum ' + name} of {quoted}) of {text}"
        subjects, link = world.sites, lambda site: of[site["id"]]
        dims = [("sort", lambda site: site["sort"], own_made.plain)] if chance.random() < 0.6 else []
    else:
        of = {site: count_of(here) for site, here in world.members(own).items()}
        any_ = {"low": min(one["low"] for one in of.values()), "high": max(one["high"] for one in of.values())}
        text, truth = subset(chance)
        asked = f"sum (count of site.t) of {text}"
        subjects, link = world.rows, lambda row: of[row["site"]] if row["site"] else any_
        dims = several(chance, chance.choice([0, 1]))
    groups = {} if dims else {(): []}
    base, missing, met = {}, {}, {}
    for one in subjects:
        key = tuple(dim[1](one) for dim in dims)
        base[key] = base.get(key, 0) + 1
        groups.setdefault(key, [])
        value = truth(one)
        if value is not False:
            number = link(one)
            met.setdefault(key, []).append((one, value is True))
            if number["low"] is None:
                missing[key] = missing.get(key, 0) + 1
            else:
                groups[key].append((number["low"], number["high"], value is True))
    expected = {key: [dict(add_up(here, missing.get(key, 0)), base=base.get(key, 0))] for key, here in groups.items()}
    if subjects is world.sites:
        for key in set(groups) - set(missing):
            once = added_once(world.rows, "site", own, met.get(key, []), None if word == "count" else name)
            expected[key][0].update(tighter(expected[key][0], once))
    if not world.complete:
        expected = {key: [{"high": None, "base": one[0]["base"]} if groups[key] or missing.get(key) else one[0]]
                    for key, one in expected.items()}
    return asked + (f" by {dims[0][0]}" if dims else ""), expected, lambda answer: keyed(answer, dims)
