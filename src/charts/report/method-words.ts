import { monitorNames } from "../../evaluate/messages.ts";
import { shown } from "../../markup/label.ts";
import { changedSettings } from "../../spec/resolve.ts";
import type { Augment, Distance, Preprocess, Train } from "../../spec/resolved.ts";
import { count } from "../../wording.ts";

/** A setting in words, or null where the words of another setting tell it. The compiler asks for every one. */
type Words<Settings, Key extends keyof Settings = keyof Settings> = {
  [K in Key]: (value: NonNullable<Settings[K]>, all: Settings) => string | null;
};

const augmentWords: Words<Augment> = {
  rotation: (degrees) => `rotation by up to ${degrees}° either way`,
  shift: ({ width, height }) =>
    Bun.deepEquals(width, height)
      ? `shifts of ${distance(width, "the width and of the height")}`
      : list([
          ...(width === 0 ? [] : [`horizontal shifts of ${distance(width, "the width")}`]),
          ...(height === 0 ? [] : [`vertical shifts of ${distance(height, "the height")}`]),
        ]),
  shear: (degrees) => `shearing by up to ${degrees}° either way`,
  zoom: (zoom) => `scaling of height and width, each by a factor of ${range(zoom)}`,
  crop: ({ area, ratio }) =>
    `crops of ${shares(area)} of the area (relative aspect ratio ${numbers(ratio)}), stretched to the whole image`,
  flip: (flip) =>
    flip === "both"
      ? "horizontal and vertical flips, each with probability 1/2"
      : `${flip} flips with probability 1/2`,
  fill: () => null,
  fillValue: () => null,
  interpolation: () => null,
  blur: (pixels) => `Gaussian blur with a standard deviation of up to ${count(pixels, "pixel")}`,
  channelShift: (levels) => `shifts of the levels by up to ${levels} of 255 either way`,
  brightness: (factor) => `brightness by a factor of ${range(factor)}`,
  contrast: (factor) => `contrast by a factor of ${range(factor)}`,
  randAugment: ({ n, magnitude }) =>
    `RandAugment (${count(n, "operation")}, magnitude ${magnitude})`,
  noise: (share) => `Gaussian noise with a standard deviation of ${percent(share)} of the range`,
  saltAndPepper: (share) => `salt-and-pepper noise on ${percent(share)} of the pixels`,
  erase: ({ probability, area, ratio }) =>
    `random erasing with probability ${probability} (${shares(area)} of the area, aspect ratio ${numbers(ratio)})`,
  mixup: (alpha) => `MixUp (alpha ${alpha})`,
  cutmix: (alpha) => `CutMix (alpha ${alpha})`,
};

/** What moves pixels, and so has an area beyond the edge to fill. */
const moving = new Set<keyof Augment>(["rotation", "shift", "shear", "zoom", "randAugment"]);

const fills: Readonly<Record<Augment["fill"], (augment: Augment) => string>> = {
  nearest: () => "the nearest pixel",
  constant: ({ fillValue }) => `the level ${fillValue}`,
  reflect: () => "the mirrored image",
  wrap: () => "the opposite side",
};

/** What happens to training images: sentences, none where nothing does. */
export function augmentationSentences(augment: Augment | null): string[] {
  const changed = augment && changedSettings(["data", "augment"], augment);
  const phrases = augment ? phrasesOf(augmentWords, changed!, augment) : [];
  if (!augment || phrases.length === 0) return [];
  const moves = (Object.keys(changed!) as (keyof Augment)[]).some((key) => moving.has(key));
  return [
    `Training images are augmented, differently in each epoch: ${list(phrases)}.`,
    ...(moves
      ? [
          `What lies beyond the edge is filled with ${fills[augment.fill](augment)}${augment.interpolation === "nearest" ? "; values between pixels are not interpolated" : ""}.`,
        ]
      : []),
  ];
}

const preprocessWords: Words<Preprocess> = {
  clahe: ({ clipLimit, tiles: [rows, columns] }) =>
    `Their contrast is equalised region by region (CLAHE, clip limit ${clipLimit}, ${rows} × ${columns} tiles).`,
  rescale: () => null,
  samplewiseCenter: (_, { samplewiseStd }) =>
    samplewiseStd
      ? "Each image is standardised by its own mean and standard deviation."
      : "The mean of each image is subtracted from it.",
  samplewiseStd: () => null,
  featurewiseCenter: (_, { featurewiseStd }) =>
    featurewiseStd
      ? "Each channel is standardised by its mean and standard deviation over the training images."
      : "The mean of each channel over the training images is subtracted.",
  featurewiseStd: () => null,
  zcaWhitening: (_, { zcaEpsilon }) =>
    `The images are ZCA-whitened with the training images' covariance (epsilon ${number(zcaEpsilon)}).`,
  zcaEpsilon: () => null,
};

/** What becomes of levels: "are scaled to 0 to 1". */
export function rescaled({ rescale }: Preprocess): string {
  if (rescale === 1) return "are not rescaled";
  return Math.abs(rescale * 255 - 1) < 1e-9
    ? "are scaled to 0 to 1"
    : `are multiplied by ${number(rescale)}`;
}

/** How the images are prepared beside that: sentences, none where they are not. */
export function preprocessSentences(preprocess: Preprocess): string[] {
  return phrasesOf(
    preprocessWords,
    changedSettings(["data", "preprocess"], preprocess),
    preprocess,
  );
}

const optimizers: Readonly<Record<keyof Train["optimizer"], string>> = {
  adam: "Adam",
  adamW: "AdamW",
  sgd: "stochastic gradient descent",
  rmsprop: "RMSprop",
  adagrad: "Adagrad",
  adadelta: "Adadelta",
  adamax: "AdaMax",
  nadam: "Nadam",
  lion: "Lion",
};

const symbols: Readonly<Record<string, string>> = {
  learningRate: "learning rate",
  weightDecay: "weight decay",
  beta1: "β1",
  beta2: "β2",
  epsilon: "ε",
  rho: "ρ",
  initialAccumulator: "initial accumulator",
};

/** "Adam (learning rate 0.001, β1 0.9, β2 0.999, ε 1e-7)". What is off is not named. */
export function optimizerWords(optimizer: Train["optimizer"]): string {
  const [name, settings] = Object.entries(optimizer)[0]! as [keyof typeof optimizers, object];
  const named = Object.entries(settings).flatMap(([key, value]) => {
    if (value === 0 || value === false) return [];
    if (key === "nesterov") return "Nesterov";
    return `${symbols[key] ?? key} ${number(value as number)}`;
  });
  return `${optimizers[name]} (${named.join(", ")})`;
}

const scheduleWords: {
  [Name in keyof Train["schedule"]]-?: (
    settings: NonNullable<Train["schedule"][Name]>,
  ) => string | null;
} = {
  constant: () => null,
  step: ({ every, factor }) =>
    `The learning rate is multiplied by ${factor} every ${count(every, "epoch")}.`,
  exponential: ({ every, factor }) =>
    `The learning rate falls exponentially, by a factor of ${factor} in ${count(every, "epoch")}.`,
  cosine: ({ warmup, final }) =>
    `The learning rate ${warmup > 0 ? `rises for ${count(warmup, "epoch")} and then ` : ""}falls along a cosine to ${number(final)}.`,
  oneCycle: ({ pctStart, divFactor, finalDivFactor }) =>
    `The learning rate follows one cycle: it rises from 1/${divFactor} of that rate in the first ${percent(pctStart)} of the steps, and falls to 1/${divFactor * finalDivFactor} of it.`,
  plateau: ({ factor, patience, minDelta, cooldown, final }) =>
    `The learning rate is multiplied by ${factor} whenever the validation loss has not fallen by ${number(minDelta)} for ${count(patience, "epoch")}${cooldown > 0 ? `, with ${count(cooldown, "epoch")} of rest after each change` : ""}${final > 0 ? `, down to ${number(final)}` : ""}.`,
};

type Recipe = Omit<Train, "epochs" | "optimizer" | "loss">;

const recipeWords: Words<Recipe> = {
  schedule: (schedule) => {
    const [name, settings] = Object.entries(schedule)[0]! as ["constant", object];
    return scheduleWords[name](settings);
  },
  earlyStopping: ({ monitor, patience, minDelta }) =>
    `Training ends early when the validation ${monitorNames[monitor]} has not improved${minDelta > 0 ? ` by more than ${number(minDelta)}` : ""} for ${count(patience, "epoch")}.`,
  maxMinutes: (minutes) => `Training takes at most ${count(minutes, "minute")}.`,
  // Says nothing of the network.
  checkpoint: () => null,
  classWeights: (weights) =>
    weights === "balanced"
      ? "Losses are weighted by the inverse frequency of their class."
      : `Losses are weighted by class: ${Object.entries(weights)
          .map(([label, weight]) => `${shown(label)} ${number(weight)}`)
          .join(", ")}.`,
  sampling: () => "Each epoch draws as many images of one class as of another.",
  gradientClip: ({ norm, value }) =>
    `Gradients are clipped ${norm === undefined ? `to ±${number(value!)} each` : `to a global norm of ${number(norm)}`}.`,
  averageWeights: ({ decay }) =>
    `The network is evaluated with an exponential moving average of its weights (decay ${number(decay)}).`,
  accumulate: (batches) => `Each update of the weights uses the gradients of ${batches} batches.`,
};

/** What else belongs to the training that is not as usual: sentences. */
export function recipeSentences(train: Train): string[] {
  const { epochs: _, optimizer: __, loss: ___, ...recipe } = train;
  return phrasesOf(recipeWords, changedSettings(["train"], recipe), recipe);
}

function phrasesOf<Settings extends object>(
  words: Words<Settings>,
  changed: Partial<Settings>,
  all: Settings,
): string[] {
  return (Object.keys(words) as (keyof Settings)[]).flatMap((key) => {
    const value = changed[key];
    return value === undefined || value === null
      ? []
      : (words[key](value as NonNullable<Settings[typeof key]>, all) ?? []);
  });
}

/** a, b and c */
function list(phrases: readonly string[]): string {
  return phrases.length < 2
    ? phrases.join("")
    : `${phrases.slice(0, -1).join(", ")} and ${phrases.at(-1)}`;
}

function distance(of: Distance, size: string): string {
  if (Array.isArray(of)) return `one of ${of.map(number).join(", ")} pixels`;
  return of < 1 ? `up to ${percent(of)} of ${size}` : `up to ${count(of, "pixel")} either way`;
}

/** Of a factor: a number z means [1 - z, 1 + z]. */
function range(factor: readonly [number, number] | number): string {
  return numbers(typeof factor === "number" ? [1 - factor, 1 + factor] : factor);
}

function numbers([low, high]: readonly [number, number]): string {
  return `${number(low)} to ${number(high)}`;
}

function shares([low, high]: readonly [number, number]): string {
  return `${number(100 * low)} to ${percent(high)}`;
}

function percent(share: number): string {
  return `${number(100 * share)} %`;
}

/** Short enough to read, with what the user wrote: 1 - 0.15 is 0.85. */
function number(value: number): string {
  return String(Number(value.toPrecision(6)));
}
