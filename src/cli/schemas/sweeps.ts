import { count, counts, record, word, wordOrNull, words } from "./parts.ts";

/** Of sweeps. */

const planned = {
  properties: { number: count, setting: count, experiment: word, values: record, seed: count },
  optionalProperties: { fold: count, repeat: count },
} as const;
export const sweep = {
  properties: { sweep: word },
  optionalProperties: { summary: record, trials: { elements: planned } },
} as const;

const standing = {
  properties: {
    number: count,
    state: word,
    node: wordOrNull,
    task: wordOrNull,
    epoch: count,
    epochs: count,
    attempts: count,
    reason: wordOrNull,
    log: wordOrNull,
  },
  optionalProperties: { experiment: word, values: record, seed: count, fold: count },
} as const;
export const sweepStatus = {
  properties: {
    sweep: word,
    status: word,
    total: count,
    counts,
    trials: { elements: standing },
    complaints: words,
  },
} as const;
