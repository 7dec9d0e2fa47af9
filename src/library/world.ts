import { availableParallelism } from "node:os";
import { join } from "node:path";
import { openEngine, openLibraryHere } from "../cli/engine.ts";
import { imageCache } from "../cli/image-cache.ts";
import type { FetchContext } from "../engine/fetch-context.ts";
import { findGpu, gpuWorld } from "../engine/gpu.ts";
import { defaultThreads } from "../engine/process.ts";
import type { Effects, Reporter } from "../stages/effects.ts";
import type { Progress } from "./types.ts";

export interface WorldSettings {
  directory: string;
  /** As `exp` would be called. */
  command: readonly string[];
  signal: AbortSignal;
  tell: (progress: Progress) => void;
  threads?: number | undefined;
  device?: "cpu" | undefined;
}

/** This machine, as work of the library sees it. */
export function worldOf({
  directory,
  command,
  signal,
  tell,
  threads,
  device,
}: WorldSettings): Effects {
  return {
    runsDirectory: join(directory, "runs"),
    directory,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    signal,
    nowMs: () => performance.now(),
    cache: imageCache(process.env),
    profile: false,
    command,
    defaultThreads: threads ?? defaultThreads(),
    cores: availableParallelism(),
    defaultDevice: device ?? "auto",
    findGpu: () => findGpu(gpuWorld(process.env)),
    openLibrary: openLibraryHere,
    startEngine: (options, open) => openEngine(options, open, fetching("TensorFlow", tell)),
    async readPretrained(name) {
      const { readPretrained } = await import("../weights/fetch.ts");
      return readPretrained(name, { environment: process.env, report: fetching(name, tell) });
    },
    reporter: reporterTo(tell),
  };
}

function fetching(what: string, tell: (progress: Progress) => void): FetchContext["report"] {
  return (event) => {
    if (event.kind === "note") tell({ kind: "warning", text: event.text });
    else tell({ ...event, kind: "fetch", what });
  };
}

/** Milliseconds between two counts of a kind: a screen shows no more. */
const EVERY_MS = 100;

function reporterTo(tell: (progress: Progress) => void): Reporter {
  const lastMs = new Map<string, number>();
  /** @param isLast of its kind, which is always told */
  const nowAndThen = (progress: Progress, isLast: boolean) => {
    const nowMs = performance.now();
    if (!isLast && nowMs - (lastMs.get(progress.kind) ?? -Infinity) < EVERY_MS) return;
    lastMs.set(progress.kind, nowMs);
    tell(progress);
  };
  const count =
    (kind: "images" | "comparing" | "features" | "intervals") => (done: number, total: number) =>
      nowAndThen({ kind, done, total }, done === total);
  const nothing = () => undefined;
  return {
    imagesRead: count("images"),
    imagesCompared: count("comparing"),
    featuresMade: count("features"),
    resampled: count("intervals"),
    dataset: nothing,
    onGpu: nothing,
    profile: nothing,
    tried: nothing,
    rangeTested: nothing,
    started: (run) => tell({ kind: "started", run }),
    warning: (text) => tell({ kind: "warning", text }),
    step: ({ epoch, step, steps, loss, accuracy }, epochs) =>
      nowAndThen(
        { kind: "step", epoch, epochs, step, steps, loss, accuracy },
        epoch === epochs && step === steps,
      ),
    epoch(record, { heldOut }, epochs) {
      const { monitored: _, ...row } = record;
      tell({ kind: "epoch", epochs, heldOut, ...row });
    },
  };
}
