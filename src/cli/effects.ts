import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { findGpu, gpuWorld } from "../engine/gpu.ts";
import { defaultThreads } from "../engine/process.ts";
import { messages as weightMessages } from "../weights/messages.ts";
import { messages } from "./messages.ts";
import type { FinishedRun } from "../pipeline.ts";
import { files, type Manifest } from "../layout.ts";
import type { Effects, Reporter } from "../stages/effects.ts";
import type { WorkerEffects } from "../stages/sweep/worker.ts";
import { fetchReporter, openEngine, openLibraryHere } from "./engine.ts";
import { imageCache } from "./image-cache.ts";
import { listenForInterrupt } from "./interrupt.ts";
import type { RunOutput } from "./outputs.ts";
import { type Output, terminal } from "./progress.ts";
import { closingLines, runReporter } from "./run-reporter.ts";

export interface RunCall {
  /** What the user typed. */
  words: readonly string[];
  /** Metrics go to standard output, everything else to standard error. */
  json: boolean;
  directory: string;
  /** Of TensorFlow where the experiment does not say; one per core by default. */
  threads?: number | undefined;
  /** What computes where the experiment leaves it open; by default what is there. */
  device?: "cpu" | undefined;
  profile?: boolean;
  /** Show how far it is, and nothing else. */
  isQuiet?: boolean;
  /** What is said where the user stops it. */
  interrupted?: string;
}

/** Where a run's lines go. */
export function outputOf({ json }: Pick<RunCall, "json">): Output {
  return terminal(json ? process.stderr : process.stdout);
}

/** Does what has to do with a run in this machine's world. */
export async function inThisWorld<Result>(
  call: RunCall,
  work: (effects: Effects) => Promise<Result>,
): Promise<Result> {
  const { directory } = call;
  const output = outputOf(call);
  const interrupt = listenForInterrupt(call.interrupted ?? messages.dataInterrupted());
  const reporter = runReporter(output, () => performance.now());
  try {
    return await work({
      ...here(call, directory, output),
      signal: interrupt.signal,
      reporter: call.isQuiet ? onlyProgress(reporter) : reporter,
    });
  } finally {
    interrupt.close();
  }
}

/** The world of a trial in a process of its own, which says nothing by itself. */
export const workerEffects: WorkerEffects = ({ command, threads, signal, reporter }) => {
  const nowhere: Output = { write: () => undefined, isTerminal: false, columns: 80 };
  const world = here({ words: command, threads }, process.cwd(), nowhere);
  return { ...world, cores: threads, signal, reporter };
};

/** What is the same for all that is done on this machine. */
function here(
  { words, threads, device, profile }: Pick<RunCall, "words" | "threads" | "device" | "profile">,
  directory: string,
  output: Output,
): Omit<Effects, "signal" | "reporter"> {
  return {
    runsDirectory: join(directory, "runs"),
    directory,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    nowMs: () => performance.now(),
    cache: imageCache(process.env),
    profile: profile ?? false,
    command: words,
    defaultThreads: threads ?? defaultThreads(),
    cores: availableParallelism(),
    defaultDevice: device ?? "auto",
    findGpu: () => findGpu(gpuWorld(process.env)),
    openLibrary: openLibraryHere,
    startEngine: (options, open) => openEngine(options, open, fetchReporter(output, "TensorFlow")),
    async readPretrained(name) {
      const { readPretrained } = await import("../weights/fetch.ts");
      const report = fetchReporter(output, weightMessages.weightsOf(name));
      return readPretrained(name, { environment: process.env, report });
    },
  };
}

/** Shows what a run came to. @returns the exit code */
export function tellFinished({ folder, run }: FinishedRun, { directory, json }: RunCall): number {
  const path = relative(directory, folder.path);
  outputOf({ json }).write(closingLines(run, join(path, files.report)));
  if (json) {
    const output: RunOutput = { run: folder.name, folder: path, metrics: run.metrics };
    process.stdout.write(`${JSON.stringify(output)}\n`);
  }
  return 0;
}

/**
 * Threads that a run had: another number gives other bits.
 * @returns undefined where its manifest does not say
 */
export function threadsOf({ engine }: Partial<Manifest>): number | undefined {
  const threads = engine?.["threads"];
  return typeof threads === "number" ? threads : undefined;
}

/** The CPU, where a run was made on it: a GPU gives other bits. Runs from before there was a choice are. */
export function deviceOf({ engine }: Partial<Manifest>): "cpu" | undefined {
  return engine && (engine["device"] ?? "cpu") === "cpu" ? "cpu" : undefined;
}

/** What is known of the run already is not told again. */
function onlyProgress(reporter: Reporter): Reporter {
  const nothing = () => undefined;
  return { ...reporter, dataset: nothing, started: nothing, warning: nothing, epoch: nothing };
}
