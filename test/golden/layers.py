"""Outputs, gradients and parameter counts of Keras's layers on fixed weights, for test/model/layers.test.ts.

Each case is [layer of an experiment, Keras's]. The gradients are those of the sum of output times the fixed numbers
"along", by the input and by each weight that is trained; weights are in Lamina's order.

Run: python test/golden/layers.py | gzip -9n > test/golden/layers.json.gz   (keras 3.15.0, tensorflow-cpu 2.21.0)
"""

import json

import keras
import numpy as np
import tensorflow as tf

layers = keras.layers
IMAGE = (4, 3, 8)
ROW = (6,)


def squeeze_excite(channels, units):
    image = keras.Input(IMAGE)
    gate = layers.GlobalAveragePooling2D()(image)
    gate = layers.Dense(units, activation="relu")(gate)
    gate = layers.Dense(channels, activation="sigmoid")(gate)
    return keras.Model(image, layers.Multiply()([image, layers.Reshape((1, 1, channels))(gate)]))


def frozen(layer):
    layer.trainable = False
    return layer


CASES = [
    ("relu", IMAGE, layers.ReLU()),
    ("relu6", IMAGE, layers.ReLU(max_value=6)),
    ({"leakyRelu": {}}, IMAGE, layers.LeakyReLU()),
    ({"leakyRelu": {"negativeSlope": 0.01}}, ROW, layers.LeakyReLU(negative_slope=0.01)),
    ("prelu", IMAGE, layers.PReLU()),
    ("prelu", ROW, layers.PReLU()),
    ({"prelu": {"sharedAxes": [1, 2]}}, IMAGE, layers.PReLU(shared_axes=[1, 2])),
    ({"prelu": {"sharedAxes": [3]}}, IMAGE, layers.PReLU(shared_axes=[3])),
    ("elu", IMAGE, layers.ELU()),
    ("selu", IMAGE, layers.Activation("selu")),
    ("gelu", IMAGE, layers.Activation("gelu")),
    ("swish", IMAGE, layers.Activation("swish")),
    ("hardSwish", IMAGE, layers.Activation("hard_swish")),
    ("sigmoid", IMAGE, layers.Activation("sigmoid")),
    ("tanh", ROW, layers.Activation("tanh")),
    ("layerNorm", IMAGE, layers.LayerNormalization()),
    ({"layerNorm": {"epsilon": 0.1}}, ROW, layers.LayerNormalization(epsilon=0.1)),
    ({"groupNorm": {"groups": 4}}, IMAGE, layers.GroupNormalization(groups=4)),
    ({"groupNorm": {"groups": 8, "epsilon": 0.1}}, IMAGE, layers.GroupNormalization(groups=8, epsilon=0.1)),
    ({"groupNorm": {"groups": 1, "trainable": False}}, IMAGE, frozen(layers.GroupNormalization(groups=1))),
    ({"groupNorm": {"groups": 2}}, ROW, layers.GroupNormalization(groups=2)),
    ({"squeezeExcite": {"ratio": 3}}, IMAGE, squeeze_excite(8, 2)),
    ({"squeezeExcite": {}}, IMAGE, squeeze_excite(8, 1)),
    ({"dropout": 0.5}, IMAGE, layers.Dropout(0.5)),
    ({"spatialDropout": 0.5}, IMAGE, layers.SpatialDropout2D(0.5)),
    ({"gaussianNoise": 0.5}, IMAGE, layers.GaussianNoise(0.5)),
    ("batchNorm", IMAGE, layers.BatchNormalization()),
    ({"batchNorm": {"trainable": False}}, IMAGE, frozen(layers.BatchNormalization())),
    ({"conv": {"filters": 3, "kernelSize": [3, 2], "strides": 2}}, IMAGE, layers.Conv2D(3, (3, 2), strides=2)),
    (
        {"conv": {"filters": 3, "kernelSize": 3, "padding": "same", "trainable": False}},
        IMAGE,
        frozen(layers.Conv2D(3, 3, padding="same")),
    ),
    ({"dense": {"units": 4}}, ROW, layers.Dense(4)),
    ({"dense": {"units": 4, "useBias": False}}, ROW, layers.Dense(4, use_bias=False)),
]

INITIALIZERS = {
    "glorotUniform": "glorot_uniform",
    "glorotNormal": "glorot_normal",
    "heUniform": "he_uniform",
    "heNormal": "he_normal",
    "lecunUniform": "lecun_uniform",
    "lecunNormal": "lecun_normal",
    "randomUniform": "random_uniform",
    "randomNormal": "random_normal",
    "truncatedNormal": "truncated_normal",
    "zeros": "zeros",
    "ones": "ones",
}


def numbers(array):
    return [float(f"{value:.8g}") for value in np.asarray(array, dtype="float64").ravel()]


def case(written, shape, layer, random):
    images = random.normal(0, 3, (2, *shape)).astype("float32")
    model = keras.Sequential([keras.Input(shape), layer])
    for weight in model.weights:
        low = 0.2 if "variance" in weight.path else -1
        weight.assign(random.uniform(low, 1, weight.shape).astype("float32"))
    # As Keras counts: what is trained before what is not, each in the order of the layer.
    ordered = [*model.trainable_weights, *model.non_trainable_weights]
    weights = [numbers(weight) for weight in ordered]
    along = random.normal(0, 1, model(images).shape).astype("float32")
    trained = [weight.value for weight in model.trainable_weights]
    with tf.GradientTape() as tape:
        value = tf.convert_to_tensor(images)
        tape.watch(value)
        # What is drawn at random is off, and batchNorm looks at the batch.
        output = model(value, training="batchNorm" in str(written))
        loss = tf.reduce_sum(output * along)
    by_input, *by_weights = tape.gradient(loss, [value, *trained])
    return {
        "layer": written,
        "shape": shape,
        "input": numbers(images),
        "weights": weights,
        "along": numbers(along),
        "output": numbers(output),
        "weightsAfter": [numbers(weight) for weight in ordered],
        "byInput": numbers(by_input),
        "byWeights": [numbers(gradient) for gradient in by_weights],
        "parameters": model.count_params(),
        "trained": int(sum(np.prod(weight.shape) for weight in model.trainable_weights)),
    }


def spread(name):
    keras.utils.set_random_seed(1)
    kernel = np.asarray(keras.initializers.get(name)((3, 3, 40, 60)))
    return {"mean": float(kernel.mean()), "deviation": float(kernel.std()), "most": float(np.abs(kernel).max())}


def main():
    random = np.random.default_rng(7)
    cases = [case(*each, random) for each in CASES]
    initializers = {ours: spread(theirs) for ours, theirs in INITIALIZERS.items()}
    print(json.dumps({"cases": cases, "initializers": initializers}))


main()
