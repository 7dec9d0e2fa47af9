import type { Dirent } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { messages } from "../../messages.ts";
import type { ExclusionReason } from "../../run/layout.ts";

/** What lies under a folder, as absolute paths in no particular order. */
export interface Findings {
  /** Regular files. The path of a followed link is that of the link; `real` is what it points to. */
  files: { path: string; real: string }[];
  /** Passed over because of their names: hidden files, Thumbs.db … */
  ignored: string[];
  excluded: { path: string; reason: ExclusionReason; detail: string }[];
}

interface Folder {
  path: string;
  real: string;
}

const clutter = new Set(["thumbs.db", "desktop.ini", "__macosx"]);

/** Whether a name is that of a hidden file or of something an operating system left behind. */
export function isIgnored(name: string): boolean {
  return name.startsWith(".") || clutter.has(name.toLowerCase());
}

export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Everything under a folder, at any depth. Nothing is opened. Links are followed only where they end inside `root`
 * (a real path), and no folder is entered twice, so that links can neither leave the data nor go round in circles.
 */
export async function walk(path: string, root: string): Promise<Findings> {
  const findings: Findings = { files: [], ignored: [], excluded: [] };
  const entered = new Set<string>();
  const links: string[] = [];
  await enter({ path, real: await realpath(path) });
  // After the real folders: which path a file is found by must not depend on the order of the listing.
  while (links.length > 0)
    for (const link of links.splice(0).toSorted(byCodeUnit)) await follow(link);
  return findings;

  async function enter(folder: Folder): Promise<void> {
    if (entered.has(folder.real))
      return exclude(folder.path, "not-a-regular-file", messages.linkRepeats());
    entered.add(folder.real);
    let entries: Dirent[];
    try {
      entries = await readdir(folder.path, { withFileTypes: true });
    } catch (error) {
      exclude(
        folder.path,
        "unreadable",
        messages.folderUnreadable((error as NodeJS.ErrnoException).code),
      );
      return;
    }
    for (const entry of entries) {
      const inner = join(folder.path, entry.name);
      const real = join(folder.real, entry.name);
      if (isIgnored(entry.name)) findings.ignored.push(inner);
      else if (entry.isSymbolicLink()) links.push(inner);
      else if (entry.isDirectory()) await enter({ path: inner, real });
      else if (entry.isFile()) findings.files.push({ path: inner, real });
      else exclude(inner, "not-a-regular-file", messages.notAFile());
    }
  }

  async function follow(link: string): Promise<void> {
    const real = await realpath(link).catch(() => undefined);
    if (real === undefined) return exclude(link, "unreadable", messages.linkBroken());
    if (!isInside(real, root))
      return exclude(link, "not-a-regular-file", messages.linkLeadsOutside());
    const stats = await lstat(real);
    if (stats.isFile()) findings.files.push({ path: link, real });
    else if (!stats.isDirectory()) exclude(link, "not-a-regular-file", messages.notAFile());
    else await enter({ path: link, real });
  }

  function exclude(link: string, reason: ExclusionReason, detail: string): void {
    findings.excluded.push({ path: link, reason, detail });
  }
}

/** Whether a real path is the folder `root` or lies under it. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
