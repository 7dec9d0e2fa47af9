import { files } from "../layout.ts";

/** What the commit that is checked out has of a run. */
export interface Committed {
  /** e.g. "1a2b3c4" */
  commit: string;
  /** Whether it has a file as the file is. @param path from the folder of the runs, with forward slashes */
  has(path: string): boolean;
}

/** So long git may take. What is not known to be committed is taken for lost when it is removed. */
const MOST_MS = 10_000;

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
  if (!Bun.which("git")) return null;
  const git = async (...words: string[]) => {
    const child = Bun.spawn(["git", ...words], {
      cwd: parent,
      stdout: "pipe",
      stderr: "ignore",
      timeout: MOST_MS,
    });
    const text = await new Response(child.stdout).text();
    return (await child.exited) === 0 ? text : null;
  };
  const paths = ["--", version, ...(list === null ? [] : [list])];
  const commit = await git("rev-parse", "--short", "HEAD");
  const known = await git("ls-tree", "-r", "--name-only", "-z", "HEAD", ...paths);
  const changed = await git(
    "diff",
    "--name-only",
    "--relative",
    "--diff-filter=d",
    "-z",
    "HEAD",
    ...paths,
  );
  if (commit === null || known === null || changed === null) return null;
  const [names, others] = [new Set(known.split("\0")), new Set(changed.split("\0"))];
  if (!names.has(`${version}/${files.manifest}`)) return null;
  return { commit: commit.trim(), has: (path) => names.has(path) && !others.has(path) };
}
