"""Odd files as Pillow makes them, and the pixels that it reads from them: odd.json and sequence.json.

    pip install pillow==13.0.0 && python odd.py
"""

import base64
import hashlib
import io
import json
import pathlib
import random
import struct

from PIL import Image


def noise(width, height, mode="RGB", colours=256, seed=1):
    draw = random.Random(seed)
    bands = len(mode)
    values = bytes(draw.randrange(colours) for _ in range(width * height * bands))
    return Image.frombytes(mode, (width, height), values)


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def gif(width, height, colours, seed, **options):
    palette = random.Random(seed + 100)
    image = noise(width, height, "P", colours, seed)
    image.putpalette([palette.randrange(256) for _ in range(3 * colours)])
    return saved(image, "GIF", **options)


def on_screen(file, width, height, left, top):
    """The same frame on a larger screen."""
    screen = file[:6] + struct.pack("<HH", width, height) + file[10:]
    at = screen.index(b"\x2c", 13 + 3 * 2 ** ((screen[10] & 7) + 1))
    return screen[: at + 1] + struct.pack("<HH", left, top) + screen[at + 5 :]


def without_adobe(jpeg):
    at, kept = 2, jpeg[:2]
    while jpeg[at + 1] != 0xDA:
        length = struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
        if jpeg[at + 1] != 0xEE:
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return kept + jpeg[at:]


frames = [noise(9, 7, "P", 8, seed) for seed in range(3)]
for frame in frames:
    frame.putpalette([7 * value % 256 for value in range(24)])
clear = gif(11, 5, 16, 4, transparency=3)
inks = noise(20, 12, "CMYK", 256, 5).resize((40, 24))
indexed = noise(13, 9, "P", 200, 6)
indexed.putpalette([5 * value % 256 for value in range(3 * 200)])
palette_bmp = saved(indexed, "BMP")

files = {
    "2 colours.gif": gif(17, 5, 2, 1),
    "5 colours.gif": gif(13, 11, 5, 2),
    "256 colours, long codes.gif": gif(90, 80, 256, 3),
    "interlaced.gif": gif(31, 29, 64, 7, interlace=True),
    "grey.gif": saved(noise(16, 9, "L"), "GIF"),
    "transparent.gif": clear,
    "transparent on a screen.gif": on_screen(clear, 17, 9, 3, 2),
    "on a screen.gif": on_screen(gif(8, 6, 32, 8), 12, 9, 4, 1),
    "beyond its screen.gif": on_screen(gif(8, 6, 32, 9), 5, 4, 2, 2),
    "animated.gif": saved(frames[0], "GIF", save_all=True, append_images=frames[1:]),
    "cmyk.jpg": saved(inks, "JPEG", quality=92),
    "cmyk without Adobe.jpg": without_adobe(saved(inks, "JPEG", quality=92)),
    "cmyk.tif": saved(inks, "TIFF"),
    "offset at the palette.bmp": palette_bmp[:10] + struct.pack("<I", 54) + palette_bmp[14:],
}

smooth = Image.linear_gradient("L").resize((48, 40))
stills = [Image.merge("RGB", [smooth, smooth.rotate(180), smooth])]
stills += [stills[0].rotate(180)]
sequence = saved(stills[0], "AVIF", save_all=True, append_images=stills[1:], quality=95)
sequence_pixels = Image.open(io.BytesIO(sequence)).convert("RGB").tobytes()
path = pathlib.Path(__file__).with_name("sequence.json")
path.write_text(
    json.dumps(
        {
            "bytes": base64.b64encode(sequence).decode(),
            "width": 48,
            "height": 40,
            "pixels": base64.b64encode(sequence_pixels).decode(),
        },
        indent=1,
    )
    + "\n"
)

records = []
for name, content in files.items():
    image = Image.open(io.BytesIO(content))
    pixels = image.convert("RGB")
    records.append(
        {
            "name": name,
            "bytes": base64.b64encode(content).decode(),
            "width": pixels.width,
            "height": pixels.height,
            "sha256": hashlib.sha256(pixels.tobytes()).hexdigest(),
        }
    )
path = pathlib.Path(__file__).with_name("odd.json")
path.write_text(json.dumps(records, indent=1) + "\n")
