import type { Engine } from "../engine/engine.ts";
import { allWeights, type Network } from "../model/network.ts";
import type { EpochRecord, WeightsRecord } from "../run/layout.ts";

/** The weights that a run is judged by. */
export interface ChosenWeights {
  /** Called after each epoch, while the network has its weights. */
  offer(record: EpochRecord): void;
  /** Gives the network the chosen weights. */
  restore(): WeightsRecord;
}

/**
 * best: the weights of the epoch with the lowest held-out loss, the first of equals; a copy of them is kept in memory.
 * last: those that the network has anyway.
 */
export function chooseWeights(
  { tf }: Engine,
  network: Network,
  use: WeightsRecord["use"],
): ChosenWeights {
  let last = 0;
  let best: { epoch: number; loss: number; values: Float32Array[] } | undefined;
  return {
    offer({ epoch, heldOutLoss: loss }) {
      last = epoch;
      if (use === "last" || (best && best.loss <= loss)) return;
      const values = allWeights(network).map((weight) => weight.dataSync<"float32">().slice());
      best = { epoch, loss, values };
    },
    restore() {
      if (!best) return { use, epoch: last };
      const { epoch, values } = best;
      allWeights(network).forEach((weight, index) =>
        tf.tidy(() => weight.assign(tf.tensor(values[index]!, weight.shape, "float32"))),
      );
      return { use, epoch };
    },
  };
}
