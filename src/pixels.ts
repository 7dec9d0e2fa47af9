/** Bits of each value of an image. */
export type Depth = 8 | 16;

/** Values of an image, one row after another: from 0, black, to 255 of 8 bits or 65535 of 16. */
export type Pixels = Uint8Array | Uint16Array;

/** What a level of 8 bits is of 16: white becomes white. */
const WIDER = 257;

export function depthOf(pixels: Pixels): Depth {
  return pixels.BYTES_PER_ELEMENT === 2 ? 16 : 8;
}

/** The highest value. */
export function whiteOf(depth: Depth): 255 | 65_535 {
  return depth === 16 ? 65_535 : 255;
}

/** Values that one level of 8 bits comes to. */
export function levelOf(depth: Depth): 1 | 257 {
  return depth === 16 ? WIDER : 1;
}

export function blackPixels(depth: Depth, length: number): Pixels {
  return depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
}

/** Of 16 bits each level of 8 exactly, times 257; of 8 bits the nearest to each of 16. @returns may be `pixels` itself */
export function toDepth(pixels: Pixels, depth: Depth): Pixels {
  return depth === 16 ? widened(pixels) : narrowed(pixels);
}

function widened(pixels: Pixels): Uint16Array {
  if (pixels instanceof Uint16Array) return pixels;
  const wide = new Uint16Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) wide[at] = pixels[at]! * WIDER;
  return wide;
}

/** As pictures for people and for comparison are: of 8 bits. @returns may be `pixels` itself */
export function narrowed(pixels: Pixels): Uint8Array {
  if (pixels instanceof Uint8Array) return pixels;
  const narrow = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) narrow[at] = Math.round(pixels[at]! / WIDER);
  return narrow;
}

/** Pixels as they lie in memory, and in the cache's files: the same memory. */
export function bytesOf(pixels: Pixels): Uint8Array {
  return pixels instanceof Uint8Array
    ? pixels
    : new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
}

/** And back: the same memory. @param bytes of 16 bits, from an even address on */
export function pixelsIn(bytes: Uint8Array, depth: Depth): Pixels {
  return depth === 16
    ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
    : bytes;
}
