/** Colour types and the depths that each may have: https://www.w3.org/TR/png-3/#11IHDR */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * What is wrong with a PNG file that a decoder has refused without saying why.
 * @returns undefined where its chunks tell nothing
 */
export function pngFault(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = new Set<string>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1");
    if (!/^[A-Za-z]{4}$/.test(type)) return "a chunk has no proper name";
    if (at + 12 + length > bytes.length) return `the chunk ${type} is cut off`;
    if (seen.size === 0 && type !== "IHDR") return "the first chunk is not IHDR";
    const sum = Bun.hash.crc32(bytes.subarray(at + 4, at + 8 + length));
    if (sum !== view.getUint32(at + 8 + length))
      return `the checksum of the chunk ${type} is wrong`;
    const fault = type === "IHDR" ? headerFault(view, at + 8, length) : undefined;
    if (fault) return fault;
    seen.add(type);
    if (type === "IEND") break;
    at += 12 + length;
  }
  if (!seen.has("IDAT")) return "there is no chunk IDAT, which holds the pixels";
  if (bytes[25] === 3 && !seen.has("PLTE"))
    return "there is no chunk PLTE, which holds the palette";
  return "its compressed data (zlib) is damaged";
}

function headerFault(view: DataView, at: number, length: number): string | undefined {
  if (length !== 13) return `its header (IHDR) has ${length} bytes`;
  const [width, height] = [view.getUint32(at), view.getUint32(at + 4)];
  const [depth, colours] = [view.getUint8(at + 8), view.getUint8(at + 9)];
  if (width === 0 || height === 0) return `its size is ${width}x${height} pixels`;
  if (!Object.hasOwn(depths, colours)) return `there is no colour type ${colours}`;
  if (!depths[colours]!.includes(depth))
    return `colour type ${colours} does not have ${depth} bits a sample`;
  const [compression, filter, interlacing] = [10, 11, 12].map((offset) =>
    view.getUint8(at + offset),
  ) as [number, number, number];
  if (compression !== 0) return `there is no compression ${compression}`;
  if (filter !== 0) return `there is no filter method ${filter}`;
  return interlacing > 1 ? `there is no interlacing ${interlacing}` : undefined;
}
