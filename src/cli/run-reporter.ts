import { messages as dataMessages } from "../data/messages.ts";
import { messages as evaluateMessages } from "../evaluate/messages.ts";
import { posix } from "node:path";
import type { Dataset } from "../data/dataset.ts";
import { cautions } from "../evaluate/cautions.ts";
import { monitorOf } from "../evaluate/monitor.ts";
import { messages } from "./messages.ts";
import { count } from "../wording.ts";
import type { Reporter } from "../stages/effects.ts";
import {
  leakKinds,
  splits,
  type DataRecord,
  type EpochRecord,
  type History,
  type Run,
  type SkippedRecord,
} from "../layout.ts";
import type { RangeTest } from "../train/lr-range.ts";
import { profileTable } from "./profile-table.ts";
import { visible } from "../text.ts";
import { groupCounts } from "./image-counts.ts";
import { formatDuration } from "../duration.ts";
import { type Output, Pace, ProgressLine } from "./progress.ts";

/** Files that are named one by one when they were left out. */
const MOST_SHOWN = 20;

/** Shows a run as it goes: lasting lines, and on a terminal one at the bottom that moves. */
export function runReporter(output: Output, nowMs: () => number): Reporter {
  const line = new ProgressLine(output, nowMs);
  const pace = new Pace(nowMs);
  let epochMs = 0;
  let isHeaded = false;
  const print = (text: string) => {
    line.clear();
    output.write(text);
  };
  return {
    imagesRead: (done, total) => line.show(done, total, `reading images ${done} of ${total}`),
    imagesCompared: (done, total) => line.show(done, total, `comparing images ${done} of ${total}`),
    dataset: (dataset) => print(datasetLines(dataset)),
    featuresMade(done, total) {
      if (done === total) line.clear();
      else line.show(done, total, `image ${done} of ${total} through the base`);
    },
    onGpu: (gpu) => print(`gpu     ${visible(messages.onGpu(gpu))}\n`),
    started(name) {
      epochMs = nowMs();
      print(`run     ${name}\n\n`);
    },
    profile: (profile) => print(profileTable(profile)),
    warning: (text) => print(`${visible(text)}\n`),
    step({ epoch, step, steps, loss, accuracy }, epochs) {
      const done = epoch - 1 + step / steps;
      const seconds = pace.secondsLeft(done, epochs);
      const left = seconds === null ? "" : `  ${formatDuration(seconds)} left`;
      const figures = `loss ${loss.toFixed(4)}  accuracy ${accuracy.toFixed(4)}`;
      line.show(done, epochs, `epoch ${epoch}/${epochs}  ${figures}${left}`);
    },
    tried({ all, range: { updates } }) {
      const trial = all.at(-1);
      if (!trial) return;
      const { update, learningRate, smoothed } = trial;
      const figures = `rate ${learningRate.toPrecision(2)}  loss ${smoothed.toFixed(4)}`;
      line.show(update, updates, `step ${update}/${updates}  ${figures}`);
    },
    rangeTested: (test) => print(`rates   ${rangeWords(test)}\n`),
    resampled(done, total) {
      if (done === total) line.clear();
      else line.show(done, total, `working out intervals ${done} of ${total}`);
    },
    epoch(record, history, epochs) {
      const seconds = (nowMs() - epochMs) / 1000;
      epochMs = nowMs();
      if (!isHeaded) print(epochHeader(history, epochs));
      isHeaded = true;
      print(epochRow(record, history, epochs, seconds));
    },
  };
}

/** What a finished run came to. */
export function closingLines(run: Run, report: string): string {
  const { metrics } = run;
  const { accuracy, accuracyInterval, majorityClassAccuracy, split, images, positive, weights } =
    metrics;
  const { low, high } = accuracyInterval;
  return [
    "",
    `${split} accuracy ${accuracy.toFixed(4)} on ${count(images, "image")}, 95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`,
    `majority-class baseline: ${majorityClassAccuracy.toFixed(4)}`,
    ...(typeof positive?.auc === "number"
      ? [`area under the ROC curve of ${visible(positive.label)}: ${positive.auc.toFixed(4)}`]
      : []),
    ...(weights.use === "best"
      ? [
          `with the weights of epoch ${weights.epoch}, ${evaluateMessages.whyBest(monitorOf(run.resolved))}`,
        ]
      : []),
    ...(weights.stopped ? [evaluateMessages.stoppedEarly(weights.stopped)] : []),
    ...cautions(run).map(visible),
    messages.finished(report),
    "",
  ].join("\n");
}

function datasetLines({ classes, splits: decoded, record }: Dataset): string {
  const counts = splits.flatMap((split) =>
    decoded[split] ? [`${decoded[split].length} ${split}`] : [],
  );
  return `images  ${counts.join(", ")}; ${classes.length} classes, in ${visible(record.folder)}\n${groupLine(record)}${skippedLine(record.skipped)}${excludedLines(record)}${leakLines(record)}`;
}

/** Which rates were tried, and why no others. */
function rangeWords({ range: { least, most, updates }, trials, end }: RangeTest): string {
  const whole = `${least} to ${most} in ${updates} steps`;
  return end === "range" ? whole : `${whole}; ${messages.rangeEnded(end, trials.length)}`;
}

/** How many patients, or whatever the groups are, each split has. */
function groupLine({ images }: DataRecord): string {
  const groups = groupCounts(images);
  const counts = splits.flatMap((split) =>
    groups[split] > 0 ? [`${groups[split]} ${split}`] : [],
  );
  return counts.length > 0 ? `groups  ${counts.join(", ")}\n` : "";
}

/** How many files patterns skipped. */
export function skippedLine(skipped: readonly SkippedRecord[] = []): string {
  const words = messages.skippedByPatterns(skipped);
  return words === "" ? "" : `skipped ${visible(words)}\n`;
}

/** Each file that was left out when there are few, otherwise how many for each reason and the first of them. */
export function excludedLines({ excluded, folder }: DataRecord): string {
  if (excluded.length === 0) return "";
  const shown = excluded.length > MOST_SHOWN ? excluded.slice(0, MOST_SHOWN / 2) : excluded;
  const reasons = Map.groupBy(excluded, ({ reason }) => reason);
  const counts = Array.from(reasons, ([reason, { length }]) => `${length} ${reason}`);
  return [
    `skipped ${count(excluded.length, "file")}: ${counts.join(", ")}`,
    ...shown.map(
      ({ file, reason, detail }) =>
        `  ${visible(posix.join(folder, file))}: ${reason}, ${visible(detail)}`,
    ),
    ...(shown.length < excluded.length
      ? [`  and ${excluded.length - shown.length} more, each in data.json and in the report`]
      : []),
    "",
  ].join("\n");
}

/** How many leaks of each kind there are, and the first of them. */
export function leakLines({ leaks = [] }: DataRecord, most = 5): string {
  return leakKinds
    .flatMap((kind) => {
      const ofKind = leaks.filter((leak) => leak.kind === kind);
      if (ofKind.length === 0) return [];
      const more = ofKind.length - most;
      return [
        `leak    ${dataMessages.leaks(kind, ofKind.length)}`,
        ...ofKind.slice(0, most).map((leak) => messages.leakLine(leak)),
        ...(more > 0 ? [`  and ${more} more`] : []),
      ];
    })
    .map((line) => `${visible(line)}\n`)
    .join("");
}

function epochHeader({ heldOut }: History, epochs: number): string {
  return columns(
    epochs,
    ["epoch", "train loss", "accuracy", `${heldOut} loss`, "accuracy", "seconds"],
    heldOut,
  );
}

function epochRow(
  { epoch, trainLoss, trainAccuracy, heldOutLoss, heldOutAccuracy }: EpochRecord,
  { heldOut }: History,
  epochs: number,
  seconds: number,
): string {
  const figures = [trainLoss, trainAccuracy, heldOutLoss, heldOutAccuracy].map((value) =>
    value.toFixed(4),
  );
  return columns(epochs, [`${epoch}/${epochs}`, ...figures, seconds.toFixed(1)], heldOut);
}

/** One line of the table of epochs, right-aligned, 72 columns for up to 999 epochs. */
function columns(epochs: number, cells: string[], heldOut: string): string {
  const widths = [Math.max(7, 2 * String(epochs).length + 1), 12, 10, heldOut.length + 7, 10, 9];
  return `${cells.map((cell, index) => cell.padStart(widths[index]!)).join("")}\n`;
}
