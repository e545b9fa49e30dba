#!/usr/bin/env python3
"""Writes raw.py's answers as a folder of tables in the shipped format, to try compare.py
and queries.py before, or without, the dataset builder's tables.

    fixture.py OUT_DIR [RAW_DIR]
"""
import csv
import os
import sys

import raw as oracle


def write(folder, name, header, lines):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(lines)


def main(argv):
    out = argv[0]
    raw_dir = argv[1] if len(argv) > 1 else oracle.default_raw()
    os.makedirs(out, exist_ok=True)
    b = oracle.build(raw_dir)
    st = oracle.rows(raw_dir, "counties", "states.csv")
    region = {r["postal"]: r["region"] for r in st}
    pop = {r["fips"]: r["pop_2018"] for r in oracle.rows(raw_dir, "counties", "county-population-2010-2018.csv")}
    pos = {r["fips"]: r for r in oracle.rows(raw_dir, "counties", "county-centers.csv")}
    grounds = {}
    lines = []
    for f, c in sorted(b["counties"].items()):
        ids = []
        for field in oracle.FIELDS:
            g = b["answers"][f, field]
            ids.append(grounds.setdefault(g, "G%03d" % (len(grounds) + 1)))
        p = pos.get(f, {"pclat10": "unknown", "pclon10": "unknown"})
        lines.append([f, c["name"], c["state"], region[c["state"]], pop.get(f) or "unknown",
                      p["pclat10"], p["pclon10"], *ids])
    write(out, "counties", "fips name state region population latitude longitude".split() + oracle.FIELDS, lines)
    write(out, "grounds", "id value reason basis confidence rules sources".split(),
          [[i, *g, "", ""] for g, i in grounds.items()])
    listed = {a["state"] for a in b["agencies"].values()}
    write(out, "states", "code name region division jail_system".split(),
          [[r["postal"], r["name"], r["region"], r["division"],
            "" if not r["region"] else "state" if r["postal"] in oracle.STATE_JAILS else
            "regional" if r["postal"] in oracle.REGIONAL_JAILS else "county"]
           for r in sorted(st, key=lambda r: r["postal"]) if r["region"] or r["postal"] in listed])
    ag = {k: "A%04d" % i for i, k in enumerate(sorted(b["agencies"]), 1)}
    write(out, "agencies", "id name state kind county located_in county_candidates".split(),
          [[ag[k], a["name"], a["state"], a["kind"], a["county"] or "", a["located_in"] or "",
            a["county_candidates"] or ""]
           for k, a in sorted(b["agencies"].items())])
    lines = []
    for i, g in enumerate(sorted(b["agreements"], key=lambda g: (g["key"], g["model"])), 1):
        a = b["agencies"][g["key"]]
        lines.append(["M%04d" % i, ag[g["key"]], a["kind"], a["county"] or "", a["state"], g["model"],
                      g["signed"], g["document"], "2026-05-18"])
    write(out, "agreements", "id agency kind county state model signed document snapshot".split(), lines)


if __name__ == "__main__":
    main(sys.argv[1:])
