import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { ListedRun } from "../compare/list.ts";
import type { Plain } from "../compare/settings.ts";
import { RunError } from "../errors.ts";
import { files } from "../layout.ts";
import { sweepFiles } from "../sweep/layout.ts";
import { lifeOfSweep } from "../sweep/life.ts";
import { looseSweepManifest, readSummary, readTrialRecords } from "../sweep/read.ts";
import { figuresOf } from "../sweep/results.ts";

/** Trials of a sweep as a list shows them: told by the experiment that each is of, and by the figures that sweeps choose by. */
export class ListedTrials {
  private readonly experiments = new Map<string, string>();
  private readonly winner: string | undefined;

  constructor(private readonly sweep: string) {
    try {
      const records = readTrialRecords(sweep);
      for (const { number, experiment } of records)
        this.experiments.set(String(number), experiment);
      const setting = readSummary(sweep)?.winner?.setting;
      this.winner = records.find((record) => record.setting === setting)?.experiment;
    } catch (error) {
      // Its trials are told without.
      if (!(error instanceof RunError)) throw error;
    }
  }

  /** One of an unfinished sweep may not have got to its manifest yet: it is going on, or was interrupted. */
  standing(run: ListedRun): ListedRun {
    const manifest = looseSweepManifest(this.sweep);
    if (!manifest?.status || existsSync(join(run.folder, files.manifest))) return run;
    const life = lifeOfSweep(this.sweep, { ...manifest, status: manifest.status });
    if (life === "completed") return run;
    return { ...run, status: life === "running" ? "running" : "interrupted", problem: null };
  }

  /** What takes the place of what other runs are told by: `experiment`, and `auc` of which metrics.json has several. */
  values({ folder, metrics }: ListedRun): [string, Plain][] {
    const name = basename(folder);
    const file =
      name === sweepFiles.winner ? this.winner : this.experiments.get(String(Number(name)));
    return [
      ...(file === undefined ? [] : [["experiment", file.replace(/\.ya?ml$/, "")] as const]),
      ...Object.entries(metrics ? figuresOf(metrics) : {}).filter(([key]) => !key.includes(".")),
    ].map(([key, value]) => [key, value]);
  }
}
