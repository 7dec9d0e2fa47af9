/** An array job: which of its indexes are which trials. */
export interface ArrayJob {
  /** A trial's number is its index and so many more. */
  offset: number;
  /** In ascending order, each below MaxArraySize. */
  indexes: number[];
}

/**
 * Trials as array jobs. The index of a task is the number of its trial, so that squeue tells which it is, as far as the
 * cluster allows indexes so large.
 *
 * @param trials their numbers
 * @param maxArraySize of the cluster: one more than the largest index
 */
export function arrayJobs(trials: readonly number[], maxArraySize: number): ArrayJob[] {
  const jobs = new Map<number, number[]>();
  for (const trial of trials.toSorted((a, b) => a - b)) {
    const offset = trial - (trial % maxArraySize);
    const indexes = jobs.get(offset) ?? [];
    jobs.set(offset, indexes);
    indexes.push(trial - offset);
  }
  return [...jobs].map(([offset, indexes]) => ({ offset, indexes }));
}

/** "1-4,7" */
export function indexRanges(indexes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const index of indexes) {
    const last = ranges.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
}
