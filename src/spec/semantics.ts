import { augmentProblems, dicomProblems, preprocessProblems } from "./image-semantics.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";
import type { Split } from "../layout.ts";
import type { Problem } from "./problem.ts";
import type { ResolvedExperiment } from "./resolved.ts";

/** What is right value by value, and still does not go together. */
export function dataProblems(data: ResolvedExperiment["data"]): Problem[] {
  const { split, labels } = data;
  const isDrawn =
    split !== null && (split.validation > 0 || split.test > 0 || split.folds !== null);
  const isInTable = labels !== null && labels.columns.split !== null;
  const nothingHeldOut = !data.validation && !data.test && !isDrawn && !isInTable;
  const { range } = data;
  const isBackwards = typeof range !== "string" && range[0] >= range[1];
  return [
    ...(isBackwards
      ? [{ path: ["data", "range"], message: messages.rangeBackwards(range[0], range[1]) }]
      : []),
    ...(nothingHeldOut ? [{ path: ["data"], message: messages.noHeldOutImages() }] : []),
    ...preprocessProblems(data),
    ...dicomProblems(data),
    ...(data.augment ? augmentProblems(data, data.augment) : []),
  ];
}

/** What does not go together with the images. @param files each with the split that it is in */
export function evaluateProblems(
  {
    weights,
    split: judged,
    positiveClass,
    sensitivity,
    specificity,
    prevalence,
    perGroup,
  }: ResolvedExperiment["evaluate"],
  { classes, files }: { classes: readonly string[]; files: readonly { split: Split }[] },
): Problem[] {
  const problems: Problem[] = [];
  const at = (key: string, message: string) => problems.push({ path: ["evaluate", key], message });
  if (weights === "best" && !files.some(({ split }) => split === "validation"))
    at("weights", messages.bestWithoutValidation());
  if (judged !== undefined && !files.some(({ split }) => split === judged))
    at("split", messages.noSuchSplit(judged));
  const isPair = classes.length === 2;
  if (positiveClass !== null && !isPair)
    at("positiveClass", messages.needsTwoClasses("positiveClass", classes.length));
  else if (positiveClass !== null && !classes.includes(positiveClass))
    at(
      "positiveClass",
      messages.noSuchClass(positiveClass, classes, nearest(positiveClass, classes)),
    );
  const ofPairs = { sensitivity, specificity, prevalence };
  for (const [key, wanted] of Object.entries(ofPairs))
    if (wanted !== null && !isPair) at(key, messages.needsTwoClasses(key, classes.length));
  if (perGroup === "max" && !isPair)
    at("perGroup", messages.needsTwoClasses("perGroup: max", classes.length));
  if (sensitivity !== null && specificity !== null) at("specificity", messages.oneThreshold());
  return problems;
}

type TrainSettings = ResolvedExperiment["train"];

export function trainProblems(train: TrainSettings): Problem[] {
  const { optimizer, classWeights, sampling } = train;
  const problems = scheduleProblems(train);
  const at = (path: string[], message: string) =>
    problems.push({ path: ["train", ...path], message });
  if (optimizer.sgd?.nesterov && optimizer.sgd.momentum === 0)
    at(["optimizer", "sgd", "nesterov"], messages.nesterovWithoutMomentum());
  if (classWeights !== null && sampling === "balanced") at(["sampling"], messages.correctedTwice());
  return problems;
}

export function engineProblems({ recorded, precision }: ResolvedExperiment["engine"]): Problem[] {
  const isMixed = precision === "mixed_bfloat16";
  const path = ["engine", "precision"];
  return isMixed && !recorded ? [{ path, message: messages.mixedUnrecorded() }] : [];
}

/** A schedule that the training is too short for, or that would not fall. */
function scheduleProblems({ schedule, optimizer, epochs }: TrainSettings): Problem[] {
  const problems: Problem[] = [];
  const at = (name: keyof TrainSettings["schedule"], key: string, message: string) =>
    problems.push({ path: ["train", "schedule", name, key], message });
  const { learningRate } = Object.values(optimizer)[0]!;
  const { step, cosine, plateau } = schedule;
  if (step && step.every >= epochs) at("step", "every", messages.neverFalls(epochs));
  if (cosine && cosine.warmup >= epochs)
    at("cosine", "warmup", messages.warmupTooLong(cosine.warmup, epochs));
  if (cosine && cosine.final > learningRate)
    at("cosine", "final", messages.finalAboveRate(cosine.final, learningRate));
  if (plateau && plateau.final > learningRate)
    at("plateau", "final", messages.finalAboveRate(plateau.final, learningRate));
  // The first epoch is the best so far, and after the last one nothing is trained.
  if (plateau && Math.max(1, plateau.patience) + 1 >= epochs)
    at("plateau", "patience", messages.neverFalls(epochs));
  return problems;
}

/** What does not go together with the images. @param files each with the split that it is in */
export function trainProblemsWithImages(
  { classWeights, schedule, earlyStopping }: TrainSettings,
  { classes, files }: { classes: readonly string[]; files: readonly { split: Split }[] },
): Problem[] {
  const weighted = typeof classWeights === "object" ? Object.keys(classWeights ?? {}) : [];
  const hasValidation = files.some(({ split }) => split === "validation");
  return [
    ...weighted
      .filter((name) => !classes.includes(name))
      .map((name) => ({
        path: ["train", "classWeights", name],
        message: messages.noSuchClass(name, classes, nearest(name, classes)),
      })),
    ...(schedule.plateau && !hasValidation
      ? [{ path: ["train", "schedule", "plateau"], message: messages.plateauWithoutValidation() }]
      : []),
    ...(earlyStopping && !hasValidation
      ? [{ path: ["train", "earlyStopping"], message: messages.stoppingWithoutValidation() }]
      : []),
  ];
}
