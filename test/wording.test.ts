import { Glob } from "bun";
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { everyEntry } from "../src/spec/reference.ts";

const root = join(import.meta.dir, "..");

/** What nobody writes who has English from documentation: "one row an epoch", "made anew", "what is made small". */
const quaint = [
  /\bmend(?:s|ed)?\b/,
  /\b(?:made|begins?|began|drawn) anew\b/,
  /\b(?:images|rows?|one|calls|threads?) an? (?:second|epoch|step|batch|core|channel|image)\b/,
  /\bin so many epochs\b|\bmade small\b|\bnobody\b/,
];

test.each(quaint)("no message and no description of a key says %s", (words) => {
  for (const path of new Glob("src/**/messages.ts").scanSync(root)) {
    const spoken = readFileSync(join(root, path), "utf8").replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
    expect([path, words.exec(spoken)?.[0]]).toEqual([path, undefined]);
  }
  for (const { name, description } of everyEntry())
    expect([name, words.exec(description)?.[0]]).toEqual([name, undefined]);
});

test("files are excluded or skipped, not left out", () => {
  for (const path of new Glob("src/**/*.ts").scanSync(root)) {
    if (path.endsWith(".d.ts")) continue;
    const spoken = readFileSync(join(root, path), "utf8")
      .replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "")
      .split("\n");
    expect([path, spoken.filter((line) => /\bleft out\b/.test(line))]).toEqual([path, []]);
  }
});
