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
 * @param values [.., 3], 0 to 255; they are overwritten
 */
export function fromYbr(values: Uint8Array): Uint8Array {
  const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);
  for (let at = 0; at < values.length; at += 3) {
    const [luma, blue, red] = [values[at]!, values[at + 1]! - 128, values[at + 2]! - 128];
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
): Uint8Array {
  const pixels = new Uint8Array(indices.length * 3);
  for (let channel = 0; channel < 3; channel++) {
    const table = palette[channel]!;
    // Of 16 bits the higher byte is the colour.
    const shift = table.entries instanceof Uint16Array && table.bits > 8 ? table.bits - 8 : 0;
    for (let at = 0; at < indices.length; at++)
      pixels[at * 3 + channel] = lookUp(table, indices[at]!) >> shift;
  }
  return pixels;
}

/** Channels of any bits as 256 levels: the highest eight of more, in proportion of fewer. */
export function toBytes(values: Numbers, bits: number): Uint8Array {
  if (bits === 8 && values instanceof Uint8Array) return values;
  const levels = new Uint8Array(values.length);
  const most = 2 ** bits - 1;
  for (let at = 0; at < values.length; at++)
    levels[at] = bits > 8 ? values[at]! / 2 ** (bits - 8) : Math.round((values[at]! * 255) / most);
  return levels;
}
