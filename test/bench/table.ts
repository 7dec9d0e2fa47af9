/** Middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** One comparison, as `--json` prints it. The ratio is above 1 where Lamina is ahead. */
export interface Row {
  case: string;
  /** null where Lamina stands alone. */
  peer: string | null;
  ours: number;
  theirs: number | null;
  unit: string;
  ratio: number | null;
}

export interface Comparison {
  case: string;
  unit: string;
  better: "less" | "more";
  ours: number;
  peers: readonly { name: string; value: number }[];
}

/** A row for each peer; a single one without where there are none. */
export function compare({ peers, better, ours, unit, ...rest }: Comparison): Row[] {
  if (peers.length === 0) return [{ ...rest, peer: null, ours, theirs: null, unit, ratio: null }];
  return peers.map(({ name, value }) => ({
    ...rest,
    peer: name,
    ours,
    theirs: value,
    unit,
    ratio: better === "less" ? value / ours : ours / value,
  }));
}
