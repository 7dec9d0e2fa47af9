import type { Layer, PreprocessInput } from "../experiment.ts";
import { efficientnetB0 } from "./efficientnet-b0.ts";
import { mobilenetV2 } from "./mobilenet-v2.ts";
import { resnet50 } from "./resnet50.ts";

/** A network of keras.applications without its head. */
export interface BuiltInBase {
  /** What its weights were trained on, of values from 0 to 1. */
  mode: PreprocessInput["mode"];
  layers: Layer[];
}

/** Whether a file is PyTorch's, whose MobileNetV2 is a little other than Keras's. */
export function isTorchFile(path: string): boolean {
  return /\.pth?$/i.test(path);
}

/** What can be said of a network that comes with Lamina. */
interface BaseKind {
  build(isTorch: boolean): BuiltInBase;
  /** Takes torchvision's weights, too. */
  hasTorch: boolean;
  /** Its file of keras.applications. */
  kerasFile: string;
}

export const builtInBases: Readonly<Record<string, BaseKind>> = {
  mobilenetV2: {
    build: (isTorch) => ({ mode: isTorch ? "torch" : "tf", layers: mobilenetV2(isTorch) }),
    hasTorch: true,
    kerasFile: "mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224_no_top.h5",
  },
  resnet50: {
    build: () => ({ mode: "caffe", layers: resnet50() }),
    hasTorch: false,
    kerasFile: "resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5",
  },
  efficientnetB0: {
    build: () => ({ mode: "rgb", layers: efficientnetB0() }),
    hasTorch: false,
    kerasFile: "efficientnetb0_notop.h5",
  },
};
