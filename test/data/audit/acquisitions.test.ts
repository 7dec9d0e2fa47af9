import { expect, test } from "bun:test";
import { acquisitionWarnings } from "../../../src/data/audit/acquisitions.ts";
import { confounders } from "../../../src/data/audit/confounded.ts";
import { messages } from "../../../src/data/messages.ts";
import type { Acquisition } from "../../../src/data/dicom/acquisition.ts";

const made = (acquisition: Acquisition, times: number) =>
  Array.from({ length: times }, () => ({ acquisition }));

test("nothing is said of other files, and of images that are alike", () => {
  expect(acquisitionWarnings([{}, {}])).toEqual([]);
  expect(acquisitionWarnings(made({ view: "CC", intent: "FOR PRESENTATION" }, 9))).toEqual([]);
});

test("views, intents and words in the picture are told with their counts", () => {
  expect(
    acquisitionWarnings([
      ...made({ view: "CC", intent: "FOR PROCESSING", burnedIn: "yes" }, 2),
      ...made({ view: "MLO", intent: "FOR PRESENTATION", burnedIn: "NO" }, 3),
      {},
    ]),
  ).toEqual([
    messages.burnedIn(2, 6),
    messages.mixedIntents([
      ["FOR PRESENTATION", 3],
      ["FOR PROCESSING", 2],
    ]),
    messages.mixedViews([
      ["MLO", 3],
      ["CC", 2],
    ]),
  ]);
});

test("what the header tells of the class is a trait as the file's own", () => {
  const image = (label: string, acquisition?: Acquisition) => ({
    label,
    format: "dicom",
    width: 8,
    height: 8,
    channels: 1 as const,
    ...(acquisition && { acquisition }),
  });
  const split = Array.from({ length: 40 }, (_, index) =>
    image("ab"[index % 2]!, {
      manufacturer: index % 2 === 0 ? "Siemens" : "Hologic",
      spacing: index % 2 === 0 ? [0.07, 0.07] : [0.1, 0.1],
      view: index % 4 < 2 ? "CC" : "MLO",
    }),
  );
  expect(confounders(split).map(({ trait, told }) => [trait, told])).toEqual([
    ["manufacturer", 40],
    ["pixel spacing", 40],
  ]);
  expect(confounders(split)[1]!.examples[0]!.value).toBe("0.07×0.07 mm");
  // Where some files have no header, it is their format that tells.
  expect(confounders([...split.slice(1), image("a")])).toEqual([]);
});
