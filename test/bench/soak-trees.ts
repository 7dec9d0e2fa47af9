/**
 * Every command on trees in which each file and folder in turn is something else: a pipe, a socket, a folder, a link that
 * dangles, a link to a file outside or to a device, empty, unreadable, huge.
 * `bun test/bench/soak-trees.ts [--command PATTERN] [--target PATTERN] [--kind PATTERN] [--at-once 2]`
 *
 * Each case has a tree of its own, on Linux as root; several in turn share a process, which is killed when one hangs. A case
 * fails when it takes more than five seconds longer than on a sound tree, ends its process, calls something a mistake in
 * Lamina, or when anything was changed or removed that Lamina did not make. Prints each failure, then how many cases there
 * were, and exits with 1 unless all are right.
 */
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { locateLibrary } from "../../src/engine/locate.ts";
import { releaseFor } from "../../src/engine/releases.ts";
import type { Manifest } from "../../src/layout.ts";
import { manifestText } from "../../src/run/manifest-text.ts";
import { expHere } from "../fixtures/command-here.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const { values: options } = parseArgs({
  options: {
    /** Reads calls, a line each, and answers each with a line. */
    serve: { type: "boolean", default: false },
    command: { type: "string", default: "" },
    target: { type: "string", default: "" },
    kind: { type: "string", default: "" },
    "at-once": { type: "string", default: "2" },
  },
});

const library = locateLibrary(process.env, releaseFor(process.platform, process.arch)).library!;
/** Longer than on a sound tree. */
const MOST_MS = 5000;
const HUGE_BYTES = 2 ** 40;

interface Command {
  words: string[];
  /** What it may change, add and remove: paths from the folder that it is called in. */
  may: RegExp;
  /** Of one that starts TensorFlow, which takes seconds: the targets that it can come across. */
  reads?: RegExp;
}

const cached = String.raw`cache/images(/|$)`;
const inRun = String.raw`runs/small/v001(/|$)`;
const drawn = String.raw`runs/small/v001/(charts|report\.html|\.)`;
const nothing = /^(?!)/;
const paths = (...some: string[]) => new RegExp(`^(${["cache$", ...some].join("|")})`);
const command = (may: RegExp, words: string): Command => ({ words: words.split(" "), may });
const slow = (reads: RegExp, may: RegExp, words: string): Command => ({
  ...command(may, words),
  reads,
});
const withData = (...some: string[]) =>
  paths("cache", "experiments", "runs$", "runs/small$", "runs/small/images", ...some);
const commands: readonly Command[] = [
  command(nothing, "check small"),
  command(nothing, "check table --json"),
  command(nothing, "check --from small/v001"),
  command(nothing, "list"),
  command(nothing, "list --json"),
  command(nothing, "diff small/v001 small/v002"),
  command(nothing, "diff small/v001 experiments/small.yaml"),
  command(paths("out"), "diff small/v001 small/v003 --html out/d.html --charts out"),
  command(paths(cached), "data small"),
  command(paths(cached, "out", "list"), "data table --sheet out --quarantine list"),
  command(
    paths(cached, "runs/small(/preview|$)"),
    "data small --preview --set data.augment.rotation=9",
  ),
  command(paths(drawn), "charts small/v001"),
  command(paths(drawn, "runs/small/v001/templates"), "charts small/v001 --template other.vl.json"),
  command(nothing, "note small/v001"),
  command(paths(drawn, "runs/small/v001/notes.md"), "note small/v001 more"),
  command(paths(drawn, "runs/small/v001/tags.txt"), "tag small/v001 more"),
  command(paths(drawn, "runs/small/v001/tags.txt"), "tag small/v001 --remove good"),
  command(paths(inRun), "rename small/v001 v020"),
  command(paths(inRun, "runs/small/images"), "rm small/v001 --force"),
  command(paths("runs/small/v00[78](/|$)"), "clean --yes"),
  command(nothing, "cache"),
  command(paths(cached), "cache --clear"),
  slow(/^(cache$|runs)/, nothing, "doctor"),
  slow(
    withData("runs/small/v002(/manifest.json)?$"),
    paths(cached, "runs($|/small($|/v009|/images))"),
    "run small",
  ),
  slow(withData("runs/small/v001"), paths(cached), "verify small/v001"),
  slow(withData("runs/small/v002"), paths(cached, "runs/small/v002(/|$)"), "resume small/v002"),
  slow(
    withData("runs/small/v001"),
    paths(cached, "runs/small(/v009|/images|$)"),
    "resume small/v001 --epochs 4",
  ),
  slow(withData(), paths(cached, "runs(/small(/preview|$)|$)"), "lr small --steps 20"),
];

/** What takes the place of a file or a folder. `outside` is a folder of the user's. */
const kinds: Readonly<Record<string, (path: string, outside: string) => void>> = {
  pipe: instead((path) => void Bun.spawnSync(["mkfifo", path])),
  socket: instead((path) => {
    const script = `import socket; socket.socket(socket.AF_UNIX).bind(${JSON.stringify(basename(path))})`;
    Bun.spawnSync(["python3", "-c", script], { cwd: dirname(path) });
  }),
  folder: instead((path) => {
    mkdirSync(path);
    writeFileSync(join(path, "mine.txt"), "mine");
  }),
  dangling: instead((path) => symlinkSync("/nowhere/at/all", path)),
  outside(path, outside) {
    const moved = join(outside, basename(path));
    renameSync(path, moved);
    symlinkSync(moved, path);
  },
  device: instead((path) => symlinkSync("/dev/zero", path)),
  empty: instead((path) => writeFileSync(path, "")),
  huge: instead((path) => {
    writeFileSync(path, "");
    truncateSync(path, HUGE_BYTES);
  }),
  unreadable: (path) => chmodSync(path, 0),
};

function instead(put: (path: string) => void): (path: string) => void {
  return (path) => {
    rmSync(path, { recursive: true });
    put(path);
  };
}

interface Case {
  command: Command;
  target: string;
  kind: string;
}

interface Ended {
  exitCode: number | null;
  output: string;
  ms: number;
}

/** Folders that a user may have put elsewhere, with a link in their place: Lamina works where they lead. */
const mayBeElsewhere = /^(runs(\/small(\/v\d+)?)?|cache(\/images)?)$/;

const work = options.serve ? "" : mkdtempSync(join(tmpdir(), "lamina-soak-"));
const sound = join(work, "sound");

/** A tree with runs, finished and not, and with something of the user's everywhere. */
async function makeSound(): Promise<void> {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(sound, path)), { recursive: true });
    writeFileSync(join(sound, path), text);
  };
  writeSmallExperiment(sound, "{ epochs: 2, checkpoint: { everyEpochs: 1 } }");
  const small = readFileSync(join(sound, "experiments/small.yaml"), "utf8");
  const images = ["train/dark", "train/light", "test/dark", "test/light"].flatMap((folder) =>
    readdirSync(join(sound, "experiments/data", folder)).map((name) => `${folder}/${name}`),
  );
  const rows = images.map((file) => `${file},${file.split("/")[1]},${file.split("/")[0]}\n`);
  put("experiments/data/labels.csv", `file,label,split\n${rows.join("")}`);
  put(
    "experiments/table.yaml",
    small
      .replace(
        "train: data/train, validation: data/val, test: data/test",
        "train: data/labels.csv, labels: { columns: { split: split } }",
      )
      .replace("pictures: 0", "pictures: 0"),
  );
  const template = JSON.stringify({
    data: { name: "history" },
    mark: "line",
    encoding: { x: { field: "epoch" }, y: { field: "train_loss" } },
  });
  put("experiments/charts/own.vl.json", template);
  put("other.vl.json", template);
  await must("run", "small", "--set", "evaluate.pictures=1");
  await must("run", "small");
  await must("run", "small", "--set", "seed=4");
  await must("note", "small/v001", "first");
  await must("tag", "small/v001", "good");
  // As if it had been interrupted after its last epoch.
  const file = join(sound, "runs/small/v002/manifest.json");
  const { files: _, sha256: __, ...manifest } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  writeFileSync(file, manifestText({ ...manifest, status: "interrupted" }));
  for (const name of ["metrics.json", "predictions.csv", "charts", "report.html", "model"])
    rmSync(join(sound, "runs/small/v002", name), { recursive: true });
  put("runs/small/v007/model/weights.bin", "x");
  put("runs/small/v008/model/weights.bin", "x");
  for (const path of [
    "runs/small",
    "runs/small/v001",
    "runs/small/v001/charts",
    "runs/small/v008/model",
    "cache/images",
    "cache/images/mine",
    "out",
  ])
    put(`${path}/mine.txt`, "mine");
  put("cache/images/mine.part", "mine");
}

async function must(...words: string[]): Promise<void> {
  const server = new Server();
  const { exitCode, output } = await server.call({ words, cwd: sound });
  server.stop();
  if (exitCode !== 0) throw new Error(`exp ${words.join(" ")}: ${output}`);
}

interface Call {
  words: string[];
  cwd: string;
}

/** A process that does one call after the other, without the rights of root over what it may not read. */
class Server {
  #child: Bun.Subprocess<"pipe", "pipe", "pipe"> | null = null;
  #lines: AsyncIterator<string> | null = null;

  /** @param mostMs after so long it is killed */
  async call(call: Call, mostMs = 60_000): Promise<Ended> {
    const child = (this.#child ??= this.#start());
    const startedMs = performance.now();
    const timer = setTimeout(() => child.kill("SIGKILL"), mostMs);
    child.stdin.write(`${JSON.stringify(call)}\n`);
    const { value, done } = await this.#lines!.next();
    clearTimeout(timer);
    const ms = performance.now() - startedMs;
    if (!done) return { ...(JSON.parse(value) as Omit<Ended, "ms">), ms };
    await child.exited;
    this.#child = null;
    const output = await new Response(child.stderr).text();
    return { exitCode: null, output: `${child.signalCode ?? child.exitCode}: ${output}`, ms };
  }

  stop(): void {
    this.#child?.kill();
    this.#child = null;
  }

  #start() {
    const drop = "-dac_override,-dac_read_search";
    const words = [process.execPath, import.meta.path, "--serve"];
    const child = Bun.spawn(["setpriv", `--bounding-set=${drop}`, `--inh-caps=${drop}`, ...words], {
      env: { ...process.env, LAMINA_TENSORFLOW: library.path },
      stdin: "pipe",
      stdout: "pipe",
      stderr: "pipe",
    });
    this.#lines = linesOf(child.stdout);
    return child;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of stream) {
    const chunk = decoder.decode(bytes, { stream: true });
    const [last, ...lines] = `${text}${chunk}`.split("\n").toReversed();
    text = last!;
    yield* lines.toReversed();
  }
}

async function serve(): Promise<void> {
  for await (const line of linesOf(Bun.stdin.stream())) {
    const { words, cwd } = JSON.parse(line) as Call;
    const ended = await expHere(cwd, join(cwd, "cache"), words);
    process.stdout.write(`${JSON.stringify(ended)}\n`);
  }
}

/** One of each kind of file is enough: an image of each split, a chart of each ending. */
function targets(): string[] {
  const seen = new Set<string>();
  return readdirSync(sound, { recursive: true })
    .map(String)
    .toSorted()
    .filter((path) => !/mine|v003|v00[78]\//.test(path))
    .filter((path) => {
      const like = path
        .replace(/(dark|light)(\/.*)?$/, "class$2")
        .replace(/(data\/\w+\/class|v00\d\/charts|pictures)\/[^.]*/, "$1/file");
      const isNew = !seen.has(like);
      seen.add(like);
      return isNew;
    });
}

async function soak(): Promise<boolean> {
  const chosen = (text: string, pattern: string) => new RegExp(pattern).test(text);
  const usual = new Map<Command, number>();
  const some = commands.filter(({ words }) => chosen(words.join(" "), options.command));
  const first = new Tree();
  for (const one of some) {
    const ended = await first.try({ command: one, target: "", kind: "" }, 60_000);
    usual.set(one, ended.ms);
    for (const failure of ended.failures)
      process.stdout.write(`FAILED on a sound tree: ${failure}\n${ended.output}`);
  }
  first.close();
  const cases: Case[] = some.flatMap((one) =>
    targets()
      .filter((target) => chosen(target, options.target) && (one.reads?.test(target) ?? true))
      .flatMap((target) =>
        Object.keys(kinds)
          .filter((kind) => chosen(kind, options.kind))
          .map((kind) => ({ command: one, target, kind })),
      ),
  );
  const total = cases.length;
  process.stdout.write(`${total} cases: ${targets().join(" ")}\n`);
  let [done, failed, slowestMs] = [0, 0, 0];
  const codes = new Map<number | null, number>();
  const workOff = async () => {
    const tree = new Tree();
    for (let one = cases.pop(); one; one = cases.pop()) {
      const most = usual.get(one.command)! + MOST_MS;
      let ended = await tree.try(one, most);
      // Once more, where others may have had the processor.
      if (ended.isSlow) ended = await tree.try(one, most);
      slowestMs = Math.max(slowestMs, ended.ms - usual.get(one.command)!);
      codes.set(ended.exitCode, (codes.get(ended.exitCode) ?? 0) + 1);
      if (ended.failures.length > 0) failed++;
      const call = `exp ${one.command.words.join(" ")}, ${one.target} is ${one.kind}`;
      for (const failure of ended.failures)
        process.stdout.write(`FAILED ${call}: ${failure}\n${ended.output.slice(0, 1500)}\n`);
      if (++done % 250 === 0) process.stdout.write(`${done} of ${total}, ${failed} failed\n`);
    }
    tree.close();
  };
  await Promise.all(Array.from({ length: Number(options["at-once"]) }, workOff));
  process.stdout.write(
    `${done} cases, ${failed} failed; exit codes ${JSON.stringify([...codes])}; the slowest took ${Math.round(slowestMs)} ms more than on a sound tree\n`,
  );
  return failed === 0;
}

/** A tree that one case after the other is tried on. */
class Tree {
  readonly folder = mkdtempSync(join(work, "case-"));
  readonly tree = join(this.folder, "tree");
  readonly outside = join(this.folder, "outside");
  readonly #server = new Server();
  readonly #hashes = new Map<string, string>();
  #isSound = false;

  /** @param mostMs more is slow */
  async try({ command: { words, may, reads }, target, kind }: Case, mostMs: number) {
    if (!this.#isSound) this.#makeSound();
    if (kind !== "") kinds[kind]!(join(this.tree, target), this.outside);
    const before = this.#snapshot();
    const ended = await this.#server.call({ words, cwd: this.tree }, 2 * mostMs);
    // TensorFlow starts once in a process.
    if (reads) this.#server.stop();
    const after = this.#snapshot();
    const isSlow = ended.ms > mostMs;
    const placeOf = (path: string) => {
      const moved = `outside/${basename(target)}`;
      return mayBeElsewhere.test(target) && `${path}/`.startsWith(`${moved}/`)
        ? `tree/${target}${path.slice(moved.length)}`
        : path;
    };
    const failures = [
      ...(isSlow ? [`took ${Math.round(ended.ms)} ms`] : []),
      ...([0, 1, 2].includes(ended.exitCode!) ? [] : [`exit code ${ended.exitCode}`]),
      ...(/mistake in Lamina/.test(ended.output) ? ["is called a mistake in Lamina"] : []),
      ...changes(before, after, (path) => {
        const place = placeOf(path);
        return place.startsWith("tree/") && may.test(place.slice("tree/".length));
      }),
    ];
    this.#isSound = Bun.deepEquals(before, after);
    if (this.#isSound && kind !== "") this.#putBack(target);
    return { ...ended, isSlow, failures };
  }

  close(): void {
    this.#server.stop();
  }

  #makeSound(): void {
    Bun.spawnSync(["chmod", "-R", "u+rwX", this.folder]);
    rmSync(this.folder, { recursive: true });
    mkdirSync(this.outside, { recursive: true });
    writeFileSync(join(this.outside, "mine.txt"), "mine");
    Bun.spawnSync(["cp", "-a", sound, this.tree]);
  }

  #putBack(target: string): void {
    const path = join(this.tree, target);
    rmSync(path, { recursive: true });
    rmSync(join(this.outside, basename(target)), { recursive: true, force: true });
    cpSync(join(sound, target), path, { recursive: true, preserveTimestamps: true });
  }

  /** What each path is, and holds. A file that was not touched is hashed once. */
  #snapshot(): Map<string, string> {
    const found = new Map<string, string>();
    const look = (path: string) => {
      const what = this.#whatIs(path);
      found.set(relative(this.folder, path), what);
      if (what === "folder") for (const name of readdirSync(path)) look(join(path, name));
    };
    look(this.folder);
    return found;
  }

  #whatIs(path: string): string {
    const stats = lstatSync(path, { bigint: true });
    if (stats.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
    if (stats.isDirectory()) return "folder";
    if (!stats.isFile()) return "special";
    if (stats.size > 1e8) return `file of ${stats.size} bytes`;
    const stamp = `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
    const known = this.#hashes.get(stamp) ?? `file ${Bun.hash(readFileSync(path))}`;
    this.#hashes.set(stamp, known);
    return known;
  }
}

function changes(
  before: Map<string, string>,
  after: Map<string, string>,
  isLaminas: (path: string) => boolean,
): string[] {
  // A run that was renamed.
  const [given, number] = ["small/v020", "small/v001"];
  const isRenamed = [...after.keys()].some((path) => path.includes(given));
  const now = new Map(
    Array.from(after, ([path, what]) => [isRenamed ? path.replace(given, number) : path, what]),
  );
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), now.get(path)];
    if (was === is) return [];
    const isReplaceable = was === undefined || was === "folder" || was.startsWith("file");
    return isLaminas(path) && isReplaceable && !/mine/.test(path)
      ? []
      : [`${path} was ${was ?? "nothing"}, and is ${is ?? "gone"}`];
  });
}

if (options.serve) await serve();
else {
  try {
    await makeSound();
    process.exitCode = (await soak()) ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
