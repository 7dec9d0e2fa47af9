"""scikit-learn's figures on random predictions, for test/evaluate/metrics.test.ts.

Run: python test/golden/metrics.py > test/golden/metrics.json   (scikit-learn 1.7 or later)
"""

import json

import numpy as np
from sklearn import metrics

random = np.random.default_rng(1)
cases = []
for number in range(40):
    classes = int(random.integers(2, 6))
    images = int(random.integers(1, 60))
    actual = random.integers(0, classes, images)
    if number % 5 == 0:
        actual[:] = 0  # the other classes are absent
    probabilities = random.dirichlet(np.ones(classes), images).round(6)
    if number % 7 == 0:
        probabilities[:] = 1 / classes  # ties: the first class wins
    probabilities = probabilities / probabilities.sum(axis=1, keepdims=True)
    if number % 11 == 0:
        probabilities[:] = np.eye(classes)[classes - 1]  # sure, and often wrong
    predicted = probabilities.argmax(axis=1)
    labels = list(range(classes))
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        actual, predicted, labels=labels, zero_division=np.nan
    )
    none = lambda values: [None if np.isnan(value) else float(value) for value in values]
    cases.append(
        {
            "classes": classes,
            "actual": actual.tolist(),
            "probabilities": probabilities.tolist(),
            "accuracy": metrics.accuracy_score(actual, predicted),
            "logLoss": metrics.log_loss(actual, probabilities, labels=labels),
            "confusion": metrics.confusion_matrix(actual, predicted, labels=labels).tolist(),
            "precision": none(precision),
            "recall": none(recall),
            "f1": none(f1),
            "support": support.tolist(),
        }
    )
print(json.dumps(cases, separators=(",", ":")))
