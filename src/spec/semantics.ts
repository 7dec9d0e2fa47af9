import { augmentProblems, preprocessProblems } from "./image-semantics.ts";
import { messages } from "../messages.ts";
import { nearest } from "../nearest.ts";
import type { Split } from "../run/layout.ts";
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
    ...(data.augment ? augmentProblems(data, data.augment) : []),
  ];
}

/** What does not go together with the images. @param files each with the split that it is in */
export function evaluateProblems(
  { weights, positiveClass, sensitivity }: ResolvedExperiment["evaluate"],
  { classes, files }: { classes: readonly string[]; files: readonly { split: Split }[] },
): Problem[] {
  const problems: Problem[] = [];
  const at = (key: string, message: string) => problems.push({ path: ["evaluate", key], message });
  if (weights === "best" && !files.some(({ split }) => split === "validation"))
    at("weights", messages.bestWithoutValidation());
  const isPair = classes.length === 2;
  if (positiveClass !== null && !isPair)
    at("positiveClass", messages.needsTwoClasses("positiveClass", classes.length));
  else if (positiveClass !== null && !classes.includes(positiveClass))
    at(
      "positiveClass",
      messages.noSuchClass(positiveClass, classes, nearest(positiveClass, classes)),
    );
  if (sensitivity !== null && !isPair)
    at("sensitivity", messages.needsTwoClasses("sensitivity", classes.length));
  return problems;
}

export function trainProblems({ optimizer }: ResolvedExperiment["train"]): Problem[] {
  if (!optimizer.sgd?.nesterov || optimizer.sgd.momentum > 0) return [];
  return [
    {
      path: ["train", "optimizer", "sgd", "nesterov"],
      message: messages.nesterovWithoutMomentum(),
    },
  ];
}
