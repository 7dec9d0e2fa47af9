import { permutation, stream } from "../random.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

/** Whose images, and the experiment's seed. */
export interface Ordered {
  /** [images], positions in the list of classes. */
  labels: Int32Array;
  classes: number;
  seed: number;
  sampling: ResolvedExperiment["train"]["sampling"];
}

/**
 * The images of an epoch in the order in which they are trained on: as many as there are, drawn anew for each epoch.
 * @param epoch from 1 @returns positions in `labels`
 */
export function epochOrder(ordered: Ordered, epoch: number): Uint32Array {
  const { labels, seed, sampling } = ordered;
  const order = permutation(labels.length, stream(seed, "shuffle", epoch));
  if (sampling === "natural") return order;
  const images = balancedImages(ordered, epoch);
  return order.map((place) => images[place]!);
}

/**
 * As often of one class as of another. Each class deals out its images one after the other, in an order that is drawn
 * anew each time that all have been dealt, and goes on in an epoch where it stopped in the one before.
 */
function balancedImages({ labels, classes, seed }: Ordered, epoch: number): Uint32Array {
  const members = Array.from({ length: classes }, (): number[] => []);
  for (const [image, label] of labels.entries()) members[label]!.push(image);
  const present = members.flatMap((images, label) =>
    images.length > 0 ? [{ label, images }] : [],
  );
  const count = present.length;
  // After `epochs` epochs the classes have dealt out floor((images + class) / classes) each: together all images.
  const dealtBy = (epochs: number, index: number) =>
    Math.floor((epochs * labels.length + index) / count);
  const dealt: number[] = [];
  for (const [index, { label, images }] of present.entries()) {
    const to = dealtBy(epoch, index);
    for (let at = dealtBy(epoch - 1, index); at < to;) {
      const round = Math.floor(at / images.length);
      const order = permutation(images.length, stream(seed, "sample", label, round));
      const start = round * images.length;
      for (; at < Math.min(to, start + images.length); at++)
        dealt.push(images[order[at - start]!]!);
    }
  }
  return Uint32Array.from(dealt);
}
