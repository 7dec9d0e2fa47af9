"""Runs images through a .keras file and prints what comes out as JSON. Exit code 3: no Keras here."""

import json
import sys

question = json.loads(sys.argv[1])
try:
    import keras
    import numpy
except ImportError:
    sys.exit(3)

model = keras.models.load_model(question["model"], compile=False)
images = numpy.fromfile(question["images"], "uint8").reshape(-1, *question["shape"])
batch = question["batch"]
parts = [model(images[at : at + batch]) for at in range(0, len(images), batch)]
probabilities = numpy.concatenate([keras.ops.convert_to_numpy(part) for part in parts])
print(json.dumps({"version": keras.__version__, "probabilities": probabilities.ravel().tolist()}))
