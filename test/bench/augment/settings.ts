import { resolveExperiment } from "../../../src/spec/resolve.ts";

const { data } = resolveExperiment({
  data: {
    train: "unused",
    augment: { rotation: 20, shift: 0.1, zoom: 0.1, flip: "horizontal" },
  },
  model: { layers: ["flatten"] },
});

/** What keras_augment.py draws as well. */
export const benchAugmentation = data.augment!;
