import { type ImageRecord, leakKinds, type LeakRecord, type Split, splits } from "../../layout.ts";
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
    const found = describeImages([image, ...same]);
    return [
      { kind: "same-pixels", ...found },
      ...(found.labels.length > 1 ? [{ kind: "two-labels" as const, ...found }] : []),
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

/**
 * What is left of leaks without some images.
 * @param images all that they name
 */
export function leaksWithout(
  leaks: readonly LeakRecord[],
  images: readonly ImageRecord[],
  isLeftOut: (file: string) => boolean,
): LeakRecord[] {
  const byFile = new Map(images.map((image) => [image.file, image]));
  return leaks.flatMap((leak) => {
    const files = leak.files.filter((file) => !isLeftOut(file));
    if (files.length === leak.files.length) return leak;
    const { splits: among, labels } = describeImages(files.map((file) => byFile.get(file)!));
    const isLeak = leak.kind.endsWith("two-labels") ? labels.length > 1 : among.length > 1;
    return isLeak ? { ...leak, splits: among, labels, files } : [];
  });
}

/** Splits, labels and files of images that have something in common. */
export function describeImages(images: readonly ImageRecord[]) {
  const present = new Set<Split>(images.map(({ split }) => split));
  return {
    splits: splits.filter((split) => present.has(split)),
    labels: [...new Set(images.map(({ label }) => label))].toSorted(byCodeUnit),
    files: images.map(({ file }) => file),
  };
}
