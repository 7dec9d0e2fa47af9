import type { SettingsOf } from "./settings.ts";
import type { Course, Schedule } from "./schedule.ts";

interface State {
  learningRate: number;
  /** The lowest loss so far; null before the first. */
  best: number | null;
  /** Epochs since then that count. */
  waited: number;
  /** Epochs still to come that do not. */
  cooldown: number;
}

/** Keras's ReduceLROnPlateau, on the held-out loss. */
export function plateau(
  { factor, patience, minDelta, cooldown, final }: SettingsOf<"plateau">,
  { learningRate }: Course,
): Schedule {
  let state: State = { learningRate, best: null, waited: 0, cooldown: 0 };
  return {
    rateOf: () => state.learningRate,
    after({ loss }) {
      if (state.cooldown > 0) {
        state.cooldown -= 1;
        state.waited = 0;
      }
      if (state.best === null || loss < state.best - minDelta) {
        state.best = loss;
        state.waited = 0;
        return;
      }
      if (state.cooldown > 0) return;
      state.waited += 1;
      if (state.waited < patience || state.learningRate <= final) return;
      state.learningRate = Math.max(state.learningRate * factor, final);
      state.cooldown = cooldown;
      state.waited = 0;
    },
    save: () => ({ ...state }),
    load: (saved) => {
      state = { ...(saved as State) };
    },
  };
}
