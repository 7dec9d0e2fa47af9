import { beginningOf } from "./header-of-file.ts";
import { countingTags, type FrameCount, ONE_IMAGE, possibleFrames } from "./possible-frames.ts";

/** Reads the header alone. What is wrong with a file is told when its pixels are read: until then it is one image. */
export async function countFrames(path: string): Promise<FrameCount> {
  const found = await beginningOf(path, countingTags, async (header, { size }) =>
    possibleFrames(header, size),
  );
  return found && "frames" in found ? found : ONE_IMAGE;
}
