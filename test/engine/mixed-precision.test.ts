import { describe, expect, test } from "bun:test";
import type { Pointer } from "bun:ffi";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { attribute, DataType, floats } from "../../src/engine/attributes.ts";
import type { Graph, GraphTensor } from "../../src/engine/graph.ts";
import { type Precision, Values } from "../../src/engine/mixed-precision.ts";

type Step = [name: string, inputs: string[], outputs: string[], attributes?: TFEOpAttr[]];

/** Adds operations to a graph that only takes notes. @returns each operation with the names of what it was given */
function graphOf(steps: readonly Step[], precision: Precision, results: readonly string[]) {
  const added: { name: string; inputs: GraphTensor[]; isNarrow: boolean }[] = [];
  const graph = {
    add(name: string, inputs: GraphTensor[], _: Pointer[], attributes: TFEOpAttr[]) {
      const type = attributes.find((one) => one.name === "T" || one.name === "DstT")?.value;
      return added.push({ name, inputs, isNarrow: type === DataType.bfloat16 }) as Pointer;
    },
  } as unknown as Graph;
  const names = [...new Set(steps.flatMap(([, taken, given]) => [...taken, ...given]))];
  // What no operation gave is a negative one's.
  const values = new Values(graph, precision, (id) => ({ operation: -1 as Pointer, index: id }));
  const made = new Map<string, string>();
  for (const [name, taken, given, attributes = []] of steps) {
    const idOf = (one: string) => names.indexOf(one);
    const outputs = given.map((one) => ({ id: idOf(one), shape: [], dtype: DataType.float32 }));
    const operation = values.add(
      { name, inputs: taken.map(idOf), outputs, attributes: [floats, ...attributes] },
      [],
      false,
    );
    for (const [index, one] of given.entries()) made.set(`${operation}:${index}`, one);
  }
  const nameOf = ({ operation, index }: GraphTensor): string => {
    if (operation < 0) return names[index]!;
    const by = added[operation - 1]!;
    if (by.name !== "Cast") return made.get(`${operation}:${index}`)!;
    return `${nameOf(by.inputs[0]!)} as ${by.isNarrow ? "bfloat16" : "float32"}`;
  };
  const told = results.map((name) => nameOf(values.get(names.indexOf(name))));
  const notes = added.map(
    ({ name, inputs, isNarrow }) =>
      `${name}(${inputs.map(nameOf).join(", ")})${isNarrow ? " in bfloat16" : ""}`,
  );
  return { notes, told };
}

const transposed = attribute.bool("transpose_a", true);
const network: Step[] = [
  ["Mul", ["images", "factor"], ["scaled"]],
  ["Conv2D", ["scaled", "kernel"], ["slid"]],
  ["BiasAdd", ["slid", "bias"], ["sum"]],
  ["Relu", ["sum"], ["bent"]],
  ["Reshape", ["bent", "shape"], ["row"]],
  ["MatMul", ["row", "matrix"], ["scores"]],
  ["SoftmaxCrossEntropyWithLogits", ["scores", "labels"], ["loss", "by scores"]],
  ["MatMul", ["row", "by scores"], ["by matrix"], [transposed]],
  ["MatMul", ["by scores", "matrix"], ["by row"]],
  ["Reshape", ["by row", "shape of bent"], ["by bent"]],
  ["ReluGrad", ["by bent", "bent"], ["by sum"]],
  ["BiasAddGrad", ["by sum"], ["by bias"]],
  ["Conv2DBackpropFilter", ["scaled", "sizes", "by sum"], ["by kernel"]],
  ["Mul", ["by kernel", "rate"], ["change"]],
  ["Sub", ["kernel", "change"], ["kernel after"]],
];

describe("a step in mixed_bfloat16", () => {
  const { notes, told } = graphOf(network, "mixed_bfloat16", ["loss", "kernel after", "by bias"]);

  test("has convolutions and what follows them in bfloat16, the rest in float32", () => {
    expect(notes).toEqual([
      "Mul(images, factor)",
      "Cast(scaled) in bfloat16",
      "Cast(kernel) in bfloat16",
      "Conv2D(scaled as bfloat16, kernel as bfloat16) in bfloat16",
      "Cast(bias) in bfloat16",
      "BiasAdd(slid, bias as bfloat16) in bfloat16",
      "Relu(sum) in bfloat16",
      "Reshape(bent, shape) in bfloat16",
      "Cast(matrix) in bfloat16",
      "MatMul(row, matrix as bfloat16) in bfloat16",
      "Cast(scores)",
      "SoftmaxCrossEntropyWithLogits(scores as float32, labels)",
      "Cast(by scores) in bfloat16",
      "MatMul(row, by scores as bfloat16) in bfloat16",
      "Cast(by matrix)",
      "MatMul(by scores, matrix)",
      "Reshape(by row, shape of bent)",
      "Cast(by bent) in bfloat16",
      "ReluGrad(by bent as bfloat16, bent) in bfloat16",
      "BiasAddGrad(by sum) in bfloat16",
      "Cast(by bias)",
      "Conv2DBackpropFilter(scaled as bfloat16, sizes, by sum) in bfloat16",
      "Cast(by kernel)",
      "Mul(by kernel as float32, rate)",
      "Sub(kernel, change)",
    ]);
  });

  test("gives its results and the weights in float32", () => {
    expect(told).toEqual(["loss", "kernel after", "by bias as float32"]);
  });
});

test("a sum is in bfloat16 where all that it adds up is", () => {
  const steps: Step[] = [
    ["Conv2D", ["images", "kernel"], ["one"]],
    ["Conv2D", ["images", "other"], ["two"]],
    ["AddV2", ["one", "two"], ["both"]],
    ["AddV2", ["both", "kept"], ["more"]],
  ];
  const { notes, told } = graphOf(steps, "mixed_bfloat16", ["more"]);
  expect(notes.slice(-3)).toEqual([
    "AddV2(one, two) in bfloat16",
    "Cast(both)",
    "AddV2(both as float32, kept)",
  ]);
  expect(told).toEqual(["more"]);
});

test("a dense layer behind a global pool is in float32", () => {
  const steps: Step[] = [
    ["Conv2D", ["images", "kernel"], ["slid"]],
    ["Mean", ["slid", "axes"], ["means"]],
    ["MatMul", ["means", "matrix"], ["scores"]],
  ];
  const { notes } = graphOf(steps, "mixed_bfloat16", ["scores"]);
  expect(notes.slice(3)).toEqual([
    "Cast(slid)",
    "Mean(slid as float32, axes)",
    "MatMul(means, matrix)",
  ]);
});

test("batchNorm's statistics stay in float32", () => {
  const steps: Step[] = [
    ["Conv2D", ["images", "kernel"], ["slid"]],
    [
      "FusedBatchNormV3",
      ["slid", "scale", "offset", "none", "none"],
      ["normal", "mean", "variance"],
    ],
  ];
  const { notes, told } = graphOf(steps, "mixed_bfloat16", ["mean", "normal"]);
  expect(notes[3]).toBe("FusedBatchNormV3(slid, scale, offset, none, none) in bfloat16");
  expect(told).toEqual(["mean", "normal as float32"]);
});

test("float32 adds no operation", () => {
  const { notes } = graphOf(network, "float32", ["kernel after"]);
  expect(notes.map((note) => note.split("(")[0])).toEqual(network.map(([name]) => name));
  expect(notes.join()).not.toContain("bfloat16");
});
