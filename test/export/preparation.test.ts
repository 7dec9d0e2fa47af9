import { expect, test } from "bun:test";
import type { SavedModel } from "../../src/export/model.ts";
import { stepsInside, stepsOutside } from "../../src/export/preparation.ts";
import { preprocessingOf } from "../../src/model/save.ts";
import { plainData } from "../fixtures/data-settings.ts";

const none = { mean: null, std: null, whitening: null };

function modelOf(data: Partial<typeof plainData>, statistics: typeof none | object = none) {
  const preprocessing = preprocessingOf(
    ["a", "b"],
    { ...plainData, ...data },
    { ...none, ...statistics },
  );
  return { input: [8, 6, 1], preprocessing } as unknown as SavedModel;
}

test("what no format can say is left to whoever prepares the images, and is told", () => {
  const usual = stepsOutside(modelOf({}));
  expect(usual).toHaveLength(4);
  expect(usual.join()).toContain("resized to 8 rows and 6 columns (stretched)");
  const clahe = { clipLimit: 2, tiles: [4, 8] as [number, number] };
  const steps = stepsOutside(
    modelOf({
      resize: "crop",
      background: "white",
      range: [0, 4095],
      preprocess: { ...plainData.preprocess, clahe: clahe as never },
    }),
  ).join("\n");
  for (const words of [
    "its middle cut out",
    "laid on white",
    "0 to 4095",
    "CLAHE, clipLimit 2, 4 × 8 tiles",
  ])
    expect(steps).toContain(words);
});

test("what the model does is told in its order", () => {
  const preprocess = {
    ...plainData.preprocess,
    samplewiseCenter: true,
    samplewiseStd: true,
    featurewiseStd: true,
    rescale: 0.5,
  };
  const steps = stepsInside(modelOf({ preprocess }, { mean: [0.25], std: [2] }));
  expect(steps.map((step) => step.split(",")[0])).toEqual([
    "multiplied by 0.5",
    "minus the image's own mean",
    "divided by the image's own standard deviation",
    "minus 0.250000",
    "divided by 2.00000",
  ]);
  expect(stepsInside(modelOf({}))).toHaveLength(1);
});
