/**
 * Random numbers that follow from a key alone: the seed, the epoch, the image and the operation. Nothing else has a
 * say, neither the batch, nor the thread, nor what was drawn before, so that one operation never shifts another.
 *
 * The n-th number is a hash of the key and n (lowbias32 of Chris Wellons' hash-prospector, once on each half of a
 * 64-bit key): no table, no state but a counter, and made in a few nanoseconds. `stream` of src/random.ts, which
 * hashes its key with SHA-256, would take longer than a small image takes to augment.
 */
export class Draws {
  private constructor(
    private readonly high: number,
    private readonly low: number,
    private counter = 0,
  ) {}

  /**
   * @param image position in the training split @param operation from `operationCode`
   * @param copy how often the image has been in the epoch before
   */
  static of(seed: number, epoch: number, image: number, operation: number, copy = 0): Draws {
    const half = (start: number) => {
      // One after the other, since a list of them would take longer than all else.
      const own = hash(
        hash(hash(hash(start, seed, start), epoch, start), image, start),
        operation,
        start,
      );
      return copy > 0 ? hash(own, copy, start) : own;
    };
    return new Draws(half(0x243f6a88), half(0x13198a2e));
  }

  /** 32 random bits as a whole number of either sign. */
  bits(): number {
    return mix(this.high ^ mix(this.low + Math.imul(this.counter++, GOLDEN)));
  }

  /** From `low` up to `high`. */
  uniform(low: number, high: number): number {
    return low + (high - low) * ((this.bits() >>> 0) / 2 ** 32);
  }

  /** A whole number from 0 to count - 1. */
  below(count: number): number {
    return Math.floor(this.uniform(0, count));
  }

  isBelow(probability: number): boolean {
    return this.uniform(0, 1) < probability;
  }

  /** Of the standard normal distribution (Box-Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform(0, 1)));
    return radius * Math.cos(2 * Math.PI * this.uniform(0, 1));
  }

  /** Of the Gamma distribution with scale 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number {
    if (shape < 1) {
      const power = (1 - this.uniform(0, 1)) ** (1 / shape);
      return this.gamma(shape + 1) * power;
    }
    const d = shape - 1 / 3;
    for (;;) {
      const normal = this.normal();
      const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - this.uniform(0, 1)) < normal ** 2 / 2 + d - d * v + d * Math.log(v))
        return d * v;
    }
  }

  /** Of Beta(alpha, alpha), from 0 to 1. */
  beta(alpha: number): number {
    const [one, other] = [this.gamma(alpha), this.gamma(alpha)];
    // Both may round to 0 where alpha is tiny; the distribution is then all at its two ends.
    return one + other > 0 ? one / (one + other) : this.below(2);
  }
}

/** A number for an operation's name, so that no list of names has to keep its order (FNV-1a). */
export function operationCode(name: string): number {
  let code = 0x811c9dc5;
  for (const character of name) code = Math.imul(code ^ character.codePointAt(0)!, 0x01000193);
  return code;
}

const GOLDEN = 0x9e3779b9;

function hash(state: number, part: number, start: number): number {
  return mix((state + GOLDEN) ^ mix(part + start));
}

export function mix(value: number): number {
  value ^= value >>> 16;
  value = Math.imul(value, 0x21f0aaad);
  value ^= value >>> 15;
  value = Math.imul(value, 0x735a2d97);
  return value ^ (value >>> 15);
}
