import { expect, test } from "bun:test";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSweepFolder } from "../../../src/stages/sweep/create.ts";
import { useTemporaryFolder } from "../../fixtures/folder.ts";

const folder = useTemporaryFolder();

test("a sweep that could not be begun goes with what was written of it and the folders around it, and no other", async () => {
  const runs = join(folder.path, "runs");
  const first = await createSweepFolder(runs, "lr");
  writeFileSync(join(first.folder.path, "sweep.yaml"), "");
  first.remove();
  expect(readdirSync(folder.path)).toEqual([]);
  mkdirSync(join(runs, "lr/v001"), { recursive: true });
  const second = await createSweepFolder(runs, "lr");
  expect(second.folder.name).toBe("lr/sweep-001");
  second.remove();
  expect(readdirSync(join(runs, "lr"))).toEqual(["v001"]);
});
