import { merit } from "../../evaluate/monitor.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import type { EpochPart } from "./part.ts";

/**
 * Ends training when so many epochs in a row brought no better figure than the best before them, as Keras's
 * EarlyStopping counts them. A figure that is undefined is no better.
 */
export function earlyStopping({
  monitor,
  patience,
  minDelta,
}: NonNullable<ResolvedExperiment["train"]["earlyStopping"]>): EpochPart {
  let state: { best: number | null; waited: number } = { best: null, waited: 0 };
  return {
    after(record) {
      const figure = merit(monitor, record);
      const isBetter = state.best === null ? !Number.isNaN(figure) : figure - minDelta > state.best;
      state = isBetter
        ? { best: figure, waited: 0 }
        : { best: state.best, waited: state.waited + 1 };
      return state.waited >= patience ? "earlyStopping" : undefined;
    },
    save: () => ({ data: state }),
    load: ({ data }) => void (state = data as typeof state),
  };
}
