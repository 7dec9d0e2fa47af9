import { type ImageRecord, leakKinds, type LeakRecord, splits } from "../../layout.ts";
import { byCodeUnit } from "../source/walk.ts";

/**
 * Images whose file is, to the byte, one of others that need not be there any more.
 * @param known by whose hashes they are looked for
 * @returns as findLeaks: the same picture in two splits, and under two labels
 */
export function leaksByContent(
  images: readonly ImageRecord[],
  known: readonly ImageRecord[],
): LeakRecord[] {
  const byHash = Map.groupBy(known, ({ sha256 }) => sha256);
  return images.flatMap((image): LeakRecord[] => {
    const same = byHash.get(image.sha256);
    if (!same) return [];
    const all = [image, ...same];
    const labels = [...new Set(all.map(({ label }) => label))].toSorted(byCodeUnit);
    const found = {
      splits: splits.filter((split) => all.some((one) => one.split === split)),
      labels,
      files: all.map(({ file }) => file),
    };
    return [
      { kind: "same-pixels", ...found },
      ...(labels.length > 1 ? [{ kind: "two-labels" as const, ...found }] : []),
    ];
  });
}

/** By kind, then file. */
export function inOrder(leaks: readonly LeakRecord[]): LeakRecord[] {
  return leaks.toSorted(
    (a, b) =>
      leakKinds.indexOf(a.kind) - leakKinds.indexOf(b.kind) || byCodeUnit(a.files[0]!, b.files[0]!),
  );
}
