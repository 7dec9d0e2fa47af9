import { availableParallelism } from "node:os";
import { errorFromText } from "../../system-error.ts";
import { startThread } from "../../thread.ts";
import { decodeQuickly } from "./decode.ts";
import { bytesOfImage, type Verdict } from "./verdict.ts";
import { Answerer } from "./answerer.ts";
import type { Bundle } from "./bundle.ts";
import {
  wholeBuffers,
  type Answer,
  type BundleOrder,
  type FilePart,
  type Order,
  type OrderedImage,
  type WorkerStart,
} from "./orders.ts";

const MOST_THREADS = 16;
/** One that a thread works on, and one that waits for it. */
const LEAST_ORDERS = 2;
/** Small ones that a thread gets through before this one, busy with others' answers, has sent more. */
const MOST_ORDERS = 8;
/** Files with a thread from which on it has no more than LEAST_ORDERS: what it has ahead no other thread takes. */
const BYTES_AHEAD = 400_000;
const FILES_AN_ORDER = 12;
const BYTES_AN_ORDER = 100_000;
/** Of a file that is decoded sooner than posted. */
export const TINY_BYTES = 2000;
/** Files for sharp that this thread decodes, which has it at hand: where there are more, all threads load it. */
const FEW_FOR_SHARP = 20;

interface Task extends OrderedImage {
  resolve: (answer: Answer[number]) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  /** The oldest first, each with the bytes of its files. */
  orders: { tasks: Task[]; bytes: number }[];
  bundles: PromiseWithResolvers<Bundle>[];
}

/** Files whose images take less than this are read a bundle at a time. */
const BUNDLE_FILES = 64;
const BUNDLE_BYTES = 4_000_000;
/** Fewer are with this thread for so short a time that it soon looks at what others have sent. */
const OWN_FILES = 32;

/** Decodes images on all cores: one has this thread, which does so when the others have enough, the rest have one each. */
export class DecoderPool {
  readonly #threads: Thread[];
  readonly #queue: Task[] = [];
  #own: Answerer | undefined;
  #isAnswering = false;
  #isDispatching = false;
  #isClosed = false;
  #forSharp = 0;

  constructor(readonly start: WorkerStart) {
    const count = Math.min(MOST_THREADS, availableParallelism()) - 1;
    this.#threads = Array.from({ length: count }, () => this.#startThread());
  }

  /** Images to ask for at a time: fewer leave threads idle, */
  get leastUseful(): number {
    return (this.#threads.length + 1) * LEAST_ORDERS;
  }

  /** and more only wait. */
  get mostUseful(): number {
    return (this.#threads.length + 1) * MOST_ORDERS * FILES_AN_ORDER;
  }

  /**
   * As decodeImage.
   * @param bytes no longer to be used, unless they are shared: they are another thread's from here on
   */
  async decode(bytes: Uint8Array, part?: FilePart): Promise<Verdict> {
    if (!part && bytes.length <= TINY_BYTES) {
      const decoded = decodeQuickly(bytes, this.start.target);
      if (!("forSharp" in decoded)) return decoded;
    }
    const answer = await new Promise<Answer[number]>((resolve, reject) => {
      this.#queue.push({ bytes, part, resolve, reject });
      this.#dispatchSoon();
    });
    if ("verdict" in answer) return answer.verdict;
    if ("failure" in answer) throw errorFromText(answer.failure);
    this.#forSharp++;
    const { decodeWithSharp } = await import("./with-sharp.ts");
    const { bytes: same, forSharp } = answer.returned;
    return decodeWithSharp(same, forSharp, this.start.target);
  }

  /**
   * Reads and decodes small files on all threads, this one among them.
   *
   * @param take waited for; told where in `paths` a bundle begins. The first false ends it: what threads are at is still
   *   taken, and no more is begun
   * @returns how many were taken
   */
  async readBundles(
    paths: readonly string[],
    take: (bundle: Bundle, first: number) => Promise<boolean>,
  ): Promise<number> {
    const size = bytesOfImage(this.start.target);
    const most = Math.min(BUNDLE_FILES, Math.ceil(BUNDLE_BYTES / size));
    const arrived: { bundle: Bundle; first: number }[] = [];
    // Files that are to be read, and those that were begun.
    let end = paths.length;
    let next = 0;
    let failure: Error | undefined;
    let wake = () => {};
    const order = (thread: Thread) => {
      const first = next;
      const some = paths.slice(first, (next += most));
      const answer = Promise.withResolvers<Bundle>();
      thread.bundles.push(answer);
      thread.worker.postMessage({ paths: some } satisfies BundleOrder);
      answer.promise.then(
        (bundle) => {
          arrived.push({ bundle, first });
          wake();
        },
        (error: Error) => {
          failure = error;
          wake();
        },
      );
    };
    for (;;) {
      if (failure) throw failure;
      for (const thread of this.#threads) {
        const room = Math.min(LEAST_ORDERS - thread.bundles.length, Math.ceil((end - next) / most));
        for (let ahead = 0; ahead < room; ahead++) order(thread);
      }
      const ready = arrived.shift();
      if (ready) {
        if (!(await take(ready.bundle, ready.first))) end = Math.min(next, end);
      } else if (next < end) {
        const first = next;
        this.#own ??= new Answerer(this.start);
        const bundle = this.#own.bundle(paths.slice(first, (next += Math.min(OWN_FILES, most))));
        if (!(await take(bundle, first))) end = Math.min(next, end);
        await new Promise(setImmediate);
      } else if (this.#threads.some(({ bundles }) => bundles.length > 0))
        await new Promise<void>((resolve) => (wake = resolve));
      else if (arrived.length === 0) return Math.min(next, paths.length);
    }
  }

  /** What is not decoded yet never is. */
  close(): void {
    this.#isClosed = true;
    for (const { worker } of this.#threads) void worker.terminate();
  }

  /** Once all that asks at this moment has asked. */
  #dispatchSoon(): void {
    if (this.#isDispatching) return;
    this.#isDispatching = true;
    setImmediate(() => {
      this.#isDispatching = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    if (this.#isClosed) return;
    for (let round = 0; round < MOST_ORDERS; round++) {
      for (const { worker, orders } of this.#threads) {
        const isBusy = round >= LEAST_ORDERS && total(orders, ({ bytes }) => bytes) >= BYTES_AHEAD;
        if (orders.length > round || isBusy || this.#queue.length === 0) continue;
        const tasks = this.#nextTasks();
        const images = tasks.map(({ bytes, part }) => ({ bytes, part }));
        const files = images.map(({ bytes }) => bytes);
        // Counted now: what is posted is no longer here.
        orders.push({ tasks, bytes: total(files, ({ length }) => length) });
        const mayUseSharp = this.#forSharp > FEW_FOR_SHARP;
        worker.postMessage({ images, mayUseSharp } satisfies Order, wholeBuffers(files));
      }
    }
    if (this.#queue.length > 0 && !this.#isAnswering) void this.#answer();
  }

  /** Decodes one image here. What the threads have sent meanwhile is looked at before the next. */
  async #answer(): Promise<void> {
    this.#isAnswering = true;
    const { bytes, part, resolve, reject } = this.#queue.shift()!;
    try {
      this.#own ??= new Answerer(this.start);
      const [answer] = await this.#own.answer({ images: [{ bytes, part }], mayUseSharp: true });
      resolve(answer!);
    } catch (error) {
      reject(error as Error);
    }
    this.#isAnswering = false;
    if (this.#queue.length > 0) this.#dispatchSoon();
  }

  #nextTasks(): Task[] {
    let count = 0;
    let bytes = 0;
    while (count < FILES_AN_ORDER && count < this.#queue.length && bytes < BYTES_AN_ORDER)
      bytes += this.#queue[count++]!.bytes.length;
    return this.#queue.splice(0, count);
  }

  #startThread(): Thread {
    const orders: Thread["orders"] = [];
    const bundles: Thread["bundles"] = [];
    const worker = startThread(new URL("./worker.ts", import.meta.url), this.start, {
      onMessage: (answers: Answer | Bundle) => {
        if ("images" in answers) return bundles.shift()!.resolve(answers);
        const { tasks } = orders.shift()!;
        for (const [index, answer] of answers.entries()) tasks[index]!.resolve(answer);
        if (this.#queue.length > 0) this.#dispatchSoon();
      },
      // A thread that has ended answers no more: nothing goes on without it.
      onError: (error) => {
        const lost = [
          ...this.#queue.splice(0),
          ...this.#threads.flatMap((thread) => thread.orders.flatMap(({ tasks }) => tasks)),
          ...this.#threads.flatMap((thread) => thread.bundles),
        ];
        for (const { reject } of lost) reject(error);
      },
    });
    return { worker, orders, bundles };
  }
}

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
