import { type Dirent, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { messages } from "../../messages.ts";
import { nearest } from "../../nearest.ts";
import { byCodeUnit, isInside } from "./walk.ts";

/** Folders beyond this size are not searched for a similar name. */
const MOST_NAMES = 5000;

/** Looks up files under a folder by their names in a table. Each folder on the way is listed once. */
export class Listing {
  readonly #root: string;
  readonly #folders = new Map<string, { real: string; entries: Map<string, Dirent> } | null>();

  /** @param root absolute path; nothing outside it is found */
  constructor(readonly root: string) {
    this.#root = realpathSync(root);
  }

  /** @returns where the file is, or a message that says what is wrong with its name */
  find(name: string): { path: string; real: string } | string {
    const path = join(this.root, name);
    if (isAbsolute(name) || !isInside(path, this.root)) return messages.rowOutside(this.root);
    const folder = this.#folder(dirname(path));
    const entry = folder?.entries.get(basename(path).normalize("NFC"));
    if (!folder || !entry) {
      const slashes = name.replaceAll("\\", "/");
      return slashes === name
        ? messages.rowFileMissing(path, this.#similar(path))
        : this.find(slashes);
    }
    const found = join(dirname(path), entry.name);
    if (entry.isFile()) return { path: found, real: join(folder.real, entry.name) };
    if (!entry.isSymbolicLink()) return messages.rowNoFile(entry.isDirectory());
    return this.#follow(found);
  }

  #follow(link: string): { path: string; real: string } | string {
    try {
      const real = realpathSync(link);
      return isInside(real, this.#root) ? { path: link, real } : messages.rowOutside(this.root);
    } catch {
      return messages.rowFileMissing(link, undefined);
    }
  }

  #folder(path: string) {
    let folder = this.#folders.get(path);
    if (folder === undefined) {
      folder = this.#list(path);
      this.#folders.set(path, folder);
    }
    return folder;
  }

  /** Names are compared in one Unicode form: a table and a disk may differ in theirs. */
  #list(path: string) {
    try {
      const real = realpathSync(path);
      if (!isInside(real, this.#root)) return null;
      const entries = readdirSync(path, { withFileTypes: true });
      return {
        real,
        entries: new Map(entries.map((entry) => [entry.name.normalize("NFC"), entry])),
      };
    } catch {
      return null;
    }
  }

  #similar(path: string): string | undefined {
    const entries = this.#folder(dirname(path))?.entries;
    if (!entries || entries.size > MOST_NAMES) return undefined;
    const names = [...entries.keys()].toSorted(byCodeUnit);
    const wanted = basename(path).normalize("NFC");
    // An identifier without its extension is the most frequent reason.
    return names.find((name) => name.startsWith(`${wanted}.`)) ?? nearest(wanted, names);
  }
}
