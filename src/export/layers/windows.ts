import type { ResolvedLayers } from "../../model/layers/definition.ts";
import type { Shape } from "../../model/shape.ts";
import {
  asKeras,
  type LayerExporter,
  type OnnxPlace,
  scalar,
  type TfjsPlace,
} from "../exporter.ts";
import { padsOf } from "./convolved.ts";

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
  tfjs: ({ op, value }, { type, size, strides, padding }) =>
    op(type === "max" ? "MaxPool" : "AvgPool", [value], {
      ksize: [1, ...size, 1],
      strides: [1, ...(strides ?? size), 1],
      padding: padding.toUpperCase(),
    }),
};

export const globalPool: LayerExporter<ResolvedLayers["globalPool"]> = {
  onnx: ({ op, value }, { type }) =>
    op("Flatten", [op(type === "max" ? "GlobalMaxPool" : "GlobalAveragePool", [value])]),
  keras: (at, settings) =>
    asKeras(settings.type === "max" ? "GlobalMaxPooling2D" : "GlobalAveragePooling2D")(
      at,
      settings,
    ),
  tfjs: ({ op, integers, value }, { type }) =>
    op(type === "max" ? "Max" : "Mean", [value, integers("axes", [1, 2])]),
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
  tfjs: ({ op, integers, floats, value }, { sides: [top, bottom, left, right] }) =>
    op("PadV2", [
      value,
      integers("pads", [0, 0, top, bottom, left, right, 0, 0], [4, 2]),
      floats("zero", scalar(0)),
    ]),
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
  tfjs: ({ op, integers, value, output }, { sides: [top, , left] }) =>
    op("Slice", [value, integers("begin", [0, top, left, 0]), integers("size", [-1, ...output])]),
};

export const upSampling: LayerExporter<ResolvedLayers["upSampling"]> = {
  onnx: (at, { size, interpolation }) =>
    interpolation === "bilinear"
      ? bilinear(at)
      : at.op(
          "Resize",
          [
            at.value,
            "",
            at.floats("scales", { shape: [4], values: Float32Array.of(1, 1, ...size) }),
          ],
          { mode: "nearest", coordinate_transformation_mode: "asymmetric", nearest_mode: "floor" },
        ),
  keras: asKeras("UpSampling2D", ({ size, interpolation }) => ({ size, interpolation })),
  tfjs: (at, { interpolation }) =>
    resized(at, interpolation === "bilinear" ? "ResizeBilinear" : "ResizeNearestNeighbor"),
};

export const resize: LayerExporter<ResolvedLayers["resize"]> = {
  onnx: (at, { interpolation }) =>
    interpolation === "bilinear"
      ? bilinear(at)
      : nearest(at, (images, places, axis) =>
          at.op("Gather", [images, places], { axis: axis + 2 }),
        ),
  keras: asKeras("Resizing", ({ size: [height, width], interpolation }) => ({
    height,
    width,
    interpolation,
  })),
  tfjs: (at, { interpolation }) =>
    interpolation === "bilinear"
      ? resized(at, "ResizeBilinear")
      : nearest(at, (images, places, axis) =>
          at.op("GatherV2", [images, places, at.integer(`axis_${axis}`, axis + 1)]),
        ),
};

/** The middle of a pixel is the middle of a pixel. */
function resized({ op, integers, value, output }: TfjsPlace, type: string): string {
  const size = integers("size", output.slice(0, 2));
  return op(type, [value, size], { half_pixel_centers: true });
}

/** The middle of a pixel is the middle of a pixel. */
function bilinear({ op, integers, value, output }: OnnxPlace): string {
  const [height, width] = output as readonly [number, number, number];
  // ONNX Runtime's optimizer loses two sizes where "axes" says which these are.
  const kept = op("Shape", [value], { start: 0, end: 2 });
  const sizes = op("Concat", [kept, integers("sizes", [height, width])], { axis: 0 });
  return op("Resize", [value, "", "", sizes], {
    mode: "linear",
    coordinate_transformation_mode: "half_pixel",
  });
}

/**
 * Which rows and columns are taken: of two that are as near, runtimes would round otherwise than TensorFlow does.
 * @param take rows (axis 0) or columns out of images
 */
function nearest(
  { integers, value, input, output }: OnnxPlace | TfjsPlace,
  take: (images: string, places: string, axis: number) => string,
): string {
  return [0, 1].reduce((images, axis) => {
    const step = Math.fround(input[axis]! / output[axis]!);
    const places = Array.from({ length: output[axis]! }, (_, place) =>
      Math.min(Math.floor(Math.fround((place + 0.5) * step)), input[axis]! - 1),
    );
    return take(images, integers(axis === 0 ? "rows" : "columns", places), axis);
  }, value);
}

export const flatten: LayerExporter<ResolvedLayers["flatten"]> = {
  onnx: ({ op, value, input }) =>
    isImage(input) ? op("Flatten", [op("Transpose", [value], { perm: [0, 2, 3, 1] })]) : value,
  keras: asKeras("Flatten"),
  tfjs: ({ op, integers, value, output }) =>
    op("Reshape", [value, integers("shape", [-1, ...output])]),
};

export function isImage(shape: Shape): boolean {
  return shape.length === 3;
}
