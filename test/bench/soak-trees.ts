/**
 * Every command on trees in which each file and folder in turn is something else: a pipe, a socket, a folder, a link that
 * dangles, a link to a file outside or to a device, empty, unreadable, huge.
 * `bun test/bench/soak-trees.ts [--command PATTERN] [--target PATTERN] [--kind PATTERN] [--every 1] [--at-once 2]
 * [--most-ms 5000]`
 *
 * Each case has a tree of its own, on Linux as root; several in turn share a process, which is killed when one hangs. A case
 * fails when it takes more than five seconds longer than on a sound tree, ends its process, calls something a mistake in
 * Lamina, or when anything was changed or removed that Lamina did not make. Prints each failure, then how many cases there
 * were, and exits with 1 unless all are right.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { locateLibrary } from "../../src/engine/locate.ts";
import { releaseFor } from "../../src/engine/releases.ts";
import type { Manifest } from "../../src/layout.ts";
import { manifestText } from "../../src/run/manifest-text.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";
import { type Case, type Command, kinds, Server, Tree } from "../fixtures/trees.ts";

const { values: options } = parseArgs({
  options: {
    command: { type: "string", default: "" },
    target: { type: "string", default: "" },
    kind: { type: "string", default: "" },
    every: { type: "string", default: "1" },
    "most-ms": { type: "string", default: "5000" },
    "at-once": { type: "string", default: "2" },
  },
});

const library = locateLibrary(process.env, releaseFor(process.platform, process.arch)).library!;
/** Longer than on a sound tree. More where others have the processors. */
const mostMs = Number(options["most-ms"]);

const cached = String.raw`cache/images(/|$)`;
const inRun = String.raw`runs/small/v001(/|$)`;
const drawn = String.raw`runs/small/v001/(charts|report\.html|README\.md|\.)`;
const nothing = /^(?!)/;
const paths = (...some: string[]) => new RegExp(`^(${["cache$", ...some].join("|")})`);
const command = (may: RegExp, words: string): Command => ({ words: words.split(" "), may });
const slow = (reads: RegExp, may: RegExp, words: string): Command => ({
  ...command(may, words),
  reads,
});
const withData = (...some: string[]) =>
  paths("cache", "experiments", "runs$", "runs/small$", "runs/small/images", ...some);
const withModel = (...some: string[]) =>
  paths("cache", "runs$", "runs/small$", "runs/small/v001", ...some);
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
  command(nothing, "fetch"),
  slow(
    withModel("experiments/data/test"),
    paths("out"),
    "predict small/v001 experiments/data/test --grad-cam out",
  ),
  slow(
    withModel("experiments/data", "runs/small/images"),
    paths(cached, String.raw`runs/small/v001(/evaluations|$)`),
    "evaluate small/v001 --data experiments/data/test --as elsewhere",
  ),
  slow(
    withModel("experiments/data/test"),
    paths(cached, "runs/small(/exports|$)"),
    "export small/v001 --to onnx",
  ),
  slow(withModel("experiments/data/test"), paths("out"), "app small/v001 out"),
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
  slow(
    withData("runs/small/preview"),
    paths(cached, "runs(/small(/preview|$)|$)"),
    "lr small --steps 20",
  ),
];

/** Without the rights of root over what it may not read. */
function server(): Server {
  const drop = "-dac_override,-dac_read_search";
  return new Server(["setpriv", `--bounding-set=${drop}`, `--inh-caps=${drop}`], {
    LAMINA_TENSORFLOW: library.path,
  });
}

const work = mkdtempSync(join(tmpdir(), "lamina-soak-"));
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
    small.replace(
      "train: data/train, validation: data/val, test: data/test",
      "train: data/labels.csv, labels: { columns: { split: split } }",
    ),
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
  put("runs/small/preview/lr-range.csv", "old");
  put("runs/small/v007/model/weights.bin", "x");
  put("runs/small/v008/model/weights.bin", "x");
  for (const path of [
    "runs/small",
    "runs/small/v001",
    "runs/small/v001/charts",
    "runs/small/v008/model",
    "cache/images",
    "cache/images/mine",
    "runs/small/preview",
    "out",
  ])
    put(`${path}/mine.txt`, "mine");
  put("cache/images/mine.part", "mine");
}

async function must(...words: string[]): Promise<void> {
  const one = server();
  const { exitCode, output } = await one.call({ words, cwd: sound });
  one.stop();
  if (exitCode !== 0) throw new Error(`exp ${words.join(" ")}: ${output}`);
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
  const first = new Tree(sound, work, server());
  for (const one of some) {
    const ended = await first.try({ command: one, target: "", kind: "" }, 60_000);
    usual.set(one, ended.ms);
    for (const failure of ended.failures)
      process.stdout.write(`FAILED on a sound tree: ${failure}\n${ended.output}`);
  }
  first.close();
  const cases: Case[] = some
    .flatMap((one) =>
      targets()
        .filter((target) => chosen(target, options.target) && (one.reads?.test(target) ?? true))
        .flatMap((target) =>
          Object.keys(kinds)
            .filter((kind) => chosen(kind, options.kind))
            .map((kind) => ({ command: one, target, kind })),
        ),
    )
    .filter((_, index) => index % Number(options.every) === 0);
  const total = cases.length;
  process.stdout.write(`${total} cases: ${targets().join(" ")}\n`);
  let [done, failed, slowestMs] = [0, 0, 0];
  const codes = new Map<number | null, number>();
  const workOff = async () => {
    const tree = new Tree(sound, work, server());
    for (let one = cases.pop(); one; one = cases.pop()) {
      const most = usual.get(one.command)! + mostMs;
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

try {
  await makeSound();
  process.exitCode = (await soak()) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
