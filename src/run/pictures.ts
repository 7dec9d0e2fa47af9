import { join } from "node:path";
import { readRegular, readText } from "../regular-file.ts";
import { RunError } from "../errors.ts";
import { messages } from "./messages.ts";
import { files, type Pictures } from "../layout.ts";
import { parsePictures } from "./records.ts";
import { systemReason } from "../system-error.ts";

/** Larger is none that Lamina paints, and would make a report that nobody can open. */
const MOST_BYTES = 1_000_000;

/**
 * The pictures that were made while a run had its images and its network; null where there are none, such as in a run
 * that was taken from git.
 *
 * @throws RunError naming a file that is damaged
 */
export async function readPictures(folder: string): Promise<Pictures | null> {
  const list = join(folder, files.pictures, "pictures.json");
  const text = await readText(list).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new RunError(messages.runFileUnreadable(list, systemReason(error)));
  });
  if (text === null) return null;
  const record = parsePictures(text, list);
  const content = new Map<string, Uint8Array>();
  const names = [
    ...[...record.mistakes, ...(record.right ?? [])].flatMap(({ picture, gradCam }) => [
      picture,
      gradCam,
    ]),
    record.filters?.picture ?? null,
    record.augmentation?.picture ?? null,
  ];
  for (const name of names) if (name !== null) content.set(name, await readPicture(folder, name));
  return { record, content };
}

async function readPicture(folder: string, name: string): Promise<Uint8Array> {
  const file = join(folder, files.pictures, name);
  if (!/^[\w-]+\.png$/.test(name)) throw new RunError(messages.notAPicture(file));
  const bytes = await readRegular(file, MOST_BYTES).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EOVERFLOW") throw new RunError(messages.notAPicture(file));
    throw new RunError(
      error.code === "ENOENT"
        ? messages.runFileMissing(file)
        : messages.runFileUnreadable(file, systemReason(error)),
    );
  });
  const isPng = bytes.subarray(1, 4).toString("latin1") === "PNG";
  if (!isPng) throw new RunError(messages.notAPicture(file));
  return bytes;
}
