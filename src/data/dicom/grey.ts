import { type Depth, type Pixels, whiteOf } from "../../pixels.ts";
import { type LevelRange, mapped, type UsedRange } from "../decode/levels.ts";
import type { Values } from "./header.ts";
import { type Lookup, lookUp, readLookup } from "./lookup.ts";
import type { Numbers } from "./native.ts";
import type { Picture } from "./picture.ts";
import type { WindowChoice } from "./settings.ts";
import { tags } from "./tags.ts";

/** From stored values to what they mean, such as Hounsfield units. */
type Modality = { lookup: Lookup } | { slope: number; intercept: number };

export interface ValueWindow {
  center: number;
  width: number;
  shape: "LINEAR" | "LINEAR_EXACT" | "SIGMOID";
}

/** What a file says of how its grey values are shown. */
export interface GreyMeaning {
  modality: Modality;
  voi: { lookup: Lookup } | ValueWindow | null;
  /** Of the stored values, those that stand for no value at all. */
  padding: readonly [low: number, high: number] | null;
}

/** @param frame from 0 */
export function readMeaning(dataset: Values, picture: Picture, frame: number): GreyMeaning {
  const { isSigned } = picture;
  // Files with many frames say it of all together, or of each.
  const groups = [
    dataset.item(tags.perFrameGroups, frame),
    dataset.item(tags.sharedGroups, 0),
  ].filter((group) => group !== undefined);
  const [transformed = dataset] = groups.flatMap((group) => group.items(tags.valueTransformation));
  const [shown = dataset] = groups.flatMap((group) => group.items(tags.frameVoiLut));
  const [modalityItem] = dataset.items(tags.modalityLut);
  const modalityLookup = modalityItem && readLookup(modalityItem, isSigned);
  const slope = transformed.number(tags.slope) ?? 1;
  const intercept = transformed.number(tags.intercept) ?? 0;
  const [voiItem] = dataset.items(tags.voiLut);
  const mayBeNegative = isSigned || intercept < 0;
  const voiLookup = voiItem && readLookup(voiItem, modalityLookup ? false : mayBeNegative);
  const padding = dataset.number(tags.padding, isSigned);
  const limit = dataset.number(tags.paddingLimit, isSigned) ?? padding;
  return {
    modality: modalityLookup ? { lookup: modalityLookup } : { slope, intercept },
    voi: voiLookup ? { lookup: voiLookup } : readWindow(shown),
    padding: padding === undefined ? null : [Math.min(padding, limit!), Math.max(padding, limit!)],
  };
}

/** The first of several; null of none that shows anything. */
function readWindow(values: Values): ValueWindow | null {
  const center = values.number(tags.windowCenter);
  const width = values.number(tags.windowWidth);
  if (center === undefined || width === undefined) return null;
  const written = values.text(tags.windowFunction);
  const shape = written === "SIGMOID" || written === "LINEAR_EXACT" ? written : "LINEAR";
  return width > 0 && (shape !== "LINEAR" || width >= 1) ? { center, width, shape } : null;
}

/** Black is 0 and white 1: https://dicom.nema.org/medical/dicom/current/output/html/part03.html#sect_C.11.2.1.2 */
function throughWindow({ center, width, shape }: ValueWindow): (value: number) => number {
  if (shape === "SIGMOID") return (value) => 1 / (1 + Math.exp((-4 * (value - center)) / width));
  const [middle, span] = shape === "LINEAR" ? [center - 0.5, width - 1] : [center, width];
  return (value) =>
    value <= middle - span / 2 ? 0 : value > middle + span / 2 ? 1 : (value - middle) / span + 0.5;
}

/** Values of which each has a level of its own in a table. */
const TABLE_BITS = 16;

/**
 * Grey values as levels of 8 bits or of 16: what they mean, the part of it that is shown, and black to white or, in MONOCHROME1, white to
 * black. Where nothing says what is shown, `range` does, of the values that they mean. What is padding is black.
 *
 * @param values as they are stored
 * @returns the range of the values where it was asked for, and whether it is the image's own because its kind has none
 */
export function greyLevels(
  values: Numbers,
  picture: Pick<Picture, "stored" | "isSigned" | "photometric">,
  meaning: GreyMeaning,
  {
    window,
    range,
    depth = 8,
  }: { window: WindowChoice; range: LevelRange; depth?: Depth | undefined },
): { levels: Pixels; used: UsedRange | null; isOwn: boolean } {
  const { modality, padding } = meaning;
  const means =
    "lookup" in modality
      ? (value: number) => lookUp(modality.lookup, value)
      : (value: number) => value * modality.slope + modality.intercept;
  const isPadding = (value: number) =>
    padding !== null && value >= padding[0] && value <= padding[1];
  const shown = window === "range" ? null : window === "file" ? meaning.voi : linear(window);
  const own = shown === null ? usedRange(values, picture, meaning, means, isPadding) : null;
  const isOwn = own !== null && picture.stored > TABLE_BITS && range === "full";
  const white = whiteOf(depth);
  const level =
    shown === null
      ? throughRange(own!, isOwn ? "used" : range, picture.stored, white)
      : throughShown(shown, white);
  const isInverted = picture.photometric === "MONOCHROME1";
  const levelOf = (value: number) => {
    if (isPadding(value)) return 0;
    const shade = level(means(value));
    return isInverted ? white - shade : shade;
  };
  const used =
    own && picture.stored > 8 && !isOwn
      ? { low: own.low, high: own.high, possible: own.most - own.least + 1 }
      : null;
  return { levels: mapped(values, levelOf, depth), used, isOwn };
}

function linear([center, width]: readonly [number, number]): ValueWindow {
  return { center, width, shape: "LINEAR" };
}

function throughShown(
  shown: { lookup: Lookup } | ValueWindow,
  white: number,
): (value: number) => number {
  const toLevel = (share: number) => Math.floor(share * white + 0.5);
  if (!("lookup" in shown)) {
    const share = throughWindow(shown);
    return (value) => toLevel(share(value));
  }
  const highest = 2 ** shown.lookup.bits - 1;
  return (value) => toLevel(Math.min(1, lookUp(shown.lookup, value) / highest));
}

interface MeantRange {
  /** The lowest and the highest of the image. */
  low: number;
  high: number;
  /** Those that there may be. */
  least: number;
  most: number;
}

function usedRange(
  values: Numbers,
  { stored, isSigned }: Pick<Picture, "stored" | "isSigned">,
  { modality }: GreyMeaning,
  means: (value: number) => number,
  isPadding: (value: number) => boolean,
): MeantRange {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (isPadding(value)) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (lowest > highest) [lowest, highest] = [0, 0];
  const [from, to] = isSigned
    ? [-(2 ** (stored - 1)), 2 ** (stored - 1) - 1]
    : [0, 2 ** stored - 1];
  const [low, high] = ordered(means(lowest), means(highest));
  const [least, most] =
    "lookup" in modality ? [0, 2 ** modality.lookup.bits - 1] : ordered(means(from), means(to));
  return { low, high, least, most };
}

function ordered(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

/** As `toLevels` has it of other files. */
function throughRange(
  { low, high, least, most }: MeantRange,
  range: LevelRange,
  stored: number,
  white: number,
): (value: number) => number {
  if (range === "full" && 2 ** stored > white + 1) {
    const step = (most - least + 1) / (white + 1);
    return (value) => Math.min(white, Math.max(0, Math.floor((value - least) / step)));
  }
  const isFull = range === "full" || stored <= 8;
  const [black, brightest] = isFull
    ? [least, most]
    : range === "used"
      ? [low, high]
      : (range as [number, number]);
  const span = brightest - black || 1;
  return (value) => Math.round(Math.min(white, Math.max(0, ((value - black) * white) / span || 0)));
}
