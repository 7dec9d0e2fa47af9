// It makes itself known to tfjs.
// oxlint-disable-next-line import/no-unassigned-import
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import type { SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { HeatMap } from "../../evaluate/grad-cam.ts";
import { depthOf, levelOf, type Pixels } from "../../pixels.ts";
import { standardize } from "../../model/standardize.ts";
import { Network } from "./network.ts";
import type { PageModel, Seen, WorkerStart, WorkerStarted } from "./protocol.ts";

/** The network of a run, as it predicts. */
export class Predictor {
  readonly #whitening: tf.Tensor2D | null;

  private constructor(
    readonly backend: WorkerStarted["backend"],
    readonly model: PageModel,
    private readonly network: Network,
    whitening: Uint8Array | null,
  ) {
    const size = model.preprocessing.whitening?.size ?? 0;
    this.#whitening =
      whitening && tf.tensor2d(new Float32Array(new Uint8Array(whitening).buffer), [size, size]);
  }

  /** @throws where the browser can run the network in no way */
  static async open({ model, weights, whitening, operations }: WorkerStart): Promise<Predictor> {
    const backend = await chooseBackend(operations);
    const network = await Network.load(model.topology, model.weightSpecs, weights);
    return new Predictor(backend, model, network, whitening);
  }

  /** @param pixels [height, width, channels] */
  see(pixels: Pixels): Seen {
    return tf.tidy(() => {
      const { network } = this;
      const [given, features] = network.values(
        [network.input, this.#prepared(pixels)],
        [network.probabilities, network.features],
      ) as [tf.Tensor, tf.Tensor];
      const values = Array.from(given.dataSync());
      return {
        // Of a sigmoid there is one, the second class's.
        probabilities: values.length === 1 ? [1 - values[0]!, values[0]!] : values,
        features: features.dataSync<"float32">().slice(),
      };
    });
  }

  /**
   * Grad-CAM, as src/evaluate/grad-cam.ts has it.
   * @param label number of the class @returns null where the network has no convolution
   */
  async heat(pixels: Pixels, label: number): Promise<HeatMap | null> {
    const { network } = this;
    const { mapsLayer } = this.model;
    if (mapsLayer === null) return null;
    const symbol = network.outputOf(mapsLayer);
    const maps = tf.tidy(
      () => network.values([network.input, this.#prepared(pixels)], [symbol])[0]!,
    );
    // What is behind the maps is little; and WebAssembly's gradient of a maximum pool leaves windows out (tfjs 4.22).
    await tf.setBackend("cpu");
    const map = this.#weighed(symbol, maps, label);
    maps.dispose();
    await tf.setBackend(this.backend);
    return map;
  }

  #weighed(symbol: SymbolicTensor, maps: tf.Tensor, label: number): HeatMap {
    const { network } = this;
    return tf.tidy(() => {
      const score = (features: tf.Tensor) => {
        const [scores] = network.values([symbol, features], [network.scores]);
        const count = scores!.shape.at(-1)!;
        const chosen =
          count === 1 ? tf.tensor1d([label === 1 ? 1 : -1]) : tf.oneHot([label], count);
        return tf.sum(tf.mul(scores!, chosen));
      };
      const gradient = tf.grad(score as (x: tf.Tensor) => tf.Tensor)(maps);
      const importance = tf.mean(gradient, [1, 2], true);
      const map = tf.relu(tf.sum(tf.mul(maps, importance), -1));
      const [, height, width] = map.shape as [number, number, number];
      const values = map.dataSync<"float32">().slice();
      const most = values.reduce((largest, value) => Math.max(largest, value), 0);
      return { height, width, values: most > 0 ? values.map((value) => value / most) : values };
    });
  }

  #prepared(pixels: Pixels): tf.Tensor4D {
    const { preprocessing, target } = this.model;
    const { preprocess, mean, std } = preprocessing;
    const shape: [number, number, number, number] = [
      1,
      target.height,
      target.width,
      target.channels,
    ];
    const level = levelOf(depthOf(pixels));
    const levels = tf.tensor4d(
      Float32Array.from(pixels, (value) => value / level),
      shape,
    );
    const statistics = { mean, std, whitening: this.#whitening };
    return standardize(tf, tf.mul(levels, preprocess.rescale), preprocess, statistics);
  }
}

async function chooseBackend(operations: Uint8Array): Promise<WorkerStarted["backend"]> {
  if (tf.getBackend() === "wasm") return "wasm";
  // The one variant that is in the page: threads would take headers that a file has not.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")) {
    // tfjs asks for its code by an address; it is here already.
    tf.env().platform.fetch = async () => new Response(new Uint8Array(operations));
    setWasmPaths("./", true);
    if (await tf.setBackend("wasm")) return "wasm";
  }
  await tf.setBackend("cpu");
  return "cpu";
}
