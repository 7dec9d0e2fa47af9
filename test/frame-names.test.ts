import { expect, test } from "bun:test";
import { framed, frameIn, placeOf } from "../src/frame-names.ts";

test("a frame's name is its file's and its number, and leads back to both", () => {
  expect(framed("a/scan.dcm", 3)).toBe("a/scan.dcm#3");
  expect(framed("a/scan.dcm", undefined)).toBe("a/scan.dcm");
  expect(frameIn("a/scan.dcm#12")).toEqual({ file: "a/scan.dcm", frame: 12 });
  for (const none of ["scan.dcm", "scan.dcm#0", "scan.dcm#", "#3", "scan#03", "scan.dcm#x"])
    expect(frameIn(none)).toBeUndefined();
});

test("an image is a frame where its content is one, whatever its file is called", () => {
  expect(placeOf({ file: "b#7#2", sha256: "ab#2" })).toEqual({ file: "b#7", frame: 2 });
  expect(placeOf({ file: "b#7", sha256: "ab" })).toEqual({ file: "b#7" });
});
