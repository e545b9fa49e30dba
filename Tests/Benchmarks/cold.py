#!/usr/bin/env python3
"""From nothing to the first answer: whole processes, turn by turn, over the embedded record.

usage: cold.py TALLY [--rounds N]

TALLY is the released program. The same table of counties is put into a file of SQLite and, where
its command line is installed, of DuckDB; all must give the same number before any is timed.
"""
import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile

# A question whose least number is not 0, so that an engine that found nothing would not agree.
QUESTION = "count counties where detainers and not agreement_287g"
SQL = "select count(*) from counties where detainers = 'yes' and agreement_287g = 'no'"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tally")
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    tally = os.path.abspath(options.tally)
    with tempfile.TemporaryDirectory() as folder:
        commands = [("tally", [tally, "-e", QUESTION, "--format", "csv"])]
        table = counties(tally, folder)
        if shutil.which("sqlite3"):
            commands.append(("sqlite3", sqlite(table, folder)))
        if shutil.which("duckdb"):
            commands.append(("duckdb", duckdb(table, folder)))
        numbers = {label: number(words) for label, words in commands}
        print(numbers, f"binary {os.path.getsize(tally) / 1e6:.1f} MB")
        if len(set(numbers.values())) != 1 or 0 in numbers.values():
            sys.exit("the answers differ, or are 0")
        time(commands, options.rounds, folder)


def counties(tally, folder):
    """The counties as tally lists them, as CSV."""
    fields = "fips, name, state, population, detainers, notify, inquiry, resources, agreement_287g"
    question = f"list counties | show {fields}"
    path = f"{folder}/counties.csv"
    with open(path, "wb") as file:
        subprocess.run([tally, "-e", question, "--format", "csv"], stdout=file, check=True)
    with open(path, newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == 3144, "a header and 3,143 counties"
    return path


def sqlite(table, folder):
    path = f"{folder}/counties.sqlite"
    script = f".mode csv\n.import {table} counties\n"
    subprocess.run(["sqlite3", path], input=script, text=True, check=True)
    return ["sqlite3", path, SQL]


def duckdb(table, folder):
    path = f"{folder}/counties.duckdb"
    make = f"create table counties as select * from read_csv('{table}', all_varchar = true)"
    subprocess.run([real("duckdb"), path, "-c", make], check=True, stdout=subprocess.DEVNULL)
    return [real("duckdb"), "-readonly", path, "-noheader", "-csv", "-c", SQL]


def real(name):
    """The program itself, where the one on the path is a script that starts it."""
    try:
        import duckdb_cli
        for folder, _, files in os.walk(os.path.dirname(duckdb_cli.__file__)):
            if name in files:
                return os.path.join(folder, name)
    except ImportError:
        pass
    return shutil.which(name)


def number(words):
    """The first number of a command's answer."""
    output = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    cells = [cell for line in output.splitlines() for cell in line.split(",")]
    return next(int(cell) for cell in cells if cell.strip().isdigit())


def time(commands, rounds, folder):
    here = os.path.dirname(os.path.abspath(__file__))
    compiler = next(name for name in ("cc", "clang") if shutil.which(name))
    subprocess.run([compiler, "-O2", f"{here}/spawn.c", "-o", f"{folder}/spawn"], check=True)
    with open(f"{folder}/commands", "w") as file:
        for label, words in commands:
            quoted = [f"'{word}'" if " " in word else word for word in words]
            # SQL has quotes of its own, so it is read from a file with none around it.
            file.write(f"{label}\t{' '.join(quoted)}\n" if "'" not in " ".join(words) else
                       f"{label}\t{script(label, words, folder)}\n")
    subprocess.run([f"{folder}/spawn", str(rounds), f"{folder}/commands"], check=True)


def script(label, words, folder):
    """The same command with its SQL in double quotes, which both engines read as texts here."""
    if label == "sqlite3":
        path = f"{folder}/question.sql"
        with open(path, "w") as file:
            file.write(words[-1] + ";\n")
        return " ".join([words[0], words[1], f"'.read {path}'"])
    path = f"{folder}/question.duckdb.sql"
    with open(path, "w") as file:
        file.write(words[-1] + ";\n")
    return " ".join(words[:-2] + ["-f", path])


main()
