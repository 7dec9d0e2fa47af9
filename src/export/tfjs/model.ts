import type { LayerKind, ResolvedLayers } from "../../model/layers/definition.ts";
import { jsonText } from "../../json-text.ts";
import { layerExporters } from "../layers.ts";
import { type LayerExporter, scalar, type TfjsPlace } from "../exporter.ts";
import { INPUT, LEAST_SPREAD, OUTPUT, propertiesOf, type SavedModel } from "../model.ts";
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
        // As in `walkLayers`: TypeScript cannot pair a variable kind with its settings.
        const exporter = layerExporters[kind] as LayerExporter<ResolvedLayers[LayerKind]>;
        const own = exporter.weights?.(settings, place, take) ?? [];
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

/** As `buildPreparation` does it. @returns the name of float32 [N, height, width, channels] */
function prepare(graph: TfjsGraph, { input, preprocessing, whitening }: SavedModel): string {
  const { preprocess, mean, std } = preprocessing;
  const place = "preprocessing";
  const op = (type: string, ...inputs: string[]) => graph.node(place, type, inputs);
  const floats = (name: string, values: readonly number[]) =>
    graph.floats(`${place}/${name}`, { shape: [values.length], values: Float32Array.from(values) });
  const number = (name: string, value: number) => graph.floats(`${place}/${name}`, scalar(value));
  const integers = (name: string, values: readonly number[]) =>
    graph.integers(`${place}/${name}`, values);
  const ofImage = (values: string) =>
    graph.node(place, "Mean", [values, integers("axes", [1, 2, 3])], { keep_dims: true });
  graph.placeholder(INPUT, "DT_INT32", input);
  let value = graph.node(place, "Cast", [INPUT], { DstT: { type: "DT_FLOAT" } });
  value = op("Mul", value, number("rescale", preprocess.rescale));
  if (preprocess.samplewiseCenter || preprocess.samplewiseStd)
    value = op("Sub", value, ofImage(value));
  if (preprocess.samplewiseStd) {
    const spread = op("Sqrt", ofImage(op("Mul", value, value)));
    value = op("RealDiv", value, op("AddV2", spread, number("least_spread", LEAST_SPREAD)));
  }
  if (mean) value = op("Sub", value, floats("mean", mean));
  if (std) {
    const spread = std.map((one) => Math.fround(one) + LEAST_SPREAD);
    value = op("RealDiv", value, floats("std", spread));
  }
  if (whitening) {
    const size = Math.sqrt(whitening.length);
    const matrix = { shape: [size, size], values: whitening };
    const rows = op("Reshape", value, integers("rows", [-1, size]));
    const mixed = op("MatMul", rows, graph.floats(`${place}/whitening`, matrix));
    value = op("Reshape", mixed, integers("images", [-1, ...input]));
  }
  return value;
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
