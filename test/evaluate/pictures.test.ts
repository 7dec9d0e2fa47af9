import { beforeAll, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { gradCam } from "../../src/evaluate/grad-cam.ts";
import { paintHeat, paintImage } from "../../src/evaluate/paint.ts";
import { makePictures } from "../../src/evaluate/pictures.ts";
import type { PicturesRecord, PredictionRecord } from "../../src/layout.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes, trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

/** Every second image is wrong, the first of them most certainly. */
function predictions(count: number): PredictionRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const actual = index % 2;
    const isWrong = index % 4 < 2;
    const answer = isWrong ? 1 - actual : actual;
    const sure = 0.9 - index / 100;
    return {
      file: `${index}.png`,
      actual: `class ${actual}`,
      predicted: `class ${answer}`,
      probabilities: answer === 0 ? [sure, 1 - sure] : [1 - sure, sure],
    };
  });
}

test("the worst mistakes are painted, numbered from the worst, and so are the first filters", async () => {
  const shape = [8, 6, 1] as const;
  const { network } = await trainSmall(engine, {
    layers: [
      { conv: { filters: 5, kernelSize: [3, 2] } },
      "relu",
      "flatten",
      { dense: { units: "classes" } },
    ],
    shape,
    train: { epochs: 1 },
  });
  const split = stripes(12, shape, 2);
  const made = await makePictures({
    engine,
    network,
    classes: ["class 0", "class 1"],
    split,
    predictions: predictions(12),
    count: 3,
    augmentation: null,
  });
  const record = JSON.parse(made.get("pictures.json") as string) as PicturesRecord;
  expect(record.mistakes).toEqual(
    ["0.png", "1.png", "4.png"].map((file, index) => ({
      file,
      picture: `mistake-0${index + 1}.png`,
      gradCam: `mistake-0${index + 1}-grad-cam.png`,
    })),
  );
  // Each with the heat of the class that it was taken for.
  for (const [index, taken] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const pixels = new Uint8Array(split.rows.size);
    await split.rows.read(Uint32Array.of(index), pixels);
    const heat = gradCam(engine, network, pixels, taken)!;
    expect(made.get(record.mistakes[index]!.gradCam!)).toEqual(
      await paintHeat(pixels, shape, heat),
    );
    expect(made.get(record.mistakes[index]!.picture)).toEqual(await paintImage(pixels, shape));
  }
  expect(record.right!.map(({ file, picture }) => [file, picture])).toEqual([
    ["2.png", "right-01.png"],
    ["3.png", "right-02.png"],
    ["6.png", "right-03.png"],
  ]);
  expect(record.filters).toMatchObject({ picture: "filters.png", shown: 5, total: 5 });
  expect([...made.keys()].toSorted()).toEqual([
    "filters.png",
    ...record.mistakes.flatMap((one) => [one.gradCam!, one.picture]),
    "pictures.json",
    ...record.right!.flatMap((one) => [one.gradCam!, one.picture]),
  ]);
});

test("nothing is painted where nothing is asked for, and no filters of a later layer", async () => {
  const { network } = await trainSmall(engine, {
    layers: [
      "batchNorm",
      { conv: { filters: 2, kernelSize: 3 } },
      "flatten",
      { dense: { units: "classes" } },
    ],
    train: { epochs: 1 },
  });
  const context = {
    engine,
    network,
    classes: ["class 0", "class 1"],
    split: stripes(4, [8, 8, 1], 2),
    predictions: predictions(4),
    augmentation: null,
  };
  expect((await makePictures({ ...context, count: 0 })).size).toBe(0);
  const made = await makePictures({ ...context, count: 2 });
  expect(JSON.parse(made.get("pictures.json") as string).filters).toBe(null);
});

test("without a convolution there is no heat and are no filters; what augmentation made is passed on", async () => {
  const layers = ["flatten" as const, { dense: { units: "classes" as const } }];
  const { network } = await trainSmall(engine, { layers, train: { epochs: 1 } });
  const content = Uint8Array.of(1, 2, 3);
  const made = await makePictures({
    engine,
    network,
    classes: ["class 0", "class 1"],
    split: stripes(4, [8, 8, 1], 2),
    predictions: predictions(4),
    count: 1,
    augmentation: { content, images: 3, epochs: 2 },
  });
  expect([...made.keys()].toSorted()).toEqual([
    "augmentation.png",
    "mistake-01.png",
    "pictures.json",
    "right-01.png",
  ]);
  expect(made.get("augmentation.png")).toBe(content);
  expect(JSON.parse(made.get("pictures.json") as string)).toMatchObject({
    mistakes: [{ file: "0.png", picture: "mistake-01.png", gradCam: null }],
    filters: null,
    augmentation: { picture: "augmentation.png", images: 3, epochs: 2 },
  });
});

test("of more than 64 filters the first 64 are shown", async () => {
  const { network } = await trainSmall(engine, {
    layers: [{ conv: { filters: 70, kernelSize: 3 } }, "flatten", { dense: { units: "classes" } }],
    train: { epochs: 1 },
    images: 4,
  });
  const made = await makePictures({
    engine,
    network,
    classes: ["class 0", "class 1"],
    split: stripes(4, [8, 8, 1], 2),
    predictions: predictions(4),
    count: 1,
    augmentation: null,
  });
  const { filters } = JSON.parse(made.get("pictures.json") as string) as PicturesRecord;
  expect(filters).toMatchObject({ shown: 64, total: 70 });
});
