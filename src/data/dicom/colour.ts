import { blackPixels, type Depth, depthOf, type Pixels, whiteOf } from "../../pixels.ts";
import type { Lookup } from "./lookup.ts";
import { lookUp } from "./lookup.ts";
import type { Numbers } from "./native.ts";

const { fround } = Math;
const [RED, GREEN_BLUE, GREEN_RED, BLUE] = [
  fround(1.402),
  fround((-0.114 * 1.772) / 0.587),
  fround((-0.299 * 1.402) / 0.587),
  fround(1.772),
];

/**
 * Red, green and blue of YBR_FULL, rounded to the nearest:
 * https://dicom.nema.org/medical/dicom/current/output/html/part03.html#sect_C.7.6.3.1.2
 *
 * @param values [.., 3]; they are overwritten
 */
export function fromYbr(values: Pixels): Pixels {
  const white = whiteOf(depthOf(values));
  const middle = (white + 1) / 2;
  const clamp = (value: number) => (value < 0 ? 0 : value > white ? white : value);
  for (let at = 0; at < values.length; at += 3) {
    const [luma, blue, red] = [values[at]!, values[at + 1]! - middle, values[at + 2]! - middle];
    values[at] = clamp(Math.floor(luma + RED * red + 0.5));
    values[at + 1] = clamp(Math.floor(luma + GREEN_BLUE * blue + GREEN_RED * red + 0.5));
    values[at + 2] = clamp(Math.floor(luma + BLUE * blue + 0.5));
  }
  return values;
}

/** @returns [.., 3] */
export function fromPalette(
  indices: Numbers,
  palette: readonly [Lookup, Lookup, Lookup],
  depth: Depth = 8,
): Pixels {
  const pixels = blackPixels(depth, indices.length * 3);
  for (let channel = 0; channel < 3; channel++) {
    const table = palette[channel]!;
    const bits = table.entries instanceof Uint16Array && table.bits > 8 ? table.bits : 8;
    for (let at = 0; at < indices.length; at++)
      pixels[at * 3 + channel] = scaled(lookUp(table, indices[at]!), bits, depth);
  }
  return pixels;
}

/** Channels of any bits as levels of 8 or of 16. */
export function toLevels(values: Numbers, bits: number, depth: Depth = 8): Pixels {
  if (bits === 8 && depth === 8 && values instanceof Uint8Array) return values;
  const levels = blackPixels(depth, values.length);
  for (let at = 0; at < values.length; at++) levels[at] = scaled(values[at]!, bits, depth);
  return levels;
}

/** The highest bits where there are more, in proportion where there are fewer. */
function scaled(value: number, bits: number, depth: Depth): number {
  return bits > depth
    ? Math.floor(value / 2 ** (bits - depth))
    : Math.round((value * whiteOf(depth)) / (2 ** bits - 1));
}
