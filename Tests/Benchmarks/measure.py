"""The Measure program of this package, as Scripts/release builds it."""
import os
import sys

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), ".build/released/release/Measure")


def program():
    """Its path; ends with what to do where there is none."""
    if not os.path.exists(PROGRAM):
        sys.exit("build it first: Scripts/release Measure Tests/Benchmarks")
    return PROGRAM
