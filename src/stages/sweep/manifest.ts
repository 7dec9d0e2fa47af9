import { join, relative } from "node:path";
import { RunError, UsageError } from "../../errors.ts";
import { withRunLock } from "../../run/lock.ts";
import type { Manifest } from "../../layout.ts";
import { lifeOf } from "../../run/alive.ts";
import type { RunFolder } from "../../run/folder.ts";
import { writeInPlace, writeRunFile } from "../../run/write-files.ts";
import { startHeartbeat } from "../../run/heartbeat.ts";
import { describeSurroundings } from "../../run/manifest.ts";
import { manifestText } from "../../run/manifest-text.ts";
import { freeReserve, keepReserve } from "../../run/reserve.ts";
import { messages as runMessages } from "../../run/messages.ts";
import { sealOf } from "../../run/seals.ts";
import { sweepFiles, type SweepManifest, sweepVersions } from "../../sweep/layout.ts";
import { systemReason } from "../../system-error.ts";
import { looseSweepManifest, readTextOr } from "../../sweep/read.ts";
import type { SweepEffects } from "./effects.ts";
import { messages } from "./messages.ts";

/** What a manifest says of a session. */
export interface Session {
  /** Absolute path of the sweep's file. */
  file: string;
  workers: number;
  threads: number;
  /** Runs in all, where the command says so. */
  trials?: number | undefined;
}

/** The manifest of a sweep that is going on. */
export interface OpenManifest {
  close(
    status: Exclude<SweepManifest["status"], "running">,
    more: Pick<SweepManifest, "error" | "died">,
  ): Promise<void>;
}

/** Text that the seals are of. */
const sealed = [
  sweepFiles.text,
  sweepFiles.resolved,
  sweepFiles.list,
  sweepFiles.summary,
  sweepFiles.table,
] as const;

/**
 * Says that a sweep goes on in this process.
 * @throws UsageError where it goes on elsewhere
 */
export async function openManifest(
  { name, path }: RunFolder,
  { file, workers, threads, trials }: Session,
  effects: SweepEffects,
): Promise<OpenManifest> {
  const { now, newId, command, directory } = effects;
  const begun = now();
  const surroundings = await describeSurroundings(directory);
  const write = (manifest: object) =>
    writeRunFile(path, sweepFiles.manifest, manifestText(manifest));
  const known = await withRunLock(path, async () => {
    const before = looseSweepManifest(path);
    expectEnded({ name, path }, before);
    const at = begun.toISOString();
    const all = trials ?? before?.trials;
    const manifest = {
      formatVersion: sweepVersions.manifest,
      id: before?.id ?? newId(),
      sweep: name,
      file: before?.file ?? relative(directory, file),
      command: [...command],
      pid: process.pid,
      startedAt: before?.startedAt ?? at,
      workers,
      threads,
      ...(all !== undefined && { trials: all }),
      ...(before && { resumed: [...(before.resumed ?? []), { at, workers }] }),
      ...(before?.died && { died: before.died }),
      ...surroundings,
    };
    await write({ ...manifest, status: "running" });
    return { ...manifest, secondsBefore: before?.seconds ?? 0 };
  });
  await keepReserve(path).catch((error: unknown) => {
    throw new RunError(runMessages.cannotWrite(path, systemReason(error)));
  });
  const stopHeartbeat = startHeartbeat(path);
  return {
    async close(status, { error, died = [] }) {
      const { secondsBefore, ...manifest } = known;
      const all = [...(manifest.died ?? []), ...died];
      const text = {
        ...manifest,
        status,
        finishedAt: now().toISOString(),
        seconds: secondsBefore + (now().getTime() - begun.getTime()) / 1000,
        ...(all.length > 0 && { died: all }),
        ...(error !== undefined && { error }),
        ...(status === "completed" && { files: sealsOf(path) }),
      };
      stopHeartbeat();
      freeReserve(path);
      try {
        await write(text);
      } catch (refused) {
        // What went wrong first is what the user needs to know.
        if (status === "completed") throw refused;
        writeInPlace(path, sweepFiles.manifest, manifestText(text));
      }
    },
  };
}

/** @throws UsageError where a sweep goes on */
function expectEnded({ name, path }: RunFolder, manifest: Partial<SweepManifest> | null): void {
  if (manifest?.status !== "running") return;
  const { lamina: _, ...seen } = manifest;
  const life = lifeOf(path, seen as Partial<Manifest>);
  if (life.state !== "going on") return;
  throw new UsageError(
    life.host === null ? messages.sweepGoesOn(name) : messages.sweepGoesOnAt(name, life.host),
  );
}

function sealsOf(path: string): Record<string, string> {
  return Object.fromEntries(
    sealed.flatMap((name) => {
      const text = readTextOr(join(path, name));
      return text === null ? [] : [[name, sealOf(text)]];
    }),
  );
}
