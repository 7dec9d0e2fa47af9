"""Writes augment.json: what Keras's ImageDataGenerator makes of small images with fixed drawn values.

  python3 -m venv venv && venv/bin/pip install keras==3.15.0 tensorflow-cpu==2.21.0 numpy scipy pillow
  venv/bin/pip install opencv-python-headless   # for CLAHE; left out where it is missing
  venv/bin/python augment.py

Two things in Keras 3.15 are mistakes that Lamina does not follow, so that the images here are square and `tx` is
called a shift to the side: `height_shift_range` moves to the side and `width_shift_range` up and down, and images
that are not square turn about a point that is not their centre.
"""

import base64
import json
from pathlib import Path

import numpy as np
from keras._tf_keras.keras.preprocessing.image import ImageDataGenerator

SIZE = 24
random = np.random.default_rng(3)
down, across = np.meshgrid(np.arange(SIZE), np.arange(SIZE), indexing="ij")
smooth = np.stack([across * 10, down * 10, (across + down) * 5], axis=-1) * 240 / 230
colour = (smooth + random.integers(0, 40, smooth.shape)).clip(0, 255).astype("uint8")
grey = colour[..., :1]


def text(values):
    return base64.b64encode(np.ascontiguousarray(values).tobytes()).decode()


places = {
    "rotation": {"theta": 20},
    "rotation back": {"theta": -75},
    "shift to the side": {"tx": 3.25},
    "shift up and down": {"ty": -4.5},
    "shear": {"shear": 15},
    "zoom in": {"zx": 0.7, "zy": 0.8},
    "zoom out": {"zx": 1.3, "zy": 1.15},
    "flips": {"flip_horizontal": True, "flip_vertical": True},
    "all at once": {"theta": 12, "tx": 1.5, "ty": 2.25, "shear": -7, "zx": 1.2, "zy": 0.9, "flip_horizontal": True},
    "far out": {"theta": 45, "tx": 60, "ty": -40, "zx": 2.5, "zy": 2.5},
}
transforms = []
for name, drawn in places.items():
    for fill in ["nearest", "constant", "reflect", "wrap"]:
        for order in [1, 0]:
            if order == 0 and fill not in ["nearest", "reflect"]:
                continue
            generator = ImageDataGenerator(fill_mode=fill, cval=77, interpolation_order=order)
            image = grey if name == "far out" else colour
            result = generator.apply_transform(image.astype("float32"), dict(drawn))
            transforms.append(
                {
                    "name": name,
                    "drawn": drawn,
                    "fill": fill,
                    "order": order,
                    "channels": image.shape[-1],
                    # Whole levels, as rounding makes them.
                    "pixels": text(np.floor(result + 0.5).astype("uint8")),
                }
            )

levels = []
for name, drawn in {
    "channel shift": {"channel_shift_intensity": 31.5},
    "channel shift back": {"channel_shift_intensity": -60},
    "brighter": {"brightness": 1.4},
    "darker": {"brightness": 0.35},
    "both": {"channel_shift_intensity": 20, "brightness": 0.8},
}.items():
    result = ImageDataGenerator().apply_transform(colour.astype("float32"), dict(drawn))
    levels.append({"name": name, "drawn": drawn, "pixels": text(np.floor(result + 0.5).astype("uint8"))})

several = random.integers(0, 256, (40, 6, 5, 3)).astype("uint8")
# Neighbours go together, so that there is something to whiten.
several = ((several.astype("float32") + np.roll(several, 1, axis=1) + 40) / 2.3).clip(0, 255).astype("uint8")
standardized = []
for name, settings, count in [
    ("rescale", {"rescale": 1 / 127.5}, 40),
    ("featurewise centre", {"rescale": 1 / 255, "featurewise_center": True}, 40),
    ("featurewise", {"rescale": 1 / 255, "featurewise_center": True, "featurewise_std_normalization": True}, 40),
    ("samplewise centre", {"rescale": 1 / 255, "samplewise_center": True}, 40),
    ("samplewise", {"rescale": 1 / 255, "samplewise_center": True, "samplewise_std_normalization": True}, 40),
    (
        "all",
        {
            "rescale": 1 / 255,
            "samplewise_center": True,
            "samplewise_std_normalization": True,
            "featurewise_center": True,
            "featurewise_std_normalization": True,
        },
        40,
    ),
]:
    generator = ImageDataGenerator(**settings)
    generator.fit(several[:count].astype("float32"))
    result = np.stack([generator.standardize(image.astype("float32")) for image in several[:4]])
    standardized.append(
        {
            "name": name,
            "settings": settings,
            "mean": None if generator.mean is None else generator.mean.flatten().tolist(),
            "std": None if generator.std is None else generator.std.flatten().tolist(),
            "result": text(result.astype("float32")),
        }
    )

# More images than values, so that every direction is reached; float64, since Keras's float32 is good to 1e-3 only.
narrow = several[:, :3, :3, :1]
whitening = []
for epsilon in [1e-6, 0.5]:
    generator = ImageDataGenerator(zca_whitening=True, zca_epsilon=epsilon, rescale=1 / 255, dtype="float64")
    generator.fit(narrow.astype("float64"))
    result = np.stack([generator.standardize(image.astype("float64")) for image in narrow[:4]])
    whitening.append(
        {
            "epsilon": epsilon,
            "matrix": text(generator.zca_whitening_matrix.astype("float32")),
            "result": text(result.astype("float32")),
        }
    )

clahe = []
try:
    import cv2

    for height, width, limit, tiles in [(24, 24, 2.0, 4), (24, 24, 40.0, 8), (23, 24, 3.0, 4), (21, 19, 1.0, 5)]:
        image = np.ascontiguousarray(colour[:height, :width, 0])
        result = cv2.createCLAHE(limit, (tiles, tiles)).apply(image)
        clahe.append(
            {"height": height, "width": width, "clipLimit": limit, "tiles": tiles, "pixels": text(result)}
        )
except ImportError:
    pass

document = {
    "size": SIZE,
    "colour": text(colour),
    "several": text(several),
    "severalShape": list(several.shape),
    "narrow": text(np.ascontiguousarray(narrow)),
    "narrowShape": list(narrow.shape),
}
parts = {"transforms": transforms, "levels": levels, "standardized": standardized, "whitening": whitening, "clahe": clahe}
lines = [json.dumps(document)[:-1]]
for key, entries in parts.items():
    lines.append(f'"{key}": [\n' + ",\n".join(json.dumps(entry) for entry in entries) + "\n]")
(Path(__file__).parent / "augment.json").write_text(",\n".join(lines) + "\n}\n")
