import type { Split } from "../../layout.ts";

/** A file of an experiment with its place in it. */
export interface ImageFile {
  /** Of one that is dealt out: as if every file could be used, until that is known. */
  split: Split;
  /** Whether `data.split` says where it goes, and not its folder or its table. */
  isDrawn?: boolean;
  /** Position in `classes`. */
  label: number;
  /** Path from the folder of all images, with forward slashes: the same wherever the data lie. */
  file: string;
  /** Path from the split's folder, or from that of the table's images. */
  name: string;
  /** What must stay together, e.g. a patient. */
  group?: string;
  /** What the table of labels says of it in further columns, by their names; "" where it says nothing. */
  columns?: Record<string, string>;
  /** Where the bytes are: a followed link is resolved. */
  absolutePath: string;
}
