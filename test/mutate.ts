/**
 * Changes single lines of the code, one at a time, and runs the tests that reach the file: a change that no test notices
 * is a hole in the tests, or a line that does nothing.
 *
 *     bun test/mutate.ts [FOLDER...] [--count 200] [--seed 1] [--jobs 2]
 *
 * It works on a copy of the project, names the test that noticed each change, and lists what survived.
 *
 * - A change is held against the test of the file's own name first, then those of its folder. Those that survive are held
 *   against every other test that reaches the file, the nearest first, until one fails. How near a test is follows from
 *   imports, and from paths in quotes: so a thread is reached by who starts it, and src/exp.ts, with all that it imports,
 *   by the tests of the commands.
 * - Each of these tests is run once on the code as it is before it is used. One that fails there proves nothing, and ends
 *   the script; the time it took is what tells a change that makes a loop endless.
 * - What means nothing to the machine is left alone: comments, texts, imports and types. So are spans of time in constants
 *   ending in _MS: no test can see that a wait is a millisecond longer.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
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
/** A test that takes so many times as long as on the code as it is, and some seconds more, has an endless loop. */
const MOST_TIMES = 5;
const MORE_SECONDS = 20;

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
    /(?<=[\w\]] = )(?<!_MS = )(\d+(?:\.\d+)?)(?=[,;)\s])/g,
    (_, number) => String(Number(number) + 1),
  ],
  [
    "check skipped",
    /\bif \((?=[^()]*(?:\([^()]*\)[^()]*)*\) (?:throw|return|continue))/g,
    () => "if (false && ",
  ],
  ["sync dropped", /^ *(?:await )?\w+\.(?:sync|close|set|push|add|delete)\([^;]*\);$/gm, () => ""],
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
 * The tests that reach a file. near: the one of its name, then those of its folder. far: the others, the nearest first.
 * @param texts of src and test
 */
export function testsOf(file: string, texts: readonly Text[]): Record<"near" | "far", string[]> {
  const users = new Map<string, string[]>();
  for (const one of texts)
    for (const used of usedBy(one)) users.set(used, [...(users.get(used) ?? []), one.path]);
  const reached = new Set([file]);
  // What is added while the set is walked through is walked through too: so the nearest come first.
  for (const path of reached) for (const user of users.get(path) ?? []) reached.add(user);
  const own = file.replace(/^src\//, "test/").replace(/\.ts$/, ".test.ts");
  const tests = [...reached].filter((path) => path.endsWith(".test.ts"));
  const isNear = (test: string) => dirname(test) === dirname(own);
  return {
    near: tests.filter(isNear).toSorted((a, b) => Number(b === own) - Number(a === own)),
    far: tests.filter((test) => !isNear(test)),
  };
}

/** Files that another imports, or starts as a thread or a program: their paths stand in it. */
function usedBy({ path, text }: Text): Set<string> {
  const code = text.replace(/^(?:import|export) type [\s\S]*?;$/gm, "");
  return new Set(
    Array.from(code.matchAll(/"(\.{1,2}\/[^"]*\.ts)"/g), ([, name]) => join(dirname(path), name!)),
  );
}

/** Tests that run in copies of the project; none of them is left when this process ends. */
class Runner {
  readonly #running = new Set<number>();
  readonly #copies: string[] = [];
  /** How long each test takes on the code as it is. */
  readonly #seconds = new Map<string, Promise<number>>();
  #unchanged: string | undefined;

  constructor() {
    process.on("exit", () => {
      for (const pid of this.#running) endGroup(pid);
      for (const copy of this.#copies) rmSync(copy, { recursive: true, force: true });
    });
    for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => process.exit(130));
  }

  copy(): string {
    const copy = copyProject();
    this.#copies.push(copy);
    return copy;
  }

  /** Whether a test fails on what a copy holds. */
  async fails(test: string, copy: string): Promise<boolean> {
    this.#unchanged ??= this.copy();
    const known = this.#seconds.get(test) ?? this.#secondsOf(test, this.#unchanged);
    this.#seconds.set(test, known);
    const mostSeconds = MOST_TIMES * (await known) + MORE_SECONDS;
    return (await this.#run(test, copy, mostSeconds)) !== 0;
  }

  /** @throws where it fails: it would notice every change, and none */
  async #secondsOf(test: string, unchanged: string): Promise<number> {
    const started = performance.now();
    if ((await this.#run(test, unchanged, Infinity)) !== 0)
      throw new Error(`${test} fails without any change`);
    return (performance.now() - started) / 1000;
  }

  async #run(test: string, cwd: string, mostSeconds: number): Promise<number> {
    const child = Bun.spawn([process.execPath, "test", "--bail", "--timeout=60000", `./${test}`], {
      cwd,
      // What a killed test leaves behind goes with the copy.
      env: { ...process.env, TMPDIR: join(cwd, "tmp") },
      stdout: "ignore",
      stderr: "ignore",
      // At the head of a group of its own, with the programs that it starts.
      detached: true,
    });
    this.#running.add(child.pid);
    const timer = Number.isFinite(mostSeconds)
      ? setTimeout(endGroup, mostSeconds * 1000, child.pid)
      : undefined;
    const exitCode = await child.exited;
    clearTimeout(timer);
    endGroup(child.pid);
    this.#running.delete(child.pid);
    return exitCode;
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // None of them is left.
  }
}

/** @returns the first test that notices; undefined where none does */
async function noticedBy(
  mutant: Mutant,
  tests: readonly string[],
  copy: string,
  runner: Runner,
): Promise<string | undefined> {
  const path = join(copy, mutant.file);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end));
  try {
    for (const test of tests) if (await runner.fails(test, copy)) return test;
    return undefined;
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
  mkdirSync(join(copy, "tmp"));
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
  const texts = ["src", "test"]
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }).toSorted())
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const textOf = (file: string) => texts.find(({ path }) => path === file)!.text;
  const all = files.flatMap((file) => mutantsOf(file, textOf(file)));
  const order = permutation(all.length, stream(seed, "mutants"));
  const chosen = [...order].slice(0, count).map((index) => all[index]!);
  const runner = new Runner();
  const copies = Array.from({ length: jobs }, () => runner.copy());
  /** @returns those that survive */
  const round = async (mutants: readonly Mutant[], which: "near" | "far"): Promise<Mutant[]> => {
    const survivors: Mutant[] = [];
    let [next, done] = [0, 0];
    const work = async (copy: string) => {
      while (next < mutants.length) {
        const mutant = mutants[next++]!;
        const test = await noticedBy(mutant, testsOf(mutant.file, texts)[which], copy, runner);
        if (test === undefined) survivors.push(mutant);
        const { line } = lineOf(textOf(mutant.file), mutant.start);
        process.stdout.write(
          `${which} ${++done}/${mutants.length} ${mutant.file}:${line} ${mutant.kind}: ${test ?? "SURVIVED"}\n`,
        );
      }
    };
    await Promise.all(copies.map(work));
    return survivors;
  };
  const survivors = await round(await round(chosen, "near"), "far");
  for (const mutant of survivors) {
    const text = textOf(mutant.file);
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
