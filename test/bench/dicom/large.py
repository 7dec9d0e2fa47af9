"""Makes mammograms of 3328 x 4096 pixels and 12 bits in JPEG 2000, for the first pass over a set of them.

    python3 test/bench/dicom/large.py OUT [IMAGES] [MIAS_FOLDER]

Needs pydicom, NumPy, Pillow and pylibjpeg-openjpeg. The pictures are the mini-MIAS mammograms enlarged, with noise as a
detector has it, in two folders of classes. Then, with `experiments/large.yaml` naming OUT:

    LAMINA_CACHE=$(mktemp -d) /usr/bin/time -v bun run exp data large.yaml
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, JPEG2000Lossless, generate_uid

out = Path(sys.argv[1])
images = int(sys.argv[2]) if len(sys.argv) > 2 else 20
mias = Path(sys.argv[3] if len(sys.argv) > 3 else Path(__file__).parents[4] / "shared/data/mammography-mias-dev")
random = np.random.default_rng(1)
for index, path in enumerate(sorted(mias.rglob("*.pgm"))[:images]):
    large = np.asarray(Image.open(path).resize((3328, 4096), Image.BICUBIC)).astype(np.float32) * 16
    values = (large + random.normal(0, 6, large.shape)).clip(0, 4095).astype(np.uint16)
    ds = Dataset()
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.1.2"
    ds.SOPInstanceUID = generate_uid(entropy_srcs=[str(index)])
    ds.PatientID, ds.Modality = f"P{index // 2}", "MG"
    ds.Rows, ds.Columns = values.shape
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 12, 11, 0
    ds.WindowCenter, ds.WindowWidth = 2048, 4096
    ds.PixelData = values.tobytes()
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = ds.SOPClassUID, ds.SOPInstanceUID
    file = FileDataset(None, ds, file_meta=meta, preamble=b"\0" * 128)
    file.compress(JPEG2000Lossless)
    folder = out / "ab"[index % 2]
    folder.mkdir(parents=True, exist_ok=True)
    file.save_as(folder / f"{index:02}.dcm", enforce_file_format=True)
