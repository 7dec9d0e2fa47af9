import { accuracyChart } from "./accuracy.ts";
import type { Trained } from "./curves.ts";
import { accuracyDescription, lossDescription } from "./describe.ts";
import { lossChart } from "./loss.ts";
import { describedSvg, renderSvg } from "./render.ts";

/** The curves of a run as far as it has got, for a page. @param run has one epoch at least */
export async function drawLive(run: Omit<Trained, "metrics">): Promise<string[]> {
  // None are chosen yet.
  const trained = { ...run, metrics: { weights: { use: "last" as const, epoch: null } } };
  const drawn = [
    [accuracyChart(trained), accuracyDescription(run)],
    [lossChart(trained), lossDescription(run)],
  ] as const;
  return Promise.all(
    drawn.map(async ([spec, description]) =>
      describedSvg((await renderSvg(spec)).svg, description),
    ),
  );
}
