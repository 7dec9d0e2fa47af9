import { readFileSync } from "node:fs";

/** Whether there is a process of this number. Signal 0 only asks; a process of someone else refuses it, and so is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What the system tells of a process. */
export interface KnownProcess {
  /** null where the system does not tell. */
  startedAt: Date | null;
}

/** The process of a number; null where there is none, or it has ended and its parent has not asked how. */
export function findProcess(pid: number): KnownProcess | null {
  if (!isAlive(pid)) return null;
  const found = statOf(pid);
  if (found === null) return { startedAt: null };
  if (found.state === "Z" || found.state === "X") return null;
  // By this process, whose beginning is known by both clocks: when the system was started is not told everywhere.
  const own = statOf(process.pid);
  if (own === null) return { startedAt: null };
  const ownStartMs = Date.now() - process.uptime() * 1000;
  const laterMs = ((found.startTicks - own.startTicks) * 1000) / TICKS_PER_SECOND;
  return { startedAt: new Date(ownStartMs + laterMs) };
}

/** Of /proc on Linux, whatever the kernel counts in itself. */
const TICKS_PER_SECOND = 100;

/** What Linux says in /proc/PID/stat: proc_pid_stat(5). null elsewhere. */
function statOf(pid: number): { state: string; startTicks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name, in brackets, which may hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const startTicks = Number(fields[19]);
    return Number.isFinite(startTicks) ? { state: fields[0]!, startTicks } : null;
  } catch {
    return null;
  }
}
