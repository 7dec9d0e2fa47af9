import { messages } from "./messages.ts";
import { visible } from "../text.ts";

/** What the place of an override begins with. */
export const OVERRIDE_PREFIX = "--set ";

/** A place in an experiment. */
export interface Place {
  /** The experiment's path as it is shown, or the override: `--set train.epoch=3`. */
  file: string;
  /** From 1. For an override always 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** The line and carets under what is meant, ready to print; "" where there is nothing to show. */
  excerpt: string;
  /** Of a value that holds those of variables of the environment: their names. */
  variables?: readonly string[];
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

/** `experiments/a.yaml:12`, or the override as it was typed. */
export function printPlace({ file, line }: Place): string {
  return file.startsWith(OVERRIDE_PREFIX) ? file : `${file}:${line}`;
}

/** The same with the variables that the value holds: `experiments/a.yaml:12, ${DATA}`. */
export function printOrigin(place: Place): string {
  const { variables = [] } = place;
  return [printPlace(place), ...variables.map((name) => `\${${name}}`)].join(", ");
}

/** A mistake in an experiment, and where it is. */
export interface Diagnostic extends Place {
  message: string;
}

/** The experiment is wrong. Exit code 2. */
export class ExperimentError extends Error {
  override name = "ExperimentError";

  /**
   * @param diagnostics every mistake, in the order in which they are shown
   * @param untold how many there are besides
   */
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    readonly untold = 0,
  ) {
    super(printDiagnostics(diagnostics, untold));
  }
}

/** More would scroll the first away, which is often the cause of the rest. */
const MOST_SHOWN = 50;

function printDiagnostics(diagnostics: readonly Diagnostic[], untold: number): string {
  const shown = diagnostics.slice(0, MOST_SHOWN).map(printDiagnostic);
  const more = diagnostics.length + untold - shown.length;
  if (more > 0) shown.push(messages.moreMistakes(more));
  return shown.join("\n\n");
}

function printDiagnostic({ file, line, column, message, excerpt }: Diagnostic): string {
  const place = file.startsWith(OVERRIDE_PREFIX)
    ? visible(file)
    : `${visible(file)}:${line}:${column}`;
  return [`${place}  ${visible(message)}`, ...(excerpt ? [excerpt] : [])].join("\n");
}

/** Widest part of a line that is shown. */
const MOST_COLUMNS = 100;

/**
 * A line of the experiment with carets under part of it.
 *
 * @param start position of the first marked character in the line, from 0
 * @param length number of marked characters; at least one caret is drawn
 */
export function drawExcerpt(line: number, text: string, start: number, length: number): string {
  const from = start < MOST_COLUMNS - 20 ? 0 : start - 20;
  const part = text.slice(from, from + MOST_COLUMNS);
  const left = visible(part.slice(0, start - from));
  const marked = visible(part.slice(start - from, start - from + length));
  const right = visible(part.slice(start - from + length));
  const number = String(line).padStart(5);
  const cut = [from > 0 ? "…" : "", from + MOST_COLUMNS < text.length ? "…" : ""];
  const indent = " ".repeat(Bun.stringWidth(cut[0] + left));
  const carets = "^".repeat(Math.max(1, Bun.stringWidth(marked)));
  return `${number} | ${cut[0]}${left}${marked}${right}${cut[1]}\n${" ".repeat(number.length)} | ${indent}${carets}`;
}

/** `model.layers[2].conv`; "" for the experiment as a whole. */
export function printPath(path: readonly (string | number)[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index ? `.${key}` : key))
    .join("");
}
