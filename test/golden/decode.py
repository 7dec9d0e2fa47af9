"""Writes decode.json: what Pillow makes of small images in many forms, to hold Lamina's decoding against.

    python3 test/golden/decode.py [SHARED_DATA]

Needs Pillow and NumPy. Colours are converted first and the size is changed afterwards, as Keras's load_img does.
With a folder of public sample images, the SHA-256 of what Pillow makes of some of them is written as well.
"""

import base64
import hashlib
import io
import json
import sys
from pathlib import Path

import numpy as np
import PIL
from PIL import Image, ImageOps

here = Path(__file__).parent
random = np.random.default_rng(7)
across, down = np.meshgrid(np.arange(24), np.arange(16))
smooth = np.stack([across * 10, down * 15, (across + down) * 6], axis=-1)
picture = Image.fromarray((smooth + random.integers(0, 16, smooth.shape)).clip(0, 255).astype(np.uint8))
alpha = Image.fromarray((across * 11).astype(np.uint8))
translucent = picture.copy()
translucent.putalpha(alpha)


def orientation(value):
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


sources = {
    "rgb.png": (picture, {}),
    "grey.png": (picture.convert("L"), {}),
    "palette.png": (picture.quantize(16), {}),
    "bilevel.png": (picture.convert("1"), {}),
    "alpha.png": (translucent, {}),
    "grey-alpha.png": (translucent.convert("LA"), {}),
    "rgb.jpg": (picture, {"quality": 90}),
    "grey.jpg": (picture.convert("L"), {"quality": 90}),
    **{f"orientation-{value}.jpg": (picture, {"quality": 90, "exif": orientation(value)}) for value in range(1, 9)},
    "restarts.jpg": (picture, {"quality": 90, "subsampling": 0, "restart_marker_blocks": 3}),
    "progressive.jpg": (picture, {"progressive": True}),
    "lossless.webp": (picture, {"lossless": True}),
    "lossy.webp": (picture, {"quality": 80}),
    "rgb.tiff": (picture, {}),
    "lzw.tiff": (picture, {"compression": "tiff_lzw"}),
    "fax.tiff": (picture.convert("1"), {"compression": "group4"}),
    "palette.gif": (picture.quantize(64), {}),
    "rgb.ppm": (picture, {}),
    "grey.pgm": (picture.convert("L"), {}),
    "bilevel.pbm": (picture.convert("1"), {}),
    "rgb.bmp": (picture, {}),
    "grey.bmp": (picture.convert("L"), {}),
    "palette.bmp": (picture.quantize(16), {}),
    "bilevel.bmp": (picture.convert("1"), {}),
    "alpha.bmp": (translucent, {}),
}
targets = [(16, 24, "RGB"), (16, 24, "L"), (5, 7, "RGB"), (40, 33, "L"), (16, 9, "RGB"), (5, 5, "RGB")]


def decode(file, height, width, mode):
    image = ImageOps.exif_transpose(Image.open(file)).convert(mode)
    # Width, then height: Pillow 13 takes some sizes the other way round, which rounds some values up or down by 1.
    image = image.resize((width, image.height), Image.BILINEAR)
    return image.resize((width, height), Image.BILINEAR).tobytes()


def text(data):
    return base64.b64encode(data).decode()


made = []
for name, (image, options) in sources.items():
    buffer = io.BytesIO()
    image.save(buffer, format=Image.registered_extensions()[Path(name).suffix], **options)
    results = []
    for height, width, mode in targets:
        buffer.seek(0)
        pixels = decode(buffer, height, width, mode)
        results.append({"height": height, "width": width, "channels": {"L": 1, "RGB": 3}[mode], "pixels": text(pixels)})
    made.append({"name": name, "bytes": text(buffer.getvalue()), "results": results})

found = []
if len(sys.argv) > 1:
    root = Path(sys.argv[1])
    for name, height, width, mode in [
        ("mammography-mias-dev/benign/*.pgm", 200, 200, "L"),
        ("mammography-mias-dev/normal/*.pgm", 512, 300, "RGB"),
        ("sign-digits-100px/Dataset/3/*.JPG", 64, 64, "RGB"),
        ("sign-digits-100px/Dataset/7/*.JPG", 128, 150, "L"),
        ("ants-bees/train/ants/*.jpg", 200, 200, "RGB"),
        ("pneumonia-28px/test/normal/*.png", 28, 28, "L"),
    ]:
        file = sorted(root.glob(name))[0]
        digest = hashlib.sha256(decode(file, height, width, mode)).hexdigest()
        relative = file.relative_to(root).as_posix()
        found.append({"file": relative, "height": height, "width": width, "channels": {"L": 1, "RGB": 3}[mode], "sha256": digest})

lines = [json.dumps(entry) for entry in made]
document = '{"pillow": "%s",\n"made": [\n%s\n],\n"found": [\n%s\n]}\n' % (
    PIL.__version__,
    ",\n".join(lines),
    ",\n".join(json.dumps(entry) for entry in found),
)
(here / "decode.json").write_text(document)
