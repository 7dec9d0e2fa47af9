import { beforeEach, expect, test } from "bun:test";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { imageFolders, writeOutputs } from "../../src/cli/output-files.ts";
import { UsageError } from "../../src/errors.ts";
import { exampleExperiment } from "../fixtures/run.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);
const page = "<!doctype html>\n";

function put(path: string, text = "mine"): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

function write(...paths: string[]): Promise<void> {
  const contents = new Map(paths.map((path) => [at(path), page]));
  return writeOutputs(contents, {
    folders: [at("data")],
    files: [at("table.csv")],
    templates: [at("charts")],
  });
}

/** Every file with what it holds, and every link. */
function tree(): Record<string, string> {
  const entries = readdirSync(folder.path, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => {
        try {
          return [path, `link to ${readlinkSync(path)}`];
        } catch {
          return [path, readFileSync(path, "utf8")];
        }
      }),
  );
}

beforeEach(() => {
  put("data/cat/1.png");
  put("table.csv");
  put("mine.html", page);
  put("runs/a/v001/manifest.json", "{}");
  put("v002/notes.html");
  mkdirSync(at("folder.html"));
  symlinkSync(at("data"), at("link"));
  symlinkSync(at("mine.html"), at("link.html"));
  symlinkSync(at("nowhere"), at("dangling.html"));
});

test("a file is written, written over while it is as it was written, and not after a change", async () => {
  await write("new/a.html");
  const first = readFileSync(at("new/a.html"), "utf8");
  expect(first).toStartWith(page);
  await write("new/a.html");
  expect(readFileSync(at("new/a.html"), "utf8")).toBe(first);
  put("new/a.html", first.replace("html", "HTML"));
  await expect(write("new/a.html")).rejects.toThrow(
    new UsageError(messages.fileExists(at("new/a.html"))),
  );
  // A folder of the number of a run, which is none.
  await write("v002/a.html");
  await write("charts/loss.svg");
});

test.each([
  ["mine.html", () => messages.fileExists(at("mine.html"))],
  ["data/sheet.html", () => messages.outputAmongImages(at("data/sheet.html"), at("data"))],
  ["data/new/sheet.html", () => messages.outputAmongImages(at("data/new/sheet.html"), at("data"))],
  ["link/cat/1.png", () => messages.outputAmongImages(at("link/cat/1.png"), at("data"))],
  [
    "runs/a/v001/diff.html",
    () => messages.outputInRun(at("runs/a/v001/diff.html"), at("runs/a/v001")),
  ],
  [
    "runs/a/v001/charts/a.svg",
    () => messages.outputInRun(at("runs/a/v001/charts/a.svg"), at("runs/a/v001")),
  ],
  ["charts/loss.vl.json", () => messages.outputAmongCharts(at("charts/loss.vl.json"))],
  ["table.csv", () => messages.outputIsInput(at("table.csv"))],
  ["folder.html", () => messages.outputInTheWay(at("folder.html"))],
  ["link.html", () => messages.outputInTheWay(at("link.html"))],
  ["dangling.html", () => messages.outputInTheWay(at("dangling.html"))],
])("none is written to %s, nor any beside it", async (path, message) => {
  const before = tree();
  await expect(write("other.html", path)).rejects.toThrow(new UsageError(message()));
  expect(tree()).toEqual(before);
});

test("where images lie: folders, and no tables, whose folder may hold anything", () => {
  const { data } = exampleExperiment("actual");
  const known = { ...data, train: "data", validation: "table.csv", test: null };
  expect(imageFolders(known, folder.path)).toEqual([at("data")]);
  rmSync(at("data"), { recursive: true });
  expect(imageFolders(known, folder.path)).toEqual([at("data")]);
});

test("of files of which one cannot be written none stays that was not there, nor a folder", async () => {
  const before = tree();
  await expect(write("place/deep/new.html", "mine.html/last.html")).rejects.toThrow("last.html");
  expect(tree()).toEqual(before);
  expect(readdirSync(folder.path)).not.toContain("place");
});
