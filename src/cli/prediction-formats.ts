import { maximum } from "../arrays.ts";
import type { Unusable } from "../data/decode/verdict.ts";
import { largest } from "../evaluate/confusion.ts";
import { csvText, guard } from "../run/csv.ts";
import { probabilityText } from "../run/text.ts";
import type { RunModel } from "../stages/open-model.ts";
import { shorten, shortenStart, visibleName } from "../text.ts";
import type { PredictionOutput, PredictOutput, UnusableOutput } from "./outputs.ts";
import type { Output } from "./progress.ts";

/** How predictions are printed, a row at a time: of many images nothing is kept. */
export interface PredictionFormat {
  head: string;
  row(file: string, probabilities: readonly number[]): string;
  refused(file: string, why: Unusable): void;
  foot(): string;
}

const nothing = () => undefined;

/** The columns of predictions.csv, but for the class that nobody knows. */
export function csvFormat(classes: readonly string[]): PredictionFormat {
  return {
    head: csvText([["file", "predicted", ...classes.map((name) => `p(${name})`)]]),
    row: (file, probabilities) =>
      csvText([
        [
          guard(file),
          guard(classes[largest(probabilities)]!),
          ...probabilities.map(probabilityText),
        ],
      ]),
    refused: nothing,
    foot: () => "",
  };
}

/** One object, with a line for each image. */
export function jsonFormat({ folder, stored }: RunModel, top: number): PredictionFormat {
  const { classes } = stored;
  const unusable: UnusableOutput[] = [];
  let isFirst = true;
  const beginning: Omit<PredictOutput, "predictions" | "unusable"> = {
    formatVersion: 1,
    run: folder.name,
    classes,
  };
  return {
    head: `${JSON.stringify(beginning).slice(0, -1)},"predictions":[`,
    row(file, probabilities) {
      const between = isFirst ? "\n" : ",\n";
      isFirst = false;
      return between + JSON.stringify(predictionOutput(file, probabilities, classes, top));
    },
    refused: (file, why) => unusable.push({ file, ...why }),
    foot: () => `\n],"unusable":${JSON.stringify(unusable)}}\n`,
  };
}

/** The probabilities of an image as predictions.csv has them, and what follows from them. */
export function predictionOutput(
  file: string,
  probabilities: readonly number[],
  classes: readonly string[],
  top: number,
): PredictionOutput {
  const rounded = probabilities.map((value) => Number(probabilityText(value)));
  const predicted = classes[largest(probabilities)]!;
  const best = ranked(probabilities)
    .slice(0, top)
    .map((label) => ({ label: classes[label]!, probability: rounded[label]! }));
  return { file, predicted, top: best, probabilities: rounded };
}

/** Columns of a file's name, at least, and of a class's, at most. */
const LEAST_FILE = 16;
const MOST_CLASS = 24;
const PROBABILITY = "0.0000".length;

/** A table whose columns are known before its rows: as wide as the screen, or as its longest names where there is none. */
export function tableFormat(
  { stored }: RunModel,
  top: number,
  files: readonly { file: string }[],
  { isTerminal, columns }: Output,
): PredictionFormat {
  const room = isTerminal ? columns - 1 : Infinity;
  const names = stored.classes.map((name) =>
    isTerminal ? shorten(visibleName(name), MOST_CLASS) : visibleName(name),
  );
  const ofClass = maximum(names.map((name) => Bun.stringWidth(name)));
  const ofPair = ofClass + 2 + PROBABILITY;
  const shown = Math.max(1, Math.min(top, Math.floor((room - LEAST_FILE) / (2 + ofPair)) || 1));
  const longest = maximum([4, ...files.map(({ file }) => Bun.stringWidth(visibleName(file)))]);
  const ofFile = Math.max(LEAST_FILE, Math.min(longest, room - shown * (2 + ofPair)));
  const pad = (text: string, width: number) =>
    text + " ".repeat(Math.max(0, width - Bun.stringWidth(text)));
  const line = (cells: readonly string[]) => `${cells.join("  ").trimEnd()}\n`;
  const titles = Array.from({ length: shown }, (_, place) => {
    const title = place === 0 ? "predicted" : `${place + 1}.`;
    return pad(title, ofPair);
  });
  return {
    head: line([pad("file", ofFile), ...titles]),
    row: (file, probabilities) =>
      line([
        pad(shortenStart(visibleName(file), ofFile), ofFile),
        ...ranked(probabilities)
          .slice(0, shown)
          .map((label) => `${pad(names[label]!, ofClass)}  ${probabilities[label]!.toFixed(4)}`),
      ]),
    refused: nothing,
    foot: () => "",
  };
}

/** Classes from the most to the least probable, the first of equals first. */
function ranked(probabilities: readonly number[]): number[] {
  return probabilities
    .map((_, label) => label)
    .toSorted((a, b) => probabilities[b]! - probabilities[a]! || a - b);
}
