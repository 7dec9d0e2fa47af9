import { largest } from "../../src/evaluate/confusion.ts";
import type { PredictionRecord } from "../../src/layout.ts";

export interface Case {
  classes: string[];
  predictions: PredictionRecord[];
}

/** The evaluation of that number in test/golden/metrics.py, from the same random numbers. */
export function goldenCase(number: number): Case {
  const below = numbers(number + 1);
  const kind = number % 10;
  const count = 2 + below(5);
  const images = kind === 8 ? 1 : 2 + below(60);
  const steps = kind === 1 || kind === 9 ? 5 : 1000;
  const classes = Array.from({ length: count }, (_, index) => `class ${index}`);
  const predictions = Array.from({ length: images }, (_, image): PredictionRecord => {
    const label = kind === 5 ? 0 : below(count - Number(kind === 2 || kind === 9));
    let weights = classes.map(() => 1 + below(steps));
    if (kind === 3) weights = classes.map((_name, index) => index + 1);
    if (kind === 4) weights = classes.map(() => 1);
    if (kind === 6) {
      weights = classes.map(() => 0);
      weights[below(count)] = 1;
    }
    if (kind === 7) weights[label]! += steps;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const probabilities = weights.map((weight) => weight / total);
    return {
      file: `${image}.png`,
      actual: classes[label]!,
      predicted: classes[largest(probabilities)]!,
      probabilities,
    };
  });
  return { classes, predictions };
}

/** A linear congruential generator (Numerical Recipes). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state * limit) / 2 ** 32);
  };
}
