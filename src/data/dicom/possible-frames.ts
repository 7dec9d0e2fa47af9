import type { Unusable } from "../decode/verdict.ts";
import { messages } from "./messages.ts";
import type { DicomFile } from "./header.ts";
import { tags } from "./tags.ts";

/** How many images a file is, where each of its frames is one. */
export interface FrameCount {
  /** As the file says; 1 of any that says nothing of the kind. */
  frames: number;
  /** Those that are looked for: no more than a file of its size may hold. */
  possible: number;
  /** Whether the file says that it has none. */
  saysNone: boolean;
}

/** What the count of frames follows from. */
export const countingTags: ReadonlySet<number> = new Set([
  tags.frames,
  tags.rows,
  tags.columns,
  tags.samplesPerPixel,
  tags.photometric,
  tags.bitsAllocated,
]);
export const ONE_IMAGE: FrameCount = { frames: 1, possible: 1, saysNone: false };

/** Of a compressed frame: an item's tag and length, and a little behind them. */
const LEAST_BYTES = 40;
/** Of one file: more are most likely what a damaged header says. */
const MOST_FRAMES = 65_536;

/** @param size of the file, in bytes */
export function possibleFrames(
  { dataset, syntax }: Pick<DicomFile, "dataset" | "syntax">,
  size: number,
): FrameCount {
  const written = dataset.number(tags.frames);
  const frames = Math.max(1, Math.trunc(written ?? 1));
  const saysNone = written !== undefined && written < 1;
  // Nothing of it is read, frame by frame or not.
  if (syntax.coding === null) return ONE_IMAGE;
  if (frames === 1) return { ...ONE_IMAGE, saysNone };
  const [rows = 0, columns = 0] = [tags.rows, tags.columns].map((tag) => dataset.number(tag));
  const samples = dataset.number(tags.samplesPerPixel) ?? 1;
  const perPixel = dataset.text(tags.photometric) === "YBR_FULL_422" ? 2 : samples;
  const bits = rows * columns * perPixel * (dataset.number(tags.bitsAllocated) ?? 0);
  if (!(bits > 0)) return ONE_IMAGE;
  const isPlain = syntax.coding === "native" && !syntax.isDeflated;
  const most = isPlain ? (size * 8) / bits : size / LEAST_BYTES;
  return { frames, possible: Math.min(frames, Math.floor(most) + 1, MOST_FRAMES), saysNone };
}

/** Why the frames behind those are none; null where there are no others. */
export function whyAbsent({ frames, possible }: FrameCount): Unusable | null {
  if (possible === frames) return null;
  if (possible === MOST_FRAMES)
    return { reason: "unsupported-format", detail: messages.dicomFramesMost(MOST_FRAMES, frames) };
  return { reason: "truncated", detail: messages.dicomFramesAbsent(possible + 1, frames) };
}
