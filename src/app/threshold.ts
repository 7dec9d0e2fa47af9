import type { Run } from "../layout.ts";
import type { PageThreshold } from "./page/facts.ts";

/** From which probability on a run of two classes says the one that is looked for; null where it was asked for nothing. */
export function thresholdOf({
  metrics,
  data,
}: Pick<Run, "metrics" | "data">): PageThreshold | null {
  const { positive } = metrics;
  const point = positive?.operatingPoint;
  const threshold = (point?.chosen ?? point?.reached)?.threshold;
  if (!positive || !point || threshold === undefined) return null;
  const { share = "sensitivity", wanted } = point;
  return {
    positive: data.classes.indexOf(positive.label),
    threshold,
    what: `${share} ${wanted}`,
  };
}
