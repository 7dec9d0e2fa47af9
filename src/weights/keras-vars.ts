import { Unreadable } from "./errors.ts";
import type { Hdf5File } from "./hdf5.ts";
import { messages } from "./messages.ts";
import type { PlacedWeight } from "./weights.ts";

/** Of a layer in config.json of a `.keras` file. */
interface LayerConfig {
  class_name: string;
  config: { name: string; layers?: LayerConfig[] } & Readonly<Record<string, unknown>>;
}

/** In which attribute of a model its layers are: of Keras 3, and of what was called Keras 3 in Keras 2. */
const containers = ["layers", "_layer_checkpoint_dependencies"];

/**
 * Weights of the `.weights.h5` of Keras 3: a group `vars` for each layer, in which they have numbers. The group of a layer is
 * called by its class and a number, "conv2d_1", and the attribute `name` of `vars` tells the name that the layer was given.
 * Before Keras 3.7 only config.json in a `.keras` file does.
 *
 * @param config of the model, as JSON; null of a file of weights alone
 * @returns null where the file is of another kind. @throws Unreadable
 */
export function weightsOfKerasVars(file: Hdf5File, config: unknown): PlacedWeight[] | null {
  const groups = [...file.keys()].filter((path) => path === "vars" || path.endsWith("/vars"));
  if (groups.length === 0) return null;
  const known = new Map(isLayerConfig(config) ? placesOf(config, "") : []);
  const order = [...known.keys()];
  return groups
    .map((group) => group.replace(/\/?vars$/, ""))
    .filter((path) => !/(?:^|\/)seed_generator$/.test(path))
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((path) => weightsAt(path, file, known));
}

function weightsAt(
  path: string,
  file: Hdf5File,
  known: ReadonlyMap<string, LayerConfig>,
): PlacedWeight[] {
  const own = known.get(path);
  const kind = own ? groupName(own.class_name) : path.split("/").at(-1)!.replace(/_\d+$/, "");
  const vars = path === "" ? "vars" : `${path}/vars`;
  const values = [];
  for (let found; (found = file.get(`${vars}/${values.length}`)?.values);) values.push(found);
  const others = [...file.keys()].filter((name) => name.startsWith(`${vars}/`));
  if (others.length !== values.length) throw new Unreadable(messages.weightMissing(vars));
  const names = namesOf(kind, values.length, own?.config);
  return values.map(({ shape, floats }, index) => ({
    layer: nameOf(path, file, known),
    name: names[index] ?? String(index),
    shape,
    values: floats,
  }));
}

/** The names of the models around a layer, the outermost left out, and its own. */
function nameOf(
  path: string,
  file: Hdf5File,
  known: ReadonlyMap<string, LayerConfig>,
): readonly string[] {
  const parts = path.split("/");
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return paths
    .filter((_, index) => !containers.includes(parts[index]!))
    .map((inner) => {
      const told = file.get(`${inner}/vars`)?.attributes["name"];
      const own = inner.split("/").at(-1)!;
      return known.get(inner)?.config.name ?? (typeof told === "string" ? told : own);
    });
}

/** Where the layers of a model are in the file: by class, the second of a class with a number. */
function* placesOf(model: LayerConfig, path: string): Generator<[string, LayerConfig]> {
  const times = new Map<string, number>();
  for (const layer of model.config.layers ?? []) {
    if (!isLayerConfig(layer)) continue;
    const name = groupName(layer.class_name);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    for (const container of containers) {
      const place = `${path}${container}/${before === 0 ? name : `${name}_${before}`}`;
      yield [place, layer];
      yield* placesOf(layer, `${place}/`);
    }
  }
}

function isLayerConfig(value: unknown): value is LayerConfig {
  const { class_name: name, config } = (value ?? {}) as Partial<LayerConfig>;
  const layers = config?.layers ?? [];
  return typeof name === "string" && typeof config?.name === "string" && Array.isArray(layers);
}

/** As Keras's to_snake_case: SeparableConv2D → separable_conv2d, PReLU → p_re_lu. */
function groupName(className: string): string {
  return className
    .replace(/^.*>/, "")
    .replace(/\W+/g, "")
    .replace(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

/** Of a normalization that has one of the two: a file without config.json does not tell which. */
const UNTOLD = "gamma or beta";

/** What the weights of a layer are, in the order in which Keras makes them. @param kind the layer's class, in snake case */
function namesOf(kind: string, count: number, config: LayerConfig["config"] | undefined): string[] {
  if (kind.startsWith("separable_conv")) return ["depthwise_kernel", "pointwise_kernel", "bias"];
  if (/conv\dd|^dense$/.test(kind)) return ["kernel", "bias"];
  if (kind === "p_re_lu") return ["alpha"];
  if (kind === "normalization") return ["mean", "variance", "count"];
  if (!/^(?:batch|layer|group)_normalization$/.test(kind)) return [];
  const moving = kind === "batch_normalization" ? ["moving_mean", "moving_variance"] : [];
  const only = config ? (config["center"] === false ? "gamma" : "beta") : UNTOLD;
  const learned = { 0: [], 1: [only], 2: ["gamma", "beta"] }[count - moving.length] ?? [];
  return [...learned, ...moving];
}
