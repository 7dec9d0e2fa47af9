/**
 * Figures of a confusion matrix, `counts[actual][predicted]`, whole numbers or weights.
 *
 * A figure whose denominator is 0 is undefined: null here, and left out of every mean over classes. That is what
 * scikit-learn gives with `zero_division=np.nan`; where one of its functions has no such setting and puts a number in
 * (0 for matthews_corrcoef), the figure is null all the same.
 */

export interface ClassScores {
  /** Of the images taken for the class, the share that is of it. */
  precision: number | null;
  /** Of the images of the class, the share that was found: its sensitivity. */
  recall: number | null;
  /** Of the images of other classes, the share that was not taken for it. */
  specificity: number | null;
  /** 2 TP / (2 TP + FP + FN) */
  f1: number | null;
}

/** Each class against the rest. */
export function classScores(counts: readonly (readonly number[])[]): ClassScores[] {
  const supports = counts.map(sum);
  const taken = columnSums(counts);
  const total = sum(supports);
  return counts.map((row, index) => {
    const hits = row[index]!;
    const support = supports[index]!;
    const others = total - support;
    return {
      precision: ratio(hits, taken[index]!),
      recall: ratio(hits, support),
      specificity: ratio(others - (taken[index]! - hits), others),
      f1: ratio(2 * hits, support + taken[index]!),
    };
  });
}

/** Mean of the recalls of the classes that there are images of. */
export function balancedAccuracy(counts: readonly (readonly number[])[]): number | null {
  return meanOf(classScores(counts).map(({ recall }) => recall));
}

/** Agreement beyond what the frequencies of actual and predicted classes give by chance (Cohen, 1960). */
export function cohensKappa(counts: readonly (readonly number[])[]): number | null {
  const supports = counts.map(sum);
  const taken = columnSums(counts);
  const total = sum(supports);
  const observed = sum(diagonal(counts)) / total;
  const expected = sum(supports.map((support, index) => support * taken[index]!)) / total ** 2;
  return ratio(observed - expected, 1 - expected);
}

/** Matthews correlation coefficient for any number of classes (Gorodkin, 2004). */
export function matthewsCorrelation(counts: readonly (readonly number[])[]): number | null {
  const supports = counts.map(sum);
  const taken = columnSums(counts);
  const total = sum(supports);
  const dot = (a: readonly number[], b: readonly number[]) =>
    sum(a.map((value, index) => value * b[index]!));
  const covariance = sum(diagonal(counts)) * total - dot(supports, taken);
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

function columnSums(counts: readonly (readonly number[])[]): number[] {
  return counts.map((_, column) => sum(counts.map((row) => row[column]!)));
}

function diagonal(counts: readonly (readonly number[])[]): number[] {
  return counts.map((row, index) => row[index]!);
}
