import { framed } from "../../frame-names.ts";
import { eachConcurrently } from "../concurrency.ts";
import { isSettled, readBytes } from "../file.ts";
import { sha256Of } from "../hash.ts";
import type { Outcome } from "./outcome.ts";
import type { Scan } from "./scan.ts";

/**
 * Reads a file once and decodes some of its frames.
 * @param done told of each, in any order
 */
export async function readFrames(
  { context: { cache, nowMs }, contents, decoders, signal }: Scan,
  path: string,
  frames: readonly number[],
  done: (at: number, outcome: Outcome) => void,
): Promise<void> {
  const startedMs = nowMs();
  const file = await readBytes(path);
  if (!("bytes" in file)) return frames.forEach((_, at) => done(at, file));
  const sha256 = sha256Of(file.bytes);
  if (file.stamp !== null && isSettled(file.stamp, startedMs))
    cache.rememberHash(path, file.stamp, sha256);
  const decode = await decoders.framesOf(file.bytes, sha256);
  const readOne = async (frame: number, at: number) => {
    signal.throwIfAborted();
    const outcome = await contents.findOut(framed(sha256, frame), framed(path, frame), () =>
      decode(frame),
    );
    done(at, outcome);
  };
  await eachConcurrently(frames, readOne, decoders.pool?.leastUseful ?? 1);
}
