import { bytesOf } from "../../pixels.ts";
import type { PixelCache } from "../cache/pixel-cache.ts";
import type { Unusable, Verdict } from "../decode/verdict.ts";
import { messages } from "../messages.ts";
import { type Facts, isDoubtful, type Outcome } from "./outcome.ts";

/** What is known of contents, by their SHA-256: those met in this scan, and those that the cache has. */
export class Contents {
  readonly #outcomes = new Map<string, Outcome | Promise<Outcome>>();
  /** SHA-256 of files with several names (hard links), by what tells such a file by each of them. */
  readonly #links = new Map<string, string>();

  /** @param isAlone whether no other image is decoded now */
  constructor(
    private readonly cache: PixelCache,
    private readonly isAlone: () => boolean,
  ) {}

  /** @returns a promise where it is being decoded */
  find(key: string): Outcome | Promise<Outcome> | undefined {
    return this.#outcomes.get(key) ?? this.#cached(key);
  }

  /**
   * What a content is: decoded where that is not known, and once however many files have it.
   * @param name of the image, should decoding fail for no fault of the file's
   */
  async findOut(key: string, name: string, decode: () => Promise<Verdict>): Promise<Outcome> {
    const known = this.find(key);
    const outcome =
      known ??
      this.#kept(key, decode).catch((cause: unknown) => {
        throw new Error(messages.whileDecoding(name), { cause });
      });
    if (!known) this.#outcomes.set(key, outcome);
    const settled = await outcome;
    if (isDoubtful(settled) && !this.isAlone()) this.#outcomes.delete(key);
    else this.#outcomes.set(key, settled);
    return settled;
  }

  add(key: string, outcome: Outcome): void {
    this.#outcomes.set(key, outcome);
  }

  hashOfLink(link: string): string | undefined {
    return this.#links.get(link);
  }

  rememberLink(link: string, sha256: string): void {
    this.#links.set(link, sha256);
  }

  #cached(key: string): Outcome | undefined {
    const found = this.cache.find(key);
    if (!found) return undefined;
    const outcome = found.place
      ? { sha256: key, place: found.place, facts: found.facts as Facts }
      : (found.facts as Unusable);
    this.#outcomes.set(key, outcome);
    return outcome;
  }

  /** Decodes an image, and keeps what it is. */
  async #kept(key: string, decode: () => Promise<Verdict>): Promise<Outcome> {
    const verdict = await decode();
    if ("pixels" in verdict) {
      const { pixels, ...facts } = verdict;
      return { sha256: key, place: await this.cache.add(key, bytesOf(pixels), facts), facts };
    }
    // A file that took too long may not do so again.
    const isSure = this.isAlone() ? verdict.reason !== "unreadable" : !isDoubtful(verdict);
    if (isSure) this.cache.addUnusable(key, verdict);
    return verdict;
  }
}
