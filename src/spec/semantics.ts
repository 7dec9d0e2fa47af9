import { messages } from "../messages.ts";
import type { Problem } from "./problem.ts";
import type { ResolvedExperiment } from "./resolved.ts";

/** What is right value by value, and still does not go together. */
export function dataProblems(data: ResolvedExperiment["data"]): Problem[] {
  const drawn = (data.split?.validation ?? 0) + (data.split?.test ?? 0);
  const nothingHeldOut = data.validation === null && data.test === null && drawn === 0;
  return nothingHeldOut ? [{ path: ["data"], message: messages.noHeldOutImages() }] : [];
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
