import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { attribute, floats } from "./attributes.ts";
import type { Backend } from "./backend.ts";

export type Interpolation = "nearest" | "bilinear";

/** tfjs's gradients of both do not know where the middle of a pixel is. */
export function registerResizeGradients(backend: Backend): void {
  replace("ResizeBilinear", (gradient, images, attributes) =>
    backend.executeSingleOutput("ResizeBilinearGrad", attributes, [gradient, images]),
  );
  replace("ResizeNearestNeighbor", (gradient, images, attributes) => {
    const size = tf.tensor1d(images.shape.slice(1, 3), "int32");
    return backend.executeSingleOutput("ResizeNearestNeighborGrad", attributes, [gradient, size]);
  });
}

function replace(
  kernelName: string,
  gradientOf: (gradient: tf.Tensor, images: tf.Tensor, attributes: TFEOpAttr[]) => tf.Tensor,
): void {
  tf.unregisterGradient(kernelName);
  tf.registerGradient({
    kernelName,
    inputsToSave: ["images"],
    gradFunc: (gradient, saved, { alignCorners, halfPixelCenters }) => ({
      images: () =>
        gradientOf(gradient as tf.Tensor, saved[0]!, [
          floats,
          attribute.bool("align_corners", alignCorners as boolean),
          attribute.bool("half_pixel_centers", halfPixelCenters as boolean),
        ]),
    }),
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
