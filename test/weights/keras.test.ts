import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WeightsError } from "../../src/weights/errors.ts";
import { readHdf5 } from "../../src/weights/hdf5.ts";
import { messages } from "../../src/weights/messages.ts";
import { readWeights } from "../../src/weights/read.ts";
import type { WeightFile } from "../../src/weights/weights.ts";
import { writeGoldenFiles } from "../fixtures/golden-files.ts";

interface Layer {
  layer: string;
  weights: { name: string; shape: number[]; values: number[] }[];
}

let folder: string;
let contents: Layer[];
/** Files that are not what they seem. */
const hostile = ["claiming.h5", "linked.h5", "elsewhere.h5", "endless.h5"];

/** The length of a name as it stands before it: 39, little-endian. */
const LENGTH_BYTES = "\x27\0\0\0\0\0\0\0";

/** Each file of Keras 3 and, after "2/", of Keras 2; read at once, as a process reads each. */
const read = new Map<string, WeightFile>();
let contentsOf2: Layer[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lamina-"));
  const own = writeGoldenFiles<Layer[]>("weights-keras", folder);
  contents = own.contents;
  const all = await Promise.all(
    own.names
      .filter((name) => !hostile.includes(name))
      .map(async (name) => [name, await readWeights(join(folder, name))] as const),
  );
  for (const [name, file] of all) read.set(name, file);
  mkdirSync(join(folder, "2"));
  const old = writeGoldenFiles<Layer[]>("weights-tf-keras", join(folder, "2"));
  contentsOf2 = old.contents;
  const allOf2 = await Promise.all(
    old.names.map(async (name) => [name, await readWeights(join(folder, "2", name))] as const),
  );
  for (const [name, file] of allOf2) read.set(`2/${name}`, file);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As Keras 3 calls them, in plain arrays. */
function plain(layers: WeightFile["layers"]): Layer[] {
  return layers.map(({ layer, weights }) => ({
    layer,
    weights: weights.map(({ name, shape, values }) => ({
      name,
      shape: [...shape],
      values: [...values],
    })),
  }));
}

/** A file of numbered weights does not tell which one a normalization has. */
function untold(layers: Layer[]): Layer[] {
  const isOnly = ({ weights }: Layer) => weights.length === 3 && weights[1]!.name === "moving_mean";
  return layers.map((layer) => {
    const [first, ...others] = layer.weights;
    return isOnly(layer)
      ? { ...layer, weights: [{ ...first!, name: "gamma or beta" }, ...others] }
      : layer;
  });
}

function inOrder(layers: Layer[]): Layer[] {
  return layers.toSorted((a, b) => (a.layer < b.layer ? -1 : 1));
}

describe("Keras 3", () => {
  test.each(["model.h5", "weights.h5", "model.keras", "unnamed.keras"])(
    "%s: each layer by its name, in the order of the model",
    (name) => {
      expect(plain(read.get(name)!.layers)).toEqual(contents);
    },
  );

  test("model.weights.h5: each layer by its name", () => {
    const { layers } = read.get("model.weights.h5")!;
    expect(inOrder(plain(layers))).toEqual(inOrder(untold(contents)));
  });

  test("the format is told, with the size and the SHA-256 of the file", async () => {
    const bytes = await Bun.file(join(folder, "bfloat16.weights.h5")).bytes();
    expect(read.get("bfloat16.weights.h5")).toMatchObject({
      format: "keras-weights-h5",
      bytes: bytes.length,
      sha256: new Bun.CryptoHasher("sha256").update(bytes).digest("hex"),
    });
    expect(read.get("model.keras")!.format).toBe("keras");
    expect(read.get("weights.h5")!.format).toBe("keras-h5");
  });

  test.each(["float16", "bfloat16", "float64"])("numbers of the type %s", (type) => {
    expect(plain(read.get(`${type}.weights.h5`)!.layers)).toEqual([
      {
        layer: type,
        weights: [
          { name: "kernel", shape: [2, 2], values: [1.5, -2, 0.25, 3] },
          { name: "bias", shape: [2], values: [0.5, -0.125] },
        ],
      },
    ]);
  });

  test("a file of HDF5's newest format, with packed numbers", () => {
    expect(plain(read.get("packed.h5")!.layers)).toEqual([
      {
        layer: "packed",
        weights: [
          {
            name: "kernel",
            shape: [3, 20],
            values: Array.from({ length: 60 }, (_, index) => index),
          },
        ],
      },
    ]);
  });
});

describe("Keras 2", () => {
  const renamed = () =>
    contentsOf2.map(({ layer, weights }) => ({
      layer,
      weights: weights.map((weight) => ({
        ...weight,
        name: layer === "own_depthwise" ? weight.name.replace("depthwise_", "") : weight.name,
      })),
    }));

  test.each(["model.h5", "weights.h5", "model.keras"])(
    "%s: each layer by its name, in the order of the model",
    (name) => {
      expect(plain(read.get(`2/${name}`)!.layers)).toEqual(renamed());
    },
  );

  test("model.weights.h5 has no names, and layers are called by their classes", () => {
    const { layers } = read.get("2/model.weights.h5")!;
    const values = (all: Layer[]) => all.map(({ weights }) => JSON.stringify(weights)).toSorted();
    expect(values(plain(layers))).toEqual(values(untold(renamed())));
    expect(layers.map(({ layer }) => layer)).toContain("conv2d_2");
    expect(layers.map(({ layer }) => layer)).toContain("sequential/batch_normalization");
  });
});

describe("what is no such file is named", () => {
  async function reasonOf(name: string, bytes: Uint8Array | string): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const error: unknown = await readWeights(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WeightsError);
    const { message } = error as Error;
    expect(message).toStartWith(messages.unreadable(path, "").slice(0, -1));
    return message.slice(messages.unreadable(path, "").length - 1, -1);
  }

  test("a file that ends too early", async () => {
    const whole = await Bun.file(join(folder, "weights.h5")).bytes();
    expect(await reasonOf("short.h5", whole.subarray(0, -1))).toBe(messages.damagedHdf5());
    expect(await reasonOf("head.h5", whole.subarray(0, 8))).toBe(messages.damagedHdf5());
  });

  test("a file in which HDF5's library would go round for ever", async () => {
    const endless = Buffer.from(await Bun.file(join(folder, "weights.h5")).bytes());
    const at = endless.indexOf(
      LENGTH_BYTES + "trunk/separable_conv2d/depthwise_kernel",
      0,
      "latin1",
    );
    expect(at).toBeGreaterThan(0);
    // Longer than what is left of the piece of the file that the name is in.
    endless[at] = 0xa7;
    await expect(readHdf5(endless, [], 1)).rejects.toThrow(messages.takesTooMuch());
  });

  test("a file that claims a gigabyte, and files whose numbers would be in another file", async () => {
    const reasons = await Promise.all(
      hostile.map(async (name) => reasonOf(name, await Bun.file(join(folder, name)).bytes())),
    );
    expect(reasons[0]).toContain("claims to hold more than 16 MB");
    expect(reasons[1]).toBe(messages.weightMissing("one/kernel:0"));
    expect(reasons[2]).toBe(messages.damagedHdf5());
    expect(reasons[3]).toBe(messages.damagedHdf5());
  });

  test("HDF5 that is not Keras's", async () => {
    const whole = await Bun.file(join(folder, "weights.h5")).bytes();
    const text = Buffer.from(whole).toString("latin1");
    const other = Buffer.from(text.replaceAll("layer_names", "fruit_names"), "latin1");
    expect(await reasonOf("other.h5", other)).toBe(messages.noKerasH5());
  });

  test("files of other kinds, nothing, folders", async () => {
    expect(await reasonOf("text.h5", "weights")).toBe(messages.noSuchFormat());
    expect(await reasonOf("empty.h5", "")).toBe(messages.noSuchFormat());
    expect(await reasonOf("saved_model.pb", "\b\u0001")).toBe(messages.savedModel());
    await expect(readWeights(join(folder, "none.h5"))).rejects.toThrow("ENOENT");
    await expect(readWeights("/dev/zero")).rejects.toThrow("EFTYPE");
    await expect(readWeights(tmpdir())).rejects.toThrow(messages.folderWithoutModel());
  });
});
