import { uniformInt } from "pure-rand/distribution/uniformInt";
import { stream } from "../../random.ts";
import type { Search, Space } from "../types.ts";
import { directions } from "./sobol-directions.ts";
import { valueAt } from "./space.ts";

const BITS = 32;

/** Dimensions that there are direction numbers for. */
export const MOST_DIMENSIONS = directions.length + 1;

/**
 * Points of Sobol's sequence, which fill the space evenly however many are taken: best at a power of 2. They are
 * scrambled by the seed (Owen, 1995), so that each point is even over the whole space and yet no two seeds give the same.
 *
 * @throws RangeError of more dimensions than `MOST_DIMENSIONS`
 */
export function sobolSearch({ dimensions }: Space, seed: number): Search {
  if (dimensions.length > MOST_DIMENSIONS)
    throw new RangeError(`Sobol's sequence is known for ${MOST_DIMENSIONS} dimensions at most.`);
  const columns = dimensions.map((_, index) => ({
    numbers: directionNumbers(index),
    scramble: uniformInt(stream(seed, "sweep", "sobol", index), 0, 2 ** 32 - 1),
  }));
  return {
    size: null,
    awaits: () => 0,
    propose: (number) =>
      columns.map(({ numbers, scramble }, index) =>
        valueAt(
          dimensions[index]!,
          scrambled(sobolBits(numbers, number - 1), scramble) / 2 ** BITS,
        ),
      ),
  };
}

/** Direction numbers of a dimension as fractions of 2^32, the coarsest first. @param dimension from 0 */
export function directionNumbers(dimension: number): Uint32Array {
  const numbers = new Uint32Array(BITS);
  const line = directions[dimension - 1];
  if (line === undefined) return numbers.map((_, bit) => 2 ** (BITS - 1 - bit));
  const [polynomial, ...initial] = line;
  const degree = initial.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = initial[bit]! << (BITS - 1 - bit);
      continue;
    }
    const before = numbers[bit - degree]!;
    let next = before ^ (before >>> degree);
    for (let term = 1; term < degree; term++)
      if ((polynomial >>> (degree - term)) & 1) next ^= numbers[bit - term]!;
    numbers[bit] = next;
  }
  return numbers;
}

/** A coordinate of a point as a fraction of 2^32, in the order of Gray's code. @param number of the point, from 0 */
export function sobolBits(numbers: Uint32Array, number: number): number {
  let bits = 0;
  for (let gray = number ^ (number >>> 1), bit = 0; gray > 0; gray >>>= 1, bit++)
    if (gray & 1) bits ^= numbers[bit]!;
  return bits >>> 0;
}

/**
 * Owen's scrambling by a hash in which each bit is changed by those above it alone: Laine and Karras (2011) with the
 * constants of Vegdahl (2021), as Burley describes it (2020, "Practical Hash-based Owen Scrambling").
 */
export function scrambled(bits: number, seed: number): number {
  let x = reversed(bits);
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reversed(x >>> 0);
}

/** The bits of a number of 32 in the opposite order. */
function reversed(bits: number): number {
  let x = bits;
  x = ((x & 0x55555555) << 1) | ((x >>> 1) & 0x55555555);
  x = ((x & 0x33333333) << 2) | ((x >>> 2) & 0x33333333);
  x = ((x & 0x0f0f0f0f) << 4) | ((x >>> 4) & 0x0f0f0f0f);
  x = ((x & 0x00ff00ff) << 8) | ((x >>> 8) & 0x00ff00ff);
  return ((x << 16) | (x >>> 16)) >>> 0;
}
