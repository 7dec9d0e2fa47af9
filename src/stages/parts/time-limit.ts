import type { StopRecord } from "../../layout.ts";
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

/** Ends training where it was ended before, and for the same reason. */
export function endAfter({ epoch, by }: StopRecord): EpochPart {
  return { after: (record) => (record.epoch >= epoch ? by : undefined) };
}
