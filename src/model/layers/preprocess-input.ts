import type * as tf from "@tensorflow/tfjs";
import { messages } from "../messages.ts";
import type { Shape } from "../shape.ts";
import type { ResolvedLayers } from "./definition.ts";
import { type LayerDefinition, ShapeError } from "./definition.ts";
import { ownLayer } from "./own-layer.ts";
import { imageShape } from "./windows.ts";

type Settings = ResolvedLayers["preprocessInput"];

/** What becomes of red, green and blue: each value times `scale`, plus `offset`. */
interface Scaling {
  scale: readonly number[];
  offset: readonly number[];
}

/** Of values from 0 to 1, as keras.applications' imagenet_utils has them of values from 0 to 255. */
const modes: Readonly<Record<Settings["mode"], Scaling>> = {
  rgb: { scale: [1, 1, 1], offset: [0, 0, 0] },
  tf: { scale: [2, 2, 2], offset: [-1, -1, -1] },
  torch: standardised([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
  caffe: { scale: [255, 255, 255], offset: [-123.68, -116.779, -103.939] },
};

function standardised(means: readonly number[], deviations: readonly number[]): Scaling {
  return {
    scale: deviations.map((deviation) => 1 / deviation),
    offset: means.map((mean, channel) => -mean / deviations[channel]!),
  };
}

/** [height, width, 1 or 3], values from 0 to 1, to [height, width, 3]. */
export const preprocessInput: LayerDefinition<Settings> = {
  byImage: true,
  outputShape(_settings, input) {
    const [height, width] = colourShape(input);
    return [height, width, 3];
  },
  multiplyAdds: () => 0,
  build(settings, context) {
    const output = preprocessInput.outputShape(settings, context.input, context);
    return ownLayer(context, { output, run: (images) => prepared(images, settings, context) });
  },
  /** A convolution of 1 x 1. */
  saved({ mode }, _layer, { tf: tfjs, name, input }) {
    const channels = colourShape(input)[2];
    const { scale, offset, sources } = channelsOf(mode, channels);
    const kernel = Array.from({ length: channels }, (_, source) =>
      sources.map((one, channel) => (one === source ? scale[channel]! : 0)),
    );
    return tfjs.layers.conv2d({
      name,
      filters: 3,
      kernelSize: 1,
      trainable: false,
      weights: [tfjs.tensor4d([[kernel]]), tfjs.tensor1d(offset)],
    });
  },
  instructions: (settings, _layer, context) => [
    { kind: "each", run: (images) => prepared(images, settings, context) },
  ],
};

function prepared(
  images: tf.Tensor,
  { mode }: Settings,
  { tf: tfjs }: { tf: typeof tf },
): tf.Tensor {
  const { scale, offset, sources } = channelsOf(mode, images.shape[3]!);
  const isInOrder = sources.every((source, channel) => source === channel);
  const channels = tfjs.split(images, images.shape[3]!, 3);
  const coloured = isInOrder
    ? images
    : tfjs.concat(
        sources.map((source) => channels[source]!),
        3,
      );
  return tfjs.add(tfjs.mul(coloured, tfjs.tensor1d(scale)), tfjs.tensor1d(offset));
}

/** Of each channel that goes out: which one it comes from, and what becomes of it. */
function channelsOf(mode: Settings["mode"], channels: number) {
  const order = mode === "caffe" ? [2, 1, 0] : [0, 1, 2];
  const { scale, offset } = modes[mode];
  return {
    scale: order.map((colour) => scale[colour]!),
    offset: order.map((colour) => offset[colour]!),
    sources: order.map((colour) => (channels === 1 ? 0 : colour)),
  };
}

function colourShape(input: Shape): readonly [number, number, number] {
  const image = imageShape("preprocessInput", input);
  if (image[2] === 1 || image[2] === 3) return image;
  throw new ShapeError(messages.needsColours("preprocessInput", image));
}
