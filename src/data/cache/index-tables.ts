import type { Database } from "bun:sqlite";
import { checksum } from "../hash.ts";

/** An image as the index knows it. `checksum` is 0 and `shard` null for a file that cannot be used. */
export interface IndexedImage {
  sha256: string;
  /** Position in the shard. */
  row: number;
  checksum: bigint;
  /** JSON: what is known of it besides its pixels. */
  facts: string;
}

export interface IndexedShard {
  id: number;
  name: string;
  bytes: number;
}

export interface SealedShard extends IndexedShard {
  seal: string;
}

/** Of the tables below. An index of another version is emptied: its images are decoded again. */
export const VERSION = 1;

export const tables = {
  files: "(path TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT, seal TEXT) WITHOUT ROWID",
  shards: "(id INTEGER PRIMARY KEY, name TEXT, bytes INTEGER, usedMs INTEGER, seal TEXT)",
  images:
    "(recipe TEXT, sha256 TEXT, shard INTEGER, row INTEGER, checksum TEXT, facts TEXT, seal TEXT, PRIMARY KEY (recipe, sha256))",
  audits: "(key TEXT PRIMARY KEY, result TEXT, seal TEXT)",
};

/** All that is asked of the tables and put into them. */
export function prepareStatements(database: Database) {
  type Found = {
    shard: number | null;
    row: number;
    checksum: string;
    facts: string;
    seal: string;
  };
  return {
    hashOf: database.query<{ sha256: string; seal: string }, [string, string]>(
      "SELECT sha256, seal FROM files WHERE path = ? AND stamp = ?",
    ),
    remember: database.query<unknown, [string, string, string, string]>(
      "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
    ),
    find: database.query<Found, [string, string]>(
      "SELECT shard, row, checksum, facts, seal FROM images WHERE recipe = ? AND sha256 = ?",
    ),
    anyImage: database.query<unknown, [string]>("SELECT 1 FROM images WHERE recipe = ? LIMIT 1"),
    images: database.query<{ images: number }, []>(
      "SELECT count(*) AS images FROM images WHERE shard IS NOT NULL",
    ),
    shard: database.query<SealedShard, [number]>(
      "SELECT id, name, bytes, seal FROM shards WHERE id = ?",
    ),
    shards: database.query<SealedShard, []>(
      "SELECT id, name, bytes, seal FROM shards ORDER BY usedMs, id",
    ),
    addShard: database.query<unknown, [string, number, number]>(
      "INSERT INTO shards (name, bytes, usedMs) VALUES (?, ?, ?)",
    ),
    sealShard: database.query<unknown, [string, number]>("UPDATE shards SET seal = ? WHERE id = ?"),
    // Another run may have decoded the same image meanwhile, or its entry may be damaged: the newest holds.
    add: database.query<unknown, [string, string, number | null, number, string, string, string]>(
      "INSERT OR REPLACE INTO images VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    audit: database.query<{ result: string; seal: string }, [string]>(
      "SELECT result, seal FROM audits WHERE key = ?",
    ),
    addAudit: database.query<unknown, [string, string, string]>(
      "INSERT OR REPLACE INTO audits VALUES (?, ?, ?)",
    ),
    forgetAudits: database.query<unknown, [number]>(
      "DELETE FROM audits WHERE rowid <= (SELECT max(rowid) FROM audits) - ?",
    ),
    touch: database.query<unknown, [number, number]>("UPDATE shards SET usedMs = ? WHERE id = ?"),
    forgetImages: database.query<unknown, [number]>("DELETE FROM images WHERE shard = ?"),
    forgetShard: database.query<unknown, [number]>("DELETE FROM shards WHERE id = ?"),
  };
}

/** Holds a row together: what is changed in it, of whatever type it becomes, is seen. */
export function seal(...parts: readonly unknown[]): string {
  return checksum(parts.join("\0")).toString(16);
}
