import { describe, expect, test } from "bun:test";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeRunFile } from "../../src/run/write-files.ts";
import { contentsOf } from "../../src/run/remove.ts";
import {
  brokenSeals,
  isSealed,
  sealedFiles,
  sealOf,
  sealsOf,
  textSeal,
} from "../../src/run/seals.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const folder = useTemporaryFolder();

describe("the seals of a run", () => {
  test("are of each of its text files", async () => {
    const path = await writeRun(exampleRun({ images: 5 }), folder.path);
    const seals = await sealsOf(path);
    expect(Object.keys(seals)).toEqual([...sealedFiles]);
    for (const name of sealedFiles)
      expect(seals[name]).toBe(sealOf(await readFile(join(path, name))));
  });

  test("and of each file that its experiment extends, which is Lamina's when the run is removed", async () => {
    const path = await writeRun(exampleRun({ images: 5 }), folder.path);
    await writeRunFile(path, "extends/1-base.yaml", "seed: 1\n");
    const seals = await sealsOf(path);
    expect(seals["extends/1-base.yaml"]).toBe(sealOf("seed: 1\n"));
    const read = (name: string) => (name.startsWith("extends") ? "seed: 2\n" : null);
    expect(brokenSeals({ "extends/1-base.yaml": seals["extends/1-base.yaml"] }, read)).toEqual([
      { name: "extends/1-base.yaml", isMissing: false },
    ]);
    await writeRunFile(path, "extends/mine.txt", "");
    const { own, others } = contentsOf(path);
    expect(own).toContain("extends/1-base.yaml");
    expect(others).toEqual(["extends/mine.txt"]);
  });

  test("of a run of before there was a request.json stay what they were", async () => {
    const path = await writeRun(exampleRun({ images: 5 }), folder.path);
    const whole = await sealsOf(path);
    await rm(join(path, "request.json"));
    const old = await sealsOf(path);
    expect(Object.keys(old)).toEqual(sealedFiles.filter((name) => name !== "request.json"));
    // As every version before wrote it.
    const text = sealedFiles
      .filter((name) => name !== "request.json")
      .map((name) => `${name} ${old[name]}\n`)
      .join("");
    expect(textSeal(old)).toBe(sealOf(text));
    expect(textSeal(whole)).not.toBe(textSeal(old));
  });

  test("of any other text are others", async () => {
    const seals = await sealsOf(await writeRun(exampleRun({ images: 5 }), folder.path));
    for (const name of sealedFiles)
      expect(textSeal({ ...seals, [name]: sealOf("else") })).not.toBe(textSeal(seals));
  });

  test("hold whatever line ends git has made, and no other change", () => {
    for (const written of ["a\nb\n", "a\r\nb\r\n"]) {
      const seal = sealOf(written);
      for (const text of ["a\nb\n", "a\r\nb\r\n"]) {
        expect(isSealed(text, seal)).toBe(true);
        expect(isSealed(Buffer.from(text), seal)).toBe(true);
      }
      for (const text of ["a\n\nb\n", "a\nb", "a\rb\r", "ab\n", ""])
        expect(isSealed(text, seal)).toBe(false);
    }
  });

  test("tell which files are changed, and which are gone", () => {
    const seals = { a: sealOf("a"), b: sealOf("b"), c: sealOf("c") };
    const read = (name: string) => (name === "a" ? "a" : name === "b" ? "changed" : null);
    expect(brokenSeals(seals, read)).toEqual([
      { name: "b", isMissing: false },
      { name: "c", isMissing: true },
    ]);
  });
});
