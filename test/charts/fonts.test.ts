import { describe, expect, test } from "bun:test";
import { drawnTexts, lettersWithoutFont } from "../../src/charts/fonts.ts";

/** Assigned to nothing, so that no font has them. */
const [NO_ONES, FAR] = ["\u0379", "\u{3fff0}"];

describe("letters that no font has", () => {
  test("are found among those of a drawing, and those that are there are not", async () => {
    // A run paints SVG with whatever fonts there are: Latin is in each.
    expect(await lettersWithoutFont(["<text>Größe ñ ć 0.5</text>"])).toEqual([]);
    expect(await lettersWithoutFont([])).toEqual([]);
  });

  test("are not looked for in what is no text of the drawing", async () => {
    expect(await lettersWithoutFont([`<path d="${NO_ONES}"/><text>a</text>`])).toEqual([]);
  });

  test("are told once, in the order of the drawings", async () => {
    const svgs = [`<text>a${FAR}b</text>`, `<text>${NO_ONES}${FAR}</text>`];
    expect(await lettersWithoutFont(svgs)).toEqual([FAR, NO_ONES]);
  });

  test("drawings are the SVG files", () => {
    const drawn = new Map<string, string | Uint8Array>([
      ["charts/a.svg", "<svg/>"],
      ["charts/a.png", new Uint8Array(1)],
      ["report.html", "<svg/>"],
    ]);
    expect(drawnTexts(drawn)).toEqual(["<svg/>"]);
  });
});
