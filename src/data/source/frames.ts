import { framed } from "../../frame-names.ts";
import { eachConcurrently } from "../concurrency.ts";
import type { Unusable } from "../decode/verdict.ts";
import { countFrames } from "../dicom/frame-count.ts";
import { type FrameCount, ONE_IMAGE, whyAbsent } from "../dicom/possible-frames.ts";
import { ownName } from "./image-file.ts";
import { messages } from "./messages.ts";
import { byCodeUnit } from "./walk.ts";

/** A file, and its frame where it is one of several that are an image each. */
interface Framed {
  /** As it is told, and as a split draws it. */
  file: string;
  name?: string;
  absolutePath: string;
  frame?: number;
  /** Why it is not opened. */
  why?: Unusable;
}

export interface InFrames<File> {
  /** In the order of the files, the frames of each in its place and in their order. */
  files: File[];
  /** Frames that their files announce and that are not looked for: the first of each file, in the place of all. */
  absent: { file: File; why: Unusable }[];
  /** Whether any file has several. */
  isAny: boolean;
  /** Names of files that say they have no frame; they have one, as every other file. */
  empty: string[];
  /** Names that a frame and a file both have. */
  ambiguous: string[];
}

/**
 * Puts the frames of files with several in their files' place, each as an image with the file's label and all else that
 * holds of the file. The headers alone are read.
 */
export async function inFrames<File extends Framed>(
  files: readonly File[],
): Promise<InFrames<File>> {
  const counts: FrameCount[] = [];
  await eachConcurrently(files, async ({ absolutePath, frame, why }, index) => {
    const isOpened = frame === undefined && why === undefined;
    counts[index] = isOpened ? await countFrames(absolutePath) : ONE_IMAGE;
  });
  const found: InFrames<File> = { files: [], absent: [], isAny: false, empty: [], ambiguous: [] };
  const names = new Set(files.map(({ file }) => file));
  for (const [index, file] of files.entries()) {
    const { frames, possible, saysNone } = counts[index]!;
    if (saysNone) found.empty.push(file.file);
    found.isAny ||= frames !== 1 || file.frame !== undefined;
    if (frames === 1) {
      found.files.push(file);
      continue;
    }
    for (let frame = 1; frame <= possible; frame++) {
      const image = frameOf(file, frame);
      if (names.has(image.file)) found.ambiguous.push(image.file);
      found.files.push(image);
    }
    const why = whyAbsent(counts[index]!);
    if (why) found.absent.push({ file: frameOf(file, possible + 1), why });
  }
  return found;
}

/** The frame that a row of a table names, by the name that it has where all of a file's are images. */
function withFrameName<File extends Framed>(file: File): File {
  return file.frame === undefined ? file : frameOf(file, file.frame);
}

function frameOf<File extends Framed>(file: File, frame: number): File {
  const name = file.name === undefined ? {} : { name: framed(file.name, frame) };
  return { ...file, file: framed(file.file, frame), ...name, frame };
}

/**
 * The images of files: each frame of its own, by its name.
 * @param isGrouped whether anything says what belongs together; otherwise the frames of a file do
 * @returns `problem`: what keeps them from being used, null where nothing does
 */
export async function eachFrame<File extends Framed & { group?: string }>(
  files: readonly File[],
  isGrouped: boolean,
): Promise<
  Pick<InFrames<File>, "files" | "absent"> & { warnings: string[]; problem: string | null }
> {
  const found = await inFrames(files.map(withFrameName));
  const { absent, empty, ambiguous, isAny } = found;
  return {
    files: isAny && !isGrouped ? groupedByFile(found.files) : found.files,
    absent,
    warnings: empty.length > 0 ? [messages.framesOfNone(empty.toSorted(byCodeUnit))] : [],
    problem: ambiguous.length > 0 ? messages.frameNames(ambiguous) : null,
  };
}

/** Images that nobody gave a group are of their file's. */
function groupedByFile<File extends Framed & { group?: string }>(files: readonly File[]): File[] {
  return files.map((file) => ({ ...file, group: file.group ?? ownName(file) }));
}
