import { devNull } from "node:os";

/**
 * What a repository may set that would have git start a program or write into the repository. It may be someone else's:
 * to ask about it must do no more than look.
 */
const harmless = [
  "core.fsmonitor=false",
  `core.hooksPath=${devNull}`,
  "core.pager=cat",
  "log.showSignature=false",
  "color.ui=false",
].flatMap((setting) => ["-c", setting]);

const environment = {
  // Else `git status` writes the index anew, beneath a commit that the user is making.
  GIT_OPTIONAL_LOCKS: "0",
  // What a partial clone lacks would be fetched, by a program that the repository names: no way to fetch is allowed.
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "",
  GIT_TERMINAL_PROMPT: "0",
};

/** So long git may take by default. */
const MOST_MS = 10_000;

export interface GitAnswer {
  /** false where git fails, takes too long, or is not there. */
  ok: boolean;
  /** What it printed, where it failed before that. */
  text: string;
  /** What it said on standard error. */
  complaint: string;
}

/**
 * Asks git, without any program being started or anything written: the one way to call it. Commands that compare files of
 * the working tree are for `changedFiles`.
 */
export async function askGit(
  directory: string,
  words: readonly string[],
  { mostMs = MOST_MS, settings = [] as readonly string[] } = {},
): Promise<GitAnswer> {
  const program = Bun.which("git");
  if (program === null) return { ok: false, text: "", complaint: "" };
  const given = settings.flatMap((setting) => ["-c", setting]);
  const child = Bun.spawn(
    [
      program,
      "-C",
      directory,
      "--no-pager",
      "--no-optional-locks",
      ...harmless,
      ...given,
      ...words,
    ],
    {
      env: { ...process.env, ...environment },
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      timeout: mostMs,
    },
  );
  const [text, complaint] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { ok: (await child.exited) === 0, text, complaint };
}

/** @returns the repository of another user, about which git says nothing for that reason; null where that is not so */
export function distrusted({ ok, complaint }: GitAnswer): string | null {
  return ok ? null : (/safe\.directory (.+)/.exec(complaint)?.[1] ?? null);
}

/** A file that is not as in the commit that is checked out. */
export interface ChangedFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  isDeleted: boolean;
}

/**
 * Of the files that git tracks, those that are not as in the commit that is checked out.
 * @param paths from the directory; all of the repository where there are none
 * @returns null where git cannot tell
 */
export async function changedFiles(
  directory: string,
  paths: readonly string[] = [],
): Promise<ChangedFile[] | null> {
  const settings = await withoutFilters(directory);
  if (settings === null) return null;
  // Not `git diff`, which writes the index whatever it is told.
  const words = ["status", "--porcelain", "-z", "--untracked-files=no", "--no-renames"];
  // Of submodules their commits: for what is in them git would start another git there.
  words.push("--ignore-submodules=dirty", "--", ...paths);
  const { ok, text } = await askGit(directory, words, { settings });
  if (!ok) return null;
  return text.split("\0").flatMap((entry) => {
    const [state, path] = [entry.slice(0, 2), entry.slice(3)];
    return path === "" ? [] : { path, isDeleted: state.includes("D") };
  });
}

/**
 * Settings that take from a repository its own filters, programs that git puts each file through before it compares it.
 * Those of the user, such as Git LFS, stay.
 * @returns null where it has one that cannot be taken from it
 */
async function withoutFilters(directory: string): Promise<string[] | null> {
  const asked = ["config", "--show-scope", "--name-only", "-z", "--get-regexp", "^filter\\."];
  const { ok, text, complaint } = await askGit(directory, asked);
  // Where there is none it fails in silence.
  if (!ok) return complaint === "" ? [] : null;
  const parts = text.split("\0");
  const names = new Set<string>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const isUsers = ["system", "global", "command"].includes(parts[at]!);
    const [, ...name] = parts[at + 1]!.split(".").slice(0, -1);
    if (!isUsers && name.length > 0) names.add(name.join("."));
  }
  // A setting on the command line ends its name at the first equals sign.
  if ([...names].some((name) => name.includes("="))) return null;
  return [...names].flatMap((name) => [
    ...["clean", "smudge", "process"].map((part) => `filter.${name}.${part}=`),
    `filter.${name}.required=false`,
  ]);
}
