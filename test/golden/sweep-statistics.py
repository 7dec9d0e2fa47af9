"""Figures that test/sweep/statistics/ is held against.

Run: python test/golden/sweep-statistics.py > test/golden/sweep-statistics.json   (scipy 1.17, scikit-learn 1.9, optuna 5.0)

The corrected t-test is worked out as scikit-learn's example "Statistical comparison of models using grid search" does,
on that example's own data: it publishes t = 0.750 and a one-sided p of 0.227.
"""

import json
import math

import numpy as np
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances
from optuna.trial import create_trial
from scipy import stats
from sklearn.datasets import make_moons
from sklearn.model_selection import GridSearchCV, RepeatedStratifiedKFold
from sklearn.svm import SVC

optuna.logging.set_verbosity(optuna.logging.ERROR)


def example():
    X, y = make_moons(noise=0.352, random_state=1, n_samples=100)
    cv = RepeatedStratifiedKFold(n_splits=10, n_repeats=10, random_state=0)
    grid = [{"kernel": ["linear"]}, {"kernel": ["poly"], "degree": [2, 3]}, {"kernel": ["rbf"]}]
    search = GridSearchCV(SVC(random_state=0), grid, scoring="roc_auc", cv=cv).fit(X, y)
    scores = np.array([search.cv_results_[f"split{i}_test_score"] for i in range(100)]).T
    best, second = np.argsort(-scores.mean(axis=1), kind="stable")[:2]
    return scores[best] - scores[second]


def corrected(differences, share):
    n = len(differences)
    error = math.sqrt((1 / n + share) * np.var(differences, ddof=1))
    t = np.mean(differences) / error
    low, high = stats.t.interval(0.95, n - 1, loc=np.mean(differences), scale=error)
    return {
        "differences": list(map(float, differences)),
        "share": share,
        "t": float(t),
        "p": float(2 * stats.t.sf(abs(t), n - 1)),
        "low": float(low),
        "high": float(high),
    }


rng = np.random.default_rng(1)
published = corrected(example(), 10 / 90)
assert f'{published["t"]:.3f}' == "0.750" and f'{published["p"] / 2:.3f}' == "0.227", published


def paired(differences):
    test = stats.ttest_1samp(differences, 0)
    interval = test.confidence_interval()
    return {
        "differences": list(map(float, differences)),
        "t": float(test.statistic),
        "p": float(test.pvalue),
        "low": float(interval.low),
        "high": float(interval.high),
    }


def welch(one, other):
    interval = stats.ttest_ind(one, other, equal_var=False).confidence_interval()
    return {"one": one.tolist(), "other": other.tolist(), "low": float(interval.low), "high": float(interval.high)}


def mean(values):
    low, high = stats.t.interval(0.95, len(values) - 1, loc=np.mean(values), scale=stats.sem(values))
    return {"values": values.tolist(), "mean": float(np.mean(values)), "deviation": float(np.std(values, ddof=1)), "low": float(low), "high": float(high)}


SPACE = {
    "uniform": FloatDistribution(-5.0, 10.0),
    "log": FloatDistribution(1e-5, 1e-1, log=True),
    "integer": IntDistribution(1, 12),
    "logInteger": IntDistribution(8, 512, log=True),
    "list": CategoricalDistribution(["relu", "tanh", "gelu"]),
    "one": CategoricalDistribution(["same"]),
}


def importance(count):
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=count))
    told = []
    for _ in range(count):
        trial = study.ask(SPACE)
        p = trial.params
        # In steps: some settings are equally good.
        value = round(
            (math.log10(p["log"]) + 3) ** 2
            + 0.01 * p["uniform"]
            + (0 if p["list"] == "gelu" else 1)
            + 0.002 * abs(p["logInteger"] - 64),
            1,
        )
        study.tell(trial, value)
        told.append({"point": [p[name] for name in SPACE], "objective": value})
    shares = get_param_importances(study, evaluator=PedAnovaImportanceEvaluator())
    return {"told": told, "shares": [shares[name] for name in SPACE]}


print(
    json.dumps(
        {
            "student": [
                {
                    "freedom": freedom,
                    "cumulative": [{"t": t, "value": float(stats.t.cdf(t, freedom))} for t in (-30.0, -2.5, -0.1, 0.0, 0.7, 4.0)],
                    "quantiles": [
                        {"share": share, "value": float(stats.t.ppf(share, freedom))}
                        for share in (1e-6, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9995)
                    ],
                }
                for freedom in (1, 2, 2.7, 4, 9, 19, 99, 1000, 20000)
            ],
            "means": [mean(rng.normal(0.8, 0.05, n)) for n in (2, 3, 5, 20)],
            "published": published,
            "corrected": [corrected(rng.normal(0.01, 0.03, n), share) for n, share in ((2, 1.0), (5, 0.25), (10, 1 / 9), (50, 0.25))],
            "paired": [paired(rng.normal(0.01, 0.03, n)) for n in (2, 5, 30)],
            "welch": [welch(rng.normal(0, 1, n), rng.normal(0.5, 3, m)) for n, m in ((2, 2), (3, 9), (20, 5))],
            "importance": [importance(count) for count in (2, 5, 12, 40, 100, 300)],
        }
    )
)
