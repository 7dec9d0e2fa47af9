import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { bytesOf } from "../../../src/pixels.ts";
import { messages } from "../../../src/app/messages.ts";
import { OpenedFile, prepareFile } from "../../../src/app/page/decode.ts";
import type { Prepared } from "../../../src/app/page/protocol.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { owned } from "../../../src/data/decode/facts.ts";
import { sniff } from "../../../src/data/decode/sniff.ts";
import type { Target, Usable } from "../../../src/data/decode/verdict.ts";
import { goldenDicom, goldenFrames } from "../../fixtures/golden-dicom.ts";

const [width, height] = [23, 17];
const square = { height: 8, width: 8 };
const targets: Record<string, Target> = {
  "grey, stretched": { ...square, channels: 1 },
  "colour, cropped": { height: 9, width: 6, channels: 3, resize: "crop" },
  "colour, padded on a background": {
    ...square,
    channels: 3,
    resize: "pad",
    background: [255, 240, 10],
  },
  "grey, its edge repeated, evened out": {
    ...square,
    channels: 1,
    resize: "padEdge",
    clahe: { clipLimit: 2, tiles: [2, 2] },
  },
  "grey, of the range that an image uses": { ...square, channels: 1, range: "used" },
  "colour, of a range": { ...square, channels: 3, range: [500, 40_000] },
  "grey, of 16 bits": { ...square, channels: 1, depth: 16 },
  "colour of 16 bits, on a background": {
    ...square,
    channels: 3,
    depth: 16,
    resize: "pad",
    background: [255, 240, 10],
  },
};

/** Values that use all bits, opacity too. */
function picture(channels: 1 | 2 | 3 | 4, bits: 8 | 16): Sharp {
  const length = width * height * channels;
  const values = Array.from({ length }, (_, at) => (at * at * 37 + at * 11) % 2 ** bits);
  const raw = { width, height, channels };
  const pixels = bits === 8 ? Uint8Array.from(values) : Uint16Array.from(values);
  const image = sharp(pixels, { raw });
  const isGrey = channels < 3;
  if (bits === 16) return image.toColourspace(isGrey ? "grey16" : "rgb16");
  return isGrey ? image.toColourspace("b-w") : image;
}

const files: Record<string, () => Promise<Uint8Array>> = {
  ...Object.fromEntries(
    ([1, 2, 3, 4] as const).flatMap((channels) =>
      ([8, 16] as const).flatMap((bits) =>
        [false, true].map((progressive) => [
          `PNG of ${channels} x ${bits} bits${progressive ? ", interlaced" : ""}`,
          () => picture(channels, bits).png({ progressive }).toBuffer(),
        ]),
      ),
    ),
  ),
  ...Object.fromEntries(
    ([2, 4, 16, 256] as const).flatMap((colours) =>
      [3, 4].map((channels) => [
        `PNG of ${colours} colours${channels === 4 ? ", some transparent" : ""}`,
        () =>
          picture(channels as 3 | 4, 8)
            .png({ palette: true, colours, dither: 0 })
            .toBuffer(),
      ]),
    ),
  ),
  GIF: () => picture(3, 8).gif().toBuffer(),
  "GIF, partly transparent": () => picture(4, 8).gif().toBuffer(),
  ...Object.fromEntries(
    (["none", "lzw", "deflate", "packbits"] as const).flatMap((compression) =>
      ([1, 2, 3, 4] as const).flatMap((channels) =>
        ([8, 16] as const).map((bits) => [
          `TIFF of ${channels} x ${bits} bits, ${compression}`,
          () => picture(channels, bits).tiff({ compression, predictor: "none" }).toBuffer(),
        ]),
      ),
    ),
  ),
  "TIFF in tiles, with the predictor": () =>
    picture(3, 8)
      .tiff({
        compression: "deflate",
        predictor: "horizontal",
        tile: true,
        tileWidth: 16,
        tileHeight: 16,
      })
      .toBuffer(),
  "TIFF, turned": () =>
    picture(3, 8).withMetadata({ orientation: 6 }).tiff({ compression: "lzw" }).toBuffer(),
  "TIFF of one bit": () => picture(1, 8).tiff({ compression: "none", bitdepth: 1 }).toBuffer(),
  PGM: async () => Buffer.from(`P2 3 2 4095 0 4095 100 2000 3000 17\n`),
};

describe.each(Object.keys(targets))("%s", (name) => {
  test.each(Object.keys(files))("%s becomes what it becomes in a run", async (file) => {
    const bytes = new Uint8Array(await files[file]!());
    const expected = await decodeImage(bytes, targets[name]!);
    if (!("pixels" in expected)) throw new Error(expected.detail);
    expect(await prepareFile(bytes, targets[name]!)).toEqual({
      pixels: owned(expected.pixels),
      remarks: [],
    });
  });
});

test("a PNG file damaged anywhere is refused, or no other picture", async () => {
  const target = targets["colour, cropped"]!;
  const bytes = new Uint8Array(await picture(3, 16).png().toBuffer());
  const whole = await prepareFile(bytes, target);
  for (let at = 0; at < bytes.length; at += 5) {
    const damaged = bytes.with(at, bytes[at]! ^ 0x10);
    const found = await prepareFile(damaged, target);
    if (!("refused" in found)) expect<object>(found).toEqual(whole);
    expect("refused" in (await prepareFile(bytes.slice(0, at), target))).toBe(true);
  }
});

test("what a page cannot prepare in the same way it refuses, and says what to do", async () => {
  const target = targets["grey, stretched"]!;
  const refused = async (bytes: Uint8Array) => await prepareFile(new Uint8Array(bytes), target);
  expect(await refused(await picture(3, 8).tiff({ compression: "jpeg" }).toBuffer())).toEqual({
    refused: messages.tiffNotHere("JPEG"),
  });
  expect(await refused(await picture(3, 8).toColourspace("cmyk").jpeg().toBuffer())).toEqual({
    refused: messages.jpegNotHere(),
  });
  for (const bytes of [Uint8Array.of(), Buffer.from("%PDF-1.7"), Buffer.from("hello")])
    expect(await refused(bytes)).toHaveProperty("refused");
});

const tiffs = JSON.parse(
  Buffer.from(
    Bun.gunzipSync(readFileSync(join(import.meta.dir, "../../golden/tiff.json.gz"))),
  ).toString(),
) as { name: string; bytes: string }[];
const { files: dicoms } = goldenDicom();

test.each(tiffs)("a TIFF file of others has the pixels of a run: $name", async ({ bytes }) => {
  const file = Uint8Array.fromBase64(bytes);
  const expected = await decodeImage(file, targets["colour, cropped"]!);
  const found = await prepareFile(file, targets["colour, cropped"]!);
  if ("refused" in found) expect(found.refused).toContain("which this page does not read");
  else expect(found.pixels).toEqual((expected as Usable).pixels);
});

test.each([...dicoms.keys()])("so has a DICOM file, or its reason: %s", async (name) => {
  const file = dicoms.get(name)!;
  for (const target of [
    targets["colour, cropped"]!,
    { ...targets["grey, stretched"]!, dicom: { window: [300, 700], frame: "middle" } } as Target,
  ]) {
    const expected = await decodeImage(file, target);
    const found = await prepareFile(file, target);
    if ("pixels" in expected) expect(found).toEqual({ pixels: expected.pixels, remarks: [] });
    else expect(found).toEqual({ refused: expected.detail });
  }
});

test("frames are counted where each is an image, and prepared one by one", async () => {
  const { read, files: withFrames } = goldenFrames();
  const target = {
    ...targets["grey, stretched"]!,
    dicom: { window: "file", frame: "all" },
  } as const satisfies Target;
  for (const [name, bytes] of withFrames) {
    const opened = new OpenedFile(bytes, target);
    const { possible, absent } = opened.frames()!;
    expect([name, possible, absent]).toEqual([name, read.get(name)!.length, null]);
    for (let frame = 1; frame <= possible; frame++) {
      const expected = (await decodeImage(bytes, { ...target, frame })) as Usable;
      const found = (await opened.prepare(frame)) as Prepared;
      expect([name, frame, found.pixels]).toEqual([name, frame, expected.pixels]);
    }
    expect(new OpenedFile(bytes, targets["grey, stretched"]!).frames()).toBeNull();
  }
});

const odd = join(import.meta.dir, "../../../../shared/data/odd-images");

test.skipIf(!existsSync(odd))("odd files: the same pixels as in a run, or refused", async () => {
  const target = targets["colour, padded on a background"]!;
  const names = (readdirSync(odd, { recursive: true }) as string[]).filter(
    (name) => statSync(join(odd, name)).isFile() && statSync(join(odd, name)).size < 100_000,
  );
  let [alike, refused] = [0, 0];
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(join(odd, name)));
    const sniffed = sniff(bytes);
    // These are the browser's to decode.
    if (sniffed && "format" in sniffed && /jpeg|webp|avif/.test(sniffed.format)) continue;
    const expected = await decodeImage(bytes, target);
    const found = await prepareFile(bytes, target);
    if (!("pixels" in expected)) expect([name, "refused" in found]).toEqual([name, true]);
    // What libtiff reads beyond Lamina's own reader, and what it mends.
    else if ("refused" in found && "format" in sniffed! && sniffed.format === "tiff") refused++;
    else if ("pixels" in found && found.remarks.includes(messages.alphaDiffers()))
      for (const [at, value] of expected.pixels.entries())
        expect(Math.abs(found.pixels[at]! - value)).toBeLessThan(2);
    else {
      expect([
        name,
        "pixels" in found && Buffer.compare(bytesOf(found.pixels), bytesOf(expected.pixels)),
      ]).toEqual([name, 0]);
      alike++;
    }
  }
  expect(alike).toBeGreaterThan(250);
  expect(refused).toBeLessThan(20);
});
