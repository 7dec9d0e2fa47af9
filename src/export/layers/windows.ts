import type { ResolvedLayers } from "../../model/layers/definition.ts";
import type { Shape } from "../../model/shape.ts";
import { asKeras, type LayerExporter, type OnnxPlace } from "../exporter.ts";
import { padsOf } from "./convolutions.ts";

export const pool: LayerExporter<ResolvedLayers["pool"]> = {
  onnx(at, { type, size, strides, padding }) {
    const places = { size, strides: strides ?? size, padding };
    return at.op(type === "max" ? "MaxPool" : "AveragePool", [at.value], {
      kernel_shape: size,
      strides: places.strides,
      pads: padsOf(at.input, places),
    });
  },
  keras(at, settings) {
    const name = settings.type === "max" ? "MaxPooling2D" : "AveragePooling2D";
    const config = ({ size, strides, padding }: typeof settings) => ({
      pool_size: size,
      strides: strides ?? size,
      padding,
    });
    return asKeras(name, config)(at, settings);
  },
};

export const globalPool: LayerExporter<ResolvedLayers["globalPool"]> = {
  onnx: ({ op, value }, { type }) =>
    op("Flatten", [op(type === "max" ? "GlobalMaxPool" : "GlobalAveragePool", [value])]),
  keras: (at, settings) =>
    asKeras(settings.type === "max" ? "GlobalMaxPooling2D" : "GlobalAveragePooling2D")(
      at,
      settings,
    ),
};

export const zeroPadding: LayerExporter<ResolvedLayers["zeroPadding"]> = {
  onnx: ({ op, integers, value }, { sides: [top, bottom, left, right] }) =>
    op("Pad", [value, integers("pads", [0, 0, top, left, 0, 0, bottom, right])]),
  keras: asKeras("ZeroPadding2D", ({ sides: [top, bottom, left, right] }) => ({
    padding: [
      [top, bottom],
      [left, right],
    ],
  })),
};

export const cropping: LayerExporter<ResolvedLayers["cropping"]> = {
  onnx: ({ op, integers, value, input }, { sides: [top, bottom, left, right] }) =>
    op("Slice", [
      value,
      integers("starts", [top, left]),
      integers("ends", [input[0] - bottom, input[1]! - right]),
      integers("axes", [2, 3]),
    ]),
  keras: asKeras("Cropping2D", ({ sides: [top, bottom, left, right] }) => ({
    cropping: [
      [top, bottom],
      [left, right],
    ],
  })),
};

export const upSampling: LayerExporter<ResolvedLayers["upSampling"]> = {
  onnx: (at, { interpolation }) => resizing(at, interpolation),
  keras: asKeras("UpSampling2D", ({ size, interpolation }) => ({ size, interpolation })),
};

export const resize: LayerExporter<ResolvedLayers["resize"]> = {
  onnx: (at, { interpolation }) => resizing(at, interpolation),
  keras: asKeras("Resizing", ({ size: [height, width], interpolation }) => ({
    height,
    width,
    interpolation,
  })),
};

/** The middle of a pixel is the middle of a pixel, and of two that are as near the later one counts: TensorFlow's rule. */
function resizing(
  { op, integers, value, output }: OnnxPlace,
  interpolation: "nearest" | "bilinear",
): string {
  const [height, width] = output as readonly [number, number, number];
  return op("Resize", [value, "", "", integers("sizes", [height, width])], {
    axes: [2, 3],
    coordinate_transformation_mode: "half_pixel",
    ...(interpolation === "nearest"
      ? { mode: "nearest", nearest_mode: "round_prefer_ceil" }
      : { mode: "linear" }),
  });
}

export const flatten: LayerExporter<ResolvedLayers["flatten"]> = {
  onnx: ({ op, value, input }) =>
    isImage(input) ? op("Flatten", [op("Transpose", [value], { perm: [0, 2, 3, 1] })]) : value,
  keras: asKeras("Flatten"),
};

export function isImage(shape: Shape): boolean {
  return shape.length === 3;
}
