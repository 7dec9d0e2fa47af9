"""Writes frames.json.gz: every frame of files with several, as pydicom reads it, to hold Lamina's reading against.

    python3 test/golden/frames.py

Needs pydicom 3.0.2, pydicom-data, NumPy, Pillow, pylibjpeg with its plugins (libjpeg, openjpeg, rle), pyjpegls, and dcmtk's tools.
Of each frame: SHA-256 of the values as pydicom has them (as little-endian 64-bit floating point). The files that are made
here, and pydicom's smallest (MIT, see its LICENSE), are kept whole.
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
from pydicom.encaps import encapsulate, encapsulate_extended, generate_frames
from pydicom.pixels import pack_bits, pixel_array
from pydicom.uid import ExplicitVRLittleEndian, JPEG2000Lossless, JPEGBaseline8Bit

warnings.simplefilter("ignore")
here = Path(__file__).parent
MOST_KEPT = 8_000
FRAMES = 5


def frames_of(data):
    ds = pydicom.dcmread(BytesIO(data), force=True)
    if "PixelData" not in ds or int(ds.get("NumberOfFrames") or 1) < 2:
        return None
    options = {"decoding_plugin": "pillow"} if ds.file_meta.TransferSyntaxUID == JPEGBaseline8Bit else {}
    arrays = [pixel_array(ds, index=index, **options) for index in range(int(ds.NumberOfFrames))]
    return [hashlib.sha256(np.ascontiguousarray(one.astype("<f8")).tobytes()).hexdigest() for one in arrays]


random = np.random.default_rng(23)
base = np.add.outer(np.arange(12) * 300, np.arange(20) * 40)
stack = np.stack([(base + frame * 211 + random.integers(0, 20, base.shape)) % 4096 for frame in range(FRAMES)]).astype(np.uint16)


def made(values=stack, stored=12, **elements):
    ds = Dataset()
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7.3"
    ds.SOPInstanceUID = "1.2.3.4"
    ds.Modality = "US"
    ds.PatientName, ds.PatientID = "Doe^Phantom", "PHANTOM 7"
    ds.NumberOfFrames, ds.Rows, ds.Columns = values.shape[:3]
    ds.SamplesPerPixel = values.shape[3] if values.ndim == 4 else 1
    ds.PhotometricInterpretation = "RGB" if values.ndim == 4 else "MONOCHROME2"
    if values.ndim == 4:
        ds.PlanarConfiguration = 0
    ds.BitsAllocated = values.dtype.itemsize * 8
    ds.BitsStored, ds.HighBit = stored, stored - 1
    ds.PixelRepresentation = 0
    ds.PixelData = values.tobytes()
    for name, value in elements.items():
        setattr(ds, name, value)
    return saved(ds)


def saved(ds, syntax=ExplicitVRLittleEndian):
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = syntax
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
    file = FileDataset(None, ds, file_meta=meta, preamble=b"\0" * 128)
    buffer = BytesIO()
    file.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def by_dcmtk(data, *command):
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder) / "in.dcm", Path(folder) / "out.dcm"
        source.write_bytes(data)
        subprocess.run([*command, source, result], check=True)
        return result.read_bytes()


def in_pieces(data, **settings):
    """The same frames, encapsulated otherwise."""
    ds = pydicom.dcmread(BytesIO(data))
    frames = list(generate_frames(ds.PixelData, number_of_frames=int(ds.NumberOfFrames)))
    if settings:
        ds.PixelData = encapsulate(frames, **settings)
    else:
        ds.PixelData, ds.ExtendedOffsetTable, ds.ExtendedOffsetTableLengths = encapsulate_extended(frames)
    ds["PixelData"].VR = "OB"
    return saved(ds, ds.file_meta.TransferSyntaxUID)


def by_openjpeg(data):
    ds = pydicom.dcmread(BytesIO(data))
    ds.compress(JPEG2000Lossless, encoding_plugin="pylibjpeg", generate_instance_uid=False)
    return saved(ds, JPEG2000Lossless)


plain = made()
bytes_of_8 = made((stack >> 4).astype(np.uint8), 8)
colours = made(np.stack([stack >> 4, 255 - (stack >> 4), stack >> 5], axis=-1).astype(np.uint8), 8)
odd_bits = random.integers(0, 2, (3, 5, 5)).astype(np.uint8)
jpeg = by_dcmtk(bytes_of_8, "dcmcjpeg", "+eb")
jpeg_ls = by_dcmtk(plain, "dcmcjpls")
jpeg_2000 = by_openjpeg(made(stack.repeat(4, axis=1).repeat(3, axis=2)))
sources = {
    "made/native.dcm": plain,
    "made/native-8-bits.dcm": bytes_of_8,
    "made/native-rgb.dcm": colours,
    "made/native-1-bit.dcm": made(odd_bits, 1, BitsAllocated=1, PixelData=pack_bits(odd_bits.reshape(-1))),
    "made/big-endian.dcm": by_dcmtk(plain, "dcmconv", "+tb"),
    "made/implicit.dcm": by_dcmtk(plain, "dcmconv", "+ti"),
    "made/deflated.dcm": by_dcmtk(plain, "dcmconv", "+td"),
    "made/rle.dcm": by_dcmtk(plain, "dcmcrle"),
    "made/rle-rgb.dcm": by_dcmtk(colours, "dcmcrle"),
    "made/jpeg.dcm": jpeg,
    "made/jpeg-lossless.dcm": by_dcmtk(plain, "dcmcjpeg", "+e1"),
    "made/jpeg-ls.dcm": jpeg_ls,
    "made/jpeg-2000.dcm": jpeg_2000,
    "made/jpeg-2000-extended-offsets.dcm": in_pieces(jpeg_2000),
    "made/jpeg-2000-in-fragments.dcm": in_pieces(jpeg_2000, fragments_per_frame=3, has_bot=False),
    "made/jpeg-ls-in-fragments.dcm": in_pieces(jpeg_ls, fragments_per_frame=2, has_bot=True),
    "made/jpeg-in-fragments.dcm": in_pieces(jpeg, fragments_per_frame=2, has_bot=False),
    "made/jpeg-without-offsets.dcm": in_pieces(jpeg, has_bot=False),
}  # fmt: skip
roots = [Path(pydicom.__file__).parent / "data" / "test_files", Path(pydicom.__file__).parents[1] / "data_store" / "data"]
for root in roots:
    for path in sorted(root.rglob("*.dcm")):
        sources[f"{root.parts[-2]}/{path.relative_to(root).as_posix()}"] = path.read_bytes()

read = {}
for name, data in sources.items():
    try:
        found = frames_of(data)
    except Exception as error:
        print(name, str(error).splitlines()[0][:120])
        continue
    if found and len(found) <= 30:
        read[name] = found
kept = {
    name: base64.b64encode(sources[name]).decode()
    for name in read
    if len(sources[name]) <= MOST_KEPT or name.startswith("made/")
}
text = json.dumps({"contents": {"pydicom": pydicom.__version__, "read": read}, "files": kept}, indent=1).encode()
(here / "frames.json.gz").write_bytes(gzip.compress(text, 9, mtime=0))
print(len(read), "files,", len(kept), "kept;", (here / "frames.json.gz").stat().st_size, "bytes")
