import sharp from "sharp";
import type { ImageFile } from "../source/image-file.ts";
import type { ScanContext } from "./context.ts";
import { look } from "./look.ts";
import type { Outcome } from "./outcome.ts";
import { readFiles } from "./read-files.ts";
import { Scan } from "./scan.ts";
import type { Unknown } from "./unknown.ts";

type ScannedFile = Pick<ImageFile, "absolutePath" | "frame">;

/** Files between two looks at what else there is to do, such as a signal. */
const FILES_A_BREATH = 500;

/**
 * Finds out what each file is. Those that were read before, by this run or another, are known by their size, times and
 * inode and not even opened; a content that was decoded before, under whatever name, is not decoded again.
 *
 * @returns in the order of `files`; equal contents share one outcome
 */
export async function scanFiles(
  files: readonly ScannedFile[],
  context: ScanContext,
): Promise<Outcome[]> {
  const read = await lookAtFiles(files, context);
  return read();
}

/**
 * The first half of `scanFiles`: what is known without opening a file. It may be done while another scan reads.
 * @returns the second half
 */
export async function lookAtFiles(
  files: readonly ScannedFile[],
  context: ScanContext,
): Promise<() => Promise<Outcome[]>> {
  // Many images at once keep the processors busier than many threads on each, and no image is seen twice.
  sharp.concurrency(1);
  sharp.cache(false);
  const { cache } = context;
  const outcomes = Array.from<Outcome>({ length: files.length });
  const scan = new Scan(context);
  const unknown: Unknown[] = [];
  const tell = (index: number, outcome: Outcome) => {
    outcomes[index] = outcome;
    context.step();
  };
  const lookAt = (index: number) => {
    const { absolutePath: path, frame } = files[index]!;
    const { outcome, ...looked } = look(scan, path, frame);
    if (outcome) return tell(index, outcome);
    unknown.push({ index, path, frame, ...looked });
    scan.decoders.expect(path, looked.bytes);
  };
  const end = () => {
    scan.close();
    // What was decoded before the scan was stopped is not lost.
    cache.flush();
  };
  try {
    for (let start = 0; start < files.length; start += FILES_A_BREATH) {
      const stop = Math.min(start + FILES_A_BREATH, files.length);
      cache.together(() => {
        for (let index = start; index < stop; index++) lookAt(index);
      });
      // While they start the rest is looked at.
      await scan.decoders.startThreads();
      await new Promise(setImmediate);
    }
  } catch (error) {
    end();
    throw error;
  }
  return async () => {
    try {
      await readFiles(scan, unknown, tell);
      return outcomes;
    } finally {
      end();
    }
  };
}
