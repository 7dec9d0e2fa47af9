import type { Environment } from "./locate.ts";

/** What a fetch tells about itself: bytes of a phase, or a plain line. */
export type FetchEvent =
  | {
      kind: "progress";
      phase: "download" | "unpack";
      done: number;
      total: number;
    }
  | { kind: "note"; text: string };

export interface FetchContext {
  environment: Environment;
  report: (event: FetchEvent) => void;
}
