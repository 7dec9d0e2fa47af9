import { exporterOf } from "../layers.ts";
import {
  depthOfModel,
  INPUT,
  LEAST_SPREAD,
  OUTPUT,
  rescaleOf,
  type SavedModel,
  typeOfDepth,
} from "../model.ts";
import { walkLayers } from "../walk.ts";
import { takeFrom } from "../weights.ts";
import { KerasGraph, type KerasValue } from "./graph.ts";
import { hdf5File } from "./hdf5.ts";
import { storedZip } from "./zip.ts";

/** Whose files are written; later ones read them. */
const KERAS_VERSION = "3.15.0";

/**
 * A network as a .keras file: from pixels to one probability per class.
 * @throws ModelFault where the weights are not those of the layers
 */
export function kerasModel(model: SavedModel): Uint8Array {
  const { layers, input, weights, preprocessing, origin } = model;
  const graph = new KerasGraph();
  const take = takeFrom(weights);
  const images = graph.layer("InputLayer", {
    name: INPUT,
    config: { batch_shape: [null, ...input], dtype: typeOfDepth(depthOfModel(model)) },
    inputs: [],
    shape: input,
  });
  const { value } = walkLayers(
    layers,
    { input, classes: preprocessing.classes.length },
    {
      layer(kind, settings, place, from) {
        const { exporter, weights: own } = exporterOf(kind, settings, place, take);
        return exporter.keras({ ...place, value: from, weights: own, graph }, settings);
      },
      join: (kind, { name, output: joined }, inputs) =>
        graph.layer(kind === "concat" ? "Concatenate" : "Add", {
          name,
          config: {},
          inputs,
          shape: joined,
        }),
    },
    prepare(graph, model, images),
  );
  const output = finish(graph, value);
  const date = origin.finishedAt.slice(0, 19).replace("T", "@");
  const text = (record: object) => Buffer.from(JSON.stringify(record));
  return storedZip(
    new Map([
      ["metadata.json", text({ keras_version: KERAS_VERSION, date_saved: date })],
      ["config.json", text(graph.config("network", images, output))],
      ["model.weights.h5", hdf5File(graph.weights(output))],
    ]),
  );
}

/** As `buildPreparation` does it. */
function prepare(graph: KerasGraph, model: SavedModel, images: KerasValue): KerasValue {
  const { input, preprocessing, whitening } = model;
  const { preprocess, mean, std } = preprocessing;
  const OF_IMAGE = [1, 1, 1];
  type Shape = readonly number[];
  const settings = (name: string, config: object, inputs: KerasValue[], shape: Shape = input) => ({
    name: `input_${name}`,
    config,
    inputs,
    shape,
  });
  const ofImage = (name: string, from: KerasValue) => {
    const config = { axis: [1, 2, 3], keepdims: true };
    return graph.operation("Mean", settings(name, config, [from], OF_IMAGE));
  };
  const rescale = { scale: rescaleOf(model), offset: 0 };
  let value = graph.layer("Rescaling", settings("rescale", rescale, [images]));
  if (preprocess.samplewiseCenter || preprocess.samplewiseStd) {
    const center = ofImage("mean", value);
    value = graph.layer("Subtract", settings("center", {}, [value, center]));
  }
  if (preprocess.samplewiseStd) {
    const squares = graph.layer("Multiply", settings("squares", {}, [value, value]));
    const variance = ofImage("variance", squares);
    const root = graph.operation("Sqrt", settings("spread", {}, [variance], OF_IMAGE));
    const least = { scale: 1, offset: LEAST_SPREAD };
    const spread = graph.layer("Rescaling", settings("least_spread", least, [root], OF_IMAGE));
    value = graph.operation("Divide", settings("scale", {}, [value, spread]));
  }
  if (mean) {
    const variance = mean.map((_, channel) => (std ? (std[channel]! + LEAST_SPREAD) ** 2 : 1));
    const config = { axis: -1, mean, variance };
    value = graph.layer("Normalization", settings("normalize", config, [value]));
  }
  if (whitening) {
    const size = Math.sqrt(whitening.length);
    const row = { target_shape: [size] };
    const rows = graph.layer("Reshape", settings("rows", row, [value], [size]));
    const whiten = { units: size, use_bias: false, trainable: false };
    const mixed = graph.layer("Dense", {
      ...settings("whitening", whiten, [rows], [size]),
      weights: [{ shape: [size, size], values: whitening }],
    });
    value = graph.layer("Reshape", settings("images", { target_shape: input }, [mixed]));
  }
  return value;
}

/** @param scores one for each class, or of two classes the second's */
function finish(graph: KerasGraph, scores: KerasValue): KerasValue {
  const [count] = scores.shape as [number];
  const layer = (className: string, name: string, config: object, ...inputs: KerasValue[]) =>
    graph.layer(className, {
      name,
      config,
      inputs,
      shape: [name === OUTPUT && count === 1 ? 2 : count],
    });
  if (count > 1) return layer("Softmax", OUTPUT, {}, scores);
  const second = layer("Activation", "sigmoid", { activation: "sigmoid" }, scores);
  const first = layer("Rescaling", "first_class", { scale: -1, offset: 1 }, second);
  return layer("Concatenate", OUTPUT, {}, first, second);
}
