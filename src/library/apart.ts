import { join } from "node:path";
import type { Subprocess } from "bun";
import { RunError } from "../errors.ts";
import { messages } from "./messages.ts";
import { type Answers, type FromProcess, type Order, receivedError } from "./protocol.ts";
import type { Prediction, Progress } from "./types.ts";

/** What comes of an order, told while it is done. */
interface Listener {
  onProgress?: ((progress: Progress) => void) | undefined;
  onBatch?: (batch: Prediction[]) => void;
  signal?: AbortSignal | undefined;
}

interface Pending extends Listener {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  /** What a function of the caller threw. */
  fault?: { error: unknown };
}

/**
 * A process that has TensorFlow: it takes the threads, the memory and the settings of a whole process, and gives none of them
 * back before that ends. Nothing of the caller's process is changed, and it never waits for a step.
 */
export class Apart implements AsyncDisposable {
  readonly #child: Subprocess<"ignore", "ignore", "ignore">;
  #pending: Pending | null = null;

  constructor() {
    this.#child = Bun.spawn([process.execPath, join(import.meta.dir, "worker.ts")], {
      stdin: "ignore",
      stdout: "ignore",
      stderr: "ignore",
      // Ctrl-C is the caller's: a process that is left alone ends its run in order.
      detached: true,
      serialization: "advanced",
      ipc: (message: FromProcess) => this.#receive(message),
    });
    void this.#child.exited.then(() => this.#end());
    this.#child.unref();
  }

  /** Does one thing. The next has to wait for it. @throws whatever went wrong, or the reason of the signal */
  async do<Kind extends Order["kind"]>(
    order: Extract<Order, { kind: Kind }>,
    listener: Listener = {},
  ): Promise<Answers[Kind]> {
    const { signal } = listener;
    signal?.throwIfAborted();
    if (this.#child.exitCode !== null || this.#child.killed) throw this.#error();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#pending = { ...listener, resolve, reject };
    const stop = () => this.#send({ stop: true });
    signal?.addEventListener("abort", stop);
    this.#child.ref();
    this.#send({ order });
    try {
      return (await promise) as Answers[Kind];
    } catch (error) {
      // It has ended what it did in order.
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
      this.#pending = null;
      this.#child.unref();
    }
  }

  /** Of a stream. */
  next(): void {
    this.#send({ next: true });
  }

  stop(): void {
    this.#send({ stop: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill();
    await this.#child.exited;
  }

  #send(message: unknown): void {
    if (this.#child.exitCode === null && !this.#child.killed) this.#child.send(message);
  }

  #receive(message: FromProcess): void {
    const pending = this.#pending;
    if (!pending) return;
    const { fault } = pending;
    if ("answer" in message || "failure" in message) {
      if (fault) pending.reject(fault.error);
      else if ("answer" in message) pending.resolve(message.answer);
      else pending.reject(receivedError(message.failure));
      return;
    }
    if (fault) return;
    try {
      if ("progress" in message) pending.onProgress?.(message.progress);
      else pending.onBatch?.(message.batch);
    } catch (error) {
      // Of the caller's own function, who is told it once the work has ended in order.
      pending.fault = { error };
      this.stop();
    }
  }

  #end(): void {
    this.#pending?.reject(this.#error());
  }

  #error(): RunError {
    const { signalCode, exitCode } = this.#child;
    return new RunError(messages.processEnded(String(signalCode ?? `exit code ${exitCode}`)));
  }
}
