import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Verdict } from "../../../src/data/decode/verdict.ts";
import { DecoderPool } from "../../../src/data/decode/decoder-pool.ts";
import { countFrames } from "../../../src/data/dicom/frame-count.ts";
import { whyAbsent } from "../../../src/data/dicom/possible-frames.ts";
import { sha256Of } from "../../../src/data/hash.ts";
import { findLabelled } from "../../../src/data/source/labelled.ts";
import { listNamed } from "../../../src/data/source/named.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { readImages } from "../../../src/data/read.ts";
import { targetOf } from "../../../src/data/target.ts";
import { streamImages } from "../../../src/data/stream.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { goldenFrames } from "../../fixtures/golden-dicom.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import {
  type DicomElement,
  dicomFile,
  fragments,
  greyElements,
  offsetsOf,
} from "../../fixtures/dicom-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "frames-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SIDE = 8;
const AREA = SIDE * SIDE;
const size = { width: SIDE, height: SIDE };
const all = { window: "file", frame: "all" } as const;
const data: Data = {
  ...plainData,
  leaks: "ignore",
  targetSize: [SIDE, SIDE],
  dicom: { ...all },
};
const RLE = "1.2.840.10008.1.2.5";

/** Of frame 1, 2 … no two alike. */
const levelsOf = (seed: number, frame: number) =>
  Uint8Array.from({ length: AREA }, (_, at) => (seed * 31 + frame * 7 + at * 3) % 256);

const of8Bits = (frames: number | string): DicomElement[] => [
  [0x00280008, "IS", frames],
  [0x00280100, "US", 8],
  [0x00280101, "US", 8],
  [0x00280102, "US", 7],
];

/** @param written what it says that it has */
function scan(seed: number, frames: number, written: number | string = frames): Uint8Array {
  const pixels = Buffer.concat(Array.from({ length: frames }, (_, at) => levelsOf(seed, at + 1)));
  return dicomFile(
    greyElements([], size, [...of8Bits(written), [0x7fe00010, "OB", new Uint8Array(pixels)]]),
  );
}

/** One literal run a row: RLE that saves nothing. */
function rle(levels: Uint8Array): Uint8Array {
  const header = new Uint8Array(Uint32Array.from([1, 64, ...Array(14).fill(0)]).buffer);
  return Buffer.concat([header, Uint8Array.of(AREA - 1), levels, Uint8Array.of(0)]);
}

function put(name: string, content: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function read(changes: Partial<Data> = {}) {
  const settings = { ...data, ...changes };
  const { source, problems } = await findImages(settings, 1, folder);
  expect(problems).toEqual([]);
  return { source, dataset: await readImages(source, settings) };
}

const target = targetOf(data);
async function frameOf(bytes: Uint8Array, frame: number): Promise<Verdict> {
  return decodeImage(bytes, { ...target, frame });
}

const pixelsOf = (verdict: Verdict) =>
  "pixels" in verdict ? [...verdict.pixels] : `${verdict.reason}: ${verdict.detail}`;

describe("a file's frames are images of their own", () => {
  test("with its label, its columns, its hash, and itself as their group", async () => {
    put("train/a/one.dcm", scan(1, 12));
    put("train/a/single.dcm", scan(2, 1));
    put("train/b/two.dcm", scan(3, 2));
    put(
      "train/b/picture.pgm",
      `P2 8 8 255 ${Array.from({ length: 64 }, (_, at) => at).join(" ")}\n`,
    );
    const { dataset } = await read();
    const { images } = dataset.record;
    expect(images.map(({ file, label, group }) => [file, label, group])).toEqual([
      ...Array.from({ length: 12 }, (_, at) => [`a/one.dcm#${at + 1}`, "a", "a/one.dcm"]),
      ["a/single.dcm", "a", "a/single.dcm"],
      ["b/picture.pgm", "b", "b/picture.pgm"],
      ["b/two.dcm#1", "b", "b/two.dcm"],
      ["b/two.dcm#2", "b", "b/two.dcm"],
    ]);
    expect(images[2]!.sha256).toBe(`${sha256Of(scan(1, 12))}#3`);
    expect(images[12]!.sha256).toBe(sha256Of(scan(2, 1)));
    expect(images.flatMap(({ notes = [] }) => notes)).toEqual([]);
    const rows = dataset.splits.train!.rows;
    const pixels = new Uint8Array(rows.size * images.length);
    await rows.read(Uint32Array.from(images.keys()), pixels);
    expect(pixels.subarray(2 * AREA, 3 * AREA)).toEqual(levelsOf(1, 3));
    await dataset.close();
  });

  test("of which no file has some in one split and some in another", async () => {
    for (let seed = 0; seed < 12; seed++)
      put(`train/${"ab"[seed % 2]}/${seed}.dcm`, scan(seed, 1 + (seed % 5)));
    for (let seed = 0; seed < 5; seed++) {
      const split = { ...drawn, seed };
      const { source } = await read({ split });
      const splitsOf = new Map<string, Set<string>>();
      for (const { absolutePath, split: own } of source.files)
        splitsOf.set(absolutePath, (splitsOf.get(absolutePath) ?? new Set()).add(own));
      expect(source.files.length).toBe(33);
      expect([...splitsOf.values()].map((among) => among.size)).toEqual(Array(12).fill(1));
      expect(new Set(source.files.map(({ split: own }) => own)).size).toBe(3);
    }
  });

  test("and a table's row, group and columns hold of all of them", async () => {
    put("train/x.dcm", scan(1, 2));
    put("train/y.dcm", scan(2, 2));
    put("train/z.dcm", scan(3, 1));
    put(
      "train/table.csv",
      "file,label,patient,side,split\nx.dcm,a,p1,L,train\ny.dcm,b,p2,R,train\nz.dcm,b,p3,R,test\n",
    );
    const columns = {
      file: "file",
      label: "label",
      group: "patient",
      split: "split",
      subgroups: ["side"],
    };
    const labels = { images: null, extension: "", dicom: null, columns };
    const { dataset } = await read({ train: "train/table.csv", labels });
    const told = dataset.record.images.map((one) => [one.file, one.label, one.group, one.columns]);
    expect(told).toEqual([
      ["x.dcm#1", "a", "p1", { side: "L" }],
      ["x.dcm#2", "a", "p1", { side: "L" }],
      ["y.dcm#1", "b", "p2", { side: "R" }],
      ["y.dcm#2", "b", "p2", { side: "R" }],
      ["z.dcm", "b", "p3", { side: "R" }],
    ]);
    await dataset.close();
  });

  test("a name's group is found in the file's own", async () => {
    put("train/a/p1.dcm", scan(1, 2));
    put("train/b/p2.dcm", scan(2, 2));
    const { source } = await read({
      split: { ...drawn, validation: 0, test: 0, group: "p(\\d+)" },
    });
    expect(source.files.map(({ group }) => group)).toEqual(["1", "1", "2", "2"]);
  });

  test("files of one frame each have no group that nobody gave them", async () => {
    put("train/a/1.dcm", scan(1, 1));
    put("train/b/2.dcm", scan(2, 1));
    const { source } = await read();
    expect(source.files.map(({ file, group }) => [file, group])).toEqual([
      ["a/1.dcm", undefined],
      ["b/2.dcm", undefined],
    ]);
  });

  test("a file that has the name of a frame is a mistake", async () => {
    put("train/a/1.dcm", scan(1, 2));
    put("train/a/1.dcm#2", scan(2, 1));
    put("train/b/2.dcm", scan(3, 1));
    const { problems } = await findImages(data, 1, folder);
    expect(problems).toMatchObject([
      {
        path: ["data", "dicom", "frame"],
        message: expect.stringContaining('"a/1.dcm#2" is the name'),
      },
    ]);
  });

  test("and one that only looks like it is a file", async () => {
    put("train/a/1.dcm#7", scan(1, 1));
    put("train/b/2.dcm#7", scan(3, 2));
    const { dataset } = await read();
    expect(dataset.record.images.map(({ file }) => file)).toEqual([
      "a/1.dcm#7",
      "b/2.dcm#7#1",
      "b/2.dcm#7#2",
    ]);
    await dataset.close();
  });
});

const drawn = {
  validation: 0.25,
  test: 0.25,
  stratify: false,
  seed: 1,
  group: null,
  folds: null,
  fold: 1,
} satisfies NonNullable<Data["split"]>;

describe("what is odd about a file is named, and the rest used", () => {
  const excludedOf = async (files: Record<string, Uint8Array>) => {
    for (const [name, bytes] of Object.entries(files)) put(`train/a/${name}`, bytes);
    put("train/b/2.dcm", scan(9, 1));
    const { source, dataset } = await read();
    await dataset.close();
    const { images, excluded } = dataset.record;
    return {
      used: images.filter(({ label }) => label === "a").map(({ file }) => file),
      left: excluded.map(({ file, reason, detail }) => `${file}: ${reason}, ${detail}`),
      warnings: source.warnings,
    };
  };

  test("a last frame that is cut short", async () => {
    const whole = scan(1, 3);
    const { used, left } = await excludedOf({ "cut.dcm": whole.subarray(0, -20) });
    expect(used).toEqual(["a/cut.dcm#1", "a/cut.dcm#2"]);
    expect(left).toEqual([
      "a/cut.dcm#3: truncated, the file ends before the image does: 172 of 192 bytes of its pixels",
    ]);
  });

  test("more frames than there are data for, by any number", async () => {
    const { used, left } = await excludedOf({ "many.dcm": scan(1, 20, 2_000_000_000) });
    expect(used.length).toBe(20);
    expect(left.length).toBeLessThan(30);
    expect(left.at(-1)).toContain("frames 26 to 2000000000 of the 2000000000 that it says it has");
  });

  test("more frames than any file has", async () => {
    const dots = dicomFile(
      greyElements([], { width: 1, height: 1 }, [
        ...of8Bits(300_000),
        [0x7fe00010, "OB", new Uint8Array(300_000)],
      ]),
    );
    const path = join(folder, "dots.dcm");
    writeFileSync(path, dots);
    const count = await countFrames(path);
    expect([count.frames, count.possible]).toEqual([300_000, 65_536]);
    expect(whyAbsent(count)!.detail).toBe(
      "of a file the first 65,536 frames are read, and it says that it has 300,000",
    );
  });

  test("no frame, which is one, as pydicom has it", async () => {
    const { used, left, warnings } = await excludedOf({ "none.dcm": scan(1, 1, 0) });
    expect([used, left]).toEqual([["a/none.dcm"], []]);
    expect(warnings).toContainEqual(expect.stringContaining("says that it has no frames"));
  });

  test("a syntax that is not read is told once, and not of each frame", async () => {
    const video = dicomFile(
      greyElements([], size, [
        ...of8Bits(500),
        [0x7fe00010, "OB", fragments([[new Uint8Array(8)]])],
      ]),
      "1.2.840.10008.1.2.4.102",
    );
    const { used, left } = await excludedOf({ "video.dcm": video, "x.dcm": scan(1, 1) });
    expect(used).toEqual(["a/x.dcm"]);
    expect(left).toEqual([
      "a/video.dcm: unsupported-format, a DICOM file coded as MPEG-4 AVC/H.264, which is not read",
    ]);
  });
});

describe("compressed frames are found", () => {
  const frames = [1, 2, 3].map((frame) => [rle(levelsOf(4, frame))]);
  const compressed = (
    value: { open: Uint8Array },
    { count = 3, others = [] }: { count?: number; others?: DicomElement[] } = {},
  ) =>
    dicomFile(
      greyElements([], size, [...of8Bits(count), ...others, [0x7fe00010, "OB", value]]),
      RLE,
    );
  const expectAll = async (bytes: Uint8Array) => {
    for (const frame of [1, 2, 3])
      expect(pixelsOf(await frameOf(bytes, frame))).toEqual([...levelsOf(4, frame)]);
  };

  test("by the basic table of offsets", () =>
    expectAll(compressed(fragments(frames, offsetsOf(frames)))));

  test("by the extended one", async () => {
    const offsets = new Uint8Array(BigUint64Array.from(offsetsOf(frames), BigInt).buffer);
    const others: DicomElement[] = [[0x7fe00001, "OV", offsets]];
    await expectAll(compressed(fragments(frames), { others }));
  });

  test("by their number, without a table, or with one of zeros", async () => {
    await expectAll(compressed(fragments(frames)));
    await expectAll(compressed(fragments(frames, [0, 0, 0])));
  });

  test("as far as there are any: the others are missing", async () => {
    const bytes = compressed(fragments(frames), { count: 5 });
    await expectAll(bytes);
    expect(pixelsOf(await frameOf(bytes, 4))).toContain("frame 4 of 5 is missing");
  });

  test("where the last is cut", async () => {
    const bytes = compressed(fragments(frames, offsetsOf(frames)));
    const cut = bytes.subarray(0, -40);
    expect(pixelsOf(await frameOf(cut, 2))).toEqual([...levelsOf(4, 2)]);
    expect(pixelsOf(await frameOf(cut, 3))).toContain("truncated");
  });
});

test("threads share a file's bytes, and give what this thread gives", async () => {
  const { read: ofFrames, files } = goldenFrames();
  const pool = new DecoderPool({ target, library: null });
  try {
    for (const kind of [
      "native",
      "deflated",
      "rle",
      "jpeg",
      "jpeg-lossless",
      "jpeg-ls",
      "jpeg-2000",
    ]) {
      const name = `made/${kind}.dcm`;
      const bytes = files.get(name)!;
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      const numbers = ofFrames.get(name)!.map((_, at) => at + 1);
      const verdicts = numbers.map((frame) => pool.decode(shared, { sha256: name, frame }));
      const own = numbers.map((frame) => frameOf(bytes, frame));
      expect((await Promise.all(verdicts)).map(pixelsOf)).toEqual(
        (await Promise.all(own)).map(pixelsOf),
      );
    }
  } finally {
    pool.close();
  }
});

describe("prediction", () => {
  const stream = async (files: Awaited<ReturnType<typeof listNamed>>) => {
    const pieces = streamImages(files, {
      target,
      batchSize: 4,
      openLibrary: async () => null,
      signal: new AbortController().signal,
    });
    const seen: string[] = [];
    for await (const { files: some } of pieces)
      for (const { file, why, sha256 } of some)
        seen.push(`${file.file} ${why?.reason ?? sha256!.slice(64)}`);
    return seen;
  };

  test("of a file is of each of its frames, and of one that is named", async () => {
    put("scans/a.dcm", scan(1, 3));
    put("scans/b.dcm", scan(2, 1));
    expect(await stream(await listNamed(["scans"], data, folder))).toEqual([
      "scans/a.dcm#1 #1",
      "scans/a.dcm#2 #2",
      "scans/a.dcm#3 #3",
      "scans/b.dcm ",
    ]);
    expect(await stream(await listNamed(["scans/a.dcm#2"], data, folder))).toEqual([
      "scans/a.dcm#2 #2",
    ]);
    put("list.csv", "file\nscans/a.dcm#3\nscans/b.dcm\n");
    expect(await stream(await listNamed(["list.csv"], data, folder))).toEqual([
      "scans/a.dcm#3 #3",
      "scans/b.dcm ",
    ]);
  });

  test("names the frames that a file has no room for", async () => {
    put("cut.dcm", scan(1, 2, 900));
    const seen = await stream(await listNamed(["cut.dcm"], data, folder));
    expect(seen.slice(0, 3)).toEqual(["cut.dcm#1 #1", "cut.dcm#2 #2", "cut.dcm#3 truncated"]);
    expect(seen.length).toBeLessThan(12);
  });

  test("of a set from elsewhere has its files as groups", async () => {
    put("set/a/1.dcm", scan(1, 2));
    put("set/b/2.dcm", scan(2, 1));
    const { source } = await findLabelled(join(folder, "set"), {
      data,
      classes: ["a", "b"],
      map: new Map(),
      drop: new Set(),
    });
    expect(source.files.map(({ file, group, frame }) => [file, group, frame])).toEqual([
      ["a/1.dcm#1", "a/1.dcm", 1],
      ["a/1.dcm#2", "a/1.dcm", 2],
      ["b/2.dcm", "b/2.dcm", undefined],
    ]);
  });
});
