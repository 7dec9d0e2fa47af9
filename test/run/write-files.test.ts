import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RunError } from "../../src/errors.ts";
import { partName } from "../../src/run/strays.ts";
import { writeList, writeRunFile, writeRunFiles } from "../../src/run/write-files.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { useSlowDisk } from "../fixtures/slow-disk.ts";

const folder = useTemporaryFolder();
const disk = useSlowDisk();
const at = (path: string) => join(folder.path, path);

/** What a file takes to be on the disk under its name, whole. */
const whole = (name: string, inFolder: string) => [
  `mkdir ${inFolder}`,
  `open .${name}.PID.part`,
  `writeFile .${name}.PID.part`,
  `sync .${name}.PID.part`,
  `close .${name}.PID.part`,
  `rename .${name}.PID.part to ${name}`,
  // The name is only on the disk when its folder is.
  `open ${inFolder}`,
  `sync ${inFolder}`,
  `close ${inFolder}`,
];

describe("a file of a run", () => {
  test("has its content on the disk before its name, and both before the promise is kept", async () => {
    const calls = await disk.watch(() => writeRunFile(folder.path, "charts/a.svg", "<svg/>"));
    expect(calls).toEqual(whole("a.svg", "charts"));
    expect(readFileSync(at("charts/a.svg"), "utf8")).toBe("<svg/>");
    expect(readdirSync(at("charts"))).toEqual(["a.svg"]);
  });

  test("that cannot have its name leaves nothing when the promise is broken", async () => {
    mkdirSync(at("runs/taken"), { recursive: true });
    const calls = await disk.watch(() =>
      writeRunFile(at("runs"), "taken", "text").catch((error: unknown) => {
        expect(error).toBeInstanceOf(RunError);
        expect(readdirSync(at("runs"))).toEqual(["taken"]);
      }),
    );
    expect(calls).toEqual(["mkdir runs"]);
  });
});

test("a list that runs share is written once, and anew where it is another", async () => {
  mkdirSync(at("v001"));
  const list = { path: "../images/a.csv", text: "one\n" };
  const written = () => disk.watch(() => writeList(at("v001"), list));
  expect(await written()).toEqual(["stat a.csv", ...whole("a.csv", "images")]);
  expect(await written()).toEqual(["stat a.csv", "readFile a.csv"]);
  writeFileSync(at("images/a.csv"), "damaged");
  expect(await written()).toEqual(["stat a.csv", "readFile a.csv", ...whole("a.csv", "images")]);
  expect(readFileSync(at("images/a.csv"), "utf8")).toBe(list.text);
});

describe("files of a run", () => {
  test("have their names once all are on the disk, and each folder is synced once", async () => {
    const contents = new Map([
      ["a", "1"],
      ["b", "2"],
    ]);
    const [mkdirs, parts, names, folders] = Object.values(
      Object.groupBy(await disk.watch(() => writeRunFiles(at("run"), contents)), (call) =>
        call.startsWith("mkdir")
          ? "mkdirs"
          : call.startsWith("rename")
            ? "names"
            : call.includes(".part")
              ? "parts"
              : "folders",
      ),
    ) as string[][];
    expect(mkdirs).toEqual(["mkdir run", "mkdir run"]);
    expect(parts).toEqual([...whole("a", "run").slice(1, 5), ...whole("b", "run").slice(1, 5)]);
    expect(names).toEqual(["rename .a.PID.part to a", "rename .b.PID.part to b"]);
    expect(folders).toEqual(whole("b", "run").slice(6));
  });

  const path = fc
    .tuple(fc.array(fc.constantFrom("c", "d"), { maxLength: 2 }), fc.constantFrom("1", "2", "3"))
    .map(([folders, name]) => [...folders, name].join("/"));
  /** Ways in which the system refuses a file: what is put there before, and the file. */
  const faults: Readonly<Record<string, (root: string) => string>> = {
    "its folder is a file": (root) => {
      writeFileSync(join(root, "fault"), "mine");
      return "fault/file";
    },
    "it is a folder": (root) => {
      mkdirSync(join(root, "fault"));
      return "fault";
    },
    "what would be written beside it is there": (root) => {
      mkdirSync(join(root, partName("fault")));
      return "fault";
    },
    "its name is too long": () => `c/fault/${"x".repeat(250)}`,
  };

  test("of which one cannot be written leave no file and no folder, and those of before as they were", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(path, { maxLength: 5 }),
        fc.uniqueArray(path, { maxLength: 5 }),
        fc.constantFrom(...Object.keys(faults)),
        fc.nat({ max: 5 }),
        async (before, coming, fault, turn) => {
          const root = await mkdtemp(join(folder.path, "case-"));
          for (const file of before) {
            mkdirSync(dirname(join(root, file)), { recursive: true });
            writeFileSync(join(root, file), "old");
          }
          const files = coming.toSpliced(turn, 0, faults[fault]!(root));
          const known = treeOf(root);
          const contents = new Map(files.map((file) => [file, "new"]));
          await expect(writeRunFiles(root, contents)).rejects.toThrow(RunError);
          expect(treeOf(root)).toEqual(known);
        },
      ),
      { numRuns: 60 },
    ));
});

/** Every folder, and every file with what it holds. */
function treeOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isDirectory() ? `${path}/` : `${path}: ${readFileSync(path, "utf8")}`;
    })
    .toSorted();
}
