"""Six training steps of a small Keras model by several recipes, for test/train/recipe.test.ts.

Run: python test/golden/recipe.py > test/golden/recipe.json   (keras 3.15.0, tensorflow-cpu 2.21.0)

"losses" are the plain cross-entropies before each step, whatever it makes small.
"""

import json

import keras
import numpy as np

random = np.random.default_rng(5)
STEPS, BATCH, SIDE = 6, 6, 4
images = random.integers(0, 256, (STEPS, BATCH, SIDE, SIDE, 1))
L = keras.losses
O = keras.optimizers

# name: scores, loss, optimizer, class weights, l1, l2; then the same in an experiment
CASES = {
    "plain": dict(ours={}),
    "class weights": dict(weights={0: 2.0, 2: 0.5}, ours={"classWeights": {"a": 2, "c": 0.5}}),
    "class weights of one score": dict(scores=1, weights={1: 3.0}, ours={"classWeights": {"b": 3}}),
    "focal": dict(
        loss=L.CategoricalFocalCrossentropy(alpha=1.0, gamma=2.0, from_logits=True),
        weights={1: 3.0},
        ours={"loss": "focal", "classWeights": {"b": 3}},
    ),
    "label smoothing of one score": dict(
        scores=1,
        loss=L.BinaryCrossentropy(from_logits=True, label_smoothing=0.2),
        ours={"loss": {"crossEntropy": {"labelSmoothing": 0.2}}},
    ),
    "clipped by norm": dict(
        optimizer=lambda: O.SGD(0.5, momentum=0.9, global_clipnorm=0.3),
        ours={"optimizer": {"sgd": {"learningRate": 0.5, "momentum": 0.9}}, "gradientClip": {"norm": 0.3}},
    ),
    "clipped by value": dict(
        optimizer=lambda: O.SGD(0.5, clipvalue=0.05),
        ours={"gradientClip": {"value": 0.05}},
    ),
    "averaged": dict(
        optimizer=lambda: O.SGD(0.5, use_ema=True, ema_momentum=0.8),
        ours={"averageWeights": {"decay": 0.8}},
    ),
    "penalised": dict(l1=0.01, l2=0.02, ours={}),
    "accumulated": dict(
        optimizer=lambda: O.SGD(0.5, gradient_accumulation_steps=3), ours={"accumulate": 3}
    ),
    "everything": dict(
        loss=L.CategoricalFocalCrossentropy(alpha=1.0, gamma=1.5, from_logits=True, label_smoothing=0.1),
        optimizer=lambda: O.SGD(
            0.5, momentum=0.9, weight_decay=0.1, global_clipnorm=0.1, use_ema=True, ema_momentum=0.7
        ),
        weights={0: 2.0, 1: 0.5},
        l1=0.001,
        l2=0.01,
        ours={
            "loss": {"focal": {"gamma": 1.5, "labelSmoothing": 0.1}},
            "optimizer": {"sgd": {"learningRate": 0.5, "momentum": 0.9, "weightDecay": 0.1}},
            "gradientClip": {"norm": 0.1},
            "averageWeights": {"decay": 0.7},
            "classWeights": {"a": 2, "b": 0.5},
        },
    ),
}


def run(scores=3, loss=None, optimizer=None, weights=None, l1=0.0, l2=0.0, ours=None):
    classes = max(2, scores)
    labels = random.integers(0, classes, (STEPS, BATCH))
    kernel = random.normal(size=(SIDE * SIDE, scores)).round(3) / 2
    bias = random.normal(size=scores).round(3)
    dense = keras.layers.Dense(scores, kernel_regularizer=keras.regularizers.L1L2(l1, l2))
    model = keras.Sequential([keras.Input((SIDE, SIDE, 1)), keras.layers.Flatten(), dense])
    dense.set_weights([kernel, bias])
    plain = L.CategoricalCrossentropy(from_logits=True) if scores > 1 else L.BinaryCrossentropy(from_logits=True)
    used = optimizer() if optimizer else O.SGD(0.5)
    model.compile(optimizer=used, loss=loss or plain)
    losses = []
    for x, y in zip(images.astype("float32") / 255, labels):
        wanted = np.eye(scores)[y] if scores > 1 else y[:, None].astype("float32")
        losses.append(float(plain(wanted, model(x))))
        model.train_on_batch(x, wanted, class_weight=weights)
    found = [value.astype(float).flatten().tolist() for value in dense.get_weights()]
    averages = None
    if used.use_ema:
        used.finalize_variable_values(model.trainable_variables)
        averages = [value.astype(float).flatten().tolist() for value in dense.get_weights()]
    return {
        "train": {"optimizer": {"sgd": {"learningRate": 0.5}}, **ours},
        "layer": {"units": scores, "l1": l1, "l2": l2},
        "labels": labels.tolist(),
        "kernel": kernel.flatten().tolist(),
        "bias": bias.tolist(),
        "losses": losses,
        "weights": found,
        "averages": averages,
    }


golden = {
    "images": images.reshape(STEPS, -1).tolist(),
    "side": SIDE,
    "cases": [{"name": name, **run(**case)} for name, case in CASES.items()],
}
print(json.dumps(golden))
