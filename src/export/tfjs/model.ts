import { jsonText } from "../../json-text.ts";
import { exporterOf } from "../layers.ts";
import { scalar, type TfjsPlace } from "../exporter.ts";
import { INPUT, OUTPUT, propertiesOf, type SavedModel } from "../model.ts";
import { prepareIn } from "../prepare.ts";
import { takeFrom } from "../weights.ts";
import { type Place, walkLayers } from "../walk.ts";
import { portOf, TfjsGraph } from "./graph.ts";

/** The files of a graph model: a browser is to fetch them side by side. */
const TOPOLOGY = "model.json";
const WEIGHTS = "weights.bin";

/**
 * A network as a graph model of TensorFlow.js: from pixels to one probability per class.
 * @returns its files by name, model.json first
 * @throws ModelFault where the weights are not those of the layers
 */
export function tfjsModel(model: SavedModel): Map<string, Uint8Array> {
  const { layers, input, weights, preprocessing, origin } = model;
  const classes = preprocessing.classes.length;
  const graph = new TfjsGraph();
  const take = takeFrom(weights);
  const { value, shape } = walkLayers(
    layers,
    { input, classes },
    {
      layer(kind, settings, place, from) {
        const { exporter, weights: own } = exporterOf(kind, settings, place, take);
        return exporter.tfjs({ ...placeIn(graph, place, from), weights: own }, settings);
      },
      join: (kind, { name }, values) =>
        kind === "concat"
          ? graph.concat(name, values, -1)
          : values.reduce((sum, one) => graph.node(name, "AddV2", [sum, one])),
    },
    prepare(graph, model),
  );
  finish(graph, value, shape[0]);
  const { specs, content } = graph.weights();
  const topology = {
    format: "graph-model",
    generatedBy: `Lamina ${origin.version}`,
    convertedBy: null,
    signature: {
      inputs: { [INPUT]: portOf(INPUT, "DT_INT32", input) },
      outputs: { [OUTPUT]: portOf(OUTPUT, "DT_FLOAT", [classes]) },
    },
    userDefinedMetadata: propertiesOf(model, "int32"),
    modelTopology: graph.topology(),
    weightsManifest: [{ paths: [WEIGHTS], weights: specs }],
  };
  return new Map([
    [TOPOLOGY, Buffer.from(jsonText(topology))],
    [WEIGHTS, content],
  ]);
}

function placeIn(graph: TfjsGraph, place: Place, value: string): Omit<TfjsPlace, "weights"> {
  const { name } = place;
  return {
    ...place,
    value,
    op: (type, inputs, attributes) => graph.node(name, type, inputs, attributes),
    floats: (label, array) => graph.floats(`${name}/${label}`, array),
    integers: (label, values, shape) => graph.integers(`${name}/${label}`, values, shape),
    integer: (label, one) => graph.integers(`${name}/${label}`, [one], []),
  };
}

/** @returns the name of float32 [N, height, width, channels] */
function prepare(graph: TfjsGraph, model: SavedModel): string {
  const place = "preprocessing";
  const integers = (label: string, values: readonly number[]) =>
    graph.integers(`${place}/${label}`, values);
  graph.placeholder(INPUT, "DT_INT32", model.input);
  return prepareIn(
    {
      op: (type, ...inputs) => graph.node(place, type, inputs),
      floats: (label, array) => graph.floats(`${place}/${label}`, array),
      integers,
      meanOver: (value, axes) =>
        graph.node(place, "Mean", [value, integers("axes", axes)], { keep_dims: true }),
      names: { add: "AddV2", divide: "RealDiv" },
    },
    model,
    graph.node(place, "Cast", [INPUT], { DstT: { type: "DT_FLOAT" } }),
  );
}

/** @param scores how many each image has: one of two classes is the second's */
function finish(graph: TfjsGraph, value: string, scores: number): void {
  if (scores > 1) {
    graph.node("softmax", "Softmax", [value], {}, OUTPUT);
    return;
  }
  const second = graph.node("sigmoid", "Sigmoid", [value]);
  const first = graph.node("sigmoid", "Sub", [graph.floats("sigmoid/one", scalar(1)), second]);
  graph.concat("sigmoid", [first, second], -1, OUTPUT);
}
