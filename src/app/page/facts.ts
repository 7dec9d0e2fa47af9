import type { PageModel } from "./protocol.ts";

/** What a page is made with, beside its weights: JSON in the page. */
export interface PageFacts {
  model: PageModel;
  threshold: PageThreshold | null;
  /** Images that the run got wrong; null where the page has none. */
  mistakes: PageMistakes | null;
  check: PageCheck;
}

/** The operating point of a run of two classes. */
export interface PageThreshold {
  /** Number of the class that is said from this probability on. */
  positive: number;
  threshold: number;
  /** Why it is this one: "sensitivity 0.95". */
  what: string;
}

export interface PageMistakes {
  /** Of which they are. */
  split: "validation" | "test";
  images: PageMistake[];
  /** How similar images that the run got right are to their nearest mistake, rising. */
  usual: number[];
}

export interface PageMistake {
  /** data: address of a PNG file. */
  picture: string;
  actual: string;
  predicted: string;
  /** Of the class that was predicted. */
  probability: number;
  /** Base64 of its `toDirection`. */
  direction: string;
}

/** What a browser has to find. */
export interface PageCheck {
  /** Of `pattern`. */
  probabilities: number[];
  /** A JPEG file and what it has to become: uint8 [side, side, 3]. Base64. */
  jpeg: { file: string; side: number; pixels: string };
}

/** The blocks of a page that hold its binary parts, by their ids: deflated, in Base64. */
export const blocks = {
  facts: "facts",
  worker: "worker",
  operations: "operations",
  weights: "weights",
  whitening: "whitening",
} as const;
