import { files } from "../layout.ts";
import { askGit } from "./git.ts";

/** So long git may take: in a history of millions of commits the working tree alone has to do. */
const MOST_MS = 5000;

/**
 * Names of runs that a git repository knows besides those in the working tree: of other branches, tags, remotes and
 * stashes, and of commits that deleted them or that only the reflog still has.
 *
 * @param folder of an experiment's runs; it exists
 * @param among only these, v003 …, which takes a fifth of the time
 * @param all what names of all begin with, where they are not told
 * @returns in no order, maybe twice; none where there is no git
 */
export async function versionsInGit(
  folder: string,
  among?: readonly string[],
  all = "v",
): Promise<string[]> {
  const words = ["--all", "--reflog", "--full-history", "--no-renames", "--diff-filter=A"];
  const output = ["--relative", "--name-only", "--format=", "-z"];
  const paths = among?.map((name) => `${name}/${files.manifest}`) ?? [
    `:(glob)${all}*/${files.manifest}`,
  ];
  const { text } = await askGit(folder, ["log", ...words, ...output, "--", ...paths], {
    mostMs: MOST_MS,
  });
  return text.split("\0").flatMap((name) => name.trim().split("/")[0] || []);
}
