import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { diffRuns } from "../../../src/compare/diff.ts";
import { readListedRun } from "../../../src/compare/list.ts";
import { NewerSettings } from "../../../src/compare/listed-settings.ts";
import { readSide, type Side } from "../../../src/compare/side.ts";
import { RunError } from "../../../src/errors.ts";
import { files, LISTS, type Manifest } from "../../../src/layout.ts";
import { looseManifest } from "../../../src/run/loose-manifest.ts";
import { readRun } from "../../../src/run/read.ts";
import { sealedFiles } from "../../../src/run/seals.ts";
import { folderSource } from "../../../src/run/source.ts";
import { copyKeptRuns } from "../../fixtures/kept-runs.ts";
import { changeText, Dice, emptyTally, type Tally } from "./change.ts";

/**
 * Changes one file of a finished run at a time, in one place. As `exp list`, `exp diff` and `exp charts` read it, the run is
 * then refused by the name of a file, or all that they show of it is the same: every figure, setting and time. A chart and
 * the report are pure functions of what is read. Other line ends, as git makes them, are none to be refused for.
 *
 * @param folder empty
 */
export function changedRuns(folder: string, count: number, seed: number): Promise<Tally> {
  const names = [...sealedFiles, files.manifest];
  return changed(folder, { names, count, dice: new Dice(seed, "runs") });
}

/**
 * The same of a run whose manifest does not say yet what its files are. What is changed are its results: but for what the
 * bootstrap drew they are worked out from the predictions again; to four decimals here, as `exp diff` prints them.
 */
export function changedOldRuns(folder: string, count: number, seed: number): Promise<Tally> {
  const names = [files.predictions, files.metrics, files.confusionMatrix];
  return changed(folder, { names, count, dice: new Dice(seed, "old runs"), isOld: true });
}

interface Changing {
  names: readonly string[];
  count: number;
  dice: Dice;
  isOld?: boolean;
}

async function changed(
  folder: string,
  { names, count, dice, isOld = false }: Changing,
): Promise<Tally> {
  const runs = join(folder, "runs/baseline");
  copyKeptRuns(runs);
  const run = join(runs, "v001");
  if (isOld) {
    const { files: _, sha256: __, ...manifest } = looseManifest(run)!;
    writeFileSync(join(run, files.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  const list = join(runs, LISTS, readdirSync(join(runs, LISTS))[0]!);
  const paths = [...names.map((name) => join(run, name)), list];
  const texts = new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
  const other = await readSide(folderSource(join(runs, "v002")));
  const before = await shown(run, other);
  if (Object.values(before).some((command) => "told" in command))
    throw new Error("a run of this repository is refused");
  const tally = emptyTally();
  while (tally.changes < count) {
    const path = dice.one(paths);
    const text = texts.get(path)!;
    const { content, what } = changeFile(path, text, dice);
    if (content === text) continue;
    tally.changes++;
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
    const after = await shown(run, other);
    const outcomes = Object.keys(before).map((command) =>
      outcomeOf(before[command]!, after[command]!, isOld),
    );
    if (outcomes.includes("another"))
      tally.believed.push(`${basename(path)}: ${what}: ${JSON.stringify(outcomes)}`);
    else if (outcomes.includes("refused")) tally.refused++;
    else tally.same++;
    writeFileSync(path, text);
  }
  return tally;
}

/** @returns null where it is gone */
function changeFile(path: string, text: string, dice: Dice) {
  // The other run of the experiment.
  const other = path.replace("/v001/", "/v002/");
  switch (dice.below(30)) {
    case 0:
      return { content: null, what: "gone" };
    case 1:
      return { content: readFileSync(other, "utf8"), what: "another run's" };
    case 2:
      return { content: text.replaceAll("\n", "\r\n"), what: "other line ends" };
    default: {
      const { text: content, what } = changeText(text, dice);
      return { content, what };
    }
  }
}

type Parts = Record<string, unknown>;
type Shown = Record<string, { told: string } | { parts: Parts }>;

/** All that each command shows of a run, or what it says instead. */
async function shown(run: string, other: Side): Promise<Shown> {
  return {
    list: await told(async () => {
      const listed = await readListedRun(run, "baseline/v001", new NewerSettings());
      if (listed.problem !== null) throw new RunError(listed.problem);
      const { status, epoch, metrics, settings, values, manifest } = listed;
      const { startedAt, seconds } = manifest;
      return { status, epoch, metrics, settings, values: [...values], startedAt, seconds };
    }),
    diff: await told(async () => {
      const side = await readSide(folderSource(run));
      const { a, b, environment, cost, ...parts } = diffRuns(side, other, {
        allowDifferentImages: true,
      });
      return { ...parts, ...(side.manifest && { a, b, environment, cost }) };
    }),
    charts: await told(async () => {
      const { experimentText, ...parts } = await readRun(run);
      const text = experimentText.replaceAll("\r\n", "\n");
      return { ...parts, text, ...shownOf(looseManifest(run)) };
    }),
  };
}

/** Of a manifest all but its seal, and what may be called so now. */
function shownOf(manifest: Partial<Manifest> | null): Parts {
  const { formatVersion: _, sha256: __, ...parts } = manifest ?? {};
  return parts;
}

async function told(ask: () => Promise<Parts>): Promise<Shown[string]> {
  try {
    return { parts: await ask() };
  } catch (error) {
    // A mistake of Lamina names no file.
    return { told: error instanceof RunError ? error.message : `mistake: ${Bun.inspect(error)}` };
  }
}

function outcomeOf(
  before: Shown[string],
  after: Shown[string],
  isOld: boolean,
): "same" | "refused" | "another" {
  if ("told" in after)
    return /^(?!mistake: ).*\.(?:json|csv|yaml)/s.test(after.told) ? "refused" : "another";
  const parts = "parts" in before ? before.parts : {};
  // What is not there any more, such as the environment without the manifest, is not shown.
  const isSame = Object.keys(parts).every(
    (name) =>
      !(name in after.parts) ||
      (isOld
        ? Bun.deepEquals(roughly(after.parts[name]), roughly(parts[name]))
        : Bun.deepEquals(after.parts[name], parts[name])),
  );
  return isSame ? "same" : "another";
}

function roughly(value: unknown): unknown {
  const isOfInterval = (item: unknown) => Array.isArray(item) && /interval/i.test(String(item[0]));
  const text = JSON.stringify(value, (key, item: unknown) => {
    if (/interval/i.test(key)) return undefined;
    if (Array.isArray(item)) return item.filter((one) => !isOfInterval(one));
    return typeof item === "number" ? Number(item.toFixed(4)) : item;
  });
  return text === undefined ? undefined : JSON.parse(text);
}
