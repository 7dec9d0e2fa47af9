import { readdirSync } from "node:fs";
import { join } from "node:path";
import { jsonText } from "../../../json-text.ts";
import { writeRunFile } from "../../../run/write-files.ts";
import { lastPart, readRungFile, rungFiles, slurmFiles } from "../../../sweep/slurm/files.ts";
import { readTextOr } from "../../../sweep/read.ts";

/**
 * Trials at a rung of halving ask whether they go on, and the sweep answers, wherever each of them is: by files. Both may be
 * killed and asked again: the answer follows from the trials.
 */
const LOOK_MS = 1000;

/** Asks from a task. @throws the signal's reason */
export async function askAtRung(
  sweep: string,
  folder: string,
  epoch: number,
  value: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { question, answer } = rungFiles(folder, epoch);
  // JSON has no infinity, which is where a trial has no figure.
  const text = jsonText({ value: Number.isFinite(value) ? value : null });
  await writeRunFile(sweep, question, text);
  for (;;) {
    signal.throwIfAborted();
    const told = parsed<{ goesOn: boolean }>(readTextOr(join(sweep, answer)));
    if (typeof told?.goesOn === "boolean") return told.goesOn;
    await Bun.sleep(LOOK_MS);
  }
}

export interface Question {
  /** The last part of the trial's folder. */
  trial: string;
  epoch: number;
  value: number;
}

/** Questions that have no answer yet. */
export function openQuestions(sweep: string): Question[] {
  const names = namesIn(join(sweep, slurmFiles.rungs)).map((name) => readRungFile(name));
  const answered = new Set(
    names.flatMap((one) => (one?.isAnswer ? [`${one.trial}-${one.epoch}`] : [])),
  );
  return names.flatMap((one) => {
    if (one === null || one.isAnswer || answered.has(`${one.trial}-${one.epoch}`)) return [];
    const { trial, epoch } = one;
    const { question } = rungFiles(trial, epoch);
    const told = parsed<{ value: number | null }>(readTextOr(join(sweep, question)));
    return told === null ? [] : [{ trial, epoch, value: told.value ?? -Infinity }];
  });
}

export function answerQuestion(
  sweep: string,
  { trial, epoch }: Question,
  goesOn: boolean,
): Promise<void> {
  return writeRunFile(sweep, rungFiles(lastPart(trial), epoch).answer, jsonText({ goesOn }));
}

function parsed<Value>(text: string | null): Value | null {
  try {
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
