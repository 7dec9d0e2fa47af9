/** Reading at once may take so long on average: a network or a cold disk is better read from in parallel. */
const QUICK_MS = 0.3;

/** How quick the files' disk was of late. */
export class Disk {
  /** Mean of the last times. */
  #readMs = 0;

  get isQuick(): boolean {
    return this.#readMs < QUICK_MS;
  }

  /** Told what opening and reading a file took while this thread waited. */
  took(ms: number): void {
    this.#readMs += (ms - this.#readMs) / 16;
  }
}
