import type { DataRecord, ImageRecord } from "../layout.ts";

export const dataChangeKinds = [
  "added",
  "removed",
  "relabelled",
  "re-split",
  "regrouped",
  "described otherwise",
  "changed",
  "moved",
] as const;
/**
 * relabelled, re-split, regrouped, described otherwise: the same image with another class, in another split, of another group,
 * with another value in a column that both runs have. changed:
 * the file holds another image. moved: the same image under another name, and nothing else.
 */
export type DataChangeKind = (typeof dataChangeKinds)[number];

/** What became of one image. An image that was given another class in another split is of two kinds. */
export interface DataChange {
  kinds: DataChangeKind[];
  a: ImageRecord | null;
  b: ImageRecord | null;
  /** Why the file is left out in the run that has no such image, where it is there and cannot be used. */
  excluded: string | null;
}

/**
 * What differs between the images of two runs. An image is the same one when the file is, otherwise when its content
 * is: a class or a split that is a folder changes by moving the file.
 */
export function compareData(first: DataRecord, second: DataRecord): DataChange[] {
  const isMoved = first.folder !== second.folder;
  const [a, b] = isMoved ? [fromTheirFolder(first), fromTheirFolder(second)] : [first, second];
  const changes: DataChange[] = [];
  const inB = new Map(b.images.map((image) => [image.file, image]));
  const left: ImageRecord[] = [];
  for (const image of a.images) {
    const same = inB.get(image.file);
    if (same) changes.push(changeOf(image, same));
    else left.push(image);
    inB.delete(image.file);
  }
  const byContent = Map.groupBy(inB.values(), ({ sha256 }) => sha256);
  const [reasonsInA, reasonsInB] = [reasons(a), reasons(b)];
  for (const image of left) {
    const moved = byContent.get(image.sha256)?.shift();
    if (moved) inB.delete(moved.file);
    changes.push(moved ? changeOf(image, moved) : gone(image, reasonsInB));
  }
  for (const image of inB.values()) changes.push(come(image, reasonsInA));
  return changes.filter(({ kinds }) => kinds.length > 0).toSorted(byKindAndFile);
}

/** Paths from the innermost folder that all images are in: the same wherever that is, and whatever a run noted it as. */
function fromTheirFolder(record: DataRecord): DataRecord {
  const [first, ...others] = record.images.map(({ file }) => file.split("/").slice(0, -1));
  const shared = others.reduce((above, folders) => {
    const end = above.findIndex((name, index) => name !== folders[index]);
    return end === -1 ? above : above.slice(0, end);
  }, first ?? []);
  const length = shared.reduce((sum, name) => sum + name.length + 1, 0);
  const cut = <Item extends { file: string }>(one: Item) => ({
    ...one,
    file: one.file.slice(length),
  });
  return { ...record, images: record.images.map(cut), excluded: record.excluded.map(cut) };
}

function changeOf(a: ImageRecord, b: ImageRecord): DataChange {
  const kinds = (
    [
      ["relabelled", a.label !== b.label],
      ["re-split", a.split !== b.split],
      ["regrouped", a.group !== b.group],
      ["described otherwise", isOtherwise(a.columns, b.columns)],
      ["changed", a.sha256 !== b.sha256],
    ] as const
  ).flatMap(([kind, isSo]) => (isSo ? kind : []));
  return {
    kinds: kinds.length === 0 && a.file !== b.file ? ["moved"] : kinds,
    a,
    b,
    excluded: null,
  };
}

/** Whether a column that both have is of another value. */
function isOtherwise(a: ImageRecord["columns"] = {}, b: ImageRecord["columns"] = {}): boolean {
  return Object.keys(a).some((name) => Object.hasOwn(b, name) && a[name] !== b[name]);
}

/** Why each file was left out. */
type Reasons = ReadonlyMap<string, string>;

function reasons({ excluded }: DataRecord): Reasons {
  return new Map(excluded.map(({ file, reason }) => [file, reason]));
}

function gone(image: ImageRecord, inB: Reasons): DataChange {
  return { kinds: ["removed"], a: image, b: null, excluded: inB.get(image.file) ?? null };
}

function come(image: ImageRecord, inA: Reasons): DataChange {
  return { kinds: ["added"], a: null, b: image, excluded: inA.get(image.file) ?? null };
}

function byKindAndFile(a: DataChange, b: DataChange): number {
  const kind = ({ kinds }: DataChange) => dataChangeKinds.indexOf(kinds[0]!);
  const file = (change: DataChange) => (change.a ?? change.b)!.file;
  return kind(a) - kind(b) || (file(a) < file(b) ? -1 : 1);
}
