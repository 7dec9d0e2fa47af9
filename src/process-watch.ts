import { serve, tell } from "./thread.ts";

/** What a process may take that does what others have written. */
export interface ProcessLimits {
  /** Of all processor cores together: the same work is done on a busy machine too. */
  processorSeconds: number;
  /** For a process that does not get as far as that. */
  seconds: number;
  bytes: number;
}

const EVERY_MS = 50;

// A thread: the process that it ends has no moment in which it would look at a clock.
serve((limits: ProcessLimits) => {
  const parent = process.ppid;
  const startedMs = performance.now();
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const isOver =
      (user + system) / 1e6 > limits.processorSeconds ||
      (performance.now() - startedMs) / 1000 > limits.seconds ||
      process.memoryUsage.rss() > limits.bytes ||
      process.ppid !== parent;
    if (isOver) process.kill(process.pid, "SIGKILL");
  }, EVERY_MS);
  tell("watching");
  return () => Promise.resolve();
});
