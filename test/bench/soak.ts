/**
 * Resident memory over 20,000 training steps of a small network, every tenth of them. `bun test/bench/soak.ts`
 */
import { join } from "node:path";
import { readFileSync } from "node:fs";

const child = Bun.spawn(
  ["bun", join(import.meta.dir, "step/lamina-step.ts"), "small", "32", "2000"],
  {
    stdin: "pipe",
    stdout: "pipe",
  },
);
const decoder = new TextDecoder();
let answers = 0;
for await (const chunk of child.stdout) {
  for (const line of decoder.decode(chunk).trim().split("\n")) {
    const kilobytes = Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))![1],
    );
    const steps = 2000 * answers;
    process.stdout.write(`${steps} steps  ${(kilobytes / 1024).toFixed(0)} MiB  ${line}\n`);
    if (++answers > 10) child.kill();
    else {
      child.stdin.write("\n");
      await child.stdin.flush();
    }
  }
}
