"""Weights after some of fifty steps of Keras's optimizers on fixed gradients, for test/model/optimizers.test.ts.

Run: python test/golden/optimizers.py > test/golden/optimizers.json   (keras 3.15.0, tensorflow-cpu 2.21.0)
"""

import json

import keras
import numpy as np

# By Keras's class: its own arguments, and the same in an experiment.
CASES = {
    "adam": (keras.optimizers.Adam(0.01), {"adam": {"learningRate": 0.01}}),
    "adam with other betas": (
        keras.optimizers.Adam(0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        {"adam": {"learningRate": 0.1, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}},
    ),
    "adam with weight decay": (
        keras.optimizers.Adam(0.01, weight_decay=0.1),
        {"adam": {"learningRate": 0.01, "weightDecay": 0.1}},
    ),
    "adamW": (keras.optimizers.AdamW(0.01), {"adamW": {"learningRate": 0.01}}),
    "adamW with other decay": (
        keras.optimizers.AdamW(0.1, weight_decay=0.5, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        {"adamW": {"learningRate": 0.1, "weightDecay": 0.5, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}},
    ),
    "sgd": (keras.optimizers.SGD(0.1), {"sgd": {"learningRate": 0.1}}),
    "sgd with momentum": (keras.optimizers.SGD(0.1, momentum=0.9), {"sgd": {"learningRate": 0.1, "momentum": 0.9}}),
    "sgd with Nesterov momentum": (
        keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True),
        {"sgd": {"learningRate": 0.1, "momentum": 0.9, "nesterov": True}},
    ),
    "sgd with weight decay": (
        keras.optimizers.SGD(0.1, momentum=0.9, weight_decay=0.1),
        {"sgd": {"learningRate": 0.1, "momentum": 0.9, "weightDecay": 0.1}},
    ),
    "rmsprop": (keras.optimizers.RMSprop(0.01), {"rmsprop": {"learningRate": 0.01}}),
    "rmsprop with momentum": (
        keras.optimizers.RMSprop(0.01, rho=0.8, momentum=0.5),
        {"rmsprop": {"learningRate": 0.01, "rho": 0.8, "momentum": 0.5}},
    ),
    "adagrad": (keras.optimizers.Adagrad(0.1), {"adagrad": {"learningRate": 0.1}}),
    "adagrad from nothing": (
        keras.optimizers.Adagrad(0.1, initial_accumulator_value=0, epsilon=1e-2),
        {"adagrad": {"learningRate": 0.1, "initialAccumulator": 0, "epsilon": 1e-2}},
    ),
    "adadelta": (keras.optimizers.Adadelta(1.0), {"adadelta": {"learningRate": 1}}),
    "adadelta with other rho": (
        keras.optimizers.Adadelta(0.5, rho=0.8, epsilon=1e-3),
        {"adadelta": {"learningRate": 0.5, "rho": 0.8, "epsilon": 1e-3}},
    ),
    "adamax": (keras.optimizers.Adamax(0.01), {"adamax": {"learningRate": 0.01}}),
    "adamax with other betas": (
        keras.optimizers.Adamax(0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        {"adamax": {"learningRate": 0.1, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}},
    ),
    "nadam": (keras.optimizers.Nadam(0.01), {"nadam": {"learningRate": 0.01}}),
    "nadam with other betas": (
        keras.optimizers.Nadam(0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        {"nadam": {"learningRate": 0.1, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}},
    ),
    "lion": (keras.optimizers.Lion(0.01), {"lion": {"learningRate": 0.01}}),
    "lion with weight decay": (
        keras.optimizers.Lion(0.1, beta_1=0.5, beta_2=0.9, weight_decay=0.1),
        {"lion": {"learningRate": 0.1, "beta1": 0.5, "beta2": 0.9, "weightDecay": 0.1}},
    ),
}
DEFAULTS = {
    "adadelta": keras.optimizers.Adadelta(),
    "adagrad": keras.optimizers.Adagrad(),
    "adam": keras.optimizers.Adam(),
    "adamW": keras.optimizers.AdamW(),
    "adamax": keras.optimizers.Adamax(),
    "lion": keras.optimizers.Lion(),
    "nadam": keras.optimizers.Nadam(),
    "rmsprop": keras.optimizers.RMSprop(),
    "sgd": keras.optimizers.SGD(),
}
NAMES = {
    "learning_rate": "learningRate",
    "weight_decay": "weightDecay",
    "beta_1": "beta1",
    "beta_2": "beta2",
    "epsilon": "epsilon",
    "rho": "rho",
    "momentum": "momentum",
    "nesterov": "nesterov",
    "initial_accumulator_value": "initialAccumulator",
}
TOLD = [1, 2, 3, 4, 5, 10, 20, 50]

random = np.random.default_rng(1)
initial = random.normal(size=4).round(3)
gradients = random.normal(size=(50, 4)).round(3)
gradients[2] = 0

cases = []
for name, (optimizer, settings) in CASES.items():
    weight = keras.Variable(initial, dtype="float32")
    told = []
    for step, gradient in enumerate(gradients, start=1):
        optimizer.apply([keras.ops.convert_to_tensor(gradient, "float32")], [weight])
        if step in TOLD:
            told.append({"step": step, "weights": [float(value) for value in weight.numpy()]})
    cases.append({"name": name, "optimizer": settings, "told": told})

defaults = {
    name: {
        # A decay that there is none of is 0 here, and float32 is told as it was written.
        own: config[theirs] if isinstance(config[theirs], bool) else float(f"{config[theirs] or 0:.7g}")
        for theirs, own in NAMES.items()
        if theirs in config
    }
    for name, optimizer in DEFAULTS.items()
    for config in [optimizer.get_config()]
}

golden = {"initial": initial.tolist(), "gradients": gradients.tolist(), "cases": cases, "defaults": defaults}
print(json.dumps(golden, indent=2))
