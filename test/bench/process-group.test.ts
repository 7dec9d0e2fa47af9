import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { isAlive } from "../../src/find-process.ts";
import { startWorker } from "./peers.ts";
import { startGroup } from "./process-group.ts";

/** Starts another process that holds the same pipes, and says its number. */
const script = "sleep 600 & echo ready $!; while read line; do echo 1; done";

/** Ended, and not yet counted by whoever inherited it. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && readFileSync(file, "utf8").includes(") Z ");
}

async function untilGone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 100; waited++) {
    if (!isAlive(pid) || isZombie(pid)) return true;
    await Bun.sleep(20);
  }
  return false;
}

test("what a program has started ends with it, and its pipes are closed", async () => {
  const worker = await startWorker(["sh", "-c", script]);
  const [orphan] = worker.ready;
  expect(isAlive(orphan!)).toBe(true);
  expect(await worker.round()).toBe(1);
  await worker.stop();
  expect(await untilGone(orphan!)).toBe(true);
});

test("so does what is left of a program that has ended by itself", async () => {
  const { child, stop } = startGroup(["sh", "-c", "sleep 600 & echo $!"]);
  await child.exited;
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  const orphan = Number(new TextDecoder().decode(value));
  expect(isAlive(orphan)).toBe(true);
  await stop();
  expect((await reader.read()).done).toBe(true);
  expect(await untilGone(orphan)).toBe(true);
});

test("and when the process that started it ends, or is interrupted", async () => {
  const file = JSON.stringify(`${import.meta.dir}/process-group.ts`);
  for (const end of ["process.exit(0)", "process.kill(process.pid, 'SIGINT')"]) {
    const code = `
      const { startGroup } = await import(${file});
      const { child } = startGroup(["sh", "-c", "sleep 600 & echo $!"]);
      const { value } = await child.stdout.getReader().read();
      process.stdout.write(value, () => ${end});
    `;
    const outer = Bun.spawnSync([process.execPath, "-e", code], { timeout: 20_000 });
    const orphan = Number(outer.stdout.toString());
    expect(orphan).toBeGreaterThan(0);
    expect(await untilGone(orphan)).toBe(true);
  }
});
