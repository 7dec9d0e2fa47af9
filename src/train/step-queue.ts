import type { Batch } from "../data/batches.ts";
import type { PreparedStep, StepResult, Trainer } from "./step.ts";
import type { Turn } from "./turns.ts";

/**
 * Steps in calls into TensorFlow, of several where they are short. A call is begun before the results of the one before
 * it are read, so that TensorFlow never waits for this thread.
 */
export class StepQueue {
  #prepared: PreparedStep[] = [];
  #running: (() => StepResult[]) | undefined;

  constructor(
    private readonly trainer: Trainer,
    private readonly stepsPerCall: number,
  ) {}

  /**
   * Prepares a step, and begins it with those before it: the first at once, later ones when there are enough for a call.
   * @param isLast whether no other follows that it could wait for
   * @returns undefined where nothing was begun; otherwise waits for the results of the call before this one
   */
  add(batch: Batch, turn: Turn, isLast: boolean): (() => StepResult[]) | undefined {
    this.#prepared.push(this.trainer.prepare(batch, turn));
    if (this.#running && this.#prepared.length < this.stepsPerCall && !isLast) return undefined;
    const before = this.#running ?? (() => []);
    this.#running = this.trainer.begin(this.#prepared);
    this.#prepared = [];
    return before;
  }

  /** Waits for the results of the call that was begun last. */
  drain(): StepResult[] {
    const results = this.#running?.() ?? [];
    this.#running = undefined;
    return results;
  }
}
