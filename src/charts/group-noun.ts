import type { ResolvedExperiment } from "../spec/resolved.ts";

/**
 * What a group is called: a patient, where its column or the expression that finds it says so, and a file, where nothing
 * says what belongs together but that frames are of one file.
 */
export function groupNoun(data: ResolvedExperiment["data"]): "patient" | "file" | "group" {
  const source = groupSource(data);
  if (source === null && data.dicom.frame === "all") return "file";
  return /patient|subject/i.test(source ?? "") ? "patient" : "group";
}

/** The column, the expression or the element of the DICOM header that groups are found by. */
export function groupSource({ labels, split }: ResolvedExperiment["data"]): string | null {
  const group = split?.group ?? null;
  return (
    labels?.columns.group ??
    (group !== null && typeof group === "object" ? `DICOM ${group.dicom}` : group)
  );
}
