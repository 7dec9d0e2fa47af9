import { givePicture, type PictureOrder } from "./picture.ts";
import type { Answers, Order, Received, Sent, WorkerStart, WorkerStarted } from "./protocol.ts";

/** The worker, as the page and `exp app` speak to it. */
export class WorkerClient {
  #number = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: unknown) => void; reject: (error: Error) => void }
  >();

  constructor(private readonly worker: Worker) {
    worker.addEventListener("message", ({ data }: MessageEvent<Received | PictureOrder>) => {
      if ("picture" in data) return void givePicture(data);
      const { resolve, reject } = this.#waiting.get(data.number)!;
      this.#waiting.delete(data.number);
      if ("error" in data) reject(new Error(data.error));
      else resolve(data.answer);
    });
    worker.addEventListener("error", ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
      this.#waiting.clear();
    });
  }

  start(start: WorkerStart): Promise<WorkerStarted> {
    return this.#send(start) as Promise<WorkerStarted>;
  }

  ask<Kind extends Order["kind"]>(order: Order & { kind: Kind }): Promise<Answers[Kind]> {
    return this.#send(order) as Promise<Answers[Kind]>;
  }

  #send(content: WorkerStart | Order): Promise<unknown> {
    const number = this.#number++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, content } satisfies Sent<WorkerStart | Order>);
    });
  }
}
