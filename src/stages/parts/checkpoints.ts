import { RunError } from "../../errors.ts";
import { messages } from "../messages.ts";
import { readCheckpoint } from "../../run/checkpoints.ts";
import type { DataRecord, StopRecord } from "../../layout.ts";
import { sealOf } from "../../run/seals.ts";
import { dataTexts } from "../../run/data-text.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import type { Position, TrainingState } from "../../train/loop.ts";
import type { NamedArray, Values } from "../../train/values.ts";
import type { OpenRun } from "../open-run.ts";
import type { PartState } from "./part.ts";

/** All that a run goes on from: the training, what its parts know, and whether they have ended it. */
export interface RunState {
  training: TrainingState;
  /** By the name of the part. */
  parts: Readonly<Record<string, PartState>>;
  stopped: StopRecord | null;
}

/** What a state belongs to: another experiment, or other images, can't go on from it. */
export interface Origin {
  /** SHA-256 of the settings and of data.json, hex. */
  experiment: string;
  data: string;
}

/**
 * @param resolved a longer training goes on from the state of a shorter one, and when it is kept changes nothing
 * @param record of the images
 */
export function originOf(resolved: ResolvedExperiment, record: DataRecord): Origin {
  const { epochs: _, checkpoint: __, maxMinutes: ___, ...train } = resolved.train;

  return {
    experiment: sealOf(JSON.stringify({ ...resolved, train })),
    data: sealOf(dataTexts(record).data),
  };
}

/** How a state is described beside its arrays. */
interface Description extends Origin {
  formatVersion: 1;
  position: Position;
  parts: Record<string, unknown>;
  stopped: StopRecord | null;
}

/** Names of arrays begin with whose they are. */
const TRAINING = "training/";
const PARTS = "parts/";

const MS_A_MINUTE = 60_000;
/** Share of the time that may go into writing where nothing else is asked for. */
const MOST_SHARE = 0.02;
/** What writing is taken to cost before it has been measured. */
const FIRST_COST_MS = 40;

export interface CheckpointContext {
  keep: OpenRun["keep"];
  origin: Origin;
  settings: ResolvedExperiment["train"]["checkpoint"];
  nowMs: () => number;
}

/** When the state of a run is kept, and keeping it. The disk is not waited for, but by the next time. */
export class Checkpoints {
  #writing = Promise.resolve();
  #writtenMs: number;
  #costMs = FIRST_COST_MS;

  constructor(private readonly context: CheckpointContext) {
    this.#writtenMs = context.nowMs();
  }

  /** In the middle of an epoch. */
  get isDueBetweenSteps(): boolean {
    const { settings, nowMs } = this.context;
    const minutes = settings?.everyMinutes ?? null;
    return minutes !== null && nowMs() - this.#writtenMs >= minutes * MS_A_MINUTE;
  }

  isDueAfter(epoch: number): boolean {
    const { settings, nowMs } = this.context;
    if (!settings) return false;
    if (settings.everyEpochs !== null) return epoch % settings.everyEpochs === 0;
    return nowMs() - this.#writtenMs >= this.#costMs / MOST_SHARE;
  }

  /**
   * Begins to write a state; waits for the one before.
   * @throws RunError where that could not be written
   */
  async write(stateNow: () => RunState, most = this.context.settings?.keep ?? 1): Promise<void> {
    const { settings, keep, origin, nowMs } = this.context;
    if (!settings || !keep) return;
    await this.#writing;
    const fromMs = nowMs();
    const checkpoint = packState(stateNow(), origin);
    this.#writing = keep(checkpoint, most).then(() => {
      this.#costMs = nowMs() - fromMs;
      this.#writtenMs = nowMs();
    });
    // What goes wrong is thrown where it is awaited.
    this.#writing.catch(() => undefined);
  }

  /** @throws RunError where the last state could not be written */
  finish(): Promise<void> {
    return this.#writing;
  }
}

/**
 * The newest whole state of a run.
 * @param warn told of each file that is damaged
 * @returns null where there is none
 * @throws RunError where it is of another experiment or of other images
 */
export function lastState(
  folder: string,
  origin: Origin,
  warn: (text: string) => void,
): RunState | null {
  const { found, damaged } = readCheckpoint(folder);
  for (const name of damaged) warn(messages.checkpointDamaged(name, found !== null));
  if (!found) return null;
  const { position, parts, stopped, ...own } = found.description as Description;
  if (own.experiment !== origin.experiment || own.data !== origin.data)
    throw new RunError(messages.checkpointOfAnother());
  return {
    training: { position, values: arraysUnder(TRAINING, found.arrays) },
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [
        name,
        { data, arrays: arraysUnder(`${PARTS}${name}/`, found.arrays) },
      ]),
    ),
    stopped,
  };
}

function packState({ training, parts, stopped }: RunState, origin: Origin) {
  const arrays = new Map<string, NamedArray>();
  const add = (prefix: string, values: Values) => {
    for (const [name, array] of values) arrays.set(prefix + name, array);
  };
  add(TRAINING, training.values);
  for (const [name, part] of Object.entries(parts))
    if (part.arrays) add(`${PARTS}${name}/`, part.arrays);
  const description: Description = {
    formatVersion: 1,
    ...origin,
    position: training.position,
    parts: Object.fromEntries(Object.entries(parts).map(([name, { data }]) => [name, data])),
    stopped,
  };
  return { description, arrays };
}

function arraysUnder(prefix: string, arrays: Values): Values {
  return new Map(
    Array.from(arrays).flatMap(([name, array]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), array] as const] : [],
    ),
  );
}
