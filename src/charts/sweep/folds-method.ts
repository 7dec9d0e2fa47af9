import type { SweepText } from "../../sweep/sweep-text.ts";
import { count } from "../../wording.ts";
import { groupNoun } from "../group-noun.ts";

/** What the groups of a sweep's images are called: patients, where a column or an expression says so. */
export function groupsOfSweep({ firstTrial }: SweepText): "patient" | "file" | "group" {
  return firstTrial ? groupNoun(firstTrial.data) : "group";
}

/**
 * How folds were made and how their figures come about, as the methods of a paper say it: a paragraph each, none where there
 * are no folds that can be put together.
 */
export function foldsMethod(sweep: SweepText): string[] {
  const { repetitions, settings } = sweep.summary;
  const [pooled] = settings.flatMap((setting) => setting.pooled ?? []);
  if (!pooled || repetitions.folds < 2) return [];
  const noun = pooled.groups === null ? null : groupsOfSweep(sweep);
  return [howDealt(sweep, pooled, noun), howJudged(sweep, noun)];
}

function howDealt(
  { summary: { repetitions }, firstTrial }: SweepText,
  { images, groups }: { images: number; groups: number | null },
  noun: string | null,
): string {
  const { stratify = false, validation = 0 } = firstTrial?.data.split ?? {};
  return [
    `The ${count(images, "image")}${noun === null ? "" : ` of ${count(groups!, noun)}`} are dealt into ${repetitions.folds} folds${stratify ? ", each with the same shares of the classes as nearly as can be" : ""}${noun === null ? "" : `; all images of a ${noun} are in the same fold`}.`,
    `Each fold is the test split of a training of its own, which learns from the other folds${validation > 0 ? ` but for validation images that are taken out of these (data.split.validation: ${validation})` : ""}.`,
    ...(repetitions.repeats > 1
      ? [`All of that is done ${repetitions.repeats} times, dealt with another seed each time.`]
      : []),
  ].join(" ");
}

function howJudged({ firstTrial }: SweepText, noun: string | null): string {
  const resamples = firstTrial?.evaluate.resamples ?? 0;
  const drawn = `${resamples} bootstrap resamples`;
  const how =
    noun === null
      ? `Wilson's for shares of images, percentiles of ${drawn} for the others`
      : `percentiles of ${drawn} of whole ${noun}s, for shares of images at least as wide as Wilson's`;
  return [
    "Figures of all folds together are those of the pooled predictions of one repeat, in which each image is judged once, by a network that was not trained on it.",
    ...(resamples > 0
      ? [
          `Their 95 % intervals are ${how}: they tell what other ${noun ?? "image"}s would change, not what another training would.`,
        ]
      : []),
    "An area under the ROC curve of pooled predictions ranks images that different networks judged against one another; its mean over the folds does not.",
  ].join(" ");
}
