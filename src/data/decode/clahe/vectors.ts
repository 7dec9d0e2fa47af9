import { bytesOf } from "../../../pixels.ts";
import { type Address, KernelMemory } from "../../kernel-memory.ts";
import { kernelsCode } from "./code.ts";
import type { Tiles } from "./tiles.ts";

/** What kernels.as.ts exports. */
interface Kernels {
  memory: WebAssembly.Memory;
  tile: (
    image: Address,
    rows: Address,
    height: number,
    columns: Address,
    width: number,
    most: number,
    to: Address,
  ) => void;
  row: (
    pixels: Address,
    width: number,
    upper: Address,
    lower: Address,
    first: Address,
    second: Address,
    shares: Address,
    share: number,
    scale: number,
    to: Address,
  ) => void;
}

/** Pixels of a tile that the kernels count exactly. */
export const MOST_AREA = 2 ** 24;

/** Of a tile before its sums, and of one of these: see kernels.as.ts. */
const HEAD_BYTES = 16 + 2048 * 8;
const SUM_BYTES = 4;

/** `clahe` of 16 bits with vector instructions. Its memory is for the time of a call. */
export class VectorEqualiser {
  readonly #kernels: Kernels;
  readonly #memory: KernelMemory;

  /** @returns null where the processor has no vector instructions that WebAssembly could use */
  static open(): VectorEqualiser | null {
    return WebAssembly.validate(kernelsCode) ? new VectorEqualiser(kernelsCode) : null;
  }

  private constructor(code: BufferSource) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    this.#kernels = exports as unknown as Kernels;
    this.#memory = new KernelMemory(this.#kernels.memory);
  }

  /** @param tiles of at most MOST_AREA pixels */
  equalise(pixels: Uint16Array, tiles: Tiles): Uint16Array {
    const { down, across, scale } = tiles;
    const [height, width] = [down.shares.length, across.shares.length];
    const rowBytes = width * pixels.BYTES_PER_ELEMENT;
    const memory = this.#memory;
    memory.used = 0;
    const image = memory.put(bytesOf(pixels));
    const result = memory.take(pixels.byteLength);
    // Two rows of tiles are enough: those between whose middles pixels are.
    const tileBytes = bytesOfTile(tiles);
    const tileRows = [0, 1].map(() => memory.take(across.count * tileBytes));
    const rows = memory.put(bytesIn(down.places.map((place) => place * width)));
    const columns = memory.put(bytesIn(across.places));
    const first = memory.put(bytesIn(across.first.map((tile) => tile * tileBytes)));
    const second = memory.put(bytesIn(across.second.map((tile) => tile * tileBytes)));
    const shares = memory.put(bytesIn(across.shares));
    let made = 0;
    for (let y = 0; y < height; y++) {
      for (; made <= down.second[y]!; made++)
        for (let column = 0; column < across.count; column++)
          this.#kernels.tile(
            image,
            rows + 4 * made * down.side,
            down.side,
            columns + 4 * column * across.side,
            across.side,
            tiles.most,
            tileRows[made % 2]! + column * tileBytes,
          );
      this.#kernels.row(
        image + y * rowBytes,
        width,
        tileRows[down.first[y]! % 2]!,
        tileRows[down.second[y]! % 2]!,
        first,
        second,
        shares,
        down.shares[y]!,
        scale,
        result + y * rowBytes,
      );
    }
    return new Uint16Array(memory.bytes(result, pixels.byteLength).slice().buffer);
  }
}

function bytesOfTile({ area, levels }: Tiles): number {
  const sums = Math.min(area, levels) + 1;
  return Math.ceil((HEAD_BYTES + SUM_BYTES * sums) / 16) * 16;
}

function bytesIn({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
