import type { Path } from "./locate.ts";
import { isMapping } from "./resolve.ts";

/** A share as people write it where a number belongs: 0.15 of "15%", "15 %" and "0.15"; undefined of all else. */
export function shareOf(text: string): number | undefined {
  const [, digits, percent] = /^\s*(\d{1,3}|\d*\.\d+)\s*(%|percent)?\s*$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const share = percent === undefined ? Number(digits) : Number(digits) / 100;
  return share > 0 && share < 1 ? share : undefined;
}

const optimizers = ["adam", "adamW", "sgd", "rmsprop", "adagrad", "adamax", "nadam", "lion"];

function rateOf(optimizer: string, value: unknown): string | undefined {
  return typeof value === "number" ? `write ${optimizer}: { learningRate: ${value} }` : undefined;
}

/** Values that other tools have at a key of this name, and what to write here; undefined where nothing is known. */
const values: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  split: (value) => {
    const share = shareOf(String(value));
    return share === undefined ? undefined : `write split: { validation: ${share} }`;
  },
  targetSize: (value) => {
    if (isSide(value)) return inList([value, value]);
    if (isMapping(value)) return inList([value["height"], value["width"]]);
    if (!Array.isArray(value) || value.length !== 3) return pair(value);
    const shape = value[2] <= MOST_CHANNELS ? value.slice(0, 2) : value.slice(1);
    return shape.every(isSide)
      ? `how many channels there are follows from colour: write [${shape.join(", ")}]`
      : undefined;
  },
  device: (value) => (/^(?:cuda|gpu|\d)/i.test(String(value)) ? isMeant("gpu") : undefined),
  kernelSize: pair,
  strides: pair,
  size: pair,
  tiles: pair,
  dense: (value) =>
    typeof value === "number" || value === "classes"
      ? `write dense: { units: ${value} }`
      : undefined,
  sides: (value) => (Array.isArray(value) ? fourSides(value) : undefined),
  dilationRate: pair,
  globalPool: (value) =>
    value === "max" || value === "average" ? `write globalPool: { type: ${value} }` : undefined,
  zeroPadding: (value) => bySides("zeroPadding", value),
  cropping: (value) => bySides("cropping", value),
  upSampling: (value) => bySize("upSampling", value),
  resize: (value) => bySize("resize", value),
  pool: (value) =>
    typeof value === "number"
      ? `write pool: { size: ${value} }`
      : value === "max" || value === "average"
        ? `write pool: { type: ${value} }`
        : undefined,
  padding: (value) =>
    typeof value === "number" ? isMeant(value === 0 ? "valid" : "same") : undefined,
  classWeights: (value) =>
    Array.isArray(value)
      ? "write { CLASS: number }, with the names of the classes"
      : value === true
        ? isMeant("balanced")
        : undefined,
  maxMinutes: (value) => {
    const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(h|m|min|s)$/.exec(String(value)) ?? [];
    const minutes = Number(number) * (unit === "h" ? 60 : unit === "s" ? 1 / 60 : 1);
    return unit === undefined ? undefined : `write ${minutes}`;
  },
  colour: (value) => (value === 1 ? isMeant("grey") : value === 3 ? isMeant("rgb") : undefined),
  flip: (value) => (value === true ? isMeant("horizontal") : undefined),
  rotation: eitherWay,
  shear: eitherWay,
  earlyStopping: (value) =>
    typeof value === "number" ? `write earlyStopping: { patience: ${value} }` : undefined,
  gradientClip: (value) =>
    typeof value === "number" ? `write gradientClip: { norm: ${value} }` : undefined,
  averageWeights: (value) =>
    typeof value === "number" ? `write averageWeights: { decay: ${value} }` : undefined,
  checkpoint: (value) =>
    typeof value === "number" ? `write checkpoint: { everyEpochs: ${value} }` : undefined,
  ...Object.fromEntries(optimizers.map((name) => [name, (value: unknown) => rateOf(name, value)])),
  leakyRelu: (value) =>
    typeof value === "number" ? `write leakyRelu: { negativeSlope: ${value} }` : undefined,
  groupNorm: (value) =>
    typeof value === "number" ? `write groupNorm: { groups: ${value} }` : undefined,
  squeezeExcite: (value) =>
    typeof value === "number" ? `write squeezeExcite: { ratio: ${value} }` : undefined,
  relu: (value) => (value === true ? "write - relu" : undefined),
  flatten: (value) => (value === true ? "write - flatten" : undefined),
  batchNorm: (value) => (value === true ? "write - batchNorm" : undefined),
  softmax: (value) => (value === true ? "write - softmax" : undefined),
};

/** @param path of the value */
export function carriedValue(path: Path, value: unknown): string | undefined {
  const key = String(path.at(-1));
  return Object.hasOwn(values, key) ? values[key]!(value) : undefined;
}

/** Names whose number means what the number in their hint means. */
const ofSameNumber: ReadonlySet<string> = new Set([
  "validationsplit",
  "valsplit",
  "validationratio",
  "valratio",
  "testsplit",
  "testratio",
  "testsize",
  "learningrate",
  "lr",
  "lr0",
  "initiallr",
  "momentum",
  "labelsmoothing",
  "clipnorm",
  "clipvalue",
  "globalclipnorm",
  "gradientclipval",
  "maxgradnorm",
  "rotationrange",
  "shearrange",
  "zoomrange",
  "widthshiftrange",
  "heightshiftrange",
]);

/**
 * A hint with the number that stands at the name in place of its own.
 * @param name without case, - and _
 */
export function withNumber(name: string, hint: string, value: unknown): string {
  if (!ofSameNumber.has(name) || typeof value !== "number" || !(value > 0)) return hint;
  const numbers = hint.match(/(?<![\w.])\d+(?:\.\d+)?/g) ?? [];
  return numbers.length === 1 ? hint.replace(numbers[0], () => String(value)) : hint;
}

const MOST_CHANNELS = 4;
const isSide = (value: unknown) => Number.isInteger(value) && Number(value) > 0;
const isMeant = (word: string) => `did you mean ${word}?`;

/** Of `28x28`, `28, 28` and `[28 28]`. */
function pair(value: unknown): string | undefined {
  const text = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof text !== "string") return undefined;
  const [, height, width] = /^\s*(\d+)\s*[x×*,;\s]\s*(\d+)\s*$/.exec(text) ?? [];
  return inList([Number(height), Number(width)]);
}

function inList(both: unknown[]): string | undefined {
  return both.every(isSide) ? `write [${both.join(", ")}]` : undefined;
}

/** Of 2 and [32, 32]. */
function bySize(layer: string, value: unknown): string | undefined {
  if (isSide(value)) return `write ${layer}: { size: ${value} }`;
  const isPair = Array.isArray(value) && value.length === 2 && value.every(isSide);
  return isPair ? `write ${layer}: { size: [${value.join(", ")}] }` : undefined;
}

/** Of 1, and of what Keras has for height and width: [1, 2] and [[1, 1], [2, 2]]. */
function bySides(layer: string, value: unknown): string | undefined {
  if (isSide(value)) return `write ${layer}: { sides: ${value} }`;
  const sides = Array.isArray(value) ? sidesOf(value) : undefined;
  return sides && `write ${layer}: { sides: [${sides.join(", ")}] }`;
}

function fourSides(value: unknown[]): string | undefined {
  const sides = sidesOf(value);
  return sides && `write [${sides.join(", ")}]`;
}

/** [top, bottom, left, right] */
function sidesOf(value: unknown[]): unknown[] | undefined {
  const sides =
    value.length === 2 ? value.flatMap((one) => (Array.isArray(one) ? one : [one, one])) : value;
  return sides.length === 4 && sides.every((side) => Number.isInteger(side) && Number(side) >= 0)
    ? sides
    : undefined;
}

/** Of [-15, 15]. */
function eitherWay(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length !== 2 || value[0] !== -value[1]) return undefined;
  return `a number is meant either way: write ${Math.abs(value[1])}`;
}
