import { beforeAll, describe, expect, test } from "bun:test";
import { openRows } from "../../src/data/rows.ts";
import { fitStatistics } from "../../src/data/statistics.ts";
import type { DecodedSplit } from "../../src/data/dataset.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { bytesOf } from "../../src/pixels.ts";
import { stream } from "../../src/random.ts";
import { pixelsTensor } from "../../src/engine/kernels.ts";
import { buildPreparation, type PreprocessSettings } from "../../src/model/preparation.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { plainPreprocess } from "../fixtures/data-settings.ts";
import golden from "../golden/augment.json";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

/** Written by test/golden/augment.py. */
function images(text: string, shape: readonly number[]): DecodedSplit {
  const [length, height, width, channels] = shape as [number, number, number, number];
  const pixels = new Uint8Array(Buffer.from(text, "base64"));
  return {
    files: [],
    labels: new Int32Array(length),
    rows: openRows({ kind: "memory", pixels, size: height * width * channels }),
    length,
    shape: [height, width, channels],
    depth: 8,
  };
}
const several = images(golden.several, golden.severalShape);
const narrow = images(golden.narrow, golden.narrowShape);
const floats = (text: string) =>
  new Float32Array(new Uint8Array(Buffer.from(text, "base64")).buffer);

/** The first four images, prepared. */
async function prepare(split: DecodedSplit, settings: PreprocessSettings): Promise<Float32Array> {
  const statistics = await fitStatistics(engine, split, settings);
  const { apply, variables } = buildPreparation(engine, settings, statistics);
  const bytes = new Uint8Array(4 * split.rows.size);
  await split.rows.read(Uint32Array.of(0, 1, 2, 3), bytes);
  const { tf, backend } = engine;
  const result = tf.tidy(() => apply(pixelsTensor(backend, bytes, [4, ...split.shape])).dataSync());
  for (const variable of variables) variable.dispose();
  return result as Float32Array;
}

function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length);
  return Math.max(...Array.from(found, (value, at) => Math.abs(value - expected[at]!)));
}

const keras: Record<string, keyof PreprocessSettings> = {
  rescale: "rescale",
  samplewise_center: "samplewiseCenter",
  samplewise_std_normalization: "samplewiseStd",
  featurewise_center: "featurewiseCenter",
  featurewise_std_normalization: "featurewiseStd",
};

describe("Keras's standardize", () => {
  test.each(golden.standardized.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    const settings = Object.fromEntries(
      Object.entries(one.settings).map(([key, value]) => [keras[key]!, value]),
    );
    const full = { ...plainPreprocess, ...settings };
    const { mean, std } = await fitStatistics(engine, several, full);
    if (one.mean) expect(largestDifference(mean!, one.mean)).toBeLessThan(1e-5);
    if (one.std) expect(largestDifference(std!, one.std)).toBeLessThan(1e-5);
    const result = await prepare(several, full);
    expect(largestDifference(result, floats(one.result))).toBeLessThan(1e-4);
  });

  test.each(golden.whitening.map((one) => [one.epsilon, one] as const))(
    "ZCA with epsilon %d",
    async (epsilon, one) => {
      const settings = { ...plainPreprocess, zcaWhitening: true, zcaEpsilon: epsilon };
      const { whitening } = await fitStatistics(engine, narrow, settings);
      const matrix = floats(one.matrix);
      const largest = Math.max(...matrix.map(Math.abs));
      expect(largestDifference(whitening!.matrix, matrix)).toBeLessThan(1e-4 * largest);
      const result = await prepare(narrow, settings);
      expect(largestDifference(result, floats(one.result))).toBeLessThan(1e-4);
    },
  );
});

test("whitened training images have a unit covariance", async () => {
  const settings = { ...plainPreprocess, zcaWhitening: true };
  const { whitening, mean } = await fitStatistics(engine, narrow, settings);
  const { size, matrix } = whitening!;
  const bytes = new Uint8Array(narrow.length * size);
  await narrow.rows.read(
    Uint32Array.from({ length: narrow.length }, (_, at) => at),
    bytes,
  );
  const rows = Array.from({ length: narrow.length }, (_, row) =>
    Array.from({ length: size }, (__, column) =>
      Array.from(
        { length: size },
        (___, at) => (bytes[row * size + at]! / 255 - mean![0]!) * matrix[at * size + column]!,
      ).reduce((sum, value) => sum + value, 0),
    ),
  );
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const product = rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0) / rows.length;
      expect(product).toBeCloseTo(a === b ? 1 : 0, 3);
    }
  }
});

test("fewer images than values leave no direction without images blown up", async () => {
  const few = { ...several, length: 5 };
  const { whitening } = await fitStatistics(engine, few, {
    ...plainPreprocess,
    zcaWhitening: true,
  });
  expect(Math.max(...whitening!.matrix.map(Math.abs))).toBeLessThan(1e3);
});

describe("of 16 bits", () => {
  const shape = [2, 3, 1] as const;
  const length = 40;
  const random = stream(1, "deep statistics");
  const values = Uint16Array.from({ length: length * 6 }, () => random.next() & 65_535);
  const deep: DecodedSplit = {
    files: [],
    labels: new Int32Array(length),
    rows: openRows({ kind: "memory", pixels: bytesOf(values), size: 12 }),
    length,
    shape,
    depth: 16,
  };
  const levels = Float64Array.from(values, (value) => value / 257 / 255);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;

  test("mean and standard deviation are those of levels with fractions", async () => {
    const settings = { ...plainPreprocess, featurewiseCenter: true, featurewiseStd: true };
    const found = await fitStatistics(engine, deep, settings);
    const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length;
    expect(found.mean![0]).toBeCloseTo(mean, 12);
    expect(found.std![0]).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test("whitened images have the identity for their covariance", async () => {
    const settings = { ...plainPreprocess, zcaWhitening: true };
    const { whitening } = await fitStatistics(engine, deep, settings);
    const { matrix } = whitening!;
    const white = Array.from({ length }, (_image, row) =>
      Array.from({ length: 6 }, (_value, column) =>
        Array.from({ length: 6 }, (_, at) => at).reduce(
          (sum, at) => sum + (levels[row * 6 + at]! - mean) * matrix[at * 6 + column]!,
          0,
        ),
      ),
    );
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < 6; b++) {
        const covariance = white.reduce((sum, row) => sum + row[a]! * row[b]!, 0) / length;
        expect(covariance).toBeCloseTo(a === b ? 1 : 0, 3);
      }
  });
});
