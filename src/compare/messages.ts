import { alternatives, count, label, list, pValue, quote } from "../wording.ts";
import type { PairedAreas } from "./areas.ts";
import type { PairedTest } from "./results.ts";

/** What Lamina says about the comparison of runs, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Lists of runs
  lastSign: (at: Date | null) =>
    `it stopped without a word${at === null ? "" : `; the last sign of it is of ${at.toISOString().slice(0, 16).replace("T", " ")} UTC`}`,
  foreignParts: (name: string, parts: readonly string[]) =>
    `${list(parts)} in ${name} ${parts.length === 1 ? "belongs" : "belong"} to another run of this number, whose text is on another branch or gone; exp charts redraws the report without ${parts.length === 1 ? "it" : "them"}.`,
  badCondition: (text: string) =>
    `${quote(text)} is no condition; write for example --where 'accuracy>0.8' or --where train.epochs=10`,
  unknownColumn: (name: string, near: string | undefined) =>
    `No run has a metric or setting ${quote(name)}.${near === undefined ? " exp list --json shows all there are." : ` Did you mean ${near}?`}`,
  ambiguousColumn: (name: string, keys: readonly string[]) =>
    `${quote(name)} may be ${alternatives(keys.slice(0, 8))}. Give more of the name.`,
  notComparable: (key: string, found: number, wanted: string) =>
    `${key} is a number, for example ${found}, and ${quote(wanted)} is none.`,

  // Comparison of two runs
  differentTestImages: (
    a: string,
    b: string,
    found: { onlyA: readonly string[]; onlyB: readonly string[]; relabelled: readonly string[] },
  ) =>
    [
      `${a} and ${b} were evaluated on different images, so that their figures do not compare:`,
      ...[
        { files: found.onlyA, where: "only in the first" },
        { files: found.onlyB, where: "only in the second" },
        { files: found.relabelled, where: "with another class" },
      ].flatMap(({ files, where }) =>
        files.length === 0
          ? []
          : `  ${count(files.length, "image")} ${where}, such as ${quote(files[0]!)}`,
      ),
      "--allow-different-images compares them all the same, image by image where both have it.",
    ].join("\n"),
  judgedOnOthers: (both: number, onlyA: number, onlyB: number, relabelled: number) =>
    `One is judged on images from elsewhere, so that what differs may come from the images as much as from the network: ${both} in both, ${onlyA} only in A, ${onlyB} only in B, ${relabelled} with another class.`,
  comparedAllTheSame: (both: number, onlyA: number, onlyB: number, relabelled: number) =>
    `These figures are of different images and do not compare: ${both} in both, ${onlyA} only in A, ${onlyB} only in B, ${relabelled} with another class.`,
  noResults: (run: string, status: string | null) =>
    `${run} has no results${status === null || status === "completed" ? "" : `: it is ${status}`}.`,
  pairedTest: ({ images, difference, interval, p }: PairedTest) =>
    `On the ${count(images, "image")} that both judged, the accuracy of B is ${points(difference)}, 95 % interval ${signed(interval.low)} to ${signed(interval.high)}; McNemar's exact test p ${pValue(p)}. ${
      p < 0.05
        ? "Chance alone rarely makes so large a difference."
        : "Chance alone may have made this difference."
    }`,
  pairedAreas: ({ label: of, difference, interval, p, method }: PairedAreas) =>
    `On the same images, the area under the ROC curve (of ${label(of)}) of B is ${points(difference)}${interval === null ? "" : `, 95 % interval ${signed(interval.low)} to ${signed(interval.high)}`}; ${testName(method)}${p === null ? " cannot tell with so few images" : ` p ${pValue(p)}`}.`,
  manyAreas: (method: PairedAreas["method"], classes: number) =>
    `On the images that both judged; ${testName(method)}. The p of ${classes} classes are not corrected for being ${classes}.`,
  discordantPairs: ({ bothRight, onlyA, onlyB, bothWrong }: PairedTest) =>
    `Both right: ${bothRight}. Only A right: ${onlyA}. Only B right: ${onlyB}. Both wrong: ${bothWrong}.`,
  flips: (regressed: number, fixed: number, otherwise: number) =>
    `regressed: ${regressed}, right in A and wrong in B. fixed: ${fixed}, wrong in A and right in B. wrong otherwise: ${otherwise}, wrong in both.`,
  sameSettings: () => "Both runs have the same settings.",
  sameImages: () => "Both runs have the same images, classes and splits.",
};

/** 0.01 → "0.0100 higher" */
function points(difference: number): string {
  if (difference === 0) return "the same";
  return `${Math.abs(difference).toFixed(4)} ${difference > 0 ? "higher" : "lower"}`;
}

function testName(method: PairedAreas["method"]): string {
  return method === "DeLong" ? "DeLong's test" : "a test that draws whole groups (bootstrap)";
}

function signed(number: number): string {
  return `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(4)}`;
}
