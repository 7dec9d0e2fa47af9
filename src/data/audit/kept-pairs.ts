import { hashesOfFiles, sha256Of } from "../hash.ts";
import { type ComparedPictures, type NearPair, type OnCompared } from "./near-duplicates.ts";
import { findOnAllCores } from "./all-cores.ts";

/** Where the result of an audit stays from run to run, as far as there is such a place. */
export interface AuditStore {
  findAudit(key: string): string | undefined;
  addAudit(key: string, result: string): void;
}

export interface AuditOptions {
  /** Spares the search where nothing has changed. */
  store?: AuditStore;
  onCompared?: OnCompared;
}

/** The code that pairs come from, from this folder: `near-duplicates.ts` and all that it imports. */
export const auditFiles = [
  "near-duplicates.ts",
  "chance.ts",
  "codes.ts",
  "dots.ts",
  "kernels.wasm",
  "open-kernels.ts",
  "surroundings.ts",
  "symmetry.ts",
  "thumbnails.ts",
  "../thumbnail-side.ts",
  "../../arrays.ts",
];

/** As `findOnAllCores`, once for the same pictures in the same splits. */
export async function keptNearDuplicates(
  { store, onCompared }: AuditOptions,
  pictures: ComparedPictures,
): Promise<NearPair[]> {
  const key = keyOf(pictures);
  const kept = store?.findAudit(key);
  if (kept !== undefined) return JSON.parse(kept) as NearPair[];
  const pairs = await findOnAllCores(pictures, onCompared);
  store?.addAudit(key, JSON.stringify(pairs));
  return pairs;
}

/** Stands for everything that the pairs depend on: the code as it is now, and what it is given. */
function keyOf({ thumbnails, lowestSplit, highestSplit, labels }: ComparedPictures): string {
  const code = hashesOfFiles(import.meta.dir, auditFiles);
  const key = {
    bun: Bun.version,
    code,
    pictures: [
      thumbnails,
      lowestSplit,
      highestSplit,
      new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength),
    ].map(sha256Of),
  };
  return sha256Of(new TextEncoder().encode(JSON.stringify(key)));
}
