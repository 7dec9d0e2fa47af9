import { utimesSync } from "node:fs";
import { serve } from "../thread.ts";
import type { HeartbeatStart } from "./heartbeat.ts";

serve(({ file, everyMs }: HeartbeatStart) => {
  setInterval(() => {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      // The disk or the network may be back at the next beat.
    }
  }, everyMs);
  return () => Promise.resolve();
});
