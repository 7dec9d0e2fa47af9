import { count, quote } from "../wording.ts";

/** What Lamina says about exported models, so that a test can name it and a reader can weigh it. */
export const messages = {
  // The saved model
  modelMissing: (path: string, run: string) =>
    `${path} is not here, and without it there is nothing to export: git does not keep the weights. exp run --from ${run} trains them again.`,
  modelUnreadable: (path: string, reason: string) => `${path} cannot be read: ${reason}`,
  modelOfAnother: (path: string, run: string) =>
    `${path} belongs to another run of this number than ${run}, whose text is on another branch or gone. exp run --from ${run} trains this one again.`,
  modelDamaged: (path: string, reason: string) =>
    `${path} is not as the run wrote it: ${reason}. Nothing was exported.`,
  notAModel: () => "model.json is no model as Lamina saves it",
  weightMissing: (name: string) => `weights.bin has no ${quote(name)}`,
  weightMisshapen: (name: string, found: readonly number[], expected: readonly number[]) =>
    `${quote(name)} has the shape [${found.join(", ")}], where the experiment has [${expected.join(", ")}]`,
  weightsCut: (found: number, expected: number) =>
    `weights.bin has ${found} bytes, where model.json tells of ${expected}`,
  whiteningCut: (found: number, expected: number) =>
    `whitening.bin has ${found} bytes, where ${expected} are needed`,
  noStatistics: (key: string, channels: number) =>
    `preprocessing.json has no ${key} of ${count(channels, "channel")}`,

  tooLarge: (format: string, bytes: number) =>
    `The model takes ${bytes.toLocaleString("en-GB")} bytes, and a file of ${format} holds at most 2,147,483,647. Nothing was exported.`,
};
