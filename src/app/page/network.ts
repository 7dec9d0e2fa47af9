import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, loadLayersModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";

type Layer = LayersModel["layers"][number];

/** A saved network whose inner values can be asked for. */
export class Network {
  private constructor(private readonly model: LayersModel) {}

  /** @param weights float32, as in weights.bin */
  static async load(topology: object, weightSpecs: object[], weights: Uint8Array) {
    const weightData = new Uint8Array(weights).buffer;
    const specs = weightSpecs as tf.io.WeightsManifestEntry[];
    const artifacts = { modelTopology: topology, weightSpecs: specs, weightData };
    const model = await loadLayersModel(tf.io.fromMemory(artifacts));
    for (const layer of model.layers) if (layer.getClassName() === "PReLU") mend(layer);
    return new Network(model);
  }

  get input(): SymbolicTensor {
    return this.model.inputs[0]!;
  }

  get probabilities(): SymbolicTensor {
    return this.model.outputs[0]!;
  }

  /** What goes into the softmax or the sigmoid, which is the last layer. */
  get scores(): SymbolicTensor {
    return inputOf(this.probabilities.sourceLayer);
  }

  /** What goes into the last layer of all that is dense; the scores where there is none. */
  get features(): SymbolicTensor {
    const last = this.model.layers.findLast((layer) => layer.getClassName() === "Dense");
    return last ? inputOf(this.outputOf(last.name).sourceLayer) : this.scores;
  }

  /** What a layer gives. A model within the model has another output besides, of when it was made. */
  outputOf(name: string): SymbolicTensor {
    // A set: what is behind a fork is met on several ways.
    const met = new Set([this.probabilities]);
    for (const symbol of met) {
      if (symbol.sourceLayer.name === name) return symbol;
      for (const input of inputsOf(symbol.sourceLayer, symbol.nodeIndex)) met.add(input);
    }
    throw new RangeError(name);
  }

  /**
   * Some values of the network, each computed once.
   * @param from one that is known @throws where `wanted` does not follow from it
   */
  values(
    [from, value]: readonly [SymbolicTensor, tf.Tensor],
    wanted: readonly SymbolicTensor[],
  ): tf.Tensor[] {
    const known = new Map([[from.id, value]]);
    const valueOf = (symbol: SymbolicTensor): tf.Tensor => {
      const found = known.get(symbol.id);
      if (found) return found;
      const inputs = inputsOf(symbol.sourceLayer, symbol.nodeIndex).map(valueOf);
      const output = symbol.sourceLayer.apply(inputs.length === 1 ? inputs[0]! : inputs);
      known.set(symbol.id, output as tf.Tensor);
      return output as tf.Tensor;
    };
    return wanted.map(valueOf);
  }
}

/** tfjs's kernel for WebAssembly takes the slopes in their order, whatever axes they are shared on. */
function mend(prelu: Layer): void {
  prelu.call = (inputs) =>
    tf.tidy(() => {
      const values = Array.isArray(inputs) ? inputs[0]! : inputs;
      const [slopes] = prelu.getWeights();
      return tf.add(tf.relu(values), tf.mul(slopes!, tf.minimum(values, 0)));
    });
}

function inputOf(layer: Layer): SymbolicTensor {
  return inputsOf(layer, 0)[0]!;
}

function inputsOf(layer: Layer, node: number): SymbolicTensor[] {
  return layer.inboundNodes[node]!.inputTensors;
}
