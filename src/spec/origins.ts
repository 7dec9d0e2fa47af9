import type { Path } from "./locate.ts";

/** What wrote a layer out: a block that is used, or one round of a repeat. */
export type Use = { path: Path; block: string } | { path: Path; round: number };

/** Where a part of an expanded experiment is written. */
export interface Origin {
  path: Path;
  /** What wrote it out there, the outermost first; empty for what stands where it is written. */
  through: readonly Use[];
  /** Of the value of an argument: where in the block's layers it stands. */
  as?: Path;
}

/** The way back from an expanded experiment to what was written. */
export class Origins {
  private readonly known = new Map<string, Origin>();

  /** @param at where it is in the expanded experiment, with all that is inside it */
  set(at: Path, origin: Origin): void {
    this.known.set(JSON.stringify(at), origin);
  }

  find(path: Path): Origin {
    for (let length = this.known.size > 0 ? path.length : 0; length > 0; length--) {
      const origin = this.known.get(JSON.stringify(path.slice(0, length)));
      if (origin) return { ...origin, path: [...origin.path, ...path.slice(length)] };
    }
    return { path, through: [] };
  }
}
