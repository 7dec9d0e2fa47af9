import type * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { maximum, minimum } from "../../../src/arrays.ts";
import { drawTable } from "../../../src/cli/table.ts";
import { attribute, channelsLast, floats } from "../../../src/engine/attributes.ts";
import { startEngine, type Engine } from "../../../src/engine/engine.ts";
import { findOrFetchLibrary } from "../../../src/engine/install.ts";
import { openLibrary } from "../../../src/engine/library.ts";
import type { Shape } from "../../../src/model/shape.ts";
import { inferShapes, type LayerRow } from "../../../src/model/shapes.ts";
import type { Experiment } from "../../../src/spec/experiment.ts";
import { resolveExperiment } from "../../../src/spec/resolve.ts";
import { measureMatmul } from "../../../src/train/profile.ts";
import networks from "../step/networks.json";

/** A convolution of the benchmark networks, strides 1. */
interface Convolution {
  /** It is given the images themselves, whose gradient nobody asks for. */
  isFirst: boolean;
  /** [height, width, channels] */
  input: readonly [number, number, number];
  output: readonly [number, number, number];
  kernelSize: readonly [number, number];
  padding: "valid" | "same";
}

const passes = ["forward", "filter gradient", "input gradient"] as const;
const libraries = ["oneDNN", "Eigen"] as const;
/** Images that a convolution is given at a time. */
const blocks = [1, 2, 4, 8, 16];
/** Of the largest tensor of a block: beyond it no plan goes. */
const MOST_BYTES = 2 ** 26;

interface Speed {
  convolution: string;
  pass: (typeof passes)[number];
  library: (typeof libraries)[number];
  block: number;
  /** Floating-point operations per second in the fastest of the rounds. */
  flopsPerSecond: number;
}

/**
 * What each pass of each convolution of the benchmark networks reaches on one thread, by oneDNN's kernels and by
 * Eigen's: what src/model/plan.ts was taken from. The fastest of the rounds is told, which other work on the machine
 * disturbs least.
 */
export async function benchKernels(options: { json: boolean; rounds: number }): Promise<void> {
  const library = await findOrFetchLibrary({ environment: process.env, report: () => undefined });
  // oneDNN is off, so that plain names are Eigen's kernels; oneDNN's are asked for by names of their own.
  const settings = { libraryPath: library.path, threads: 1, threadsPerOperation: 1, oneDnn: false };
  const engine = await startEngine(await openLibrary(settings));
  const speeds = convolutions().flatMap((convolution) => {
    process.stderr.write(`${nameOf(convolution)} …\n`);
    return speedsOf(engine, convolution, options.rounds);
  });
  const matmul = measureMatmul(engine, () => performance.now());
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ matmulFlopsPerSecond: matmul, speeds }, null, 2)}\n`
      : tableOf(speeds, matmul),
  );
}

/** Each once, however many networks have it. */
function convolutions(): Convolution[] {
  const found = Object.values(networks).flatMap(({ layers, shape, classes }) => {
    const { model } = resolveExperiment({
      data: { train: "unused" },
      model: { layers: layers as Experiment["model"]["layers"] },
    });
    const images = shape as [number, number, number];
    const { rows } = inferShapes(model.layers, images, { classes, batchSize: 32 });
    const inputs = inputsOf(rows, images);
    return rows.flatMap(({ layer, outputShape }, row): Convolution[] => {
      if (!layer.conv || Math.max(...layer.conv.strides) > 1) return [];
      const { kernelSize, padding } = layer.conv;
      const input = inputs[row] as Convolution["input"];
      return [
        {
          isFirst: row === 0,
          input,
          output: outputShape as Convolution["output"],
          kernelSize,
          padding,
        },
      ];
    });
  });
  return [...new Map(found.map((convolution) => [nameOf(convolution), convolution])).values()];
}

/** The shape of what each layer is given: at the beginning of each list of a joint, what the joint is given. */
function inputsOf(rows: readonly LayerRow[], images: Shape): Shape[] {
  // By depth: what the next layer is given, what the joint around it is given, and in which of its lists it is.
  const next: Shape[] = [images];
  const given: Shape[] = [];
  const lists: number[] = [];
  return rows.map(({ depth, branch, outputShape }) => {
    if (depth > 0 && lists[depth] !== branch) next[depth] = given[depth]!;
    lists[depth] = branch;
    const input = next[depth]!;
    given[depth + 1] = input;
    lists[depth + 1] = -1;
    next[depth] = outputShape;
    return input;
  });
}

/** "64→128 at 48×48", and "64→128 at 48×48 by 1×1" where the kernel is not of 3×3 */
function nameOf({
  input: [height, width, channels],
  output,
  padding,
  kernelSize,
}: Convolution): string {
  const same = padding === "same" ? ", same" : "";
  const kernel = kernelSize.join("×");
  const by = kernel === "3×3" ? "" : ` by ${kernel}`;
  return `${channels}→${output[2]} at ${height}×${width}${by}${same}`;
}

function speedsOf(engine: Engine, convolution: Convolution, rounds: number): Speed[] {
  const { isFirst, input, output, kernelSize } = convolution;
  const [height, width] = kernelSize;
  const flopsPerImage = 2 * height * width * input[2] * output[0] * output[1] * output[2];
  const bytesPerImage = 4 * maximum([input, output].map(([h, w, channels]) => h * w * channels));
  return blocks
    .filter((block) => block * bytesPerImage <= MOST_BYTES)
    .flatMap((block) =>
      passes.slice(0, isFirst ? -1 : undefined).flatMap((pass) =>
        libraries.map((library) => {
          const seconds = engine.tf.tidy(() => {
            const run = runnerOf(engine, convolution, { block, pass, library });
            return minimum(Array.from({ length: rounds }, () => timed(run)));
          });
          const flopsPerSecond = (block * flopsPerImage) / seconds;
          return { convolution: nameOf(convolution), pass, library, block, flopsPerSecond };
        }),
      ),
    );
}

/** One call of a kernel, to its end. */
function runnerOf(
  { tf, backend }: Engine,
  { input, output, kernelSize, padding }: Convolution,
  { block, pass, library }: Pick<Speed, "block" | "pass" | "library">,
): () => void {
  const attributes: TFEOpAttr[] = [
    floats,
    channelsLast,
    attribute.ints("strides", [1, 1, 1, 1]),
    attribute.ints("dilations", [1, 1, 1, 1]),
    attribute.ints("explicit_paddings", []),
    attribute.string("padding", padding.toUpperCase()),
    attribute.bool("use_cudnn_on_gpu", false),
    ...(library === "oneDNN" ? [attribute.string("_kernel", "MklNameChangeOp")] : []),
  ];
  const kernelShape = [...kernelSize, input[2], output[2]];
  const random = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, "float32", seed);
  const images = random([block, ...input], 1);
  const kernel = random(kernelShape, 2);
  const gradient = random([block, ...output], 3);
  const [name, inputs] = {
    forward: ["Conv2D", [images, kernel]] as const,
    "filter gradient": [
      "Conv2DBackpropFilter",
      [images, tf.tensor1d(kernelShape, "int32"), gradient],
    ] as const,
    "input gradient": [
      "Conv2DBackpropInput",
      [tf.tensor1d([block, ...input], "int32"), kernel, gradient],
    ] as const,
  }[pass];
  const operation = library === "oneDNN" ? `_MklNative${name}` : name;
  const call = () => {
    const result: tf.Tensor = backend.executeSingleOutput(operation, attributes, [...inputs]);
    result.dispose();
  };
  call();
  return call;
}

/** Seconds of one call. */
function timed(run: () => void): number {
  const startedMs = performance.now();
  run();
  return (performance.now() - startedMs) / 1000;
}

/** GFLOP/s, a line for each convolution, pass and library. */
function tableOf(speeds: readonly Speed[], matmul: number): string {
  const giga = (value: number) => (value / 1e9).toFixed(0);
  const lines = Map.groupBy(
    speeds,
    ({ convolution, pass, library }) => `${convolution}\n${pass}\n${library}`,
  );
  const rows = Array.from(lines, ([line, ofLine]) => [
    ...line.split("\n"),
    ...blocks.map((block) => {
      const speed = ofLine.find((one) => one.block === block);
      return speed ? giga(speed.flopsPerSecond) : "–";
    }),
  ]);
  return [
    drawTable(
      [["convolution", "pass", "kernel", ...blocks.map(String)], ...rows],
      ["left", "left", "left", ...blocks.map(() => "right" as const)],
    ),
    `\nGFLOP/s on one thread with so many images at a time; a large matrix product reaches ${giga(matmul)}\n`,
  ].join("");
}
