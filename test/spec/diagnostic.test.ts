import { describe, expect, test } from "bun:test";
import { type Diagnostic, drawExcerpt, ExperimentError } from "../../src/spec/diagnostic.ts";

const diagnostic = (line: number): Diagnostic => ({
  file: "a.yaml",
  line,
  column: 3,
  message: "data.train: is wrong",
  excerpt: "",
});

describe("an excerpt", () => {
  test("has carets under what is meant", () => {
    expect(drawExcerpt(14, "    - conv: { filter: 32 }", 14, 6)).toBe(
      ["   14 |     - conv: { filter: 32 }", "      |               ^^^^^^"].join("\n"),
    );
  });

  test("has carets under wide characters", () => {
    expect(drawExcerpt(1, "日本: 語x", 4, 1)).toBe("    1 | 日本: 語x\n      |       ^^");
  });

  test("shows control characters and keeps the carets in place", () => {
    expect(drawExcerpt(1, "a\u001b[31m: b", 8, 1)).toBe(
      "    1 | a\\u{1b}[31m: b\n      |              ^",
    );
  });

  test("shows the part of a long line that matters", () => {
    const excerpt = drawExcerpt(1, `${"x".repeat(500)}here${"y".repeat(500)}`, 500, 4);
    expect(excerpt).toBe(
      `    1 | …${"x".repeat(20)}here${"y".repeat(76)}…\n      | ${" ".repeat(21)}^^^^`,
    );
  });
});

describe("an experiment error", () => {
  test("shows every mistake", () => {
    const { message } = new ExperimentError([
      diagnostic(1),
      { ...diagnostic(2), excerpt: "EXCERPT" },
    ]);
    expect(message).toBe(
      "a.yaml:1:3  data.train: is wrong\n\na.yaml:2:3  data.train: is wrong\nEXCERPT",
    );
  });

  test("shows no more than fifty", () => {
    const { message, diagnostics } = new ExperimentError(
      Array.from({ length: 60 }, (_, line) => diagnostic(line)),
    );
    expect(message.match(/^a\.yaml/gm)).toHaveLength(50);
    expect(message).toEndWith("\n\nand 10 more");
    expect(diagnostics).toHaveLength(60);
  });

  test("shows control characters of a file's name", () => {
    const { message } = new ExperimentError([
      { ...diagnostic(1), file: "\u001b]0;title\u0007.yaml" },
    ]);
    expect(message).toStartWith("\\u{1b}]0;title\\u{7}.yaml:1:3");
  });
});
