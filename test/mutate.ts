/**
 * Changes single lines of the code, one at a time, and runs the tests that mirror the file: a change that no test notices
 * is a hole in the tests, or a line that does nothing.
 *
 *     bun test/mutate.ts [FOLDER...] [--count 200] [--seed 1] [--jobs 2]
 *
 * It works on a copy of the project, and lists what survived.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { permutation, stream } from "../src/random.ts";

const root = join(import.meta.dir, "..");
const MOST_SECONDS = 120;

export interface Mutant {
  /** From the root of the project. */
  file: string;
  kind: string;
  /** Positions in the file's text, and what comes between them instead. */
  start: number;
  end: number;
  text: string;
}

/** Kinds of slips: what is looked for, and what it becomes. */
const kinds: readonly [kind: string, pattern: RegExp, become: (...found: string[]) => string][] = [
  [
    "comparison turned",
    / (<=?|>=?) (?=[\w(.#!-])/g,
    (_, operator) => ` ${{ "<": ">=", "<=": ">", ">": "<=", ">=": "<" }[operator!]} `,
  ],
  [
    "comparison off by one",
    / (<=?|>=?) (?=[\w(.#!-])/g,
    (_, operator) => ` ${{ "<": "<=", "<=": "<", ">": ">=", ">=": ">" }[operator!]} `,
  ],
  ["equality turned", / (===|!==) /g, (_, operator) => (operator === "===" ? " !== " : " === ")],
  ["off by one", /(?<=[\w\])] [+-] )1\b(?!\.)/g, () => "2"],
  [
    "sign turned",
    /(?<=[\w\])]) ([+-]) (?=[\w(])/g,
    (_, operator) => (operator === "+" ? " - " : " + "),
  ],
  ["and for or", / (&&|\|\|) /g, (_, operator) => (operator === "&&" ? " || " : " && ")],
  [
    "axes swapped",
    /\b(height|width)\b(?=[,)\]; ])/g,
    (_, axis) => (axis === "height" ? "width" : "height"),
  ],
  ["await dropped", /\bawait (?=[\w(])/g, () => ""],
  [
    "default changed",
    /(?<=[\w\]] = )(\d+(?:\.\d+)?)(?=[,;)\s])/g,
    (_, number) => String(Number(number) + 1),
  ],
  [
    "check skipped",
    /\bif \((?=[^()]*(?:\([^()]*\)[^()]*)*\) (?:throw|return|continue))/g,
    () => "if (false && ",
  ],
  ["sync dropped", /^\s*(?:await )?\w+\.(?:sync|close|set|push|add|delete)\([^;]*\);$/gm, () => ""],
];

/** Every change that may be made to a file's code. @param text of the file */
export function mutantsOf(file: string, text: string): Mutant[] {
  const code = withoutText(text);
  return kinds.flatMap(([kind, pattern, become]) =>
    [...code.matchAll(pattern)].map((match) => ({
      file,
      kind,
      start: match.index,
      end: match.index + match[0].length,
      text: become(...match),
    })),
  );
}

/** The code with spaces for comments, texts, imports and types, in which a change would be none. */
function withoutText(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, blank)
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, blank)
    .replace(/^import [\s\S]*?;$/gm, blank)
    .replace(/^(?:export )?(?:type|interface) [\s\S]*?(?:^\}|;)$/gm, blank);
}

interface Text {
  path: string;
  text: string;
}

/**
 * The tests that mirror a file: the one of its name and those that import it. A file without one of its name is held
 * against the tests of what imports it, and of its folder.
 */
export function testsOf(file: string, tests: readonly Text[], sources: readonly Text[]): string[] {
  const own = file.replace(/^src\//, "test/").replace(/\.ts$/, ".test.ts");
  const importing = (path: string, among: readonly Text[]) =>
    among.filter((one) => importsOf(one).has(path)).map((one) => one.path);
  const direct = importing(file, tests);
  if (tests.some(({ path }) => path === own)) return [...new Set([own, ...direct])];
  const users = importing(file, sources).flatMap((user) => importing(user, tests));
  const folder = tests.map(({ path }) => path).filter((path) => dirname(path) === dirname(own));
  return [...new Set([...direct, ...folder, ...users])];
}

function importsOf({ path, text }: Text): Set<string> {
  const found = text.matchAll(/(?:from|import\() ?"(\.[^"]*)"/g);
  return new Set(Array.from(found, ([, name]) => join(dirname(path), name!)));
}

/** Whether the tests notice. */
async function isKilled(
  mutant: Mutant,
  tests: readonly string[],
  copy: string,
  signal: AbortSignal,
): Promise<boolean> {
  const path = join(copy, mutant.file);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end));
  try {
    const child = Bun.spawn(
      [process.execPath, "test", "--bail", ...tests.map((one) => `./${one}`)],
      {
        cwd: copy,
        stdout: "ignore",
        stderr: "ignore",
        timeout: MOST_SECONDS * 1000,
        signal,
        killSignal: "SIGKILL",
      },
    );
    return (await child.exited) !== 0;
  } finally {
    writeFileSync(path, text);
  }
}

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), "lamina-mutants-"));
  for (const name of [
    "src",
    "test",
    "schema",
    "experiments",
    "runs",
    "package.json",
    "tsconfig.json",
    "bunfig.toml",
    "README.md",
    ".gitattributes",
    ".gitignore",
  ])
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

function lineOf(text: string, at: number): { line: number; code: string } {
  const line = text.slice(0, at).split("\n").length;
  return { line, code: text.split("\n")[line - 1]!.trim() };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string" }, seed: { type: "string" }, jobs: { type: "string" } },
  });
  const [count, seed, jobs] = [
    Number(values.count ?? 200),
    Number(values.seed ?? 1),
    Number(values.jobs ?? 2),
  ];
  const folders = positionals.length > 0 ? positionals : ["src"];
  const sources = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }));
  const files = [...new Set(sources)]
    .filter((file) => !/\.d\.ts$|\.as\.ts$|src\/spec\/(experiment|resolved)\.ts$/.test(file))
    .toSorted();
  const tests = globSync("test/**/*.test.ts", { cwd: root })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const sourceTexts = globSync("src/**/*.ts", { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), "utf8"),
  }));
  const all = files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8")));
  const order = permutation(all.length, stream(seed, "mutants"));
  const chosen = [...order].slice(0, count).map((index) => all[index]!);
  const survivors: Mutant[] = [];
  // A change may make a loop that never ends: no test is left behind.
  const end = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.on(name, () => {
      end.abort();
      process.exit(130);
    });
  let [next, done] = [0, 0];
  const worker = async () => {
    const copy = copyProject();
    try {
      while (next < chosen.length) {
        const mutant = chosen[next++]!;
        const mirrored = testsOf(mutant.file, tests, sourceTexts);
        const killed = mirrored.length > 0 && (await isKilled(mutant, mirrored, copy, end.signal));
        if (!killed) survivors.push(mutant);
        const { line } = lineOf(readFileSync(join(root, mutant.file), "utf8"), mutant.start);
        process.stdout.write(
          `${++done}/${chosen.length} ${killed ? "killed  " : "SURVIVED"} ${mutant.file}:${line} ${mutant.kind}\n`,
        );
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const mutant of survivors) {
    const text = readFileSync(join(root, mutant.file), "utf8");
    const { line, code } = lineOf(text, mutant.start);
    const changed = lineOf(
      text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end),
      mutant.start,
    ).code;
    process.stdout.write(`\n${mutant.file}:${line} ${mutant.kind}\n- ${code}\n+ ${changed}\n`);
  }
  process.stdout.write(
    `\n${chosen.length - survivors.length} of ${chosen.length} of ${all.length} possible changes were noticed.\n`,
  );
}

if (import.meta.main) await main();
