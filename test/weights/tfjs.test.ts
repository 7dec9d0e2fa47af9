import { describe, expect, test } from "bun:test";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { WeightsError } from "../../src/weights/errors.ts";
import { messages } from "../../src/weights/messages.ts";
import { readWeights } from "../../src/weights/read.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

type Group = { paths: string[]; weights: unknown[] };

/** Writes a model.json with the numbers of one group. @returns its path */
function writeModel(at: string, group: Group, data: Uint8Array | null, more: object = {}): string {
  const path = join(folder.path, at);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({ format: "layers-model", ...more, weightsManifest: [group] }),
  );
  if (data) writeFileSync(join(dirname(path), group.paths[0]!), data);
  return path;
}

const one = { name: "dense/kernel", shape: [2], dtype: "float32" };
const numbers = new Uint8Array(Float32Array.of(1.5, -2).buffer);

async function reasonOf(path: string): Promise<string> {
  const error: unknown = await readWeights(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WeightsError);
  return (error as Error).message.slice(messages.unreadable(path, "").length - 1, -1);
}

test("a model that tfjs saved, in two files: each layer by its name, one of a model inside it too", async () => {
  const inner = tf.sequential({
    name: "trunk",
    layers: [
      tf.layers.depthwiseConv2d({ kernelSize: 2, name: "deep", inputShape: [4, 4, 2] }),
      tf.layers.separableConv2d({ filters: 3, kernelSize: 2, name: "apart" }),
    ],
  });
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 2, kernelSize: 2, inputShape: [5, 5, 1], name: "Conv1" }),
      inner,
      tf.layers.batchNormalization({ name: "norm" }),
    ],
  });
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save({
    save: async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
    },
  });
  const data = new Uint8Array(saved!.weightData as ArrayBuffer);
  const paths = ["group1-shard1of2.bin", "group1-shard2of2.bin"];
  const path = writeModel(
    "model.json",
    { paths, weights: saved!.weightSpecs! },
    data.subarray(0, 31),
  );
  writeFileSync(join(folder.path, paths[1]!), data.subarray(31));

  const { format, layers, bytes } = await readWeights(path);
  expect(format).toBe("tfjs");
  expect(bytes).toBe((await Bun.file(path).bytes()).length + data.length);
  expect(layers.map(({ layer, weights }) => [layer, weights.map(({ name }) => name)])).toEqual([
    ["Conv1", ["kernel", "bias"]],
    ["deep", ["kernel", "bias"]],
    ["apart", ["depthwise_kernel", "pointwise_kernel", "bias"]],
    ["norm", ["gamma", "beta", "moving_mean", "moving_variance"]],
  ]);
  const own = [model.layers[0]!, ...inner.layers, model.layers[2]!];
  for (const [index, layer] of own.entries())
    for (const [place, weight] of layer.getWeights().entries()) {
      expect(layers[index]!.weights[place]!.shape).toEqual(weight.shape);
      expect(layers[index]!.weights[place]!.values).toEqual(weight.dataSync<"float32">());
    }
  expect((await readWeights(folder.path)).layers).toEqual(layers);
});

test("a layer's name may have slashes in it", async () => {
  const weights = ["block/reduce/kernel", "trunk/block/reduce/bias", "plain/kernel", "alone"].map(
    (name) => ({ ...one, name, shape: [] }),
  );
  const layer = (name: string) => ({ class_name: "Dense", config: { name } });
  const modelTopology = {
    model_config: { class_name: "Model", config: { name: "m", layers: [layer("block/reduce")] } },
  };
  const path = writeModel("model.json", { paths: ["w.bin"], weights }, new Uint8Array(16), {
    modelTopology,
  });
  const { layers } = await readWeights(path);
  expect(layers.map((found) => [found.layer, found.weights.map(({ name }) => name)])).toEqual([
    ["block/reduce", ["kernel"]],
    ["trunk/block/reduce", ["bias"]],
    ["plain", ["kernel"]],
    ["alone", ["alone"]],
  ]);
});

test("packed numbers are what tfjs makes of them", async () => {
  const weights = [
    {
      name: "a/kernel",
      shape: [2, 2],
      dtype: "float32",
      quantization: { dtype: "uint8", scale: 0.0123, min: -1.7 },
    },
    {
      name: "a/bias",
      shape: [3],
      dtype: "float32",
      quantization: { dtype: "uint16", scale: 0.00037, min: 0.5 },
    },
    { name: "b/kernel", shape: [2], dtype: "float32", quantization: { dtype: "float16" } },
    { name: "b/count", shape: [1], dtype: "int32" },
  ] as const;
  const data = Uint8Array.of(0, 255, 17, 128, 1, 0, 255, 255, 0, 128, 0, 60, 0, 193, 7, 0, 0, 0);
  const path = writeModel("model.json", { paths: ["w.bin"], weights: [...weights] }, data);
  const decoded = tf.io.decodeWeights(data.buffer, structuredClone(weights) as never);
  const { layers } = await readWeights(path);
  for (const { layer, weights: own } of layers)
    for (const { name, values } of own)
      expect([...values]).toEqual([...decoded[`${layer}/${name}`]!.dataSync()]);
  expect(layers.flatMap(({ weights: own }) => own)).toHaveLength(4);
});

test("a run, its model, and one whose weights are not there", async () => {
  writeModel("v001/model/model.json", { paths: ["weights.bin"], weights: [one] }, numbers);
  const run = join(folder.path, "v001");
  writeFileSync(join(run, "model", "preprocessing.json"), "{}");
  const read = await readWeights(join(run, "model"));
  expect(read).toMatchObject({
    format: "lamina",
    layers: [{ layer: "dense", weights: [{ name: "kernel", shape: [2] }] }],
  });
  writeFileSync(join(run, "manifest.json"), "{}");
  expect(await readWeights(run)).toEqual(read);
  rmSync(join(run, "model"), { recursive: true });
  expect(await reasonOf(run)).toBe(messages.runWithoutModel());
});

describe("what is wrong is named", () => {
  const group = { paths: ["w.bin"], weights: [one] };

  test.each([
    ["a graph model", group, numbers, { format: "graph-model" }, messages.graphModel()],
    ["numbers that end too early", group, numbers.subarray(1), {}, messages.cutOff()],
    [
      "a file elsewhere",
      { ...group, paths: ["../w.bin"] },
      null,
      {},
      messages.shardElsewhere("../w.bin"),
    ],
    [
      "a file at the root",
      { ...group, paths: ["/dev/zero"] },
      null,
      {},
      messages.shardElsewhere("/dev/zero"),
    ],
    [
      "texts",
      { ...group, weights: [{ ...one, dtype: "string" }] },
      numbers,
      {},
      messages.unknownType("dense/kernel", "string"),
    ],
    [
      "no shape",
      { ...group, weights: [{ ...one, shape: [-1] }] },
      numbers,
      {},
      messages.notAShape([-1]),
    ],
    ["no weights", { ...group, weights: [] }, numbers, {}, messages.noWeights()],
    ["no name", { ...group, weights: [{ ...one, name: 1 }] }, numbers, {}, messages.noTfjs()],
    ["nothing of a weight", { ...group, weights: [null] }, numbers, {}, messages.noTfjs()],
  ])("%s", async (_, wrong, data, more, reason) => {
    expect(await reasonOf(writeModel("model.json", wrong, data, more))).toBe(reason);
  });

  test("a file that is missing, or a pipe", async () => {
    const path = writeModel("model.json", group, null);
    expect(await reasonOf(path)).toContain('its file "w.bin", which has to be beside it');
    symlinkSync("/dev/zero", join(folder.path, "w.bin"));
    expect(await reasonOf(path)).toContain("EFTYPE");
  });

  test("JSON of another kind, or none", async () => {
    const path = join(folder.path, "other.json");
    writeFileSync(path, '{"a": 1}');
    expect(await reasonOf(path)).toBe(messages.noTfjs());
    writeFileSync(path, '{"a": ');
    expect(await reasonOf(path)).toBe(messages.notJson("model.json"));
  });
});
