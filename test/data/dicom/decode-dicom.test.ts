import { describe, expect, test } from "bun:test";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target, Usable } from "../../../src/data/decode/verdict.ts";
import { type DicomElement, dicomFile, greyElements } from "../../fixtures/dicom-file.ts";

const WIDTH = 64;
const size = { width: WIDTH, height: 64 };
/** Every value of 12 bits once. */
const ramp = Uint16Array.from({ length: 4096 }, (_, index) => index);

async function shown(
  others: readonly DicomElement[] = [],
  dicom?: Target["dicom"],
  values: ArrayLike<number> = ramp,
  more: Partial<Target> = {},
): Promise<Usable> {
  const target: Target = { ...size, channels: 1, ...(dicom && { dicom }), ...more };
  const verdict = await decodeImage(dicomFile(greyElements(values, size, others)), target);
  if ("reason" in verdict) throw new Error(verdict.detail);
  return verdict;
}

const window = (center: number, width: number, shape?: string): DicomElement[] => [
  [0x00281050, "DS", center],
  [0x00281051, "DS", width],
  ...(shape ? [[0x00281056, "CS", shape] as const] : []),
];

describe("the window", () => {
  test("without one all that the stored bits allow is shown", async () => {
    const { pixels, used, notes } = await shown();
    expect(pixels).toEqual(Uint8Array.from(ramp, (value) => value >> 4));
    expect(used).toEqual({ low: 0, high: 4095, possible: 4096 });
    expect(notes).toEqual(["16-bit"]);
  });

  test("a narrow one has all 256 levels: 16 bits are windowed before they are 8", async () => {
    const { pixels } = await shown(window(1000, 400));
    expect(new Set(pixels).size).toBe(256);
    expect([pixels[799], pixels[800], pixels[1199], pixels[1200]]).toEqual([0, 0, 255, 255]);
  });

  test("LINEAR has black and white at half a value less, as the standard says", async () => {
    const { pixels } = await shown(window(2048, 4096));
    expect([pixels[0], pixels[4095], pixels[2047], pixels[2048]]).toEqual([0, 255, 127, 128]);
  });

  test("LINEAR_EXACT and SIGMOID", async () => {
    const exact = await shown(window(1000, 400, "LINEAR_EXACT"));
    expect([exact.pixels[800], exact.pixels[1000], exact.pixels[1200]]).toEqual([0, 128, 255]);
    const sigmoid = await shown(window(1000, 400, "SIGMOID"));
    expect([sigmoid.pixels[1000], sigmoid.pixels[1200], sigmoid.pixels[800]]).toEqual([
      128,
      Math.round(255 / (1 + Math.exp(-2))),
      Math.round(255 / (1 + Math.exp(2))),
    ]);
  });

  test("one of the experiment's own goes before the file's, in the modality's values", async () => {
    const slope: DicomElement[] = [
      [0x00281052, "DS", -1024],
      [0x00281053, "DS", 1],
    ];
    const given = await shown([...window(3000, 10), ...slope], {
      window: [40, 400],
      frame: "first",
    });
    const file = await shown([...window(40, 400), ...slope]);
    expect(given.pixels).toEqual(file.pixels);
    expect([given.pixels[1024 - 160], given.pixels[1024 + 239]]).toEqual([0, 255]);
  });

  test("range leaves it to data.range", async () => {
    const dicom = { window: "range", frame: "first" } as const;
    const values = ramp.map((value) => 1000 + (value % 256));
    const own = await shown(window(40, 4), dicom, values, { range: "used" });
    expect(own.pixels).toEqual(Uint8Array.from(ramp, (value) => value % 256));
    const given = await shown([], dicom, ramp, { range: [0, 255] });
    expect([given.pixels[255], given.pixels[128], given.pixels[3000]]).toEqual([255, 128, 255]);
  });

  test("one that shows nothing is no window", async () => {
    for (const [center, width] of [
      [100, 0],
      [100, -5],
      [100, 0.5],
    ] as const)
      expect((await shown(window(center, width))).pixels).toEqual((await shown()).pixels);
  });
});

describe("what values mean", () => {
  test("MONOCHROME1 is inverted, whatever the window is from", async () => {
    const inverted: DicomElement = [0x00280004, "CS", "MONOCHROME1"];
    for (const [others, dicom] of [
      [window(1000, 400), undefined],
      [[], undefined],
      [[], { window: [1000, 400], frame: "first" }],
    ] as const) {
      const { pixels } = await shown(others, dicom);
      const other = await shown([...others, inverted], dicom);
      expect(other.pixels).toEqual(pixels.map((level) => 255 - level));
    }
  });

  test("padding is black, and no part of the image's own range", async () => {
    const padding: DicomElement = [0x00280120, "US", 4095];
    const values = ramp.map((value) => (value < 64 ? 4095 : 100 + (value % 50)));
    const dicom = { window: "range", frame: "first" } as const;
    const { pixels, used } = await shown([padding], dicom, values, { range: "used" });
    expect(used).toMatchObject({ low: 100, high: 149 });
    expect(pixels.subarray(0, 64)).toEqual(new Uint8Array(64));
    const inverted: DicomElement = [0x00280004, "CS", "MONOCHROME1"];
    const other = await shown([padding, inverted], dicom, values, { range: "used" });
    expect(other.pixels.subarray(0, 64)).toEqual(new Uint8Array(64));
  });

  test("values with a sign, and what else is in their bits", async () => {
    // 12 bits with a sign, and noise in the four above.
    const signed: DicomElement = [0x00280103, "US", 1];
    const noisy = ramp.map((value) => value | ((value % 16) << 12));
    const { pixels } = await shown([signed, ...window(0, 4096)], undefined, noisy);
    expect([pixels[2048], pixels[4095], pixels[0], pixels[2047]]).toEqual([0, 127, 128, 255]);
  });
});

describe("frames", () => {
  const values = [...ramp.map(() => 0), ...ramp.map(() => 2048), ...ramp.map(() => 4095)];
  const frames: DicomElement = [0x00280008, "IS", 3];

  test("the first, the one in the middle, or a number", async () => {
    const levels = [];
    for (const frame of ["first", "middle", 1, 2, 3] as const) {
      const { pixels, notes } = await shown([frames], { window: "file", frame }, values);
      expect(notes).toContain("multi-page");
      levels.push(pixels[0]);
    }
    expect(levels).toEqual([0, 128, 0, 128, 255]);
  });

  test("a file with fewer is skipped", async () => {
    const verdict = await decodeImage(dicomFile(greyElements(values, size, [frames])), {
      ...size,
      channels: 1,
      dicom: { window: "file", frame: 4 },
    });
    expect(verdict).toEqual({
      reason: "unsupported-format",
      detail: "a DICOM file with 3 frames, where data.dicom.frame asks for number 4",
    });
  });
});

test("what the header tells of the image is noted", async () => {
  const { acquisition } = await shown([
    [0x00080060, "CS", "MG"],
    [0x00080068, "CS", "FOR PRESENTATION"],
    [0x00080070, "LO", "Siemens"],
    [0x00185101, "CS", "MLO"],
    [0x00200062, "CS", "L"],
    [0x00280030, "DS", [0.07, 0.08]],
    [0x00280301, "CS", "NO"],
  ]);
  expect(acquisition).toEqual({
    modality: "MG",
    manufacturer: "Siemens",
    intent: "FOR PRESENTATION",
    laterality: "L",
    view: "MLO",
    burnedIn: "NO",
    spacing: [0.07, 0.08],
  });
});

test("ways of coding that are not read have their names", async () => {
  for (const [syntax, name] of [
    ["1.2.840.10008.1.2.4.53", "coded as JPEG Spectral Selection"],
    ["1.2.840.10008.1.2.4.100", "coded as MPEG2 Main Profile"],
    ["1.2.840.10008.1.2.4.110", "coded as JPEG XL Lossless"],
    ["1.2.840.10008.1.2.4.201", "coded as High-Throughput JPEG 2000 Lossless"],
    ["1.2.840.113619.5.2", 'the transfer syntax "1.2.840.113619.5.2"'],
  ] as const) {
    const file = dicomFile(greyElements(ramp, size), syntax);
    const verdict = await decodeImage(file, { ...size, channels: 1 });
    expect(verdict).toMatchObject({ reason: "unsupported-format" });
    expect("detail" in verdict && verdict.detail).toContain(name);
  }
});
