import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { confounders, type FileTraits } from "../../../src/data/audit/confounded.ts";

const plain: FileTraits = { label: "a", format: "png", width: 10, height: 10, channels: 3 };

/** So many images of each class, each by its number. */
function set(of: Record<string, (index: number) => Partial<FileTraits>>, count = 20): FileTraits[] {
  return Object.entries(of).flatMap(([label, traits]) =>
    Array.from({ length: count }, (_, index) => ({ ...plain, label, ...traits(index) })),
  );
}

describe("what tells the classes apart by the files alone", () => {
  test("is the format, the size, or grey against colour", () => {
    const named = (images: FileTraits[]) => confounders(images).map(({ trait }) => trait);
    expect(named(set({ a: () => ({ format: "jpeg" }), b: () => ({}) }))).toEqual(["format"]);
    expect(named(set({ a: () => ({ width: 40 }), b: () => ({}) }))).toEqual(["size"]);
    expect(named(set({ a: () => ({ channels: 1 }), b: () => ({}) }))).toEqual(["grey or colour"]);
    const framed = { a: () => ({ border: 3 }), b: () => ({}) };
    expect(named(set(framed))).toEqual(["border"]);
    const levels = { a: (index: number) => ({ border: index % 12 }), b: () => ({ border: 250 }) };
    expect(named(set(levels))).toEqual(["border"]);
    const three = { a: () => ({ width: 1 }), b: () => ({ width: 2 }), c: () => ({ width: 3 }) };
    expect(named(set(three))).toEqual(["size"]);
  });

  test("is told with how many of each class", () => {
    const [found] = confounders(
      set({ a: (index) => ({ format: index < 18 ? "jpeg" : "png" }), b: () => ({}) }),
    );
    expect(found).toEqual({
      trait: "format",
      told: 38,
      images: 40,
      examples: [
        { label: "a", value: "jpeg", images: 18, ofAll: 20 },
        { label: "b", value: "png", images: 20, ofAll: 20 },
      ],
    });
  });

  test("is not a value that each image has for itself, a mixture, or one of a few images", () => {
    const own = set({ a: (index) => ({ width: index }), b: (index) => ({ width: 100 + index }) });
    expect(confounders(own)).toEqual([]);
    const mixed = (index: number) => ({ format: index % 2 ? "png" : "jpeg" });
    expect(confounders(set({ a: mixed, b: mixed }))).toEqual([]);
    expect(confounders(set({ a: () => ({ format: "jpeg" }), b: () => ({}) }, 5))).toEqual([]);
  });

  test("is nothing where traits have nothing to do with classes", () => {
    const image = fc.record({
      label: fc.constantFrom("a", "b"),
      format: fc.constantFrom("png", "jpeg"),
      width: fc.constantFrom(10, 20),
      height: fc.constant(10),
      channels: fc.constantFrom(1 as const, 3 as const),
    });
    fc.assert(
      fc.property(fc.array(image, { minLength: 20, maxLength: 60 }), (images) => {
        // Each image once as either class.
        const both = images.flatMap((one) => [
          { ...one, label: "a" },
          { ...one, label: "b" },
        ]);
        expect(confounders(both)).toEqual([]);
      }),
    );
  });
});
