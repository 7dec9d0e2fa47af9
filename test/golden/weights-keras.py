"""Files of weights as Keras writes them, and what is in them, for test/weights/keras.test.ts.

Run: python test/golden/weights-keras.py keras | gzip -9n > test/golden/weights-keras.json.gz       (keras 3.15.0)
     python test/golden/weights-keras.py tf_keras | gzip -9n > test/golden/weights-tf-keras.json.gz  (tf_keras 2.21.0)
Both with tensorflow-cpu 2.21.0.
"""

import base64
import importlib
import io
import json
import os
import sys
import tempfile
import zipfile

import h5py
import numpy as np

keras = importlib.import_module(sys.argv[1])
layers = keras.layers
IS_OLD = keras.__version__.startswith("2.")
keras.utils.set_random_seed(1)


def network():
    trunk = keras.Sequential(
        [
            keras.Input((6, 6, 3)),
            layers.DepthwiseConv2D(3, name="own_depthwise"),
            layers.BatchNormalization(scale=False, name="own_norm"),
            layers.BatchNormalization(center=False),
            layers.SeparableConv2D(4, 2),
        ],
        name="trunk",
    )
    image = keras.Input((8, 8, 1), name="picture")
    x = layers.Conv2D(3, 3, use_bias=False, name="Conv1")(image)
    x = layers.BatchNormalization(name="bn_Conv1")(x)
    x = trunk(x)
    x = layers.PReLU(shared_axes=[1, 2])(x)
    x = layers.LayerNormalization()(x)
    x = layers.Dropout(0.5)(x)
    x = layers.Conv2DTranspose(2, 2)(x)
    x = layers.Conv2D(2, 1, name="second")(x)
    x = layers.Conv2D(2, 1)(x)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(2)(x)
    return keras.Model(image, x, name="whole")


def leaves(model):
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from leaves(layer)
        elif layer.weights:
            yield layer


def contents(model):
    def own(variable):
        return variable.name.split("/")[-1].split(":")[0]

    return [
        {
            "layer": layer.name,
            "weights": [
                {
                    "name": own(weight),
                    "shape": list(weight.shape),
                    "values": np.asarray(weight, "float32").ravel().tolist(),
                }
                for weight in layer.weights
                if "seed" not in own(weight)
            ],
        }
        for layer in leaves(model)
    ]


def without_names(archive):
    """As Keras 3 wrote it before 3.7: the layers' own names are only in config.json."""
    old = zipfile.ZipFile(archive)
    weights = io.BytesIO(old.read("model.weights.h5"))
    with h5py.File(weights, "a") as file:
        file.visititems(lambda _, found: found.attrs.pop("name", None))
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("config.json", old.read("config.json"))
        written.writestr("metadata.json", old.read("metadata.json"))
        written.writestr("model.weights.h5", weights.getvalue())
    return new.getvalue()


model = network()
model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
random = np.random.default_rng(1)
model.fit(random.random((2, 8, 8, 1)), random.random((2, 2)), verbose=0)

files = {}
with tempfile.TemporaryDirectory() as folder:

    def keep(name, save):
        path = os.path.join(folder, name)
        save(path)
        with open(path, "rb") as file:
            files[name] = base64.b64encode(file.read()).decode()
        return path

    keep("model.h5", model.save)
    keep("model.weights.h5", model.save_weights)
    archive = keep("model.keras", model.save)
    if IS_OLD:
        keep("weights.h5", lambda path: model.save_weights(path, save_format="h5"))
    else:
        from keras.src.legacy.saving import legacy_h5_format

        def save_old(path):
            with h5py.File(path, "w") as file:
                legacy_h5_format.save_weights_to_hdf5_group(file, model)

        keep("weights.h5", save_old)
        files["unnamed.keras"] = base64.b64encode(without_names(archive)).decode()
        for kind in ["float16", "bfloat16", "float64"]:
            layer = layers.Dense(2, dtype=kind, name=kind)
            small = keras.Sequential([keras.Input((2,)), layer])
            layer.set_weights([np.array([[1.5, -2], [0.25, 3]]), np.array([0.5, -0.125])])
            keep(f"{kind}.weights.h5", small.save_weights)

        def save_packed(path):
            with h5py.File(path, "w", libver="latest") as file:
                file.attrs["layer_names"] = ["packed"]
                group = file.create_group("packed")
                group.attrs["weight_names"] = ["packed/kernel:0"]
                kernel = np.arange(60, dtype="float32").reshape(3, 20)
                group.create_dataset("packed/kernel:0", data=kernel, compression="gzip", shuffle=True)

        keep("packed.h5", save_packed)

        def weight_of(dataset):
            """Saves a file whose one weight `dataset` makes, in the group that it is given."""

            def save(path):
                with h5py.File(path, "w") as file:
                    file.attrs["layer_names"] = ["one"]
                    file.create_group("one").attrs["weight_names"] = ["one/kernel:0"]
                    dataset(file.create_group("one/one"))

            return save

        def claiming(group):
            group.create_dataset("kernel:0", (2**28,), "float32", chunks=(2**20,))

        def linked(group):
            group["kernel:0"] = h5py.ExternalLink("/etc/passwd", "/")

        def elsewhere(group):
            group.create_dataset("kernel:0", (8,), "float32", external=[("/etc/passwd", 0, 32)])

        def endless(group):
            group["kernel:0"] = h5py.SoftLink("/one")

        for make in [claiming, linked, elsewhere, endless]:
            keep(f"{make.__name__}.h5", weight_of(make))

json.dump({"contents": contents(model), "files": files}, sys.stdout)
