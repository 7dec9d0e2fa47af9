import type { NamedArray } from "../train/values.ts";
import type { KerasGraph, KerasValue } from "./keras/graph.ts";
import type { Attributes } from "./onnx/graph.ts";
import type { TfjsAttributes } from "./tfjs/graph.ts";
import type { Place } from "./walk.ts";
import type { TakeWeight } from "./weights.ts";

/** How other formats say one kind of layer. */
export interface LayerExporter<Settings> {
  /** Its weights in the order and the shapes of Keras, out of those that are saved; none where it is absent. */
  weights?(settings: Settings, place: Place, take: TakeWeight): NamedArray[];
  /**
   * Adds its operations. Images are [batch, channels, height, width] in ONNX, and rows [batch, units].
   * @returns the name of what comes out
   */
  onnx(at: OnnxPlace, settings: Settings): string;
  /** Adds its layers, of images [batch, height, width, channels]. */
  keras(at: KerasPlace, settings: Settings): KerasValue;
  /** Adds TensorFlow's operations, of images [batch, height, width, channels]. @returns the name of what comes out */
  tfjs(at: TfjsPlace, settings: Settings): string;
}

/** Where the operations of a layer go into a graph. */
export interface GraphPlace<Settings> extends Place {
  /** The name of what comes in. */
  value: string;
  weights: readonly NamedArray[];
  /** Adds an operation. @returns the name of what comes out */
  op(type: string, inputs: readonly string[], attributes?: Settings): string;
  /** Adds numbers. @param label what they are called in the layer @returns their name */
  floats(label: string, array: NamedArray): string;
  integers(label: string, values: readonly number[]): string;
}

export type OnnxPlace = GraphPlace<Attributes>;

export interface TfjsPlace extends GraphPlace<TfjsAttributes> {
  /** @param shape a list, if none is given */
  integers(label: string, values: readonly number[], shape?: readonly number[]): string;
  /** One whole number by itself, where a list is something else. */
  integer(label: string, value: number): string;
}

export interface KerasPlace extends Place {
  value: KerasValue;
  weights: readonly NamedArray[];
  graph: KerasGraph;
}

/** One number, as ONNX and TensorFlow take it where a tensor of any shape may be. */
export function scalar(value: number): NamedArray {
  return { shape: [], values: Float32Array.of(value) };
}

/** Of a layer that is one of Keras's. */
export function asKeras<Settings>(
  className: string,
  config: (settings: Settings, place: Place) => object = () => ({}),
): LayerExporter<Settings>["keras"] {
  return ({ graph, name, value, weights, ...place }, settings) =>
    graph.layer(className, {
      name,
      config: config(settings, { name, ...place }),
      inputs: [value],
      shape: place.output,
      weights,
    });
}
