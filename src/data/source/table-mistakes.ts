import type { Problem } from "../../spec/problem.ts";
import { messages } from "./messages.ts";

/** Mistakes of one kind that are shown one by one. */
const MOST_SHOWN = 5;

type Place = NonNullable<Problem["place"]>;

/** Mistakes of a table by kind: of each the first few, and how many more there are. */
export class TableMistakes {
  readonly #kinds = new Map<string, { shown: Problem[]; more: number }>();

  constructor(readonly path: readonly string[]) {}

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  add(kind: string, message: string, place?: Place | (() => Place)): void {
    const known = this.#kinds.get(kind) ?? { shown: [], more: 0 };
    this.#kinds.set(kind, known);
    if (known.shown.length === MOST_SHOWN) known.more++;
    else {
      const at = typeof place === "function" ? place() : place;
      known.shown.push({ path: this.path, message, ...(at ? { place: at } : {}) });
    }
  }

  problems(): Problem[] {
    return this.#kinds
      .values()
      .toArray()
      .flatMap(({ shown, more }) =>
        shown.map((problem, index) =>
          more > 0 && index === MOST_SHOWN - 1
            ? { ...problem, message: messages.moreRows(problem.message, more) }
            : problem,
        ),
      );
  }
}
