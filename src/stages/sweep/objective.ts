import type { CheckedExperiment } from "../../check.ts";
import type { Diagnostic } from "../../spec/diagnostic.ts";
import type { Path } from "../../spec/locate.ts";
import { classFigure } from "../../spec/sweeps/figures.ts";
import type { SweepFile } from "../../spec/sweeps/read-sweep.ts";
import { messages } from "./messages.ts";
import { rungsOf } from "./rungs.ts";

/** What an objective needs of the experiment. */
export function objectiveMistakes(
  { resolved, locate }: SweepFile,
  checked: CheckedExperiment,
): Diagnostic[] {
  const { objective, search } = resolved;
  if (!objective) return [];
  const [direction, figure] = Object.entries(objective)[0] as [string, string];
  const path = ["objective", direction];
  const at = (message: string, place: Path = path) => ({
    ...locate(place),
    message: `${place.join(".")}: ${message}`,
  });
  const { classes } = checked.source;
  const ofClass = classFigure(figure);
  if (ofClass && !classes.includes(ofClass.label))
    return [at(messages.noSuchClass(figure, classes))];
  if (figure === "sensitivity" && classes.length !== 2)
    return [at(messages.figureOfTwo(figure, classes.length))];
  if (!search.halving) return [];
  const { train } = checked.experiment.resolved;
  const monitor = train.earlyStopping?.monitor ?? "loss";
  const known = [...new Set(["loss", "accuracy", monitor])];
  if (!known.includes(figure as typeof monitor)) {
    const canBe = ["balancedAccuracy", "f1", "auc"].includes(figure);
    const tell = canBe ? messages.halvingNeedsHistory : messages.halvingNeedsMonitor;
    return [at(tell(figure, known))];
  }
  const { minEpochs } = search.halving;
  return rungsOf(search.halving, train.epochs).length > 0
    ? []
    : [at(messages.noRungs(minEpochs, train.epochs), ["search"])];
}
