"""How near Optuna's TPE and random search come to the least value of three functions, for test/bench/sweep/tpe.ts.

Run: python test/golden/tpe.py > test/golden/tpe.json   (optuna 5.0, half an hour of one core)

The best value of 25, 50 and 100 trials for each of 100 seeds: TPESampler as it is, one trial at a time; the same with
generations of 8 trials, none of which knows the results of the others; and RandomSampler. The functions stand in
test/bench/sweep/functions.ts too.
"""

import json
import math
import sys

import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

optuna.logging.set_verbosity(optuna.logging.ERROR)
SEEDS, TRIALS, MARKS = 100, 100, (25, 50, 100)
A = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
P = [
    [1312, 1696, 5569, 124, 8283, 5886],
    [2329, 4135, 8307, 3736, 1004, 9991],
    [2348, 1451, 3522, 2883, 3047, 6650],
    [4047, 8828, 8732, 5743, 1091, 381],
]


def branin(x0, x1):
    bend = x1 - 5.1 / (4 * math.pi**2) * x0**2 + 5 / math.pi * x0 - 6
    return bend**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x0) + 10


def hartmann6(**x):
    return -sum(
        alpha * math.exp(-sum(a * (x[f"x{i}"] - p / 1e4) ** 2 for i, (a, p) in enumerate(zip(A[row], P[row]))))
        for row, alpha in enumerate([1, 1.2, 3, 3.2])
    )


def mixed(rate, width, depth, dropout, optimizer, activation):
    best_rate = {"sgd": -1.5, "adam": -3, "rmsprop": -3.2, "adamw": -2.8}[optimizer]
    penalty = {"sgd": 0.15, "adam": 0.02, "rmsprop": 0.08, "adamw": 0}[optimizer]
    slower = {"relu": 0.03, "tanh": 0.1, "gelu": 0}[activation]
    return (
        0.1
        + 0.12 * (math.log10(rate) - best_rate) ** 2
        + 0.05 * (math.log2(width) - 7) ** 2 * 0.5
        + 0.01 * (depth - 4) ** 2
        + 0.6 * (dropout - 0.3) ** 2
        + penalty
        + slower
    )


FUNCTIONS = {
    "branin": (branin, {"x0": FloatDistribution(-5, 10), "x1": FloatDistribution(0, 15)}),
    "hartmann6": (hartmann6, {f"x{i}": FloatDistribution(0, 1) for i in range(6)}),
    "mixed": (
        mixed,
        {
            "rate": FloatDistribution(1e-5, 1e-1, log=True),
            "width": IntDistribution(8, 512, log=True),
            "depth": IntDistribution(1, 8),
            "dropout": FloatDistribution(0, 0.8),
            "optimizer": CategoricalDistribution(["sgd", "adam", "rmsprop", "adamw"]),
            "activation": CategoricalDistribution(["relu", "tanh", "gelu"]),
        },
    ),
}


def best(function, space, sampler, generation):
    study = optuna.create_study(sampler=sampler)
    values, done = [], 0
    while done < TRIALS:
        size = min(generation if done >= 10 else 10 if generation > 1 else 1, TRIALS - done)
        asked = [study.ask(space) for _ in range(size)]
        for trial in asked:
            values.append(function(**trial.params))
            study.tell(trial, values[-1])
        done += size
    return [min(values[:mark]) for mark in MARKS]


out = {"trials": MARKS}
for name, (function, space) in FUNCTIONS.items():
    out[name] = {}
    for kind, generation in (("tpe", 1), ("generations", 8), ("random", 1)):
        sampler = optuna.samplers.RandomSampler if kind == "random" else optuna.samplers.TPESampler
        out[name][kind] = [
            [float(f"{value:.9g}") for value in best(function, space, sampler(seed=seed), generation)]
            for seed in range(SEEDS)
        ]
        print(name, kind, file=sys.stderr)
print(json.dumps(out))
