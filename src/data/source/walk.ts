import type { Stats } from "node:fs";
import { lstat, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { messages } from "./messages.ts";
import type { ExclusionReason } from "../../layout.ts";
import { isClutter } from "./clutter.ts";
import { type FolderContent, readFolder } from "./folder.ts";
import type { Patterns } from "./patterns.ts";
import { systemReason } from "../../system-error.ts";
import { isInside } from "../../inside.ts";

/** What lies under a folder, as absolute paths in no particular order. */
export interface Findings {
  /** Regular files. The path of a followed link is that of the link; `real` is what it points to. */
  files: { path: string; real: string }[];
  /** Passed over because of their names: hidden files, Thumbs.db … */
  ignored: string[];
  /** Where links lead that are not followed, as they lead outside: absolute paths. */
  outside: string[];
  excluded: { path: string; reason: ExclusionReason; detail: string }[];
}

interface Folder {
  path: string;
  real: string;
}

export interface WalkRules {
  /** The folder that patterns begin from, and its real path, which links stay inside of. */
  root: { path: string; real: string };
  /** Whether links are followed wherever they lead. */
  followsAll: boolean;
  patterns: Patterns;
}

export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Everything under a folder, at any depth. Nothing is opened. Links are followed only where they end inside the root,
 * unless the rules say otherwise, and no folder is entered twice, so that links do not go round in circles.
 */
export async function walk(path: string, rules: WalkRules): Promise<Findings> {
  const { root, followsAll, patterns } = rules;
  const findings: Findings = { files: [], ignored: [], outside: [], excluded: [] };
  const entered = new Set<string>();
  const links: string[] = [];
  const start = await realpath(path).catch((error: unknown) => {
    exclude(path, "unreadable", messages.folderUnreadable(systemReason(error)));
  });
  if (start !== undefined) await enter({ path, real: start });
  // After the real folders: which path a file is found by must not depend on the order of the listing.
  while (links.length > 0)
    for (const link of links.splice(0).toSorted(byCodeUnit)) await follow(link);
  return findings;

  async function enter(folder: Folder): Promise<void> {
    if (entered.has(folder.real))
      return exclude(folder.path, "not-a-regular-file", messages.linkRepeats());
    entered.add(folder.real);
    let content: FolderContent;
    try {
      content = await readFolder(folder.path);
    } catch (error) {
      exclude(folder.path, "unreadable", messages.folderUnreadable(systemReason(error)));
      return;
    }
    for (const name of content.unreadable)
      exclude(join(folder.path, name), "unreadable", messages.nameNotUtf8(name));
    for (const entry of content.entries) {
      const inner = join(folder.path, entry.name);
      const real = join(folder.real, entry.name);
      if (isClutter(entry.name)) findings.ignored.push(inner);
      else if (entry.isSymbolicLink()) links.push(inner);
      else if (entry.isDirectory()) await enter({ path: inner, real });
      else if (entry.isFile()) take(inner, real);
      else exclude(inner, "not-a-regular-file", messages.notAFile());
    }
  }

  async function follow(link: string): Promise<void> {
    let real: string;
    let stats: Stats;
    try {
      real = await realpath(link);
      stats = await lstat(real);
    } catch (error) {
      const isBroken = (error as NodeJS.ErrnoException).code === "ENOENT";
      const why = isBroken ? messages.linkBroken() : messages.linkUnreadable(systemReason(error));
      return exclude(link, "unreadable", why);
    }
    if (!followsAll && !isInside(real, root.real)) {
      findings.outside.push(real);
      return exclude(link, "not-a-regular-file", messages.linkLeadsOutside());
    }
    if (stats.isFile()) take(link, real);
    else if (!stats.isDirectory()) exclude(link, "not-a-regular-file", messages.notAFile());
    else await enter({ path: link, real });
  }

  function take(file: string, real: string): void {
    const isSkipped =
      !patterns.isEmpty && patterns.skips(relative(root.path, file).replaceAll(sep, "/"));
    if (!isSkipped) findings.files.push({ path: file, real });
  }

  function exclude(link: string, reason: ExclusionReason, detail: string): void {
    findings.excluded.push({ path: link, reason, detail });
  }
}
