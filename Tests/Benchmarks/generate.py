#!/usr/bin/env python3
"""Makes the rows that the benchmarks run over: made up, and the same bytes for the same number of rows.

usage: generate.py FOLDER [ROWS ...]      (default 1000000 10000000)

Writes counties_ROWS.csv and .parquet (16 columns, in random order), days_ROWS.csv and .parquet (4 columns, in the
order of their days), agreements.csv and .parquet (50,000 rows), and places.csv (the 3,144 made-up counties, each
once). Needs numpy, pyarrow, polars.
Text cells are quoted only where they must be, about 1 in 500 rows; with QUOTE=always in the
environment every text cell is.
"""
import os
import sys
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

STATES = ("Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware District_of_Columbia Florida "
          "Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts "
          "Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico "
          "New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina "
          "South_Dakota Tennessee Texas Utah Vermont Virginia Washington West_Virginia Wisconsin Wyoming").split()
STATES = [s.replace("_", " ") for s in STATES]
FIPS = [1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 44, 45, 46, 47, 48, 49, 50, 51, 53, 54, 55, 56]
PER = [67, 30, 15, 75, 58, 64, 8, 3, 1, 67, 159, 5, 44, 102, 92, 99, 105, 120, 64, 16, 24, 14, 83, 87, 82, 115, 56, 93,
       17, 10, 21, 33, 62, 100, 53, 88, 77, 36, 67, 5, 46, 66, 95, 254, 29, 14, 133, 39, 55, 72, 23]
COMMON = ("Washington Jefferson Franklin Jackson Lincoln Madison Montgomery Clay Marion Union Monroe Wayne Grant Warren "
          "Greene Carroll Douglas Adams Clark Johnson Lake Lee Marshall Polk Calhoun Crawford Fayette Hamilton Henry "
          "Logan Benton Cass Lawrence Morgan Perry Pike Putnam Scott Shelby Hancock Mercer Boone Butler Columbia").split()
A = "Al Bar Ches Dor El Fair Gran Har Is Ken Lan Mar Nor Or Pal Quin Ros Stan Tur Val Wil York Zav Doña Ste San".split()
B = "a be ca de fe go ha i ka lo me no pe ra so te va we".split()
C = "bury chester den dale field ford gan ham kin land ley mont ner port quin ridge son ston ton ville wick worth".split()
POLICIES = ["detainers", "notify", "interview", "jail_access", "info_share", "agreement_287g", "ice_contract"]
P_YES = [0.55, 0.60, 0.35, 0.45, 0.30, 0.05, 0.08]
P_UNKNOWN = [0.10, 0.20, 0.30, 0.15, 0.25, 0.02, 0.05]
SOURCES = 20000


def dims(rng):
    """3,144 counties, about 1,900 distinct names, a few with a comma (quoted in CSV) or a letter outside ASCII."""
    names, state, fips = [], [], []
    made = [f"{a}{b}{c}" for a in A for b in B for c in C]
    rng.shuffle(made)
    made = made[:1856]
    k = 0
    for s, n in enumerate(PER):
        for i in range(n):
            r = rng.random()
            if r < 0.40:
                base = COMMON[min(int(rng.exponential(12)), len(COMMON) - 1)]
            else:
                base = made[k % len(made)]
                k += 1
            if STATES[s] == "Louisiana":
                nm = f"{base} Parish"
            elif STATES[s] == "Alaska":
                nm = f"{base}, City and Borough" if i % 5 == 0 else f"{base} Borough"
            elif STATES[s] == "Virginia" and i % 4 == 0:
                nm = f"{base} city"
            else:
                nm = f"{base} County"
            names.append(nm)
            state.append(s)
            fips.append(FIPS[s] * 1000 + 2 * i + 1)
    return np.array(names), np.array(state), np.array(fips)


def block(rng, n, county_name, county_state, county_fips, basepop, small):
    nc = len(county_name)
    c = np.arange(n) % nc if small else rng.integers(0, nc, n)
    year = (np.full(n, 2024) if small else rng.integers(2005, 2025, n)).astype(np.int16)
    pop = (basepop[c] * (1 + (year - 2005) * 0.007) * rng.uniform(0.97, 1.03, n)).astype(np.int32)
    pol = []
    for y, u in zip(P_YES, P_UNKNOWN):
        r = rng.random(n)
        pol.append(np.where(r < u, 2, np.where(r < u + y * (1 - u), 1, 0)).astype(np.int8))
    count = np.maximum(0, (pop * rng.exponential(0.002, n))).astype(np.int32)
    nullc = rng.random(n) < 0.05
    rate = np.round(count / np.maximum(pop, 1) * 100000, 3)
    start = np.datetime64("2005-01-01")
    date = start + rng.integers(0, 7300, n)
    src = rng.integers(0, SOURCES, n)
    fips_dict = pa.array([f"{f:05d}" for f in county_fips])
    pol_dict = pa.array(["no", "yes"])
    src_dict = pa.array([f"ice-{2005 + i % 20}-{i:06x}-{'field jail court state local'.split()[i % 5]}"
                         for i in range(SOURCES)])

    def dic(codes, d, mask=None):
        return pa.DictionaryArray.from_arrays(pa.array(codes, mask=mask), d).cast(pa.string())

    cols = {
        "fips": dic(c.astype(np.int32), fips_dict),
        "state": dic(county_state[c].astype(np.int32), pa.array(STATES)),
        "county": dic(c.astype(np.int32), pa.array(county_name)),
        "year": pa.array(year),
        "population": pa.array(pop),
    }
    for name, p in zip(POLICIES, pol):
        cols[name] = dic(np.where(p == 2, 0, p).astype(np.int8), pol_dict, mask=(p == 2))
    cols["detainer_count"] = pa.array(count, mask=nullc)
    cols["rate"] = pa.array(rate, mask=nullc)
    cols["date"] = pa.array(date)
    cols["source"] = dic(src.astype(np.int32), src_dict)
    return pa.table(cols)


def days(rng, first, n, rows):
    """Rows of a register that was kept day by day."""
    day = np.datetime64("2005-01-01") + (first + np.arange(n)) * 7300 // rows
    held = rng.random(n)
    return pa.table({
        "date": pa.array(day),
        "state": pa.DictionaryArray.from_arrays(
            pa.array(rng.integers(0, len(STATES), n).astype(np.int32)), pa.array(STATES)).cast(pa.string()),
        "held": pa.DictionaryArray.from_arrays(
            pa.array((held < 0.3).astype(np.int8), mask=held > 0.9), pa.array(["no", "yes"])).cast(pa.string()),
        "people": pa.array(rng.integers(0, 500, n).astype(np.int32)),
    })


def write(out, name, rows, style, make):
    """A table as CSV and Parquet, made 500,000 rows at a time: `make(number, first, count)`."""
    parquet = None
    with open(f"{out}/{name}_{rows}.csv", "wb") as file:
        for number, first in enumerate(range(0, rows, 500_000)):
            table = make(number, first, min(500_000, rows - first))
            parquet = parquet or pq.ParquetWriter(f"{out}/{name}_{rows}.parquet", table.schema, compression="zstd")
            pl.from_arrow(table).write_csv(file, include_header=first == 0, quote_style=style)
            parquet.write_table(table)
    parquet.close()
    print(name, rows, os.path.getsize(f"{out}/{name}_{rows}.csv"), "bytes CSV",
          os.path.getsize(f"{out}/{name}_{rows}.parquet"), "bytes Parquet")


def main():
    out = sys.argv[1]
    sizes = [int(x) for x in sys.argv[2:]] or [1_000_000, 10_000_000]
    os.makedirs(out, exist_ok=True)
    rng = np.random.default_rng(20240601)
    name, st, fips = dims(rng)
    basepop = np.exp(rng.normal(10.2, 1.45, len(name))).clip(60, 9_900_000)
    print("counties", len(name), "distinct names", len(set(name)))
    places = pa.table({"fips": [f"{f:05d}" for f in fips], "name": name, "state": [STATES[s] for s in st]})
    pl.from_arrow(places).write_csv(f"{out}/places.csv")
    style = "non_numeric" if os.environ.get("QUOTE") == "always" else "necessary"
    n = 50000
    r = np.random.default_rng(7)
    kinds = np.array(["jail enforcement", "task force", "warrant service", "basic ordering"])
    agr = pa.table({
        "agreement_id": pa.array(np.arange(n, dtype=np.int32)),
        "fips": pa.array([f"{f:05d}" for f in fips[r.integers(0, len(fips), n)]]),
        "kind": pa.array(kinds[r.integers(0, 4, n)]),
        "signed": pa.array(np.datetime64("2005-01-01") + r.integers(0, 7300, n)),
        "active": pa.array(np.where(r.random(n) < 0.4, "yes", "no")),
    })
    pl.from_arrow(agr).write_csv(f"{out}/agreements.csv", quote_style=style)
    pq.write_table(agr, f"{out}/agreements.parquet")
    for rows in sizes:
        write(out, "counties", rows, style, lambda number, first, count: block(
            np.random.default_rng([rows, number]), count, name, st, fips, basepop, rows <= 3144))
        write(out, "days", rows, style, lambda number, first, count: days(
            np.random.default_rng([rows, number, 9]), first, count, rows))


main()
