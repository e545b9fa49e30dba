#!/usr/bin/env python3
"""Warm queries over the made rows, on tally and on every peer that is installed, turn by turn.

usage: warm.py FOLDER ROWS [--rounds N] [--engines tally,duckdb,...] [--threads N]

FOLDER is what generate.py wrote. Each round asks every query once of every engine. Printed: the
least time of each in milliseconds, how many times longer it took than tally, and DIFF where an answer
differs. tally keeps how many rows have each combination of answers and keys; so a second table has
its first ask, of a dataset that knows nothing yet, beside the same least times of the others.
Answers are compared as rows, numbers to nine digits. The first line of each engine says
how long it took to load, and its peak memory where it is a process of its own.
"""
import argparse
import os
import subprocess
import time

import measure
import peers

QUERIES = {
    "q1 yes/no count": (
        "count c where detainers and not notify",
        "select count(*) from c where detainers and not notify", "low"),
    "q1b seven yes/no": (
        "count c where (detainers or interview) and not notify and (jail_access or not info_share)"
        " and not agreement_287g and not ice_contract",
        "select count(*) from c where (detainers or interview) and not notify and"
        " (jail_access or not info_share) and not agreement_287g and not ice_contract", "low"),
    "q2 count by state": (
        "count c by state", "select state, count(*) from c group by state", "key count"),
    "q3 range and name by state": (
        'table c where population between 20000 and 200000 and county is "Washington County"'
        " by state with sum detainer_count, average rate",
        "select state, sum(detainer_count), avg(rate) from c where population between 20000 and"
        " 200000 and county = 'Washington County' group by state", "key sum average"),
    "q3b years and yes by state": (
        "table c where year between 2012 and 2018 and certainly detainers by state"
        " with sum detainer_count, average rate",
        "select state, sum(detainer_count), avg(rate) from c where year between 2012 and 2018 and"
        " detainers group by state", "key sum average"),
    "q4 top 10": (
        "top 10 c where certainly detainers and year is 2020 by population | show population",
        "select population from c where detainers and year = 2020 order by population desc limit 10",
        "rows"),
    "q5 distinct names": (
        "count c by county", "select count(distinct county) from c", "groups"),
    "q6 semi-join": (
        'count c of (places with (a where kind is "task force" and active and signed < 2006))',
        "select count(*) from c where fips in (select fips from a where kind = 'task force' and"
        " active = 'yes' and signed < '2006-01-01')", "low"),
    "q6b join, sums by kind": (
        "table a where active by kind with sum (count of place.(c where year is 2020)) named n,"
        " sum (sum detainer_count of place.(c where year is 2020 and detainer_count is known))"
        " named s",
        "select a.kind, count(*), sum(c.detainer_count) from c join a on c.fips = a.fips and"
        " a.active = 'yes' where c.year = 2020 group by a.kind", "key sum sum"),
    "q7 name contains": (
        'count c where county contains "hester"',
        "select count(*) from c where county like '%hester%'", "low"),
    "q7b source contains": (
        'count c where source contains "-0007"',
        "select count(*) from c where source like '%-0007%'", "low"),
    "q8 crosstab, shares": (
        "count c by year, detainers as percent of year",
        "select year, case when detainers then 'yes' when not detainers then 'no' else 'unknown' end,"
        " count(*) * 1.0 / sum(count(*)) over (partition by year) from c group by year, detainers",
        "key key share"),
    "q9 days in order": (
        "count d where date between 2010-03-01 and 2010-05-31 and held",
        "select count(*) from d where date between '2010-03-01' and '2010-05-31' and held", "low"),
    "q9b year in order by state": (
        "table d where date is 2012 by state with sum people, average people",
        "select state, sum(people), avg(people) from d where date between '2012-01-01' and '2012-12-31'"
        " group by state", "key sum average"),
}


class Tally:
    """The Measure program of this package, over the same rows."""

    def __init__(self, folder, rows, threads):
        self.process = subprocess.Popen(
            [measure.program(), "--threads", str(threads), "--data", f"c={folder}/counties_{rows}.csv",
             "--data", f"d={folder}/days_{rows}.csv", "--data", f"a={folder}/agreements.csv", "--data", f"places={folder}/places.csv",
             "--link", "c.fips to places.fips as place complete",
             "--link", "a.fips to places.fips as place complete"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        seconds, memory = self.process.stdout.readline().split()
        self.loaded = f"{float(seconds):.2f} s from CSV, peak {int(memory) / 1e6:.0f} MB"

    def forget(self):
        """Nothing is kept of the queries before."""
        self.process.stdin.write(":forget\n")
        self.process.stdin.flush()
        self.process.stdout.readline()

    def run(self, query):
        tally, _, shape = QUERIES[query]
        self.process.stdin.write(tally + "\n")
        self.process.stdin.flush()
        seconds, answer = self.process.stdout.readline().rstrip("\n").split("\t", 1)
        return float(seconds), peers.from_tally(answer, shape)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("rows", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--engines", default="")
    options = parser.parse_args()
    makers = {"tally": lambda: Tally(options.folder, options.rows, options.threads)}
    makers.update(peers.installed(options.folder, options.rows, options.threads))
    names = options.engines.split(",") if options.engines else list(makers)
    engines = {}
    for name in names:
        start = time.time()
        engines[name] = makers[name]()
        loaded = getattr(engines[name], "loaded", f"{time.time() - start:.2f} s from Parquet")
        print(f"# {name}: {loaded}", flush=True)
    least, first, answers = rounds(engines, options.rounds)
    table("least ms, times tally", names, least, answers)
    for query, seconds in first.items():
        least[query]["tally"] = seconds
    print()
    table("tally's first ask", names, least, answers)


def rounds(engines, count):
    least = {query: {} for query in QUERIES}
    first = {}
    answers = {query: {} for query in QUERIES}
    for number in range(count + 1):
        for query, (_, sql, _) in QUERIES.items():
            for name, engine in engines.items():
                if number == 0 and name == "tally":
                    engine.forget()
                try:
                    seconds, rows = engine.run(query if name == "tally" else sql)
                except Exception as error:
                    if number == 0:
                        print(f"# {name}, {query}: {str(error)[:300]}", flush=True)
                    continue
                answers[query][name] = peers.normal(rows)
                if number == 0 and name == "tally":
                    first[query] = seconds
                if number:
                    least[query][name] = min(seconds, least[query].get(name, seconds))
    return least, first, answers


def table(title, names, least, answers):
    print(f"{title:28}" + "".join(f"{name:>20}" for name in names))
    for query in QUERIES:
        line = f"{query:28}"
        base = least[query].get(names[0])
        for name in names:
            seconds = least[query].get(name)
            if seconds is None or base is None:
                line += f"{'-':>20}"
            else:
                line += f"{seconds * 1e3:11.3f}{seconds / base:8.1f}x"
        wanted = answers[query].get("duckdb")
        wrong = [name for name, rows in answers[query].items() if wanted and rows != wanted]
        print(line + (f"  DIFF {','.join(wrong)}" if wrong else ""))
        if wrong and os.environ.get("SHOW"):
            for name in ["duckdb"] + wrong:
                print("   ", name, repr(answers[query][name])[:1500])


main()
