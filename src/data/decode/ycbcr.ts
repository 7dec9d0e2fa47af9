import type { TiffPage } from "./tiff-directory.ts";

const SHIFT = 16;
const HALF = 1 << (SHIFT - 1);

/**
 * Red, green and blue of luma and chroma, in libtiff's whole numbers (TIFFYCbCrToRGBInit): the file says what black and
 * white are, and how luma was made.
 *
 * @param values [.., 3], 0 to 255; they are overwritten
 * @returns [.., 3]
 */
export function fromYcbcr(
  values: Uint8Array,
  { coefficients, referenceBlackWhite }: Pick<TiffPage, "coefficients" | "referenceBlackWhite">,
): Uint8Array {
  const [red, green, blue] = coefficients;
  const [black, white, cbLow, cbHigh, crLow, crHigh] = referenceBlackWhite ?? [
    0, 255, 128, 255, 128, 255,
  ];
  const fixed = (value: number) => Math.trunc(value * 2 ** SHIFT + 0.5);
  const [ofRed, ofBlue] = [2 - 2 * red, 2 - 2 * blue];
  const code = (value: number, low: number, high: number, range: number) =>
    Math.trunc(((value - Math.trunc(low)) * range) / (high - low || 1));
  const table = (of: (index: number) => number) =>
    Int32Array.from({ length: 256 }, (_, at) => of(at));
  const y = table((at) => code(at, black!, white!, 255));
  const cb = table((at) => code(at - 128, cbLow! - 128, cbHigh! - 128, 127));
  const cr = table((at) => code(at - 128, crLow! - 128, crHigh! - 128, 127));
  const [crRed, cbBlue] = [fixed(ofRed), fixed(ofBlue)];
  const [crGreen, cbGreen] = [-fixed((red * ofRed) / green), -fixed((blue * ofBlue) / green)];
  const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);
  for (let at = 0; at < values.length; at += 3) {
    const [luma, chromaBlue, chromaRed] = [
      y[values[at]!]!,
      cb[values[at + 1]!]!,
      cr[values[at + 2]!]!,
    ];
    values[at] = clamp(luma + ((crRed * chromaRed + HALF) >> SHIFT));
    values[at + 1] = clamp(luma + ((cbGreen * chromaBlue + HALF + crGreen * chromaRed) >> SHIFT));
    values[at + 2] = clamp(luma + ((cbBlue * chromaBlue + HALF) >> SHIFT));
  }
  return values;
}
