import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readRegularSync, removeRegular } from "../regular-file.ts";
import { writeRunFile } from "./write-files.ts";
import { files } from "../layout.ts";
import { encodeSafetensors } from "./safetensors.ts";
import { readSafetensors } from "../weights/safetensors.ts";
import { sealOf } from "./seals.ts";
import type { Values } from "../train/values.ts";

/** The state of a training on disk: a description that the training understands, and its arrays. */
export interface Checkpoint {
  /** JSON. */
  description: object;
  arrays: Values;
}

/** `000012-9f86d081884c7d65.safetensors`: the twelfth of its run, and the SHA-256 of its content. */
export const CHECKPOINT = /^(\d+)-([0-9a-f]{16})\.safetensors$/;
const NUMBER_DIGITS = 6;
const SEAL_DIGITS = 16;
/** Where the description is in the file. */
const DESCRIPTION = "lamina";

/**
 * Writes a checkpoint into a run's folder, whole or not at all, and removes the oldest.
 * @param keep how many there are afterwards, at most
 * @throws RunError
 */
export async function writeCheckpoint(
  folder: string,
  { description, arrays }: Checkpoint,
  keep: number,
): Promise<void> {
  const bytes = encodeSafetensors(arrays, { [DESCRIPTION]: JSON.stringify(description) });
  const known = namesIn(folder);
  const number = String(1n + numberOf(known[0])).padStart(NUMBER_DIGITS, "0");
  const name = `${number}-${sealOf(bytes).slice(0, SEAL_DIGITS)}.safetensors`;
  await writeRunFile(folder, `${files.checkpoints}/${name}`, bytes);
  for (const old of known.slice(keep - 1)) removeRegular(join(folder, files.checkpoints, old));
}

/**
 * The newest checkpoint of a run that is whole.
 * @param folder of the run
 * @returns null where there is none; `damaged`: files that are newer and are not what they were when they were written
 */
export function readCheckpoint(folder: string): { found: Checkpoint | null; damaged: string[] } {
  const damaged: string[] = [];
  for (const name of namesIn(folder)) {
    const bytes = readBytes(join(folder, files.checkpoints, name));
    if (isWhole(name, bytes)) {
      const { arrays, metadata } = readSafetensors(bytes);
      const description = JSON.parse(metadata[DESCRIPTION]!) as object;
      return { found: { description, arrays }, damaged };
    }
    damaged.push(name);
  }
  return { found: null, damaged };
}

export function hasCheckpoint(folder: string): boolean {
  return namesIn(folder).length > 0;
}

/** The name of the newest checkpoint, whole or not; null where there is none. */
export function latestCheckpoint(folder: string): string | null {
  return namesIn(folder)[0] ?? null;
}

/** Checkpoints that are not what they were when they were written. */
export function damagedCheckpoints(folder: string): string[] {
  return namesIn(folder).filter(
    (name) => !isWhole(name, readBytes(join(folder, files.checkpoints, name))),
  );
}

function isWhole(name: string, bytes: Uint8Array | null): bytes is Uint8Array {
  return bytes !== null && sealOf(bytes).startsWith(CHECKPOINT.exec(name)![2]!);
}

function numberOf(name: string | undefined): bigint {
  return name === undefined ? 0n : BigInt(CHECKPOINT.exec(name)![1]!);
}

/** Newest first. */
function namesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(folder, files.checkpoints));
  } catch {
    return [];
  }
  return names
    .filter((name) => CHECKPOINT.test(name))
    .toSorted((a, b) => Number(numberOf(b) - numberOf(a)) || (a < b ? -1 : 1));
}

function readBytes(path: string): Uint8Array | null {
  try {
    return readRegularSync(path);
  } catch {
    return null;
  }
}
