import { type Dirent, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, relative, sep } from "node:path";
import { messages } from "./messages.ts";
import { nearest } from "../../nearest.ts";
import { readFolderSync } from "./folder.ts";
import { byCodeUnit } from "./walk.ts";
import { isInside } from "../../inside.ts";

/** Folders beyond this size are not searched for a similar name. */
const MOST_NAMES = 5000;

interface Listed {
  /** As the disk has its name, which may be in another Unicode form than a table's. */
  path: string;
  real: string;
  /** By name in Unicode's NFC. */
  entries: Map<string, Dirent>;
}

type Outcome = { path: string; real: string } | string;

/** Looks up files under a folder by their names in a table. Each folder on the way is listed once. */
export class Listing {
  readonly #real: string;
  /** By path from the root; null where there is none. */
  readonly #folders = new Map<string, Listed | null>();

  /**
   * @param root absolute path; nothing outside it is found
   * @param followsLinks whether links in it may lead elsewhere
   */
  constructor(
    readonly root: string,
    readonly followsLinks = false,
  ) {
    this.#real = realpathSync(root);
  }

  /** @returns where the file is, or a message that says what is wrong with its name */
  find(name: string): Outcome {
    const given = name.replace(/^file:\/\/(?=\/)/, "");
    if (isAbsolute(given) || isWindowsPath(given)) return this.#findAbsolute(given);
    const inside = normalize(given);
    if (inside === ".." || inside.startsWith(`..${sep}`))
      return this.#findAbsolute(join(this.root, given));
    const folder = this.#folder(dirname(inside));
    const entry = folder?.entries.get(basename(inside).normalize("NFC"));
    if (!folder || !entry) {
      const slashes = given.replaceAll("\\", "/");
      return slashes === given
        ? messages.rowFileMissing(join(this.root, inside), this.#similar(inside))
        : this.find(slashes);
    }
    const path = join(folder.path, entry.name);
    if (entry.isFile()) return { path, real: join(folder.real, entry.name) };
    if (!entry.isSymbolicLink()) return messages.rowNoFile(entry.isDirectory());
    return this.#follow(path);
  }

  /** Of a path that begins at the disk's root: where it lies in the folder, it is as good as one from there. */
  #findAbsolute(given: string): Outcome {
    for (const root of [this.root, this.#real])
      if (isInside(given, root)) return this.find(relative(root, given) || ".");
    const real = realOf(given);
    if (real !== undefined && isInside(real, this.#real))
      return this.find(relative(this.#real, real));
    return messages.rowOutside(this.root, this.#tail(given));
  }

  /** The longest end of a path that there is in the folder: the table may be from another machine. */
  #tail(given: string): string | undefined {
    const parts = given.split(/[\\/]+/).filter((part) => part !== "" && part !== "..");
    for (let from = 1; from < parts.length; from++) {
      const inside = parts.slice(from).join("/");
      if (this.#folder(dirname(inside))?.entries.get(basename(inside).normalize("NFC"))?.isFile())
        return inside;
    }
    return undefined;
  }

  #follow(link: string): Outcome {
    const real = realOf(link);
    if (real === undefined) return messages.rowFileMissing(link, undefined);
    if (this.followsLinks || isInside(real, this.#real)) return { path: link, real };
    return messages.rowLinkOutside(this.root);
  }

  /** @param inside path from the root */
  #folder(inside: string): Listed | null {
    let folder = this.#folders.get(inside);
    if (folder === undefined) {
      folder = this.#list(inside);
      this.#folders.set(inside, folder);
    }
    return folder;
  }

  #list(inside: string): Listed | null {
    if (inside === ".") return this.#read(this.root);
    const above = this.#folder(dirname(inside));
    const entry = above?.entries.get(basename(inside).normalize("NFC"));
    return above && entry ? this.#read(join(above.path, entry.name)) : null;
  }

  #read(path: string): Listed | null {
    const real = realOf(path);
    if (real === undefined || !(this.followsLinks || isInside(real, this.#real))) return null;
    try {
      const { entries } = readFolderSync(path);
      return {
        path,
        real,
        entries: new Map(entries.map((entry) => [entry.name.normalize("NFC"), entry])),
      };
    } catch {
      return null;
    }
  }

  #similar(inside: string): string | undefined {
    const entries = this.#folder(dirname(inside))?.entries;
    if (!entries || entries.size > MOST_NAMES) return undefined;
    const names = [...entries.keys()].toSorted(byCodeUnit);
    const wanted = basename(inside).normalize("NFC");
    // An identifier without its extension is the most frequent reason, then capitals.
    return (
      names.find((name) => name.startsWith(`${wanted}.`)) ??
      names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ??
      nearest(wanted, names)
    );
  }
}

function isWindowsPath(path: string): boolean {
  return /^[A-Za-z]:[\\/]|^\\\\/.test(path);
}

/** undefined where there is nothing. */
function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
