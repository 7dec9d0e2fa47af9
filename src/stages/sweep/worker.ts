import { Diverged, Interrupted } from "../../errors.ts";
import { keptFeedThreads } from "../../data/feed/feed.ts";
import type { Engine } from "../../engine/engine.ts";
import type { EngineOptions, OpenLibrary } from "../../engine/library.ts";
import { isGpuFull } from "../../shortage.ts";
import { ExperimentError } from "../../spec/diagnostic.ts";
import type { Effects, Reporter } from "../effects.ts";
import type { TrialEnd, TrialOrder } from "./place.ts";
import { runTrial } from "./run-trial.ts";

/** What a worker is told. */
export type ToWorker =
  | { kind: "start"; order: TrialOrder; threads: number }
  | { kind: "decided"; goesOn: boolean }
  | { kind: "stop"; signal: NodeJS.Signals };

/** And what it tells. fresh: TensorFlow has other threads, or runs otherwise than this trial needs it, which takes another process. */
export type FromWorker =
  | { kind: "prepared" | "fresh" }
  | { kind: "epoch"; epoch: number; epochs: number }
  | { kind: "warning"; text: string }
  | { kind: "rung"; epoch: number; value: number }
  | { kind: "ended"; end: TrialEnd };

/** The world of a trial, but for what the worker keeps from one to the next. */
export type WorkerEffects = (context: {
  command: readonly string[];
  threads: number;
  signal: AbortSignal;
  reporter: Reporter;
}) => Effects;

/**
 * Serves trials in this process, one after the other, until the process that started it is gone. TensorFlow is started once.
 */
export function worker(effectsOf: WorkerEffects): void {
  const tell = (message: FromWorker) => void process.send?.(message);
  const warm = warmEngine();
  let stop: ((signal: NodeJS.Signals) => void) | null = null;
  let decide: ((goesOn: boolean) => void) | null = null;
  // A terminal tells the whole group: whoever started this one says when to stop.
  for (const name of ["SIGINT", "SIGHUP"] as const) process.on(name, () => undefined);
  // Nobody is left to tell: trials go on from their checkpoints.
  process.on("disconnect", () => process.exit(1));
  process.on("message", (message: ToWorker) => {
    if (message.kind === "stop") stop?.(message.signal);
    else if (message.kind === "decided") decide?.(message.goesOn);
    else void serve(message.order, message.threads);
  });

  async function serve(order: TrialOrder, threads: number): Promise<void> {
    const controller = new AbortController();
    stop = (signal) => controller.abort(new Interrupted(undefined, signal));
    const { command } = order;
    const reporter = reporterOf(tell);
    const effects = effectsOf({ command, threads, signal: controller.signal, reporter });
    try {
      await runTrial(order, warm.wrap(effects), (epoch, value) => {
        tell({ kind: "rung", epoch, value });
        return new Promise((resolve) => (decide = resolve));
      });
      tell({ kind: "ended", end: { kind: "completed" } });
    } catch (error) {
      if (error instanceof OtherEngine) tell({ kind: "fresh" });
      else tell({ kind: "ended", end: endOf(error) });
    } finally {
      stop = decide = null;
      warm.tidy();
    }
  }
}

/** How a trial ended that has thrown something. */
export function endOf(error: unknown): TrialEnd {
  if (error instanceof Interrupted) return { kind: "interrupted" };
  const reason = error instanceof Error ? error.message || String(error) : String(error);
  const failure =
    error instanceof Diverged
      ? "diverged"
      : error instanceof ExperimentError
        ? "refused"
        : isGpuFull(error)
          ? "memory"
          : null;
  return { kind: "failed", failure, reason };
}

/** A trial needs TensorFlow with other threads, without oneDNN or on another device than those before it. */
class OtherEngine extends Error {
  override name = "OtherEngine";
}

/** Opens and starts TensorFlow once for all trials, and keeps the threads that make batches. */
function warmEngine() {
  let opened: { options: EngineOptions; library: Promise<OpenLibrary | null> } | null = null;
  const feedThreads = keptFeedThreads();
  let started: { options: EngineOptions; engine: Engine } | null = null;
  const expectSame = (options: EngineOptions, before: { options: EngineOptions } | null) => {
    if (before && !Bun.deepEquals(plain(before.options), plain(options))) throw new OtherEngine();
  };
  return {
    wrap: (effects: Effects): Effects => ({
      ...effects,
      feedThreads,
      async openLibrary(options) {
        expectSame(options, opened ?? started);
        opened ??= { options, library: effects.openLibrary(options) };
        return withPrecisionOf(options, await opened.library);
      },
      async startEngine(options, open) {
        expectSame(options, started ?? opened);
        started ??= { options, engine: await effects.startEngine(options, open) };
        return withPrecisionOf(options, started.engine);
      },
    }),
    /** Frees the networks of a trial. */
    tidy() {
      started?.engine.tf.disposeVariables();
      started?.engine.binding.forgetFunctions();
    },
  };
}

/** What holds for the whole process: without functions, which two equal options do not share, and the precision. */
function plain({ precision: _precision, ...options }: EngineOptions): unknown {
  return JSON.parse(JSON.stringify(options));
}

/** The precision is that of a trial's own training steps. */
function withPrecisionOf<Part extends OpenLibrary | Engine | null>(
  { precision = "float32" }: EngineOptions,
  part: Part,
): Part {
  return part && { ...part, settings: { ...part.settings, precision } };
}

function reporterOf(tell: (message: FromWorker) => void): Reporter {
  const nothing = () => undefined;
  return {
    imagesRead: nothing,
    imagesCompared: nothing,
    dataset: nothing,
    featuresMade: nothing,
    onGpu: nothing,
    // With its images, and with what they become in the frozen layers of a base.
    started: () => tell({ kind: "prepared" }),
    profile: nothing,
    warning: (text) => tell({ kind: "warning", text }),
    step: nothing,
    epoch: ({ epoch }, _history, epochs) => tell({ kind: "epoch", epoch, epochs }),
    tried: nothing,
    rangeTested: nothing,
    resampled: nothing,
  };
}
