import type { ResolvedExperiment } from "../spec/resolved.ts";

/** What a group is called: a patient, where its column or the expression that finds it says so. */
export function groupNoun(data: ResolvedExperiment["data"]): "patient" | "group" {
  return /patient|subject/i.test(groupSource(data) ?? "") ? "patient" : "group";
}

/** The column, the expression or the element of the DICOM header that groups are found by. */
export function groupSource({ labels, split }: ResolvedExperiment["data"]): string | null {
  const group = split?.group ?? null;
  return (
    labels?.columns.group ??
    (group !== null && typeof group === "object" ? `DICOM ${group.dicom}` : group)
  );
}
