import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { files } from "../../../layout.ts";
import { writeRunFile } from "../../../run/write-files.ts";
import { looseManifest } from "../../../run/loose-manifest.ts";
import { manifestText } from "../../../run/manifest-text.ts";
import { isSystemError } from "../../../system-error.ts";
import {
  type Attempt,
  attemptFolder,
  compareAttempts,
  NOBODY,
  readAttemptFolder,
} from "../../../sweep/slurm/attempts.ts";
import { type AttemptLine, lineText, readLines } from "../../../sweep/slurm/attempt-lines.ts";
import { attemptsFile, lastPart, slurmFiles } from "../../../sweep/slurm/files.ts";
import { sweepFiles } from "../../../sweep/layout.ts";
import { readTextOr } from "../../../sweep/read.ts";
import { messages } from "./messages.ts";

/**
 * A trial that an attempt works at. `sweep/slurm/attempts` tells the idea: to take a trial over is to rename its folder.
 *
 * An attempt that has lost its trial may make a folder of the old name again, by writing into it. What tells the two apart is
 * the file of attempts: only the trial's folder has it, and nobody makes it anew.
 */
export class HeldTrial {
  private constructor(
    private readonly sweep: string,
    /** Of the trial, from the sweep's: "trials/0012" */
    private readonly home: string,
    /** Where it is as long as it is this attempt's, from the sweep's. */
    readonly folder: string,
  ) {}

  /**
   * Takes a trial, from an earlier attempt where there is one.
   * @param home folder of the trial, from the sweep's
   * @returns null where it has ended, or a later attempt has it
   */
  static claim(sweep: string, home: string, attempt: Attempt): HeldTrial | null {
    const folder = attemptFolder(home, attempt);
    for (let isTried = false; ; isTried = true) {
      const owner = ownerOf(sweep, home);
      if (owner === null) return null;
      const order = compareAttempts(owner.attempt, attempt);
      // A network file system may say that nothing was there to be renamed, once it has renamed it.
      if (order === 0 && isTried) break;
      if (order >= 0) return null;
      if (moved(owner.path, join(sweep, folder))) break;
    }
    return new HeldTrial(sweep, home, folder);
  }

  get path(): string {
    return join(this.sweep, this.folder);
  }

  /** False once a later attempt has taken it over, or the sweep has taken it back. */
  get isOwn(): boolean {
    return existsSync(join(this.path, slurmFiles.token));
  }

  lines(): AttemptLine[] {
    return readLines(readTextOr(join(this.path, slurmFiles.token)) ?? "");
  }

  /** Notes how the attempt goes. Nothing is noted of a trial that is another's. */
  note(line: AttemptLine): void {
    let file;
    try {
      file = openSync(join(this.path, slurmFiles.token), constants.O_WRONLY | constants.O_APPEND);
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return;
      throw error;
    }
    try {
      appendFileSync(file, lineText(line));
    } finally {
      closeSync(file);
    }
  }

  /** Says of a run that an earlier attempt has left as it was that it goes on no more. */
  takeUp(now: Date): Promise<void> {
    return sayInterrupted(this.path, messages.takenOver(), now);
  }

  /** The trial has ended: its folder gets the name that others know. @returns whether it was still this attempt's */
  publish(): boolean {
    // Nothing is written any more that could make the folder of a trial that is lost.
    if (!this.isOwn || !moved(this.path, join(this.sweep, this.home))) return false;
    keepLines(this.sweep, this.home);
    return true;
  }

  /** Removes what this process has written into the folder of a trial that was no longer its own. */
  clearAway(): void {
    if (!this.isOwn) rmSync(this.path, { recursive: true, force: true });
  }
}

/** Makes a trial one that attempts can take. Whoever has it already keeps it. */
export function offerTrial(sweep: string, home: string): void {
  if (ownerOf(sweep, home) !== null) return;
  const path = join(sweep, attemptFolder(home, NOBODY));
  const kept = join(sweep, attemptsFile(home));
  if (!existsSync(path) && !moved(join(sweep, home), path)) mkdirSync(path, { recursive: true });
  writeFileSync(join(path, slurmFiles.token), readTextOr(kept) ?? "", { flag: "a" });
}

/** Takes a trial back from all attempts: what is there of it has the name that others know. */
export async function takeBack(sweep: string, home: string, now: Date): Promise<void> {
  for (let owner = ownerOf(sweep, home); owner; owner = ownerOf(sweep, home)) {
    if (!moved(owner.path, join(sweep, home))) continue;
    keepLines(sweep, home);
    await sayInterrupted(join(sweep, home), messages.takenBack(), now);
  }
}

/** Takes every trial of a sweep back. */
export async function takeAllBack(sweep: string, now: Date): Promise<void> {
  const folders = [sweepFiles.trials, ""];
  for (const folder of folders)
    for (const name of namesIn(join(sweep, folder))) {
      const read = readAttemptFolder(name);
      if (read) await takeBack(sweep, folder === "" ? read.trial : `${folder}/${read.trial}`, now);
    }
}

/** How a trial was tried, wherever its folder is. */
export function attemptLines(sweep: string, home: string): AttemptLine[] {
  const owner = ownerOf(sweep, home);
  const path = owner ? join(owner.path, slurmFiles.token) : join(sweep, attemptsFile(home));
  return readLines(readTextOr(path) ?? "");
}

/** Whose a trial is, and where it is; null where no attempt may take it. */
export function ownerOf(sweep: string, home: string): { path: string; attempt: Attempt } | null {
  const parent = join(sweep, dirname(home));
  let owner: { path: string; attempt: Attempt } | null = null;
  for (const name of namesIn(parent)) {
    const read = readAttemptFolder(name);
    if (read?.trial !== lastPart(home)) continue;
    const path = join(parent, name);
    const isLater = owner === null || compareAttempts(read.attempt, owner.attempt) > 0;
    if (isLater && existsSync(join(path, slurmFiles.token)))
      owner = { path, attempt: read.attempt };
  }
  return owner;
}

async function sayInterrupted(path: string, reason: string, now: Date): Promise<void> {
  const manifest = looseManifest(path);
  if (manifest?.status !== "running") return;
  const more = { status: "interrupted", finishedAt: now.toISOString(), error: reason };
  await writeRunFile(path, files.manifest, manifestText({ ...manifest, ...more }));
}

/** How a trial was tried is no part of its run. */
function keepLines(sweep: string, home: string): void {
  const kept = join(sweep, attemptsFile(home));
  mkdirSync(dirname(kept), { recursive: true });
  moved(join(sweep, home, slurmFiles.token), kept);
}

/** @returns false where there is nothing any more to be renamed */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return false;
    throw error;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
