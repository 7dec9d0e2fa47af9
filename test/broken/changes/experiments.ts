import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { checkExperiment } from "../../../src/check.ts";
import { describeFailure } from "../../../src/cli/failure.ts";
import { flatten } from "../../../src/compare/settings.ts";
import { resolvedText } from "../../../src/spec/resolve.ts";
import { writeSmallExperiment } from "../../fixtures/small-experiment.ts";
import { changeText, Dice, emptyTally, type Tally } from "./change.ts";

const train = `
  epochs: 20
  optimizer: { adamW: { learningRate: 0.001, weightDecay: 0.004 } }
  schedule: { cosine: { warmup: 2 } }
  earlyStopping: { monitor: auc, patience: 10 } # epochs
  classWeights: { dark: 1, light: 3 }
  averageWeights: { decay: 0.99 }`;

/**
 * Changes an experiment in one place, and asks for its settings as `exp check --json` does. It is refused, or has the same
 * settings, from which with the images every figure follows; or it is another experiment, whose settings say so: they are
 * whole, so that read as an experiment they come to themselves again, and a value that was changed is another in them.
 *
 * @param folder empty
 */
export async function changedExperiments(
  folder: string,
  count: number,
  seed: number,
): Promise<Tally> {
  writeSmallExperiment(folder, train);
  const [file, again] = ["small", "again"].map((name) => join(folder, `experiments/${name}.yaml`));
  const text = readFileSync(file!, "utf8");
  const before = await settingsOf(file!, folder);
  if ("refusal" in before) throw new Error(before.refusal);
  const tally = emptyTally();
  const dice = new Dice(seed, "experiments");
  while (tally.changes < count) {
    const { text: changed, what } = changeText(text, dice);
    if (changed === text) continue;
    tally.changes++;
    writeFileSync(file!, changed);
    const after = await settingsOf(file!, folder);
    const isSame = "settings" in after && after.settings === before.settings;
    const doubt = (why: string) => tally.believed.push(`${what}: ${why}\n${changed}`);
    if ("refusal" in after) {
      if (after.isMistake) doubt(after.refusal);
      else tally.refused++;
    } else if (isSame && isValueChanged(text, changed)) doubt("a value is another, and no setting");
    else if (isSame) tally.same++;
    else {
      writeFileSync(again!, after.settings);
      const read = await settingsOf(again!, folder);
      if ("settings" in read && read.settings === after.settings) tally.told++;
      else doubt(`its settings are not whole: ${JSON.stringify(read)}`);
    }
  }
  return tally;
}

type Settings = { settings: string } | { refusal: string; isMistake: boolean };

async function settingsOf(file: string, directory: string): Promise<Settings> {
  try {
    const { experiment } = await checkExperiment({ file, overrides: [], directory });
    return { settings: resolvedText(experiment.resolved) };
  } catch (error) {
    const { exitCode, message } = describeFailure(error);
    return { refusal: message, isMistake: exitCode !== 2 };
  }
}

/** Whether, for any reader of YAML, the same keys have other values. */
function isValueChanged(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => flatten(parse(text) as object));
  const isOfKeys = Bun.deepEquals([...a!.keys()], [...b!.keys()]);
  return isOfKeys && [...a!].some(([key, value]) => !Bun.deepEquals(value, b!.get(key)));
}
