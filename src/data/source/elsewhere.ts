import { messages } from "./messages.ts";

/** Packed files and tables in formats of other programs, by their ends, and what to do about each. */
const kinds: readonly [pattern: RegExp, what: string, instead: string][] = [
  [
    /\.(?:zip|7z|rar|tar|tgz|tar\.\w+|gz|bz2|xz|zst)$/i,
    "an archive",
    "unpack it, and name the folder",
  ],
  [/\.(?:xlsx?|xlsm|ods|numbers)$/i, "a spreadsheet", "save it as CSV (UTF-8)"],
  [
    /\.(?:parquet|feather|arrow|jsonl?|ndjson|pkl|pickle|sqlite|db)$/i,
    "a table in a format that is not read",
    "save it as CSV (UTF-8)",
  ],
  [
    /\.(?:npy|npz|h5|hdf5|mat|tfrecords?|pt|pth|lmdb)$/i,
    "an array of images",
    "save each image as a PNG file, in a folder of its class",
  ],
];

/**
 * Why what a split names can be no folder and no table, by its name alone.
 * @param written as the experiment has it
 * @returns undefined where it may be one
 */
export function elsewhere(written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) return messages.pathIsUrl(written);
  const shell = /^~(?=\/|$)|\$\{?\w+\}?|%\w+%/.exec(written);
  if (shell) return messages.pathOfShell(written, shell[0]);
  const found = kinds.find(([pattern]) => pattern.test(written));
  return found && messages.pathIsOther(written, found[1], found[2]);
}
