import { afterEach, beforeEach, expect, test } from "bun:test";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";
import { type Command, kinds, Server, Tree } from "../fixtures/trees.ts";

/** Some of what test/bench/soak-trees.ts tries; that takes an hour, and TensorFlow. */

const root = useTemporaryFolder();
const server = new Server();
const sound = () => join(root.path, "sound");

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(sound(), path)), { recursive: true });
  writeFileSync(join(sound(), path), text);
};

beforeEach(async () => {
  writeSmallExperiment(sound(), "{ epochs: 2 }");
  cpSync(join(import.meta.dir, "../fixtures/runs"), join(sound(), "runs"), { recursive: true });
  put("experiments/charts/own.vl.json", '{ "data": { "name": "history" }, "mark": "line" }');
  put("runs/small/v001/notes.md", "- first\n");
  put("runs/small/v001/tags.txt", "good\n");
  put("runs/small/v001/charts/loss.svg", "old");
  put("runs/small/v003/model/weights.bin", "x");
  for (const path of ["runs/small/v001", "runs/small/v003/model", "cache/images", "out"])
    put(`${path}/mine.txt`, "mine");
  const { exitCode, output } = await server.call({ words: ["data", "small"], cwd: sound() });
  if (exitCode !== 0) throw new Error(output);
});
afterEach(() => server.stop());

const cache = String.raw`cache(/images(/|$)|$)`;
const drawn = String.raw`runs/small/v001/(charts|report\.html|README\.md)`;
const command = (words: string, ...may: string[]): Command => ({
  words: words.split(" "),
  may: new RegExp(may.length === 0 ? "^(?!)" : `^(${may.join("|")})`),
});
const run = ["manifest.json", "metrics.json", "data.json", "history.csv", "charts"].map(
  (name) => `runs/small/v001/${name}`,
);
const images = ["experiments/small.yaml", "experiments/data/train/dark/0.pgm"];
const index = "cache/images/index.sqlite";
/** Each with what it comes across. */
const cases: readonly [Command, targets: readonly string[]][] = [
  [command("check small"), [...images, "experiments/charts/own.vl.json"]],
  [command("data small", cache), [...images, index, `${index}-journal`, "cache/images"]],
  [command("list"), run],
  [command("diff small/v001 no-validation/v001 --html out/a.html", "out"), [...run, "out"]],
  [command("charts small/v001", drawn), run],
  [command("note small/v001 more", drawn, "runs/small/v001/notes"), ["runs/small/v001/notes.md"]],
  [
    command("tag small/v001 --remove good", drawn, "runs/small/v001/tags"),
    ["runs/small/v001/tags.txt"],
  ],
  [command("rm small/v001 --force", "runs/small/v001(/|$)"), run],
  [command("clean --yes", "runs/small/v003(/|$)"), ["runs/small/v003/model"]],
  [command("cache --clear", cache), [index, "cache/images"]],
];
/** Root reads what is unreadable. */
const tried = Object.keys(kinds).filter((kind) => kind !== "unreadable" && kind !== "socket");

test("no command waits for what is no file, is mistaken about it, or touches what is not Lamina's", async () => {
  const tree = new Tree(sound(), root.path, server);
  const failures: string[] = [];
  let turn = 0;
  for (const [one, targets] of cases)
    for (const target of targets) {
      // A pipe for every other, and in turn all else.
      const kind = turn++ % 2 ? "pipe" : tried[(turn >> 1) % tried.length]!;
      const ended = await tree.try({ command: one, target, kind }, 20_000);
      for (const failure of ended.failures)
        failures.push(
          `exp ${one.words.join(" ")}, ${target} is ${kind}: ${failure}\n${ended.output}`,
        );
    }
  expect(failures).toEqual([]);
});
