"""scikit-learn's figures on 200 random evaluations, for test/evaluate/metrics.test.ts.

Run: python test/golden/metrics.py > test/golden/metrics.json.gz   (scikit-learn 1.9, numpy 2)

The evaluations themselves are not in the file: test/evaluate/cases.ts makes the same ones from the same numbers.
A figure is null where scikit-learn gives nan with zero_division=nan, and where it warns that the figure is undefined
and puts a number in its place (matthews_corrcoef and average_precision_score: 0).
"""

import gzip
import json
import sys
import warnings

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

warnings.filterwarnings("ignore")
CASES = 200


class Numbers:
    """A linear congruential generator (Numerical Recipes), the same in cases.ts."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state * limit // 2**32


def evaluation(number):
    random = Numbers(number + 1)
    kind = number % 10
    classes = 2 + random.below(5)
    images = 1 if kind == 8 else 2 + random.below(60)
    steps = 5 if kind in (1, 9) else 1000
    actual, rows = [], []
    for _ in range(images):
        label = 0 if kind == 5 else random.below(classes - (kind in (2, 9)))
        weights = [1 + random.below(steps) for _ in range(classes)]
        if kind == 3:
            weights = list(range(1, classes + 1))
        if kind == 4:
            weights = [1] * classes
        if kind == 6:
            weights = [0] * classes
            weights[random.below(classes)] = 1
        if kind == 7:
            weights[label] += steps
        actual.append(label)
        rows.append([weight / sum(weights) for weight in weights])
    return classes, np.array(actual), np.array(rows)


def value(number):
    return None if number is None or np.isnan(number) else float(number)


def expected_calibration_error(hits, certainty):
    share, mean = calibration_curve(hits, certainty, n_bins=10, strategy="uniform")
    edges = np.linspace(0, 1, 11)
    images = np.bincount(np.searchsorted(edges[1:-1], certainty), minlength=10)
    return np.sum(images[images > 0] * np.abs(share - mean)) / len(hits)


def operating_point(actual, scores, wanted):
    if actual.all() or not actual.any():
        return None
    false, true, thresholds = metrics.roc_curve(actual, scores, drop_intermediate=False)
    place = np.argmax(true >= wanted)
    taken = scores >= thresholds[place]
    precision = metrics.precision_score(actual, taken)
    return [float(thresholds[place]), float(true[place]), float(1 - false[place]), float(precision)]


cases = []
for number in range(CASES):
    classes, actual, rows = evaluation(number)
    predicted = rows.argmax(axis=1)
    labels = list(range(classes))
    zero = {"labels": labels, "zero_division": np.nan}
    scores = {
        "precision": lambda **more: metrics.precision_score(actual, predicted, **zero, **more),
        "recall": lambda **more: metrics.recall_score(actual, predicted, **zero, **more),
        "f1": lambda **more: metrics.f1_score(actual, predicted, **zero, **more),
    }
    case = {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "balancedAccuracy": metrics.recall_score(actual, predicted, average="macro", **zero),
        "loss": metrics.log_loss(actual, rows, labels=labels),
        "brier": metrics.brier_score_loss(
            np.eye(classes)[actual] if classes > 2 else actual,
            rows if classes > 2 else rows[:, 1],
            **({} if classes > 2 else {"pos_label": 1}),
        ),
        "calibrationError": expected_calibration_error(predicted == actual, rows.max(axis=1)),
        "kappa": value(metrics.cohen_kappa_score(actual, predicted, labels=labels)),
        "matthews": metrics.matthews_corrcoef(actual, predicted)
        if len(set(actual)) > 1 and len(set(predicted)) > 1
        else None,
        "confusion": metrics.confusion_matrix(actual, predicted, labels=labels).tolist(),
        "top": [
            metrics.top_k_accuracy_score(actual, rows, k=k, labels=labels)
            for k in (2, 3, 5, 10)
            if k < classes
        ],
    }
    for name, score in scores.items():
        case[name] = [value(one) for one in score(average=None)]
        case[f"macro {name}"] = value(score(average="macro"))
        case[f"weighted {name}"] = value(score(average="weighted"))
    one_against_rest = [(actual == label, rows[:, label]) for label in labels]
    case["specificity"] = [
        value(
            metrics.recall_score(
                isOfClass, predicted == label, pos_label=False, zero_division=np.nan
            )
        )
        for label, (isOfClass, _) in enumerate(one_against_rest)
    ]
    case["auc"] = [
        metrics.roc_auc_score(*pair) if len(set(pair[0])) == 2 else None
        for pair in one_against_rest
    ]
    case["averagePrecision"] = [
        metrics.average_precision_score(*pair) if pair[0].any() else None
        for pair in one_against_rest
    ]
    case["operatingPoint"] = operating_point(*one_against_rest[-1], 0.8) if classes == 2 else None
    cases.append(case)

text = json.dumps(cases, separators=(",", ":"))
sys.stdout.buffer.write(gzip.compress(text.encode(), mtime=0))
