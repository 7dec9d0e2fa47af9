import { Database } from "bun:sqlite";
import { indexPath, requireOwn } from "./index-place.ts";
import {
  type IndexedImage,
  type IndexedShard,
  prepareStatements,
  seal,
  type SealedShard,
  tables,
  VERSION,
} from "./index-tables.ts";
import { isShardName } from "./shard-file.ts";

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
 * not forced to the disk: a power cut may damage it, which is found out. Nothing it says is believed without a check: each
 * row has a seal of all that it says here, an image's checksum is looked at where pixels are read. A row that does not
 * have its seal is as good as none.
 *
 * Every method throws SQLite's error.
 */
export class IndexFile {
  readonly #database: Database;
  readonly #statements;

  /**
   * @param onDamage told of each row that is not as it was written
   * @param mayWrite false: one that is there is opened to be read; whatever would write throws
   */
  constructor(
    folder: string,
    readonly onDamage: () => void = () => undefined,
    mayWrite = true,
  ) {
    requireOwn(folder);
    this.#database = new Database(indexPath(folder), {
      ...(mayWrite ? { create: true } : { readonly: true }),
      strict: true,
      safeIntegers: false,
    });
    const run = (sql: string) => this.#database.run(sql);
    try {
      run("PRAGMA busy_timeout = 10000");
      run("PRAGMA mmap_size = 0");
      if (!mayWrite) {
        this.#statements = prepareStatements(this.#database);
        return;
      }
      // Of a new file: an image's entry is half a kilobyte.
      run("PRAGMA page_size = 16384");
      run("PRAGMA journal_mode = TRUNCATE");
      run("PRAGMA synchronous = OFF");
      // Entries are added in the order of hashes, all over the file: with less memory each page is written many times.
      run("PRAGMA cache_size = -64000");
      if (this.#version() !== VERSION) this.#empty();
      for (const [name, columns] of Object.entries(tables))
        run(`CREATE TABLE IF NOT EXISTS ${name} ${columns}`);
      run("CREATE INDEX IF NOT EXISTS imagesOfShard ON images (shard)");
      this.#statements = prepareStatements(this.#database);
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
    const found = this.#statements.hashOf.get(path, stamp);
    return this.#whole(found, found && seal(path, stamp, found.sha256))?.sha256;
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
          this.#statements.remember.run(path, stamp, sha256, seal(path, stamp, sha256));
      })
      .immediate();
  }

  hasImages(recipe: string): boolean {
    return this.#statements.anyImage.get(recipe) !== null;
  }

  find(recipe: string, sha256: string): (IndexedImage & { shard: number | null }) | undefined {
    const row = this.#statements.find.get(recipe, sha256);
    const own = row && seal(recipe, sha256, row.shard, row.row, row.checksum, row.facts);
    const found = this.#whole(row, own);
    return found && { ...found, sha256, checksum: BigInt(`0x${found.checksum}`) };
  }

  shard(id: number): IndexedShard | undefined {
    return this.#wholeShard(this.#statements.shard.get(id));
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
        const id = shard && this.#addShard(shard, nowMs);
        for (const image of images) {
          const { sha256, row, facts } = image;
          const hex = image.checksum.toString(16);
          const own = seal(recipe, sha256, id, row, hex, facts);
          this.#statements.add.run(recipe, sha256, id, row, hex, facts, own);
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
    return this.#whole(found, found && seal(key, found.result))?.result;
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
    return this.#statements.shards.all().flatMap((shard) => this.#wholeShard(shard) ?? []);
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

  /** @returns undefined where there is no row, or it has not the seal of what it says */
  #whole<Row extends { seal: unknown }>(row: Row | null, own: string | null): Row | undefined {
    if (row === null || row.seal === own) return row ?? undefined;
    this.onDamage();
    return undefined;
  }

  /** One whose row is damaged is forgotten. Its file is left alone: whose it is, only the row said. */
  #wholeShard(row: SealedShard | null): IndexedShard | undefined {
    const found = this.#whole(row, row && seal(row.id, row.name, row.bytes));
    if (row && (!found || !isShardName(found.name))) this.forget(row.id);
    return found && isShardName(found.name) ? found : undefined;
  }

  #addShard({ name, bytes }: Omit<IndexedShard, "id">, nowMs: number): number {
    const id = Number(this.#statements.addShard.run(name, bytes, nowMs).lastInsertRowid);
    this.#statements.sealShard.run(seal(id, name, bytes), id);
    return id;
  }

  #version(): number {
    return this.#database.query<{ user_version: number }, []>("PRAGMA user_version").get()!
      .user_version;
  }

  /** Of several processes that open it at once, one does. */
  #empty(): void {
    this.#database
      .transaction(() => {
        if (this.#version() === VERSION) return;
        for (const name of Object.keys(tables)) this.#database.run(`DROP TABLE IF EXISTS ${name}`);
        this.#database.run(`PRAGMA user_version = ${VERSION}`);
      })
      .immediate();
  }

  #bytes(): number {
    const pages = this.#database.query<{ page_count: number }, []>("PRAGMA page_count").get()!;
    const size = this.#database.query<{ page_size: number }, []>("PRAGMA page_size").get()!;
    return pages.page_count * size.page_size;
  }
}
