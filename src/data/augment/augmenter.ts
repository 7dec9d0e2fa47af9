import { type Depth, type Pixels, whiteOf } from "../../pixels.ts";
import { affineOf, identity, type Transform } from "./affine.ts";
import { Draws, operationCode } from "./draws.ts";
import { blur } from "./filters.ts";
import {
  applyLevels,
  brighten,
  histogramOf,
  shiftLevels,
  stretchContrast,
  unchangedLevels,
} from "./levels.ts";
import { drawMix, mixIn, type Mix } from "./mix.ts";
import { addNoise, addSaltAndPepper, fillWithNoise, noiseTable } from "./noise.ts";
import { changeByPolicy, drawPolicy, placeByPolicy } from "./rand-augment.ts";
import { drawDistance, drawFactor, drawRectangle, type AugmentSettings } from "./ranges.ts";
import type { Shape } from "./shape.ts";
import { buildWarp } from "./warp.ts";

/** What an augmented image is drawn from, and nothing else. */
export interface ImageKey {
  seed: number;
  /** From 1. */
  epoch: number;
  /** Position in the training split. */
  image: number;
  /** How often the image has been in the epoch before; 0 by default. */
  copy?: number;
}

export interface Augmenter {
  /**
   * All but mixing: place, levels, noise.
   * @param source [height, width, channels]; it is not changed
   * @param into of the same size, and other memory
   */
  augment(source: Pixels, key: ImageKey, into: Pixels): void;
  /** Which other image comes in; null where the experiment mixes none. */
  mixOf(key: ImageKey): Mix | null;
  /** Lets an augmented image into another. */
  mix(image: Pixels, other: Pixels, mix: Mix): void;
}

/** @param images length of the training split @param depth of their values */
export function buildAugmenter(
  settings: AugmentSettings,
  shape: Shape,
  images: number,
  depth: Depth = 8,
): Augmenter {
  const warp = buildWarp(shape, settings, depth);
  const noise = whiteOf(depth) * settings.noise;
  const table = noiseTable();
  const isMixed = settings.mixup > 0 || settings.cutmix > 0;
  return {
    augment(source, key, into) {
      const policy = settings.randAugment
        ? drawPolicy(drawsOf(key, "randAugment"), settings.randAugment)
        : [];
      const transform = drawTransform(settings, shape, key);
      placeByPolicy(policy, transform, shape);
      if (isUnmoved(transform)) into.set(source);
      else warp(source, affineOf(transform, shape), into);
      if (settings.blur > 0) blur(into, shape, drawsOf(key, "blur").uniform(0, settings.blur));
      changeLevels(settings, shape, key, into);
      changeByPolicy(policy, into, shape);
      if (noise > 0) addNoise(into, noise, table, drawsOf(key, "noise"));
      if (settings.saltAndPepper > 0)
        addSaltAndPepper(into, shape, settings.saltAndPepper, drawsOf(key, "saltAndPepper"));
      if (settings.erase) eraseOne(settings.erase, shape, drawsOf(key, "erase"), into);
    },
    mixOf: (key) => (isMixed ? drawMix(drawsOf(key, "mix"), settings, images, shape) : null),
    mix: (image, other, mix) => mixIn(image, other, shape, mix),
  };
}

const names = [
  "rotation",
  "shift",
  "shear",
  "zoom",
  "crop",
  "flip",
  "blur",
  "channelShift",
  "brightness",
  "contrast",
  "randAugment",
  "noise",
  "saltAndPepper",
  "erase",
  "mix",
] as const;
type Name = (typeof names)[number];

const codes = Object.fromEntries(names.map((name) => [name, operationCode(name)])) as Record<
  Name,
  number
>;

function drawsOf({ seed, epoch, image, copy }: ImageKey, name: Name): Draws {
  return Draws.of(seed, epoch, image, codes[name], copy);
}

/** Where the image goes, each part drawn by itself. */
export function drawTransform(settings: AugmentSettings, shape: Shape, key: ImageKey): Transform {
  const [height, width] = shape;
  const transform = { ...identity };
  const { rotation, shear, shift, zoom, crop, flip } = settings;
  if (rotation > 0) transform.theta = drawsOf(key, "rotation").uniform(-rotation, rotation);
  const shifts = drawsOf(key, "shift");
  transform.shiftX = drawDistance(shifts, shift.width, width);
  transform.shiftY = drawDistance(shifts, shift.height, height);
  if (shear > 0) transform.shear = drawsOf(key, "shear").uniform(-shear, shear);
  const zooms = drawsOf(key, "zoom");
  transform.zoomX = drawFactor(zooms, zoom) ?? 1;
  transform.zoomY = drawFactor(zooms, zoom) ?? 1;
  if (crop)
    transform.window = drawRectangle(drawsOf(key, "crop"), shape, { ...crop, isRelative: true });
  const flips = drawsOf(key, "flip");
  const [isHorizontal, isVertical] = [flips.isBelow(0.5), flips.isBelow(0.5)];
  transform.flipHorizontal = isHorizontal && (flip === "horizontal" || flip === "both");
  transform.flipVertical = isVertical && (flip === "vertical" || flip === "both");
  return transform;
}

function isUnmoved(transform: Transform): boolean {
  return (Object.keys(identity) as (keyof Transform)[]).every(
    (part) => transform[part] === identity[part],
  );
}

function changeLevels(settings: AugmentSettings, shape: Shape, key: ImageKey, image: Pixels): void {
  const brightness = drawFactor(drawsOf(key, "brightness"), settings.brightness);
  const contrast = drawFactor(drawsOf(key, "contrast"), settings.contrast);
  const { channelShift } = settings;
  if (channelShift === 0 && brightness === null && contrast === null) return;
  const levels = unchangedLevels(image, shape[2]);
  const counts = channelShift > 0 || contrast !== null ? histogramOf(image, shape[2]) : [];
  if (channelShift > 0)
    shiftLevels(levels, counts, drawsOf(key, "channelShift").uniform(-channelShift, channelShift));
  if (brightness !== null) brighten(levels, brightness);
  if (contrast !== null) stretchContrast(levels, counts, contrast);
  applyLevels(image, shape, levels);
}

function eraseOne(
  { probability, area, ratio }: NonNullable<AugmentSettings["erase"]>,
  shape: Shape,
  draws: Draws,
  image: Pixels,
): void {
  if (!draws.isBelow(probability)) return;
  const { top, left, ...size } = drawRectangle(draws, shape, { area, ratio, isRelative: false });
  const rectangle = {
    top: Math.floor(top),
    left: Math.floor(left),
    height: Math.max(1, Math.round(size.height)),
    width: Math.max(1, Math.round(size.width)),
  };
  rectangle.height = Math.min(rectangle.height, shape[0] - rectangle.top);
  rectangle.width = Math.min(rectangle.width, shape[1] - rectangle.left);
  fillWithNoise(image, shape, rectangle, draws);
}
