"""Writes dicom.json.gz: what pydicom reads from its own test files, to hold Lamina's reading against.

    python3 test/golden/dicom.py

Needs pydicom 3.0.2, pydicom-data, NumPy, Pillow, pylibjpeg with its plugins (libjpeg, openjpeg, rle), pyjpegls, and dcmtk's tools. For the
first frame of each file: SHA-256 of the values as pydicom has them (as little-endian 64-bit floating point), and of the
8-bit picture that the standard's formulas make of them, which is held against pydicom's own functions here.
The smallest files (MIT, see pydicom's LICENSE) are kept whole, beside some that are made here.
"""

import base64
import gzip
import hashlib
import json
import subprocess
import tempfile
import warnings
from io import BytesIO
from pathlib import Path

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.pixels import pixel_array
from pydicom.pixels.processing import apply_color_lut, apply_modality_lut, apply_voi, apply_windowing
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEGBaseline8Bit

warnings.simplefilter("ignore")
here = Path(__file__).parent
MOST_KEPT = 4_800
ALWAYS_KEPT = {
    "MR_small_padded.dcm", "MR_small_jpeg_ls_lossless.dcm", "MR_small_RLE.dcm", "MR_small_jp2klossless.dcm",
    "rtdose.dcm", "MR_truncated.dcm", "SC_rgb_jpeg_gdcm.dcm",
}  # fmt: skip


def sha(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


def linear(x, center, width):
    span = width - 1 or 1e-300
    y = (x - (center - 0.5)) / span + 0.5
    return np.where(x <= center - 0.5 - (width - 1) / 2, 0, np.where(x > center - 0.5 + (width - 1) / 2, 1, y))


def exact(x, center, width):
    y = (x - center) / width + 0.5
    return np.where(x <= center - width / 2, 0, np.where(x > center + width / 2, 1, y))


def sigmoid(x, center, width):
    return 1 / (1 + np.exp(-4 * (x - center) / width))


def first(value):
    return float(value[0]) if isinstance(value, pydicom.multival.MultiValue) else float(value)


def of_frame(ds, sequence):
    """What a file with functional groups says of its first frame, or the file itself."""
    for group in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"):
        if ds.get(group) and ds[group][0].get(sequence):
            return ds[group][0][sequence][0]
    return ds


def meant(ds, arr):
    """Through the modality's table or slope."""
    if ds.get("ModalityLUTSequence"):
        return apply_modality_lut(arr, ds).astype(np.float64)
    said = of_frame(ds, "PixelValueTransformationSequence")
    return arr.astype(np.float64) * float(said.get("RescaleSlope", 1)) + float(said.get("RescaleIntercept", 0))


def levels(ds, arr):
    """The picture as 8 bits: [rows, columns] or [rows, columns, 3]."""
    photometric = ds.PhotometricInterpretation
    if photometric == "PALETTE COLOR":
        if not ds.original_encoding[1]:
            # pydicom reads the words of a palette as little endian in every file.
            for colour in ("Red", "Green", "Blue"):
                name = f"{colour}PaletteColorLookupTableData"
                if name in ds:
                    ds[name].value = np.frombuffer(ds[name].value, ">u2").astype("<u2").tobytes()
        colours = apply_color_lut(arr, ds)
        return (colours >> 8).astype(np.uint8) if colours.dtype == np.uint16 else colours
    if arr.ndim == 3:
        stored = int(ds.BitsStored)
        return (arr >> (stored - 8)).astype(np.uint8) if stored > 8 else arr.astype(np.uint8)
    x = meant(ds, arr)
    shown = of_frame(ds, "FrameVOILUTSequence")
    stored, signed = int(ds.BitsStored), ds.PixelRepresentation == 1
    if ds.get("VOILUTSequence"):
        y = apply_voi(x.astype(np.int64), ds)
        share = y / (2 ** int(ds.VOILUTSequence[0].LUTDescriptor[2]) - 1)
        level = np.floor(share * 255 + 0.5)
    elif shown.get("WindowWidth") is not None and shown.get("WindowCenter") is not None:
        center, width = first(shown.WindowCenter), first(shown.WindowWidth)
        kind = {"LINEAR_EXACT": exact, "SIGMOID": sigmoid}.get(shown.get("VOILUTFunction"), linear)
        share = kind(x, center, width)
        level = np.floor(share * 255 + 0.5)
        # pydicom gives values of the stored range.
        if shown is ds and not ds.get("ModalityLUTSequence"):
            slope, intercept = float(ds.get("RescaleSlope", 1)), float(ds.get("RescaleIntercept", 0))
            low, high = (-(2 ** (stored - 1)), 2 ** (stored - 1) - 1) if signed else (0, 2**stored - 1)
            low, high = low * slope + intercept, high * slope + intercept
            theirs = (apply_windowing(x, ds) - low) / (high - low)
            assert np.abs(theirs - share).max() < 1e-9
    else:
        low, high = (-(2 ** (stored - 1)), 2 ** (stored - 1) - 1) if signed else (0, 2**stored - 1)
        if stored > 16:
            low, high = x.min(), x.max()
            level = np.floor(np.clip((x - low) * 255 / ((high - low) or 1), 0, 255) + 0.5)
        elif stored > 8:
            low, high = sorted(meant(ds, np.array([low, high])))
            level = np.clip(np.floor((x - low) / ((high - low + 1) / 256)), 0, 255)
        else:
            low, high = sorted(meant(ds, np.array([low, high])))
            level = np.floor(np.clip((x - low) * 255 / (high - low), 0, 255) + 0.5)
    if photometric == "MONOCHROME1":
        level = 255 - level
    if ds.get("PixelPaddingValue") is not None:
        ends = [int(ds.PixelPaddingValue), int(ds.get("PixelPaddingRangeLimit", ds.PixelPaddingValue))]
        level = np.where((arr >= min(ends)) & (arr <= max(ends)), 0, level)
    return level.astype(np.uint8)


def read(data):
    ds = pydicom.dcmread(BytesIO(data), force=True)
    if "PixelData" not in ds or "Rows" not in ds:
        return {}
    try:
        syntax = ds.file_meta.get("TransferSyntaxUID")
        options = {"decoding_plugin": "pillow"} if syntax == JPEGBaseline8Bit else {}
        if syntax is None:
            ds.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian if ds.original_encoding[0] else ExplicitVRLittleEndian
        arr = pixel_array(ds, index=0, **options)
    except Exception as error:
        return {"error": str(error).splitlines()[0][:200]}
    return {
        "shape": list(arr.shape),
        "values": sha(arr.astype("<f8")),
        "levels": sha(levels(ds, arr)),
        "photometric": ds.PhotometricInterpretation,
        "syntax": str(ds.file_meta.TransferSyntaxUID.name),
    }


# Made here: what no small file of pydicom's has.
random = np.random.default_rng(11)
ramp = (np.add.outer(np.arange(12) * 300, np.arange(20) * 40) + random.integers(0, 20, (12, 20))).clip(0, 4095).astype(np.uint16)


def made(values=ramp, stored=12, **elements):
    ds = Dataset()
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.1.2"
    ds.SOPInstanceUID = "1.2.3.4"
    ds.Modality = "MG"
    ds.PatientID = "PHANTOM 1"
    ds.Rows, ds.Columns = values.shape[:2]
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.BitsAllocated = values.dtype.itemsize * 8
    ds.BitsStored, ds.HighBit = stored, stored - 1
    ds.PixelRepresentation = int(values.dtype.kind == "i")
    ds.PixelData = values.tobytes()
    for name, value in elements.items():
        setattr(ds, name, value)
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
    file = FileDataset(None, ds, file_meta=meta, preamble=b"\0" * 128)
    buffer = BytesIO()
    file.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def table(entries, start=0, bits=16, vr="US"):
    item = Dataset()
    item.add_new(0x00283002, "US" if start >= 0 else "SS", [len(entries), start, bits])
    item.add_new(0x00283006, "US", [int(entry) for entry in entries])
    return pydicom.Sequence([item])


def by_dcmtk(data, *command):
    """A file as a tool of dcmtk writes it."""
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder) / "in.dcm", Path(folder) / "out.dcm"
        source.write_bytes(data)
        subprocess.run([*command, source, result], check=True)
        return result.read_bytes()


signed = (ramp.astype(np.int32) - 1024).astype(np.int16)
inverse = np.linspace(4095, 0, 1500).astype(np.uint16)
gamma = (65535 * np.linspace(0, 1, 1200) ** 0.45).astype(np.uint16)
padded = ramp.copy()
padded[:, :5] = 3000
made_files = {
    "made/no-window.dcm": made(),
    "made/linear.dcm": made(WindowCenter=1800, WindowWidth=2001),
    "made/linear-of-1.dcm": made(WindowCenter=1800, WindowWidth=1),
    "made/linear-exact.dcm": made(WindowCenter=1800, WindowWidth=2001, VOILUTFunction="LINEAR_EXACT"),
    "made/sigmoid.dcm": made(WindowCenter=1800, WindowWidth=2001, VOILUTFunction="SIGMOID"),
    "made/two-windows.dcm": made(WindowCenter=[900, 1800], WindowWidth=[500, 2001]),
    "made/monochrome1.dcm": made(PhotometricInterpretation="MONOCHROME1", WindowCenter=1800, WindowWidth=2001),
    "made/monochrome1-no-window.dcm": made(PhotometricInterpretation="MONOCHROME1"),
    "made/monochrome1-sigmoid.dcm": made(PhotometricInterpretation="MONOCHROME1", WindowCenter=1800, WindowWidth=2001, VOILUTFunction="SIGMOID"),
    "made/signed-slope.dcm": made(signed, 16, RescaleSlope=1, RescaleIntercept=-24, WindowCenter=40, WindowWidth=400),
    "made/signed-no-window.dcm": made(signed, 13),
    "made/falling-slope.dcm": made(RescaleSlope=-2, RescaleIntercept=4000),
    "made/modality-lut.dcm": made(ModalityLUTSequence=table(inverse, 700), WindowCenter=1800, WindowWidth=2001),
    "made/voi-lut.dcm": made(VOILUTSequence=table(gamma, 200), WindowCenter=1800, WindowWidth=2001),
    "made/voi-lut-12-bits.dcm": made(VOILUTSequence=table(gamma // 16, 200, 12)),
    "made/voi-lut-signed.dcm": made(signed, 16, VOILUTSequence=table(gamma, -900)),
    "made/padding.dcm": made(padded, PixelPaddingValue=3000, WindowCenter=1800, WindowWidth=2001),
    "made/padding-range.dcm": made(padded, PixelPaddingValue=2990, PixelPaddingRangeLimit=3010, PhotometricInterpretation="MONOCHROME1"),
    "made/high-bits.dcm": made(ramp | np.uint16(0xA000), 12, WindowCenter=1800, WindowWidth=2001),
    "made/8-bits.dcm": made((ramp >> 4).astype(np.uint8), 8),
    "made/4-bits.dcm": made((ramp >> 8).astype(np.uint8), 4),
}  # fmt: skip

colours = np.stack([ramp >> 4, (ramp >> 4)[::-1], 255 - (ramp >> 4)], axis=-1).astype(np.uint8)
plain = made_files["made/linear.dcm"]
whole = made(random.integers(0, 65536, (12, 20)).astype(np.uint16), 16)
rgb = made(colours, 8, SamplesPerPixel=3, PhotometricInterpretation="RGB", PlanarConfiguration=0)
made_files |= {
    **{f"made/jpeg-lossless-{n}.dcm": by_dcmtk(plain, "dcmcjpeg", "+el", "+sv", str(n)) for n in range(1, 8)},
    "made/jpeg-lossless-16-bits.dcm": by_dcmtk(whole, "dcmcjpeg", "+e1"),
    "made/jpeg-lossless-rgb.dcm": by_dcmtk(rgb, "dcmcjpeg", "+e1"),
    "made/jpeg-ls.dcm": by_dcmtk(plain, "dcmcjpls"),
    "made/jpeg-ls-16-bits.dcm": by_dcmtk(whole, "dcmcjpls"),
    "made/rle.dcm": by_dcmtk(plain, "dcmcrle"),
    "made/deflated.dcm": by_dcmtk(plain, "dcmconv", "+td"),
    "made/implicit.dcm": by_dcmtk(plain, "dcmconv", "+ti"),
    "made/big-endian.dcm": by_dcmtk(plain, "dcmconv", "+tb"),
}

roots = [Path(pydicom.__file__).parent / "data" / "test_files", Path(pydicom.__file__).parents[1] / "data_store" / "data"]
sources = dict(made_files)
for root in roots:
    for path in sorted(root.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        is_dicom = data[128:132] == b"DICM" or path.suffix == ".dcm"
        if is_dicom:
            sources[f"{root.parts[-2]}/{path.relative_to(root).as_posix()}"] = data

contents = {"pydicom": pydicom.__version__, "read": {name: read(data) for name, data in sources.items()}}
kept = {
    name: base64.b64encode(data).decode()
    for name, data in sources.items()
    if len(data) <= MOST_KEPT and "dicomdirtests" not in name or Path(name).name in ALWAYS_KEPT
}
text = json.dumps({"contents": contents, "files": kept}, indent=1).encode()
(here / "dicom.json.gz").write_bytes(gzip.compress(text, 9, mtime=0))
print(len(sources), "files,", len(kept), "kept;", (here / "dicom.json.gz").stat().st_size, "bytes")
for name, found in contents["read"].items():
    if "error" in found:
        print(name, found["error"])
