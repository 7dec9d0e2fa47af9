import type { ResolvedExperiment } from "../spec/resolved.ts";

/** What a group is called: a patient, where its column or the expression that finds it says so. */
export function groupNoun({ labels, split }: ResolvedExperiment["data"]): "patient" | "group" {
  const told = labels?.columns.group ?? split?.group ?? "";
  return /patient|subject/i.test(told) ? "patient" : "group";
}
