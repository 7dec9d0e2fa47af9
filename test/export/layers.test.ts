import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { parse } from "yaml";
import { ask, TOLERANCE, type Question, type Runtime } from "../../src/export/check/check.ts";
import { kerasModel } from "../../src/export/keras/model.ts";
import { layerExporters } from "../../src/export/layers.ts";
import type { SavedModel } from "../../src/export/model.ts";
import { typeOfDepth } from "../../src/export/model.ts";
import { bytesOf, depthOf } from "../../src/pixels.ts";
import { onnxModel } from "../../src/export/onnx/model.ts";
import { tfjsModel } from "../../src/export/tfjs/model.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { readWeights } from "../../src/weights/read.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { type NetworkCase, savedCase, type ExportedCase } from "../fixtures/exported.ts";
import { WorkerClient } from "../../src/app/page/client.ts";
import { startOf, TOLERANCE as PAGE_TOLERANCE } from "../../src/app/app.ts";
import { elementsOf } from "../../src/model/shape.ts";
import { canImport, runtimes } from "../fixtures/runtimes.ts";

type Layer = Experiment["model"]["layers"][number];

/** The layers that Lamina's own are held against Keras's with. */
const golden = ["layers", "shape-layers"].flatMap((name) => {
  const file = join(import.meta.dir, `../golden/${name}.json.gz`);
  const found = JSON.parse(Buffer.from(Bun.gunzipSync(readFileSync(file))).toString());
  return (found.cases ?? found) as { layer: Layer; shape: [number, number, number] | [number] }[];
});

const head: Layer[] = ["flatten", { dense: { units: "classes" } }];
const ofLayers = golden.map(({ layer, shape }): [string, NetworkCase] => {
  const isRow = shape.length === 1;
  const layers: Layer[] = isRow
    ? ["flatten", { dense: { units: shape[0] } }, layer, { dense: { units: "classes" } }]
    : isGlobal(layer)
      ? [layer, { dense: { units: "classes" } }]
      : isDense(layer)
        ? ["flatten", layer, { dense: { units: "classes" } }]
        : [layer, ...head];
  return [
    `${JSON.stringify(layer)} of ${shape.join(" x ")}`,
    { layers, input: isRow ? [2, 3, 1] : shape },
  ];
});

function isGlobal(layer: Layer): boolean {
  return typeof layer === "object" && "globalPool" in layer;
}
function isDense(layer: Layer): boolean {
  return typeof layer === "object" && "dense" in layer;
}

const conv = (filters: number, more: object = {}) => ({
  conv: { filters, kernelSize: 3, ...more },
});
/** 7 to 1 … 12 pixels and 6 to 2 … 13: everywhere where two are as near, or a step is no whole number. */
const nearest = Array.from({ length: 12 }, (_, index) => [index + 1, index + 2] as const);
const ofNetworks: [string, NetworkCase][] = [
  ...(["rgb", "tf", "torch", "caffe"] as const).flatMap((mode) =>
    ([1, 3] as const).map((channels): [string, NetworkCase] => [
      `preprocessInput ${mode} of ${channels}`,
      // It takes values from 0 to 1.
      { input: [4, 4, channels], layers: [{ preprocessInput: { mode } }, ...head], preprocess: {} },
    ]),
  ),
  ["normalization", { input: [4, 4, 3], layers: [{ normalization: {} }, ...head] }],
  [
    "squeezeExcite with swish",
    {
      input: [5, 5, 6],
      layers: [{ squeezeExcite: { units: 2, activation: "swish" } }, ...head],
    },
  ],
  [
    "joints with names",
    {
      input: [5, 5, 2],
      layers: [
        { residual: { layers: [conv(3, { padding: "same" }), "relu"], name: "first" } },
        { add: { branches: [[], [conv(3, { padding: "same" })]], name: "second" } },
        { concat: { branches: [[], ["relu"]], name: "third" } },
        ...head,
      ],
    },
  ],
  ["softmax written out", { input: [3, 3, 1], layers: [...head, "softmax"] }],
  [
    "one score of two classes",
    { input: [4, 4, 1], classes: 2, layers: ["flatten", { dense: { units: 1 } }] },
  ],
  [
    "joints in one another, and shortcuts with and without batchNorm",
    {
      input: [9, 8, 3],
      layers: [
        conv(4),
        { residual: [conv(4, { padding: "same" }), "relu"] },
        { residual: [conv(6, { padding: "same", strides: 2 }), { batchNorm: { scale: false } }] },
        {
          concat: [["gelu"], [], [{ add: [["tanh"], [conv(6, { padding: "same" })], ["swish"]] }]],
        },
        {
          residual: [
            { residual: [conv(18, { padding: "same" })] },
            { squeezeExcite: { ratio: 3 } },
          ],
        },
        "globalPool",
        { residual: [{ dense: { units: 5 } }, "relu"] },
        { concat: [[{ dense: { units: 2 } }], ["sigmoid"]] },
        { dense: { units: "classes" } },
      ],
    },
  ],
  [
    "noise, which is for training alone, and names of its own",
    {
      input: [6, 6, 1],
      layers: [
        { gaussianNoise: 0.3 },
        { conv: { filters: 3, kernelSize: 3, name: "stem" } },
        { spatialDropout: 0.5 },
        "flatten",
        { dropout: 0.5 },
        { dense: { units: "classes", name: "input_rescale" } },
      ],
    },
  ],
  [
    "each image's own mean and deviation",
    {
      input: [5, 4, 3],
      layers: [conv(3), ...head],
      preprocess: { samplewiseCenter: true, samplewiseStd: true },
    },
  ],
  [
    "mean and deviation of the training images",
    {
      input: [5, 4, 3],
      layers: [conv(3), ...head],
      preprocess: { featurewiseCenter: true, featurewiseStd: true },
      statistics: { mean: [0.2, 0.5, 0.6], std: [0.1, 0.3, 0], whitening: null },
    },
  ],
  [
    "whitening",
    {
      input: [3, 4, 2],
      layers: [conv(3), ...head],
      preprocess: { zcaWhitening: true },
      statistics: {
        mean: [0.2, 0.5],
        std: null,
        whitening: {
          size: 24,
          matrix: Float32Array.from({ length: 24 ** 2 }, (_, at) => Math.sin(at)),
        },
      },
    },
  ],
  ["grey of 16 bits", { input: [9, 8, 1], depth: 16, layers: [conv(4), "relu", ...head] }],
  [
    "colour of 16 bits, each image by itself",
    {
      input: [7, 6, 3],
      depth: 16,
      layers: [conv(4), "relu", ...head],
      preprocess: { samplewiseCenter: true, samplewiseStd: true },
    },
  ],
  ...nearest.map((size): [string, NetworkCase] => [
    `nearest pixels of 7 x 6 in ${size.join(" x ")}`,
    {
      input: [7, 6, 1],
      images: 4,
      layers: [{ resize: { size: [...size], interpolation: "nearest" } }, ...head],
    },
  ]),
];
const ofExamples = ["baseline", "residual", "mammography"].map((name): [string, NetworkCase] => {
  const file = join(import.meta.dir, `../../experiments/${name}.yaml`);
  const { data, model } = parse(readFileSync(file, "utf8")) as Experiment;
  const [height, width] = data.targetSize!;
  const images = height! > 100 ? 4 : 100;
  return [
    `experiments/${name}.yaml`,
    { layers: model.layers, input: [height!, width!, 1], classes: 2, images },
  ];
});
const cases = [...ofLayers, ...ofNetworks, ...ofExamples];

const alone = (name: string, content: Uint8Array) => new Map([[name, content]]);
const formats = {
  onnx: {
    runtime: runtimes.onnx,
    make: (model: SavedModel) => alone("model.onnx", onnxModel(model)),
  },
  keras: {
    runtime: runtimes.keras,
    make: (model: SavedModel) => alone("model.keras", kerasModel(model)),
  },
  tfjs: { runtime: runtimes.tfjs, make: tfjsModel },
};

let folder = "";
const made = new Map<string, ExportedCase>();
beforeAll(async () => {
  const engine: Engine = await testEngine();
  folder = await mkdtemp(join(tmpdir(), "lamina-"));
  for (const [name, network] of cases) made.set(name, await savedCase(engine, network));
}, FETCH_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("every layer is among them", () => {
  const seen = new Set<string>();
  const look = (layers: readonly unknown[]) => {
    for (const layer of layers) {
      if (Array.isArray(layer)) look(layer);
      else if (typeof layer === "string") seen.add(layer);
      else
        for (const [kind, settings] of Object.entries(layer as object)) {
          seen.add(kind);
          if (Array.isArray(settings)) look(settings);
        }
    }
  };
  for (const [, { layers }] of cases) look(layers);
  expect(Object.keys(layerExporters).filter((kind) => !seen.has(kind))).toEqual([]);
});

describe.each(Object.keys(formats) as (keyof typeof formats)[])("as %s", (format) => {
  const { runtime, make } = formats[format];
  const results = new Map<string, number[]>();

  test("the same network gives the same bytes", () => {
    for (const { model } of made.values()) expect(make(model)).toEqual(make(model));
  });

  describe.skipIf(runtime === null)("is run", () => {
    beforeAll(async () => {
      const questions: Question[] = [];
      for (const [index, { model, pixels }] of [...made.values()].entries()) {
        const files = make(model);
        const own = join(folder, `${format}-${index}`);
        const question = {
          model: join(own, [...files.keys()][0]!),
          images: join(own, "images.bin"),
          pixels: typeOfDepth(depthOf(pixels)),
          shape: model.input,
          batch: 64,
        };
        for (const [name, bytes] of files) await Bun.write(join(own, name), bytes);
        await Bun.write(question.images, bytesOf(pixels));
        questions.push(question);
      }
      const answers = (await ask(runtime as Runtime, questions, folder))!;
      for (const [index, name] of [...made.keys()].entries())
        results.set(name, answers[index]!.probabilities);
    }, FETCH_MS);

    test.each(cases)("%s", (name) => {
      const { probabilities } = made.get(name)!;
      const found = results.get(name)!;
      expect(furthest(found, probabilities)).toBeLessThanOrEqual(TOLERANCE);
      // Of a network that says the same of every image nothing would be seen.
      const { length } = made.get(name)!.model.preprocessing.classes;
      const first = probabilities.filter((_, at) => at % length === 0);
      expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(0.01);
    });
  });
});

describe("in the worker of a page", () => {
  const thread = new Worker(new URL("../../src/app/page/worker.ts", import.meta.url));
  const client = new WorkerClient(thread);
  afterAll(() => thread.terminate());

  test.each(cases)("%s", async (name) => {
    const { model, files, pixels, probabilities, heat } = made.get(name)!;
    const [height, width, channels] = model.input;
    const target = { height, width, channels: channels as 1 | 3 };
    const { backend } = await client.start(
      await startOf(model, async (file) => files.get(file)!, target),
    );
    expect(backend).toBe("wasm");
    const size = elementsOf(model.input);
    const classes = model.preprocessing.classes.length;
    for (const index of [0, 1, 2]) {
      const image = pixels.slice(index * size, (index + 1) * size);
      const seen = await client.ask({ kind: "pixels", pixels: image });
      const expected = probabilities.slice(index * classes, (index + 1) * classes);
      expect(furthest(seen.probabilities, expected)).toBeLessThan(PAGE_TOLERANCE);
    }
    const map = await client.ask({ kind: "heat", pixels: pixels.slice(0, size), label: 0 });
    expect(map === null).toBe(heat === null);
    expect([map?.height, map?.width]).toEqual([heat?.height, heat?.width]);
    if (heat) expect(furthest(map!.values, heat.values)).toBeLessThan(1e-3);
  });
});

function furthest(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length);
  return Array.from(found, (value, at) => Math.abs(value - expected[at]!)).reduce(
    (most, one) => Math.max(most, one),
    0,
  );
}

test("the weights in a .keras file are read again, each under its layer", async () => {
  const { model } = made.get("experiments/residual.yaml")!;
  const file = join(folder, "residual.keras");
  await Bun.write(file, kerasModel(model));
  const { layers } = await readWeights(file);
  const found = layers.flatMap(({ layer, weights }) =>
    weights.map(({ name, shape, values }) => [`${layer}/${name}`, { shape, values }] as const),
  );
  expect(new Map<string, object>(found)).toEqual(new Map(model.weights));
});

/** A Python with the package onnx, of ONNX's own project. */
const python = process.env["LAMINA_ONNX"] ?? "python3";

test.skipIf(!canImport(python, "onnx"))("onnx.checker finds no fault in them", async () => {
  const files: string[] = [];
  for (const [index, { model }] of [...made.values()].entries()) {
    const file = join(folder, `checked-${index}.onnx`);
    await Bun.write(file, onnxModel(model));
    files.push(file);
  }
  const program =
    "import sys, onnx\nfor file in sys.argv[1:]: onnx.checker.check_model(onnx.load(file), full_check=True)\nprint(len(sys.argv) - 1)";
  const { stdout, stderr } = Bun.spawnSync([python, "-c", program, ...files]);
  expect(stderr.toString()).toBe("");
  expect(stdout.toString().trim()).toBe(String(cases.length));
});
