import type * as tf from "@tensorflow/tfjs";
import type { BuildContext, ResolvedLayers } from "./definition.ts";

type KernelInitializer = ResolvedLayers["conv"]["kernelInitializer"];

/**
 * A normal distribution that is cut off at two standard deviations has this one left. Keras makes up for it; tfjs's own
 * heNormal and its kind do not.
 */
const CUT_DEVIATION = 0.87962566103423978;

/** By name the scale of the variance, what it is divided by, and the distribution. (Keras's VarianceScaling) */
const scaled: Partial<
  Record<KernelInitializer, [scale: number, mode: "fanIn" | "fanAvg", "normal" | "uniform"]>
> = {
  glorotNormal: [1, "fanAvg", "normal"],
  heUniform: [2, "fanIn", "uniform"],
  heNormal: [2, "fanIn", "normal"],
  lecunUniform: [1, "fanIn", "uniform"],
  lecunNormal: [1, "fanIn", "normal"],
};

/**
 * What a kernel begins as: the distribution that Keras draws from under that name.
 * @param kernel number of the kernel in its layer, so that no two of one layer are drawn alike
 */
export function kernelInitializer(
  name: KernelInitializer,
  { tf: { initializers }, initialWeightsSeed }: Pick<BuildContext, "tf" | "initialWeightsSeed">,
  kernel = 0,
): ReturnType<typeof tf.initializers.zeros> {
  const seed = initialWeightsSeed + kernel;
  const variance = scaled[name];
  if (variance) {
    const [scale, mode, distribution] = variance;
    const factor = distribution === "normal" ? scale / CUT_DEVIATION ** 2 : scale;
    return initializers.varianceScaling({ scale: factor, mode, distribution, seed });
  }
  switch (name) {
    case "randomUniform":
      return initializers.randomUniform({ minval: -0.05, maxval: 0.05, seed });
    case "randomNormal":
      return initializers.randomNormal({ mean: 0, stddev: 0.05, seed });
    case "truncatedNormal":
      return initializers.truncatedNormal({ mean: 0, stddev: 0.05, seed });
    case "zeros":
      return initializers.zeros();
    case "ones":
      return initializers.ones();
    default:
      return initializers.glorotUniform({ seed });
  }
}
