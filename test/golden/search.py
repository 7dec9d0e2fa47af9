"""What the searches of a sweep are held against, for test/sweep/search/ and test/special-functions.test.ts.

Run: python test/golden/search.py > test/golden/search.json   (scipy 1.17, optuna 5.0, numpy 2.4)

Sobol: scipy's points without scrambling. Parzen: estimators of Optuna's on fixed histories, with the density of a few
points. Equal values are ordered as they come: numpy's usual order of equals depends on the processor. Halving: which
values Optuna's rule of successive halving lets go on.
"""

import json
import math

import numpy as np
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.pruners._successive_halving import _is_trial_promotable_to_next_rung
from optuna.samplers._tpe import _truncnorm
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator, _ParzenEstimatorParameters
from optuna.samplers._tpe.sampler import default_gamma, default_weights
from scipy import special, stats

argsort = np.argsort
np.argsort = lambda values, **_: argsort(values, kind="stable")

PARAMETERS = _ParzenEstimatorParameters(
    prior_weight=1.0,
    consider_magic_clip=True,
    consider_endpoints=False,
    weights=default_weights,
    multivariate=True,
)
SPACE = {
    "uniform": FloatDistribution(-5.0, 10.0),
    "log": FloatDistribution(1e-5, 1e-1, log=True),
    "integer": IntDistribution(1, 12),
    "logInteger": IntDistribution(8, 512, log=True),
    "list": CategoricalDistribution(["relu", "tanh", "gelu"]),
}


def history(rng, count):
    """Values as the search sees them: of a list their index."""
    return {
        "uniform": rng.uniform(-5, 10, count).round(4),
        "log": np.exp(rng.uniform(math.log(1e-5), math.log(1e-1), count)),
        "integer": rng.integers(1, 13, count).astype(float),
        "logInteger": rng.integers(8, 513, count).astype(float),
        "list": rng.integers(0, 3, count).astype(float),
    }


def rows(values):
    return np.array([values[name] for name in SPACE]).T.tolist()


def parzen(count):
    rng = np.random.default_rng(count)
    seen, points = history(rng, count), history(rng, 12)
    estimator = _ParzenEstimator(seen, SPACE, PARAMETERS)
    mixture = estimator._mixture_distribution
    return {
        "seen": rows(seen),
        "points": rows(points),
        "weights": mixture.weights.tolist(),
        "dimensions": [
            {"probabilities": one.weights.tolist()}
            if hasattr(one, "weights")
            else {"means": one.mu.tolist(), "deviations": one.sigma.tolist()}
            for one in mixture.distributions
        ],
        "logDensities": estimator.log_pdf(points).tolist(),
    }


ENDS = [(-2.0, 3.0), (-40.0, -30.0), (5.0, 9.0), (-0.01, 0.02), (0.0, 100.0), (-100.0, 0.0), (25.0, 26.0)]
SHARES = [1e-9, 0.01, 0.3, 0.5, 0.9, 0.999999]
one = lambda values: np.atleast_1d(np.asarray(values, dtype=float))
rng = np.random.default_rng(7)
rungs = [rng.integers(0, 30, 3 * n).tolist() for n in range(1, 8)]

print(
    json.dumps(
        {
            "sobol": stats.qmc.Sobol(64, scramble=False, bits=32).random(40).tolist(),
            "sobolFar": stats.qmc.Sobol(64, scramble=False, bits=32).fast_forward(4093).random(4).tolist(),
            "gamma": [default_gamma(n) for n in range(300)],
            "parzen": [parzen(count) for count in (0, 1, 2, 9, 25, 26, 27, 60)],
            "truncatedNormal": [
                {
                    "low": low,
                    "high": high,
                    "logMass": float(_truncnorm._log_gauss_mass(one(low), one(high))[0]),
                    "quantiles": [
                        {"share": q, "place": float(stats.truncnorm.ppf(q, low, high))} for q in SHARES
                    ],
                }
                for low, high in ENDS
            ],
            "erf": [
                {"x": x, "erf": float(special.erf(x)), "erfc": float(special.erfc(x))}
                for x in [-7, -3, -1.3, -1, -0.7, -0.1, 0, 1e-10, 0.2, 0.3, 0.84, 0.85, 1.2, 1.25, 2, 2.8, 2.9, 5, 10, 26]
            ],
            "logGamma": [{"x": x, "value": float(special.gammaln(x))} for x in [1e-3, 0.5, 1, 1.5, 2, 7.25, 100, 5000.5]],
            "incompleteBeta": [
                {"x": x, "a": a, "b": b, "value": float(special.betainc(a, b, x))}
                for a, b in [(0.5, 0.5), (2, 0.5), (15, 0.5), (0.5, 40), (300, 0.5), (3, 7)]
                for x in (0.0, 0.01, 0.3, 0.5, 0.99, 1.0)
            ],
            "halving": [
                {
                    "eta": eta,
                    "values": values,
                    # Of each value among itself and those before it.
                    "promoted": [
                        bool(_is_trial_promotable_to_next_rung(values[i], list(values[: i + 1]), eta, optuna.study.StudyDirection.MINIMIZE))
                        for i in range(len(values))
                    ],
                }
                for eta in (2, 3, 4)
                for values in rungs
            ],
        }
    )
)
