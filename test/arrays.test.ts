import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Glob } from "bun";
import { append, maximum, minimum, joined } from "../src/arrays.ts";

const many = Array.from({ length: 2_000_000 }, (_, index) => index);

test("as many as there are", () => {
  const to = [-1];
  append(to, many);
  expect(to).toHaveLength(many.length + 1);
  expect([minimum(to), maximum(to)]).toEqual([-1, many.length - 1]);
  expect([minimum([]), maximum([])]).toEqual([Infinity, -Infinity]);
});

/** Calls that are given as many arguments as an array has items. The linter has no rule for them. */
const spreading =
  /\.(push|unshift|splice|concat)\(\s*\.\.\.|Math\.\w+\([^()]*\.\.\.|fromCharCode\(\s*\.\.\./g;

test("nothing is spread into the arguments of such calls", () => {
  const source = join(import.meta.dir, "../src");
  const found = [...new Glob("**/*.ts").scanSync(source)].flatMap((file) =>
    [...readFileSync(join(source, file), "utf8").matchAll(spreading)].map(
      ([call]) => `${file}: ${call}`,
    ),
  );
  // There they are told of.
  expect(found.filter((call) => !call.startsWith("arrays.ts"))).toEqual([]);
});

test("pieces of bytes are joined in their order", () => {
  expect(joined([Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)])).toEqual(
    Uint8Array.of(1, 2, 3),
  );
  expect(joined([])).toEqual(new Uint8Array());
});
