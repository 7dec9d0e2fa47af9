import { addressOf, type OpenLibrary } from "../../engine/library.ts";
import { silenceLibraries } from "../../engine/process.ts";
import { DecoderPool } from "../decode/decoder-pool.ts";
import type { Target } from "../decode/verdict.ts";

/** Threads that decode, once there are enough files that are worth it. */
export class ScanThreads {
  #pool: DecoderPool | null = null;
  #unsilence = () => {};
  #isClosed = false;

  get pool(): DecoderPool | null {
    return this.#pool;
  }

  /** Nothing where there are some already, which a scan beside this one has started, or where they are closed for good. */
  start(target: Target, library: OpenLibrary | null): void {
    if (this.#pool || this.#isClosed) return;
    if (library) this.#unsilence = silenceLibraries();
    this.#pool = new DecoderPool({ target, library: library && addressOf(library) });
  }

  close(): void {
    this.#isClosed = true;
    this.#pool?.close();
    this.#pool = null;
    this.#unsilence();
  }
}
