import { WorkerClient } from "./page/client.ts";
import type { Pixels } from "../pixels.ts";
import type { Seen, WorkerStart } from "./page/protocol.ts";

/**
 * The worker of a page, as it will run in the browser, in a thread of this process: tfjs in it knows nothing of
 * TensorFlow here.
 */
export class Rehearsal {
  private constructor(
    private readonly thread: Worker,
    private readonly client: WorkerClient,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws the reason of the signal, where that comes first */
  static async open(start: WorkerStart, signal: AbortSignal): Promise<Rehearsal> {
    const thread = new Worker(new URL("./page/worker.ts", import.meta.url));
    const rehearsal = new Rehearsal(thread, new WorkerClient(thread), signal);
    try {
      await rehearsal.client.start(start);
    } catch (error) {
      rehearsal.close();
      throw error;
    }
    return rehearsal;
  }

  /** @param pixels [height, width, channels] */
  see(pixels: Pixels): Promise<Seen> {
    this.signal.throwIfAborted();
    return this.client.ask({ kind: "pixels", pixels });
  }

  close(): void {
    this.thread.terminate();
  }
}
