import type { Engine } from "../../engine/engine.ts";
import { merit, type Monitor } from "../../evaluate/monitor.ts";
import type { Network } from "../../model/network.ts";
import type { WeightsRecord } from "../../layout.ts";
import { readWeights, restoreWeights, type Values } from "../../train/values.ts";
import type { EpochPart } from "./part.ts";

/** The weights that a run is judged by. */
export interface ChosenWeights extends EpochPart {
  /** The best epoch so far; null where there is none, or no copy is kept. */
  readonly best: number | null;
  /** Gives the network the chosen weights. */
  restore(): Pick<WeightsRecord, "use" | "epoch">;
}

/**
 * best: the weights of the epoch whose monitored figure is the best, the first of equals; a copy of them is kept in
 * memory. last: those that the network has anyway.
 */
export function chosenWeights(
  engine: Engine,
  network: Network,
  use: WeightsRecord["use"],
  monitor: Monitor,
): ChosenWeights {
  let last: Last | undefined;
  let best: (Best & { weights: Values }) | undefined;
  return {
    after(record) {
      const { epoch } = record;
      last = { epoch };
      const figure = merit(monitor, record);
      // A figure that is undefined is better than nothing only.
      if (use === "best" && (!best || figure > best.figure || Number.isNaN(best.figure)))
        best = { epoch, figure, weights: readWeights(network) };
    },
    save: () => ({
      data: { last, best: best && { epoch: best.epoch, figure: best.figure } },
      ...(best && { arrays: best.weights }),
    }),
    load({ data, arrays }) {
      const saved = data as { last?: Last; best?: Best };
      last = saved.last;
      best = saved.best && { ...saved.best, figure: saved.best.figure ?? NaN, weights: arrays! };
    },
    get best() {
      return best?.epoch ?? null;
    },
    restore() {
      if (!best) return { use, epoch: last?.epoch ?? 0 };
      restoreWeights(engine, network, best.weights);
      return { use, epoch: best.epoch };
    },
  };
}

interface Last {
  epoch: number;
}

interface Best {
  epoch: number;
  figure: number;
}
