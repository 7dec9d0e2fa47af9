"""Runs images through .keras files and prints what comes out as JSON. Exit code 3: no Keras here."""

import json
import sys

try:
    import keras
    import numpy
except ImportError:
    sys.exit(3)


def run(question):
    model = keras.saving.load_model(question["model"], compile=False)
    images = numpy.fromfile(question["images"], question["pixels"]).reshape(-1, *question["shape"])
    batch = question["batch"]
    parts = [model(images[at : at + batch]) for at in range(0, len(images), batch)]
    probabilities = numpy.concatenate([keras.ops.convert_to_numpy(part) for part in parts])
    return {"version": keras.__version__, "probabilities": probabilities.ravel().tolist()}


print(json.dumps([run(question) for question in json.loads(sys.argv[1])]))
