"""Keras's losses of scores and their gradients, for test/train/loss.test.ts.

Run: python test/golden/losses.py > test/golden/losses.json   (keras 3.15.0, tensorflow-cpu 2.21.0)
"""

import json

import keras
import numpy as np
import tensorflow as tf

keras.config.set_floatx("float32")
random = np.random.default_rng(3)
IMAGES = 6
CASES = [
    ("crossEntropy", {}),
    ("crossEntropy", {"labelSmoothing": 0.1}),
    ("focal", {}),
    ("focal", {"gamma": 0.5}),
    ("focal", {"gamma": 1, "labelSmoothing": 0.2}),
    ("focal", {"gamma": 3.5, "labelSmoothing": 0}),
    ("focal", {"gamma": 0, "labelSmoothing": 0.1}),
]


def keras_loss(name, settings, classes):
    smoothing = settings.get("labelSmoothing", 0.0)
    if name == "crossEntropy":
        of = keras.losses.CategoricalCrossentropy if classes > 1 else keras.losses.BinaryCrossentropy
        return of(from_logits=True, label_smoothing=smoothing, reduction="none")
    gamma = settings.get("gamma", 2.0)
    if classes > 1:
        return keras.losses.CategoricalFocalCrossentropy(
            alpha=1.0, gamma=gamma, from_logits=True, label_smoothing=smoothing, reduction="none"
        )
    return keras.losses.BinaryFocalCrossentropy(
        gamma=gamma, from_logits=True, label_smoothing=smoothing, reduction="none"
    )


def targets(labels, classes):
    return np.eye(classes, dtype="float32")[labels] if classes > 1 else labels[:, None].astype("float32")


cases = []
for classes in (4, 2, 1):
    scores = (2 * random.normal(size=(IMAGES, classes))).round(3).astype("float32")
    labels = random.integers(0, max(2, classes), IMAGES)
    others = random.integers(0, max(2, classes), IMAGES)
    weights = random.uniform(size=IMAGES).round(3).astype("float32")
    for name, settings in CASES:
        for is_mixed in (False, True):
            own, other = targets(labels, classes), targets(others, classes)
            wanted = weights[:, None] * own + (1 - weights[:, None]) * other if is_mixed else own
            variable = tf.Variable(scores)
            with tf.GradientTape() as tape:
                losses = keras_loss(name, settings, classes)(tf.constant(wanted), variable)
            gradient = tape.gradient(losses, variable)
            cases.append(
                {
                    "loss": {name: settings},
                    "scores": scores.tolist(),
                    "labels": labels.tolist(),
                    "mix": {"labels": others.tolist(), "weights": weights.tolist()} if is_mixed else None,
                    "losses": losses.numpy().astype(float).tolist(),
                    "gradient": gradient.numpy().astype(float).tolist(),
                }
            )
print(json.dumps(cases))
