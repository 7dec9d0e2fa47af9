"""Training steps of a network in Keras, fed from uint8 images in memory: the peer of lamina-step.ts.

Called as `keras_step.py NETWORK BATCH STEPS STEPS_PER_EXECUTION [POLICY]`. For each line on standard input it trains STEPS
steps and prints the seconds that they took. Keras's own fit in graph mode, TensorFlow's default oneDNN
kernels and one thread a core; images are cast and scaled in TensorFlow, and tf.data prefetches.
"""

import json
import os
import pathlib
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
import tensorflow as tf

name = sys.argv[1]
batch, steps, steps_per_execution = map(int, sys.argv[2:5])
keras.mixed_precision.set_global_policy(sys.argv[5] if len(sys.argv) > 5 else "float32")
network = json.loads((pathlib.Path(__file__).parent / "networks.json").read_text())[name]
IMAGES = 64


def layer(spec):
    kind, settings = (spec, {}) if isinstance(spec, str) else next(iter(spec.items()))
    match kind:
        case "conv":
            return keras.layers.Conv2D(
                settings["filters"],
                settings["kernelSize"],
                settings.get("strides", 1),
                padding=settings.get("padding", "valid"),
                use_bias=settings.get("useBias", True),
            )
        case "relu":
            return keras.layers.ReLU()
        case "pool":
            return keras.layers.MaxPooling2D(
                settings.get("size", 2), settings.get("strides"), padding=settings.get("padding", "valid")
            )
        case "globalPool":
            return keras.layers.GlobalAveragePooling2D()
        case "flatten":
            return keras.layers.Flatten()
        case "dropout":
            return keras.layers.Dropout(settings)
        case "batchNorm":
            return keras.layers.BatchNormalization()
        case "dense":
            units = settings["units"]
            return keras.layers.Dense(network["classes"] if units == "classes" else units)
        case _:
            raise ValueError(kind)


def through(specs, images):
    for spec in specs:
        images = residual(spec["residual"], images) if "residual" in spec else layer(spec)(images)
    return images


def residual(specs, images):
    """With a convolution of 1 x 1 and batchNorm beside the layers where the shapes differ."""
    output = through(specs, images)
    if images.shape != output.shape:
        strides = -(-images.shape[1] // output.shape[1])
        images = keras.layers.Conv2D(output.shape[-1], 1, strides, padding="same", use_bias=False)(images)
        images = keras.layers.BatchNormalization()(images)
    return keras.layers.Add()([output, images])


inputs = keras.layers.Input(network["shape"])
model = keras.Model(inputs, keras.layers.Softmax(dtype="float32")(through(network["layers"], inputs)))
model.compile(
    optimizer=keras.optimizers.Adam(0.001),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
    steps_per_execution=steps_per_execution,
)

random = np.random.default_rng(1)
images = random.integers(0, 256, (max(IMAGES, batch), *network["shape"]), dtype=np.uint8)
labels = random.integers(0, network["classes"], len(images)).astype(np.int32)
data = (
    tf.data.Dataset.from_tensor_slices((images, labels))
    .repeat()
    .batch(batch, drop_remainder=True)
    .map(lambda image, label: (tf.cast(image, tf.float32) / 255, label))
    .prefetch(tf.data.AUTOTUNE)
)


class Rounds(keras.callbacks.Callback):
    """Each epoch is one round: it begins when it is asked for."""

    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 1:
            print("ready", sum(int(np.prod(weight.shape)) for weight in model.trainable_weights), flush=True)
        if epoch > 0 and not sys.stdin.readline():
            os._exit(0)
        self.started = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        if epoch > 0:
            print(time.perf_counter() - self.started, flush=True)


model.fit(data, steps_per_epoch=steps, epochs=1_000_000, verbose=0, callbacks=[Rounds()])
