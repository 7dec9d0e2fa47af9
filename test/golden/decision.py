"""Net benefit, likelihood ratios and predictive values, for test/evaluate/net-benefit.test.ts and likelihood.test.ts.

Run: python test/golden/decision.py > test/golden/decision.json   (dcurves 1.1.7, scipy 1.17)

The net benefits are dcurves's. A positive likelihood ratio is the relative risk of the answer yes in the two classes, and
the interval that of its logarithm: scipy's relative_risk. The intervals of predictive values are worked out here from the
formulas of Mercaldo, Lau and Zhou (2007), by the derivatives of the logits, in place of the closed form that Lamina has.
"""

import json

import numpy as np
import pandas as pd
from dcurves import dca
from scipy.stats import norm
from scipy.stats.contingency import relative_risk

THRESHOLDS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.99]


def curve(seed, images, share, digits, prevalence):
    random = np.random.default_rng(seed)
    truth = (random.random(images) < share).astype(int)
    truth[:2] = [0, 1]
    scores = np.round(1 / (1 + np.exp(-(1.5 * truth - 1 + random.normal(size=images)))), digits)
    frame = pd.DataFrame({"truth": truth, "score": scores})
    extra = {} if prevalence is None else {"prevalence": prevalence}
    found = dca(data=frame, outcome="truth", modelnames=["score"], thresholds=THRESHOLDS, **extra)
    of = lambda model: [float(x) for x in found[found.model == model].sort_values("threshold").net_benefit]
    return {
        "truth": truth.tolist(),
        "scores": scores.tolist(),
        "prevalence": prevalence,
        "thresholds": THRESHOLDS,
        "model": of("score"),
        "all": of("all"),
        "none": of("none"),
    }


def logit(p):
    return np.log(p / (1 - p))


def predictive(tp, fp, p, n, prevalence):
    """By the delta method, with derivatives that are taken numerically: no algebra is shared with what it tests."""
    sens, spec = tp / p, 1 - fp / n

    def positive(se, sp):
        return se * prevalence / (se * prevalence + (1 - sp) * (1 - prevalence))

    def negative(se, sp):
        return sp * (1 - prevalence) / (sp * (1 - prevalence) + (1 - se) * prevalence)

    ends = {}
    for name, value in {"positive": positive, "negative": negative}.items():
        # By a step in the imaginary direction: exact to the last digits.
        def slope(f):
            return (f(1e-30j) / 1e-30).imag

        by_sens = slope(lambda h: logit(value(sens + h, spec)))
        by_spec = slope(lambda h: logit(value(sens, spec + h)))
        error = np.sqrt(by_sens**2 * sens * (1 - sens) / p + by_spec**2 * spec * (1 - spec) / n)
        centre, z = logit(value(sens, spec)), norm.ppf(0.975)
        ends[name] = [float(value(sens, spec)), *(float(1 / (1 + np.exp(-x))) for x in (centre - z * error, centre + z * error))]
    return ends


def table(tp, fp, p, n):
    plus, minus = relative_risk(tp, p, fp, n), relative_risk(p - tp, p, n - fp, n)
    ratio = lambda risk: [float(risk.relative_risk), *map(float, risk.confidence_interval(0.95))]
    return {
        "truePositives": tp,
        "falsePositives": fp,
        "positives": p,
        "negatives": n,
        "likelihood": {"positive": ratio(plus), "negative": ratio(minus)},
        "predictive": [
            {"prevalence": prevalence, **predictive(tp, fp, p, n, prevalence)}
            for prevalence in (0.01, 0.1, 0.5, 0.9)
        ],
    }


print(
    json.dumps(
        {
            "curves": [
                curve(1, 40, 0.3, 2, None),
                curve(2, 100, 0.5, 1, None),
                curve(3, 300, 0.1, 6, None),
                curve(4, 60, 0.4, 2, 0.05),
                curve(5, 60, 0.4, 2, 0.7),
            ],
            "tables": [table(*counts) for counts in [(86, 14, 100, 110), (40, 3, 50, 900), (5, 30, 9, 60), (20, 60, 40, 90)]],
        }
    )
)
