"""McNemar's exact p on counts of discordant pairs, for test/evaluate/mcnemar.test.ts.

Run: python test/golden/mcnemar.py > test/golden/mcnemar.json   (scipy 1.17)

It is the two-sided binomial test of the smaller count with p = 1/2. The coverage of Bonett and Price's interval is
exact too: the sum over all outcomes of a trinomial of those whose interval, worked out here from the paper's formula,
holds the true difference.
"""

import json

import numpy as np
from scipy.stats import binomtest, multinomial

COUNTS = [0, 1, 2, 3, 5, 8, 13, 24, 25, 40, 100, 333, 1000, 5000]
pairs = [
    {"first": b, "second": c, "p": binomtest(min(b, c), b + c, 0.5).pvalue if b + c else 1.0}
    for b in COUNTS
    for c in COUNTS
]


def interval(b, c, n):
    z = 1.959963984540054
    first, second = (b + 1) / (n + 2), (c + 1) / (n + 2)
    half = z * np.sqrt((first + second - (second - first) ** 2) / (n + 2))
    return max(-1.0, second - first - half), min(1.0, second - first + half)


def coverage(n, first, second):
    held = 0.0
    for b in range(n + 1):
        for c in range(n + 1 - b):
            low, high = interval(b, c, n)
            if low <= second - first <= high:
                held += multinomial.pmf([b, c, n - b - c], n, [first, second, 1 - first - second])
    return float(held)


intervals = [
    {"first": b, "second": c, "images": n, "low": interval(b, c, n)[0], "high": interval(b, c, n)[1]}
    for b, c, n in [(0, 0, 1), (0, 0, 16), (2, 5, 200), (12, 1, 50), (0, 30, 30), (100, 140, 10000)]
]
covered = [
    {"images": n, "first": f, "second": s, "coverage": coverage(n, f, s)}
    for n in (20, 50)
    for f, s in [(0.02, 0.02), (0.05, 0.1), (0.1, 0.3), (0.2, 0.2)]
]
print(json.dumps({"pairs": pairs, "intervals": intervals, "coverage": covered}))
