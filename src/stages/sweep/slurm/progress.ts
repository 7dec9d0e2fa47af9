import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { files } from "../../../layout.ts";
import { readTextOr } from "../../../sweep/read.ts";
import { readAttemptFolder } from "../../../sweep/slurm/attempts.ts";

/** Epochs of a run so far: rows of its history.csv beneath the head. */
export function epochsIn(path: string): number {
  const text = quietly(() => readTextOr(join(path, files.history))) ?? "";
  return Math.max(0, text.split("\n").length - 2);
}

/** 0 where it is not known yet. */
export function plannedEpochs(path: string): number {
  const text = quietly(() => readTextOr(join(path, files.resolved))) ?? "{}";
  const resolved = quietly(() => JSON.parse(text) as { train?: { epochs?: number } });
  return resolved?.train?.epochs ?? 0;
}

/** What is in a folder of trials, and which of it are folders that attempts work in, by the trial. */
export function listed(folder: string): { names: Set<string>; held: Map<string, string> } {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const held = new Map<string, string>();
  for (const name of [...names].toSorted()) {
    const read = readAttemptFolder(name);
    if (read) held.set(read.trial, name);
  }
  return { names, held };
}

/** What is only shown is not worth an end. */
function quietly<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
