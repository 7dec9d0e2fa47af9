import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import * as fc from "fast-check";
import yauzl from "yauzl";
import { hdf5File, lookup3 } from "../../src/export/keras/hdf5.ts";
import { storedZip } from "../../src/export/keras/zip.ts";
import { type Field, Float, message } from "../../src/export/onnx/protobuf.ts";
import { sliced, transposed } from "../../src/export/weights.ts";
import { elementsOf } from "../../src/model/shape.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { canImport } from "../fixtures/runtimes.ts";

const folder = useTemporaryFolder();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("protocol buffers", () => {
  // Those of https://protobuf.dev/programming-guides/encoding
  test.each<[string, Field[], string]>([
    ["a whole number", [[1, 150]], "089601"],
    ["a text", [[2, "testing"]], "120774657374696e67"],
    ["a message", [[3, message([1, 150])]], "1a03089601"],
    [
      "several fields",
      [
        [4, "hello"],
        [6, 1],
        [6, 2],
      ],
      "220568656c6c6f30013002",
    ],
    ["a number below 0, of 64 bits", [[1, -2]], "08feffffffffffffffff01"],
    ["a float", [[2, new Float(1.5)]], "150000c03f"],
  ])("%s", (_name, fields, expected) => {
    expect(hex(message(...fields))).toBe(expected);
  });
});

describe("HDF5", () => {
  // Those of the driver at the end of lookup3.c.
  test.each<[string, number]>([
    ["", 0xdeadbeef],
    ["Four score and seven years ago", 0x17770551],
  ])("the hash of %j", (text, expected) => {
    expect(lookup3(Buffer.from(text))).toBe(expected);
  });

  const python = process.env["LAMINA_KERAS"] || process.env["LAMINA_BENCH_KERAS"] || "python3";
  test.skipIf(!canImport(python, "h5py"))("h5py reads what is written", async () => {
    const values = Float32Array.from({ length: 24 }, (_, index) => index / 3);
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `layer_${index}`,
        { vars: { "0": { shape: [1], values: Float32Array.of(index) } } },
      ]),
    );
    const file = join(folder.path, "a.h5");
    await Bun.write(
      file,
      hdf5File({
        layers: { ...many, empty: {} },
        a: { shape: [2, 3, 4], values },
        one: { shape: [], values: Float32Array.of(7) },
      }),
    );
    const program = `
import h5py, json, sys
file = h5py.File(sys.argv[1], "r")
names = []
file.visit(names.append)
print(json.dumps([len(names), file["a"].shape, file["a"][:].ravel().tolist(), float(file["one"][()]), float(file["layers/layer_39/vars/0"][0])]))`;
    const { stdout, stderr } = Bun.spawnSync([python, "-c", program, file]);
    expect(stderr.toString()).toBe("");
    expect(JSON.parse(stdout.toString())).toEqual([4 + 3 * 40, [2, 3, 4], [...values], 7, 39]);
  });
});

test("a zip has its files as they are", async () => {
  const files = new Map([
    ["a.json", Buffer.from("{}")],
    ["empty", Buffer.alloc(0)],
    ["folder/b.bin", Buffer.from([0, 255, 80, 75, 3, 4])],
  ]);
  const path = join(folder.path, "a.zip");
  await Bun.write(path, storedZip(files));
  const found = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("error", reject).on("end", () => resolve());
      zip.on("entry", (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault);
          found.set(entry.fileName, Buffer.concat(await stream.toArray()));
          zip.readEntry();
        }),
      );
      zip.readEntry();
    }),
  );
  expect(found).toEqual(files);
});

test("axes are put in another order and back", () => {
  const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(shapes, fc.infiniteStream(fc.double({ noNaN: true })), (shape, numbers) => {
      const values = Float32Array.from({ length: elementsOf(shape) }, () => numbers.next().value!);
      const axes = shape.map((_, axis) => (axis + 1) % shape.length);
      const back = axes.map((_, axis) => axes.indexOf(axis));
      expect(transposed(transposed({ shape, values }, axes), back)).toEqual({ shape, values });
    }),
  );
  const matrix = { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) };
  expect([...transposed(matrix, [1, 0]).values]).toEqual([1, 4, 2, 5, 3, 6]);
  expect(
    sliced(matrix, [
      { start: 1, size: 1 },
      { size: 2, step: 2 },
    ]),
  ).toEqual({
    shape: [1, 2],
    values: Float32Array.of(4, 6),
  });
});
