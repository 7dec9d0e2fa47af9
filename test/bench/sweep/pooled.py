"""Figures of the predictions of all folds together, by scikit-learn. Called by soak-sweeps.ts with a pooled CSV file."""

import csv
import json
import sys

import numpy as np
from sklearn import metrics

with open(sys.argv[1], newline="") as file:
    rows = list(csv.DictReader(file))
labels = [name[2:-1] for name in rows[0] if name.startswith("p(")]
actual = np.array([row["actual"] for row in rows])
predicted = np.array([row["predicted"] for row in rows])
probabilities = np.array([[float(row[f"p({label})"]) for label in labels] for row in rows])
truth = np.stack([actual == label for label in labels], axis=1)
json.dump(
    {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "balancedAccuracy": metrics.balanced_accuracy_score(actual, predicted),
        "kappa": metrics.cohen_kappa_score(actual, predicted),
        "matthews": metrics.matthews_corrcoef(actual, predicted),
        "recall": metrics.recall_score(actual, predicted, labels=labels, average="macro"),
        "auc": float(
            np.mean([metrics.roc_auc_score(truth[:, k], probabilities[:, k]) for k in range(len(labels))])
        ),
        "averagePrecision": float(
            np.mean(
                [metrics.average_precision_score(truth[:, k], probabilities[:, k]) for k in range(len(labels))]
            )
        ),
        "loss": float(-np.mean(np.log(probabilities[truth]))),
    },
    sys.stdout,
)
