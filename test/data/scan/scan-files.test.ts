import { beforeAll, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { PixelCache } from "../../../src/data/cache/pixel-cache.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target } from "../../../src/data/decode/verdict.ts";
import { scanFiles } from "../../../src/data/scan/scan-files.ts";
import { ScanThreads } from "../../../src/data/scan/threads.ts";
import type { ImageFile } from "../../../src/data/source/image-file.ts";
import { messages } from "../../../src/data/dicom/messages.ts";
import type { OpenLibrary } from "../../../src/engine/library.ts";
import { FETCH_MS, testLibrary } from "../../fixtures/engine.ts";
import { useTemporaryFolder } from "../../fixtures/folder.ts";
import golden from "../../golden/decode.json";

const target: Target = { height: 8, width: 8, channels: 3 };
const root = useTemporaryFolder();

let library: OpenLibrary;
beforeAll(async () => {
  library = await testLibrary();
}, FETCH_MS);

/** Files of every kind, each whole and cut in two places, and JPEG files enough for TensorFlow to be asked for. */
async function writeFiles(): Promise<{ file: ImageFile; bytes: Uint8Array }[]> {
  const folder = join(root.path, "images");
  mkdirSync(folder, { recursive: true });
  const made = golden.made.flatMap(({ name, bytes }) => {
    const whole = Buffer.from(bytes, "base64");
    return [1, 0.7, 0.4].map((share) => ({
      name: `${share} ${name}`,
      bytes: whole.subarray(0, share * whole.length),
    }));
  });
  for (let index = 0; index < 120; index++) {
    const raw = { width: 60 + index, height: 60, channels: 3 } as const;
    const noise = new Uint8Array(raw.width * raw.height * 3).map((_, at) => at * (at + index));
    made.push({ name: `${index}.jpg`, bytes: await sharp(noise, { raw }).jpeg().toBuffer() });
  }
  return made.map(({ name, bytes }) => {
    const absolutePath = join(folder, name);
    writeFileSync(absolutePath, bytes);
    return { file: { absolutePath, file: name, split: "train", label: 0 } as ImageFile, bytes };
  });
}

test("a file that the system does not tell of is one that cannot be used, and takes no other with it", async () => {
  const [good] = await writeFiles();
  const absolutePath = join(root.path, "x".repeat(300));
  const settings = { folder: null, mostBytes: 0, now: () => new Date(), warn: () => undefined };
  const outcomes = await scanFiles([{ ...good!.file, absolutePath }, good!.file], {
    target,
    cache: new PixelCache(settings, "", 192),
    openLibrary: async () => null,
    step: () => undefined,
    nowMs: Date.now,
  });
  expect(outcomes[0]).toEqual({
    reason: "unreadable",
    detail: messages.imageUnreadable("the name is too long (ENAMETOOLONG)"),
  });
  expect(outcomes[1]).toHaveProperty("facts");
});

test("many files at once, on threads, have the outcomes that each has alone", async () => {
  const files = await writeFiles();
  let steps = 0;
  let asked = 0;
  const settings = { folder: null, mostBytes: 0, now: () => new Date(), warn: () => undefined };
  const outcomes = await scanFiles(
    files.map(({ file }) => file),
    {
      target,
      cache: new PixelCache(settings, "", 192),
      async openLibrary() {
        asked++;
        return library;
      },
      step: () => void steps++,
      nowMs: Date.now,
    },
  );
  expect([steps, asked]).toEqual([files.length, 1]);
  let refused = 0;
  for (const [index, { bytes }] of files.entries()) {
    const verdict = await decodeImage(bytes, target);
    const outcome = outcomes[index]!;
    if ("pixels" in verdict) {
      const { pixels: _, ...facts } = verdict;
      expect(outcome).toMatchObject({ facts });
    } else {
      refused++;
      expect(outcome).toEqual(verdict);
    }
  }
  expect(refused).toBeGreaterThan(10);
});

test("threads are started once, though two scans ask for them at the same time, and never after their end", () => {
  const threads = new ScanThreads();
  threads.start(target, null);
  const { pool } = threads;
  expect(pool).not.toBeNull();
  threads.start(target, null);
  expect(threads.pool).toBe(pool);
  threads.close();
  threads.start(target, null);
  expect(threads.pool).toBeNull();
});
