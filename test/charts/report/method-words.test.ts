import { expect, test } from "bun:test";
import {
  augmentationSentences,
  optimizerWords,
  preprocessSentences,
  recipeSentences,
  rescaled,
} from "../../../src/charts/report/method-words.ts";
import type { Augment, Preprocess, Train } from "../../../src/spec/resolved.ts";
import { resolveValue } from "../../../src/spec/resolve.ts";
import { schemaAt } from "../../../src/spec/schema.ts";

const resolved = <Part>(path: string, part: object) =>
  resolveValue(part, schemaAt(path.split("."))!) as Part;
const augmented = (part: object) => augmentationSentences(resolved<Augment>("data.augment", part));
const prepared = (part: object) =>
  preprocessSentences(resolved<Preprocess>("data.preprocess", part));
const trained = (part: object) => recipeSentences(resolved<Train>("train", part));

test("what is usual has no sentence", () => {
  expect(augmentationSentences(null)).toEqual([]);
  expect([augmented({}), prepared({}), trained({})]).toEqual([[], [], []]);
});

test("a paper can print how images are augmented", () => {
  expect(
    augmented({ rotation: 15, shift: 0.1, zoom: 0.15, brightness: 0.15, noise: 0.02 }),
  ).toEqual([
    "Training images are augmented, differently in each epoch: rotation by up to 15° either way, shifts of up to 10 % of the width and of the height, scaling of height and width, each by a factor of 0.85 to 1.15, brightness by a factor of 0.85 to 1.15 and Gaussian noise with a standard deviation of 2 % of the range.",
    "What lies beyond the edge is filled with the nearest pixel.",
  ]);
});

test.each<[object, string]>([
  [{ shift: { width: 4 } }, "horizontal shifts of up to 4 pixels either way"],
  [{ shift: { width: 0.1, height: [1, 2] } }, "vertical shifts of one of 1, 2 pixels"],
  [{ shear: 5, fill: "constant", fillValue: 9 }, "filled with the level 9"],
  [{ rotation: 5, interpolation: "nearest" }, "values between pixels are not interpolated"],
  [{ crop: {} }, "crops of 80 to 100 % of the area (relative aspect ratio 0.75 to 1.33333)"],
  [{ flip: "both" }, "horizontal and vertical flips, each with probability 1/2."],
  [{ flip: "vertical" }, "vertical flips with probability 1/2."],
  [{ blur: 1 }, "a standard deviation of up to 1 pixel."],
  [{ channelShift: 10 }, "by up to 10 of 255 either way."],
  [{ contrast: [0.5, 2] }, "contrast by a factor of 0.5 to 2."],
  [{ randAugment: {} }, "RandAugment (2 operations, magnitude 9)."],
  [{ saltAndPepper: 0.01 }, "salt-and-pepper noise on 1 % of the pixels."],
  [{ erase: {} }, "random erasing with probability 0.5 (2 to 33 % of the area"],
  [{ mixup: 0.2, cutmix: 1 }, "MixUp (alpha 0.2) and CutMix (alpha 1)."],
])("of augment %j", (part, words) => expect(augmented(part).join(" ")).toContain(words));

test.each<[object, string]>([
  [{ clahe: {} }, "(CLAHE, clip limit 2, 8 × 8 tiles)."],
  [{ samplewiseCenter: true }, "The mean of each image is subtracted from it."],
  [
    { samplewiseCenter: true, samplewiseStd: true },
    "Each image is standardised by its own mean and standard deviation.",
  ],
  [{ featurewiseCenter: true }, "The mean of each channel over the training images is subtracted."],
  [
    { featurewiseCenter: true, featurewiseStd: true },
    "Each channel is standardised by its mean and standard deviation over the training images.",
  ],
  [{ featurewiseCenter: true, zcaWhitening: true }, "ZCA-whitened"],
])("of preprocess %j", (part, words) => expect(prepared(part).join(" ")).toContain(words));

test.each<[object, string]>([
  [{ schedule: { step: { every: 10 } } }, "is multiplied by 0.1 every 10 epochs."],
  [{ schedule: { exponential: { factor: 0.9 } } }, "by a factor of 0.9 in 1 epoch."],
  [
    { schedule: { cosine: { warmup: 1 } } },
    "rises for 1 epoch and then falls along a cosine to 0.",
  ],
  [
    { schedule: { oneCycle: {} } },
    "from 1/25 of that rate in the first 30 % of the steps, and falls to 1/250000 of it.",
  ],
  [
    { schedule: { plateau: { cooldown: 2, final: 1e-6 } } },
    "for 10 epochs, with 2 epochs of rest after each change, down to 0.000001.",
  ],
  [{ earlyStopping: { patience: 15 } }, "when the validation loss has not improved for 15 epochs."],
  [
    { earlyStopping: { monitor: "auc", minDelta: 0.01 } },
    "has not improved by more than 0.01 for 5 epochs.",
  ],
  [{ maxMinutes: 5 }, "Training takes at most 5 minutes."],
  [{ classWeights: "balanced" }, "the inverse frequency of their class."],
  [{ classWeights: { cat: 2 } }, "weighted by class: cat 2."],
  [{ sampling: "balanced" }, "as many images of one class as of another."],
  [{ gradientClip: { norm: 1 } }, "clipped to a global norm of 1."],
  [{ gradientClip: { value: 0.5 } }, "clipped to ±0.5 each."],
  [{ averageWeights: {} }, "(decay 0.99)."],
  [{ accumulate: 4 }, "uses the gradients of 4 batches."],
])("of train %j", (part, words) => expect(trained(part).join(" ")).toContain(words));

test.each<[object | string, string]>([
  ["adam", "Adam (learning rate 0.001, β1 0.9, β2 0.999, ε 1e-7)"],
  [
    { sgd: { momentum: 0.9, nesterov: true } },
    "stochastic gradient descent (learning rate 0.01, momentum 0.9, Nesterov)",
  ],
  [{ adamW: { weightDecay: 0.01 } }, "weight decay 0.01"],
])("of the optimizer %j", (optimizer, words) =>
  expect(optimizerWords(resolved<Train>("train", { optimizer }).optimizer)).toContain(words),
);

test.each<[number, string]>([
  [1 / 255, "are scaled to 0 to 1"],
  [1, "are not rescaled"],
  [0.5, "are multiplied by 0.5"],
])("levels times %f", (rescale, words) =>
  expect(rescaled(resolved<Preprocess>("data.preprocess", { rescale }))).toBe(words),
);

test("no setting is shown as it stands in the file", () => {
  const texts = [
    ...augmented({ crop: {}, erase: {}, randAugment: {}, shift: { width: 1 }, zoom: [1, 2] }),
    ...trained({ averageWeights: {}, gradientClip: { norm: 1 }, schedule: { cosine: {} } }),
  ];
  for (const text of texts) expect(text).not.toMatch(/[{}[\]]|undefined|NaN/);
});
