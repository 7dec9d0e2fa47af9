import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import type { RunFolder } from "../run/folder.ts";
import { cutShort, repetitionsOf } from "../spec/sweeps/semantics.ts";
import type { SweepFile } from "../spec/sweeps/read-sweep.ts";
import { messages as stagesMessages } from "../stages/sweep/messages.ts";
import { readTrialRecords } from "../sweep/read.ts";
import { messages } from "./messages.ts";
import { onlyOperand } from "./operands.ts";

/** What the user asks of a sweep. */
export interface SweepCall {
  words: readonly string[];
  json: boolean;
  directory: string;
  trials: number | undefined;
  workers: number | undefined;
  submit: boolean;
}

/** @throws UsageError where the call is wrong */
export function readCall(words: string[]): {
  given: string;
  call: SweepCall;
  isResumed: boolean;
  isDry: boolean;
} {
  expectNoSet(words);
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      resume: { type: "boolean" },
      workers: { type: "string" },
      trials: { type: "string" },
      submit: { type: "boolean" },
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  const call = {
    words,
    json: values.json ?? false,
    directory: process.cwd(),
    trials: values.trials === undefined ? undefined : whole("--trials", values.trials),
    workers: values.workers === undefined ? undefined : whole("--workers", values.workers),
    submit: values.submit ?? false,
  };
  const given = onlyOperand(positionals, "a sweep");
  const isResumed = values.resume ?? false;
  const isDry = values["dry-run"] ?? false;
  if (isResumed && isDry) throw new UsageError(messages.dryResume());
  return { given, call, isResumed, isDry };
}

/** `--set` is of commands that run one experiment. */
function expectNoSet(words: readonly string[]): void {
  const at = words.findIndex((word) => word === "--set" || word.startsWith("--set="));
  if (at === -1) return;
  const given = words[at] === "--set" ? (words[at + 1] ?? "") : words[at]!.slice("--set=".length);
  const [, key = "train.epochs", value = "15"] = /^([^=]+)=(.+)$/s.exec(given) ?? [];
  throw new UsageError(messages.setInSweep(/[[\]]/.test(key) ? `"${key}"` : key, value));
}

/** A number of trials that a sweep which begins can have. */
export function expectTrials({ resolved }: SweepFile, trials: number): void {
  if (resolved.search.grid) throw new UsageError(stagesMessages.gridIsWhole());
  expectWhole(trials, resolved);
}

/** And one that is there already. */
export function expectMore(
  { name, path }: RunFolder,
  { resolved }: SweepFile,
  trials: number,
): void {
  if (resolved.search.grid) throw new UsageError(stagesMessages.gridIsWhole());
  const known = readTrialRecords(path).length;
  if (trials < known) throw new UsageError(stagesMessages.trialsFewer(name, trials, known));
  expectWhole(trials, resolved);
}

function expectWhole(trials: number, resolved: SweepFile["resolved"]): void {
  const each = repetitionsOf(resolved);
  if (trials % each !== 0) throw new UsageError(`--trials: ${cutShort(trials, each)}`);
}

function whole(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(messages.notWhole(option, text));
  return Number(text);
}
