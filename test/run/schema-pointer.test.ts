import { expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { schemaPointer } from "../../src/run/schema-pointer.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const path = (name: string) => join(folder.path, name);
const put = (name: string, text: string) => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
};

/** Of an experiment in a folder, whose runs are in another. */
const pointer = (text: string, directory = "experiments", run = "runs/small/v001") =>
  schemaPointer(text, path(directory), path(run), path("runs"));

const header = (way: string) => `# yaml-language-server: $schema=${way}\nseed: 7\n`;

test("what a run's experiment names as its schema leads to the schema", () => {
  for (const text of [
    "# yaml-language-server: $schema=../s/a.json",
    "# My first\n#  yaml-language-server : $schema: ../s/a.json\r\nseed: 7\r\n",
    "# $schema: ../s/a.json",
  ]) {
    put("s/a.json", "{}");
    expect(pointer(text)).toEqual({
      path: "../s/a.json",
      text: '{ "$ref": "../../../s/a.json" }\n',
    });
  }
});

test("past folders whose names have no place in a URI as they are", () => {
  put("schema #1/schema/a.json", "{}");
  expect(pointer("# $schema: ../schema/a.json", "schema #1/x")).toEqual({
    path: "../schema/a.json",
    text: '{ "$ref": "../../../schema%20%231/schema/a.json" }\n',
  });
});

test("nothing is written that leads nowhere, is not needed, or is no place of Lamina's", () => {
  put("s/a.json", "{}");
  put("runs/other/s/a.json", "{}");
  expect(pointer("seed: 7\n")).toBeNull();
  expect(pointer(header("../s/none.json"))).toBeNull();
  expect(pointer(header("../s/a.json"), "experiments", "runs/other/v002")).toBeNull();
  expect(pointer(header(path("s/a.json")))).toBeNull();
  expect(pointer(header("https://example.org/a.json"))).toBeNull();
  expect(pointer(header("file:../s/a.json"))).toBeNull();
  expect(pointer(header("../../../s/a.json"), "experiments/x/y", "runs/small/v001")).toBeNull();
  put("experiments/a.json", "{}");
  expect(pointer(header("./a.json"))).toBeNull();
});
