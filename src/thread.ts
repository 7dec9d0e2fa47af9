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
  events: ThreadEvents<Message>,
  isAwaited = true,
): Worker {
  const thread = new Worker(script, { ref: isAwaited });
  listen(thread, events);
  thread.postMessage(start);
  return thread;
}

/** @returns ends it */
function listen<Message>(
  thread: Worker,
  { onMessage, onError }: ThreadEvents<Message>,
): () => void {
  const message = ({ data }: MessageEvent<Message>) => onMessage(data);
  const error = ({ message: text }: ErrorEvent) => onError(errorFromText(text));
  thread.addEventListener("message", message);
  thread.addEventListener("error", error);
  return () => {
    thread.removeEventListener("message", message);
    thread.removeEventListener("error", error);
  };
}

/** Posted to a thread that is to let go of what it was begun with. What is posted next begins it again. */
const REST = "rest";

/**
 * Threads of one script that stay when their work is done, for whoever needs some next: a new one would compile the same
 * code again. The process waits for the end of none.
 */
export class KeptThreads {
  readonly #resting: Worker[] = [];
  readonly #working = new Map<Worker, () => void>();

  /** @param script calls `serve` */
  constructor(private readonly script: URL) {}

  /** As `startThread`. */
  start<Message>(start: unknown, events: ThreadEvents<Message>): Worker {
    const thread = this.#resting.pop() ?? new Worker(this.script, { ref: false });
    this.#working.set(thread, listen(thread, events));
    thread.postMessage(start);
    return thread;
  }

  /** @param isWell whether the thread has done all its orders: otherwise it ends */
  release(thread: Worker, isWell: boolean): void {
    this.#working.get(thread)?.();
    this.#working.delete(thread);
    if (!isWell) return void thread.terminate();
    thread.postMessage(REST);
    this.#resting.push(thread);
  }
}

/** Does an order. */
interface Work<Order> {
  (order: Order): Promise<void>;
  /** Lets go of what a thread that is kept was begun with. */
  rest?: () => void;
}

/**
 * In a thread's script: begins with what it is started with, and then does one order after the other.
 * @param begin what it throws, or an order does, ends the thread with an error
 */
export function serve<Start, Order>(begin: (start: Start) => Work<Order>): void {
  let work: Work<Order> | undefined;
  let last = Promise.resolve();
  self.addEventListener("message", ({ data }: MessageEvent) => {
    if (data === REST) {
      work?.rest?.();
      work = undefined;
    } else if (work) last = last.then(() => work!(data)).catch(endWith);
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
