import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { drawLrRange } from "../charts/draw-lr-range.ts";
import { checkExperiment } from "../check.ts";
import { UsageError } from "../errors.ts";
import { writeRunFiles } from "../run/write-files.ts";
import { keptSeries, seriesOf } from "../run/series.ts";
import type { Request } from "../spec/draft.ts";
import type { Effects } from "../stages/effects.ts";
import { withPrepared } from "../stages/prepare.ts";
import { tryRates } from "../stages/try-rates.ts";
import { visible } from "../text.ts";
import {
  LEAST_UPDATES,
  MOST_UPDATES,
  type RangeTest,
  rangeOf,
  type RateRange,
  USUAL_UPDATES,
} from "../train/lr-range.ts";
import { inThisWorld, outputOf } from "./effects.ts";
import { messages } from "./messages.ts";
import type { LrOutput } from "./outputs.ts";
import { readRequest, requestHelp, requestOptions } from "./request.ts";

export const help = `Usage: exp lr FILE.yaml | --from RUN  [--set KEY=VALUE]... [--min RATE] [--max RATE] [--steps NUMBER] [--json]

Suggests a learning rate (the learning-rate range test): trains the experiment's network while the rate grows
exponentially from very small to very large, and draws the loss by the rate. The rate at which the loss falls fastest is
suggested. It is for train.optimizer; train.schedule, which goes on from there, plays no part in the test.
No run is made and no network is kept. The chart and its numbers are written to runs/NAME/preview/: lr-range.svg, .png,
.vl.json and .csv.

${requestHelp}
  --min RATE       The first rate. By default 1e-6; for sgd and adagrad 1e-5, for lion 1e-7, for adadelta 1e-4.
  --max RATE       The last rate, unless the loss diverges before. By default 1; for sgd and adagrad 10, for lion 0.1, for
                   adadelta 100.
  --steps NUMBER   How often the weights are updated: ${LEAST_UPDATES} to ${MOST_UPDATES}, by default ${USUAL_UPDATES}.
  --json           Print what was found as JSON; everything else goes to standard error.`;

/** `exp lr FILE.yaml`: which learning rate suits an experiment. */
export async function lr(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...requestOptions,
      min: { type: "string" },
      max: { type: "string" },
      steps: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const directory = process.cwd();
  const request = await readRequest(values, positionals, directory);
  const call = { words, json: values.json ?? false, directory };
  const { test, output } = await inThisWorld(call, await findRates(request, values));
  if (call.json) process.stdout.write(`${JSON.stringify(output)}\n`);
  const { setting, learningRate, files } = output;
  const lines = [...conclusion(test, setting, learningRate), ...files];
  outputOf(call).write(`${lines.map(visible).join("\n")}\n`);
  return 0;
}

/** What a test has come to. */
export interface RatesFound {
  test: RangeTest;
  output: LrOutput;
}

/** @returns what does the test @throws ExperimentError @throws UsageError where the range is none */
export async function findRates(
  request: Request,
  words: RangeWords,
): Promise<(effects: Effects) => Promise<RatesFound>> {
  const { directory } = request;
  const checked = await checkExperiment(request);
  const { experiment } = checked;
  const { optimizer } = experiment.resolved.train;
  const range = rangeOf(optimizer, readRange(words));
  if (range.least >= range.most) throw new UsageError(messages.rangeEmpty(range.least, range.most));
  const name = request.kept
    ? keptSeries(request.kept, directory)
    : seriesOf(experiment, directory).name;
  const [kind, { learningRate: now }] = Object.entries(optimizer)[0]!;
  const setting = `train.optimizer.${kind}.learningRate`;
  return async (effects) => {
    const found = await withPrepared(checked, effects, (prepared) =>
      tryRates(prepared, range, effects),
    );
    const drawn = await drawLrRange({ ...found, name, now });
    effects.signal.throwIfAborted();
    const folder = join(effects.runsDirectory, name);
    const files = new Map(Array.from(drawn, ([file, content]) => [`preview/${file}`, content]));
    await writeRunFiles(folder, files);
    const written = Array.from(files.keys(), (file) => relative(directory, join(folder, file)));
    const output = { experiment: name, setting, ...summary(found, now), files: written };
    return { test: found, output };
  };
}

export interface RangeWords {
  min?: string | undefined;
  max?: string | undefined;
  steps?: string | undefined;
}

/** @throws UsageError */
function readRange({ min, max, steps }: RangeWords): Partial<RateRange> {
  return {
    ...(min !== undefined && { least: readRate("--min", min) }),
    ...(max !== undefined && { most: readRate("--max", max) }),
    ...(steps !== undefined && { updates: readSteps(steps) }),
  };
}

function readRate(option: string, text: string): number {
  const rate = text.trim() === "" ? Number.NaN : Number(text);
  if (!(rate > 0 && rate < Infinity)) throw new UsageError(messages.notRate(option, text));
  return rate;
}

function readSteps(text: string): number {
  const steps = /^\d+$/.test(text) ? Number(text) : 0;
  if (steps < LEAST_UPDATES || steps > MOST_UPDATES)
    throw new UsageError(messages.notSteps(text, LEAST_UPDATES, MOST_UPDATES));
  return steps;
}

/** What it comes to, in sentences. */
function conclusion({ suggestion, range }: RangeTest, setting: string, now: number): string[] {
  if (suggestion.kind !== "rate") return [messages.noRate(suggestion.kind)];
  return [
    messages.suggestedRate(suggestion.learningRate, now),
    ...(suggestion.isStillFalling ? [messages.stillFalling(range.most)] : []),
    messages.tryRate(setting, suggestion.learningRate),
  ];
}

function summary({ suggestion, range, trials, end }: RangeTest, now: number) {
  const { least, most, updates } = range;
  return {
    learningRate: now,
    suggestion: suggestion.kind === "rate" ? suggestion.learningRate : null,
    // A rate, or why there is none.
    found: suggestion.kind,
    range: { min: least, max: most, steps: updates },
    end,
    steps: trials.length,
  };
}
