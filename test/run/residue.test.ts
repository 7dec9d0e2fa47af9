import { expect, test } from "bun:test";
import fc from "fast-check";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isResidue } from "../../src/run/residue.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

/** Whether a folder of these files is residue. */
function holding(...paths: string[]): boolean {
  const run = join(folder.path, "v001");
  for (const path of paths) {
    mkdirSync(dirname(join(run, path)), { recursive: true });
    writeFileSync(join(run, path), "");
  }
  try {
    return isResidue(run);
  } finally {
    rmSync(run, { recursive: true, force: true });
  }
}

/** What .gitignore names. */
const unkept = [
  "model/weights.bin",
  "pictures/one.png",
  "report.html",
  "checkpoints/1/weights.bin",
  "preview/0.png",
  "charts/roc.png",
  ".history.csv.4711.part",
];
/** What git keeps, and what is not Lamina's. */
const kept = [
  "manifest.json",
  "experiment.yaml",
  "history.csv",
  "charts/roc.svg",
  "templates/roc.json",
  "extends/1-base.yaml",
  "notes.txt",
];

test("any of what git does not keep is residue, and nothing else is", () => {
  const some = fc.subarray(unkept, { minLength: 1 });
  fc.assert(
    fc.property(some, fc.subarray(kept), (left, more) => {
      expect(holding(...left, ...more)).toBe(more.length === 0);
    }),
    { numRuns: 60 },
  );
});

test.each([...unkept])("%s alone is residue", (path) => expect(holding(path)).toBe(true));
test.each(kept)("a folder with %s is none", (path) => {
  expect(holding(path)).toBe(false);
  expect(holding("model/weights.bin", path)).toBe(false);
});

test("an empty folder is of a run that was killed as it began, and one that is not there is nothing", () => {
  mkdirSync(join(folder.path, "v001"));
  expect(isResidue(join(folder.path, "v001"))).toBe(false);
  expect(isResidue(join(folder.path, "v002"))).toBe(false);
});
