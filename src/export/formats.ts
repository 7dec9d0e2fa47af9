import type { Depth } from "../pixels.ts";
import { type PixelType, typeOfDepth } from "./model.ts";

/** What a model can be exported to. */
export const formatNames = ["onnx", "keras", "tfjs"] as const;
export type FormatName = (typeof formatNames)[number];

/** How pixels go into each: TensorFlow.js has no type of 8 or 16 bits. */
export function pixelTypeOf(format: FormatName, depth: Depth): PixelType {
  return format === "tfjs" ? "int32" : typeOfDepth(depth);
}
