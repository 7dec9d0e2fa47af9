import { expect, test } from "bun:test";
import { elsewhere } from "../../../src/data/source/elsewhere.ts";

test.each([
  ["https://example.org/a.zip", "address"],
  ["s3://bucket/train", "address"],
  ["~/data/train", "~"],
  ["$DATA/train", "$DATA"],
  ["${DATA}/train", "${DATA}"],
  ["%USERPROFILE%\\train", "%USERPROFILE%"],
  ["data.tar.gz", "an archive"],
  ["data/images.zip", "an archive"],
  ["labels.xlsx", "a spreadsheet"],
  ["train.parquet", "CSV"],
  ["annotations.json", "CSV"],
  ["mnist.npz", "an array of images"],
])("%s is told what it is, and what to do", (written, part) => {
  expect(elsewhere(written)).toContain(part);
});

test.each([
  "train",
  "../data/train",
  "C:/data/train",
  "/data/~old",
  "labels.csv",
  "a.b",
  "50%",
  "données",
])("%s may be a folder or a table", (written) => {
  expect(elsewhere(written)).toBeUndefined();
});
