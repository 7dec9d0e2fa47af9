import type { Subprocess } from "bun";
import { messages } from "./messages.ts";
import type { Place, TrialEnd, TrialEvents, TrialOrder } from "./place.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

export interface LocalSettings {
  workers: number;
  /** Of TensorFlow, for each. */
  threads: number;
  /** The program of a worker. */
  script: string;
  /** Where the user is. */
  directory: string;
  environment: Record<string, string | undefined>;
}

/** What a worker is doing. */
interface Task {
  order: TrialOrder;
  events: TrialEvents;
  end: (end: TrialEnd) => void;
}

/** Last words of a process that are told. */
const MOST_LETTERS = 2000;

/** Processes of this machine, each of which does trials one after the other. They end with this one. */
export class LocalPlace implements Place {
  readonly slots: number;
  readonly outlivesSweep = false;
  private readonly idle: Worker[] = [];
  private readonly busy = new Set<Worker>();
  private stopped: NodeJS.Signals | null = null;

  constructor(private readonly settings: LocalSettings) {
    this.slots = settings.workers;
  }

  start(order: TrialOrder, events: TrialEvents): Promise<TrialEnd> {
    return new Promise((end) => this.give(this.waiting(), { order, events, end }));
  }

  stop(signal: NodeJS.Signals = "SIGINT"): void {
    this.stopped = signal;
    for (const worker of this.busy) worker.stop(signal);
  }

  async close(): Promise<void> {
    await Promise.all([...this.idle, ...this.busy].map((worker) => worker.close()));
  }

  /** A worker that has nothing to do. One that was ended meanwhile is none. */
  private waiting(): Worker {
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop())
      if (worker.isAlive) return worker;
    return new Worker(this.settings);
  }

  private give(worker: Worker, task: Task): void {
    this.busy.add(worker);
    void worker.serve(task).then((end) => {
      this.busy.delete(worker);
      if (end === "fresh") {
        void worker.close();
        this.give(new Worker(this.settings), task);
        return;
      }
      if (end.kind !== "died") this.idle.push(worker);
      task.end(end);
    });
    if (this.stopped) worker.stop(this.stopped);
  }
}

/** A process, warm from its first trial on. */
class Worker {
  private readonly process: Subprocess<"ignore", "ignore", "pipe">;
  private told: ((message: FromWorker) => void) | null = null;
  private lastWords = "";

  constructor(private readonly settings: LocalSettings) {
    const { script, directory, environment } = settings;
    this.process = Bun.spawn([process.execPath, script], {
      cwd: directory,
      env: environment,
      stdin: "ignore",
      stdout: "ignore",
      stderr: "pipe",
      ipc: (message) => this.told?.(message as FromWorker),
    });
    void this.listen();
  }

  get isAlive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  serve({ order, events }: Task): Promise<TrialEnd | "fresh"> {
    return new Promise((end) => {
      this.told = (message) => {
        switch (message.kind) {
          case "prepared":
            return events.prepared();
          case "epoch":
            return events.epoch(message.epoch, message.epochs);
          case "warning":
            return events.warning(message.text);
          case "rung":
            return void events
              .rung(message.epoch, message.value)
              .then((goesOn) => this.send({ kind: "decided", goesOn }));
          case "fresh":
            return end("fresh");
          case "ended":
            return end(message.end);
        }
      };
      void this.process.exited.then(async (code) => {
        // What it wrote last may still be on its way.
        await Bun.sleep(0);
        const { signalCode } = this.process;
        end({
          kind: "died",
          reason: messages.processEnded(
            code,
            signalCode ? String(signalCode) : null,
            this.lastLine(),
          ),
        });
      });
      this.send({ kind: "start", order, threads: this.settings.threads });
    });
  }

  stop(signal: NodeJS.Signals): void {
    this.send({ kind: "stop", signal });
  }

  async close(): Promise<void> {
    this.told = null;
    if (this.isAlive) this.process.disconnect();
    await this.process.exited;
  }

  private send(message: ToWorker): void {
    try {
      this.process.send(message);
    } catch {
      // It has ended, which is told otherwise.
    }
  }

  private lastLine(): string {
    return this.lastWords.trim().split("\n").at(-1) ?? "";
  }

  private async listen(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const bytes of this.process.stderr)
      this.lastWords = (this.lastWords + decoder.decode(bytes, { stream: true })).slice(
        -MOST_LETTERS,
      );
  }
}
