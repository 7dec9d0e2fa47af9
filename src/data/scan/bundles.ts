import { append } from "../../arrays.ts";
import type { Bundle } from "../decode/bundle.ts";
import type { DecoderPool } from "../decode/decoder-pool.ts";
import { isSettled } from "../file.ts";
import { AREA } from "../thumbnail-side.ts";
import { MANY } from "./decoders.ts";
import type { Outcome, ScannedImage } from "./outcome.ts";
import type { Scan } from "./scan.ts";
import type { Unknown } from "./unknown.ts";

/** Files of up to this size are read a bundle at a time. */
const BUNDLED_BYTES = 16_000;

/** Whether a file is one that is worth reading beside others of its kind. */
export function isForBundle({ bytes, linkKey }: Unknown): boolean {
  return linkKey === null && bytes > 0 && bytes <= BUNDLED_BYTES;
}

/**
 * Reads small files a bundle at a time, as long as their disk is quick.
 * @param done told of each that was read so
 * @returns those that were not
 */
export async function readBundles(
  scan: Scan,
  pool: DecoderPool,
  files: readonly Unknown[],
  done: (file: Unknown, outcome: Outcome) => void,
): Promise<Unknown[]> {
  const { context, disk } = scan;
  const left: Unknown[] = [];
  const startedMs = context.nowMs();
  let refused = 0;
  const paths = files.map(({ path }) => path);
  const taken = await pool.readBundles(paths, async (bundle, first) => {
    const { length } = bundle.images;
    const some = files.slice(first, first + length);
    const outcomes = await takeBundle(scan, bundle, some, startedMs);
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome) done(some[at]!, outcome);
      else {
        left.push(some[at]!);
        refused++;
      }
    }
    disk.took(bundle.readMs / length);
    return disk.isQuick && refused <= MANY + first / 2;
  });
  append(left, files.slice(taken));
  return left;
}

/** @returns what each of the files is; null where the bundle does not tell */
async function takeBundle(
  { context: { cache }, contents }: Scan,
  { images, pixels, thumbnails }: Bundle,
  files: readonly Unknown[],
  startedMs: number,
): Promise<(Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = [];
  let taken = 0;
  for (const [at, image] of images.entries()) {
    if (image === null) {
      outcomes.push(null);
      continue;
    }
    const { sha256, stamp, packed, checksum } = image;
    if (stamp !== null && isSettled(stamp, startedMs))
      cache.rememberHash(files[at]!.path, stamp, sha256);
    const known = contents.find(sha256);
    // One that is being decoded beside others may get another's reason. This one can be used.
    let outcome = known instanceof Promise ? usable(await known) : known;
    if (!outcome) {
      while (!cache.isReady) await cache.makeReady();
      const own = pixels.subarray(taken * cache.size, (taken + 1) * cache.size);
      const thumbnail = thumbnails.subarray(taken * AREA, (taken + 1) * AREA);
      const place = cache.addNow(own, { sha256, checksum, facts: packed });
      outcome = { sha256, place, facts: { ...image.facts, thumbnail } };
      contents.add(sha256, outcome);
    }
    taken++;
    outcomes.push(outcome);
  }
  return outcomes;
}

function usable(outcome: Outcome): ScannedImage | undefined {
  return "place" in outcome ? outcome : undefined;
}
