import { messages } from "../messages.ts";
import { weightOf } from "../instructions.ts";
import type { Shape } from "../shape.ts";
import type { ResolvedLayers } from "./definition.ts";
import { ShapeError, type LayerDefinition } from "./definition.ts";
import { keepsShape } from "./shape-keeping.ts";

/** x where it is positive, a share of it elsewhere that is trained; any shape. */
export const prelu: LayerDefinition<ResolvedLayers["prelu"]> = {
  ...keepsShape,
  byImage: true,
  role: "activation",
  outputShape(settings, input) {
    slopesShape(settings, input);
    return input;
  },
  weights: (settings, input) => [{ name: "alpha", shape: slopesShape(settings, input) }],
  build: ({ sharedAxes }, { tf, name }) =>
    tf.layers.prelu({ name, ...(sharedAxes && { sharedAxes: [...sharedAxes] }) }),
  instructions({ sharedAxes }, layer, { tf }) {
    const isAlike = sharedAxes?.includes(1) && sharedAxes.includes(2);
    return [
      {
        // A slope per place belongs to the place: no border may be cut off before it.
        kind: isAlike ? "each" : "slide",
        // In place of tf.prelu, whose gradient at 0 is the slope where Keras's is 0.
        run: (input) => tf.sub(tf.relu(input), tf.mul(weightOf(layer, 0), tf.relu(tf.neg(input)))),
      },
    ];
  },
};

function slopesShape({ sharedAxes }: ResolvedLayers["prelu"], input: Shape): number[] {
  const beyond = sharedAxes?.find((axis) => axis > input.length);
  if (beyond !== undefined) throw new ShapeError(messages.noSuchAxis("prelu", beyond, input));
  return input.map((length, index) => (sharedAxes?.includes(index + 1) ? 1 : length));
}
