import { expect, test } from "bun:test";
import { join } from "node:path";
import { findLabelled } from "../../../src/data/source/labelled.ts";
import { messages } from "../../../src/data/source/messages.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { dicomFile, greyElements } from "../../fixtures/dicom-file.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { useImageTree } from "../../fixtures/image-tree.ts";

const tree = useImageTree();
const size = { width: 4, height: 4 };

function putScan(file: string, frames: number): void {
  const values = Array.from({ length: 16 * frames }, (_, at) => at);
  tree.write(file, dicomFile(greyElements(values, size, [[0x00280008, "IS", frames]])));
}

const split = { validation: 0, test: 0.5, stratify: true, group: null, folds: null, fold: 1 };
const columns = { file: "file", label: "label", group: null, split: null, subgroups: [] };
const labels = { columns, images: null, extension: "", dicom: null };
const dicom = { ...plainData.dicom, frame: "all" as const };
const data: Data = { ...plainData, train: "labels.csv", dicom };

function find(rows: string, changes: Partial<Data> = {}) {
  for (const name of ["a", "b", "c", "d"]) putScan(`${name}.dcm`, 4);
  putScan("e#1.dcm", 1);
  tree.write("labels.csv", `file,label\n${rows}`);
  return tree.find({ ...data, split, ...changes });
}

const rows = "a.dcm#1,x\na.dcm#3,y\nb.dcm#2,x\nb.dcm#4,y\nc.dcm,x\nd.dcm#10,y\ne#1.dcm,x\n";

test("a row may name a frame, which has a label of its own and belongs to its file", async () => {
  const { source, problems } = await find(rows);
  expect(problems).toEqual([]);
  const told = source.files
    .map(({ file, name, frame, label, group }) => [file, name, frame, source.classes[label], group])
    .toSorted();
  expect(told).toEqual([
    ["a.dcm#1", "a.dcm#1", 1, "x", "a.dcm"],
    ["a.dcm#3", "a.dcm#3", 3, "y", "a.dcm"],
    ["b.dcm#2", "b.dcm#2", 2, "x", "b.dcm"],
    ["b.dcm#4", "b.dcm#4", 4, "y", "b.dcm"],
    ["c.dcm#1", "c.dcm#1", 1, "x", "c.dcm"],
    ["c.dcm#2", "c.dcm#2", 2, "x", "c.dcm"],
    ["c.dcm#3", "c.dcm#3", 3, "x", "c.dcm"],
    ["c.dcm#4", "c.dcm#4", 4, "x", "c.dcm"],
    // That the file has no such frame is seen as it is read.
    ["d.dcm#10", "d.dcm#10", 10, "y", "d.dcm"],
    ["e#1.dcm", "e#1.dcm", undefined, "x", "e#1.dcm"],
  ]);
  const splitOf = Map.groupBy(source.files, ({ group }) => group);
  for (const files of splitOf.values())
    expect(new Set(files.map((file) => file.split)).size).toBe(1);
});

test("an extension that the table leaves out stands before the frame; the file's name tells the group", async () => {
  const { source, problems } = await find("a#1,x\na#2,y\nb#1,x\nb#2,y\n", {
    labels: { ...labels, extension: ".dcm" },
    split: { ...split, group: "^(.)\\.dcm$" },
  });
  expect(problems).toEqual([]);
  expect(source.files.map(({ file, group }) => [file, group]).toSorted()).toEqual([
    ["a.dcm#1", "a"],
    ["a.dcm#2", "a"],
    ["b.dcm#1", "b"],
    ["b.dcm#2", "b"],
  ]);
});

test("an image that stands twice is told, as a frame or with its file, in one table and in two", async () => {
  const twice = async (more: string) =>
    (await find(`${rows}${more}`)).problems.map(({ place, message }) => [place?.line, message]);
  expect(await twice("a.dcm#3,y\n")).toEqual([[9, messages.rowTwice(3, null)]]);
  expect(await twice("c.dcm#2,x\n")).toEqual([[9, messages.rowTwice(6, null)]]);
  expect(await twice("b.dcm,y\n")).toEqual([[9, messages.rowTwice(4, "x")]]);
  tree.write("test.csv", "file,label\nc.dcm#2,x\nd.dcm#1,y\n");
  const { problems } = await find(rows, { test: "test.csv", split: null });
  expect(problems.map(({ message }) => message)).toEqual([
    messages.imageInTwoTables("c.dcm#2", "train"),
  ]);
});

test("without frame: all, and of a file that is not there, the message says what to do", async () => {
  const first = async (row: string, changes: Partial<Data> = {}) =>
    (await find(`b.dcm,x\nc.dcm,y\n${row},x\n`, changes)).problems[0]?.message;
  expect(await first("a.dcm#3", { dicom: plainData.dicom })).toBe(messages.rowOfFrame("a.dcm"));
  expect(await first("z.dcm#3")).toStartWith("there is no file");
});

test("frames that a set from elsewhere names are judged one by one", async () => {
  await find(rows);
  const settings = { data, classes: ["x", "y"], map: new Map(), drop: new Set<string>() };
  const { source } = await findLabelled(join(tree.path, "labels.csv"), settings);
  expect(source.files.map(({ file, frame, group }) => [file, frame, group]).slice(0, 3)).toEqual([
    ["a.dcm#1", 1, "a.dcm"],
    ["a.dcm#3", 3, "a.dcm"],
    ["b.dcm#2", 2, "b.dcm"],
  ]);
});
