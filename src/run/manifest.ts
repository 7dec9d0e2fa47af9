import { arch, cpus, homedir, hostname, platform, release, totalmem } from "node:os";
import { relative } from "node:path";
import tfjs from "@tensorflow/tfjs/package.json" with { type: "json" };
import sharp from "sharp";
import lamina from "../../package.json" with { type: "json" };
import type { Engine } from "../engine/engine.ts";
import type { ChosenGpu } from "../engine/library.ts";
import type { Plan } from "../model/plan.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import type { RunFolder } from "./folder.ts";
import { writeInPlace, writeRunFile } from "./write-files.ts";
import {
  type BaseRecord,
  type ExtendedRecord,
  files,
  formatVersions,
  type Manifest,
  type ResumeRecord,
  type RunFailure,
  type RunStatus,
} from "../layout.ts";
import { askGit, changedFiles, distrusted } from "./git.ts";
import { manifestText } from "./manifest-text.ts";
import { RunError } from "../errors.ts";
import { messages } from "./messages.ts";
import { systemReason } from "../system-error.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { freeReserve, keepReserve } from "./reserve.ts";
import type { RunSeals } from "./seals.ts";

export interface ManifestContext {
  experiment: LoadedExperiment;
  environment: Environment;
  /** How long the images took, and how many had to be decoded. */
  reading: { seconds: number; decoded: number };
  /** The weights of model.base; null where there is none. */
  base: BaseRecord | null;
  command: readonly string[];
  now: () => Date;
  /** A name that no other run has. */
  newId: () => string;
  /** Bytes of the GPU's memory that this run has taken, at most; null where that is not known, or there is none. */
  deviceMemory: () => number | null;
  /** Of a run that goes on: its manifest as it was interrupted, and what of its world is another now. */
  resumed?: { before: Partial<Manifest>; changes: readonly string[] };
  /** The run whose training this one goes on from. */
  extended?: ExtendedRecord;
}

/** The manifest of a run that is going on. It says "running" until it is closed. */
export interface RunManifest {
  /** Adds up what the epochs' training steps took, and how much of it they waited for images. */
  waited(waitedMs: number, totalMs: number): void;
  /** Notes the speed: training ends now. */
  trained(epochs: number, imagesPerEpoch: number): void;
  /** "completed" makes the folder a finished run, so it is written last. */
  close(
    status: RunStatus,
    ending: { error?: Error; failure?: RunFailure } & Partial<RunSeals>,
  ): Promise<void>;
}

/** Writes the first manifest.json of a run, or of a run that goes on: everything that is known at its start. */
export async function openManifest(
  folder: RunFolder,
  context: ManifestContext,
): Promise<RunManifest> {
  const { experiment, environment, reading, base, command, now, newId, resumed, extended } =
    context;
  const { deviceMemory } = context;
  const startedAt = now();
  const secondsSince = () => (now().getTime() - startedAt.getTime()) / 1000;
  const secondsBefore = resumed?.before.seconds ?? 0;
  let training = {};
  const steps = { waitedMs: 0, totalMs: 0 };
  const textOf = (status: RunStatus, more: object) =>
    manifestText({ formatVersion: formatVersions.manifest, status, ...known, ...more });
  const write = (status: RunStatus, more: object) =>
    writeRunFile(folder.path, files.manifest, textOf(status, more));
  const known = {
    id: resumed?.before.id ?? newId(),
    run: folder.name,
    experiment: relative(process.cwd(), experiment.file),
    command,
    pid: process.pid,
    startedAt: resumed?.before.startedAt ?? startedAt.toISOString(),
    ...(extended && { extended }),
    ...(resumed && {
      resumed: [...(resumed.before.resumed ?? []), resumeOf(startedAt, resumed.changes)],
    }),
    reading,
    ...(base && { base }),
    ...environment,
  };
  await keepReserve(folder.path).catch((error: unknown) => {
    throw new RunError(messages.cannotWrite(folder.path, systemReason(error)));
  });
  await write("running", {});
  const stopHeartbeat = startHeartbeat(folder.path);
  return {
    waited(waitedMs, totalMs) {
      steps.waitedMs += waitedMs;
      steps.totalMs += totalMs;
    },
    trained(epochs, imagesPerEpoch) {
      const seconds = secondsSince();
      training = {
        seconds,
        imagesPerSecond: Math.round((epochs * imagesPerEpoch) / seconds),
        waitingForData: Number((steps.waitedMs / steps.totalMs).toFixed(4)),
      };
    },
    async close(status, { error, failure, files: seals, model }) {
      const deviceBytes = deviceMemory();
      const more = {
        finishedAt: now().toISOString(),
        seconds: secondsBefore + secondsSince(),
        training,
        peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
        ...(deviceBytes !== null && { peakDeviceMemoryBytes: deviceBytes }),
        ...(seals && { files: seals }),
        ...(model && { model }),
        ...(error?.message && { error: error.message }),
        ...(failure && { failure }),
      };
      stopHeartbeat();
      freeReserve(folder.path);
      try {
        await write(status, more);
      } catch (refused) {
        // What went wrong first is what the user needs to know.
        if (status === "completed") throw refused;
        writeInPlace(folder.path, files.manifest, textOf(status, more));
      }
    },
  };
}

function resumeOf(at: Date, changes: readonly string[]): ResumeRecord {
  return { at: at.toISOString(), ...(changes.length > 0 && { changes: [...changes] }) };
}

/** What a run is made on and with, as its manifest tells it. */
export interface Environment extends Surroundings {
  engine: {
    tensorflow: string;
    library: string;
    threads: number;
    threadsPerOperation: number;
    oneDnn: boolean;
    /** The widest vectors that oneDNN computes with: other bits with others. */
    vectors: string | null;
    device: "cpu" | "gpu";
    gpu?: GpuRecord;
  } & Pick<Plan, "shards" | "blocks" | "stepsPerCall">;
}

/** Of a GPU all that the bits of a run may follow from. */
type GpuRecord = Pick<
  ChosenGpu,
  | "name"
  | "computeCapability"
  | "memoryBytes"
  | "driver"
  | "cuda"
  | "cudnn"
  | "deterministic"
  | "tf32"
>;

export interface Surroundings {
  lamina: { version: string; git: GitState | null };
  host: {
    name: string;
    platform: string;
    processor: string;
    cores: number;
    memoryBytes: number;
  };
  versions: { bun: string; tfjs: string; sharp: string };
}

export interface GitState {
  commit: string;
  /** There were changes that no commit holds. */
  changed: boolean;
}

/** Told why git does not say in which commit a folder is, where it should be able to. */
type Warn = (text: string) => void;

/** @param directory where git is asked, e.g. the experiment's folder */
export async function describeEnvironment(
  engine: Engine,
  plan: Plan,
  directory: string,
  warn?: Warn,
): Promise<Environment> {
  return { engine: describeEngine(engine, plan), ...(await describeSurroundings(directory, warn)) };
}

/** All that bits may follow from. */
export function describeMachine(
  engine: Engine,
  plan: Plan,
): Pick<Environment, "engine" | "host" | "versions"> & { lamina: { version: string } } {
  return {
    engine: describeEngine(engine, plan),
    lamina: { version: lamina.version },
    host: describeHost(),
    versions: describeVersions(),
  };
}

function describeEngine(
  { version, vectors, settings }: Engine,
  { shards, blocks, stepsPerCall }: Plan,
): Environment["engine"] {
  const { libraryPath, threads, threadsPerOperation, oneDnn, gpu } = settings;
  return {
    tensorflow: version,
    library: libraryPath.replace(homedir(), "~"),
    threads,
    threadsPerOperation,
    shards,
    blocks,
    stepsPerCall,
    oneDnn,
    vectors,
    device: gpu ? "gpu" : "cpu",
    ...(gpu && { gpu: gpuRecord(gpu) }),
  };
}

function gpuRecord(gpu: ChosenGpu): GpuRecord {
  const { name, computeCapability, memoryBytes, driver, cuda, cudnn, deterministic, tf32 } = gpu;
  return { name, computeCapability, memoryBytes, driver, cuda, cudnn, deterministic, tf32 };
}

function describeHost(): Surroundings["host"] {
  return {
    name: hostname(),
    platform: `${platform()} ${release()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryBytes: totalmem(),
  };
}

function describeVersions(): Surroundings["versions"] {
  return { bun: Bun.version, tfjs: tfjs.version, sharp: sharp.versions["sharp"]! };
}

/** All but the engine. @param directory where git is asked */
export async function describeSurroundings(
  directory: string,
  warn: Warn = () => undefined,
): Promise<Surroundings> {
  return {
    lamina: { version: lamina.version, git: await gitState(directory, warn) },
    host: describeHost(),
    versions: describeVersions(),
  };
}

async function gitState(directory: string, warn: Warn): Promise<GitState | null> {
  const head = await askGit(directory, ["rev-parse", "HEAD"]);
  const foreign = distrusted(head);
  if (foreign !== null) warn(messages.gitDistrusts(directory, foreign));
  if (!head.ok) return null;
  const commit = head.text.trim();
  const found = await changedFiles(directory);
  if (found === null) warn(messages.gitSilent(directory));
  return found && { commit, changed: found.length > 0 };
}
