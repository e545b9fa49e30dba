#!/usr/bin/env python3
"""Instructions from start to first answer, counted by callgrind, against those recorded.

usage: instructions.py TALLY [--record]

TALLY is what Scripts/release builds. Times differ from run to run; this number does not. A rise of
more than 5 percent over `instructions.txt` beside this file fails; `--record` writes it anew, so
that a change shows in review.
"""
import os
import re
import subprocess
import sys

QUESTIONS = [
    ["count counties where detainers and not notify"],
    ["count counties where detainers and not notify", "--format", "csv"],
    ["count counties"],
]
RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.txt")
MOST = 1.05


def count(tally, question):
    words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", tally, "-e", *question]
    # An empty environment, for each variable is looked at.
    run = subprocess.run(words, capture_output=True, text=True, check=True,
                         env={"PATH": os.environ["PATH"]})
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    tally = os.path.abspath(sys.argv[1])
    counts = {" ".join(question): count(tally, question) for question in QUESTIONS}
    if "--record" in sys.argv[2:]:
        with open(RECORD, "w") as file:
            file.writelines(f"{number}\t{question}\n" for question, number in counts.items())
        return
    if not os.path.exists(RECORD):
        sys.exit(f"nothing is recorded yet: run it with --record; now {counts}")
    with open(RECORD) as file:
        recorded = {line.split("\t")[1].rstrip("\n"): int(line.split("\t")[0]) for line in file}
    failed = False
    for question, number in counts.items():
        before = recorded.get(question)
        ratio = number / before if before else float("nan")
        print(f"{number:>12,}  {ratio:5.2f}x  {question}")
        failed = failed or not ratio <= MOST
    if failed:
        sys.exit("more instructions than recorded: find out why, or record them with a reason")


main()
