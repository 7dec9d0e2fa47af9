/**
 * Figures of the answers to images, from three sums a class.
 *
 * A figure whose denominator is 0 is undefined: null here, and left out of every mean over classes. That is what
 * scikit-learn gives with `zero_division=np.nan`; where one of its functions has no such setting and puts a number in
 * (0 for matthews_corrcoef), the figure is null all the same.
 */

export interface ClassScores {
  /** Share of images predicted as the class that belong to it. */
  precision: number | null;
  /** Share of images of the class that are predicted as it: its sensitivity. */
  recall: number | null;
  /** Share of images of other classes that are not predicted as it. */
  specificity: number | null;
  /** 2 TP / (2 TP + FP + FN) */
  f1: number | null;
}

/**
 * What a confusion matrix comes to at its margins, in whole numbers or weights. [classes] each; the time to count it
 * does not grow with the square of the classes.
 */
export interface Tally {
  /** Images that are of the class. */
  supports: number[];
  /** Images predicted as it. */
  taken: number[];
  /** Images of it that are predicted as it. */
  hits: number[];
}

/**
 * @param labels [images], positions of the classes
 * @param answers [images], of those that they were taken for
 * @param weights how often each image counts; once each by default
 */
export function tally(
  labels: ArrayLike<number>,
  answers: ArrayLike<number>,
  classes: number,
  weights?: ArrayLike<number>,
): Tally {
  const zeros = () => Array<number>(classes).fill(0);
  const [supports, taken, hits] = [zeros(), zeros(), zeros()];
  for (let image = 0; image < labels.length; image++) {
    const [label, answer] = [labels[image]!, answers[image]!];
    const weight = weights ? weights[image]! : 1;
    supports[label]! += weight;
    taken[answer]! += weight;
    if (label === answer) hits[label]! += weight;
  }
  return { supports, taken, hits };
}

/** Each class against the rest. */
export function classScores({ supports, taken, hits }: Tally): ClassScores[] {
  const total = sum(supports);
  return supports.map((support, index) => {
    const others = total - support;
    return {
      precision: ratio(hits[index]!, taken[index]!),
      recall: ratio(hits[index]!, support),
      specificity: ratio(others - (taken[index]! - hits[index]!), others),
      f1: ratio(2 * hits[index]!, support + taken[index]!),
    };
  });
}

/** Mean of the recalls of the classes that there are images of. */
export function balancedAccuracy({ supports, hits }: Tally): number | null {
  return meanOf(supports.map((support, index) => ratio(hits[index]!, support)));
}

/** Agreement beyond what the frequencies of actual and predicted classes give by chance (Cohen, 1960). */
export function cohensKappa({ supports, taken, hits }: Tally): number | null {
  const total = sum(supports);
  const observed = sum(hits) / total;
  const expected = sum(supports.map((support, index) => support * taken[index]!)) / total ** 2;
  return ratio(observed - expected, 1 - expected);
}

/** Matthews correlation coefficient for any number of classes (Gorodkin, 2004). */
export function matthewsCorrelation({ supports, taken, hits }: Tally): number | null {
  const total = sum(supports);
  const dot = (a: readonly number[], b: readonly number[]) =>
    sum(a.map((value, index) => value * b[index]!));
  const covariance = sum(hits) * total - dot(supports, taken);
  const variances = (total ** 2 - dot(taken, taken)) * (total ** 2 - dot(supports, supports));
  return variances === 0 ? null : covariance / Math.sqrt(variances);
}

/** Mean of what is defined, by weight where there are weights; null where nothing is. */
export function meanOf(
  values: readonly (number | null)[],
  weights?: readonly number[],
): number | null {
  const defined = values.flatMap((value, index) =>
    value === null ? [] : { value, weight: weights?.[index] ?? 1 },
  );
  const total = sum(defined.map(({ weight }) => weight));
  // As scikit-learn: weights that are all 0 count as equal.
  if (total === 0) return defined.length === 0 ? null : meanOf(values);
  return sum(defined.map(({ value, weight }) => value * weight)) / total;
}

export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
