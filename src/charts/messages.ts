import { byteSize, quote } from "../wording.ts";

/** What Lamina says about charts, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Templates
  templateLoads: (file: string, key: string) =>
    `${file}: ${quote(key)} would load or lead to something outside the run. A chart's data comes by name: "data": { "name": "history" }.`,
  noSuchDataset: (file: string, name: string, known: readonly string[]) =>
    `${file}: there is no data ${quote(name)}; there are ${known.join(", ")}.`,
  noSuchField: (
    file: string,
    dataset: string,
    field: string,
    known: readonly string[],
    near: string | undefined,
  ) =>
    `${file}: the data ${quote(dataset)} has no field ${quote(field)}${near === undefined ? "" : `; did you mean ${quote(near)}?`}${near === undefined ? "; it has" : " It has"} ${known.join(", ")}.`,
  templateName: (file: string) =>
    `${file}: a template is called NAME.vl.json, with at most 60 letters, digits, - and _ in its name.`,
  templateTaken: (file: string) =>
    `${file}: Lamina draws a chart of this name itself; choose another.`,
  templateTooLarge: (file: string, most: number) => `${file} is larger than ${byteSize(most)}.`,
  templateFails: (file: string, reason: string) => `${file} cannot be drawn: ${reason}`,
  templateTooDeep: (file: string) => `${file} is nested too deeply.`,
  takesTooMuch: ({ processorSeconds, bytes }: { processorSeconds: number; bytes: number }) =>
    `it takes more than ${processorSeconds} seconds of computing or ${byteSize(bytes)} of memory, the most that a chart of your own may. Have it draw fewer marks: aggregate, bin or sample.`,
  tooLarge: (width: number, height: number, most: number) =>
    `it is ${whole(width)} × ${whole(height)} pixels large, and the most are ${whole(most)}. Set a smaller width and height.`,
  endedWithoutWord: (exitCode: number | null) => `the process that draws it ended with ${exitCode}`,

  // Comparison of two runs
  sameCurves: () => "Both runs have the same curves: those of B cover those of A.",
  differentHeldOut: (a: string, b: string) =>
    `A watches the ${a} images and B the ${b} images: those two lines do not compare.`,
};

function whole(value: number): string {
  return value < 1e9 ? Math.round(value).toLocaleString("en-GB") : value.toExponential(1);
}
