"""Passes over a folder of images in Keras: the peer of lamina-data.ts.

Called as `keras_data.py HOW FOLDER HEIGHT WIDTH grey|rgb BATCH`. For each line on standard input it goes once over all
images, a batch at a time, and prints the seconds that it took; first it prints "ready" and the number of images. HOW:

  dataset      image_dataset_from_directory as it comes: bilinear, without antialiasing
  antialiased  the same, with the antialias=True of tf.image.resize, which Keras has no setting for
  generator    ImageDataGenerator.flow_from_directory as it comes: nearest neighbour
"""

import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf

how, folder = sys.argv[1:3]
height, width = int(sys.argv[3]), int(sys.argv[4])
colour, batch = sys.argv[5], int(sys.argv[6])
mode = "grayscale" if colour == "grey" else "rgb"


def dataset():
    return keras.utils.image_dataset_from_directory(
        folder, color_mode=mode, image_size=(height, width), batch_size=batch, shuffle=False, verbose=False
    )


def antialiased():
    channels = 1 if colour == "grey" else 3

    # What load_image of keras/src/utils/image_dataset_utils.py does, but for antialias.
    def load(path):
        image = tf.image.decode_image(tf.io.read_file(path), channels=channels, expand_animations=False)
        image = tf.image.resize(image, (height, width), antialias=True)
        image.set_shape((height, width, channels))
        return image

    paths = tf.data.Dataset.from_tensor_slices(dataset().file_paths)
    return paths.map(load, num_parallel_calls=tf.data.AUTOTUNE).batch(batch).prefetch(tf.data.AUTOTUNE)


def generator():
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    return ImageDataGenerator().flow_from_directory(
        folder, color_mode=mode, target_size=(height, width), batch_size=batch, shuffle=False
    )


sys.stdout, out = sys.stderr, sys.stdout
images = {"dataset": dataset, "antialiased": antialiased, "generator": generator}[how]()


def one_pass():
    # A generator of Keras never ends by itself.
    batches = (images[index] for index in range(len(images))) if how == "generator" else images
    return sum(len(one[0] if isinstance(one, tuple) else one) for one in batches)


print("ready", one_pass(), file=out, flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    one_pass()
    print(time.perf_counter() - started, file=out, flush=True)
