import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkExperiment } from "../check.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { count } from "../wording.ts";
import { findRun, runName } from "../run/find.ts";
import { keptExperiment } from "../run/kept.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readRun } from "../run/read.ts";
import type { Effects } from "../stages/effects.ts";
import { withPrepared } from "../stages/prepare.ts";
import { damagedFiles, reproduce, type Verdict } from "../stages/verify.ts";
import { visible } from "../text.ts";
import { outputOf, inThisWorld, deviceOf, threadsOf } from "./effects.ts";
import { onlyOperand } from "./operands.ts";
import type { VerifyOutput } from "./outputs.ts";

export const help = `Usage: exp verify RUN [--json]

Runs a finished run again, from its folder alone and into nowhere, and compares every byte: settings, images, each epoch,
predictions, figures, weights, pictures, charts, report. Names the first difference. Exit code 0 where all bytes agree,
otherwise 1. What git does not keep and is not here is not compared, and named.

  RUN     A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  --json  Print what was found as JSON.`;

/** `exp verify RUN`: whether a run can be had again. */
export async function verify(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const json = values.json ?? false;
  const directory = process.cwd();
  const given = onlyOperand(positionals, "a run");
  const { name, again, threads, device } = await findVerifiable(given, directory);
  const call = { words, json, directory, threads, device, isQuiet: true };
  return tell(name, await inThisWorld(call, again), json);
}

/** A run that can be done again, and what has to be as it was: threads, and what computes. */
export interface Verifiable {
  name: string;
  again: (effects: Effects) => Promise<Verdict>;
  threads?: number | undefined;
  device?: "cpu" | undefined;
}

/** @throws UsageError where there is no such run, or it is not finished @throws RunError */
export async function findVerifiable(given: string, directory: string): Promise<Verifiable> {
  const runs = join(directory, "runs");
  const path = await findRun(given, runs, directory);
  const folder = { name: runName(path, runs, directory), path };
  const { name } = folder;
  const manifest = looseManifest(path);
  // Damaged, it may say anything, or nothing.
  const damaged = damagedFiles(path, manifest ?? {});
  if (damaged.length > 0)
    return {
      name,
      again: () => Promise.resolve({ differences: damaged, same: [], absent: [] }),
    };
  if (manifest?.status !== "completed") throw new UsageError(messages.verifyUnfinished(name));
  const { metrics } = await readRun(path);
  const { stopped } = metrics.weights;
  const kept = await keptExperiment(path, directory);
  const checked = await checkExperiment({ file: kept.file, overrides: [], directory, kept });
  const ended = stopped?.by === "earlyStopping" ? undefined : stopped;
  return {
    name,
    again: (effects) =>
      withPrepared(checked, effects, (prepared) =>
        reproduce(prepared, folder, manifest, ended, effects),
      ),
    threads: threadsOf(manifest),
    device: deviceOf(manifest),
  };
}

function tell(run: string, verdict: Verdict, json: boolean): number {
  const { differences, same, absent } = verdict;
  const output: VerifyOutput = { run, ...verdict };
  if (json) process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  const lines =
    differences.length > 0
      ? [`${run} is not the same when it is run again:`, ...differences.map((line) => `  ${line}`)]
      : [`${run} is the same when it is run again: ${count(same.length, "file")}, byte for byte.`];
  if (absent.length > 0) lines.push(messages.verifyAbsent(absent));
  outputOf({ json }).write(`${lines.map(visible).join("\n")}\n`);
  return differences.length > 0 ? 1 : 0;
}
