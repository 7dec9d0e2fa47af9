/**
 * Breaks a run on purpose and asks whether anything is lost. Linux; strace for `kill` and `errors`, root for `disk`.
 *
 *     bun test/bench/soak-faults.ts kill [--from 1] [--every 1]   SIGKILL at every file operation of a run; resumed
 *     bun test/bench/soak-faults.ts moments [--count 50] [--signal SIGKILL]   at random moments; resumed
 *     bun test/bench/soak-faults.ts disk     on full disks of growing size; resumed with room
 *     bun test/bench/soak-faults.ts errors   EIO and EACCES at one call after the other; resumed
 *     bun test/bench/soak-faults.ts flip     a bit of every file of a finished run; verified
 *
 * A resumed run has to have the weights, history, predictions and metrics of one that nobody disturbed, to the bit.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { stream } from "../../src/random.ts";

const root = join(import.meta.dir, "../..");
const command = ["bun", join(root, "src/exp.ts")];

/** Everything that carries something from step to step, and checkpoints as often as can be. */
const experiment = `
seed: 3
data:
  train: data/train
  validation: data/val
  test: data/test
  targetSize: [28, 28]
  colour: grey
  batchSize: 32
  augment: { rotation: 10, mixup: 0.2 }
model:
  layers:
    - conv: { filters: 4, kernelSize: 3 }
    - batchNorm
    - relu
    - pool
    - flatten
    - dropout: 0.5
    - dense: { units: classes }
train:
  epochs: 6
  schedule: { plateau: { factor: 0.5, patience: 1 } }
  averageWeights: { decay: 0.9 }
  earlyStopping: { monitor: auc, patience: 4 }

  checkpoint: { everyEpochs: 1, everyMinutes: 0.001, keep: 2 }
evaluate: { pictures: 12, resamples: 20, charts: [accuracy] }
`;
const compared = ["history.csv", "predictions.csv", "metrics.json", "model/weights.bin"];
/** What changes something on the disk. */
const calls = "openat,write,pwrite64,fsync,rename,mkdir,unlink,ftruncate";

/** A folder with the experiment in it, the images linked, and a cache of its own. */
function makePlace(folder = mkdtempSync(join(tmpdir(), "lamina-faults-"))): string {
  mkdirSync(join(folder, "experiments"), { recursive: true });
  cpSync(join(root, "experiments/data/pneumonia-28px"), join(folder, "experiments/data"), {
    recursive: true,
  });
  writeFileSync(join(folder, "experiments/e.yaml"), experiment);
  cpSync(join(root, "experiments/charts"), join(folder, "experiments/charts"), { recursive: true });
  return folder;
}

interface Ended {
  code: number | null;
  signal: string | number | null;
  text: string;
}

function exp(place: string, words: readonly string[], before: readonly string[] = []) {
  return Bun.spawn([...before, ...command, ...words], {
    cwd: place,
    stdout: "pipe",
    stderr: "pipe",
  });
}

async function ended(child: ReturnType<typeof exp>): Promise<Ended> {
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  await child.exited;
  return { code: child.exitCode, signal: child.signalCode, text: `${out}${err}` };
}

const contentOf = (place: string, run: string) =>
  compared.map((name) => readFileSync(join(place, "runs/e", run, name)).toString("base64"));

/** What a run comes to that nobody disturbs. */
async function reference(place: string): Promise<string[]> {
  const { code, text } = await ended(exp(place, ["e.yaml"]));
  if (code !== 0) throw new Error(text);
  const content = contentOf(place, "v001");
  rmSync(join(place, "runs"), { recursive: true });
  return content;
}

/** Takes a disturbed run up again. @returns how it ended: a word for the table */
async function takeUp(place: string, wanted: readonly string[]): Promise<string> {
  if (!existsSync(join(place, "runs/e/v001/manifest.json"))) return "never began";
  const manifest = JSON.parse(readFileSync(join(place, "runs/e/v001/manifest.json"), "utf8"));
  if (manifest.status === "completed")
    return isEqual(contentOf(place, "v001"), wanted) ? "had finished" : "FINISHED WITH OTHER BITS";
  const { code, text } = await ended(exp(place, ["resume", "e/v001"]));
  if (code !== 0) return `NOT RESUMED: ${text.trim().replaceAll("\n", " | ")}`;
  const now = contentOf(place, "v001");
  return isEqual(now, wanted)
    ? "equal"
    : `OTHER BITS in ${compared.filter((_, i) => now[i] !== wanted[i]).join()}`;
}

const isEqual = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

class Table {
  readonly #counts = new Map<string, number>();

  add(kind: string, about: string): void {
    this.#counts.set(kind, 1 + (this.#counts.get(kind) ?? 0));
    process.stdout.write(`${about}  ${kind}\n`);
  }

  print(): void {
    for (const [kind, count] of this.#counts) process.stdout.write(`${count} times: ${kind}\n`);
  }
}

const fresh = (place: string) => rmSync(join(place, "runs"), { recursive: true, force: true });

/** Kills a run right after its k-th operation on a file of the run; null where it had fewer. */
async function killAt(place: string, k: number): Promise<Ended | null> {
  const trace = ["strace", "-f", "-y", "--seccomp-bpf", "-e", `trace=${calls}`];
  // Slow enough for the signal to come between two operations.
  const child = exp(
    place,
    ["e.yaml"],
    [...trace, "-e", "inject=fsync,rename,mkdir:delay_exit=2000"],
  );
  let seen = 0;
  let rest = "";
  let isKilled = false;
  const runs = join(place, "runs");
  const decoder = new TextDecoder();
  const out = new Response(child.stdout).text();
  for await (const chunk of child.stderr) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      if (
        isKilled ||
        !line.includes(runs) ||
        (line.includes("openat") && !line.includes("O_CREAT"))
      )
        continue;
      if (++seen < k) continue;
      isKilled = true;
      // The traced process: strace's only child.
      const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
      for (const pid of children.trim().split(" ")) process.kill(Number(pid), "SIGKILL");
    }
  }
  await child.exited;
  return isKilled ? { code: null, signal: "SIGKILL", text: await out } : null;
}

async function kill(from: number, every: number): Promise<void> {
  const place = makePlace();
  const wanted = await reference(place);
  const table = new Table();
  for (let k = from; ; k += every) {
    fresh(place);
    if ((await killAt(place, k)) === null) break;
    table.add(await takeUp(place, wanted), `operation ${k}`);
  }
  table.print();
}

async function moments(count: number, signal: NodeJS.Signals): Promise<void> {
  const place = makePlace();
  const fromMs = performance.now();
  const wanted = await reference(place);
  const wholeMs = performance.now() - fromMs;
  const table = new Table();
  const random = stream(1, "moments");
  for (let index = 0; index < count; index++) {
    fresh(place);
    const child = exp(place, ["e.yaml"]);
    const ms = uniformInt(random, 0, Math.ceil(wholeMs));
    await Bun.sleep(ms);
    child.kill(signal);
    const { code } = await ended(child);
    table.add(await takeUp(place, wanted), `after ${ms} ms (${child.signalCode ?? code})`);
  }
  table.print();
}

async function disk(): Promise<void> {
  const wanted = await reference(makePlace());
  const table = new Table();
  const place = mkdtempSync(join(tmpdir(), "lamina-disk-"));
  for (let kilobytes = 128; kilobytes <= 1536; kilobytes += 32) {
    makePlace(place);
    mkdirSync(join(place, "runs"));
    const mount = (...words: string[]) => Bun.spawnSync(["mount", "-t", "tmpfs", ...words]);
    mount("-o", `size=${kilobytes}k`, "tmpfs", join(place, "runs"));
    try {
      const { code, text } = await ended(exp(place, ["e.yaml"]));
      const last = text.trim().split("\n").at(-1)!;
      const listed = await ended(exp(place, ["list", "--csv"]));
      const status = /v001,(\w+)/.exec(listed.text)?.[1] ?? "no run";
      mount("-o", "remount,size=64m", "tmpfs", join(place, "runs"));
      const end = await takeUp(place, wanted);
      table.add(`${end}; before: exit code ${code}, ${status}`, `${kilobytes} kB (${last})`);
    } finally {
      Bun.spawnSync(["umount", join(place, "runs")]);
      rmSync(place, { recursive: true, force: true });
    }
  }
  table.print();
}

async function errors(): Promise<void> {
  const place = makePlace();
  const wanted = await reference(place);
  const table = new Table();
  for (const [call, error] of [
    ["fsync", "EIO"],
    ["rename", "EACCES"],
    ["mkdir", "EACCES"],
    ["rename", "EIO"],
  ] as const) {
    for (let when = 1; when <= 20; when++) {
      fresh(place);
      const trace = [
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-o",
        "/dev/null",
        "-e",
        `trace=${call}`,
      ];
      const inject = ["-e", `inject=${call}:error=${error}:when=${when}`];
      const { code, text } = await ended(exp(place, ["e.yaml"], [...trace, ...inject]));
      const last = text.trim().split("\n").at(-1)!;
      table.add(
        `${await takeUp(place, wanted)}; before: exit code ${code}`,
        `${call} ${when} ${error} (${last})`,
      );
    }
  }
  table.print();
}

async function flip(): Promise<void> {
  const place = makePlace();
  await ended(exp(place, ["e.yaml"]));
  const runs = join(place, "runs/e");
  const random = stream(1, "flip");
  const table = new Table();
  for (const name of globSync("**/*", { cwd: runs, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(runs, join(entry.parentPath, entry.name)))
    .toSorted()) {
    const file = join(runs, name);
    const bytes = readFileSync(file);
    const bit = uniformInt(random, 0, bytes.length * 8 - 1);
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(file, flipped);
    const { code, text } = await ended(exp(place, ["verify", "e/v001"]));
    const isNamed = code === 1 && text.includes(name.replace(/^v001\//, ""));
    table.add(
      isNamed ? "found and named" : "NOT NAMED",
      `${name} bit ${bit}: ${text.trim().replaceAll("\n", " / ")}`,
    );
    writeFileSync(file, bytes);
  }
  table.print();
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string", default: "1" },
    every: { type: "string", default: "1" },
    count: { type: "string", default: "50" },
    signal: { type: "string", default: "SIGKILL" },
  },
});
const kinds: Readonly<Record<string, () => Promise<void>>> = {
  kill: () => kill(Number(values.from), Number(values.every)),
  moments: () => moments(Number(values.count), values.signal as NodeJS.Signals),
  disk,
  errors,
  flip,
};
const chosen = kinds[positionals[0] ?? ""];
if (!chosen) throw new Error(`Name one of ${Object.keys(kinds).join(", ")}.`);
await chosen();
