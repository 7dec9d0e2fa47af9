"""Gradients of small Keras models in float32, and how far those of Keras's mixed_bfloat16 are from them, for
test/train/mixed.test.ts.

Run: python test/golden/mixed.py > test/golden/mixed.json   (keras 3.15.0, tensorflow-cpu 2.21.0)

"error" is the norm of the difference over the norm of the gradient, of all weights together.
"""

import json

import keras
import numpy as np
import tensorflow as tf

random = np.random.default_rng(3)
BATCH, SIDE, CLASSES = 32, 12, 3
L = keras.layers
images = random.integers(0, 256, (BATCH, SIDE, SIDE, 3))
labels = random.integers(0, CLASSES, BATCH)

# The layers in Keras, and the same in an experiment. A bias before batchNorm has no gradient but rounding.
CASES = {
    "convolutions and pools": (
        lambda: [
            L.Conv2D(8, 3), L.ReLU(), L.MaxPool2D(), L.Conv2D(12, 3), L.LeakyReLU(negative_slope=0.1),
            L.AveragePooling2D(2), L.Flatten(), L.Dense(16), L.ReLU(), L.Dense(CLASSES),
        ],
        [
            {"conv": {"filters": 8, "kernelSize": 3}}, "relu", "pool", {"conv": {"filters": 12, "kernelSize": 3}},
            {"leakyRelu": {"negativeSlope": 0.1}}, {"pool": {"type": "average"}}, "flatten", {"dense": {"units": 16}}, "relu",
            {"dense": {"units": "classes"}},
        ],
    ),
    "batchNorm": (
        lambda: [
            L.Conv2D(8, 3, use_bias=False), L.BatchNormalization(), L.ReLU(6), L.MaxPool2D(),
            L.Conv2D(12, 3, use_bias=False), L.BatchNormalization(), L.ReLU(), L.GlobalAveragePooling2D(),
            L.Dense(CLASSES),
        ],
        [
            {"conv": {"filters": 8, "kernelSize": 3, "useBias": False}}, "batchNorm", "relu6", "pool",
            {"conv": {"filters": 12, "kernelSize": 3, "useBias": False}}, "batchNorm", "relu", "globalPool",
            {"dense": {"units": "classes"}},
        ],
    ),
    "depthwise": (
        lambda: [
            L.Conv2D(8, 3), L.ReLU(), L.DepthwiseConv2D(3, padding="same"), L.ReLU(), L.Conv2D(12, 1),
            L.Activation("swish"), L.GlobalAveragePooling2D(), L.Dense(CLASSES),
        ],
        [
            {"conv": {"filters": 8, "kernelSize": 3}}, "relu", {"depthwiseConv": {"kernelSize": 3, "padding": "same"}},
            "relu", {"conv": {"filters": 12, "kernelSize": 1}}, "swish", "globalPool", {"dense": {"units": "classes"}},
        ],
    ),
}


def build(layers, policy):
    keras.mixed_precision.set_global_policy(policy)
    keras.utils.set_random_seed(1)
    return keras.Sequential([L.Input((SIDE, SIDE, 3)), *layers()])


def gradients(model):
    with tf.GradientTape() as tape:
        scores = tf.cast(model(images / 255, training=True), "float32")
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores))
    return [np.asarray(g, "float32") for g in tape.gradient(loss, model.trainable_weights)]


def flat(arrays):
    return np.concatenate([array.ravel() for array in arrays])


def numbers(array):
    return [float(f"{value:.8g}") for value in np.asarray(array).ravel()]


def case(name, layers, ours):
    wide, narrow = build(layers, "float32"), build(layers, "mixed_bfloat16")
    for weight in wide.trainable_weights:
        if len(weight.shape) == 1:
            weight.assign(random.normal(1 if "gamma" in weight.path else 0, 0.1, weight.shape))
    narrow.set_weights(wide.get_weights())
    expected, rounded = gradients(wide), gradients(narrow)
    return {
        "name": name,
        "layers": ours,
        "weights": [numbers(weight) for weight in wide.trainable_weights],
        "gradients": [numbers(gradient) for gradient in expected],
        "error": float(np.linalg.norm(flat(rounded) - flat(expected)) / np.linalg.norm(flat(expected))),
    }


print(
    json.dumps(
        {
            "side": SIDE,
            "classes": CLASSES,
            "images": images.ravel().tolist(),
            "labels": labels.tolist(),
            "cases": [case(name, *layers) for name, layers in CASES.items()],
        }
    )
)
