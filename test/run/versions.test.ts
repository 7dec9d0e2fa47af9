import { describe, expect, test } from "bun:test";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawCharts } from "../../src/charts/draw.ts";
import { RunError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { files, formatVersions } from "../../src/layout.ts";
import { readRun } from "../../src/run/read.ts";
import { parseManifest } from "../../src/run/records.ts";
import { lift, steps, type Step } from "../../src/run/versions.ts";

type Kind = keyof typeof formatVersions;
const kinds = Object.keys(formatVersions) as Kind[];

/** Runs as Lamina wrote them once. They are never written anew: a change of a format adds one beside them. */
const old = join(import.meta.dir, "../fixtures/runs");
const finished = ["small/v001", "no-validation/v001"];

describe("formats", () => {
  test.each(kinds)("%s has a step from each version to the next", (kind) => {
    expect(steps[kind]).toHaveLength(formatVersions[kind] - 1);
  });

  test.each(kinds)("an old run is kept of each earlier version of %s", async (kind) => {
    const folders = (await readdir(old, { recursive: true })).filter((path) => /v\d+$/.test(path));
    const texts = await Promise.all(
      folders.map((folder) => readFile(join(old, folder, files[kind]), "utf8").catch(() => "{}")),
    );
    const versions = texts.map((text) => JSON.parse(text).formatVersion ?? 1);
    for (let version = 1; version < formatVersions[kind]; version++)
      expect(versions).toContain(version);
  });

  test.each(finished)("the old run %s is read and drawn", async (name) => {
    const run = await readRun(join(old, name));
    expect(run.data.formatVersion).toBe(formatVersions.data);
    expect(run.metrics.formatVersion).toBe(formatVersions.metrics);
    expect([...(await drawCharts(run)).keys()]).toContain(files.report);
  });

  test.each([...finished, "small/v002"])("so is the manifest of %s", async (name) => {
    const file = join(old, name, files.manifest);
    const manifest = parseManifest(await readFile(file, "utf8"), file);
    expect(manifest).toMatchObject({ formatVersion: formatVersions.manifest, run: name });
  });
});

describe("lift", () => {
  const renamed: Step = {
    news: "size is width.",
    lift: ({ size, ...rest }) => ({ ...rest, width: size }),
  };
  const doubled: Step = {
    news: "width is twice as much.",
    lift: (record) => ({ ...record, width: Number(record["width"]) * 2 }),
  };
  const path = [renamed, doubled];

  test("takes every step from the record's own version on", () => {
    expect(lift({ formatVersion: 1, size: 4, name: "a" }, "f", path)).toEqual({
      formatVersion: 3,
      width: 8,
      name: "a",
    });
    expect(lift({ formatVersion: 2, width: 4 }, "f", path)).toEqual({ formatVersion: 3, width: 8 });
    expect(lift({ formatVersion: 3, width: 4 }, "f", path)).toEqual({ formatVersion: 3, width: 4 });
  });

  test("takes a record without a version for one of the first", () => {
    expect(lift({ size: 4 }, "f", path)).toEqual({ formatVersion: 3, width: 8 });
  });

  test("leaves a record of today's version as it is", () => {
    const record = { size: 4 };
    expect(lift(record, "f", [])).toBe(record);
  });

  test("says that a later version is a newer Lamina's", () => {
    expect(() => lift({ formatVersion: 4 }, "data.json", path)).toThrow(
      new RunError(
        "data.json has formatVersion 4, and this version of Lamina reads up to 3: a newer Lamina wrote it.",
      ),
    );
  });

  test.each([[0], [-1], [1.5], ["1"], [null], [[1]]])(
    "refuses %j as a version",
    (formatVersion) => {
      expect(() => lift({ formatVersion }, "f", path)).toThrow(
        messages.wrongFormatVersion("f", formatVersion, 3),
      );
    },
  );

  test.each([[null], [3], ["text"], [[]]])("refuses %j as a record", (value) => {
    expect(() => lift(value, "f", path)).toThrow("f is not such a record");
  });
});
