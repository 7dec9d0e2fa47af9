import { posix } from "node:path";
import { RunError, UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";
import { latestVersion } from "./find.ts";
import { askGit, distrusted } from "./git.ts";
import type { RunSource } from "./source.ts";

/**
 * A run as a revision of the git repository has it. Nothing is checked out: git is only asked for the files.
 *
 * @param revision a branch, a tag or a commit
 * @param path from the root of the repository, from `directory`, or from its runs/: "runs/baseline/v003", "baseline"
 * @throws UsageError where there is no repository, no such revision, or no such run in it
 */
export async function revisionSource(
  revision: string,
  path: string,
  directory: string,
): Promise<RunSource> {
  if (!Bun.which("git")) throw new UsageError(messages.noGit());
  const git = async (...words: string[]) => {
    const answer = await askGit(directory, words);
    const foreign = distrusted(answer);
    if (foreign !== null) throw new UsageError(messages.gitDistrusts(directory, foreign));
    return answer.ok ? answer.text : null;
  };
  const list = async (commit: string, folder: string) => {
    const names = await git("ls-tree", "--full-tree", "-z", "--name-only", `${commit}:${folder}`);
    return names?.split("\0").filter((name) => name !== "") ?? null;
  };
  const prefix = await git("rev-parse", "--show-prefix");
  if (prefix === null) throw new UsageError(messages.noRepository());
  const name = `${revision}^{commit}`;
  const verified = await git("rev-parse", "--verify", "--quiet", "--end-of-options", name);
  if (verified === null) throw new UsageError(messages.noRevision(revision));
  const commit = verified.trim();
  const here = prefix.trimEnd();
  const folders = [path, `${here}${path}`, `${here}runs/${path}`].flatMap(
    (folder) => inRepository(folder) ?? [],
  );
  for (const folder of folders) {
    const names = await list(commit, folder);
    if (names === null) continue;
    const version = latestVersion(names);
    return commitSource(version === undefined ? folder : posix.join(folder, version));
  }
  const above = inRepository(`${here}runs/${posix.dirname(path)}`) ?? "";
  const known = (await list(commit, above)) ?? [];
  throw new UsageError(
    messages.runNotInRevision(revision, path, nearest(posix.basename(path), known)),
  );

  async function commitSource(folder: string): Promise<RunSource> {
    const names = new Set(await list(commit, folder));
    const place = (file: string) => `${revision}:${posix.join(folder, file)}`;
    return {
      label: `${revision}:${folder}`,
      name: posix.basename(posix.dirname(folder)),
      place,
      async read(file) {
        const isInside = !file.startsWith("../");
        if (isInside && !names.has(file)) return null;
        const text = await git("cat-file", "blob", `${commit}:${posix.join(folder, file)}`);
        if (text === null && !isInside) return null;
        if (text === null)
          throw new RunError(messages.runFileUnreadable(place(file), "git cannot show it"));
        return text;
      },
    };
  }
}

/** As git names it: no ".", no slash at either end. @returns null where it leads out of the repository */
function inRepository(path: string): string | null {
  const inside = posix.normalize(path).replace(/^\/+|\/+$/g, "");
  return inside === ".." || inside.startsWith("../") ? null : inside === "." ? "" : inside;
}
