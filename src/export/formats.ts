/** What a model can be exported to. */
export const formatNames = ["onnx", "keras", "tfjs"] as const;
export type FormatName = (typeof formatNames)[number];
