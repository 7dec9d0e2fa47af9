import { Database } from "bun:sqlite";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readImages } from "../../../src/data/read.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { Dice, emptyTally, type Tally } from "./change.ts";

const targets: Data[] = [[8, 8] as [number, number], [4, 6] as [number, number]].map(
  (targetSize) => ({ ...plainData, test: "test", targetSize }),
);

/** Another than what is there, of each type that a column may have. */
const values = ["NULL", "0", "-1", "7", "1e999", "'x'", "''", "'../own'", "x'00ff'", "'NaN'"];

/**
 * Changes a cache of decoded images in one to three places: rows of its index, bytes of its files, the files themselves.
 * What is read from it is then the same: the pixels, and all that is recorded of the images and their leaks, from which
 * the predictions follow. Nothing outside of it is removed.
 *
 * @param folder empty
 */
export async function changedCaches(folder: string, count: number, seed: number): Promise<Tally> {
  writeImages(folder);
  const own = join(folder, "own.pixels");
  writeFileSync(own, "the user's own");
  const [cache, whole] = [join(folder, "cache"), join(folder, "whole")];
  const before = [await read(folder, 0), await read(folder, 1)];
  renameSync(cache, whole);
  const tally = emptyTally();
  const dice = new Dice(seed, "caches");
  while (tally.changes < count) {
    cpSync(whole, cache, { recursive: true });
    const done = Array.from({ length: 1 + dice.below(3) }, () => change(cache, dice));
    tally.changes++;
    const which = dice.below(2);
    const what = `${done.join("; ")}; read as ${which}`;
    const { warnings, ...after } = await read(folder, which).catch((error: unknown) => ({
      warnings: [],
      error: String(error),
    }));
    const { warnings: _, ...expected } = before[which]!;
    if (!Bun.deepEquals(after, expected) || readFileSync(own, "utf8") !== "the user's own")
      tally.believed.push(`${what}: ${JSON.stringify(after).slice(0, 300)}`);
    else if (warnings.length > 0) tally.told++;
    else tally.same++;
    rmSync(cache, { recursive: true });
  }
  return tally;
}

/** Two classes in two splits, one picture of which is in both. */
function writeImages(folder: string): void {
  for (let index = 0; index < 16; index++) {
    const name = `${index < 12 ? "train" : "test"}/${index % 2}/${index}.pgm`;
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const shown = index === 15 ? 3 : index;
    const pixels = Array.from({ length: 64 }, (_, at) => (at * at * (shown + 3) + shown) % 256);
    writeFileSync(path, `P2 8 8 255 ${pixels.join(" ")}${index === 15 ? " " : ""}\n`);
  }
  writeFileSync(join(folder, "train/0/broken.pgm"), "P2 8 8 255 1 2 3");
}

/** Reads all images, a day after they were written: their times are settled. */
async function read(folder: string, which: number) {
  const data = targets[which]!;
  const { source } = await findImages(data, 1, folder);
  const warnings: string[] = [];
  const dataset = await readImages(source, data, {
    cache: {
      folder: join(folder, "cache"),
      mostBytes: 1e9,
      now: () => new Date(Date.now() + 86_400_000),
      warn: (text) => warnings.push(text),
    },
  });
  try {
    const pixels: Record<string, string> = {};
    for (const [split, { rows }] of Object.entries(dataset.splits)) {
      const all = new Uint8Array(rows.length * rows.size);
      await rows.read(
        Uint32Array.from({ length: rows.length }, (_, index) => index),
        all,
      );
      pixels[split] = all.toHex();
    }
    const { record, originals, fault } = dataset;
    return { warnings, pixels, record, originals, fault, others: dataset.warnings };
  } finally {
    await dataset.close();
  }
}

/** @returns what was done */
function change(cache: string, dice: Dice): string {
  const kind = dice.below(10);
  if (kind < 6) return changeRows(join(cache, "index.sqlite"), dice);
  const name = dice.one(filesOf(cache));
  const path = join(cache, name);
  const { size } = statSync(path);
  if (kind === 6) {
    const other = dice.one(filesOf(cache));
    renameSync(path, join(cache, "between"));
    if (other !== name) renameSync(join(cache, other), path);
    renameSync(join(cache, "between"), join(cache, other));
    return `${name} and ${other} changed places`;
  }
  if (kind === 7) {
    const length = dice.below(size + 1);
    truncateSync(path, length);
    return `${name} cut to ${length}`;
  }
  const bytes = readFileSync(path);
  if (size === 0) return `${name} is empty`;
  const bits = Array.from({ length: 1 + dice.below(20) }, () => dice.below(size * 8));
  for (const bit of bits) bytes[bit >> 3]! ^= 1 << (bit & 7);
  writeFileSync(path, bytes);
  return `bits ${bits.join(" ")} of ${name}`;
}

/** In an order that is always the same: shards have names of their own each time. */
function filesOf(cache: string): string[] {
  const size = (name: string) => statSync(join(cache, name)).size;
  return readdirSync(cache).toSorted((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
}

function changeRows(path: string, dice: Dice): string {
  let index: Database | undefined;
  try {
    index = new Database(path);
    const sql = statement(index, dice);
    try {
      index.run(sql);
      return sql;
    } catch {
      // No key is NULL or there twice.
      return `not ${sql}`;
    }
  } catch {
    // An earlier change has damaged it.
    return "no row";
  } finally {
    index?.close();
  }
}

function statement(index: Database, dice: Dice): string {
  const table = dice.one(["files", "shards", "images", "audits"]);
  const names = index
    .query<{ name: string }, [string]>("SELECT name FROM pragma_table_info(?)")
    .all(table);
  const column = dice.one(names).name;
  const key = names[0]!.name;
  const rows = index.query<Record<string, unknown>, []>(`SELECT ${key} FROM ${table}`).all();
  const which = dice.one(rows)?.[key];
  const where = dice.below(4) === 0 ? "" : ` WHERE ${key} = '${String(which)}'`;
  if (dice.below(12) === 0) return `DELETE FROM ${table}${where}`;
  const value =
    dice.below(3) > 0
      ? dice.one(values)
      : `(SELECT ${column} FROM ${table} LIMIT 1 OFFSET ${dice.below(rows.length + 1)})`;
  return `UPDATE OR REPLACE ${table} SET ${column} = ${value}${where}`;
}
