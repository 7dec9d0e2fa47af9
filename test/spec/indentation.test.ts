import { expect, test } from "bun:test";
import fc from "fast-check";
import { indentationSlip } from "../../src/spec/indentation.ts";
import { parseYaml } from "../../src/spec/parse.ts";
import { cases } from "../fixtures/cases.ts";

const right = `# an experiment
seed: 7
data:
  train: "data/a: b/train" # [one] folder
  exclude:
  - "*_mask.png"
  - previews/**
  targetSize: [28,
    28]
model:
  layers:
    - conv:
        filters: 16
        kernelSize: 3
    - relu
    - conv: { filters: 16, kernelSize: 3 }
    - flatten

    - dense: { units: classes }
train:
  optimizer:
    adam:
      learningRate: 0.001
`;

test("a line that is moved to the side is one mistake, told there or where its own place would go on", () => {
  expect(parseYaml(right, "a.yaml").diagnostics).toEqual([]);
  expect(indentationSlip(right)).toBeUndefined();
  const lines = right.trimEnd().split("\n");
  let wrong = 0;
  for (const [index, line] of lines.entries()) {
    const indent = line.length - line.trimStart().length;
    for (let moved = Math.max(0, indent - 4); moved <= indent + 4; moved++) {
      if (line === "" || line.startsWith("#") || line.includes("28]")) continue;
      const text = lines.with(index, " ".repeat(moved) + line.trimStart()).join("\n");
      const { value, diagnostics } = parseYaml(text, "a.yaml");
      if (value !== undefined) continue;
      wrong += 1;
      const found = diagnostics.map((one) => one.line);
      expect({ text, found }).toEqual({ text, found: [expect.any(Number)] });
      expect(found[0]! - index).toBeWithin(1, 5);
    }
  }
  expect(wrong).toBeGreaterThan(60);
});

test.each([
  ["a:\n   b: 1\n  c: 2\n  d: 3\n", 2, "the first of several stands aside"],
  ["a:\n   - b\n  - c\n  - d\n", 2, "the first of several items"],
  ["a:\n   b: 1\n   c: 2\n  d: 3\n", 4, "the last"],
  ["a:\n  b 1\n  c: 2\n", 2, "no colon in the first"],
  ["a:\n  b:\u00a01\n  c: 2\n", 2, "no space behind the colon"],
  ["a:\n  b: [1, 2\n\n  # …\n  c: 2\n", 2, "a bracket is not closed in its line"],
  ["a:\n  - relu\n   - pool\n", 3, "an item goes on with the one before"],
  ['a: "b\\0"\n', 1, "a NUL character"],
])("%j is told in line %d: %s", (text, line) => {
  expect(parseYaml(text, "a.yaml").diagnostics.map((one) => one.line)).toEqual([line]);
});

test("whatever the lines are, it is told by place", () => {
  const line = fc.tuple(
    fc.nat(6),
    fc.constantFrom(
      "a:",
      "a: 1",
      "- b",
      "- c: 1",
      "-",
      "- - d",
      "x",
      "// y",
      "[",
      "]",
      "'",
      "- e:",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (written) => {
      const text = written.map(([indent, part]) => " ".repeat(indent) + part).join("\n");
      const slip = indentationSlip(text);
      if (slip) expect(text.slice(slip.start, slip.end).trim()).not.toBe("");
      parseYaml(text, "a.yaml");
    }),
    cases(100, 300),
  );
});
