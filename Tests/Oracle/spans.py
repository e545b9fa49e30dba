#!/usr/bin/env python3
"""Bounds of what is made of answers: parts of a whole, differences, ranks, running sums.

    spans.py --self-test     each against every completion of small random cases

A span is (low, high), each a Fraction, an int or None where it has no bound. Part of sixty.py.
"""
import itertools
import random
import sys
from fractions import Fraction


def quotient(a, b):
    return Fraction(a) / Fraction(b)


def part(x, whole):
    """x / whole where x is a disjoint part of whole: completed, not divided end by end.

    The rest of the whole is (whole.low - x.low, whole.high - x.high). A completion whose whole is
    zero has no quotient and bounds nothing."""
    (low, high), rest = x, (whole[0] - x[0], whole[1] - x[1])
    return (quotient(low, low + rest[1]) if low + rest[1] else (Fraction(1) if high else None),
            quotient(high, high + rest[0]) if high + rest[0] else (Fraction(0) if rest[1] else None))


def difference(a, b):
    """B - A of two answers that may be completed each by itself."""
    gap = lambda x, y: None if x is None or y is None else x - y
    return gap(b[0], a[1]), gap(b[1], a[0])


def change(a, b):
    """(B - A) / A of numbers that are not negative; none where A can be zero, for then there may be no
    change to speak of."""
    if not a[0]:
        return None, None
    return (quotient(b[0], a[1]) - 1 if a[1] is not None and b[0] is not None else None,
            quotient(b[1], a[0]) - 1 if b[1] is not None else None)


def ranks(spans, largest_first=True):
    """The best and the worst place of each; equal values share the better place."""
    if not largest_first:
        spans = [(-h, -l) for l, h in spans]
    return [(1 + sum(o[0] > s[1] for j, o in enumerate(spans) if j != i),
             1 + sum(o[1] > s[0] for j, o in enumerate(spans) if j != i)) for i, s in enumerate(spans)]


def running(spans):
    """Sums from the first row on, of rows that may be completed each by itself."""
    plus = lambda a, b: None if a is None or b is None else a + b
    return list(itertools.accumulate(spans, lambda a, b: (plus(a[0], b[0]), plus(a[1], b[1]))))


def hull(values):
    values = [v for v in values if v is not None]
    return (min(values), max(values)) if values else (None, None)


def self_test():
    rnd = random.Random(20260518)
    for _ in range(3000):
        spans = [(l, l + rnd.randint(0, 3)) for l in (rnd.choice([0, 0, 1, 2, 5]) for _ in range(rnd.randint(1, 4)))]
        every = list(itertools.product(*[range(l, h + 1) for l, h in spans]))
        whole = (sum(s[0] for s in spans), sum(s[1] for s in spans))
        assert part(spans[0], whole) == hull([quotient(v[0], sum(v)) if sum(v) else None for v in every]), spans
        # The quotient's ends are its values, and running sums and ranks are taken at the ends too.
        places = [[1 + sum(o > x for o in v) for x in v] for v in every]
        assert ranks(spans) == [hull(c) for c in zip(*places)], spans
        places = [[1 + sum(o < x for o in v) for x in v] for v in every]
        assert ranks(spans, largest_first=False) == [hull(c) for c in zip(*places)], spans
        assert running(spans) == [hull(c) for c in zip(*[itertools.accumulate(v) for v in every])], spans
        if len(spans) > 1:
            a, b = spans[:2]
            assert difference(a, b) == hull([v[1] - v[0] for v in every]), spans
            grown = [quotient(v[1], v[0]) - 1 if v[0] else None for v in every]
            assert change(a, b) == ((None, None) if None in grown else hull(grown)), spans
    print("spans agree with every completion")


if __name__ == "__main__":
    if "--self-test" not in sys.argv:
        sys.exit(__doc__)
    self_test()
