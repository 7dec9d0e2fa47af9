import { messages } from "../messages.ts";
import type { WorkerClient } from "./client.ts";
import type { PageFacts } from "./facts.ts";
import { pattern } from "./pattern.ts";
import { fromBase64 } from "./unpack.ts";

/** More is not rounding. */
const TOLERANCE = 1e-4;

/** Whether the browser computes and decodes as it should. */
export interface SelfCheck {
  isRight: boolean;
  lines: string[];
}

export async function selfCheck(
  { model, check }: PageFacts,
  client: WorkerClient,
): Promise<SelfCheck> {
  const { height, width, channels } = model.target;
  const { probabilities } = await client.ask({
    kind: "pixels",
    pixels: pattern(height * width * channels),
  });
  const difference = largestDifference(probabilities, check.probabilities);
  const isRight = difference <= TOLERANCE;
  const { file, side, pixels } = check.jpeg;
  const found = await client.ask({ kind: "decode", bytes: fromBase64(file), side });
  const levels = "refused" in found ? 255 : largestDifference(found.pixels, fromBase64(pixels));
  return {
    isRight,
    lines: [
      isRight ? messages.checkedAlike(difference) : messages.checkedUnlike(difference),
      levels === 0 ? messages.jpegAlike() : messages.jpegUnlike(levels),
    ],
  };
}

function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < expected.length; at++) {
    const difference = Math.abs(found[at]! - expected[at]!);
    most = Math.max(most, Number.isFinite(difference) ? difference : Infinity);
  }
  return most;
}
