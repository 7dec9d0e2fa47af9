import { Database } from "bun:sqlite";
import { closeSync, readSync } from "node:fs";
import { basename, join } from "node:path";
import { openRegularSync, removeRegular, requirePlace } from "../../regular-file.ts";
import { checksum } from "../hash.ts";
import { messages } from "../messages.ts";
import { systemReason } from "../../system-error.ts";

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

/**
 * Grown to this size, the index forgets what its files' hashes are and which files cannot be used, which costs reading
 * them again: nothing else takes out the entries of files that are gone.
 */
const MOST_INDEX_BYTES = 2e9;

/** Of audits the latest results are kept. */
const MOST_AUDITS = 100;

/**
 * What the cache holds, the hashes of files that were read before and what audits have found, in one SQLite file. It is
 * in rollback mode without mapped memory, so that a full disk or a damaged file is an error and never a signal. It is
 * not forced to the disk: a power cut may damage it, which is found out. Nothing it says is believed without a check: an
 * entry's seal here, an image's checksum where pixels are read.
 *
 * Every method throws SQLite's error.
 */
export class IndexFile {
  readonly #database: Database;
  readonly #statements;

  constructor(folder: string) {
    requireOwn(folder);
    this.#database = new Database(indexPath(folder), {
      create: true,
      strict: true,
      safeIntegers: false,
    });
    const run = (sql: string) => this.#database.run(sql);
    try {
      // Of a new file: an image's entry is half a kilobyte.
      run("PRAGMA page_size = 16384");
      run("PRAGMA busy_timeout = 10000");
      run("PRAGMA journal_mode = TRUNCATE");
      run("PRAGMA synchronous = OFF");
      run("PRAGMA mmap_size = 0");
      // Entries are added in the order of hashes, all over the file: with less memory each page is written many times.
      run("PRAGMA cache_size = -64000");
      run(
        "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT) WITHOUT ROWID",
      );
      run(
        "CREATE TABLE IF NOT EXISTS shards (id INTEGER PRIMARY KEY, name TEXT, bytes INTEGER, usedMs INTEGER)",
      );
      run(
        "CREATE TABLE IF NOT EXISTS images (recipe TEXT, sha256 TEXT, shard INTEGER, row INTEGER, checksum TEXT, facts TEXT, seal TEXT, PRIMARY KEY (recipe, sha256))",
      );
      run("CREATE TABLE IF NOT EXISTS audits (key TEXT PRIMARY KEY, result TEXT, seal TEXT)");
      run("CREATE INDEX IF NOT EXISTS imagesOfShard ON images (shard)");
      this.#statements = this.#prepare();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** Locks the file once for all that is asked until `end`, instead of once for each question. */
  begin(): void {
    this.#database.run("BEGIN");
  }

  end(): void {
    this.#database.run("COMMIT");
  }

  /** @returns the SHA-256 of a file that was read before and has this stamp */
  hashOf(path: string, stamp: string): string | undefined {
    return this.#statements.hashOf.get(path, stamp)?.sha256;
  }

  rememberHashes(files: Iterable<{ path: string; stamp: string; sha256: string }>): void {
    this.#database
      .transaction(() => {
        if (this.#bytes() > MOST_INDEX_BYTES) {
          this.#database.run("DELETE FROM files");
          this.#database.run("DELETE FROM images WHERE shard IS NULL");
          this.#database.run("DELETE FROM audits");
        }
        for (const { path, stamp, sha256 } of files)
          this.#statements.remember.run(path, stamp, sha256);
      })
      .immediate();
  }

  hasImages(recipe: string): boolean {
    return this.#statements.anyImage.get(recipe) !== null;
  }

  find(recipe: string, sha256: string): (IndexedImage & { shard: number | null }) | undefined {
    const found = this.#statements.find.get(recipe, sha256);
    if (!found || found.seal !== seal(sha256, found.checksum, found.facts)) return undefined;
    return { ...found, sha256, checksum: BigInt(`0x${found.checksum}`) };
  }

  shard(id: number): IndexedShard | undefined {
    return this.#statements.shard.get(id) ?? undefined;
  }

  /**
   * @param shard null for files that cannot be used
   * @returns the shard's id
   */
  add(
    recipe: string,
    shard: Omit<IndexedShard, "id"> | null,
    images: readonly IndexedImage[],
    nowMs: number,
  ): number | null {
    return this.#database
      .transaction(() => {
        const id = shard
          ? Number(this.#statements.addShard.run(shard.name, shard.bytes, nowMs).lastInsertRowid)
          : null;
        for (const image of images) {
          const { sha256, row, facts } = image;
          const hex = image.checksum.toString(16);
          this.#statements.add.run(recipe, sha256, id, row, hex, facts, seal(sha256, hex, facts));
        }
        return id;
      })
      .immediate();
  }

  /** How many decoded images there are. */
  images(): number {
    return this.#statements.images.get()!.images;
  }

  audit(key: string): string | undefined {
    const found = this.#statements.audit.get(key);
    return found && found.seal === seal(key, found.result) ? found.result : undefined;
  }

  addAudit(key: string, result: string): void {
    this.#database
      .transaction(() => {
        this.#statements.addAudit.run(key, result, seal(key, result));
        this.#statements.forgetAudits.run(MOST_AUDITS);
      })
      .immediate();
  }

  /** The one unused for the longest time first. */
  shards(): IndexedShard[] {
    return this.#statements.shards.all();
  }

  touch(ids: Iterable<number>, nowMs: number): void {
    this.#database
      .transaction(() => {
        for (const id of ids) this.#statements.touch.run(nowMs, id);
      })
      .immediate();
  }

  forget(id: number): void {
    this.#database
      .transaction(() => {
        this.#statements.forgetImages.run(id);
        this.#statements.forgetShard.run(id);
      })
      .immediate();
  }

  close(): void {
    this.#database.close();
  }

  #bytes(): number {
    const pages = this.#database.query<{ page_count: number }, []>("PRAGMA page_count").get()!;
    const size = this.#database.query<{ page_size: number }, []>("PRAGMA page_size").get()!;
    return pages.page_count * size.page_size;
  }

  #prepare() {
    const database = this.#database;
    type Found = {
      shard: number | null;
      row: number;
      checksum: string;
      facts: string;
      seal: string;
    };
    return {
      hashOf: database.query<{ sha256: string }, [string, string]>(
        "SELECT sha256 FROM files WHERE path = ? AND stamp = ?",
      ),
      remember: database.query<unknown, [string, string, string]>(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?)",
      ),
      find: database.query<Found, [string, string]>(
        "SELECT shard, row, checksum, facts, seal FROM images WHERE recipe = ? AND sha256 = ?",
      ),
      anyImage: database.query<unknown, [string]>("SELECT 1 FROM images WHERE recipe = ? LIMIT 1"),
      images: database.query<{ images: number }, []>(
        "SELECT count(*) AS images FROM images WHERE shard IS NOT NULL",
      ),
      shard: database.query<IndexedShard, [number]>(
        "SELECT id, name, bytes FROM shards WHERE id = ?",
      ),
      shards: database.query<IndexedShard, []>(
        "SELECT id, name, bytes FROM shards ORDER BY usedMs, id",
      ),
      addShard: database.query<unknown, [string, number, number]>(
        "INSERT INTO shards (name, bytes, usedMs) VALUES (?, ?, ?)",
      ),
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
}

export function indexPath(folder: string): string {
  return join(folder, "index.sqlite");
}

export function removeIndex(folder: string): void {
  for (const path of pathsOf(folder)) removeRegular(path);
}

/** Whether a file is one that SQLite keeps the index in, by its name, and not another program's. */
export function isIndexFile(folder: string, name: string): boolean {
  return pathsOf(folder).some((path) => basename(path) === name) && !isForeign(indexPath(folder));
}

/** The database, and what SQLite may put beside it. */
function pathsOf(folder: string): string[] {
  return ["", "-journal", "-wal", "-shm"].map((suffix) => indexPath(folder) + suffix);
}

/** SQLite would wait for a pipe, write through a link and add its tables to any database. */
function requireOwn(folder: string): void {
  for (const path of pathsOf(folder)) {
    try {
      requirePlace(path);
    } catch (error) {
      throw new Error(messages.cacheFileUnfit(basename(path), systemReason(error)), {
        cause: error,
      });
    }
  }
  if (isForeign(indexPath(folder))) throw new Error(messages.cacheIndexForeign());
}

/** The most that the first page can have, where a small database names its tables. */
const FIRST_PAGE = 65_536;

/** Whether a file is a sound database with tables and without the index's. */
function isForeign(path: string): boolean {
  const page = Buffer.alloc(FIRST_PAGE);
  try {
    const file = openRegularSync(path);
    try {
      readSync(file, page, 0, FIRST_PAGE, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  const isDatabase = page.toString("latin1", 0, 16) === "SQLite format 3\0";
  return isDatabase && page.includes("CREATE TABLE") && !page.includes("CREATE TABLE files (path");
}

/** Holds an entry together: a bit that flips in it is seen. */
function seal(...parts: string[]): string {
  return checksum(parts.join(" ")).toString(16);
}
