import type { Depth } from "../pixels.ts";
import { visible } from "../text.ts";
import { byteSize, byteSizeBeside, count, label, leakLine, quote } from "../wording.ts";
import type { Confounder } from "./audit/confounded.ts";
import type { LeakRecord, LeakKind } from "../layout.ts";
import { type Unusable, reasons } from "./reasons.ts";

/** What Lamina says about images, so that a test can name it and a reader can weigh it. */
export const messages = {
  // What images are like
  imageFileTooLarge: (bytes: number, most: number) =>
    `the file has ${byteSizeBeside(bytes, most)}; at most ${byteSize(most)} are read`,
  onePicture: (split: string, images: number, isBlank: boolean, isClear: boolean) =>
    `All ${count(images, `${split} image`)} are one and the same picture${isBlank ? ", of one colour" : ""}: ${split === "train" ? "there is nothing to learn" : "they tell nothing about the network"}.${isClear ? ` ${onBackground("Each")}` : ""}`,
  drawnInTransparency: (blank: number, images: number) =>
    `${count(blank, "image")} of ${images.toLocaleString("en-GB")} ${blank === 1 ? "is" : "are"} of one colour once ${blank === 1 ? "its" : "their"} transparency is dropped. ${onBackground(blank === 1 ? "It" : "Each")}`,
  confounded: ({ trait, told, images, examples }: Confounder) =>
    `The ${trait === "grey or colour" ? "colour mode" : trait === "intent" ? "presentation intent" : trait} of the ${trait === "border" ? "pictures" : "files"} alone tells the class of ${told} of ${count(images, "image")} (${examples
      .slice(0, 4)
      .map((one) => `${label(one.label)}: ${one.images} of ${one.ofAll} ${one.value}`)
      .join(
        "; ",
      )}${examples.length > 4 ? "; …" : ""}). The network can learn that instead of what the images show: make them alike.`,
  burnedIn: (burned: number, images: number) =>
    `${count(burned, "image")} of ${images.toLocaleString("en-GB")} ${burned === 1 ? "says" : "say"} that words are burned into the picture (Burned In Annotation), such as a name: a network can learn from them, and the pictures that a run keeps show them.`,
  mixedIntents: (intents: readonly [string, number][]) =>
    `The images are ${counted(intents)}: the same picture looks otherwise in each. Keep to one with data.exclude or a table.`,
  mixedViews: (views: readonly [string, number][]) =>
    `The images are of several views: ${counted(views)}. Figures of all together may hide one that goes worse; labels: { dicom: { subgroups: [ViewPosition] } } keeps the view of each image.`,
  rangeHardlyUsed: ({
    images,
    low,
    high,
    possible,
    depth,
  }: Record<"images" | "low" | "high" | "possible", number> & { depth: Depth }) => {
    const bits = low < 0 ? 0 : Math.ceil(Math.log2(high + 1));
    const range = bits > 0 ? `[0, ${2 ** bits - 1}]` : `[${low}, ${high}]`;
    const step = possible / 256;
    const levels = Math.floor(high / step) - Math.floor(low / step) + 1;
    const become =
      depth === 8
        ? `which become ${levels} of 256 grey levels`
        : `and the network is given ${(100 * (high - low + 1)) / possible < 1 ? "less than 1" : Math.round((100 * (high - low + 1)) / possible)} % of the range that it could be`;
    return `The ${count(images, "image")} of more than 8 bits ${images === 1 ? "is" : "are"} nearly of one brightness: of ${possible.toLocaleString("en-GB")} values that the files allow, ${low.toLocaleString("en-GB")} to ${high.toLocaleString("en-GB")} occur, ${become}. Write data.range: ${range}${bits > 8 ? ` (${bits} bits)` : ""}, or used for each image's own range.`;
  },
  depthGainsNothing: (images: number) =>
    `${images === 1 ? "The image has" : `None of the ${images.toLocaleString("en-GB")} images has`} ${images === 1 ? "8 bits" : "more than 8 bits"}: data.depth: 16 takes twice the room for them, and keeps nothing that data.depth: 8 would lose.`,

  // Reading the images
  unusableFiles: (files: readonly Unusable[]) =>
    `${count(files.length, "file")} cannot be used, and data.damaged is fail:\n${reasons(files)}\nRepair or remove them, or set damaged: exclude.`,
  leaksFound: (leaks: readonly LeakRecord[], most = 20) =>
    [
      `${count(leaks.length, "leak")} found, and data.leaks is fail:`,
      ...leaks.slice(0, most).map(leakLine),
      ...(leaks.length > most ? [`  and ${leaks.length - most} more`] : []),
      "Remove them, split by group, or set leaks: warn.",
    ].join("\n"),
  noImageOfClass: (split: string, name: string, files: readonly Unusable[]) =>
    `No file of class ${label(name)} in ${split} can be used:\n${reasons(files)}`,
  noImageOfSplit: (split: string, files: readonly Unusable[]) =>
    `No file in ${split} can be used:\n${reasons(files)}`,
  imageChanged: (path: string) =>
    `${quote(path)} has changed since this run began, or is gone. Leave the images alone while a run goes on, and run again.`,

  // Commands
  whileDecoding: (path: string) => `While ${quote(path)} was decoded`,

  // Leaks
  leaks: (kind: LeakKind, number: number) =>
    ({
      "two-labels": `${count(number, "picture")} with two labels: the same pixels, and at least one of the labels is wrong.`,
      "near-two-labels": `${count(number, "image")} nearly the same as one with another label: one of the labels is most likely wrong.`,
      "same-pixels": `${count(number, "picture")} in two splits with the very same pixels: the network is judged on what it was shown.`,
      "near-duplicate": `${count(number, "image")} nearly the same as one in another split: recompressed, resized, mirrored or rotated.`,
      "shared-group": `${count(number, "group")} in two splits: a network that knows a group by heart looks better than it is.`,
    })[kind],
  noLeaks: () => "No duplicates or near-duplicates across splits, and no picture with two labels.",
};

/** "CC (120) and MLO (80)", the most frequent first. */
function counted(values: readonly [string, number][], most = 4): string {
  const shown = values.slice(0, most).map(([value, images]) => `${visible(value)} (${images})`);
  const more = values.length > most ? [`${values.length - most} more`] : [];
  return [...shown, ...more].join(", ");
}

/** What to do where a picture is in its transparency. */
function onBackground(which: string): string {
  return `${which} has transparency, which is dropped; what it shows may be in it. Write data.background: white, or another colour, to lay one beneath.`;
}
