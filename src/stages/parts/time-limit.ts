import type { EpochPart } from "./part.ts";

const MS_A_MINUTE = 60_000;

/** Ends training after the epoch in which its time is over; time before an interruption counts too. */
export function timeLimit(maxMinutes: number, nowMs: () => number): EpochPart {
  const fromMs = nowMs();
  let beforeMs = 0;
  const spentMs = () => beforeMs + nowMs() - fromMs;
  return {
    after: () => (spentMs() >= maxMinutes * MS_A_MINUTE ? "maxMinutes" : undefined),
    save: () => ({ data: { spentMs: spentMs() } }),
    load: ({ data }) => void ({ spentMs: beforeMs } = data as { spentMs: number }),
  };
}

/** Ends training after a given epoch, as when the time was over there before. */
export function endAfter(epoch: number): EpochPart {
  return { after: (record) => (record.epoch >= epoch ? "maxMinutes" : undefined) };
}
