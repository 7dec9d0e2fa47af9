import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { otherFileOf, seriesOf } from "../../src/run/series.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);

function put(path: string, text = ""): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  return at(path);
}

/** A run that names the experiment that it is of. */
const run = (name: string, experiment: unknown) =>
  put(`runs/${name}/manifest.json`, JSON.stringify({ experiment }));

describe("the other file of a series", () => {
  const other = (file: string) => otherFileOf(at(file), at("runs/a"), folder.path);

  test("is the one that the latest run names, by number", () => {
    for (const file of ["one/a.yaml", "two/a.yaml", "three/a.yaml"]) put(file);
    run("a/v009", "one/a.yaml");
    run("a/v010", "two/a.yaml");
    expect(other("one/a.yaml")).toBe("two/a.yaml");
    expect(other("three/a.yaml")).toBe("two/a.yaml");
    expect(other("two/a.yaml")).toBeUndefined();
  });

  test("is looked for further back where a run does not say", () => {
    put("one/a.yaml");
    put("two/a.yaml");
    run("a/v001", "one/a.yaml");
    run("a/v002", 7);
    put("runs/a/v003/manifest.json", "torn");
    mkdirSync(at("runs/a/v004"));
    run("a/notes", "two/a.yaml");
    expect(other("two/a.yaml")).toBe("one/a.yaml");
  });

  test("is none where it is gone, though an earlier run names one that is there", () => {
    put("one/a.yaml");
    put("two/a.yaml");
    run("a/v001", "one/a.yaml");
    run("a/v002", "gone/a.yaml");
    expect(other("two/a.yaml")).toBeUndefined();
  });

  test("is none where there are no runs", () => {
    put("one/a.yaml");
    expect(other("one/a.yaml")).toBeUndefined();
  });
});

describe("a series", () => {
  const series = (name: string, file: string) => seriesOf({ name, file: at(file) }, folder.path);

  test("is the experiment's own name where no other file has it", () => {
    put("experiments/a.yaml");
    expect(series("a", "experiments/a.yaml")).toEqual({ name: "a" });
    run("a/v001", "experiments/a.yaml");
    expect(series("a", "experiments/a.yaml")).toEqual({ name: "a" });
  });

  test("has the folder before it where another file has the name", () => {
    put("experiments/a.yaml");
    put("mine/a.yaml");
    run("a/v001", "experiments/a.yaml");
    expect(series("a", "mine/a.yaml")).toEqual({ name: "mine/a", other: "experiments/a.yaml" });
    // Its own runs are there by now.
    run("mine/a/v001", "mine/a.yaml");
    expect(series("a", "mine/a.yaml")).toEqual({ name: "mine/a", other: "experiments/a.yaml" });
  });

  test("is refused where both are taken, or the folder's name is none for runs", () => {
    const refused = new UsageError(messages.otherSeries("a", "experiments/a.yaml"));
    put("experiments/a.yaml");
    run("a/v001", "experiments/a.yaml");
    put("-mine/a.yaml");
    expect(() => series("a", "-mine/a.yaml")).toThrow(refused);
    put("mine/a.yaml");
    put("else/mine/a.yaml");
    run("mine/a/v001", "else/mine/a.yaml");
    expect(() => series("a", "mine/a.yaml")).toThrow(refused);
    expect(() => series("mine/a", "mine/a.yaml")).toThrow(
      messages.otherSeries("mine/a", "else/mine/a.yaml"),
    );
  });
});
