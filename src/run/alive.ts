import { hostname } from "node:os";
import { lastHeartbeat } from "./heartbeat.ts";
import type { Manifest } from "../layout.ts";
import { findProcess, type KnownProcess } from "../find-process.ts";

/** What has become of a run whose manifest says "running". */
export type Life =
  | {
      state: "going on";
      /** The machine that it goes on; null where that is this one. */
      host: string | null;
    }
  | {
      state: "killed";
      /** When it last said that it goes on; null where it never did. */
      lastSign: Date | null;
    };

/** What is seen of a run from this machine. */
export interface Signs {
  now: Date;
  /** The name of this machine. */
  host: string;
  heartbeat: Date | null;
  /** null where there is no process of this number. */
  findProcess: (pid: number) => KnownProcess | null;
}

/** A beat is every half minute: several may be late or lost. */
const SILENT_MS = 180_000;
/** A process is older than the manifest that it writes, but for how exactly the system tells the time. */
export const INEXACT_MS = 2000;

/** Whether a run goes on that says so. @param folder of the run @param manifest says "running" */
export function lifeOf(folder: string, manifest: Partial<Manifest>): Life {
  return judgeLife(manifest, {
    now: new Date(),
    host: hostname(),
    heartbeat: lastHeartbeat(folder),
    findProcess,
  });
}

/**
 * On its own machine a run goes on as long as its process does: one that began after the run has only been given the
 * number. From elsewhere, as long as it says so itself.
 */
export function judgeLife(
  { pid, host, startedAt, resumed = [] }: Partial<Manifest>,
  signs: Signs,
): Life {
  const killed: Life = { state: "killed", lastSign: signs.heartbeat };
  const name = host?.["name"];
  if (typeof pid === "number" && name === signs.host) {
    const found = signs.findProcess(pid);
    if (found === null) return killed;
    const laterMs =
      (found.startedAt?.getTime() ?? Number.NaN) -
      Date.parse(String(resumed.at(-1)?.at ?? startedAt));
    return laterMs > INEXACT_MS ? killed : { state: "going on", host: null };
  }
  if (signs.heartbeat === null) return killed;
  const silentMs = signs.now.getTime() - signs.heartbeat.getTime();
  if (silentMs >= SILENT_MS) return killed;
  return {
    state: "going on",
    host: typeof name === "string" && name !== signs.host ? name : null,
  };
}
