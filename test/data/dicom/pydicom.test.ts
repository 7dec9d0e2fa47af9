import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { bytesOf } from "../../../src/pixels.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { fromYbr } from "../../../src/data/dicom/colour.ts";
import { readHeader } from "../../../src/data/dicom/header.ts";
import { readPicture } from "../../../src/data/dicom/picture.ts";
import { readFrame } from "../../../src/data/dicom/read-pixels.ts";
import { tags } from "../../../src/data/dicom/tags.ts";
import { goldenDicom, goldenFrames } from "../../fixtures/golden-dicom.ts";

const { read, files } = goldenDicom();
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** SHA-256 of the values of a frame, before any window. */
async function valuesOf(bytes: Uint8Array, frame = 0): Promise<string> {
  const file = readHeader(bytes, new Set(Object.values(tags)), { mostBytes: 1e8 });
  const picture = readPicture(file.dataset, 1e8);
  const { values, isYbr } = await readFrame(file, picture, frame);
  const colours = isYbr ? fromYbr(new Uint8Array(values)) : values;
  return sha256(new Uint8Array(Float64Array.from(colours).buffer));
}

/** As large as it is. */
async function decoded(name: string) {
  const { shape = [8, 8], photometric } = read.get(name)!;
  const [height, width] = shape;
  const channels = shape.length === 3 || photometric === "PALETTE COLOR" ? 3 : 1;
  return decodeImage(files.get(name)!, { height, width, channels });
}

// Its decoder reads 8 bits only.
const OF_12_BITS = "data/JPGExtended.dcm";
const withPicture = [...read].filter(([name, { shape }]) => shape && name !== OF_12_BITS);
const [here, elsewhere] = [true, false].map((isHere) =>
  withPicture.filter(([name]) => files.has(name) === isHere),
);

describe("values and 8-bit pictures are pydicom's, bit for bit", () => {
  for (const [name, golden] of here!)
    test(`${name}: ${golden.syntax}, ${golden.photometric}`, async () => {
      expect(await valuesOf(files.get(name)!)).toBe(golden.values!);
      const picture = await decoded(name);
      expect(picture).toMatchObject({ format: "dicom" });
      expect(sha256("pixels" in picture ? bytesOf(picture.pixels) : new Uint8Array())).toBe(
        golden.levels!,
      );
    });
  if (elsewhere!.length > 0)
    test.skip(
      `${elsewhere!.length} larger files of pydicom's: LAMINA_PYDICOM names no folder with them`,
    );
});

describe("every frame has pydicom's values", () => {
  const { read: ofFrames, files: withFrames } = goldenFrames();
  for (const [name, bytes] of withFrames)
    test(name, async () => {
      const found = [];
      for (const frame of ofFrames.get(name)!.keys()) found.push(await valuesOf(bytes, frame));
      expect(found).toEqual(ofFrames.get(name)!);
    });
});

describe("all else is refused by name", () => {
  const why: Readonly<Record<string, string>> = {
    "data/ExplVR_LitEndNoMeta.dcm": "a DICOM file without a picture: a radiotherapy plan or record",
    "data/MR_truncated.dcm":
      "the file ends before the image does: 8,130 of 8,192 bytes of its pixels",
    "data/UN_sequence.dcm": "a DICOM file without a picture",
    "data/meta_missing_tsyntax.dcm": "a DICOM file without a picture",
    "data/reportsi.dcm": "a DICOM file without a picture: a report",
    "data/rtplan.dcm": "a DICOM file without a picture: a radiotherapy plan or record",
    "data/rtplan_truncated.dcm":
      "the file ends before the image does: element (300A,00B0) says that it has 976 bytes, where 711 are left",
    "data/rtstruct.dcm": "a DICOM file without a picture: a set of radiotherapy structures",
    "data/JPEG2000-embedded-sequence-delimiter.dcm":
      "the file cannot be decoded: its compressed frame is no whole JPEG 2000 image",
    "data/JPGExtended.dcm":
      "a DICOM file with JPEG of 12 bits or of an unusual kind, which is not read",
  };
  for (const [name, detail] of Object.entries(why)) {
    if (files.has(name))
      test(name, async () => expect(await decoded(name)).toMatchObject({ detail }));
  }

  test("every file of pydicom's that has no picture, or none that is read, has its reason", async () => {
    for (const [name] of read) {
      if (read.get(name)!.shape || !files.has(name)) continue;
      const verdict = await decoded(name);
      if ("reason" in verdict) expect(verdict.detail).toMatch(/^[^\n]{10,200}$/);
    }
  });
});
