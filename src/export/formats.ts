import type { PixelType } from "./model.ts";

/** What a model can be exported to. */
export const formatNames = ["onnx", "keras", "tfjs"] as const;
export type FormatName = (typeof formatNames)[number];

/** How pixels go into each. */
export const pixelTypes: Readonly<Record<FormatName, PixelType>> = {
  onnx: "uint8",
  keras: "uint8",
  tfjs: "int32",
};
