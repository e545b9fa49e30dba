#!/usr/bin/env python3
"""Writes raw.py's answers as a folder of tables in the shipped format, to try compare.py,
truth.py and queries.py before, or without, the dataset builder's tables.

    fixture.py OUT_DIR [RAW_DIR]

`self_test` plants faults in such a folder, made of a few made-up counties (madeup.py), and
sees that compare.py finds each; truth.py uses the same folder for its own.
"""
import contextlib
import csv
import io
import os
import sys
import tempfile

import compare
import madeup
import raw as oracle

SOURCE = ["S001", "a made-up page", "a made-up office", "2026", "unknown", "https://example.invalid/"]


def write(folder, name, header, lines):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(lines)


def histories(b):
    """{(fips, field): ((since or '', answer), ...)} over every day on which one can change."""
    out, stands, only = {}, {}, oracle.collections.defaultdict(list)
    for f, c in b["counties"].items():
        for field in oracle.FIELDS:
            # Where only the state's law speaks one county stands for all of the state.
            alone = field in oracle.RECORDED or (f, field) in oracle.ANNOUNCED
            stands[f, field] = first = (f, field) if alone else stands.get((c["state"], field), (f, field))
            if not alone:
                stands[c["state"], field] = first
            if first == (f, field):
                only[f].append(field)
    days = compare.candidates(b, compare.Histories(compare.Report(), None))
    for day in [days[0].replace(year=1900)] + days:
        for key, answer in b["record"].answers(day, only).items():
            line = out.setdefault(key, [("", answer)])
            if line[-1][1] != answer:
                line.append((day.isoformat(), answer))
    return {(f, field): tuple(out[stands[f, field]]) for f in b["counties"] for field in oracle.FIELDS}


def tables(out, b, st, region, pop, pos):
    os.makedirs(out, exist_ok=True)
    grounds, timelines, lines = {}, {}, []
    kept = histories(b)
    for key, line in kept.items():
        timelines.setdefault(line, "T%04d" % (len(timelines) + 1))
        for _, g in line:
            grounds.setdefault(g, "G%03d" % (len(grounds) + 1))
    for f, c in sorted(b["counties"].items()):
        p = pos.get(f, {"pclat10": "unknown", "pclon10": "unknown"})
        lines.append([f, c["name"], c["state"], region[c["state"]], pop.get(f) or "unknown",
                      p["pclat10"], p["pclon10"]] + [timelines[kept[f, field]] for field in oracle.FIELDS])
    write(out, "counties", "fips name state region population latitude longitude".split() + oracle.FIELDS, lines)
    write(out, "timelines", "id since ground".split(),
          [[i, since, grounds[g]] for line, i in timelines.items() for since, g in line])
    write(out, "grounds", "id value reason basis confidence rules detail sources".split(),
          [[i, *g, "", "", "S001"] for g, i in grounds.items()])
    write(out, "sources", "id title publisher published retrieved place".split(), [SOURCE])
    listed = {a["state"] for a in b["agencies"].values()}
    write(out, "states", "code name region division jail_system".split(),
          [[r["postal"], r["name"], r["region"], r["division"],
            "" if not r["region"] else "state" if r["postal"] in oracle.STATE_JAILS else
            "regional" if r["postal"] in oracle.REGIONAL_JAILS else "county"]
           for r in sorted(st, key=lambda r: r["postal"]) if r["region"] or r["postal"] in listed])
    lists(out, b)


def lists(out, b):
    agencies, agreements = [], []
    for s in b["record"].snapshots:
        ids = {k: "A%04d/%s" % (i, s.day) for i, k in enumerate(sorted(s.agencies), 1)}
        source = "ice-287g-%s" % s.day
        for k, a in sorted(s.agencies.items()):
            agencies.append([ids[k], a["name"], a["state"], a["kind"], a["county"] or "", a["located_in"] or "",
                             s.day, source, a["county_candidates"] or ""])
        for g in sorted(s.agreements, key=lambda g: (g["key"], g["model"], g["line"])):
            a = s.agencies[g["key"]]
            agreements.append(["M%05d" % (len(agreements) + 1), ids[g["key"]], a["kind"], a["county"] or "",
                               a["state"], g["model"], g["signed"], g["document"], s.day, source,
                               a["county_candidates"] or ""])
    write(out, "agencies", "id name state kind county located_in snapshot source county_candidates".split(), agencies)
    write(out, "agreements", "id agency kind county state model signed document snapshot source county_candidates".split(),
          agreements)


def make(out, raw_dir):
    b = compare.load(raw_dir)
    st = oracle.rows(raw_dir, "counties", "states.csv")
    pos = {r["fips"]: r for r in oracle.rows(raw_dir, "counties", "county-centers.csv")}
    tables(out, b, st, b["regions"], b["population"], pos)
    return b


# ------------------------------------------------------------------ self-tests

@contextlib.contextmanager
def small():
    """A folder of made-up raw files and of the tables that follow from it."""
    kept = oracle.COUNTIES
    with tempfile.TemporaryDirectory() as folder:
        raw_dir, out = os.path.join(folder, "raw"), os.path.join(folder, "tables")
        oracle.COUNTIES = madeup.write(raw_dir)
        try:
            yield raw_dir, out, make(out, raw_dir)
        finally:
            oracle.COUNTIES = kept


def edit(folder, name, change):
    """Rewrites a table by `change`, which gets its rows (dicts), and gives back the old text."""
    path = os.path.join(folder, name + ".csv")
    with open(path, encoding="utf-8", newline="") as f:
        old = f.read()
    rows = list(csv.DictReader(io.StringIO(old)))
    header = list(rows[0])
    rows = change(rows) or rows
    write(folder, name, header, [[r[c] for c in header] for r in rows])
    return path, old


def finds(program, folder, raw_dir, faults, *flags):
    """What `program` does not find of `faults`: (name, table, change). A name that begins with a
    letter in brackets must be found under that letter."""
    missed = []
    for name, table, change in [(None, "counties", lambda rows: rows)] + faults:
        path, old = edit(folder, table, change)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = program([folder, raw_dir, *flags])
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write(old)
        other = name and name.startswith("(") and name[:3] + " 0 violations" in said.getvalue()
        if other or code != (0 if name is None else 1):
            missed.append((name or "no fault") + ":\n" + said.getvalue())
    return missed


def name_rules(rows):
    """Names a rule under every answer by law, as the builder does."""
    for r in rows:
        if "law" in r["basis"]:
            r["rules"] = "XS-x" if r["value"] == "no" else "XN-x"


def other_value(day, f, field, b, out):
    """A change of grounds.csv that turns the value of one county's ground on a day."""
    day = compare.datetime.date.fromisoformat(day)
    lines = compare.Histories(compare.Report(), out)
    county = [r for r in compare.table(out, "counties") if r["fips"] == f][0]
    ground = lines.at(county[field], day)["id"]

    def change(rows):
        for r in rows:
            if r["id"] == ground:
                r.update(value="no" if r["value"] == "yes" else "yes", reason="", basis="listed", confidence="high")
    return change


def self_test():
    bad = []
    with small() as (raw_dir, out, b):
        for (day, fips, field), want in madeup.EXPECTED.items():
            got = b["record"].answers(compare.datetime.date.fromisoformat(day))[fips, field][:2]
            if got != want:
                bad.append("%s %s %s: %s, by hand %s" % (day, fips, field, got, want))
        faults = [("a value at %s" % d, "grounds", other_value(d, f, field, b, out)) for d, f, field in [
            ("2017-12-31", "98001", "detention_contract"), ("2025-05-01", "98003", "agreement_287g"),
            ("2026-05-18", "99001", "detainers"), ("2019-12-31", "98001", "inquiry_required")]]
        faults += [
            ("a later start", "timelines", lambda rows: [
                r.update(since="2025-06-01") for r in rows if r["since"] == "2025-03-05"] and None),
            ("a first row with a day", "timelines", lambda rows: rows[0].update(since="2000-01-01")),
            ("a piece after the newest list", "timelines", lambda rows: rows[-1].update(since="2026-05-19")),
            ("a ground that is not there", "timelines", lambda rows: rows[0].update(ground="G999")),
            ("a county missing", "counties", lambda rows: rows[1:]),
            ("a wrong population", "counties", lambda rows: rows[0].update(population="1")),
            ("an agreement missing", "agreements", lambda rows: rows[1:]),
            ("a signing day", "agreements", lambda rows: rows[-1].update(signed="2020-01-01")),
            ("a list's source", "agencies", lambda rows: rows[0].update(source="ice-287g-2026-05-18x")),
            ("an agency's county", "agencies", lambda rows: [
                r.update(county="98005") for r in rows if r["county"] == "98001"] and None)]
        bad += finds(compare.main, out, raw_dir, faults)
        bad += finds(compare.main, out, raw_dir, [("a reason", "grounds", lambda rows: [
            r.update(reason="made up") for r in rows if r["value"] == "unknown"] and None)], "--reasons")
        bad += finds(compare.main, out, raw_dir, [("a value on a day between", "timelines", lambda rows: [
            r.update(since="2025-03-09") for r in rows if r["since"] == "2025-03-05"] and None)], "--every-day")
    print("\n".join(bad) or "compare.py: %d answers by hand, %d planted faults found" % (
        len(madeup.EXPECTED), len(faults) + 2))
    return 1 if bad else 0


def main(argv):
    make(argv[0], argv[1] if len(argv) > 1 else oracle.default_raw())


if __name__ == "__main__":
    main(sys.argv[1:])
