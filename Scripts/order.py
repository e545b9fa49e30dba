#!/usr/bin/env python3
"""The symbols that first answers touch, in the order of their first use, for the linker.

usage: order.py TALLY > FILE

TALLY is the program with its symbols. What lies side by side in the file is read in together: a
first answer waits for its pages more than for its instructions.
"""
import bisect
import re
import subprocess
import sys
import tempfile

# Functions of the C library of which each kind of processor has its own, and the kinds that
# valgrind, which runs the questions, does not know.
KINDS = re.compile(r"(__\w+?)_(?:sse|ssse|avx|evex)")
NEWER = ("evex", "avx512")

QUESTIONS = [
    ["-e", "count counties where detainers and not notify"],
    ["-e", "count counties where detainers and not notify", "--format", "csv"],
    ["-e", "list counties where detainers in TX"],
    ["-e", "share where detainers among counties by state"],
]


def symbols(tally):
    """Where each symbol begins, and its name."""
    run = subprocess.run(["nm", "-n", tally], capture_output=True, text=True, check=True)
    found = []
    for line in run.stdout.splitlines():
        words = line.split(None, 2)
        if len(words) == 3 and words[1] not in "Aa":
            found.append((int(words[0], 16), words[2]))
    return found


def touched(tally, words):
    """The addresses of code and data that a run touches, each 16 bytes once, in their order."""
    with tempfile.NamedTemporaryFile() as log:
        subprocess.run(
            ["valgrind", "--tool=lackey", "--trace-mem=yes", f"--log-file={log.name}", tally, *words],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        seen = {}
        with open(log.name) as file:
            for line in file:
                if line[0] == "I" or line[0] == " ":
                    at = line[3:].split(",")[0]
                    place = int(at, 16) >> 4
                    if place not in seen:
                        seen[place] = None
    return (place << 4 for place in seen)


def base(name):
    """What the kinds of a function for different processors have in common; None for others."""
    found = KINDS.match(name)
    return found and found[1]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    table = symbols(sys.argv[1])
    starts = [start for start, _ in table]
    end = starts[-1]
    newer = {}
    for _, name in table:
        if base(name) and any(f"_{kind}" in name for kind in NEWER):
            newer.setdefault(base(name), []).append(name)
    names = {}
    for words in QUESTIONS:
        for address in touched(sys.argv[1], words):
            if not starts[0] <= address <= end:
                continue
            # The sixteen bytes may hold several symbols: all that begin in them, and the one before.
            first = bisect.bisect_right(starts, address) - 1
            last = bisect.bisect_right(starts, address + 15) - 1
            for at in range(max(first, 0), last + 1):
                names[table[at][1]] = None
                for kind in newer.get(base(table[at][1]), []):
                    names[kind] = None
    print("\n".join(names))


main()
