import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf } from "../../../src/pixels.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { readImages } from "../../../src/data/read.ts";
import { sniff } from "../../../src/data/decode/sniff.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import type { ExcludedRecord, ImageNote } from "../../../src/layout.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import golden from "../../golden/decode.json";
import { plainData } from "../../fixtures/data-settings.ts";

const shared = join(import.meta.dir, "../../../../shared/data");
const odd = join(shared, "odd-images");

/** Where Lamina and Pillow disagree on whether a file of a format that both read is usable. */
const disagreements = new Map([
  // The checksum of its pixels is wrong. Pillow does not look; a file that was damaged is not to be trusted.
  ["pngsuite/xcsn0g01.png", "corrupt"],
  // Three channels of floating point, which Pillow does not know.
  ["image-rs/images/tiff/testsuite/rgb32f_bw.tiff", "decoded"],
  ["image-rs/images/tiff/testsuite/rgb32f_color.tiff", "decoded"],
  // CMYK with a fifth channel, which Pillow does not know. Nothing is wrong with it.
  ["image-rs/bad/tiff/TODO hpredict_cmyk.tiff", "decoded"],
]);

describe.skipIf(!existsSync(odd))("damaged and odd files", () => {
  let folder: string;
  let data: Data;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "odd-"));
    cpSync(odd, join(folder, "train/odd"), { recursive: true });
    cpSync(join(odd, "pgm-comment-header"), join(folder, "train/plain"), { recursive: true });
    data = { ...plainData, targetSize: [28, 28], colour: "rgb", batchSize: 8 };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("each file is decoded or left out with a reason, as Pillow's verdict has it, and none is changed", async () => {
    const { source, problems } = await findImages(data, 1, folder);
    expect(problems).toEqual([]);
    const { record } = await readImages(source, data);

    const used = new Map(record.images.map((image) => [image.file, image]));
    const excluded = new Map<string, ExcludedRecord>(
      record.excluded.map((file) => [file.file, file]),
    );
    expect(used.size + excluded.size).toBe(source.files.length);

    const found = new Map<string, string>();
    const noted = new Map<string, string[]>();
    for (const { path, usable, notes } of verdictsOfPillow()) {
      const file = `odd/${path}`;
      const bytes = readFileSync(join(odd, path));
      expect(readFileSync(join(folder, "train", file)).equals(bytes)).toBe(true);
      const image = used.get(file);
      if (image) expect(image.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
      const unnoted = notes.filter((note) => image && !image.notes?.includes(note));
      if (unnoted.length > 0) noted.set(path, unnoted);
      const mine = image ? "decoded" : excluded.get(file)!.reason;
      const isRead = "format" in (sniff(bytes) ?? {});
      if ((isRead || image) && usable !== (mine === "decoded")) found.set(path, mine);
    }
    expect(found).toEqual(disagreements);
    expect(noted).toEqual(new Map());
  }, 30_000);

  test("eight orientations of one photograph give one picture", async () => {
    const pictures = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (orientation) => {
        const bytes = readFileSync(join(odd, `exif-orientation-rasteiner/test_${orientation}.jpg`));
        const verdict = await decodeImage(bytes, { height: 100, width: 50, channels: 3 });
        return "pixels" in verdict ? bytesOf(verdict.pixels) : new Uint8Array();
      }),
    );
    for (const picture of pictures) {
      expect(picture).toHaveLength(15_000);
      // Each was compressed on its own: JPEG's blocks fall elsewhere.
      expect(meanDifference(picture, pictures[0]!)).toBeLessThan(6);
    }
  });
});

describe.skipIf(!existsSync(shared))(
  "files of public collections are decoded as Pillow does, bit for bit",
  () => {
    for (const { file, sha256, height, width, channels } of golden.found) {
      test(file, async () => {
        const verdict = await decodeImage(readFileSync(join(shared, file)), {
          height,
          width,
          channels: channels === 1 ? 1 : 3,
        });
        const pixels = "pixels" in verdict ? bytesOf(verdict.pixels) : new Uint8Array();
        expect(createHash("sha256").update(pixels).digest("hex")).toBe(sha256);
      });
    }
  },
);

function verdictsOfPillow(): { path: string; usable: boolean; notes: ImageNote[] }[] {
  const rows = readFileSync(join(odd, "manifest.csv"), "utf8").trim().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [, path, rest] = /^"?(.*?)"?,\d+,(.*)$/.exec(row)!;
    const [format, mode, , , frames, orientation] = rest!.split(",");
    const notes: ImageNote[] = [];
    if (Number(frames) > 1) notes.push(format === "TIFF" ? "multi-page" : "animated");
    if (mode === "CMYK") notes.push("cmyk");
    if (mode === "RGBA" || mode === "LA") notes.push("alpha");
    if (mode!.startsWith("I;16")) notes.push("16-bit");
    if (Number(orientation) > 1) notes.push("exif-rotated");
    return { path: path!, usable: /,ok,/.test(row), notes };
  });
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;
}
