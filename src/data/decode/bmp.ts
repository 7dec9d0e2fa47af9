import { DecodeError } from "./decode-error.ts";
import type { Alpha } from "./colour.ts";
import type { Samples } from "./samples.ts";
import { messages } from "./messages.ts";

/**
 * Reads a BMP file of Windows or OS/2: 1, 4 and 8 bits with a palette, plain or run-length encoded, 16 bits (555, 565),
 * 24 and 32 bits. Values are Pillow's.
 * The format: https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 *
 * @throws DecodeError
 */
export function readBmp(
  bytes: Uint8Array,
  mostPixels: number,
): Samples & { hasAlpha: boolean; alpha?: Alpha } {
  if (bytes.length < 26) throw new DecodeError("truncated", "no whole header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = view.getUint32(14, true);
  const isOs2 = headerSize === 12;
  if (!isOs2 && (headerSize < 40 || headerSize > 124))
    throw new DecodeError("corrupt", `a header of ${headerSize} bytes`);
  if (bytes.length < 14 + headerSize) throw new DecodeError("truncated", "no whole header");
  const width = isOs2 ? view.getUint16(18, true) : view.getInt32(18, true);
  const signedHeight = isOs2 ? view.getUint16(20, true) : view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const bits = view.getUint16(isOs2 ? 24 : 28, true);
  const compression = isOs2 ? 0 : view.getUint32(30, true);
  if (width < 1 || height < 1)
    throw new DecodeError("corrupt", `an image of ${width}x${height} pixels`);
  if (width * height > mostPixels)
    throw new DecodeError("too-many-pixels", `${width}x${height} pixels`);
  const start = pixelsStart();
  const row = (from: number) => (signedHeight < 0 ? from : height - 1 - from);
  const pixels = new Uint8Array(width * height * 3);
  let alpha: Alpha | undefined;

  const masks = compression === 3 ? readMasks() : null;
  if (bits <= 8) paintIndices();
  else if (bits === 16) paintWords();
  else paintColours();
  const hasAlpha = masks !== null && masks[3] !== 0;
  return { width, height, channels: 3, pixels, hasAlpha, ...(alpha && { alpha }) };

  /** Some files point at the palette, which lies between the header and the pixels. As Pillow: four bytes a colour. */
  function pixelsStart(): number {
    const stated = view.getUint32(10, true);
    const colours = isOs2 ? 0 : view.getUint32(46, true);
    const isPalette = bits <= 8 && stated === 14 + headerSize;
    return isPalette ? stated + 4 * (colours === 0 ? 1 << bits : colours) : stated;
  }

  function readMasks(): number[] {
    if (54 + 12 > bytes.length) throw new DecodeError("truncated", "no whole header");
    return [54, 58, 62, 66].map((at) =>
      at === 66 && headerSize < 56 ? 0 : at + 4 > bytes.length ? 0 : view.getUint32(at, true),
    );
  }

  function refuse(what: string): never {
    throw new DecodeError("unsupported-format", messages.bmpUnsupported(what));
  }

  function requireBytes(needed: number): void {
    if (start + needed > bytes.length)
      throw new DecodeError("truncated", `${bytes.length - start} of ${needed} bytes of pixels`);
  }

  function paintIndices(): void {
    if (![1, 4, 8].includes(bits)) refuse(`${bits} bits a pixel`);
    const indices = compression === 0 ? plainIndices() : runLengths();
    const entry = isOs2 ? 3 : 4;
    const from = 14 + headerSize;
    const used = isOs2 ? 0 : view.getUint32(46, true);
    const colours = used === 0 ? 1 << bits : used;
    if (colours > 256) throw new DecodeError("corrupt", `a palette of ${colours} colours`);
    for (const [at, index] of indices.entries()) {
      const colour = from + index * entry;
      if (index >= colours || colour + 3 > bytes.length) continue;
      pixels[at * 3] = bytes[colour + 2]!;
      pixels[at * 3 + 1] = bytes[colour + 1]!;
      pixels[at * 3 + 2] = bytes[colour]!;
    }
  }

  function plainIndices(): Uint8Array {
    const stride = Math.ceil((width * bits) / 32) * 4;
    requireBytes(stride * (height - 1) + Math.ceil((width * bits) / 8));
    const mask = (1 << bits) - 1;
    return Uint8Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, row(Math.floor(at / width))];
      const byte = bytes[start + y * stride + ((x * bits) >> 3)]!;
      return (byte >> (8 - bits - ((x * bits) & 7))) & mask;
    });
  }

  /** Runs of one index, or of two by turns; escapes end a line or the picture, move on, or give indices as they are. */
  function runLengths(): Uint8Array {
    const isFour = compression === 2;
    if (!(compression === 1 && bits === 8) && !(isFour && bits === 4))
      refuse(`compression ${compression} of ${bits} bits`);
    const indices = new Uint8Array(width * height);
    let [at, x, y] = [start, 0, 0];
    const put = (index: number) => {
      if (x < width && y < height) indices[row(y) * width + x] = index;
      x++;
    };
    while (y < height) {
      if (at + 2 > bytes.length) throw new DecodeError("truncated", "runs that end too early");
      const [count, value] = [bytes[at]!, bytes[at + 1]!];
      at += 2;
      if (count > 0) {
        for (let pixel = 0; pixel < count; pixel++)
          put(isFour ? (pixel & 1 ? value & 15 : value >> 4) : value);
      } else if (value === 0) [x, y] = [0, y + 1];
      else if (value === 1) {
        if (y * width + Math.min(x, width) >= width * height) break;
        throw new DecodeError("truncated", "runs that end too early");
      } else if (value === 2) {
        if (at + 2 > bytes.length) throw new DecodeError("truncated", "runs that end too early");
        x += bytes[at]!;
        y += bytes[at + 1]!;
        at += 2;
      } else {
        const length = isFour ? Math.ceil(value / 2) : value;
        if (at + length > bytes.length)
          throw new DecodeError("truncated", "runs that end too early");
        for (let pixel = 0; pixel < value; pixel++) {
          const byte = bytes[at + (isFour ? pixel >> 1 : pixel)]!;
          put(isFour ? (pixel & 1 ? byte & 15 : byte >> 4) : byte);
        }
        at += length + (length & 1);
      }
    }
    return indices;
  }

  function paintWords(): void {
    const is565 = masks?.slice(0, 3).join() === [0xf800, 0x7e0, 0x1f].join();
    const is555 = compression === 0 || masks?.slice(0, 3).join() === [0x7c00, 0x3e0, 0x1f].join();
    if (!is565 && !is555) refuse("bit fields of an unusual kind");
    const stride = Math.ceil((width * 16) / 32) * 4;
    requireBytes(stride * (height - 1) + width * 2);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const word = view.getUint16(start + row(y) * stride + x * 2, true);
        const green = is565 ? (((word >> 5) & 63) * 255) / 63 : (((word >> 5) & 31) * 255) / 31;
        const red = (((word >> (is565 ? 11 : 10)) & 31) * 255) / 31;
        pixels.set([red, green, ((word & 31) * 255) / 31], (y * width + x) * 3);
      }
    }
  }

  function paintColours(): void {
    if (bits !== 24 && bits !== 32) refuse(`${bits} bits a pixel`);
    if (compression !== 0 && masks === null) refuse(`compression ${compression}`);
    const size = bits / 8;
    const places = masks?.map((mask) => [0xff, 0xff00, 0xff0000, 0xff000000].indexOf(mask));
    const [red, green, blue] = places ?? [2, 1, 0];
    if (places?.slice(0, 3).some((place) => place === -1 || place >= size))
      refuse("bit fields of an unusual kind");
    const opacity = places?.[3] ?? -1;
    if (opacity !== -1 && opacity < size)
      alpha = { values: new Uint8Array(width * height), isPremultiplied: false };
    const stride = Math.ceil((width * bits) / 32) * 4;
    requireBytes(stride * (height - 1) + width * size);
    for (let y = 0, to = 0; y < height; y++) {
      let at = start + row(y) * stride;
      for (let x = 0; x < width; x++, at += size) {
        if (alpha) alpha.values[to / 3] = bytes[at + opacity]!;
        pixels[to++] = bytes[at + red!]!;
        pixels[to++] = bytes[at + green!]!;
        pixels[to++] = bytes[at + blue!]!;
      }
    }
  }
}
