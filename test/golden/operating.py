"""scikit-learn's thresholds and what they come to on other images, for test/evaluate/operating.test.ts.

Run: python test/golden/operating.py > test/golden/operating.json   (scikit-learn 1.9, scipy 1.17, numpy 2)

A threshold is chosen on validation images by roc_curve: the highest that reaches a sensitivity, or the lowest that keeps a
specificity. It is judged on both sets with recall_score and precision_score; the intervals are scipy's Wilson intervals.
"""

import json

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import precision_score, recall_score, roc_curve

random = np.random.default_rng(7)


def drawn(images, steps):
    actual = random.integers(0, 2, images)
    scores = np.clip(random.normal(0.4 + 0.2 * actual, 0.25), 0, 1)
    return actual.tolist(), (np.round(scores * steps) / steps).tolist()


def share(successes, trials):
    if trials == 0:
        return None
    interval = binomtest(int(successes), int(trials)).proportion_ci(method="wilson")
    return [float(interval.low), float(interval.high)]


def judged(actual, scores, threshold):
    actual, said = np.array(actual), (np.array(scores) >= threshold).astype(int)
    right = int(np.sum(actual * said))
    negatives, kept = int(np.sum(1 - actual)), int(np.sum((1 - actual) * (1 - said)))
    score = lambda one: None if np.isnan(one) else float(one)
    return {
        "sensitivity": score(recall_score(actual, said, zero_division=np.nan)),
        "specificity": score(recall_score(actual, said, pos_label=0, zero_division=np.nan)),
        "precision": score(precision_score(actual, said, zero_division=np.nan)),
        "intervals": {
            "sensitivity": share(right, actual.sum()),
            "specificity": share(kept, negatives),
            "precision": share(right, said.sum()),
        },
    }


cases = []
for number in range(40):
    steps = 10 if number % 2 else 1000
    validation, test = drawn(20 + number * 3, steps), drawn(10 + number * 5, steps)
    if number == 39:
        test = ([1] * len(test[0]), test[1])
    false_rate, true_rate, thresholds = roc_curve(*validation, drop_intermediate=False)
    for kind, wanted in (("sensitivity", 0.9), ("specificity", 0.8)):
        good = true_rate >= wanted if kind == "sensitivity" else 1 - false_rate >= wanted - 1e-12
        places = np.flatnonzero(good)
        # The first threshold of roc_curve is above all scores.
        place = places[0] if kind == "sensitivity" else places[-1]
        threshold = float(thresholds[place])
        assert np.isfinite(threshold)
        cases.append(
            {
                "share": kind,
                "wanted": wanted,
                "validation": validation,
                "test": test,
                "threshold": threshold,
                "chosen": judged(*validation, threshold),
                "reached": judged(*test, threshold),
            }
        )
print(json.dumps(cases))
