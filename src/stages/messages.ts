import { byteSize, count, quote } from "../wording.ts";

/** What Lamina says about the stages of a run, so that a test can name it and a reader can weigh it. */
export const messages = {
  // What computes
  gpuMissing: (fault: string) =>
    `engine.device: there is no GPU to compute on: ${fault}. auto takes the CPU then.`,
  gpuUnused: (gpu: string, fault: string) =>
    `The CPU computes, not the ${gpu}: ${fault}. engine.device: cpu says that it is meant so.`,

  gpuFull: ({
    gpu,
    layer,
    shape,
    bytes,
    batchSize,
    fits,
  }: {
    gpu: { name: string; memoryBytes: number };
    layer: string;
    shape: readonly number[];
    bytes: number;
    batchSize: number;
    fits: number | null;
  }) =>
    [
      `A step does not fit into the GPU: ${gpu.name} has ${byteSize(gpu.memoryBytes)}.`,
      `The largest output is that of ${layer}, [${shape.join(", ")}]: ${byteSize(bytes)} for ${count(batchSize, "image")}.`,
      fits === null
        ? "By its layers not even one image fits: set a smaller data.targetSize, or shrink the images earlier."
        : `By its layers data.batchSize: ${fits} fits, if no other program uses the GPU; train.accumulate adds up the gradients of several batches.`,
    ].join("\n"),

  // Training and the run
  bestWeightsSaved: (what: string, epoch: number) =>
    `${what} The weights of epoch ${epoch}, the best so far, are in model/ of the run.`,
  notRecorded: (reason: string, isMixed: boolean) =>
    `The step runs operation by operation, which is slower${isMixed ? ", and in float32" : ""}: it cannot be recorded, because ${reason}.`,
  bfloat16Slow: () =>
    "This machine's processor does not compute in bfloat16 (AVX512_BF16 or AMX): engine.precision: mixed_bfloat16 is slower here than float32.",
  everyStepAugmented: () =>
    "Images are augmented, so they go through the layers of model.base at every step, though none of these is trained: without data.augment each would do so once, for all epochs and runs.",
  everyStepTooLarge: (needed: string, most: string) =>
    `Images go through the layers of model.base at every step, though none of these is trained: what they become there would take ${needed} of memory, and ${most} is the most. Put globalPool behind the base.`,
  interrupted: (run: string, isKept: boolean) =>
    isKept
      ? `Stopped. To go on from here: exp resume ${run}`
      : `Stopped. ${run} is not a finished run.`,
  checkpointDamaged: (name: string, hasOlder: boolean) =>
    `The checkpoint ${name} is damaged and is skipped; ${hasOlder ? "training continues from the one before it" : "there is no other, so training starts over"}.`,
  checkpointOfAnother: () =>
    "The checkpoints in this run's folder belong to another experiment or to other images.",
  environmentChanged: (change: string) =>
    `${change}. From here on the results may have other bits than those of a run that was not interrupted.`,
  runNeverBegan: (run: string) =>
    `${run} was killed before it began: there is nothing to go on from. Run its experiment again.`,
  nothingToResume: (run: string) =>
    `${run} is finished. To train it for longer, as a new run: exp resume ${run} --epochs NUMBER`,
  runStillGoesOn: (run: string) => `${run} is still running.`,
  runIsAnother: (run: string, differences: readonly string[]) =>
    `${run} can't go on: it is no longer what it was.\n${differences.map((line) => `  ${line}`).join("\n")}\nRun the experiment again instead: exp run --from ${run}`,
  settingChanged: (name: string, before: string, now: string) =>
    `${name}: ${before} before, ${now} now`,
  weightsOfBase: () => "SHA-256 of the weights of model.base",
  imageIsAnother: (kind: string, file: string) => `image ${quote(file)} ${kind}`,
  dataRecordChanged: () =>
    "data.json: the images are the same, but what was found about them is not (skipped files, leaks, classes)",
  andMore: (number: number) => `and ${number} more`,
  verifyMissing: (file: string) => `${file} is missing.`,
  verifyDiffers: (file: string) => `${file} differs.`,
  verifyLine: (file: string, line: number) => `${file} differs from line ${line} on.`,
  verifyEpoch: (epoch: number) => `Training differs from epoch ${epoch} on (history.csv).`,
  verifySetting: (change: string) => `setting ${change}`,
  verifyEnvironment: (change: string) => `environment ${change}`,
  otherWorld: (change: string) => `${change}: the last digits may not be those of the run.`,
  leaksUnknown: (reason: string) =>
    `${reason} So it is not known whether the run has seen these images before.`,
  pictureMissing: (gone: number, all: number) =>
    `${gone} of the run's ${all} training and validation images are not where they were: the same files are found by their hashes, near copies of these are not.`,
  notFinished: (run: string) => `${run} is no finished run: it has no model to predict with.`,
  nothingToExtend: (run: string) =>
    `${run} has no checkpoint to go on from: it was made without, or its checkpoints/ were removed.`,
  stoppedBy: (signal: string | null) => `stopped by ${signal ?? "the program that began it"}`,

  // Files that are left out
  lettersWithoutFont: (letters: readonly string[]) =>
    `No font on this machine has ${letters.slice(0, 8).join(" ")}${letters.length > 8 ? " …" : ""}: the PNG charts show boxes in ${letters.length === 1 ? "its" : "their"} place. The SVG charts and the report show them wherever a font has them. Install one, such as Noto (fonts-noto-cjk, fonts-noto-color-emoji), and draw them again with exp charts.`,
};
