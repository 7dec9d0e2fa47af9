import { expect, test } from "bun:test";
import { join } from "node:path";
import { messages } from "../../src/run/messages.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const here = (path: string) => JSON.stringify(join(import.meta.dir, path));

test("where there is no git, a run knows no commit, takes the number that the folder leaves, and no revision is shown", () => {
  const script = `
    import { createRunFolder } from ${here("../../src/run/folder.ts")};
    import { describeSurroundings } from ${here("../../src/run/manifest.ts")};
    import { revisionSource } from ${here("../../src/run/revision.ts")};
    const here = process.cwd();
    const { lamina } = await describeSurroundings(here);
    const { name } = (await createRunFolder(here, "a")).folder;
    const refusal = await revisionSource("HEAD", "a", here).catch(({ message }) => message);
    console.log(JSON.stringify([lamina.git, name, refusal]));`;
  const { stdout, stderr } = Bun.spawnSync([process.execPath, "-e", script], {
    cwd: folder.path,
    // A folder without a program.
    env: { ...process.env, PATH: folder.path },
  });
  expect(stderr.toString()).toBe("");
  expect(JSON.parse(stdout.toString())).toEqual([null, "a/v001", messages.noGit()]);
});
