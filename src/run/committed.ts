import { files } from "../layout.ts";
import { askGit, changedFiles } from "./git.ts";

/** What the commit that is checked out has of a run. */
export interface Committed {
  /** e.g. "1a2b3c4" */
  commit: string;
  /** Whether it has a file as the file is. @param path from the folder of the runs, with forward slashes */
  has(path: string): boolean;
}

/**
 * @param parent folder of an experiment's runs
 * @param version of the run, v003 @param list its list of images, where that matters too
 * @returns null where the run is not in the commit, or there is no git
 */
export async function committedOf(
  parent: string,
  version: string,
  list: string | null,
): Promise<Committed | null> {
  const git = async (...words: string[]) => {
    const { ok, text } = await askGit(parent, words);
    return ok ? text : null;
  };
  const paths = [version, ...(list === null ? [] : [list])];
  const commit = await git("rev-parse", "--short", "HEAD");
  const prefix = await git("rev-parse", "--show-prefix");
  const known = await git("ls-tree", "-r", "--name-only", "-z", "HEAD", "--", ...paths);
  const found = await changedFiles(parent, paths);
  // What is not known to be committed is taken for lost when it is removed.
  if (commit === null || prefix === null || known === null || found === null) return null;
  const names = new Set(known.split("\0"));
  if (!names.has(`${version}/${files.manifest}`)) return null;
  const changed = new Set(found.flatMap(({ path, isDeleted }) => (isDeleted ? [] : path)));
  const root = prefix.replace(/\n$/, "");
  return { commit: commit.trim(), has: (path) => names.has(path) && !changed.has(root + path) };
}
