import { files } from "../layout.ts";

/** So long git may take: in a history of millions of commits the working tree alone has to do. */
const MOST_MS = 5000;

/**
 * Names of runs that a git repository knows besides those in the working tree: of other branches, tags, remotes and
 * stashes, and of commits that deleted them or that only the reflog still has.
 *
 * @param folder of an experiment's runs; it exists
 * @param among only these, v003 …, which takes a fifth of the time
 * @returns in no order, maybe twice; none where there is no git
 */
export async function versionsInGit(folder: string, among?: readonly string[]): Promise<string[]> {
  if (!Bun.which("git")) return [];
  const words = ["--all", "--reflog", "--full-history", "--no-renames", "--diff-filter=A"];
  const output = ["--relative", "--name-only", "--format=", "-z"];
  const paths = among?.map((name) => `${name}/${files.manifest}`) ?? [
    `:(glob)v*/${files.manifest}`,
  ];
  const child = Bun.spawn(
    ["git", "-c", "log.showSignature=false", "log", ...words, ...output, "--", ...paths],
    {
      cwd: folder,
      stdout: "pipe",
      stderr: "ignore",
      timeout: MOST_MS,
    },
  );
  const text = await new Response(child.stdout).text();
  return text.split("\0").flatMap((name) => name.trim().split("/")[0] || []);
}
