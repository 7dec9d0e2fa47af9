"""keras.io's mnist_convnet on the same PNG files: the peer of mnist.ts.

Called in the folder that holds train/ and test/ as `keras_mnist.py EPOCHS SEED`. Files are decoded once and kept in
memory, as Lamina does. Prints the test accuracy as JSON.
"""

import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf

epochs, seed = int(sys.argv[1]), int(sys.argv[2])
keras.utils.set_random_seed(seed)


def read(folder):
    images = keras.utils.image_dataset_from_directory(
        folder, color_mode="grayscale", image_size=(28, 28), batch_size=None, shuffle=False, verbose=False
    )
    return images.map(lambda image, label: (tf.cast(image, tf.uint8), label)).cache()


def scaled(image, label):
    return tf.cast(image, tf.float32) / 255, label


train = read("train").shuffle(60_000).batch(128).map(scaled).prefetch(tf.data.AUTOTUNE)
test = read("test").batch(128).map(scaled).prefetch(tf.data.AUTOTUNE)
model = keras.Sequential(
    [
        keras.layers.Input((28, 28, 1)),
        keras.layers.Conv2D(32, 3, activation="relu"),
        keras.layers.MaxPooling2D(2),
        keras.layers.Conv2D(64, 3, activation="relu"),
        keras.layers.MaxPooling2D(2),
        keras.layers.Flatten(),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
# Lamina looks at the held-out images after each epoch, so Keras does too.
history = model.fit(train, validation_data=test, epochs=epochs, verbose=0)
print(json.dumps({"accuracy": history.history["val_accuracy"][-1]}))
