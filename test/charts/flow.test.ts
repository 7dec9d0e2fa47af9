import { expect, test } from "bun:test";
import { flowPicture } from "../../src/charts/flow-picture.ts";
import { flowOf, flowText } from "../../src/charts/flow.ts";
import { tableOne } from "../../src/charts/paper/table-one.ts";
import type { DataRecord, ImageRecord } from "../../src/layout.ts";
import { readXml } from "../fixtures/markup.ts";
import { exampleRun } from "../fixtures/run.ts";

const image = (
  split: ImageRecord["split"],
  group: string,
  label: string,
  columns = {},
): ImageRecord => ({
  split,
  label,
  file: `${split}-${group}-${label}-${JSON.stringify(columns)}.png`,
  sha256: "",
  group,
  columns,
});

const data: DataRecord = {
  ...exampleRun().data,
  classes: ["no", "yes"],
  images: [
    image("train", "P1", "no", { age: "50", view: "CC" }),
    image("train", "P1", "yes", { age: "50", view: "MLO" }),
    image("train", "P2", "no", { age: "70", view: "" }),
    image("test", "P3", "yes", { age: "", view: "CC" }),
  ],
  skipped: [
    { by: "exclude", pattern: "*_mask.png", files: 4 },
    { by: "include", pattern: "", files: 1 },
  ],
  excluded: (["truncated", "empty", "truncated"] as const).map((reason, index) => ({
    split: "train",
    label: "no",
    file: `${index}.png`,
    reason,
    detail: "",
  })),
  ignored: [".DS_Store"],
};

test("every file is counted once, by why it was excluded or by its split", () => {
  const flow = flowOf(data);
  expect(flow).toEqual({
    unit: "file",
    found: 12,
    left: [
      { why: 'matched "*_mask.png" of data.exclude', files: 4 },
      { why: "matched none of data.include", files: 1 },
      { why: "truncated", files: 2 },
      { why: "empty", files: 1 },
    ],
    images: 4,
    groups: 3,
    splits: [
      { split: "train", images: 3, groups: 2 },
      { split: "test", images: 1, groups: 1 },
    ],
  });
  expect(flowText(flow, "patient")).toBe(
    "12 files found, 8 excluded; 4 images of 3 patients used: train 3 images of 2 patients; test 1 image of 1 patient.",
  );
});

test("an evaluation's classes that were excluded are", () => {
  const evaluation = { map: {}, dropped: { other: 5 }, compared: null };
  expect(flowOf({ ...data, skipped: [], excluded: [], evaluation })).toMatchObject({
    found: 9,
    left: [{ why: 'of the class "other", excluded from the evaluation', files: 5 }],
  });
});

test("the picture is whole, says in words what it shows, and names are text in it", () => {
  const hostile = [{ by: "exclude" as const, pattern: '<b>"&', files: 1 }];
  const svg = flowPicture({ ...data, skipped: hostile }, "patient");
  readXml(svg);
  expect(svg).toContain('role="img" aria-label="Flow of the files: 8 found; 1 excluded,');
  expect(svg).toContain("4 images of 3 patients used; train: 3 images of 2 patients;");
  expect(svg).not.toContain("<b>");
});

test("table 1 counts images, and patients where all images of one have the same value", () => {
  const { columns, rows } = tableOne(data);
  expect(columns).toEqual(["train", "test", "all"]);
  const brief = rows.map(({ name, of, unit, cells }) => [
    `${of ?? ""} ${name} ${unit}`,
    ...cells.map((cell) => (cell && "count" in cell ? `${cell.count}/${cell.of}` : cell)),
  ]);
  expect(brief).toEqual([
    [" Images images", "3/null", "1/null", "4/null"],
    [" Groups groups", "2/null", "1/null", "3/null"],
    ["Class no images", "2/3", "0/1", "2/4"],
    ["Class yes images", "1/3", "1/1", "2/4"],
    ["Class of any image no groups", "2/2", "0/1", "2/3"],
    ["Class of any image yes groups", "1/2", "1/1", "2/3"],
    // Both images of P1 are of one age.
    ["age 50 groups", "1/2", "0/1", "1/3"],
    ["age 70 groups", "1/2", "0/1", "1/3"],
    ["age missing groups", "0/2", "1/1", "1/3"],
    ["view CC images", "1/3", "1/1", "2/4"],
    ["view MLO images", "1/3", "0/1", "1/4"],
    ["view missing images", "1/3", "0/1", "1/4"],
  ]);
});

test("of quantities the median and the quartiles, as numpy has them", () => {
  const images = Array.from({ length: 12 }, (_, index) =>
    image("train", `P${index}`, "no", { age: index === 11 ? "" : String(40 + index ** 2) }),
  );
  const { rows } = tableOne({ ...data, images });
  const ages = rows.filter(({ of }) => of === "age");
  expect(ages.map(({ name, cells }) => [name, cells])).toEqual([
    ["median (quartiles)", [{ median: 65, quartiles: [46.5, 96.5] }]],
    ["missing", [{ count: 1, of: 12 }]],
  ]);
});
