import { describe, expect, test } from "bun:test";
import { visible, visibleName } from "../src/text.ts";

describe("a name is shown", () => {
  test.each([
    ["c\u200bat", "c\\u{200b}at"],
    ["cat\u2060", "cat\\u{2060}"],
    ["c\u00adat", "c\\u{ad}at"],
    ["ca\u200dt", "ca\\u{200d}t"],
    ["\u3164", "\\u{3164}"],
    ["\u202ecat\u0007\t", "\\u{202e}cat\\u{7}\\t"],
  ])("with what takes no room in it: %j", (name, shown) => {
    expect(visible(name)).toBe(shown);
    expect(visibleName(name)).toBe(shown);
  });

  test.each(["👩\u200d🔬", "🏳\ufe0f\u200d🌈", "می\u200cخواهم", "क्\u200dष", "Zürich 2", "猫"])(
    "as it is, where a script or an emoji needs it: %s",
    (name) => {
      expect(visible(name)).toBe(name);
      expect(visibleName(name)).toBe(name);
    },
  );

  test("by itself, with the spaces that nobody sees", () => {
    expect([" a", "a  ", "a\u00a0b", "a\u3000", "a b"].map(visibleName)).toEqual([
      "\\u{20}a",
      "a\\u{20}\\u{20}",
      "a\\u{a0}b",
      "a\\u{3000}",
      "a b",
    ]);
    expect(visible("Two words. ")).toBe("Two words. ");
  });
});
