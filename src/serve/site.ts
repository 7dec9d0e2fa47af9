import type { ListedRun } from "../compare/list.ts";

/** A sweep, as the list of runs shows it. */
export interface ServedSweep {
  name: string;
  status: string;
  /** "12/40" */
  trials: string;
  /** "validation accuracy 0.912: adam 0.001" */
  best: string;
  started: string;
}

/** The runs that are served, as they are when they are asked for. */
export interface Site {
  /** Holds runs/. */
  directory: string;
  /** All runs, or those of a sweep. */
  runs: (sweep?: string) => Promise<ListedRun[]>;
  sweeps: () => Promise<ServedSweep[]>;
  now: () => Date;
  /** Of pages that follow what is on disk. */
  script: string;
}
