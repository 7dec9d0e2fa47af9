import { count, quote } from "../wording.ts";

/** What Lamina says about exported models, so that a test can name it and a reader can weigh it. */
export const messages = {
  // The saved model
  modelDamaged: (path: string, reason: string) =>
    `${path} is not as the run wrote it: ${reason}. Nothing was exported.`,
  notFinished: (run: string) =>
    `${run} is not a finished run, and only those are exported. exp resume ${run} goes on with it.`,
  weightMissing: (name: string) => `weights.bin has no ${quote(name)}`,
  weightMisshapen: (name: string, found: readonly number[], expected: readonly number[]) =>
    `${quote(name)} has the shape [${found.join(", ")}], where the experiment has [${expected.join(", ")}]`,
  tooLarge: (format: string, bytes: number) =>
    `The model takes ${bytes.toLocaleString("en-GB")} bytes, and a file of ${format} holds at most 2,147,483,647. Nothing was exported.`,

  // The check
  noSamples: () =>
    "neither the run's test images nor pictures of them are here, so there is nothing to hold it against",
  noOnnxRuntime: (variable: string, wanted: string | undefined) =>
    wanted
      ? `${variable} is ${quote(wanted)}, but there is no onnxruntime-node or onnxruntime-web in it`
      : `no ONNX Runtime is installed. bun add onnxruntime-web (139 MB) and export again, or set ${variable} to the folder of one`,
  noKeras: (variable: string, python: string) =>
    `${python} cannot import keras. Set ${variable} to a Python that can, and export again`,
  differs: (file: string, runtime: string, images: number, difference: number) =>
    Number.isNaN(difference)
      ? `${file} was not written: ${runtime} gives something else than a probability for each class of ${count(images, "image")}. This is a mistake in Lamina; please report it.`
      : `${file} was not written: in ${runtime} its probabilities differ by up to ${difference.toExponential(1)} from those of the run, on ${count(images, "image")}. This is a mistake in Lamina, or the run's weights are no longer those that made its predictions.`,
  cannotRun: (runtime: string, complaint: string) =>
    `${runtime} cannot run the exported model, so nothing was written. It says: ${complaint || "nothing"}`,
};
