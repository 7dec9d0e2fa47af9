import type { Run } from "../../layout.ts";
import { count } from "../../wording.ts";
import { methodTexts } from "../report/method.ts";
import type { PaperFigures } from "./figures.ts";
import { note, type PaperSection, text } from "./section.ts";

/** Sentences for the methods of a paper: how the network was trained, and how its figures were worked out. */
export function methodPart(run: Run, figures: PaperFigures): PaperSection {
  return {
    title: "Methods in words",
    blocks: [
      ...methodTexts(run).map(text),
      text(statisticsText(run, figures)),
      note(
        "Methods: DeLong et al., Biometrics 1988;44:837. Wilson, J Am Stat Assoc 1927;22:209. Simel et al., J Clin Epidemiol 1991;44:763. Mercaldo et al., Stat Med 2007;26:2170. Vickers and Elkin, Med Decis Making 2006;26:565. Efron, Ann Stat 1979;7:1. Parker et al., Vital Health Stat 2017;2(175).",
      ),
    ],
  };
}

/** How intervals and predictions of groups come about. */
export function statisticsText(
  { resolved, metrics }: Run,
  { group, groups, positive, images }: PaperFigures,
): string {
  const { resamples } = resolved.evaluate;
  const drawn =
    resamples === 0
      ? "not drawn (evaluate.resamples is 0)"
      : `percentiles of ${resamples} bootstrap resamples, seed ${resolved.seed}`;
  const closed = [
    "Wilson's score interval for shares",
    ...(images.length > 0
      ? ["DeLong's for areas under the ROC curve", "on the log scale for likelihood ratios"]
      : []),
    ...(positive !== null ? ["on the logit scale for predictive values at a prevalence"] : []),
  ].join(", ");
  return [
    "Intervals are 95 % confidence intervals.",
    groups
      ? `Images of one ${group} are not independent: intervals per image are ${drawn}, which draw whole ${group}s, and those of shares at least as wide as Wilson's score interval of as many independent images. A ${group} has one prediction, ${groups.perGroup === "max" ? `the largest probability of the positive class among its images, and is positive if any of them is` : `the mean of its images' probabilities`}${groups.mixed > 0 ? `; ${count(groups.mixed, group)} with images of several classes ${groups.mixed === 1 ? "is" : "are"} excluded` : ""}. Intervals per ${group} are ${closed}; all others are ${drawn}.`
      : `Images are treated as independent: intervals are ${closed}; all others are ${drawn}.`,
    `A figure is undefined (–) where its denominator is 0, and no interval is given where its method gives none: of an area where fewer than two cases are of a class or the classes are ranked apart completely, of a ratio where a count is 0, of a resampled figure that is undefined in more than 2.5 % of the resamples or has only one ${groups ? group : "image"} to draw from, or that is no share and the same in all of them.`,
    `Always predicting the most frequent class has an accuracy of ${metrics.majorityClassAccuracy.toFixed(3)}.`,
  ].join(" ");
}
