#!/usr/bin/env python3
"""The embedded record in process: questions from text to answer, and completion at each word.

usage: prompt.py [--times N]

Printed: the least microseconds of each figure query of the language's sixty, then the median and the
most of the least microseconds to find what could follow each beginning of each of the sixty.
Needs `swift build -c release` in this package.
"""
import argparse
import os
import re
import statistics
import subprocess

import measure

LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../TallyTests/Support/SixtyQueries.swift")
FIGURE = re.compile(r"^(count|share|sum|average|median) (?!.* (by|across|as of) )[^|]*$")


def sixty():
    """The sentences of the list, joined where they are written in two parts."""
    with open(LIST) as file:
        text = file.read().split("static let further")[0]
    text = re.sub(r'"#\s*\+ #"', "", text)
    return re.findall(r'#"(.*?)"#', text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=300)
    options = parser.parse_args()
    process = subprocess.Popen([measure.program()], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    process.stdout.readline()

    def ask(line):
        process.stdin.write(line + "\n")
        process.stdin.flush()
        return process.stdout.readline().rstrip("\n").split("\t", 1)

    process.stdin.write(f":times {options.times}\n")
    for query in filter(FIGURE.match, sixty()):
        seconds, answer = ask(query)
        if not answer.startswith("error"):
            print(f"{float(seconds) * 1e6:9.1f} us  {query}")
    process.stdin.write(":times 3\n")
    times = [float(ask(":complete " + query[:end])[0]) * 1e6
             for query in sixty() for end in range(1, len(query) + 1)
             if end == len(query) or query[end - 1] == " "]
    print(f"completion at {len(times)} places: median {statistics.median(times):.0f} us,"
          f" most {max(times):.0f} us")


main()
