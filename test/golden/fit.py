"""Writes fit.json.gz: what torchvision, Pillow and Keras make of images whose sides are in another ratio than the target's,
and what Pillow makes of transparent images on a background, to hold data.resize and data.background against.

    python3 test/golden/fit.py

Needs Pillow, NumPy, tifffile, torchvision and Keras, which runs on PyTorch here.
"""

import base64
import gzip
import io
import json
import os
import struct
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
import PIL
import tifffile
import torchvision
from PIL import Image, ImageColor, ImageOps
from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Resize

here = Path(__file__).parent
random = np.random.default_rng(11)


def picture(width, height):
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    smooth = np.stack(
        [128 + 120 * np.sin(across / 7), down * 255 / height, 128 + 100 * np.cos((across + down) / 9)], axis=-1
    )
    return Image.fromarray((smooth + random.integers(0, 24, smooth.shape)).clip(0, 255).astype(np.uint8))


def base64_of(pixels):
    return base64.b64encode(np.asarray(pixels, dtype=np.uint8).tobytes()).decode()


def png(image):
    file = io.BytesIO()
    image.save(file, "png")
    return base64.b64encode(file.getvalue()).decode()


def of_keras(image, size, **how):
    values = np.asarray(image, dtype="float32").reshape(image.height, image.width, -1)
    resized = keras.ops.image.resize(values, size, interpolation="bilinear", antialias=True, **how)
    return base64_of(np.clip(np.rint(keras.ops.convert_to_numpy(resized)), 0, 255))


fits = []
for mode in ["RGB", "L"]:
    for width, height in [(48, 32), (33, 47), (64, 16), (20, 20), (7, 31)]:
        for down, across in [(24, 24), (16, 16), (40, 40), (20, 30)]:
            image = picture(width, height).convert(mode)
            case = {"mode": mode, "png": png(image), "target": [down, across]}
            if down == across:
                crop = Compose([Resize(down, InterpolationMode.BILINEAR), CenterCrop(down)])
                case["torchvision_crop"] = base64_of(crop(image))
            case["pillow_pad"] = base64_of(ImageOps.pad(image, (across, down), Image.Resampling.BILINEAR))
            if mode == "L":
                fits.append(case)
                continue
            case["keras_crop"] = of_keras(image, (down, across), crop_to_aspect_ratio=True)
            case["keras_pad"] = of_keras(image, (down, across), pad_to_aspect_ratio=True)
            fits.append(case)


def saved(image, name, **how):
    file = io.BytesIO()
    image.save(file, name.split(".")[1], **how)
    return file.getvalue()


base = picture(20, 14)
opacity = Image.fromarray(np.linspace(0, 255, 20 * 14).reshape(14, 20).astype(np.uint8))
translucent = base.copy()
translucent.putalpha(opacity)
grey = base.convert("L")
grey.putalpha(opacity)


def premultiplied():
    """Pillow does not write associated opacity: the entry ExtraSamples is changed from 2 to 1."""
    content = saved(Image.frombytes("RGBA", base.size, translucent.convert("RGBa").tobytes()), "rgba.tiff")
    entry = struct.pack("<HHI", 338, 3, 1)
    assert content.count(entry + b"\x02\x00") == 1
    return content.replace(entry + b"\x02\x00", entry + b"\x01\x00")


clear = base.quantize(8)


def tiled(extrasamples):
    """Tiles of one channel each, which libtiff reads wrongly."""
    file = io.BytesIO()
    planes = np.moveaxis(np.asarray(translucent), -1, 0)
    how = {"photometric": "rgb", "planarconfig": "separate", "tile": (16, 16), "extrasamples": extrasamples}
    tifffile.imwrite(file, planes, **how)
    return file.getvalue()


files = {
    "rgba.png": saved(translucent, "rgba.png"),
    "la.png": saved(grey, "la.png"),
    "palette.png": saved(clear, "palette.png", transparency=3),
    "key.png": saved(base.convert("L").point(lambda v: v // 32 * 32), "key.png", transparency=96),
    "rgba.webp": saved(translucent, "rgba.webp", lossless=True, exact=True),
    "clear.gif": saved(clear, "clear.gif", transparency=3),
    "rgba.bmp": saved(translucent, "rgba.bmp"),
    "rgba.tiff": saved(translucent, "rgba.tiff"),
    "rgba-lzw.tiff": saved(translucent, "rgba-lzw.tiff", compression="tiff_lzw"),
    "premultiplied.tiff": premultiplied(),
    "apart.tiff": tiled(["unassalpha"]),
    "unspecified.tiff": tiled(["unspecified"]),
    "opaque.png": saved(base, "opaque.png"),
}
backgrounds = []
for name, content in files.items():
    # Pillow reads no tiles of one channel each.
    image = translucent if name == "apart.tiff" else base if name == "unspecified.tiff" else Image.open(io.BytesIO(content))
    image = image.convert("RGBA")
    for background in ["black", "white", "#3366cc"]:
        laid = Image.new("RGB", image.size, ImageColor.getrgb(background))
        laid.paste(image, mask=image.getchannel("A"))
        backgrounds.append(
            {
                "name": name,
                "bytes": base64.b64encode(content).decode(),
                "background": background,
                "rgb": base64_of(laid),
                "grey": base64_of(laid.convert("L")),
            }
        )

versions = {"pillow": PIL.__version__, "torchvision": torchvision.__version__, "keras": keras.__version__}
content = json.dumps({"versions": versions, "fits": fits, "backgrounds": backgrounds})
(here / "fit.json.gz").write_bytes(gzip.compress(content.encode(), mtime=0))
