import { describe, expect, test } from "bun:test";
import { deflateRawSync } from "node:zlib";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { damagedFile } from "../../fixtures/damaged-dicom.ts";
import { dicomFile, greyElements } from "../../fixtures/dicom-file.ts";
import { goldenDicom } from "../../fixtures/golden-dicom.ts";

const size = { width: 8, height: 8 };
const target = { ...size, channels: 1, maxPixels: 1_000_000 } as const;
const values = Uint16Array.from({ length: 64 }, (_, index) => index);
const whole = dicomFile(greyElements(values, size));

async function refusal(bytes: Uint8Array) {
  const verdict = await decodeImage(bytes, target);
  return "reason" in verdict ? verdict : "decoded";
}

test("damaged files are read, or refused in one line", async () => {
  const files = [...goldenDicom().files].filter(([, bytes]) => bytes.length < 5000);
  for (let index = 0; index < 480; index++) {
    const [, bytes] = files[index % files.length]!;
    const verdict = await decodeImage(damagedFile(bytes, 5, index), target);
    if ("reason" in verdict) expect(verdict.detail).toMatch(/^[^\n]{10,300}$/);
  }
});

test("cut anywhere a file is refused", async () => {
  for (let end = 133; end < whole.length; end += 3)
    expect(await refusal(whole.subarray(0, end))).not.toBe("decoded");
});

describe("what a file claims is not believed", () => {
  test("pixels that it does not have", async () => {
    const huge = dicomFile(
      greyElements(values, size, [
        [0x00280010, "US", 1000],
        [0x00280011, "US", 1000],
      ]),
    );
    expect(await refusal(huge)).toEqual({
      reason: "truncated",
      detail: "the file ends before the image does: 128 of 2,000,000 bytes of its pixels",
    });
  });

  test("more pixels than may be", async () => {
    const huge = dicomFile(
      greyElements(values, size, [
        [0x00280010, "US", 65_535],
        [0x00280011, "US", 65_535],
      ]),
    );
    expect(await refusal(huge)).toMatchObject({ reason: "too-many-pixels" });
  });

  test("run-length encoding that cannot be so long", async () => {
    const frame = Buffer.alloc(70);
    frame.writeUInt32LE(2, 0);
    frame.writeUInt32LE(64, 4);
    frame.writeUInt32LE(66, 8);
    const file = withFrame(frame, "1.2.840.10008.1.2.5", 1000);
    expect(await refusal(file)).toMatchObject({ reason: "truncated" });
  });

  test("a JPEG 2000 frame of another size", async () => {
    const siz = Buffer.alloc(60);
    siz.writeUInt32BE(0xff4fff51, 0);
    siz.writeUInt32BE(60_000, 8);
    siz.writeUInt32BE(60_000, 12);
    siz.writeUInt32BE(60_000, 24);
    siz.writeUInt32BE(60_000, 28);
    siz.writeUInt16BE(1, 40);
    siz.set([11, 1, 1], 42);
    expect(await refusal(withFrame(siz, "1.2.840.10008.1.2.4.90", 8))).toEqual({
      reason: "corrupt",
      detail:
        "the file cannot be decoded: the JPEG 2000 frame has 60000x60000 pixels of 1 value, and the header says 8x8 of 1",
    });
    siz.writeUInt32BE(8, 8);
    siz.writeUInt32BE(8, 12);
    siz.set([11, 2, 2], 42);
    expect(await refusal(withFrame(siz, "1.2.840.10008.1.2.4.90", 8))).toMatchObject({
      reason: "unsupported-format",
    });
  });

  test("sequences in sequences without an end", async () => {
    const open = Buffer.from([0x08, 0, 0x40, 0x11, 0x53, 0x51, 0, 0, 0xff, 0xff, 0xff, 0xff]);
    const item = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff]);
    const nested = Buffer.concat(Array.from({ length: 200_000 }, () => [open, item]).flat());
    const file = Buffer.concat([dicomFile([]), nested]);
    expect(await refusal(new Uint8Array(file))).toMatchObject({ reason: "corrupt" });
  });

  test("elements by the million take time and no memory", async () => {
    const one = Buffer.from([0x09, 0, 0x10, 0, 0x55, 0x53, 0, 0]);
    const many = Buffer.alloc(16_000_000, one);
    const file = new Uint8Array(Buffer.concat([dicomFile([]), many]));
    expect(await refusal(file)).toMatchObject({ reason: "unsupported-format" });
  });

  test("a file that inflates without an end", async () => {
    const bomb = deflateRawSync(Buffer.alloc(30_000_000));
    const file = Buffer.concat([dicomFile([], "1.2.840.10008.1.2.1.99").subarray(0, -2), bomb]);
    expect(await refusal(new Uint8Array(file))).toEqual({
      reason: "corrupt",
      detail: "the file cannot be decoded: it inflates to more than 20 MB",
    });
  });
});

/** A square image of 16 bits with one compressed frame. */
function withFrame(frame: Uint8Array, syntax: string, side: number): Uint8Array {
  const head = dicomFile(
    greyElements([], { width: side, height: side }).filter(([tag]) => tag !== 0x7fe00010),
    syntax,
  );
  const pixels = Buffer.from([0xe0, 0x7f, 0x10, 0, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  const item = (content: Uint8Array) => {
    const start = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
    start.writeUInt32LE(content.length, 4);
    return Buffer.concat([start, content]);
  };
  const end = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
  return new Uint8Array(Buffer.concat([head, pixels, item(new Uint8Array()), item(frame), end]));
}
