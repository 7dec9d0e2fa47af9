import type { EpochRecord } from "../../layout.ts";
import type { EpochPart } from "../parts/part.ts";
import type { TrialEvents, TrialOrder } from "./place.ts";

/** A figure of an epoch, the larger the better. */
export function epochFigure(figure: string, record: EpochRecord): number {
  if (figure === "loss") return -record.heldOutLoss;
  return figure === "accuracy" ? record.heldOutAccuracy : (record.monitored ?? NaN);
}

/** The best figure of the epochs so far: a run is judged by its best weights. */
export function bestSoFar(best: number | null, figure: number): number | null {
  if (Number.isNaN(figure)) return best;
  return best === null ? figure : Math.max(best, figure);
}

/** Asks at each rung whether the trial goes on. The answer depends on trials of lower numbers, which may take a while. */
export function rungPart(
  { epochs, figure }: NonNullable<TrialOrder["rungs"]>,
  ask: TrialEvents["rung"],
  signal: AbortSignal,
): EpochPart {
  let best: number | null = null;
  return {
    async after(record) {
      best = bestSoFar(best, epochFigure(figure, record));
      if (!epochs.includes(record.epoch)) return undefined;
      const goesOn = await orAborted(ask(record.epoch, best ?? -Infinity), signal);
      return goesOn ? undefined : "halving";
    },
    save: () => ({ data: { best } }),
    load: ({ data }) => void ({ best } = data as { best: number | null }),
  };
}

/** @throws the signal's reason: what is not decided yet is asked again, from the last checkpoint on */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
