import type { Shape } from "./shape.ts";

/** Where an output pixel comes from, in pixels of the source: row = yy * y + yx * x + y0, column = xy * y + xx * x + x0. */
export interface Affine {
  yy: number;
  yx: number;
  y0: number;
  xy: number;
  xx: number;
  x0: number;
}

/** What is drawn for an image, by the names that Keras's `apply_transform` has for it. */
export interface Transform {
  /** Degrees; above 0 the image turns anticlockwise. */
  theta: number;
  /** Pixels by which the place that is read moves, so that the image itself moves up and to the left. */
  shiftY: number;
  shiftX: number;
  /** Degrees. */
  shear: number;
  /** Above 1 the image becomes smaller. */
  zoomY: number;
  zoomX: number;
  flipVertical: boolean;
  flipHorizontal: boolean;
  /** The part of the image that is taken for the whole of it, in pixels; null: all of it. */
  window: { top: number; left: number; height: number; width: number } | null;
}

export const identity: Transform = {
  theta: 0,
  shiftY: 0,
  shiftX: 0,
  shear: 0,
  zoomY: 1,
  zoomX: 1,
  flipVertical: false,
  flipHorizontal: false,
  window: null,
};

/**
 * All of a transform as one map about the image's centre: rotation · shift · shear · zoom, as Keras multiplies them,
 * on the image already cut to its window, and mirrored last.
 *
 * It differs from Keras 3.15 where that errs: there `height_shift_range` moves to the side and `width_shift_range`
 * up and down, and images that are not square turn about a point that is not their centre.
 */
export function affineOf(transform: Transform, [height, width]: Shape): Affine {
  const theta = (transform.theta * Math.PI) / 180;
  const shear = (transform.shear * Math.PI) / 180;
  const [cos, sin] = [Math.cos(theta), Math.sin(theta)];
  const { zoomY, zoomX, shiftY, shiftX } = transform;
  // In x, y order: R = [cos -sin; sin cos], H = [1 -sin(shear); 0 cos(shear)], Z = diag(zoomX, zoomY).
  const xx = cos * zoomX;
  const xy = (-cos * Math.sin(shear) - sin * Math.cos(shear)) * zoomY;
  const yx = sin * zoomX;
  const yy = (-sin * Math.sin(shear) + cos * Math.cos(shear)) * zoomY;
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  const map = {
    yy,
    yx,
    y0: centreY - yy * centreY - yx * centreX + sin * shiftX + cos * shiftY,
    xy,
    xx,
    x0: centreX - xy * centreY - xx * centreX + cos * shiftX - sin * shiftY,
  };
  return within(mirrored(map, transform, height, width), transform.window, height, width);
}

function mirrored(
  map: Affine,
  { flipVertical, flipHorizontal }: Transform,
  height: number,
  width: number,
): Affine {
  const result = { ...map };
  if (flipHorizontal) {
    result.x0 += map.xx * (width - 1);
    result.y0 += map.yx * (width - 1);
    result.xx = -map.xx;
    result.yx = -map.yx;
  }
  if (flipVertical) {
    result.x0 += map.xy * (height - 1);
    result.y0 += map.yy * (height - 1);
    result.xy = -map.xy;
    result.yy = -map.yy;
  }
  return result;
}

/** Pixels are squares with their places in the middle: the window's edges become the image's edges. */
function within(map: Affine, window: Transform["window"], height: number, width: number): Affine {
  if (!window) return map;
  const scaleY = window.height / height;
  const scaleX = window.width / width;
  return {
    yy: map.yy * scaleY,
    yx: map.yx * scaleY,
    y0: (map.y0 + 0.5) * scaleY - 0.5 + window.top,
    xy: map.xy * scaleX,
    xx: map.xx * scaleX,
    x0: (map.x0 + 0.5) * scaleX - 0.5 + window.left,
  };
}
