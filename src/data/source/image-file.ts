import { type Split, splits } from "../../layout.ts";
import { frameIn } from "../../frame-names.ts";
import { byCodeUnit } from "./walk.ts";

/** A file of an experiment with its place in it. */
export interface ImageFile {
  /** Of one that is dealt out: as if every file could be used, until that is known. */
  split: Split;
  /** Whether `data.split` says where it goes, and not its folder or its table. */
  isDrawn?: boolean;
  /** Position in `classes`. */
  label: number;
  /** Path from the folder of all images, with forward slashes: the same wherever the data lie. Of a frame see `framed`. */
  file: string;
  /** Path from the split's folder, or from that of the table's images. */
  name: string;
  /** What must stay together, e.g. a patient. */
  group?: string;
  /** What the table of labels says of it in further columns, by their names; "" where it says nothing. */
  columns?: Record<string, string>;
  /** Where the bytes are: a followed link is resolved. */
  absolutePath: string;
  /** Of a file whose frames are an image each: which one, from 1. */
  frame?: number;
}

/** By split, then file; the frames of a file by their numbers. */
export function inOrder(
  a: Pick<ImageFile, "split" | "file" | "frame">,
  b: Pick<ImageFile, "split" | "file" | "frame">,
): number {
  return (
    splits.indexOf(a.split) - splits.indexOf(b.split) ||
    byCodeUnit(ownName(a), ownName(b)) ||
    (a.frame ?? 0) - (b.frame ?? 0)
  );
}

/** Of the file that an image is in. */
export function ownName({ file, frame }: Pick<ImageFile, "file" | "frame">): string {
  return frame === undefined ? file : frameIn(file)!.file;
}
