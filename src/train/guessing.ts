/**
 * Mean cross-entropy, in nats, of a network that has learned how frequent each class is and nothing of the images.
 * @param labels [images], positions in the list of classes
 * @param isBalanced whether as many images of each class are shown as of any other
 * @param classWeights [classes], with which it was trained; null where all count the same
 */
export function guessingLoss(
  labels: Int32Array,
  { isBalanced, classWeights }: { isBalanced: boolean; classWeights: readonly number[] | null },
): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const present = Array.from(counts, ([label, count]) => {
    const share = isBalanced ? 1 / counts.size : count / labels.length;
    return { share, guessed: share * (classWeights?.[label] ?? 1) };
  });
  const total = present.reduce((sum, { guessed }) => sum + guessed, 0);
  return present.reduce((sum, { share, guessed }) => sum - share * Math.log(guessed / total), 0);
}
