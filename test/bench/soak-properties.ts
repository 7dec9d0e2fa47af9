/**
 * The properties that take long, on all their cases: `bun test` tries them on a few.
 * `bun test/bench/soak-properties.ts [TIMES]`
 */
import { join } from "node:path";
import { CASES_VARIABLE } from "../fixtures/cases.ts";

const root = join(import.meta.dir, "../..");
const times = Number(process.argv[2] ?? 1);
const names = [...new Bun.Glob("test/**/*.test.ts").scanSync(root)].toSorted();
const texts = await Promise.all(names.map((name) => Bun.file(join(root, name)).text()));
const files = names.filter((_, index) => texts[index]!.includes("/fixtures/cases.ts"));

for (let time = 0; time < times; time++) {
  const words = ["test", "--timeout=1800000", ...files.map((file) => `./${file}`)];
  const { exitCode } = Bun.spawnSync([process.execPath, ...words], {
    cwd: root,
    env: { ...process.env, [CASES_VARIABLE]: "all" },
    stdout: "inherit",
    stderr: "inherit",
  });
  if (exitCode !== 0) process.exit(exitCode);
}
