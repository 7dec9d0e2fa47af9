import { Contents } from "./contents.ts";
import type { ScanContext } from "./context.ts";
import { Decoders } from "./decoders.ts";
import { Disk } from "./disk.ts";

/** What all ways to read a file share in a scan. */
export class Scan {
  readonly decoders: Decoders;
  readonly contents: Contents;
  readonly disk = new Disk();
  readonly #end = new AbortController();

  constructor(readonly context: ScanContext) {
    this.decoders = new Decoders(context);
    this.contents = new Contents(context.cache, () => this.decoders.isAlone);
  }

  /** Of its end: nothing is begun any more. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  close(): void {
    this.#end.abort();
    this.decoders.close();
  }
}
