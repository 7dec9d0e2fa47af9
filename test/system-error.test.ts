import { expect, test } from "bun:test";
import { mkdirSync, readFileSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeFailure } from "../src/cli/failure.ts";
import { errorFromText, isSystemError, systemReason } from "../src/system-error.ts";
import { useTemporaryFolder } from "./fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (name: string) => join(folder.path, name);
const errorOf = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing went wrong.");
};

const refused: Record<string, () => unknown> = {
  ENOENT: () => readFileSync(at("none")),
  ENOTDIR: () => {
    writeFileSync(at("file"), "");
    readFileSync(at("file/inside"));
  },
  ELOOP: () => {
    symlinkSync(at("b"), at("a"));
    symlinkSync(at("a"), at("b"));
    readFileSync(at("a"));
  },
  ENAMETOOLONG: () => readFileSync(at("x".repeat(300))),
  ENOTEMPTY: () => {
    mkdirSync(at("full/in"), { recursive: true });
    rmdirSync(at("full"));
  },
  EEXIST: () => mkdirSync(folder.path),
};

test.each(Object.keys(refused))(
  "%s is one line with the path, and no mistake of Lamina",
  (code) => {
    const error = errorOf(refused[code]!);
    expect(isSystemError(error)).toBe(true);
    expect(systemReason(error)).toMatch(new RegExp(`^[a-z][^\\n]* \\(${code}\\)$`));
    const { exitCode, message } = describeFailure(error);
    expect(exitCode).toBe(1);
    expect(message).toContain(folder.path);
    expect(message).toEndWith(systemReason(error));
    expect(message).not.toContain("mistake in Lamina");
    expect(message).not.toContain("\n");
  },
);

test("other errors keep the first line of their own words", () => {
  expect(systemReason(new Error("first\nsecond"))).toBe("first");
  expect(isSystemError(new Error("x"))).toBe(false);
  expect(isSystemError(undefined)).toBe(false);
});

test("what the system refused another thread is known as such by its text", () => {
  for (const code of Object.keys(refused)) {
    const error = errorOf(refused[code]!);
    for (const text of [String(error), error.stack!, `${error}\n    at read (a.ts:1:2)`])
      expect(describeFailure(errorFromText(text)).message).toBe(describeFailure(error).message);
    rmSync(folder.path, { recursive: true });
    mkdirSync(folder.path);
  }
  const wrapped = new Error("While a picture was decoded", {
    cause: errorFromText("Error: EIO: i/o error, read"),
  });
  expect(describeFailure(wrapped).message).toBe("the disk reports an error (EIO)");
  expect(describeFailure(errorFromText("TypeError: EIO is not a function")).message).toContain(
    "mistake in Lamina",
  );
});
