"""Weights after each of five steps of Keras's optimizers on fixed gradients, for test/model/optimizers.test.ts.

Run: python test/golden/optimizers.py > test/golden/optimizers.json   (keras 3.15.0, tensorflow-cpu 2.21.0)
"""

import json

import keras
import numpy as np

CASES = {
    "adam": (keras.optimizers.Adam(0.01), {"adam": {"learningRate": 0.01}}),
    "adam with other betas": (
        keras.optimizers.Adam(0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        {"adam": {"learningRate": 0.1, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}},
    ),
    "sgd": (keras.optimizers.SGD(0.1), {"sgd": {"learningRate": 0.1}}),
    "sgd with momentum": (keras.optimizers.SGD(0.1, momentum=0.9), {"sgd": {"learningRate": 0.1, "momentum": 0.9}}),
    "sgd with Nesterov momentum": (
        keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True),
        {"sgd": {"learningRate": 0.1, "momentum": 0.9, "nesterov": True}},
    ),
    "rmsprop": (keras.optimizers.RMSprop(0.01), {"rmsprop": {"learningRate": 0.01}}),
    "rmsprop with momentum": (
        keras.optimizers.RMSprop(0.01, rho=0.8, momentum=0.5),
        {"rmsprop": {"learningRate": 0.01, "rho": 0.8, "momentum": 0.5}},
    ),
}

random = np.random.default_rng(1)
initial = random.normal(size=4).round(3)
gradients = random.normal(size=(5, 4)).round(3)
gradients[2] = 0

cases = []
for name, (optimizer, settings) in CASES.items():
    weight = keras.Variable(initial, dtype="float32")
    steps = []
    for gradient in gradients:
        optimizer.apply([keras.ops.convert_to_tensor(gradient, "float32")], [weight])
        steps.append([float(value) for value in weight.numpy()])
    cases.append({"name": name, "optimizer": settings, "weights": steps})

print(json.dumps({"initial": initial.tolist(), "gradients": gradients.tolist(), "cases": cases}, indent=2))
