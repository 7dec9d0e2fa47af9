"""TIFF files of many kinds of samples, and the 8-bit pixels that they should become: tiff.json.gz.

    pip install tifffile==2026.3.3 imagecodecs==2026.3.6 numpy==2.4.6 && python tiff.py

tifffile and imagecodecs write the files. What is expected follows from the values alone: the highest 8 bits of whole numbers
of up to 16; of larger ones, and of those with a point, the share of the image's own range.
"""

import base64
import gzip
import io
import json
import pathlib

import numpy as np
import tifffile

random = np.random.default_rng(5)


def values(dtype, channels, bits=None, height=17, width=19):
    shape = (height, width, channels) if channels > 1 else (height, width)
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return random.normal(-3, 40, shape).astype(kind)
    low, high = (0, 2**bits) if bits else (np.iinfo(kind).min, int(np.iinfo(kind).max) + 1)
    made = random.integers(low, high - 1, shape, dtype=kind, endpoint=True)
    made.flat[:2] = [low, high - 1]
    return made


def levels(array, bits=None):
    kind = array.dtype
    bits = bits or kind.itemsize * 8
    if kind.kind == "f" or bits > 16:
        wide = array.astype(np.float64)
        share = (wide - wide.min()) * 255 / (wide.max() - wide.min())
        return np.floor(share + 0.5).astype(np.uint8)
    wide = array.astype(np.int64) + (2 ** (bits - 1) if kind.kind == "i" else 0)
    return (wide * 256 >> bits).astype(np.uint8) if bits > 8 else wide.astype(np.uint8)


def file(array, **options):
    buffer = io.BytesIO()
    options = {"photometric": "rgb" if array.ndim == 3 else "minisblack", "metadata": None} | options
    order = options.pop("order", "<")
    bigtiff = options.pop("bigtiff", False)
    with tifffile.TiffWriter(buffer, byteorder=order, bigtiff=bigtiff) as tiff:
        tiff.write(np.moveaxis(array, 2, 0) if options.get("planarconfig") == "separate" else array, **options)
    return buffer.getvalue()


made = []


def add(name, array, bits=None, expected=None, **options):
    pixels = levels(array, bits) if expected is None else expected
    made.append(
        {
            "name": name,
            "bytes": base64.b64encode(file(array, **options)).decode(),
            "width": pixels.shape[1],
            "height": pixels.shape[0],
            "channels": 3 if pixels.ndim == 3 else 1,
            "pixels": base64.b64encode(np.ascontiguousarray(pixels).tobytes()).decode(),
        }
    )


tiled = {"tile": (16, 16)}
apart = {"planarconfig": "separate"}
for kind in ["int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float16", "float32", "float64"]:
    add(kind, values(kind, 1))
    add(f"{kind}, big-endian, tiles", values(kind, 1), order=">", **tiled)
    add(f"{kind}, colour, apart", values(kind, 3), **apart)
for compression in ["lzw", "deflate", "packbits", "zstd"]:
    for kind in ["int16", "float32", "uint32"]:
        add(f"{kind}, {compression}", values(kind, 3), compression=compression, rowsperstrip=5)
    add(f"uint8, {compression}, tiles apart", values("uint8", 3), compression=compression, **tiled, **apart)
for kind in ["int8", "int16", "int32", "uint32"]:
    for order in "<>":
        add(f"{kind}, predictor, {order}", values(kind, 3), compression="deflate", predictor=2, order=order)
for kind in ["uint8", "uint16"]:
    add(f"{kind}, predictor, tiles apart", values(kind, 3), compression="lzw", predictor=2, **tiled, **apart)
for bits in [10, 12, 14]:
    add(f"{bits} bits", values("uint16", 1, bits), bits, bitspersample=bits)
for bits in [2, 4, 12]:
    # Of fewer than 8 bits the values are spread over all 256 levels.
    array = values("uint8" if bits < 8 else "uint16", 1, bits)
    shown = levels(array, bits) if bits > 8 else (array * (255 // (2**bits - 1))).astype(np.uint8)
    add(f"{bits} bits, white is 0", array, expected=255 - shown, bitspersample=bits, photometric="miniswhite")
add("BigTIFF, int16, strips", values("int16", 1), bigtiff=True, rowsperstrip=4)
add("BigTIFF, float32, tiles, big-endian", values("float32", 3), bigtiff=True, order=">", **tiled)
seen = values("int16", 3)
add("with a channel more", np.concatenate([seen, values("int16", 1)[..., None]], 2), expected=levels(seen), extrasamples=["unassalpha"])
grey = values("uint8", 1)
add("YCbCr without colour", np.stack([grey, np.full_like(grey, 128), np.full_like(grey, 128)], 2), expected=np.stack([grey] * 3, 2), photometric="ycbcr")

path = pathlib.Path(__file__).with_name("tiff.json.gz")
path.write_bytes(gzip.compress(json.dumps(made).encode(), 9, mtime=0))
print(len(made), path.stat().st_size)
