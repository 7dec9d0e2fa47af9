import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { attribute, floats } from "./attributes.ts";
import type { Backend } from "./backend.ts";
import { nearestGradientInSteps, type Nearest } from "./deterministic.ts";

export type Interpolation = "nearest" | "bilinear";

/**
 * tfjs's gradients of both do not know where the middle of a pixel is.
 * @param isInSteps whether TensorFlow refuses its own of the nearest pixel
 */
export function registerResizeGradients(backend: Backend, isInSteps: boolean): void {
  replace("ResizeBilinear", (gradient, images, attributes) =>
    backend.executeSingleOutput("ResizeBilinearGrad", attributes, [gradient, images]),
  );
  replace("ResizeNearestNeighbor", (gradient, images, attributes, nearest) => {
    const [, height, width] = images.shape as [number, number, number];
    if (isInSteps) return nearestGradientInSteps(gradient, [height, width], nearest);
    const size = tf.tensor1d([height, width], "int32");
    return backend.executeSingleOutput("ResizeNearestNeighborGrad", attributes, [gradient, size]);
  });
}

function replace(
  kernelName: string,
  gradientOf: (
    gradient: tf.Tensor,
    images: tf.Tensor,
    attributes: TFEOpAttr[],
    nearest: Nearest,
  ) => tf.Tensor,
): void {
  tf.unregisterGradient(kernelName);
  tf.registerGradient({
    kernelName,
    inputsToSave: ["images"],
    gradFunc: (gradient, saved, attrs) => {
      const { alignCorners, halfPixelCenters } = attrs as unknown as Nearest;
      const attributes = [
        floats,
        attribute.bool("align_corners", alignCorners),
        attribute.bool("half_pixel_centers", halfPixelCenters),
      ];
      const nearest = { alignCorners, halfPixelCenters };
      return { images: () => gradientOf(gradient as tf.Tensor, saved[0]!, attributes, nearest) };
    },
  });
}

/**
 * Images of another size, without antialiasing: as Keras's `ops.image.resize` makes them.
 * @param images [batch, height, width, channels]
 */
export function resizeImages(
  images: tf.Tensor,
  [height, width]: readonly [number, number],
  interpolation: Interpolation,
): tf.Tensor {
  const resize =
    interpolation === "bilinear" ? tf.image.resizeBilinear : tf.image.resizeNearestNeighbor;
  return resize(images as tf.Tensor4D, [height, width], false, true);
}
