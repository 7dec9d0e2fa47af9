import type { History } from "../../layout.ts";
import type { Halving, ResolvedSweep } from "../../spec/sweeps/resolved.ts";
import type { TrialResult } from "../../sweep/results.ts";
import { isPromoted } from "../../sweep/search/halving.ts";
import { bestSoFar, epochFigure } from "./halving-part.ts";
import type { TrialOrder } from "./place.ts";

/** Rungs of more epochs than any training has. */
const MOST_EPOCHS = 1_000_000;

/** The epochs after which a trial may be ended: minEpochs, eta times as many, and so on, before its last one. */
export function rungsOf({ eta, minEpochs }: Halving, epochs = MOST_EPOCHS): number[] {
  const rungs: number[] = [];
  for (let rung = minEpochs; rung < epochs; rung *= eta) rungs.push(rung);
  return rungs;
}

/**
 * Which trials go on beyond the rungs of halving. Each is held against those of lower numbers alone, and waits for these: so
 * it is the same ones whatever the number of workers.
 */
export class Rungs {
  readonly settings: NonNullable<TrialOrder["rungs"]>;
  /** By epoch, then by trial: the larger the better. */
  private readonly values = new Map<number, Map<number, number>>();
  private readonly finished = new Set<number>();
  private waiting: { trial: number; epoch: number; decide: (goesOn: boolean) => void }[] = [];

  private constructor(
    private readonly halving: Halving,
    figure: string,
  ) {
    this.settings = { epochs: rungsOf(halving), figure };
  }

  static of({ search, objective }: ResolvedSweep): Rungs | null {
    if (!search.halving || !objective) return null;
    return new Rungs(search.halving, Object.values(objective)[0]!);
  }

  /** @returns once it can be told, whether the trial goes on */
  ask(trial: number, epoch: number, value: number): Promise<boolean> {
    this.note(trial, epoch, value);
    return new Promise((decide) => {
      this.waiting = this.waiting.filter((one) => one.trial !== trial);
      this.waiting.push({ trial, epoch, decide });
      this.decide();
    });
  }

  /** A trial is finished, and reaches no more rungs than it has. */
  settle({ record, history }: TrialResult): void {
    if (history) this.noteHistory(record.number, history);
    this.finished.add(record.number);
    this.waiting = this.waiting.filter(({ trial }) => trial !== record.number);
    this.decide();
  }

  private noteHistory(trial: number, { epochs }: History): void {
    let best: number | null = null;
    for (const record of epochs) {
      best = bestSoFar(best, epochFigure(this.settings.figure, record));
      if (this.settings.epochs.includes(record.epoch))
        this.note(trial, record.epoch, best ?? -Infinity);
    }
  }

  private note(trial: number, epoch: number, value: number): void {
    const rung = this.values.get(epoch) ?? new Map<number, number>();
    this.values.set(epoch, rung.set(trial, value));
  }

  private decide(): void {
    const left = [];
    for (const one of this.waiting) {
      const rung = this.values.get(one.epoch)!;
      const lower = Array.from({ length: one.trial - 1 }, (_, index) => index + 1);
      if (lower.every((other) => rung.has(other) || this.finished.has(other))) {
        const others = lower.flatMap((other) => (rung.has(other) ? -rung.get(other)! : []));
        one.decide(isPromoted(this.halving.eta, -rung.get(one.trial)!, others));
      } else left.push(one);
    }
    this.waiting = left;
  }
}
