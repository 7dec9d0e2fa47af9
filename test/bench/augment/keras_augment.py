"""Augmented batches of 32 from uint8 images in memory in Keras.

Called as `keras_augment.py KIND HEIGHT WIDTH CHANNELS IMAGES`: generator (ImageDataGenerator as it comes), processes
(a copy of it in each of as many processes as there are cores) or layers (Keras's preprocessing layers in a tf.data
pipeline). For each line on standard input it goes through the images once and prints the seconds; first "ready".
"""

import multiprocessing
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np

kind = sys.argv[1]
height, width, channels, length = map(int, sys.argv[2:])
images = np.random.default_rng(1).integers(0, 256, (length, height, width, channels), dtype="uint8")


def generator():
    from keras._tf_keras.keras.preprocessing.image import ImageDataGenerator

    drawn = ImageDataGenerator(
        rotation_range=20, width_shift_range=0.1, height_shift_range=0.1, zoom_range=0.1, horizontal_flip=True
    )

    def go(part):
        batches = drawn.flow(part, batch_size=32)
        for _ in range(len(batches)):
            next(batches)

    return go


def serve(connection, part):
    go = generator()
    while True:
        connection.recv()
        go(part)
        connection.send(None)


if kind == "generator":
    one = generator()

    def go():
        one(images)

elif kind == "processes":
    count = os.cpu_count()
    ends = []
    for part in np.array_split(images, count):
        ours, theirs = multiprocessing.Pipe()
        multiprocessing.get_context("fork").Process(target=serve, args=(theirs, part), daemon=True).start()
        ends.append(ours)

    def go():
        for end in ends:
            end.send(None)
        for end in ends:
            end.recv()

else:
    import keras
    import tensorflow as tf

    layers = keras.Sequential(
        [
            keras.layers.RandomRotation(20 / 360, fill_mode="nearest"),
            keras.layers.RandomTranslation(0.1, 0.1, fill_mode="nearest"),
            keras.layers.RandomZoom((-0.1, 0.1), (-0.1, 0.1), fill_mode="nearest"),
            keras.layers.RandomFlip("horizontal"),
        ]
    )
    pipeline = (
        tf.data.Dataset.from_tensor_slices(images)
        .shuffle(length)
        .batch(32)
        .map(lambda batch: layers(tf.cast(batch, "float32"), training=True), num_parallel_calls=tf.data.AUTOTUNE)
        .prefetch(tf.data.AUTOTUNE)
    )

    def go():
        for _ in pipeline:
            pass


go()
print("ready", flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    go()
    print(time.perf_counter() - started, flush=True)
