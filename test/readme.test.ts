import { expect, test } from "bun:test";
import { join } from "node:path";

const root = join(import.meta.dir, "..");
const git = (...words: string[]) => Bun.spawnSync(["git", "--no-pager", ...words], { cwd: root });
const hasRuns =
  Bun.which("git") !== null && git("cat-file", "-e", "HEAD:runs/baseline/v002").exitCode === 0;

test.skipIf(!hasRuns)("README.md shows what its git diff prints", async () => {
  const readme = await Bun.file(join(root, "README.md")).text();
  const [, command, shown] = /`git (diff HEAD:[^`]*)`:\s+```diff\n(.*?)```/s.exec(readme)!;
  const { stdout } = git(
    "-c",
    "core.abbrev=7",
    "-c",
    "diff.noprefix=false",
    ...command!.split(" "),
  );
  expect(stdout.toString()).toBe(shown!);
});
