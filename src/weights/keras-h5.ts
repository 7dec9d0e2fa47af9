import { Unreadable } from "./errors.ts";
import type { Hdf5File, Hdf5Object } from "./hdf5.ts";
import { messages } from "./messages.ts";
import type { PlacedWeight } from "./weights.ts";

/**
 * Weights of the `.h5` of Keras 2 and 3: a group for each layer of the model, whose attribute `weight_names` lists its weights,
 * of a model inside the model those of all its layers. The list of layers is an attribute of the file, or in a saved model of
 * its group `model_weights`.
 *
 * @returns null where the file is of another kind. @throws Unreadable
 */
export function weightsOfKerasH5(file: Hdf5File): PlacedWeight[] | null {
  const top = ["", "model_weights"].find((path) => textsOf(file.get(path), "layer_names"));
  if (top === undefined) return null;
  const at = (path: string) => (top === "" ? path : `${top}/${path}`);
  return textsOf(file.get(top), "layer_names")!.flatMap((layer) => {
    const names = textsOf(file.get(at(layer)), "weight_names");
    if (names === undefined) throw new Unreadable(messages.layerMissing(layer));
    return names.map((name) => {
      const values = file.get(at(`${layer}/${name}`))?.values;
      if (!values) throw new Unreadable(messages.weightMissing(name));
      const path = name.replace(/:\d+$/, "").split("/");
      return {
        layer: path.length > 1 ? path.slice(0, -1) : [layer],
        name: path.at(-1)!,
        shape: values.shape,
        values: values.floats,
      };
    });
  });
}

/** A list of texts, which Keras cuts into name0, name1 … where it is long. */
function textsOf(object: Hdf5Object | undefined, name: string): string[] | undefined {
  const whole = object?.attributes[name];
  if (Array.isArray(whole)) return whole;
  const parts: string[][] = [];
  for (let part; Array.isArray((part = object?.attributes[`${name}${parts.length}`]));)
    parts.push(part);
  return parts.length > 0 ? parts.flat() : undefined;
}
