import type * as tfjs from "@tensorflow/tfjs";
import { composite, throughLayers } from "./composite.ts";
import type { ResolvedLayers } from "./definition.ts";
import { activation } from "./shape-keeping.ts";

/** x relu6(x + 3) / 6, any shape. */
export const hardSwish = activation<ResolvedLayers["hardSwish"]>({
  build: (_settings, context) =>
    composite(context, (input) => {
      const { tf, name } = context;
      const gate = throughLayers(
        input,
        tf.layers.rescaling({ name: `${name}/shift`, scale: 1, offset: 3 }),
        tf.layers.reLU({ name: `${name}/gate`, maxValue: 6 }),
        tf.layers.rescaling({ name: `${name}/scale`, scale: 1 / 6, offset: 0 }),
      );
      const product = tf.layers.multiply({ name: `${name}/multiply` });
      return product.apply([input, gate]) as tfjs.SymbolicTensor;
    }),
  run: (input, _settings, { tf }) => tf.mul(input, tf.mul(tf.relu6(tf.add(input, 3)), 1 / 6)),
});
