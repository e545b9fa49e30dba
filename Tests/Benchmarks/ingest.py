#!/usr/bin/env python3
"""Reading a CSV of all columns into memory: each engine in a process of its own, turn by turn.

usage: ingest.py FOLDER ROWS [--rounds N] [--threads N]

Printed: the least seconds, the ratio to tally, and the peak memory of the process. Each engine says
how many rows it has, and the sum of one column, which must be the same.
"""
import argparse
import json
import os
import subprocess
import sys

import measure

ENGINES = {
    "duckdb": """
import duckdb
def load():
    run = duckdb.connect()
    run.execute(f"set threads={threads}")
    run.execute(f"create table c as select * from read_csv('{path}')")
    seconds.append(time.perf_counter() - begin)
    return run.execute("select count(*), sum(detainer_count) from c").fetchone()
""",
    "polars": """
import os
os.environ["POLARS_MAX_THREADS"] = str(threads)
import polars
def load():
    table = polars.read_csv(path, schema_overrides={"fips": polars.String}, try_parse_dates=True)
    seconds.append(time.perf_counter() - begin)
    return len(table), int(table["detainer_count"].sum())
""",
    "pandas": """
import pandas
def load():
    table = pandas.read_csv(path, engine="pyarrow", dtype={"fips": str}, dtype_backend="pyarrow")
    seconds.append(time.perf_counter() - begin)
    return len(table), int(table["detainer_count"].sum())
""",
}


def peer(name, path, threads):
    program = ENGINES[name] + """
import resource
seconds = []
begin = time.perf_counter()
rows, total = load()
print(json.dumps([seconds[0], rows, int(total), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))
"""
    program = "import json, sys, time\npath, threads = sys.argv[1], int(sys.argv[2])\n" + program
    done = subprocess.run([sys.executable, "-c", program, path, str(threads)], capture_output=True,
                          text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    # DuckDB shows its progress before the line, where a load takes longer.
    return json.loads(done.stdout.splitlines()[-1])


def tally(path, threads):
    process = subprocess.Popen(
        [measure.program(), "--threads", str(threads), "--data", f"c={path}"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    seconds, memory = process.stdout.readline().split()
    answers = []
    for question in ("count c", "sum detainer_count of c"):
        process.stdin.write(question + "\n")
        process.stdin.flush()
        header, row = process.stdout.readline().split("\t", 1)[1].split("\x1e")[:2]
        cells = dict(zip(header.split(","), row.split(",")))
        # A sum that lacks values has no end of its own: that of the known ones is SQL's.
        answers.append(cells.get("open_low") or cells["low"])
    process.stdin.close()
    process.wait()
    return float(seconds), int(answers[0]), int(float(answers[1])), int(memory)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("rows", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    path = f"{options.folder}/counties_{options.rows}.csv"
    found = {}
    for _ in range(options.rounds):
        for name in ["tally"] + list(ENGINES):
            try:
                made = (tally(path, options.threads) if name == "tally"
                        else peer(name, path, options.threads))
            except Exception as error:
                print(f"# {name}: {error}")
                continue
            found.setdefault(name, []).append(made)
    size = os.path.getsize(path)
    base = min(run[0] for run in found["tally"])
    print(f"{size / 1e6:.0f} MB of CSV, {options.threads} threads")
    for name, runs in found.items():
        least = min(run[0] for run in runs)
        same = {tuple(run[1:3]) for run in runs} == {tuple(found["tally"][0][1:3])}
        print(f"{name:10} {least:8.3f} s {least / base:6.1f}x {size / least / 1e9:6.2f} GB/s"
              f"  peak {max(run[3] for run in runs) / 1e6:8.0f} MB{'' if same else '  DIFF'}")


main()
