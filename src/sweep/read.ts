import { type Dirent, existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { RunError } from "../errors.ts";
import { byNameAndNumber } from "../compare/run-folders.ts";
import { RUN_NUMBER, SWEEP_NUMBER } from "../layout.ts";
import { readTextSync } from "../regular-file.ts";
import { isManifestWhole } from "../run/manifest-text.ts";
import { messages as runMessages } from "../run/messages.ts";
import { parseJson } from "../run/text.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import {
  sweepFiles,
  type SweepManifest,
  type SweepSummary,
  sweepVersions,
  TRIAL_NUMBER,
  type TrialRecord,
} from "./layout.ts";
import { messages } from "./messages.ts";

/** Whether a folder is that of a sweep. */
export function isSweep(folder: string): boolean {
  return SWEEP_NUMBER.test(basename(folder)) && existsSync(join(folder, sweepFiles.text));
}

/** Folders deep that sweeps are looked for. */
const MOST_DEPTH = 4;

/** Folders of all sweeps in a folder, by name and number. A sweep holds none. */
export function sweepsUnder(folder: string, depth = 0): string[] {
  if (isSweep(folder)) return [folder];
  if (depth >= MOST_DEPTH) return [];
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .filter(({ name }) => !RUN_NUMBER.test(name))
    .map(({ name }) => name)
    .toSorted(byNameAndNumber)
    .flatMap((name) => sweepsUnder(join(folder, name), depth + 1));
}

/** Folders of the trials that were begun, in the order of their numbers; the winner last. */
export function trialFolders(sweep: string): string[] {
  const names = listed(join(sweep, sweepFiles.trials)).filter((name) => TRIAL_NUMBER.test(name));
  const trials = names.toSorted((a, b) => Number(a) - Number(b));
  const winner = existsSync(join(sweep, sweepFiles.winner, sweepFiles.manifest));
  return [
    ...trials.map((name) => join(sweep, sweepFiles.trials, name)),
    ...(winner ? [join(sweep, sweepFiles.winner)] : []),
  ];
}

/**
 * The lines of trials.jsonl. A last line that was not finished when its writer was killed is none: its trial was not begun.
 * @throws RunError where a line is none of Lamina's, or one is missing
 */
export function readTrialRecords(sweep: string): TrialRecord[] {
  const file = join(sweep, sweepFiles.list);
  const text = readTextOr(file) ?? "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole
    .split("\n")
    .slice(0, -1)
    .map((line, index) => {
      const record = parseLine(line);
      if (record?.number !== index + 1)
        throw new RunError(messages.wrongTrialLine(file, index + 1));
      return record;
    });
}

function parseLine(line: string): TrialRecord | null {
  try {
    const record = JSON.parse(line) as Partial<TrialRecord> | null;
    const { number, setting, experiment, values, seed, resolved, knows } = record ?? {};
    const isRecord =
      [number, setting, seed, knows].every(Number.isInteger) &&
      typeof experiment === "string" &&
      typeof resolved === "string" &&
      typeof values === "object" &&
      values !== null;
    return isRecord ? (record as TrialRecord) : null;
  } catch {
    return null;
  }
}

/** The manifest of a sweep held against no schema; null where it cannot be read. */
export function looseSweepManifest(sweep: string): Partial<SweepManifest> | null {
  try {
    return JSON.parse(readTextSync(join(sweep, sweepFiles.manifest))) as Partial<SweepManifest>;
  } catch {
    return null;
  }
}

/** @throws RunError where it is missing, damaged or no longer what it was */
export function readSweepManifest(sweep: string): SweepManifest {
  const file = join(sweep, sweepFiles.manifest);
  const text = readTextOr(file);
  if (text === null) throw new RunError(runMessages.runFileMissing(file));
  if (isManifestWhole(text) === false) throw new RunError(runMessages.manifestChanged(file));
  return versioned(parseJson(text, file), file, sweepVersions.manifest) as SweepManifest;
}

/** @returns null where the sweep has none yet. @throws RunError where it is damaged */
export function readSummary(sweep: string): SweepSummary | null {
  const file = join(sweep, sweepFiles.summary);
  const text = readTextOr(file);
  if (text === null) return null;
  return versioned(parseJson(text, file), file, sweepVersions.summary) as SweepSummary;
}

function versioned(value: unknown, file: string, version: number): unknown {
  const found = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (found !== version) throw new RunError(runMessages.wrongFormatVersion(file, found, version));
  return value;
}

/** @returns null where there is no such file. @throws RunError where it cannot be read */
export function readTextOr(file: string): string | null {
  try {
    return readTextSync(file);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return null;
    throw new RunError(runMessages.runFileUnreadable(file, systemReason(error)));
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
