import { eachConcurrently } from "../concurrency.ts";
import { isForBundle, readBundles } from "./bundles.ts";
import { MANY } from "./decoders.ts";
import { readFrames } from "./frames.ts";
import { isDoubtful, type Outcome } from "./outcome.ts";
import type { Scan } from "./scan.ts";
import type { Unknown } from "./unknown.ts";
import { readWhole, SMALL_BYTES } from "./whole-files.ts";

/** Files between two looks at what else there is to do, such as a signal. */
const FILES_A_BREATH = 500;

type Tell = (index: number, outcome: Outcome) => void;

/**
 * Reads files of which no more is known. What may have been given another's reason is read again when nothing else is.
 * @param tell told once of each
 */
export async function readFiles(scan: Scan, files: readonly Unknown[], tell: Tell): Promise<void> {
  const [frames, whole] = partOf(files, ({ frame }) => frame !== undefined);
  const doubtful = await readWholeFiles(scan, whole, tell);
  const doubtfulFrames = await readFramesOf(scan, frames, tell);
  scan.decoders.goOnAlone();
  for (const [path, ofFile] of byPath(doubtfulFrames))
    await readFrames(scan, path, numbersOf(ofFile), (at, outcome) =>
      tell(ofFile[at]!.index, outcome),
    );
  for (const file of doubtful) tell(file.index, await readWhole(scan, file));
}

/** @returns the doubtful ones */
async function readWholeFiles(
  scan: Scan,
  files: readonly Unknown[],
  tell: Tell,
): Promise<Unknown[]> {
  const { decoders, signal } = scan;
  const doubtful: Unknown[] = [];
  let done = 0;
  const read = async (file: Unknown) => {
    signal.throwIfAborted();
    const outcome = await readWhole(scan, file);
    if (isDoubtful(outcome)) doubtful.push(file);
    else tell(file.index, outcome);
    if (++done % FILES_A_BREATH === 0) await new Promise(setImmediate);
  };
  const readEach = (some: readonly Unknown[]) => {
    const total = some.reduce((sum, { bytes }) => sum + bytes, 0);
    return eachConcurrently(some, read, decoders.mostAtOnce(total / some.length));
  };
  const [small, others] = partOf(files, isForBundle);
  const { pool } = decoders;
  if (pool === null || small.length < MANY) await readEach(files);
  else {
    // Threads begin with what is large, and have what is small beside it.
    const [left] = await Promise.all([
      readBundles(scan, pool, small, ({ index }, outcome) => tell(index, outcome)),
      readEach(others),
    ]);
    await readEach(left);
  }
  return doubtful;
}

/** @returns the doubtful ones */
async function readFramesOf(
  scan: Scan,
  frames: readonly Unknown[],
  tell: Tell,
): Promise<Unknown[]> {
  const doubtful: Unknown[] = [];
  // One file after the other, whose frames are decoded together; several at once where they are small.
  const several = [...byPath(frames)];
  const isLarge = several.some(([, [first]]) => first!.bytes > SMALL_BYTES);
  const read = ([path, ofFile]: [string, Unknown[]]) =>
    readFrames(scan, path, numbersOf(ofFile), (at, outcome) => {
      const frame = ofFile[at]!;
      if (isDoubtful(outcome)) doubtful.push(frame);
      else tell(frame.index, outcome);
    });
  await eachConcurrently(several, read, isLarge ? 1 : undefined);
  return doubtful;
}

function byPath(files: readonly Unknown[]): Map<string, Unknown[]> {
  return Map.groupBy(files, ({ path }) => path);
}

function numbersOf(frames: readonly Unknown[]): number[] {
  return frames.map(({ frame }) => frame!);
}

/** Those that are so, and the others. */
function partOf(
  files: readonly Unknown[],
  isSo: (file: Unknown) => boolean,
): [Unknown[], Unknown[]] {
  const so: Unknown[] = [];
  const others: Unknown[] = [];
  for (const file of files) (isSo(file) ? so : others).push(file);
  return [so, others];
}
