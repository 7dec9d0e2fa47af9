/**
 * Threads by the web's own Worker, which is there in 3 ms: one of node:worker_threads takes 15, for streams and events
 * that no thread here has a use for.
 */

import { errorFromText } from "./system-error.ts";

declare const self: Worker;

export interface ThreadEvents<Message> {
  /** Told what the thread posts by `tell`. */
  onMessage: (message: Message) => void;
  /** Told what the thread does not catch. */
  onError: (error: Error) => void;
}

/**
 * @param script calls `serve`
 * @param start what it is begun with. What is posted to the thread afterwards are its orders
 * @param isAwaited whether the process waits for its end
 */
export function startThread<Message>(
  script: URL,
  start: unknown,
  { onMessage, onError }: ThreadEvents<Message>,
  isAwaited = true,
): Worker {
  const thread = new Worker(script, { ref: isAwaited });
  thread.addEventListener("message", ({ data }: MessageEvent<Message>) => onMessage(data));
  thread.addEventListener("error", ({ message }) => onError(errorFromText(message)));
  thread.postMessage(start);
  return thread;
}

/**
 * In a thread's script: begins with what it is started with, and then does one order after the other.
 * @param begin what it throws, or an order does, ends the thread with an error
 */
export function serve<Start, Order>(
  begin: (start: Start) => (order: Order) => Promise<void>,
): void {
  let work: ((order: Order) => Promise<void>) | undefined;
  let last = Promise.resolve();
  self.addEventListener("message", ({ data }: MessageEvent) => {
    if (work) last = last.then(() => work!(data)).catch(endWith);
    else work = begin(data);
  });
}

/** Only the text of an error reaches the other thread: it is given what a report of it needs. */
function endWith(error: Error): never {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  throw new Error([`${error.name}: ${error.message}`, ...frames].join("\n"));
}

/** In a thread's script: posts a message to the thread that started it. */
export function tell(message: unknown, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}
