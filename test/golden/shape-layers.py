"""Keras's layers that change the shape of an image, and batchNorm: outputs and gradients on fixed weights, for
test/model/shape-layers.test.ts.

Run: python test/golden/shape-layers.py | gzip -9n > test/golden/shape-layers.json.gz   (keras 3.15.0, tensorflow-cpu 2.21.0)
"""

import json

import keras
import numpy as np
import tensorflow as tf

keras.config.set_floatx("float32")
random = np.random.default_rng(22)
L = keras.layers
IMAGES = 2

# What comes in ([height, width, channels]), the layer in an experiment, the same in Keras.
CASES = [
    ((7, 6, 3), {"conv": {"filters": 4, "kernelSize": 3}}, L.Conv2D(4, 3)),
    ((7, 6, 3), {"conv": {"filters": 4, "kernelSize": 1, "useBias": False}}, L.Conv2D(4, 1, use_bias=False)),
    ((7, 6, 3), {"conv": {"filters": 4, "kernelSize": [3, 2], "strides": 2, "padding": "same"}}, L.Conv2D(4, (3, 2), 2, "same")),
    ((8, 7, 2), {"conv": {"filters": 3, "kernelSize": 3, "strides": [2, 3], "padding": "same"}}, L.Conv2D(3, 3, (2, 3), "same")),
    ((9, 8, 2), {"conv": {"filters": 3, "kernelSize": 3, "dilationRate": 2}}, L.Conv2D(3, 3, dilation_rate=2)),
    ((9, 8, 2), {"conv": {"filters": 3, "kernelSize": 3, "dilationRate": 2, "padding": "same"}}, L.Conv2D(3, 3, padding="same", dilation_rate=2)),
    ((9, 8, 2), {"conv": {"filters": 3, "kernelSize": 2, "dilationRate": 3, "padding": "same"}}, L.Conv2D(3, 2, padding="same", dilation_rate=3)),
    ((8, 10, 2), {"conv": {"filters": 3, "kernelSize": [3, 2], "dilationRate": [1, 3]}}, L.Conv2D(3, (3, 2), dilation_rate=(1, 3))),
    ((7, 6, 4), {"conv": {"filters": 6, "kernelSize": 3, "groups": 2}}, L.Conv2D(6, 3, groups=2)),
    ((7, 6, 4), {"conv": {"filters": 4, "kernelSize": 3, "groups": 4, "strides": 2, "padding": "same", "useBias": False}}, L.Conv2D(4, 3, 2, "same", groups=4, use_bias=False)),
    ((9, 8, 4), {"conv": {"filters": 6, "kernelSize": 3, "groups": 2, "dilationRate": 2, "padding": "same"}}, L.Conv2D(6, 3, padding="same", dilation_rate=2, groups=2)),
    ((7, 6, 3), {"depthwiseConv": {"kernelSize": 3}}, L.DepthwiseConv2D(3)),
    ((7, 6, 3), {"depthwiseConv": {"kernelSize": [3, 2], "strides": 2, "padding": "same", "depthMultiplier": 2}}, L.DepthwiseConv2D((3, 2), 2, "same", depth_multiplier=2)),
    ((9, 8, 3), {"depthwiseConv": {"kernelSize": 3, "dilationRate": 2, "padding": "same", "useBias": False}}, L.DepthwiseConv2D(3, padding="same", dilation_rate=2, use_bias=False)),
    ((9, 8, 2), {"depthwiseConv": {"kernelSize": [2, 3], "dilationRate": [3, 2], "depthMultiplier": 2}}, L.DepthwiseConv2D((2, 3), depth_multiplier=2, dilation_rate=(3, 2))),
    ((7, 6, 3), {"separableConv": {"filters": 5, "kernelSize": 3}}, L.SeparableConv2D(5, 3)),
    ((7, 6, 3), {"separableConv": {"filters": 5, "kernelSize": 3, "strides": 2, "padding": "same", "depthMultiplier": 2, "useBias": False}}, L.SeparableConv2D(5, 3, 2, "same", depth_multiplier=2, use_bias=False)),
    ((9, 8, 3), {"separableConv": {"filters": 4, "kernelSize": 3, "dilationRate": 2, "padding": "same"}}, L.SeparableConv2D(4, 3, padding="same", dilation_rate=2)),
    ((4, 5, 3), {"convTranspose": {"filters": 2, "kernelSize": 3}}, L.Conv2DTranspose(2, 3)),
    ((4, 5, 3), {"convTranspose": {"filters": 2, "kernelSize": 3, "strides": 2}}, L.Conv2DTranspose(2, 3, 2)),
    ((4, 5, 3), {"convTranspose": {"filters": 2, "kernelSize": [3, 4], "strides": [2, 3], "padding": "same"}}, L.Conv2DTranspose(2, (3, 4), (2, 3), "same")),
    ((4, 5, 3), {"convTranspose": {"filters": 2, "kernelSize": 2, "strides": 3, "useBias": False}}, L.Conv2DTranspose(2, 2, 3, use_bias=False)),
    ((7, 6, 3), {"pool": {"size": 3, "strides": 2}}, L.MaxPooling2D(3, 2)),
    ((7, 6, 3), {"pool": {"size": [3, 2], "strides": 2, "padding": "same"}}, L.MaxPooling2D((3, 2), 2, "same")),
    ((7, 6, 3), {"pool": {"type": "average", "size": 3, "strides": 2, "padding": "same"}}, L.AveragePooling2D(3, 2, "same")),
    ((5, 6, 3), {"globalPool": {}}, L.GlobalAveragePooling2D()),
    ((5, 6, 3), {"globalPool": {"type": "max"}}, L.GlobalMaxPooling2D()),
    ((4, 5, 2), {"zeroPadding": {"sides": 1}}, L.ZeroPadding2D(1)),
    ((4, 5, 2), {"zeroPadding": {"sides": [0, 1, 2, 3]}}, L.ZeroPadding2D(((0, 1), (2, 3)))),
    ((6, 7, 2), {"cropping": {"sides": 1}}, L.Cropping2D(1)),
    ((6, 7, 2), {"cropping": {"sides": [2, 1, 0, 3]}}, L.Cropping2D(((2, 1), (0, 3)))),
    ((4, 5, 2), {"upSampling": {}}, L.UpSampling2D()),
    ((4, 5, 2), {"upSampling": {"size": [3, 2], "interpolation": "bilinear"}}, L.UpSampling2D((3, 2), interpolation="bilinear")),
    ((5, 7, 2), {"resize": {"size": [8, 4]}}, L.Resizing(8, 4)),
    ((5, 7, 2), {"resize": {"size": [3, 12], "interpolation": "nearest"}}, L.Resizing(3, 12, interpolation="nearest")),
    ((4, 3, 3), {"batchNorm": {}}, L.BatchNormalization()),
    ((4, 3, 3), {"batchNorm": {"center": False, "momentum": 0.8}}, L.BatchNormalization(center=False, momentum=0.8)),
    ((4, 3, 3), {"batchNorm": {"scale": False, "epsilon": 0.1}}, L.BatchNormalization(scale=False, epsilon=0.1)),
    ((4, 3, 3), {"batchNorm": {"center": False, "scale": False}}, L.BatchNormalization(center=False, scale=False)),
    ((7, 6, 3), {"conv": {"filters": 4, "kernelSize": 1, "strides": 2, "padding": "same"}}, L.Conv2D(4, 1, 2, "same")),
    ((8, 7, 4), {"conv": {"filters": 6, "kernelSize": 1, "strides": [1, 3], "groups": 2}}, L.Conv2D(6, 1, (1, 3), groups=2)),
]


def drawn(shape):
    # Of few digits, so that windows and images have several largest values.
    return random.normal(size=shape).round(1).astype("float32")


def told(array):
    return [float(f"{value:.7g}") for value in np.asarray(array, dtype="float64").ravel()]


cases = []
for shape, settings, layer in CASES:
    layer.build((None, *shape))
    for weight in layer.weights:
        weight.assign(np.abs(drawn(weight.shape)) + 0.1 if "variance" in weight.name else drawn(weight.shape))
    weights = [told(weight.numpy()) for weight in layer.weights]
    images = tf.Variable(drawn((IMAGES, *shape)))
    predicted = layer(images, training=False)
    with tf.GradientTape() as tape:
        output = layer(images, training=True)
        by_output = drawn(output.shape)
        loss = tf.reduce_sum(output * by_output)
    trained = [weight.value for weight in layer.trainable_weights]
    by_input, *by_weights = tape.gradient(loss, [images, *trained])
    cases.append(
        {
            "layer": settings,
            "shape": shape,
            "weights": weights,
            "parameters": layer.count_params(),
            "images": told(images),
            "predicted": {"shape": list(predicted.shape[1:]), "values": told(predicted)},
            "output": told(output),
            "byOutput": told(by_output),
            "byInput": told(by_input),
            "byWeights": [told(gradient) for gradient in by_weights],
            # Where they follow what passes through.
            "after": [told(weight.numpy()) for weight in layer.non_trainable_weights],
        }
    )
print(json.dumps(cases))
