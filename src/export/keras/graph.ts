import type { NamedArray } from "../../train/values.ts";
import type { Hdf5Group } from "./hdf5.ts";

/** What comes out of a layer, by the layer's name. */
export interface KerasValue {
  layer: string;
  /** Without the batch. */
  shape: readonly number[];
}

interface LayerSettings {
  name: string;
  /** Beyond the name, and only what is not Keras's default: a Keras that knows fewer settings reads it too. */
  config: object;
  inputs: readonly KerasValue[];
  /** Of what comes out, without the batch. */
  shape: readonly number[];
  weights?: readonly NamedArray[];
}

interface Node extends LayerSettings {
  className: string;
  module: string;
}

/** A functional model of Keras while it grows. */
export class KerasGraph {
  readonly #nodes = new Map<string, Node>();

  /** Adds a layer. Where another is called so, an underscore is added. */
  layer(className: string, settings: LayerSettings): KerasValue {
    return this.#add(className, "keras.layers", settings);
  }

  /** Adds an operation of keras.ops, as Keras itself writes one that stands in a model. */
  operation(className: string, settings: Omit<LayerSettings, "weights">): KerasValue {
    return this.#add(className, OPERATIONS, settings);
  }

  #add(className: string, module: string, { name: wanted, ...settings }: LayerSettings) {
    let name = wanted;
    while (this.#nodes.has(name)) name += "_";
    this.#nodes.set(name, { ...settings, name, className, module });
    return { layer: name, shape: settings.shape };
  }

  /** config.json. */
  config(name: string, input: KerasValue, output: KerasValue): object {
    const registered = "Functional";
    return {
      module: "keras.src.models.functional",
      class_name: registered,
      config: {
        name,
        trainable: true,
        layers: [...this.#nodes.values()].map(layerConfig),
        input_layers: [input.layer, 0, 0],
        output_layers: [output.layer, 0, 0],
      },
      registered_name: registered,
      build_config: { input_shape: null },
    };
  }

  /** model.weights.h5: the weights of each layer under its class and number, as Keras counts them. */
  weights(output: KerasValue): Hdf5Group {
    const layers: Hdf5Group = {};
    const counts = new Map<string, number>();
    for (const { className, module, weights = [] } of this.#inKerasOrder(output)) {
      if (module === OPERATIONS) continue;
      const kind = snakeCase(className);
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      if (weights.length === 0) continue;
      const vars = Object.fromEntries(weights.map((array, index) => [String(index), array]));
      layers[count === 0 ? kind : `${kind}_${count}`] = { vars };
    }
    return { layers };
  }

  /**
   * The layers as Keras lists them: those that the longest way leads from to the output first, and of equals those that
   * are met first on the way back from it (`map_graph` in keras/src/ops/function.py).
   */
  #inKerasOrder({ layer }: KerasValue): Node[] {
    const met = new Map<string, number>();
    const meet = (name: string) => {
      if (met.has(name)) return;
      met.set(name, met.size);
      for (const input of this.#nodes.get(name)!.inputs) meet(input.layer);
    };
    meet(layer);
    const depths = new Map([[layer, 0]]);
    // Each layer was added after those that it takes its input from.
    for (const { name, inputs } of [...this.#nodes.values()].toReversed())
      for (const input of inputs)
        depths.set(input.layer, Math.max(depths.get(input.layer) ?? 0, depths.get(name)! + 1));
    return [...this.#nodes.values()].toSorted(
      (a, b) => depths.get(b.name)! - depths.get(a.name)! || met.get(a.name)! - met.get(b.name)!,
    );
  }
}

const OPERATIONS = "keras.src.ops.numpy";

function layerConfig({ className, module, name, config, inputs }: Node): object {
  const tensors = inputs.map(({ layer, shape }) => ({
    class_name: "__keras_tensor__",
    config: { shape: [null, ...shape], dtype: "float32", keras_history: [layer, 0, 0] },
  }));
  const isMerge = module !== OPERATIONS && tensors.length > 1;
  return {
    module,
    class_name: className,
    config: { name, ...config },
    registered_name: module === OPERATIONS ? className : null,
    name,
    inbound_nodes:
      tensors.length === 0 ? [] : [{ args: isMerge ? [tensors] : tensors, kwargs: {} }],
  };
}

/** Conv2DTranspose → conv2d_transpose: `to_snake_case` in keras/src/utils/naming.py. */
function snakeCase(name: string): string {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
}
