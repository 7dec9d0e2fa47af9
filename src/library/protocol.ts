import type { DataOutput, LrOutput, VerifyOutput } from "../cli/outputs.ts";
import { Diverged, RunError, UsageError } from "../errors.ts";
import { type Diagnostic, ExperimentError } from "../spec/diagnostic.ts";
import type { EvaluateOptions, Prediction, Progress, RateOptions } from "./types.ts";

/** What a process of the library is asked to do, one thing after the other. Paths start from `directory`. */
export type Order =
  | { kind: "run"; file: string; overrides: string[]; directory: string }
  | { kind: "resume"; run: string; epochs: number | undefined; directory: string }
  | {
      kind: "evaluate";
      run: string;
      asked: Pick<EvaluateOptions, "data" | "as" | "map" | "drop" | "columns">;
      directory: string;
    }
  | { kind: "verify"; run: string; directory: string }
  | {
      kind: "rates";
      file: string;
      overrides: string[];
      range: Pick<RateOptions, "min" | "max" | "steps">;
      directory: string;
    }
  | { kind: "data"; file: string; overrides: string[]; directory: string }
  | { kind: "open"; run: string; directory: string }
  /** Of the model that was opened: the path or the content of each image. */
  | { kind: "predict"; images: (string | Uint8Array)[]; directory: string }
  | { kind: "stream"; paths: string[]; directory: string };

/** What an order comes to. */
export interface Answers {
  /** The name of the run, or of the evaluation. */
  run: string;
  resume: string;
  evaluate: string;
  verify: VerifyOutput;
  rates: LrOutput;
  data: DataOutput;
  open: {
    run: string;
    classes: string[];
    inputShape: [number, number, number];
    changes: string[];
  };
  predict: Prediction[];
  stream: null;
}

export type ToProcess =
  | { order: Order }
  /** The answer is no longer wanted. */
  | { stop: true }
  /** Of a stream: the next batch is wanted. */
  | { next: true };

export type FromProcess =
  { progress: Progress } | { batch: Prediction[] } | { answer: unknown } | { failure: SentError };

/** An error on its way from one process to another. */
export interface SentError {
  name: string;
  message: string;
  stack?: string | undefined;
  diagnostics?: readonly Diagnostic[];
  untold?: number;
}

export function sentError(error: unknown): SentError {
  if (error instanceof ExperimentError) {
    const { message, diagnostics, untold } = error;
    return { name: "ExperimentError", message, diagnostics, untold };
  }
  const [name] = known.find(([, kind]) => error instanceof kind) ?? ["Error"];
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, ...(name === "Error" && { stack }) };
}

export function receivedError(sent: SentError): Error {
  const { name, message, stack, diagnostics, untold } = sent;
  if (diagnostics) return new ExperimentError(diagnostics, untold);
  const [, kind] = known.find(([own]) => own === name) ?? ["Error", Error];
  const error = new kind(message);
  // A mistake in Lamina: where it is says more than where it was received.
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** The narrower kind first. */
const known = [
  ["Diverged", Diverged],
  ["RunError", RunError],
  ["UsageError", UsageError],
] as const;
