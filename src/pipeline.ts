import type { CheckedExperiment } from "./check.ts";
import type { RunFolder } from "./run/folder.ts";
import type { Run } from "./run/layout.ts";
import type { Effects } from "./stages/effects.ts";
import { fit } from "./stages/fit.ts";
import { judge } from "./stages/judge.ts";
import { openRun } from "./stages/open-run.ts";
import { prepare } from "./stages/prepare.ts";
import { publish } from "./stages/publish.ts";

export interface FinishedRun {
  folder: RunFolder;
  run: Run;
}

/**
 * An experiment from its images to a finished run folder.
 *
 *   checked ─▶ prepare ─▶ fit ─▶ judge ─▶ publish
 *              images,    history  predictions,  model, charts,
 *              network    weights  metrics       report
 *
 * @throws RunError @throws Interrupted: the folder's manifest then says "failed" or "interrupted"
 */
export async function runExperiment(
  checked: CheckedExperiment,
  effects: Effects,
): Promise<FinishedRun> {
  const prepared = await prepare(checked, effects);
  try {
    const open = await openRun(prepared, effects);
    let run: Run | undefined;
    await open.during(async () => {
      const fitted = await fit(prepared, open, effects);
      const pictures = await judge(prepared, fitted, open, effects);
      const published = await publish(prepared, pictures, open, effects);
      run = published.run;
      return published.seals;
    });
    return { folder: open.folder, run: run! };
  } finally {
    await prepared.dataset.close();
  }
}
