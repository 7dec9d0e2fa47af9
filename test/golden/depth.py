"""Writes depth.json.gz: what Pillow, OpenCV and SciPy make of images of 16 bits, to hold data.depth: 16 against.

    python3 test/golden/depth.py

Needs Pillow, OpenCV, SciPy and NumPy. Values are little-endian uint16, in Base64.
"""

import base64
import gzip
import io
import json
from pathlib import Path

import cv2
import numpy as np
import PIL
import scipy
from PIL import Image
from scipy.ndimage import affine_transform

random = np.random.default_rng(16)


def text(values):
    return base64.b64encode(np.ascontiguousarray(values, "<u2").tobytes()).decode()


def noise(height, width):
    return random.integers(0, 65536, (height, width)).astype(np.uint16)


def smooth(height, width):
    down, across = np.mgrid[0:height, 0:width]
    waves = 30000 + 20000 * np.sin(across / 5) + 9000 * np.cos(down / 3)
    return (waves + random.integers(0, 16, (height, width))).astype(np.uint16)


def resized(image, height, width):
    return np.asarray(Image.fromarray(image).resize((width, height), Image.BILINEAR))


def case(name, image, **more):
    return {"name": name, "height": image.shape[0], "width": image.shape[1], "source": text(image), **more}


resizes = [
    case(name, image, size=[height, width], pixels=text(resized(image, height, width)))
    for name, image, (height, width) in [
        ("noise, smaller", noise(23, 37), (16, 16)),
        ("noise, larger", noise(8, 8), (13, 20)),
        ("noise, wider alone", noise(12, 9), (12, 31)),
        ("waves, smaller", smooth(40, 52), (7, 9)),
        ("waves, to one pixel", smooth(30, 30), (1, 1)),
    ]
]

clahes = [
    case(
        f"limit {limit}, {tiles} tiles",
        image,
        clipLimit=limit,
        tiles=tiles,
        pixels=text(cv2.createCLAHE(clipLimit=limit, tileGridSize=(tiles, tiles)).apply(image)),
    )
    for image, limit, tiles in [(smooth(32, 32), 2, 4), (smooth(33, 29), 40, 2), (noise(16, 24), 4000, 2)]
]

maps = {
    "turned": ([[0.94, -0.34], [0.34, 0.94]], [2.7, -3.1]),
    "smaller": ([[1.3, 0], [0, 1.2]], [-2.3, -1.4]),
    "larger, sheared": ([[0.7, 0.1], [0.0, 0.8]], [1.25, 2.5]),
}
warps = [
    case(
        f"{name}, {fill}",
        image,
        map={"yy": matrix[0][0], "yx": matrix[0][1], "y0": offset[0], "xy": matrix[1][0], "xx": matrix[1][1], "x0": offset[1]},
        fill=fill,
        exact=base64.b64encode(
            affine_transform(
                image.astype(np.float64), np.array(matrix), offset, order=1, mode=fill, cval=77 * 257
            )
            .astype("<f8")
            .tobytes()
        ).decode(),
    )
    for image in [noise(17, 19)]
    for name, (matrix, offset) in maps.items()
    for fill in ["nearest", "constant", "reflect", "wrap"]
]

golden = {
    "pillow": PIL.__version__,
    "opencv": cv2.__version__,
    "scipy": scipy.__version__,
    "resizes": resizes,
    "clahe": clahes,
    "warps": warps,
}
path = Path(__file__).with_name("depth.json.gz")
packed = io.BytesIO()
with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
    file.write(json.dumps(golden, indent=1).encode())
path.write_bytes(packed.getvalue())
