import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { checkExperiment } from "../../src/check.ts";
import { messages as compareMessages } from "../../src/compare/messages.ts";
import { findLabelled, type LabelledSettings } from "../../src/data/source/labelled.ts";
import { messages as dataMessages } from "../../src/data/source/messages.ts";
import { messages as splitMessages } from "../../src/data/split/messages.ts";
import { cautions } from "../../src/evaluate/cautions.ts";
import type { LeakRecord, Run } from "../../src/layout.ts";
import { runExperiment } from "../../src/pipeline.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { readRun } from "../../src/run/read.ts";
import { evaluateRun } from "../../src/stages/evaluate.ts";
import { messages } from "../../src/stages/messages.ts";
import { readModel } from "../../src/stages/open-model.ts";
import { expHere } from "../fixtures/command-here.ts";
import { effectsIn } from "../fixtures/effects.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
/** Small's run, made once. */
let base: string;
const at = (path: string) => join(folder.path, path);
const RUN = "runs/small/v001";
let own: Run;
let warnings: string[];

beforeAll(async () => {
  await testEngine();
  base = mkdtempSync(join(tmpdir(), "lamina-evaluate-"));
  writeSmallExperiment(base, "{ epochs: 2 }");
  const call = { file: "small.yaml", overrides: [], directory: base };
  own = (await runExperiment(await checkExperiment(call), effectsIn(base))).run;
}, FETCH_MS);
afterAll(() => rmSync(base, { recursive: true }));

beforeEach(() => {
  warnings = [];
  cpSync(base, folder.path, { recursive: true });
});

interface Asked {
  as?: string;
  map?: Record<string, string>;
  drop?: string[];
  labels?: LabelledSettings["data"]["labels"];
  run?: string;
}

/** @returns the evaluation as its folder tells it */
async function evaluate(set: string, { as = "set", map, drop, labels, run = RUN }: Asked = {}) {
  const read = await readModel({ name: run.replace("runs/", ""), path: at(run) });
  const pairs = new Map(Object.entries(map ?? {}));
  const labelled = await findLabelled(at(set), {
    data: { ...read.resolved.data, ...(labels !== undefined && { labels }) },
    classes: read.stored.classes,
    map: pairs,
    drop: new Set(drop),
  });
  warnings.push(...labelled.source.warnings);
  const effects = effectsIn(folder.path, warnings);
  await evaluateRun(read, { name: as, labelled, map: pairs }, effects);
  return readRun(at(`${run}/evaluations/${as}`));
}

/** The test images under names of their classes that are given. */
function copySet(names: Record<string, string>, to = "set"): void {
  for (const [from, name] of Object.entries(names))
    cpSync(at(`experiments/data/test/${from}`), at(`${to}/${name}`), { recursive: true });
}

const complaint = (asked: Promise<unknown>) => asked.then(String, (error: Error) => error.message);

/** Every file of a folder with its bytes. */
function contentOf(path: string): Map<string, string> {
  return new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file, readFileSync(file, "base64")];
      }),
  );
}

describe("sets whose answer is known", () => {
  test("the run's own test images come to what they came to", async () => {
    const { metrics, predictions, confusionMatrix, data } = await evaluate("experiments/data/test");
    expect(metrics).toEqual(own.metrics);
    expect(confusionMatrix).toEqual(own.confusionMatrix);
    expect(predictions.map(({ probabilities }) => probabilities)).toEqual(
      own.predictions.map(({ probabilities }) => probabilities),
    );
    expect(data.leaks!.filter(isExact)).toEqual([]);
    expect(data.evaluation).toEqual({
      id: expect.any(String),
      map: {},
      dropped: {},
      compared: { images: 32, pictures: 32 },
    });
    expect(warnings).toEqual([]);
  });

  test("shifted labels: right is wrong, until they are mapped", async () => {
    copySet({ dark: "light", light: "dark" });
    const shifted = await evaluate("set");
    expect(shifted.metrics.accuracy).toBeCloseTo(1 - own.metrics.accuracy, 10);
    const [[a, b], [c, d]] = own.confusionMatrix.counts as [[number, number], [number, number]];
    expect(shifted.confusionMatrix.counts).toEqual([
      [c, d],
      [a, b],
    ]);
    const mapped = await evaluate("set", { as: "mapped", map: { dark: "light", light: "dark" } });
    expect(mapped.metrics.accuracy).toBe(own.metrics.accuracy);
    expect(mapped.data.evaluation!.map).toEqual({ dark: "light", light: "dark" });
  });

  test("a missing class: what can be worked out is, and it is said", async () => {
    copySet({ dark: "dark" });
    const { metrics, ...run } = await evaluate("set");
    const [dark, light] = metrics.classes;
    expect(dark!.recall).toBe(own.metrics.classes[0]!.recall!);
    expect(metrics.accuracy).toBe(own.metrics.classes[0]!.recall!);
    expect([light!.support, light!.recall, light!.auc]).toEqual([0, null, null]);
    expect(metrics.positive!.sensitivity).toBeNull();
    expect(cautions({ ...run, metrics })).toContain(
      splitMessages.classesNotInSplit("test", ["light"], ["dark", "light"]),
    );
  });

  test("an extra class is refused by name, with what was meant, or left out where that is said", async () => {
    copySet({ dark: "dark", light: "Light" });
    cpSync(at("set/dark"), at("set/dusk"), { recursive: true });
    const classes = ["dark", "light"];
    expect(await complaint(evaluate("set"))).toBe(
      dataMessages.extraClasses(
        [
          { label: "Light", meant: "light" },
          { label: "dusk", meant: undefined },
        ],
        classes,
      ),
    );
    const { metrics, data } = await evaluate("set", { map: { Light: "light" }, drop: ["dusk"] });
    expect(metrics.accuracy).toBe(own.metrics.accuracy);
    expect(data.evaluation!.dropped).toEqual({ dusk: 8 });
    expect(await complaint(evaluate("set", { drop: ["dust"] }))).toBe(
      dataMessages.labelNotInSet(["dust"], ["Light", "dark", "dusk"]),
    );
    expect(await complaint(evaluate("set", { map: { dusk: "darc" } }))).toBe(
      dataMessages.mapsToNothing("darc", classes, "dark"),
    );
    expect(await complaint(evaluate("set", { drop: ["dark", "dusk", "Light"] }))).toBe(
      dataMessages.nothingToJudge(at("set")),
    );
  });

  test("leaked images: the same file, the same picture, and one under another label", async () => {
    copySet({ dark: "dark", light: "light" });
    cpSync(at("experiments/data/train/dark/1.pgm"), at("set/dark/same-file.pgm"));
    const pixels = await sharp(Buffer.from(levelsOf("train/dark/2.pgm")), {
      raw: { width: 8, height: 8, channels: 1 },
    })
      .toColourspace("b-w")
      .png()
      .toBuffer();
    writeFileSync(at("set/dark/same-picture.png"), pixels);
    cpSync(at("experiments/data/val/dark/9.pgm"), at("set/light/called-light.pgm"));
    const levels = levelsOf("train/dark/4.pgm").map(
      (level, place) => level + (place % 9 === 0 ? 1 : 0),
    );
    writeFileSync(at("set/dark/near.pgm"), `P2 8 8 255 ${levels.join(" ")}\n`);
    const { data, ...run } = await evaluate("set");
    const exact = data.leaks!.filter(isExact);
    expect(exact.map(({ kind, splits, files }) => [kind, splits, files.toSorted()])).toEqual([
      [
        "two-labels",
        ["validation", "test"],
        ["light/called-light.pgm", "small/v001:val/dark/9.pgm"],
      ],
      ["same-pixels", ["train", "test"], ["dark/same-file.pgm", "small/v001:train/dark/1.pgm"]],
      ["same-pixels", ["train", "test"], ["dark/same-picture.png", "small/v001:train/dark/2.pgm"]],
      [
        "same-pixels",
        ["validation", "test"],
        ["light/called-light.pgm", "small/v001:val/dark/9.pgm"],
      ],
    ]);
    expect(
      data.leaks!.some(
        ({ kind, files }) =>
          kind === "near-duplicate" &&
          files[0] === "dark/near.pgm" &&
          files.includes("small/v001:train/dark/4.pgm"),
      ),
    ).toBe(true);
    expect(cautions({ ...run, data })[0]).toMatch(/^\d+ of the 20 test images leak/);

    // Where the training images are gone, their hashes are left.
    renameSync(at("experiments/data/train"), at("experiments/data/moved"));
    const blind = await evaluate("set", { as: "blind" });
    expect(warnings).toContain(messages.pictureMissing(16, 32));
    expect(blind.data.evaluation!.compared).toEqual({ images: 32, pictures: 16 });
    expect(
      blind.data.leaks!.filter(isExact).map(({ kind, files }) => [kind, files.toSorted()]),
    ).toEqual([
      ["two-labels", ["light/called-light.pgm", "small/v001:val/dark/9.pgm"]],
      ["same-pixels", ["dark/same-file.pgm", "small/v001:train/dark/1.pgm"]],
      ["same-pixels", ["light/called-light.pgm", "small/v001:val/dark/9.pgm"]],
    ]);

    // A file of the same name that holds something else today is none that the run has seen.
    renameSync(at("experiments/data/moved"), at("experiments/data/train"));
    cpSync(at("experiments/data/test/dark/16.pgm"), at("experiments/data/train/dark/7.pgm"));
    const changed = await evaluate("set", { as: "changed" });
    expect(changed.data.leaks!.filter(isExact)).toEqual(exact);
  });
});

/** Of near copies small images of one kind have many. */
function isExact({ kind }: LeakRecord): boolean {
  return !kind.startsWith("near");
}

function levelsOf(file: string): number[] {
  return readFileSync(at(`experiments/data/${file}`), "utf8")
    .trim()
    .split(/\s+/)
    .slice(4)
    .map(Number);
}

test("a table with columns of its own, and its patients", async () => {
  copySet({ dark: "a", light: "b" });
  const rows = ["a", "b"].flatMap((kind) =>
    readdirSync(at(`set/${kind}`)).map(
      (name, index) => `${kind}/${name},${kind},p${index >> 1}${kind}`,
    ),
  );
  writeFileSync(at("set/list.csv"), `scan,finding,patient\n${rows.join("\n")}\n`);
  const { metrics, data } = await evaluate("set/list.csv", {
    map: { a: "dark", b: "light" },
    labels: {
      columns: { file: "scan", label: "finding", group: "patient", split: null, subgroups: [] },
      images: null,
      extension: "",
      dicom: null,
    },
  });
  expect(metrics.accuracy).toBe(own.metrics.accuracy);
  expect(metrics.groups?.count).toBe(8);
  expect(new Set(data.images.map(({ group }) => group)).size).toBe(8);
});

test("a table without a column that figures are told apart by: it is said, and the others are kept", async () => {
  copySet({ dark: "dark", light: "light" });
  const rows = ["dark", "light"].flatMap((kind) =>
    readdirSync(at(`set/${kind}`)).map((name) => `${kind}/${name},${kind},left`),
  );
  writeFileSync(at("set/list.csv"), `file,label,side\n${rows.join("\n")}\n`);
  const columns = { file: "file", label: "label", group: "patient", split: null };
  const { data } = await evaluate("set/list.csv", {
    labels: {
      columns: { ...columns, subgroups: ["view", "side"] },
      images: null,
      extension: "",
      dicom: null,
    },
  });
  expect(warnings).toContain(dataMessages.setWithoutGroups("patient"));
  expect(warnings).toContain(dataMessages.setWithoutColumn("view"));
  expect(new Set(data.images.map((image) => JSON.stringify(image.columns)))).toEqual(
    new Set(['{"side":"left"}']),
  );
});

describe("the run is left as it is", () => {
  test("to the byte; lists and comparisons of runs are the same", async () => {
    const before = contentOf(at(RUN));
    const listed = await expHere(folder.path, folder.path, ["list", "--json"]);
    await evaluate("experiments/data/test");
    const after = contentOf(at(RUN));
    for (const [file, content] of before) expect([file, after.get(file)]).toEqual([file, content]);
    expect(await expHere(folder.path, folder.path, ["list", "--json"])).toEqual(listed);
    expect(await readRun(at(RUN))).toEqual(own);
  });

  test("an evaluation that fails leaves nothing, and one that is there is not written over", async () => {
    await evaluate("experiments/data/test", { as: "one" });
    const before = contentOf(at(RUN));
    expect(await complaint(evaluate("experiments/data/test", { as: "ONE" }))).toBe(
      runMessages.evaluationThere("small/v001/evaluations/one"),
    );
    rmSync(at(`${RUN}/experiment.yaml`));
    await complaint(evaluate("experiments/data/test", { as: "two" }));
    writeFileSync(at(`${RUN}/experiment.yaml`), own.experimentText);
    expect(contentOf(at(RUN))).toEqual(before);
    expect(readdirSync(at(`${RUN}/evaluations`))).toEqual(["one"]);
  });

  test("moved without its list of images it is judged all the same, and what is not known is said", async () => {
    cpSync(at(RUN), at("alone"), { recursive: true });
    rmSync(at("runs"), { recursive: true });
    const { metrics, data } = await evaluate("experiments/data/test", { run: "alone" });
    expect(metrics).toEqual(own.metrics);
    expect(data.evaluation!.compared).toBeNull();
    expect(warnings[0]).toContain("So it is not known whether the run has seen these images");
  });
});

describe("other commands", () => {
  const exp = (...words: string[]) => expHere(folder.path, folder.path, words);

  test("exp diff compares a run and its evaluation, and evaluations of two runs", async () => {
    copySet({ dark: "light", light: "dark" });
    await evaluate("set", { as: "shifted" });
    const shifted = "small/v001/evaluations/shifted";
    const ownAndOther = await exp("diff", "small/v001", shifted, "--json");
    expect(ownAndOther.exitCode).toBe(0);
    const told = JSON.parse(ownAndOther.output);
    expect((await exp("diff", "small/v001", shifted)).output.replaceAll("\n", " ")).toContain(
      compareMessages.judgedOnOthers(0, 0, 0, 16),
    );
    expect(told.settings).toEqual([]);
    expect(told.data).toBeNull();
    expect(told.results.images.relabelled).toHaveLength(16);
    expect(told.results.figures[0]).toMatchObject({
      name: "accuracy",
      a: own.metrics.accuracy,
      b: 1 - own.metrics.accuracy,
    });

    const call = { file: "small.yaml", overrides: ["train.epochs=3"], directory: folder.path };
    await runExperiment(await checkExperiment(call), effectsIn(folder.path));
    await evaluate("set", { as: "shifted", run: "runs/small/v002" });
    const both = await exp("diff", shifted, "small/v002/evaluations/shifted", "--json");
    expect(both.exitCode).toBe(0);
    expect(JSON.parse(both.output).results.test.images).toBe(16);
    expect(JSON.parse(both.output).data).toEqual([]);
  });

  test("exp list says how many there are, and --evaluations shows each beneath its run", async () => {
    copySet({ dark: "light", light: "dark" });
    await evaluate("set", { as: "shifted" });
    await evaluate("experiments/data/test", { as: "same" });
    const rows = async (...words: string[]) =>
      (await exp("list", ...words, "--columns", "accuracy")).output
        .split("\n")
        .map((line) => line.replace(/(\S) {2,}.*/, "$1"))
        .filter((line) => line !== "");
    const runs = await rows();
    expect(runs).toEqual(["run", "small/v001", expect.stringContaining("2 evaluations on other")]);
    expect(await rows("--evaluations")).toEqual([
      "run",
      "small/v001",
      "└ evaluations/same",
      "└ evaluations/shifted",
    ]);
    // Each is a row like others: sorted and chosen among the runs, under its whole name.
    const shifted = "small/v001/evaluations/shifted";
    expect(await rows("--evaluations", "--sort", "accuracy", "--reverse")).toHaveLength(4);
    expect((await rows("--evaluations", "--where", "evaluation=shifted")).slice(0, 2)).toEqual([
      "run",
      shifted,
    ]);
    for (const name of [shifted, "small/v001/evaluations"])
      expect(await rows(name)).toContain(shifted);
    const told = JSON.parse((await exp("list", "--evaluations", "--json")).output);
    expect(told.map(({ evaluation }: { evaluation: unknown }) => evaluation)).toEqual([
      null,
      "same",
      "shifted",
    ]);
    expect(told[2].metrics.accuracy).toBe(1 - own.metrics.accuracy);
    const csv = (await exp("list", "--evaluations", "--csv", "--columns", "experiment")).output;
    expect(csv).toBe(`run,experiment
small/v001,small
small/v001/evaluations/same,small
${shifted},small
`);
  });

  test("exp charts draws an evaluation again, byte for byte", async () => {
    await evaluate("experiments/data/test");
    const path = at(`${RUN}/evaluations/set`);
    const drawn = contentOf(path);
    rmSync(join(path, "report.html"));
    rmSync(join(path, "charts"), { recursive: true });
    expect((await exp("charts", "small/v001/evaluations/set")).exitCode).toBe(0);
    expect(contentOf(path)).toEqual(drawn);
  });

  test("exp rm removes one, or all with their run, and nothing of the user's", async () => {
    await evaluate("experiments/data/test", { as: "one" });
    await evaluate("experiments/data/test", { as: "two" });
    expect((await exp("rm", "small/v001/evaluations/one")).exitCode).toBe(2);
    expect((await exp("rm", "small/v001/evaluations/one", "--force")).exitCode).toBe(0);
    expect(readdirSync(at(`${RUN}/evaluations`))).toEqual(["two"]);
    writeFileSync(at(`${RUN}/evaluations/two/mine.txt`), "");
    mkdirSync(at(`${RUN}/evaluations/.three.999999999.part`));
    writeFileSync(at(`${RUN}/evaluations/.three.999999999.part/metrics.json`), "");
    const { output } = await exp("rm", "small/v001", "--force");
    expect(output).toContain("evaluations/two/mine.txt");
    const left = readdirSync(at(RUN), { recursive: true }).map(String).toSorted();
    expect(left).toEqual(["evaluations", "evaluations/two", "evaluations/two/mine.txt"]);
  });

  test("exp rename takes its evaluations along", async () => {
    await evaluate("experiments/data/test");
    expect((await exp("rename", "small/v001", "v007")).exitCode).toBe(0);
    const manifest = readFileSync(at("runs/small/v007/evaluations/set/manifest.json"), "utf8");
    expect(JSON.parse(manifest).run).toBe("small/v007/evaluations/set");
    expect((await exp("charts", "small/v007/evaluations/set")).exitCode).toBe(0);
  });

  test("exp clean takes a run for residue where git has left nothing but weights and pictures, of evaluations too", async () => {
    await evaluate("experiments/data/test");
    for (const [file] of contentOf(at(RUN)))
      if (!/model\/|report\.html|\.png$/.test(file.slice(at(RUN).length))) rmSync(file);
    rmSync(at(`${RUN}/checkpoints`), { recursive: true });
    expect((await exp("clean", "--yes")).exitCode).toBe(0);
    expect(existsSync(at(RUN))).toBe(false);
  });

  test("an evaluation is no run to be run again", async () => {
    await evaluate("experiments/data/test");
    const { output, exitCode } = await exp("check", "--from", "small/v001/evaluations/set");
    expect(exitCode).toBe(2);
    expect(output).toContain(runMessages.isAnEvaluation(at(`${RUN}/evaluations/set`)));
  });
});
