import { messages } from "./messages.ts";
import { systemReason } from "../system-error.ts";

/** What became of standard output. */
export interface OutputState {
  /** Why not all of it arrived, where the reader has not simply seen enough. */
  failure: string | null;
}

/** The reader has gone: `head` has its lines, a terminal was closed. */
const gone: ReadonlySet<string | undefined> = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED"]);

/**
 * Keeps a command going whatever becomes of the screen: a run is not given up because nobody looks at it. What cannot be
 * written is dropped.
 */
export function watchOutput(): OutputState {
  const state: OutputState = { failure: null };
  const watch = (stream: NodeJS.WriteStream, name: string) =>
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (!gone.has(error.code))
        state.failure ??= messages.outputRefuses(name, systemReason(error));
    });
  watch(process.stdout, "Standard output");
  // Nobody is left to be told of a standard error that cannot be written.
  process.stderr.on("error", () => undefined);
  return state;
}

/**
 * Writes, and waits until a reader that is slower has taken it: what is not taken is kept in memory.
 * @returns whether there still is a reader
 */
export async function drained(stream: NodeJS.WriteStream, text: string): Promise<boolean> {
  if (text === "") return true;
  return new Promise((resolve) => {
    const isTaken = stream.write(text, (error) => resolve(!error));
    if (isTaken) resolve(true);
  });
}
