import { statSync } from "node:fs";
import { join } from "node:path";
import { startThread } from "../thread.ts";
import { RESERVE } from "./reserve.ts";

/** How often a run that goes on touches its reserve. */
export const BEAT_MS = 30_000;

/** What the thread is begun with. */
export interface HeartbeatStart {
  file: string;
  everyMs: number;
}

/**
 * Touches the reserve of a run again and again, so that other machines see that it goes on. On a thread: TensorFlow, and
 * a prediction of many images, keep this one from its timers for minutes. It keeps no process alive.
 *
 * @returns stops it
 */
export function startHeartbeat(folder: string, everyMs = BEAT_MS): () => void {
  const start: HeartbeatStart = { file: join(folder, RESERVE), everyMs };
  // A run is none the worse for an error: on this machine its process tells more.
  const events = { onMessage: () => undefined, onError: () => undefined };
  const script = new URL("./heartbeat-thread.ts", import.meta.url);
  const thread = startThread(script, start, events, false);
  return () => thread.terminate();
}

/** When a run last said that it goes on; null where it has ended by itself. */
export function lastHeartbeat(folder: string): Date | null {
  try {
    return statSync(join(folder, RESERVE)).mtime;
  } catch {
    return null;
  }
}
