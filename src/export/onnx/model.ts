import { exporterOf } from "../layers.ts";
import type { OnnxPlace } from "../exporter.ts";
import { scalar } from "../exporter.ts";
import {
  depthOfModel,
  INPUT,
  OUTPUT,
  propertiesOf,
  type SavedModel,
  typeOfDepth,
} from "../model.ts";
import { prepareIn } from "../prepare.ts";
import { takeFrom } from "../weights.ts";
import { walkLayers, type Place } from "../walk.ts";
import { OnnxGraph } from "./graph.ts";
import { message, type Field } from "./protobuf.ts";

/** ONNX Runtime reads it from 1.14 on, of February 2023. */
const OPSET = 18;
const IR_VERSION = 8;

/**
 * A network as a file of ONNX: from pixels to one probability per class.
 * @throws ModelFault where the weights are not those of the layers
 */
export function onnxModel(model: SavedModel): Uint8Array {
  const { layers, input, weights, preprocessing, origin } = model;
  const classes = preprocessing.classes.length;
  const graph = new OnnxGraph();
  const take = takeFrom(weights);
  const prepared = prepare(graph, model);
  const { value, shape } = walkLayers(
    layers,
    { input, classes },
    {
      layer(kind, settings, place, from) {
        const { exporter, weights: own } = exporterOf(kind, settings, place, take);
        return exporter.onnx({ ...placeIn(graph, place, from), weights: own }, settings);
      },
      join: (kind, { name }, values) =>
        kind === "concat"
          ? graph.node(name, "Concat", values, { axis: 1 })
          : graph.node(name, "Sum", values),
    },
    graph.node("layout", "Transpose", [prepared], { perm: [0, 3, 1, 2] }),
  );
  finish(graph, value, shape[0]);
  const type = typeOfDepth(depthOfModel(model));
  const properties = propertiesOf(model, type);
  return message(
    [1, IR_VERSION],
    [2, "Lamina"],
    [3, origin.version],
    [
      7,
      graph.encode(
        "network",
        { name: INPUT, type, shape: input, description: properties["input"]! },
        { name: OUTPUT, type: "float", shape: [classes], description: properties["output"]! },
      ),
    ],
    [8, message([2, OPSET])],
    ...Object.entries(properties).map(([key, text]): Field => [14, message([1, key], [2, text])]),
  );
}

function placeIn(graph: OnnxGraph, place: Place, value: string): Omit<OnnxPlace, "weights"> {
  const { name } = place;
  return {
    ...place,
    value,
    op: (type, inputs, attributes) => graph.node(name, type, inputs, attributes),
    floats: (label, array) => graph.floats(`${name}/${label}`, array),
    integers: (label, values) => graph.integers(`${name}/${label}`, values),
  };
}

/** @returns the name of float32 [N, height, width, channels] */
function prepare(graph: OnnxGraph, model: SavedModel): string {
  const place = "preprocessing";
  const integers = (label: string, values: readonly number[]) =>
    graph.integers(`${place}/${label}`, values);
  return prepareIn(
    {
      op: (type, ...inputs) => graph.node(place, type, inputs),
      floats: (label, array) => graph.floats(`${place}/${label}`, array),
      integers,
      meanOver: (value, axes) => graph.node(place, "ReduceMean", [value, integers("axes", axes)]),
      names: { add: "Add", divide: "Div" },
    },
    model,
    graph.node(place, "Cast", [INPUT], { to: 1 }),
  );
}

/** @param scores how many each image has: one of two classes is the second's */
function finish(graph: OnnxGraph, value: string, scores: number): void {
  if (scores > 1) {
    graph.node("softmax", "Softmax", [value], { axis: 1 }, OUTPUT);
    return;
  }
  const second = graph.node("sigmoid", "Sigmoid", [value]);
  const first = graph.node("sigmoid", "Sub", [graph.floats("sigmoid/one", scalar(1)), second]);
  graph.node("sigmoid", "Concat", [first, second], { axis: 1 }, OUTPUT);
}
