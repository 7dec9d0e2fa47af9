import { join } from "node:path";
import { RunError } from "../../errors.ts";
import { files } from "../../layout.ts";
import type { RunFolder } from "../../run/folder.ts";
import { looseManifest } from "../../run/loose-manifest.ts";
import { contentsOf, removeRun } from "../../run/remove.ts";
import { sealOf } from "../../run/seals.ts";
import { sweepFiles } from "../../sweep/layout.ts";
import { readTextOr } from "../../sweep/read.ts";
import type { SweepEffects } from "./effects.ts";
import { messages } from "./messages.ts";
import type { Place, TrialOrder } from "./place.ts";

/** A process that ends without a word is given so many chances. */
const MOST_ATTEMPTS = 2;

/**
 * Trains the best setting once more, and judges it on the test images.
 * @param resolved SHA-256 of its resolved.json
 * @throws Interrupted @throws RunError where it does not come to its end
 */
export async function judgeWinner(
  { name, path }: RunFolder,
  order: TrialOrder,
  resolved: string,
  place: Place,
  { signal, reporter }: SweepEffects,
): Promise<void> {
  const folder = join(path, sweepFiles.winner);
  clearOther({ name: `${name}/${sweepFiles.winner}`, path: folder }, resolved);
  if (looseManifest(folder)?.status === "completed") return;
  const stop = () => place.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for (let attempt = 1; ; attempt++) {
      const end = await place.start(order, {
        prepared: () => undefined,
        epoch: (epoch, epochs) => reporter.epoch(0, epoch, epochs),
        warning: () => undefined,
        rung: () => Promise.resolve(true),
      });
      if (end.kind === "completed") return;
      signal.throwIfAborted();
      if (end.kind === "died" && attempt < MOST_ATTEMPTS) continue;
      const reason = "reason" in end ? end.reason : end.kind;
      throw new RunError(messages.trialStops(name, sweepFiles.winner, reason));
    }
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Removes the winner of fewer trials, where more of them have found a better one. */
function clearOther({ name, path }: RunFolder, resolved: string): void {
  const text = readTextOr(join(path, files.resolved));
  if (text === null || sealOf(text) === resolved) return;
  const { kept } = removeRun({ folder: path, contents: contentsOf(path), list: null });
  if (kept.length > 0) throw new RunError(messages.ownInWinner(name, kept));
}
