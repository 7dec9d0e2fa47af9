import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { checkExperiment } from "../check.ts";
import type { Dataset } from "../data/read.ts";
import { messages } from "../messages.ts";
import { runExperiment, type Reporter } from "../pipeline.ts";
import {
  files,
  splits,
  type DataRecord,
  type EpochRecord,
  type History,
  type Run,
} from "../run/layout.ts";
import { visible } from "../text.ts";
import type { StepProgress } from "../train/loop.ts";
import { openEngine } from "./engine.ts";
import { onlyOperand } from "./operands.ts";
import { formatDuration, ProgressLine, terminal, type Output } from "./progress.ts";

export const help = `Usage: exp [run] FILE.yaml [--set KEY=VALUE]... [--json]

Runs an experiment and writes a numbered folder, runs/NAME/v001. A bare name is looked for in experiments/.

  --set KEY=VALUE  Replace one value of the experiment: --set train.epochs=3. A path is relative to where you are.
  --json           Print the finished run's metrics as JSON; everything else goes to standard error.`;

/** `exp run FILE.yaml`: an experiment from its images to a finished run folder. */
export async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { set: { type: "string", multiple: true }, json: { type: "boolean" } },
  });
  const directory = process.cwd();
  const checked = await checkExperiment({
    file: onlyOperand(positionals, "an experiment"),
    overrides: values.set ?? [],
    directory,
  });
  const output = terminal(values.json ? process.stderr : process.stdout);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    const finished = await runExperiment(checked, {
      runsDirectory: join(directory, "runs"),
      now: () => new Date(),
      signal: interrupt.signal,
      command: words,
      startEngine: (threads) => openEngine(threads, output),
      reporter: terminalReporter(output),
    });
    const folder = relative(directory, finished.folder.path);
    output.write(closingLines(finished.run, folder));
    if (values.json) {
      const { name } = finished.folder;
      process.stdout.write(
        `${JSON.stringify({ run: name, folder, metrics: finished.run.metrics })}\n`,
      );
    }
    return 0;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function terminalReporter(output: Output): Reporter {
  const nowMs = () => performance.now();
  const line = new ProgressLine(output, nowMs);
  let trainingMs = 0;
  let epochMs = 0;
  return {
    imagesRead: (done, total) => line.show(done, total, `reading images ${done} of ${total}`),
    dataset(dataset) {
      line.clear();
      output.write(datasetLines(dataset));
    },
    started(name) {
      trainingMs = epochMs = nowMs();
      output.write(`run     ${name}\n\n`);
    },
    warning(text) {
      line.clear();
      output.write(`${text}\n`);
    },
    step(progress, epochs) {
      const done = progress.epoch - 1 + progress.step / progress.steps;
      const left = formatDuration(((nowMs() - trainingMs) / 1000 / done) * (epochs - done));
      line.show(
        done,
        epochs,
        `epoch ${progress.epoch}/${epochs}  ${stepFigures(progress)}  ${left} left`,
      );
    },
    epoch(record, history, epochs) {
      line.clear();
      const seconds = (nowMs() - epochMs) / 1000;
      epochMs = nowMs();
      output.write(epochLine(record, history, epochs, seconds));
    },
  };
}

function datasetLines({ classes, splits: decoded, record }: Dataset): string {
  const counts = splits.flatMap((split) =>
    decoded[split] ? [`${decoded[split].length} ${split}`] : [],
  );
  return `images  ${counts.join(", ")}; ${classes.length} classes\n${excludedLines(record)}`;
}

/** Each file that was left out when there are few, otherwise how many for each reason and the first of them. */
function excludedLines({ excluded }: DataRecord): string {
  if (excluded.length === 0) return "";
  const shown = excluded.length > MOST_SHOWN ? excluded.slice(0, MOST_SHOWN / 2) : excluded;
  const reasons = Map.groupBy(excluded, ({ reason }) => reason);
  const counts = Array.from(reasons, ([reason, files]) => `${files.length} ${reason}`);
  return [
    `left out ${excluded.length} file${excluded.length === 1 ? "" : "s"}: ${counts.join(", ")}`,
    ...shown.map(({ file, reason, detail }) => `  ${visible(file)}: ${reason}, ${visible(detail)}`),
    ...(shown.length < excluded.length
      ? [`  and ${excluded.length - shown.length} more, each in data.json and in the report`]
      : []),
    "",
  ].join("\n");
}

const MOST_SHOWN = 20;

function stepFigures({ loss, accuracy }: StepProgress): string {
  return `loss ${loss.toFixed(4)}  accuracy ${accuracy.toFixed(4)}`;
}

function epochLine(
  record: EpochRecord,
  { heldOut }: History,
  epochs: number,
  seconds: number,
): string {
  const epoch = String(record.epoch).padStart(String(epochs).length);
  const pair = (loss: number, accuracy: number) =>
    `loss ${loss.toFixed(4)}  accuracy ${accuracy.toFixed(4)}`;
  const { trainLoss, trainAccuracy, heldOutLoss, heldOutAccuracy } = record;
  return (
    `epoch ${epoch}/${epochs}  train ${pair(trainLoss, trainAccuracy)}` +
    `  ${heldOut} ${pair(heldOutLoss, heldOutAccuracy)}  ${seconds.toFixed(1)} s\n`
  );
}

function closingLines({ metrics }: Run, folder: string): string {
  const { accuracy, accuracyInterval, majorityClassAccuracy, split, images } = metrics;
  const interval = `95 % interval ${accuracyInterval.low.toFixed(3)} to ${accuracyInterval.high.toFixed(3)}`;
  return [
    "",
    `${split} accuracy ${accuracy.toFixed(4)} on ${images} images (${interval}; always the most frequent class: ${majorityClassAccuracy.toFixed(4)})`,
    messages.finished(join(folder, files.report)),
    "",
  ].join("\n");
}
