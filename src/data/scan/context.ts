import type { OpenLibrary } from "../../engine/library.ts";
import type { PixelCache } from "../cache/pixel-cache.ts";
import type { Target } from "../decode/verdict.ts";
import type { ScanThreads } from "./threads.ts";

export interface ScanContext {
  target: Target;
  cache: PixelCache;
  /** TensorFlow, if it is there, for its JPEG decoder. Asked for at most once, where there are many such files. */
  openLibrary: () => Promise<OpenLibrary | null>;
  /** Called after each file. It may throw, which ends the scan. */
  step: () => void;
  nowMs: () => number;
  /** Threads that several scans share, one after the other; each starts its own by default. */
  threads?: ScanThreads;
}
