import { arch, cpus, homedir, hostname, platform, release, totalmem } from "node:os";
import { relative } from "node:path";
import tfjs from "@tensorflow/tfjs/package.json" with { type: "json" };
import sharp from "sharp";
import lamina from "../../package.json" with { type: "json" };
import type { Engine } from "../engine/engine.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import { writeInPlace, writeRunFile, type RunFolder } from "./folder.ts";
import { files, formatVersions, type RunStatus } from "./layout.ts";
import { RunError } from "../errors.ts";
import { messages } from "../messages.ts";
import { systemReason } from "../system-error.ts";
import { freeReserve, keepReserve } from "./reserve.ts";
import type { Seals } from "./seals.ts";

export interface ManifestContext {
  experiment: LoadedExperiment;
  engine: Engine;
  shards: number;
  /** How long the images took, and how many had to be decoded. */
  reading: { seconds: number; decoded: number };
  command: readonly string[];
  now: () => Date;
  /** A name that no other run has. */
  newId: () => string;
}

/** The manifest of a run that is going on. It says "running" until it is closed. */
export interface RunManifest {
  /** Adds up what the epochs' training steps took, and how much of it they waited for images. */
  waited(waitedMs: number, totalMs: number): void;
  /** Notes the speed: training ends now. */
  trained(epochs: number, imagesPerEpoch: number): void;
  /** "completed" makes the folder a finished run, so it is written last. */
  close(status: RunStatus, ending: { error?: Error; files?: Seals }): Promise<void>;
}

/** Writes the first manifest.json of a run: everything that is known at its start. */
export async function openManifest(
  folder: RunFolder,
  context: ManifestContext,
): Promise<RunManifest> {
  const { experiment, engine, shards, reading, command, now, newId } = context;
  const startedAt = now();
  const { libraryPath, threads, threadsPerOperation, oneDnn } = engine.settings;
  const secondsSince = () => (now().getTime() - startedAt.getTime()) / 1000;
  let training = {};
  const steps = { waitedMs: 0, totalMs: 0 };
  const textOf = (status: RunStatus, more: object) =>
    `${JSON.stringify({ formatVersion: formatVersions.manifest, status, ...known, ...more }, null, 2)}\n`;
  const write = (status: RunStatus, more: object) =>
    writeRunFile(folder.path, files.manifest, textOf(status, more));
  const known = {
    id: newId(),
    run: folder.name,
    experiment: relative(process.cwd(), experiment.file),
    command,
    pid: process.pid,
    startedAt: startedAt.toISOString(),
    engine: {
      tensorflow: engine.version,
      library: libraryPath.replace(homedir(), "~"),
      threads,
      threadsPerOperation,
      shards,
      oneDnn,
    },
    reading,
    ...(await describeEnvironment(experiment.directory)),
  };
  await keepReserve(folder.path).catch((error: unknown) => {
    throw new RunError(messages.cannotWrite(folder.path, systemReason(error)));
  });
  await write("running", {});
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
    async close(status, { error, files: seals }) {
      const more = {
        finishedAt: now().toISOString(),
        seconds: secondsSince(),
        training,
        peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
        ...(seals && { files: seals }),
        ...(error?.message && { error: error.message }),
      };
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

export interface Environment {
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

/** What a run was made on and with. @param directory where git is asked, e.g. the experiment's folder */
export async function describeEnvironment(directory: string): Promise<Environment> {
  return {
    lamina: { version: lamina.version, git: await gitState(directory) },
    host: {
      name: hostname(),
      platform: `${platform()} ${release()} ${arch()}`,
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      memoryBytes: totalmem(),
    },
    versions: { bun: Bun.version, tfjs: tfjs.version, sharp: sharp.versions["sharp"]! },
  };
}

async function gitState(directory: string): Promise<GitState | null> {
  if (!Bun.which("git")) return null;
  const git = async (...words: string[]) => {
    const child = Bun.spawn(["git", "-C", directory, ...words], {
      stdout: "pipe",
      stderr: "ignore",
    });
    const text = await new Response(child.stdout).text();
    return (await child.exited) === 0 ? text.trim() : null;
  };
  const commit = await git("rev-parse", "HEAD");
  if (commit === null) return null;
  return {
    commit,
    changed: (await git("status", "--porcelain", "--untracked-files=no")) !== "",
  };
}
