import { uniformInt } from "pure-rand/distribution/uniformInt";
import { stream } from "../../../src/random.ts";

/** What became of things that were changed at random. */
export interface Tally {
  changes: number;
  /** Not read at all, and why was said. */
  refused: number;
  /** Read, with a word of what was wrong or is another. */
  told: number;
  /** Read without a word, as if nothing had been changed. */
  same: number;
  /** Read without a word, and something is another: what was done, and what came of it. There must be none. */
  believed: string[];
}

export function emptyTally(): Tally {
  return { changes: 0, refused: 0, told: 0, same: 0, believed: [] };
}

/** Draws, always the same for one seed and name. */
export class Dice {
  readonly #random;

  constructor(seed: number, name: string) {
    this.#random = stream(seed, name);
  }

  below(count: number): number {
    return uniformInt(this.#random, 0, count - 1);
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

/** Numbers that are none, or none that a file of Lamina's holds. */
const oddNumbers = ["NaN", "Infinity", "1e999", "-1", "7", "0x1", "1_0", ".5", "", "null", "0.99"];

/** A text with one change somewhere. @returns what it is, for people */
export function changeText(text: string, dice: Dice): { text: string; what: string } {
  const at = dice.below(text.length + 1);
  const lines = text.split("\n");
  const line = dice.below(lines.length);
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  const put = (start: number, end: number, piece: string, what: string) => ({
    text: text.slice(0, start) + piece + text.slice(end),
    what: `${what} at ${start}`,
  });
  const withLines = (changed: string[], what: string) => ({
    text: changed.join("\n"),
    what: `${what} ${line + 1}`,
  });
  switch (dice.below(9)) {
    case 0:
      return put(at, at + 1, String.fromCharCode(32 + dice.below(95)), "another character");
    case 1:
      return put(at, at + 1 + dice.below(40), "", "a piece gone");
    case 2:
      return put(at, text.length, "", "the end gone");
    case 3:
      return withLines(lines.toSpliced(line, 1), "no line");
    case 4:
      return withLines(lines.toSpliced(line, 0, lines[line]!), "twice line");
    case 5:
      return withLines(
        lines.toSpliced(line, 1, lines[(line + 1) % lines.length]!),
        "the next for line",
      );
    case 6:
      return put(at, at, text.slice(at, at + 1 + dice.below(40)), "a piece twice");
    default: {
      const number = dice.one(numbers);
      if (number === undefined) return put(at, at, "0", "a digit more");
      const start = number.index;
      const end = start + number[0].length;
      if (dice.below(3) === 0) return put(start, end, dice.one(oddNumbers), "an odd number");
      const digit = start + dice.below(number[0].length);
      return put(digit, digit + 1, String(dice.below(10)), "another digit");
    }
  }
}
