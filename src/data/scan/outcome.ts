import type { ExclusionReason } from "../../layout.ts";
import type { Place } from "../cache/pixel-cache.ts";
import type { Unusable, Usable } from "../decode/verdict.ts";

/** A usable image: where its pixels are, and what is known of it besides. */
export interface ScannedImage {
  /** Of its file; where each frame of that is an image, with the frame's number behind it (see `framed`). */
  sha256: string;
  place: Place;
  facts: Facts;
}

export type Facts = Omit<Usable, "pixels">;

/** What a file turns out to be. */
export type Outcome = ScannedImage | Unusable;

/**
 * Whether a file may have been given another's reason: libvips keeps one list of complaints for all threads. It is asked
 * about again when nothing else is decoded. So is a file that took too long, which may not do so then, and one that is
 * too large to be decoded beside others.
 */
export function isDoubtful(outcome: Outcome): boolean {
  return "reason" in outcome && !certainReasons.has(outcome.reason);
}

const certainReasons = new Set<ExclusionReason>(["empty", "not-an-image", "not-a-regular-file"]);
