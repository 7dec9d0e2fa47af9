import { maximum } from "../arrays.ts";
import { messages } from "./messages.ts";
import type { Problem } from "./problem.ts";
import type { ResolvedExperiment } from "./resolved.ts";

type Data = ResolvedExperiment["data"];
type Augment = NonNullable<Data["augment"]>;

/** Values per image for which the whitening matrix, its square, still takes no more than a minute or two. */
export const MOST_WHITENED_VALUES = 4096;

export function preprocessProblems({ preprocess, targetSize, colour }: Data): Problem[] {
  const { clahe, zcaWhitening, featurewiseStd, zcaEpsilon } = preprocess;
  const [height, width] = targetSize;
  const values = height * width * (colour === "grey" ? 1 : 3);
  const problems: Problem[] = [];
  const at = (key: string, message: string) =>
    problems.push({ path: ["data", "preprocess", key], message });
  if (clahe && colour !== "grey") at("clahe", messages.claheNeedsGrey());
  else if (clahe && (2 * clahe.tiles[0] > height || 2 * clahe.tiles[1] > width))
    at("clahe", messages.claheTilesTooSmall(clahe.tiles, height, width));
  if (zcaWhitening && values > MOST_WHITENED_VALUES)
    at("zcaWhitening", messages.zcaTooLarge(values, MOST_WHITENED_VALUES));
  if (zcaWhitening && featurewiseStd) at("featurewiseStd", messages.zcaReplacesStd());
  if (!zcaWhitening && zcaEpsilon !== 1e-6) at("zcaEpsilon", messages.zcaEpsilonUnused());
  return problems;
}

export function dicomProblems({ dicom }: Data): Problem[] {
  if (!Array.isArray(dicom.window)) return [];
  const [, width] = dicom.window as [number, number];
  if (width >= 1) return [];
  return [{ path: ["data", "dicom", "window"], message: messages.windowTooNarrow(width) }];
}

export function augmentProblems({ targetSize }: Data, augment: Augment): Problem[] {
  return [
    ...rangeProblems(augment),
    ...sizeProblems(targetSize, augment),
    ...shiftProblems(targetSize, augment),
    ...fillProblems(augment),
  ];
}

function rangeProblems(augment: Augment): Problem[] {
  const { zoom, brightness, contrast, crop, erase } = augment;
  const ranges: [path: string[], value: unknown][] = [
    [["zoom"], zoom],
    [["brightness"], brightness],
    [["contrast"], contrast],
    [["crop", "area"], crop?.area],
    [["crop", "ratio"], crop?.ratio],
    [["erase", "area"], erase?.area],
    [["erase", "ratio"], erase?.ratio],
  ];
  return ranges.flatMap(([path, range]) => {
    if (!Array.isArray(range)) return [];
    const [low, high] = range as [number, number];
    if (low <= high) return [];
    return [{ path: ["data", "augment", ...path], message: messages.rangeBackwards(low, high) }];
  });
}

/** What cannot do anything to so few pixels. */
function sizeProblems([height, width]: Data["targetSize"], augment: Augment): Problem[] {
  const isRow = height === 1 || width === 1;
  const isPoint = height === 1 && width === 1;
  const { rotation, shear, zoom, crop, blur, flip, erase, cutmix } = augment;
  const useless = {
    rotation: isRow && rotation > 0,
    shear: isRow && shear > 0,
    zoom: isPoint && zoom !== 0,
    crop: isPoint && crop !== null,
    blur: isPoint && blur > 0,
    flip:
      (width === 1 && (flip === "horizontal" || flip === "both")) ||
      (height === 1 && (flip === "vertical" || flip === "both")),
    erase: isPoint && erase !== null,
    cutmix: isPoint && cutmix > 0,
  };
  return Object.entries(useless).flatMap(([key, isUseless]) =>
    isUseless
      ? [{ path: ["data", "augment", key], message: messages.needsMorePixels(key, height, width) }]
      : [],
  );
}

function shiftProblems([height, width]: Data["targetSize"], { shift }: Augment): Problem[] {
  const sizes = { width, height };
  const beyond = (["width", "height"] as const).flatMap((axis) => {
    const most = maximum([shift[axis]].flat());
    return most >= 1 && most >= sizes[axis] ? [{ axis, most }] : [];
  });
  // One number for both is one mistake.
  const isOne = beyond.length === 2 && shift.width === shift.height;
  return (isOne ? beyond.slice(0, 1) : beyond).map(({ axis, most }) => ({
    path: ["data", "augment", "shift", ...(isOne ? [] : [axis])],
    message: messages.shiftBeyondImage(most, sizes[axis]),
  }));
}

/** A setting of how pixels from beyond the edge look, where none comes in or it looks otherwise. */
function fillProblems(augment: Augment): Problem[] {
  const { fill, fillValue, interpolation, rotation, shear, zoom, shift, crop, randAugment } =
    augment;
  const at = (key: string, message: string) => [{ path: ["data", "augment", key], message }];
  const isMoved =
    rotation > 0 ||
    shear > 0 ||
    zoom !== 0 ||
    crop !== null ||
    randAugment !== null ||
    Object.values(shift).some((distance) => distance !== 0);
  if (!isMoved && fill !== "nearest") return at("fill", messages.fillUnused("fill"));
  if (!isMoved && interpolation !== "bilinear")
    return at("interpolation", messages.fillUnused("interpolation"));
  if (fill !== "constant" && fillValue !== 0)
    return at("fillValue", messages.fillValueUnused(fill));
  return [];
}
